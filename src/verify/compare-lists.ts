import { plainText } from '../issue/issue.js';
import { canonicalText } from '../retro/canonical.js';
import { type Loose, own } from './loose-run.js';
import type { Difference, FieldDifference } from './verification.js';

/** A value that is compared: its name, and how it is read from a record; texts are not shown of long ones. */
export interface Field {
  readonly name: string;
  readonly of?: (one: Loose) => unknown;
  readonly isLong?: true;
}

/** How the records of a list are told apart, and what is compared of them. */
export interface Comparison {
  readonly of: Difference['of'];
  readonly names: (one: Loose) => Pick<Difference, 'plan' | 'person' | 'currency'>;
  /** What tells records apart beside their names, such as the kind of an exception. */
  readonly beside?: (one: Loose) => unknown;
  readonly fields: readonly Field[];
}

/** What came of comparing two lists. */
export interface Compared {
  readonly differences: readonly Difference[];
  /** How many records were compared with another. */
  readonly compared: number;
  /** Whether the records in both lists stand in one order. */
  readonly isOrdered: boolean;
}

/** Compares two lists record by record: those that differ, those missing in the stored one, and those only it has. */
export function compareLists(
  stored: readonly Loose[],
  derived: readonly object[],
  comparison: Comparison,
): Compared {
  const expected = derived as readonly Loose[];
  // Lists in one order, as they nearly always are, need no looking up.
  const alike = alikeUntil(stored, expected, comparison);
  const differences: Difference[] = [];
  const compare = (found: Loose | undefined, one: Loose) => {
    const difference = differenceOf(found, one, comparison);
    if (difference) differences.push(difference);
  };
  for (let index = 0; index < alike; index += 1) compare(stored[index], expected[index] as Loose);
  const waiting = keyed(stored.slice(alike), comparison);
  const places: number[] = [];
  for (const [key, { one }] of keyed(expected.slice(alike), comparison)) {
    const found = waiting.get(key);
    waiting.delete(key);
    if (found) places.push(found.place);
    compare(found?.one, one);
  }
  for (const { one } of waiting.values())
    differences.push({ of: comparison.of, kind: 'extra', ...comparison.names(one), fields: [] });
  const isOrdered = places.every((place, index) => index === 0 || place > (places[index - 1] as number));
  return { differences, compared: alike + places.length, isOrdered };
}

/** How many records at the beginning of both lists are of the same. */
function alikeUntil(
  stored: readonly Loose[],
  derived: readonly Loose[],
  { names, beside }: Comparison,
): number {
  const most = Math.min(stored.length, derived.length);
  for (let index = 0; index < most; index += 1) {
    const [one, other] = [stored[index] as Loose, derived[index] as Loose];
    const [mine, theirs] = [names(one), names(other)];
    const isAlike =
      mine.plan === theirs.plan && mine.person === theirs.person && mine.currency === theirs.currency;
    if (!isAlike || (beside && !isSame(beside(one), beside(other)))) return index;
  }
  return most;
}

interface Placed {
  readonly one: Loose;
  readonly place: number;
}

/** Records by what tells them apart; the second of two alike is another. */
function keyed(list: readonly Loose[], { names, beside }: Comparison): Map<string, Placed> {
  const byKey = new Map<string, Placed>();
  const seen = new Map<string, number>();
  for (const [place, one] of list.entries()) {
    const { plan, person, currency } = names(one);
    const key = JSON.stringify([plan, person, currency, beside === undefined ? 0 : textOf(beside(one))]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    byKey.set(before === 0 ? key : `${key} ${before}`, { one, place });
  }
  return byKey;
}

function differenceOf(
  found: Loose | undefined,
  expected: Loose,
  { of, names, fields }: Comparison,
): Difference | undefined {
  if (!found) return { of, kind: 'missing', ...names(expected), fields: [] };
  const differing = fields.flatMap((field) => fieldDifference(found, expected, field));
  return differing.length === 0 ? undefined : { of, kind: 'changed', ...names(expected), fields: differing };
}

function fieldDifference(found: Loose, expected: Loose, field: Field): FieldDifference[] {
  const { name: key, of = (one: Loose) => own(one, key), isLong } = field;
  const [stored, derived] = [of(found), of(expected)];
  if (isSame(stored, derived)) return [];
  if (isLong) return [{ field: key }];
  return [
    {
      field: key,
      ...(stored !== undefined && { stored: shown(stored) }),
      ...(derived !== undefined && { derived: shown(derived) }),
    },
  ];
}

/** Whether two values are the same data; what is nested too deep for any run is not. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  const text = textOf(one);
  return text !== undefined && text === textOf(other);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  try {
    return canonicalText(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Longer than any value of an award. */
const LONGEST = 200;

function shown(value: unknown): string {
  const text = plainText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
