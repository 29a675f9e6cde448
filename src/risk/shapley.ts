import { add, multiply, type Ratio, ratio, ZERO } from '../num/ratio.js';

/** Above this many players nobody can wait: each one more doubles the values that are needed. */
const MOST_PLAYERS = 20;

/**
 * What each of several changes contributes to their joint effect: its effect averaged over all orders in which they
 * can happen, so that no order is preferred. Changes are players of a cooperative game, and a set of them is a bit
 * mask: bit 0 is the first player. The values sum to the effect of all, exactly.
 *
 * Formula:  value of i = Σ over sets S without i of |S|! (n − |S| − 1)! ÷ n! × (v(S and i) − v(S))
 * Units:    those of `value`
 * Domain:   at most 20 players; each of the 2^n sets is valued once. Undefined where any set has no value
 * Rounds:   never
 * Source:   L. S. Shapley, A Value for n-Person Games, Contributions to the Theory of Games II, 1953
 * @example  shapley(2, (set) => ratio([100, 110, 120, 132][set] ?? 0)) // [11, 21]: the first adds 10 or 12
 */
export function shapley(
  players: number,
  value: (players: number) => Ratio | undefined,
): readonly Ratio[] | undefined {
  if (!Number.isInteger(players) || players < 0 || players > MOST_PLAYERS)
    throw new RangeError(`From 0 to ${MOST_PLAYERS} players, not ${players}.`);
  const factorials = factorialsTo(players);
  const orders = factorials[players] ?? 1n;
  const sums: Ratio[] = Array.from({ length: players }, () => ZERO);
  for (let set = 0; set < 2 ** players; set += 1) {
    const worth = value(set);
    if (worth === undefined) return undefined;
    weigh(sums, set, worth, factorials);
  }
  return sums.map((sum) => multiply(sum, ratio(1n, orders)));
}

/** Adds the worth of a set for those in it, who made it, and takes it off for the others, who change it next. */
function weigh(sums: Ratio[], set: number, worth: Ratio, factorials: readonly bigint[]): void {
  const size = sizeOf(set);
  const rest = sums.length - size;
  const [here, gone] = [size, rest].map((many) => factorials[many] ?? 1n) as [bigint, bigint];
  // |S|! (n − |S| − 1)! of a set that lacks the player; of one that has the player, that of the set before.
  const joined = size === 0 ? 0n : (here / BigInt(size)) * gone;
  const lacking = rest === 0 ? 0n : here * (gone / BigInt(rest));
  for (const [player, sum] of sums.entries()) {
    const weight = hasPlayer(set, player) ? joined : -lacking;
    sums[player] = add(sum, multiply(worth, ratio(weight)));
  }
}

/** Whether a player is in a set. */
export function hasPlayer(set: number, player: number): boolean {
  return ((set >> player) & 1) === 1;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let left = set; left > 0; left >>= 1) size += left & 1;
  return size;
}

function factorialsTo(most: number): bigint[] {
  const factorials = [1n];
  for (let many = 1; many <= most; many += 1)
    factorials.push((factorials[many - 1] as bigint) * BigInt(many));
  return factorials;
}
