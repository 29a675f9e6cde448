import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { isCurrency, minorDigits } from '../num/currency.js';
import { ratioOfDecimal, toExactText, toFixed } from '../num/decimal.js';
import { adviceOn, isNumber, readLiteral } from '../num/literal.js';
import { equal, multiply, ONE, type Ratio, sign } from '../num/ratio.js';
import type { RoundingMode } from '../num/round.js';
import { type Day, isDay } from '../time/day.js';
import { cellIssue, literalCell, unknownColumns } from './cells.js';
import { groupBy } from './group.js';
import { cellText, isRecord, noRecord, type Row, type RowOptions, rowsOf, type TableInput } from './table.js';

/** A rate of exchange: on these days one unit of `from` is `rate` units of `to`. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  /** First and last day on which it holds, both counted. */
  readonly day: Day;
  readonly until: Day;
  /** Exact, as text. */
  readonly rate: string;
}

/** Rates as read, with everything that was found. Plain data. */
export interface Rates {
  readonly rates: readonly Rate[];
  readonly issues: readonly Issue[];
}

/** The columns of the rates file. */
export const rateColumns = ['from', 'to', 'day', 'until', 'rate'] as const;

/** A rate with where it was written. */
interface Placed extends Rate {
  readonly at: TablePlace;
}

/**
 * Reads rates of exchange: one row per pair of currencies and day, or days up to `until`. One unit of `from` is
 * `rate` units of `to`. No rate is turned round, crossed or carried to another day: what a plan converts by must
 * stand here.
 *
 * Issues:   rows.record.form, rows.none, rows.column.unknown, rates.rate.form, rates.rate.twice
 * @example  parseRates([{ from: 'USD', to: 'EUR', day: '2027-01-29', rate: '0.9123' }])
 */
export function parseRates(input: TableInput, { decimal = '.' }: RowOptions = {}): Rates {
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, 'rates');
  const form = { code: 'rows.record.form', expected: 'an object with from, to, day and rate' } as const;
  const hint = 'Compare with the README: rates of exchange';
  if (!isTable) return { rates: [], issues: [noRecord(input, { ...form, path: ['rates'], hint })] };
  const { file } = placeOf(0);
  const issues: Issue[] = rows.length === 0 ? [noRates(file)] : [];
  issues.push(...unknownColumns('rows.column.unknown', { rows, file }, rateColumns));
  const placed = rows.flatMap((row, index): Placed[] => {
    const [at, fault] = [placeOf(index), faultOf(index)];
    const read = isRecord(row) ? readRate(row, at, decimal) : [noRecord(row, { ...form, at, hint })];
    const found = [...(fault ? [fault] : []), ...(Array.isArray(read) ? read : [])];
    issues.push(...found);
    return Array.isArray(read) || found.length > 0 ? [] : [read];
  });
  const { sound, clashes } = withoutClashes(placed);
  return { rates: sound.map(({ at: _, ...rate }) => rate), issues: [...issues, ...clashes] };
}

/** A rate, or what is wrong with its cells. */
function readRate(row: Row, at: TablePlace, decimal: '.' | ','): Placed | Issue[] {
  const faults: Issue[] = [];
  const wrong = (column: string, message: string, expected: string, hint = 'Correct the cell') =>
    faults.push(
      cellIssue(at, column, {
        code: 'rates.rate.form',
        message,
        expected,
        hint: `${hint}; the rate is not used until then`,
      }),
    );
  const text = (column: string) => cellText(row[column]);
  for (const column of ['from', 'to'])
    if (!isCurrency(text(column)))
      wrong(column, `${quote(text(column))} is not a currency`, 'a code of ISO 4217, such as EUR');
  const day = text('day');
  const until = text('until') || day;
  if (!isDay(day)) wrong('day', `${quote(day)} is not a day`, 'a day that exists, as YYYY-MM-DD');
  if (!isDay(until)) wrong('until', `${quote(until)} is not a day`, 'a day that exists, as YYYY-MM-DD');
  if (isDay(day) && isDay(until) && until < day)
    wrong('until', `${until} lies before ${day}`, 'an end on or after the beginning');
  const raw = literalCell(row['rate']);
  const rate = readLiteral(raw, { decimal });
  const isRate = isNumber(rate) && !rate.percent && sign(rate.value) > 0;
  if (!isRate)
    wrong(
      'rate',
      `${quote(raw)} is not a rate of exchange`,
      'a number above zero, such as 0.9123',
      isNumber(rate)
        ? 'Write how much of the second currency one unit of the first is'
        : adviceOn(rate.fault, decimal),
    );
  if (text('from') === text('to') && isCurrency(text('from')) && isRate && !equal(rate.value, ONE))
    wrong('rate', `A ${text('from')} would be ${raw} ${text('to')}`, 'two currencies, or a rate of 1');
  if (faults.length > 0 || !isRate) return faults;
  return { from: text('from'), to: text('to'), day, until, rate: toExactText(rate.value), at };
}

/** Rates of one pair that share days contradict each other, and none of them is used. */
function withoutClashes(rates: readonly Placed[]): {
  readonly sound: readonly Placed[];
  readonly clashes: readonly Issue[];
} {
  const clashing = new Set<Placed>();
  const clashes: Issue[] = [];
  for (const pair of groupBy(rates, ({ from, to }) => `${from} ${to}`).values()) {
    const ordered = pair.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    let longest = ordered[0] as Placed;
    for (const after of ordered.slice(1)) {
      if (after.day <= longest.until) {
        clashing.add(longest).add(after);
        clashes.push(twice(longest, after));
      }
      if (after.until > longest.until) longest = after;
    }
  }
  return { sound: rates.filter((one) => !clashing.has(one)), clashes };
}

function twice(before: Placed, { from, to, day, at }: Placed): Issue {
  return cellIssue(at, 'day', {
    code: 'rates.rate.twice',
    message: `${day} has a rate from ${from} to ${to} in row ${before.at.row} already`,
    expected: 'one rate of a pair of currencies on each day',
    hint: 'Remove one of the two rows; neither is used until then',
  });
}

function noRates(file: string | undefined): Issue {
  return issue({
    code: 'rows.none',
    at: file === undefined ? {} : { file },
    path: ['rates'],
    message: 'There are no rows of rates',
    expected: 'at least one row',
    hint: 'Check that this is the right file, or leave it out',
  });
}

/** What is to be converted: into which currency, at the rate of which day. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
}

/** The exact rate of a pair of currencies on a day; 1 for one currency; undefined where no row has it. */
export function rateOn({ rates }: Pick<Rates, 'rates'>, { from, to, on }: Conversion): Ratio | undefined {
  if (from === to) return ONE;
  const found = rates.find((one) => one.from === from && one.to === to && one.day <= on && on <= one.until);
  const read = found && readLiteral(found.rate);
  return read && isNumber(read) ? read.value : undefined;
}

/** An amount in another currency with the rate it was converted at, or why it cannot be converted. */
export type Converted =
  | { readonly ok: true; readonly amount: string; readonly rate: string }
  | { readonly ok: false; readonly issue: Issue };

/**
 * An amount in another currency.
 *
 * Formula:  amount × rate of the day
 * Units:    money text of `from` -> money text of `to`
 * Rounds:   once, to the smallest unit of `to`, half up unless another mode is given; one currency is left as it is
 * Issues:   rates.rate.missing
 * @example  convertMoney('100.00', { from: 'USD', to: 'EUR', on: '2027-01-29' }, rates) // { ok: true, amount: '91.23', rate: '0.9123' }
 */
export function convertMoney(
  amount: string,
  conversion: Conversion,
  rates: Pick<Rates, 'rates'>,
  mode: RoundingMode = 'halfUp',
): Converted {
  if (conversion.from === conversion.to) return { ok: true, amount, rate: '1' };
  const rate = rateOn(rates, conversion);
  if (rate === undefined) return { ok: false, issue: noRate(conversion) };
  const value = multiply(ratioOfDecimal(amount), rate);
  const digits = minorDigits(conversion.to) ?? 2;
  return { ok: true, amount: toFixed(value, digits, mode), rate: toExactText(rate) };
}

/** That there is no rate: for whoever needs one. */
export function noRate({ from, to, on }: Conversion): Issue {
  return issue({
    code: 'rates.rate.missing',
    message: `There is no rate from ${from} to ${to} on ${on}`,
    expected: 'a row of the rates with these currencies and this day',
    hint: `Add it: from ${from}, to ${to}, day ${on}; a rate is not turned round, crossed or taken from another day`,
  });
}
