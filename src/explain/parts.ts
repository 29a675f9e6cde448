import { conceptOf } from '../concepts/compile.js';
import type { Part, Reader, Splitter } from '../concepts/concept.js';
import { allocate } from '../num/allocate.js';
import { unitsToText } from '../num/decimal.js';
import { add, multiply, ONE, type Ratio, ZERO } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import { type Stage, stages } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { isFault } from '../program/value.js';

/** A part of an award in money: what a goal brought, what a gate, limit or modifier took or added. */
export interface AwardPart {
  readonly stage: Stage;
  readonly name: string;
  readonly source?: string;
  /** Exact to the currency's smallest unit; all parts sum to the award. */
  readonly amount: string;
}

/**
 * Splits an award into parts that sum to it: exactly as ratios, and to the smallest unit by largest
 * remainder. Parts of one name in several segments are one part; parts of nothing are left out, but for
 * goals. Reads the memo of the one evaluation.
 */
export function partsOf(award: Outline, reader: Reader, digits: number): AwardPart[] {
  const merged = exactParts(award, reader);
  const scale = 10n ** BigInt(digits);
  const shares = merged.map(({ amount }) => ({ n: amount.n * scale, d: amount.d }));
  const total = shares.reduce(add, ZERO);
  const units = allocate(roundToInteger(total, 'halfUp'), shares);
  const kept = merged.map((part, index) => ({ part, units: units[index] ?? 0n }));
  return kept
    .filter(({ part, units: own }) => own !== 0n || part.of.stage === 'goal')
    .map(({ part, units: own }) => inMoney(part, own, digits));
}

function inMoney({ of }: Part, units: bigint, digits: number): AwardPart {
  const amount = unitsToText(units, digits);
  const part = { stage: of.stage ?? 'proration', name: of.name ?? '' } as const;
  return of.source === undefined ? { ...part, amount } : { ...part, source: of.source, amount };
}

/** The exact parts of an award, one per name, in stage order. */
export function exactParts(award: Outline, reader: Reader): Part[] {
  const merged = new Map<string, Part>();
  for (const part of split(award, reader, ONE)) {
    const key = `${part.of.stage}:${part.of.name}`;
    const known = merged.get(key);
    merged.set(key, known ? { of: known.of, amount: add(known.amount, part.amount) } : part);
  }
  return [...merged.values()].sort((a, b) => orderOf(a.of.stage) - orderOf(b.of.stage));
}

/** Where a stage stands in the order of every explanation. */
export function orderOf(stage: Stage | undefined): number {
  return stage === undefined ? stages.length : stages.indexOf(stage);
}

const split: Splitter = (outline: Outline, reader: Reader, coefficient: Ratio): Part[] => {
  const concept = conceptOf(outline.role);
  if (concept?.split) return concept.split(outline, reader, coefficient, split);
  const value = reader.value(outline.operand);
  if (typeof value !== 'object' || isFault(value)) return [];
  return [{ of: outline, amount: multiply(coefficient, value) }];
};
