import { allocate } from './allocate.js';
import {
  add,
  compare,
  divide,
  higher,
  lower,
  multiply,
  type Ratio,
  ratio,
  reduce,
  subtract,
  ZERO,
} from './ratio.js';

/** What somebody brings to a fund that is shared out, in whole units. */
export interface Claim {
  /** Its part of what is shared is its weight among all weights; not below zero. */
  readonly weight: Ratio;
  /** What it gets first, before the rest is shared by weight. */
  readonly first: bigint;
  /** What it gets at least, and at most, in all; the floor wins. */
  readonly floor: bigint;
  readonly ceiling?: bigint | undefined;
}

/**
 * Shares a fund of whole units out over claims: first what each gets first, then the rest by weight, nobody below the
 * floor and nobody above the ceiling. Where somebody is held up or down, what that costs or leaves is borne by the
 * others by their weights (water filling); what ceilings leave stays undistributed where it is not redistributed.
 *
 * Formula:  first + lowest(ceiling, highest(floor, λ × weight)), with the one λ that shares out the fund
 * Rounds:   to whole units by largest remainder, ties to the lower index; what is shared out is exact
 * Domain:   undefined where the fund does not cover what comes first and the floors
 * Source:   RISK E2: pools with caps, budgets with guaranteed floors; French intéressement (Code du travail L.3314-8, L.3314-11)
 * @example  shareOut(100n, [{ weight: ONE, first: 0n, floor: 0n, ceiling: 30n }, { weight: ONE, first: 0n, floor: 0n }], true) // [30n, 70n]
 */
export function shareOut(
  fund: bigint,
  claims: readonly Claim[],
  redistribute: boolean,
): readonly bigint[] | undefined {
  const rest = fund - claims.reduce((sum, { first }) => sum + first, 0n);
  const ends = claims.map(endsOf);
  if (rest < ends.reduce((sum, { low }) => sum + low, 0n)) return undefined;
  const filled = fill(
    ratio(rest),
    claims.map(({ weight }, index) => ({
      weight,
      low: ratio((ends[index] as Ends).low),
      high: redistribute ? highOf(ends[index] as Ends) : undefined,
    })),
  );
  const shares = filled.map((share, index) => {
    const high = highOf(ends[index] as Ends);
    return high === undefined ? share : lower(share, high);
  });
  const sum = reduce(shares.reduce((all, share) => add(all, share), ZERO));
  const units = allocate(sum.n / sum.d, shares);
  return claims.map(({ first }, index) => first + (units[index] as bigint));
}

/** Between what a share of the rest lies. */
interface Ends {
  readonly low: bigint;
  readonly high: bigint | undefined;
}

function endsOf({ first, floor, ceiling }: Claim): Ends {
  const low = floor > first ? floor - first : 0n;
  const room = ceiling === undefined ? undefined : ceiling - first;
  return { low, high: room !== undefined && room < low ? low : room };
}

function highOf({ high }: Ends): Ratio | undefined {
  return high === undefined ? undefined : ratio(high);
}

interface Vessel {
  readonly weight: Ratio;
  readonly low: Ratio;
  readonly high: Ratio | undefined;
}

/**
 * λ × weight within each one's ends, summing to the whole, or as near as the ends allow. In each round those beyond the
 * ends that weigh more are held there: if more is cut than is added λ can only rise, and who is cut stays cut.
 */
function fill(whole: Ratio, vessels: readonly Vessel[]): Ratio[] {
  const held: (Ratio | undefined)[] = vessels.map(({ weight, low }) => (weight.n === 0n ? low : undefined));
  for (;;) {
    const level = levelOf(whole, vessels, held);
    const shares = vessels.map(({ weight }, index) => held[index] ?? multiply(level ?? ZERO, weight));
    if (level === undefined) return shares;
    let added = ZERO;
    let cut = ZERO;
    for (const [index, { low, high }] of vessels.entries()) {
      const share = shares[index] as Ratio;
      added = add(added, higher(subtract(low, share), ZERO));
      if (high !== undefined) cut = add(cut, higher(subtract(share, high), ZERO));
    }
    if (added.n === 0n && cut.n === 0n) return shares;
    const order = compare(cut, added);
    for (const [index, { low, high }] of vessels.entries()) {
      const share = shares[index] as Ratio;
      if (order >= 0 && high !== undefined && compare(share, high) > 0) held[index] = high;
      if (order <= 0 && compare(share, low) < 0) held[index] = low;
    }
  }
}

/** What is left for those who are not held, for each unit of their weight; undefined where everybody is. */
function levelOf(
  whole: Ratio,
  vessels: readonly Vessel[],
  held: readonly (Ratio | undefined)[],
): Ratio | undefined {
  let left = whole;
  let weights = ZERO;
  for (const [index, { weight }] of vessels.entries()) {
    const own = held[index];
    if (own === undefined) weights = add(weights, weight);
    else left = subtract(left, own);
  }
  return weights.n === 0n ? undefined : reduce(divide(left, weights));
}
