import { groupBy } from '../data/group.js';
import { type Cause, cause } from '../retro/cause.js';
import { decisionCauses } from '../retro/decision-causes.js';
import { employmentCauses } from '../retro/employment-causes.js';
import { personCauses } from '../retro/person-causes.js';
import { rateCauses } from '../retro/rate-causes.js';
import { earningsCauses, exceptionCauses, leaveCauses } from '../retro/record-causes.js';
import type { Side } from '../retro/side.js';
import { type Stretch, stretchesOf } from '../retro/stretches.js';
import type { Both, InputKind } from './comparison.js';
import { movedColumn } from './mixed-people.js';
import type { ActualMove, PlanPair } from './plan-pair.js';
import { type Player, player } from './player.js';
import { textOf } from './same-inputs.js';
import { rowColumn, yearCauses } from './year-causes.js';

/**
 * The inputs of a person's award that moved: those which explain a correction, each with its causes. Their order is the
 * same for everybody, and in both directions.
 */
export function playersOf(sides: Both<Side>, pair: PlanPair): readonly Player[] {
  const { before, now } = sides;
  const isOther = readsOthers(sides);
  const own = [
    ...personPlayers(sides, pair),
    ...kindPlayer('leave', leaveCauses(before, now)),
    ...kindPlayer('earnings', earningsCauses(before, now)),
    ...kindPlayer('exceptions', exceptionCauses(before, now)),
  ];
  return [
    ...own,
    ...(pair.isOtherPeriod || isOneSided(sides) ? silentPlayers(own, sides, pair) : []),
    ...actualPlayers(sides, pair, isOther),
    ...pair.planPlayers,
    ...kindPlayer('rates', rateCauses(before, now)),
    ...kindPlayer('decision', decisionCauses(before, now)),
    ...(isOther && pair.othersDiffer(now.person.id) ? [player('others')] : []),
  ];
}

/** Whether the award reads what other people have. */
export function readsOthers({ before, now }: Both<Side>): boolean {
  return before.reads.others || now.reads.others;
}

/** Whether the person takes part in one run only: the causes of the other inputs are not looked for then. */
export function isOneSided({ before, now }: Both<Side>): boolean {
  return (before.participant === undefined) !== (now.participant === undefined);
}

/** What moves along with the period, or with taking part: the person's own inputs that are written otherwise. */
function silentPlayers(
  own: readonly Player[],
  { before, now }: Both<Side>,
  { isOtherPeriod }: PlanPair,
): Player[] {
  const written = ({ person, records: { leaves, earnings, exceptions } }: Side) =>
    ({ employment: person, leave: leaves, earnings, exceptions }) as const;
  const [old, current] = [written(before), written(now)];
  const kinds = (['employment', 'leave', 'earnings', 'exceptions'] as const).filter(
    (kind) =>
      own.every(({ input }) => input.kind !== kind) &&
      (isOtherPeriod || textOf(old[kind]) !== textOf(current[kind])),
  );
  return kinds.map((kind) => ({ ...player(kind), isSilent: true as const }));
}

function kindPlayer(kind: InputKind, causes: readonly Cause[]): Player[] {
  return causes.length > 0 ? [player(kind, undefined, causes)] : [];
}

/** Facts of the employment, and columns that say which rows count. */
const COVERAGE: ReadonlySet<string> = new Set([
  'hired',
  'left',
  'leftReason',
  'assignment',
  'plans',
  'share',
]);

/** Each column that differs on days with one assignment on both sides; everything else is the employment. */
function personPlayers(sides: Both<Side>, { isOtherPeriod }: PlanPair): Player[] {
  const { before, now } = sides;
  const employment = employmentCauses(before, now);
  const found = isOtherPeriod ? [] : personCauses(before, now);
  if (employment.length + found.length === 0 && !isOtherPeriod) return [];
  const stretches = stretchesOf(before, now);
  const [single, several] = [stretches.filter(isSingle), stretches.filter((one) => !isSingle(one))];
  const columns = isOtherPeriod ? yearCauses(sides, single) : found;
  const isOwn = ({ input }: Cause) => !COVERAGE.has(input) && differs(input, sides, single);
  const isCovered = (one: Cause) => !isOwn(one) || differs(one.input, sides, several);
  const covered = [...employment, ...columns.filter(isCovered)];
  const named = [...groupBy(columns.filter(isOwn), ({ input }) => movedColumn(input))];
  return [
    ...kindPlayer('employment', covered),
    ...named.toSorted(byName).map(([name, causes]) => player('person', name, causes)),
  ];
}

/** Whether a column says something else on some days, or there are other rows. */
function differs(name: string, sides: Both<Side>, stretches: readonly Stretch[]): boolean {
  const { cellOf, same } = rowColumn(name, sides);
  return stretches.some(
    ({ before: { rows: old }, now: { rows: own } }) =>
      old.length !== own.length || old.some((row, index) => !same(cellOf(row), cellOf(own[index] ?? row))),
  );
}

function isSingle({ before, now }: Stretch): boolean {
  return before.rows.length === 1 && now.rows.length === 1;
}

/** Metrics that count otherwise for the person; where only the day of the run decides which value counts, that day. */
function actualPlayers(sides: Both<Side>, pair: PlanPair, isOther: boolean): Player[] {
  const moves = pair.actualMoves(sides, isOther);
  const dated = moves.filter(({ metric }) => pair.isSameFile(metric));
  const metrics = groupBy(
    moves.filter(({ metric }) => !pair.isSameFile(metric)),
    ({ metric }) => metric,
  );
  const asOf = cause('asOf', 'as-of date', pair.asOf);
  return [
    ...[...metrics].toSorted(byName).map(([metric, own]) => player('actual', metric, causesOf(own))),
    ...(dated.length > 0 ? [player('asOf', undefined, [asOf, ...causesOf(dated)])] : []),
  ];
}

function causesOf(moves: readonly ActualMove[]): Cause[] {
  return moves.flatMap(({ causes }) => causes);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
