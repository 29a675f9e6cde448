import { numberAt } from '../concepts/arithmetic.js';
import type { Part, Reader, Splitter } from '../concepts/concept.js';
import { conceptOf } from '../concepts/concepts.js';
import { allocate } from '../num/allocate.js';
import { unitsToText } from '../num/decimal.js';
import { add, multiply, ONE, type Ratio } from '../num/ratio.js';
import { powerOfTen, roundToInteger } from '../num/round.js';
import { type Stage, stages } from '../plan/formula.js';
import type { Outline, Worded } from '../program/outline.js';
import { isFault } from '../program/value.js';
import { nameIn } from '../words/words.js';

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
export function partsOf(award: Worded, reader: Reader, digits: number): AwardPart[] {
  const merged = exactParts(award, reader);
  const scaled = ({ n, d }: Ratio): Ratio => ({ n: n * powerOfTen(digits), d });
  const shares = merged.map(({ amount }) => scaled(amount));
  const units = allocate(roundToInteger(scaled(numberAt(award, reader)), 'halfUp'), shares);
  const parts: AwardPart[] = [];
  for (const [index, { of }] of merged.entries()) {
    const own = units[index] ?? 0n;
    if (own !== 0n || of.stage === 'goal') parts.push(inMoney(of, unitsToText(own, digits), reader));
  }
  return parts;
}

function inMoney(
  { stage = 'proration', name: of = '', source }: Outline,
  amount: string,
  reader: Reader,
): AwardPart {
  const name = nameIn(reader.words, of);
  return source === undefined ? { stage, name, amount } : { stage, name, source, amount };
}

/**
 * The exact parts of an award, whose names are in words, one per name, in stage order. There are few, so they are
 * searched one by one.
 */
export function exactParts(award: Worded, reader: Reader): Part[] {
  const merged: Part[] = [];
  for (const { of, amount } of split(award, reader, ONE)) {
    const at = merged.findIndex(
      (known) => known.of === of || (known.of.name === of.name && known.of.stage === of.stage),
    );
    const known = merged[at];
    if (known) merged[at] = { of: known.of, amount: add(known.amount, amount) };
    else merged.push({ of, amount });
  }
  return merged.sort((a, b) => orderOf(a.of.stage) - orderOf(b.of.stage));
}

/** Where a stage stands in the order of every explanation. */
export function orderOf(stage: Stage | undefined): number {
  return stage === undefined ? stages.length : stages.indexOf(stage);
}

/** What has no name or stage of its own has that of what it stands in. */
function labelled(part: Part, { name, stage }: Outline): Part {
  const { of } = part;
  if ((of.name !== undefined || name === undefined) && (of.stage !== undefined || stage === undefined))
    return part;
  const own = { ...of, ...(of.name === undefined && { name }), ...(of.stage === undefined && { stage }) };
  return { ...part, of: own as Outline };
}

const split: Splitter = (outline: Outline, reader: Reader, coefficient: Ratio): Part[] => {
  const concept = conceptOf(outline.role);
  if (concept?.split)
    return concept.split(outline, reader, coefficient, split).map((part) => labelled(part, outline));
  const value = reader.value(outline.operand);
  if (typeof value !== 'object' || isFault(value)) return [];
  return [{ of: outline, amount: multiply(coefficient, value) }];
};
