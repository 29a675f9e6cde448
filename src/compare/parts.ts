import type { PlanPair } from './plan-pair.js';
import { isActual, isDated, isOwn, isRow, type Player } from './player.js';

/** Players that move together: one, or several that cannot be told apart. */
export interface Part {
  readonly id: string;
  readonly players: readonly Player[];
}

/** What decides which players can be told apart. */
export interface Telling {
  readonly pair: PlanPair;
  /** Whether the award reads what others have, and so moves with them. */
  readonly isOther: boolean;
  /** Whether the person takes part on one side only: what else would count there is not known apart. */
  readonly isOneSided: boolean;
  /** Whether everybody would have to be calculated for each person alone, and they are too many for that. */
  readonly isCostly: boolean;
}

/** From the finest to the coarsest; the last is all together, which needs no calculation. */
export const levels = ['each', 'linked', 'files', 'whole'] as const;
export type Level = (typeof levels)[number];

/** The players of a person as the parts that a level tells apart, in the order of the players. */
export function partsOf(players: readonly Player[], level: Level, telling: Telling): Part[] {
  const ids = new Map<string, Player[]>();
  for (const one of players) {
    const id = partId(one, level, telling);
    ids.set(id, [...(ids.get(id) ?? []), one]);
  }
  return [...ids].map(([id, own]) => ({ id, players: own }));
}

/** Whether the same players are together in both. */
export function samePartition(some: readonly Part[], others: readonly Part[]): boolean {
  const idsOf = (parts: readonly Part[]) =>
    JSON.stringify(parts.map(({ players }) => players.map(({ id }) => id)));
  return idsOf(some) === idsOf(others);
}

function partId(one: Player, level: Level, { pair, isOther, isOneSided, isCostly }: Telling): string {
  const { id, input } = one;
  const isCoarse = level === 'files' || level === 'whole';
  if (input.kind === 'plan') return id;
  // What a metric is measured as changed with the plan: values of the one kind say nothing to the other plan.
  if (level === 'linked' && input.name !== undefined && isActual(one) && pair.isOtherMetric(input.name))
    return 'plan';
  if (isActual(one)) return isCoarse || hasOtherDecimals(pair, ['actuals']) ? 'actuals' : id;
  const isTwofold = hasOtherDecimals(pair, ['people', 'earnings', 'exceptions']);
  // What others have stands in the same files: they are taken whole where the numbers of both are written differently.
  if (isOther && (isCostly || isTwofold || level === 'whole')) return 'people';
  if (!isOwn(one)) return id;
  // In a period of other days leave, earnings and dates say something else: they go with the plan.
  if (pair.isOtherPeriod && (isDated(one) || isCoarse || isTwofold || isOneSided)) return 'plan';
  if (level === 'whole' || isOneSided) return 'person';
  return isRow(one) && (level === 'files' || isTwofold) ? 'person' : id;
}

type File = 'people' | 'actuals' | 'earnings' | 'exceptions';

function hasOtherDecimals({ inputs: { before, now } }: PlanPair, files: readonly File[]): boolean {
  return files.some((file) => (before[file]?.decimal ?? '.') !== (now[file]?.decimal ?? '.'));
}
