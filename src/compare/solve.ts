import { allocate } from '../num/allocate.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, unitsToText } from '../num/decimal.js';
import { equal, multiply, type Ratio, ratio } from '../num/ratio.js';
import { powerOfTen } from '../num/round.js';
import { isZero } from '../retro/outcome.js';
import { hasPlayer, shapley } from '../risk/shapley.js';
import type { Award } from '../run/run.js';
import type { Attribution, AttributionLevel } from './comparison.js';
import { nothingIn, type Pair } from './pairs.js';
import type { Part } from './parts.js';
import type { PlanPair } from './plan-pair.js';
import { isOwn, leaderOf, type Player } from './player.js';
import { type Group, worldsOf } from './world.js';

/** Above this many parts nobody waits: each doubles the worlds. */
export const MOST_PARTS = 8;

/** A difference attributed to the inputs that moved. */
export interface Attributed {
  readonly attribution: AttributionLevel;
  readonly inputs: readonly Attribution[];
}

/** Somebody who moved, the inputs that moved, and how they are told apart. */
export interface Case {
  readonly of: Pair;
  readonly pair: PlanPair;
  readonly players: readonly Player[];
  readonly parts: readonly Part[];
  /** Whether the award reads what other people have. */
  readonly isOther: boolean;
  /** Whether the person takes part on one side only. */
  readonly isOneSided: boolean;
}

/** Who has the same key is calculated together: the same inputs moved, told apart in the same way. */
export function groupKey(one: Case): string {
  const reach = reachOf(one);
  const isShared = (player: Player) => reach === 'everybody' && isOwn(player);
  const parts = one.parts.map(({ id, players }) => [
    id,
    ...players.filter((player) => !isShared(player)).map((player) => player.id),
  ]);
  return JSON.stringify([reach, reach === 'others' ? one.of.person : '', parts]);
}

/** Where no input of the person's own moves by itself, everybody's can be taken from one side at once. */
function reachOf({ isOther, parts }: Case): Group['reach'] {
  if (!isOther) return 'own';
  return parts.every(({ id, players }) => id === 'people' || !players.some(isOwn)) ? 'everybody' : 'others';
}

/**
 * The differences of people whose inputs are told apart in the same way: of each part its value over all orders. Who is
 * not as before where no part moved, not as now where all did, or has no award in between, is left out.
 *
 * Formula:  Shapley value over the parts, of the award with some parts as now and the others as before
 * Rounds:   parts to the currency's smallest unit, by largest remainder: they sum to the difference
 */
export function solve(cases: readonly Case[]): ReadonlyMap<Pair, Attributed> {
  const [first] = cases as [Case];
  const many = first.parts.length;
  if (many === 1) return new Map(cases.map((one) => [one.of, togetherOf(one.of, one.players)]));
  const partOf = new Map(first.parts.flatMap(({ players }, index) => players.map(({ id }) => [id, index])));
  const players = first.parts.flatMap((part) => part.players);
  const world = worldsOf({
    pair: first.pair,
    people: cases.map(({ of }) => of.person),
    players,
    reach: reachOf(first),
  });
  const decision = players.find(({ input }) => input.kind === 'decision') ?? leaderOf(players);
  // Of each world the amounts alone are kept: there may be hundreds of worlds of everybody.
  const calculated = new Map<number, readonly (Ratio | undefined)[]>();
  const amountsIn = (set: number) => {
    const known =
      calculated.get(set) ??
      amountsOf(
        cases,
        world(({ id }) => hasPlayer(set, partOf.get(id) ?? 0)),
        decision === undefined || hasPlayer(set, partOf.get(decision.id) ?? 0),
      );
    calculated.set(set, known);
    return known;
  };
  const all = 2 ** many - 1;
  return new Map(
    cases.flatMap((one, index) => {
      const { before, now } = one.of.amounts;
      const isTrue = isAmount(amountsIn(0)[index], before) && isAmount(amountsIn(all)[index], now);
      const values = isTrue ? shapley(many, (set) => amountsIn(set)[index]) : undefined;
      return values === undefined ? [] : [[one.of, toldApart(one, values)] as const];
    }),
  );
}

function amountsOf(
  cases: readonly Case[],
  awards: ReadonlyMap<string, Award>,
  isDecisionNow: boolean,
): (Ratio | undefined)[] {
  return cases.map(({ of: { person, amounts, awards: stated } }) => {
    const award = awards.get(person);
    const side = isDecisionNow ? stated.now : stated.before;
    // A decision is the award whatever the formula gives; where there is no award there was nothing to decide.
    const isDecided = side?.decided !== undefined && award?.amount !== undefined;
    return amountOf(isDecided ? side : award, amounts.currency);
  });
}

function isAmount(amount: Ratio | undefined, stated: string | undefined): boolean {
  return amount !== undefined && stated !== undefined && equal(amount, ratioOfDecimal(stated));
}

/** Who is not eligible has nothing; who is withheld, or is paid in another currency, has no value. */
function amountOf(award: Award | undefined, currency: string | undefined): Ratio | undefined {
  if (!award || award.status === 'withheld') return undefined;
  if (award.currency !== undefined && award.currency !== currency) return undefined;
  return ratioOfDecimal(award.amount ?? '0');
}

function toldApart({ of, parts }: Case, values: readonly Ratio[]): Attributed {
  const { difference = '0', currency = '' } = of.amounts;
  const digits = minorDigits(currency) ?? 2;
  const scale = ratio(powerOfTen(digits));
  const total = ratioOfDecimal(difference);
  const units = allocate(
    (total.n * powerOfTen(digits)) / total.d,
    values.map((value) => multiply(value, scale)),
  );
  const inputs = parts.map(({ players }, index) =>
    attributionOf(players, unitsToText(units[index] ?? 0n, digits)),
  );
  const isEach = inputs.every((one) => one.inputs.length === 1);
  return { attribution: isEach ? 'each' : 'grouped', inputs: inputs.filter(isWorthTelling) };
}

/** What others have is told where it matters; an input with a cause is told also where it brought nothing. */
function isWorthTelling({ amount, causes, details = [] }: Attribution): boolean {
  return !isZero(amount) || causes.length + details.length > 0;
}

/** The whole difference with all inputs that moved: the one there is, or several that are not told apart. */
export function togetherOf({ amounts }: Pair, players: readonly Player[]): Attributed {
  const amount = amounts.difference ?? nothingIn(amounts.currency ?? '');
  const one = attributionOf(players, amount);
  return { attribution: one.inputs.length === 1 ? 'each' : 'together', inputs: [one] };
}

function attributionOf(players: readonly Player[], amount: string): Attribution {
  const loud = players.filter(({ isSilent }) => !isSilent);
  const told = loud.length > 0 ? loud : players;
  const details = told.flatMap((one) => one.details ?? []);
  return {
    inputs: told.map(({ input }) => input),
    amount,
    causes: told.flatMap(({ causes }) => causes),
    ...(details.length > 0 && { details }),
  };
}
