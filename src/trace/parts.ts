import { numberAt } from '../concepts/arithmetic.js';
import type { Part, Reader, Splitter } from '../concepts/concept.js';
import { conceptOf } from '../concepts/concepts.js';
import { allocate } from '../num/allocate.js';
import { unitsToText } from '../num/decimal.js';
import { add, multiply, ONE, type Ratio, reduce } from '../num/ratio.js';
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

/** Splits one award after the other, each by its reader. */
export type PartsOf = (reader: Reader, digits: number) => AwardPart[];

/**
 * Splits an award into parts that sum to it: exactly as ratios, and to the smallest unit by largest
 * remainder. Parts of one name in several segments are one part; parts of nothing are left out, but for
 * goals. Reads the memo of the one evaluation.
 */
export function partsOf(award: Worded): PartsOf {
  const split = splitter();
  return (reader, digits) => inUnits(award, exactParts(split(award, reader, ONE)), reader, digits);
}

function inUnits(award: Worded, merged: readonly Part[], reader: Reader, digits: number): AwardPart[] {
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

/** The exact parts of an award, one per name, in stage order. There are few, so they are searched one by one. */
function exactParts(all: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const { of, amount } of all) {
    const at = merged.findIndex(
      (known) => known.of === of || (known.of.name === of.name && known.of.stage === of.stage),
    );
    const known = merged[at];
    if (known) merged[at] = { of: known.of, amount: add(known.amount, amount) };
    else merged.push({ of, amount });
  }
  return inStageOrder(merged, ({ of }) => of.stage);
}

/** In the order of the stages; most are in it already. */
export function inStageOrder<T>(all: T[], stageOf: (one: T) => Stage | undefined): T[] {
  for (let index = 1; index < all.length; index += 1)
    if (orderOf(stageOf(all[index - 1] as T)) > orderOf(stageOf(all[index] as T)))
      return all.sort((a, b) => orderOf(stageOf(a)) - orderOf(stageOf(b)));
  return all;
}

/** Where a stage stands in the order of every explanation. */
export function orderOf(stage: Stage | undefined): number {
  return stage === undefined ? stages.length : stages.indexOf(stage);
}

/** What has no name or stage of its own has that of what it stands in. */
function labelled(part: Part, { name, stage }: Outline): Part {
  if (!lacks(part, name, stage)) return part;
  const { of } = part;
  const own = { ...of, ...(of.name === undefined && { name }), ...(of.stage === undefined && { stage }) };
  return { ...part, of: own as Outline };
}

function lacks({ of }: Part, name: Outline['name'], stage: Outline['stage']): boolean {
  return (of.name === undefined && name !== undefined) || (of.stage === undefined && stage !== undefined);
}

/** What splits the parts of an outline; what the company or a group shares is split once for each of its rows. */
function splitter(): Splitter {
  const shared = new Map<Outline, (readonly Part[])[]>();
  const split: Splitter = (outline, reader, coefficient) => {
    const { scope } = outline;
    if (scope === 'person' || scope === 'segment' || coefficient.n === 0n)
      return splitOne(outline, reader, coefficient, split);
    const rows = shared.get(outline) ?? [];
    const row = reader.rowOf(scope);
    const own = rows[row] ?? splitOne(outline, reader, ONE, split).map(reduced);
    rows[row] = own;
    shared.set(outline, rows);
    return own.map((part) => ({ ...part, amount: multiply(coefficient, part.amount) }));
  };
  return split;
}

function reduced(part: Part): Part {
  return { ...part, amount: reduce(part.amount) };
}

function splitOne(outline: Outline, reader: Reader, coefficient: Ratio, split: Splitter): Part[] {
  const concept = conceptOf(outline.role);
  if (concept?.split) {
    const parts = concept.split(outline, reader, coefficient, split);
    const isLabelled = parts.every((part) => !lacks(part, outline.name, outline.stage));
    return isLabelled ? parts : parts.map((part) => labelled(part, outline));
  }
  const value = reader.value(outline.operand);
  if (typeof value !== 'object' || isFault(value)) return [];
  return [{ of: outline, amount: multiply(coefficient, value) }];
}
