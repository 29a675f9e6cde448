import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { add, divide, multiply, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import type { Total } from '../run/run.js';
import { awardsAfter } from './bare.js';
import { type ChangeKind, inputText, type WhatIfInput } from './input.js';
import type { Prepared } from './prepared.js';
import type { Edit } from './scenario.js';

/** The values an input takes one after the other: a list, or from one to another by steps, both ends counted. */
export type SweepValues =
  | readonly Literal[]
  | { readonly from: Literal; readonly to: Literal; readonly step: Literal };

/** An input of a sweep. */
export interface SweepAxis {
  readonly input: WhatIfInput;
  /** `is` where nothing is said: the input has the values; with `plus` and `times` it grows by them. */
  readonly how?: ChangeKind;
  readonly values: SweepValues;
}

/** The award of a person in one cell; absent where none is known. */
export interface SweepAward {
  readonly plan: string;
  readonly status: string;
  readonly currency?: string;
  readonly amount?: string;
}

/** One cell: the values of the inputs, and what comes of them. Issues where no figure can be had. */
export interface SweepCell {
  readonly values: readonly string[];
  readonly totals: readonly Pick<Total, 'plan' | 'currency' | 'people' | 'amount'>[];
  readonly awards?: readonly SweepAward[];
  readonly issues: readonly Issue[];
}

export interface Sweep {
  readonly inputs: readonly string[];
  readonly cells: readonly SweepCell[];
  readonly issues: readonly Issue[];
}

export interface SweepOptions {
  /** Also the award of this person in each cell. */
  readonly person?: string;
}

/** More cells than this nobody reads, and they take minutes. */
export const MOST_CELLS = 5000;

/**
 * A table of totals over the values of one or two inputs, the second within the first.
 *
 * Issues:   whatif.sweep.form, whatif.sweep.size, and in a cell those of `whatIf`
 * @example  sweep(prepared, [{ input: { metric: 'recommendation' }, values: { from: 30, to: 60, step: 5 } }]).cells.length // 7
 */
export function sweep(prepared: Prepared, axes: readonly SweepAxis[], { person }: SweepOptions = {}): Sweep {
  const inputs = axes.map(({ input, how = 'is' }) => `${inputText(input)}${SIGN[how]}`);
  const read = axes.map((axis, index) => valuesOf(axis.values, ['sweep', index]));
  const issues = read.flatMap((one) => one.issues);
  const count = read.reduce((product, { count: own }) => product * own, 1n);
  if (axes.length < 1 || axes.length > 2) issues.push(badForm(axes.length, ['sweep'], 'one or two inputs'));
  if (count > BigInt(MOST_CELLS)) issues.push(tooMany(count));
  if (person !== undefined && !prepared.data.people.people.some(({ id }) => id === person))
    issues.push(nobody(person));
  if (issues.length > 0) return { inputs, cells: [], issues };
  const [first, second] = read.map(({ values }) => values());
  const cells = (first ?? []).flatMap((one) => (second ? second.map((other) => [one, other]) : [[one]]));
  return { inputs, cells: cells.map((values) => cellOf(prepared, axes, values, person)), issues: [] };
}

const SIGN: Readonly<Record<ChangeKind, string>> = { is: '', plus: ' +', times: ' ×' };

function cellOf(
  prepared: Prepared,
  axes: readonly SweepAxis[],
  values: readonly Literal[],
  person: string | undefined,
): SweepCell {
  const edits = axes.map(({ input, how = 'is' }, index): Edit => {
    const change = { how, raw: values[index] };
    return { input, change, path: ['sweep', index, String(values[index])] };
  });
  const { awards, totals, issues } = awardsAfter(prepared, edits);
  const own = awards.filter((one) => one.person === person);
  return {
    values: values.map(String),
    totals: totals.map(({ plan, currency, people, amount }) => ({ plan, currency, people, amount })),
    ...(person !== undefined && {
      awards: own.map(({ plan, status, currency, amount }) => ({
        plan,
        status,
        ...(currency !== undefined && { currency }),
        ...(amount !== undefined && { amount }),
      })),
    }),
    issues,
  };
}

interface ReadValues {
  readonly count: bigint;
  readonly values: () => readonly Literal[];
  readonly issues: Issue[];
}

const NONE: ReadValues = { count: 0n, values: () => [], issues: [] };

/** How many values there are is known before any is made. */
function valuesOf(values: SweepValues, path: Path): ReadValues {
  if (Array.isArray(values))
    return values.length > 0
      ? { count: BigInt(values.length), values: () => values, issues: [] }
      : { ...NONE, issues: [badForm(values, path, 'at least one value')] };
  const { from, to, step } = (values ?? {}) as Partial<Exclude<SweepValues, readonly Literal[]>>;
  const [first, last, by] = [from, to, step]
    .map((one) => readLiteral(one))
    .map((one) => (isNumber(one) ? one : undefined));
  if (!first || !last || !by)
    return { ...NONE, issues: [badForm(values, path, 'numbers for from, to and step')] };
  const way = subtract(last.value, first.value);
  if (sign(by.value) <= 0 || sign(way) < 0)
    return { ...NONE, issues: [badForm(values, path, 'from at most to, and a step above zero')] };
  const count = roundToInteger(divide(way, by.value), 'floor') + 1n;
  const isPercent = first.percent || last.percent;
  const at = (index: number) => add(first.value, multiply(by.value, ratio(index)));
  return {
    count,
    values: () => Array.from({ length: Number(count) }, (_, index) => valueText(at(index), isPercent)),
    issues: [],
  };
}

/** A value as a person would write it. */
export function valueText(value: Ratio, isPercent: boolean): string {
  const text = toExactText(isPercent ? multiply(value, ratio(100)) : value);
  return isPercent ? `${text}%` : text;
}

function badForm(received: unknown, path: Path, expected: string): Issue {
  return issue({
    code: 'whatif.sweep.form',
    path,
    message: `${quote(received)} gives no values`,
    expected,
    hint: 'Write a list of values, or { from: 30, to: 60, step: 5 }',
  });
}

function tooMany(count: bigint): Issue {
  return issue({
    code: 'whatif.sweep.size',
    path: ['sweep'],
    message: `The sweep has ${count} cells`,
    expected: `at most ${MOST_CELLS}`,
    hint: 'Take a wider step; to find one value, seek it',
  });
}

function nobody(person: string): Issue {
  return issue({
    code: 'whatif.person.unknown',
    path: ['person'],
    message: `Nobody has the id ${quote(person)}`,
    expected: 'an id of the people',
    hint: 'Ids are compared as text, letter by letter',
  });
}
