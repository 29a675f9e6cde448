import { type Issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { toExactText, toFixed } from '../num/decimal.js';
import { type Ratio, sign } from '../num/ratio.js';
import { decimalUnit, isMultipleOf } from '../num/round.js';
import type { Day } from '../time/day.js';
import {
  type Cells,
  cellIssue,
  listed,
  neededDay,
  neededNumber,
  neededText,
  readCurrency,
  UNTIL,
} from './cells.js';
import { groupBy } from './group.js';
import { allIssues, type PersonRecord, readRecords } from './records.js';
import { cellText, type RowOptions, type TableInput } from './table.js';

/** What a manager decided on one award. With faults it cannot be used, and the person is withheld. */
export interface Decision extends PersonRecord {
  readonly plan: string;
  /** With the decimals of its currency; as written where it has a fault. */
  readonly amount: string;
  readonly currency: string;
  /** Who decided, and on which day. */
  readonly by: string;
  readonly on: Day;
  readonly reason?: string;
  /** What the formula gave when the worksheet was made, where the row says it. */
  readonly formula?: string;
}

/** Decisions as read, with everything that was found. Plain data. */
export interface Decisions {
  readonly decisions: readonly Decision[];
  readonly issues: readonly Issue[];
}

/** The columns of a worksheet, in their order. Those that are not read back only tell the manager something. */
export const decisionColumns = [
  ...['id', 'name', 'plan', 'target', 'formula', 'currency', 'lowest', 'highest'],
  ...['amount', 'reason', 'by', 'on', 'budget', 'left'],
] as const;

/**
 * Reads decisions as they come back in worksheets: one row per award, with the amount, who decided, when and why. A
 * row without an amount decides nothing: there the formula stands.
 *
 * Issues:   rows.*, decisions.amount.negative, decisions.amount.decimals, decisions.amount.blank, decisions.award.twice
 * @example  parseDecisions([{ id: 'e-1', plan: 'annual', amount: '1100', currency: 'EUR', by: 'm-1', on: '2027-01-20', reason: 'led the launch' }])
 */
export function parseDecisions(input: TableInput, { decimal = '.' }: RowOptions = {}): Decisions {
  const form = { kind: 'decisions', columns: decisionColumns, decimal } as const;
  const blanks: Issue[] = [];
  const { records, issues } = readRecords(input, form, (cells) =>
    cellText(cells.row['amount']) === '' ? readBlank(cells, blanks) : readDecision(cells),
  );
  const stated = records.filter(({ amount, faults }) => amount !== '' || faults.length > 0);
  const decisions = withoutTwins(stated);
  return { decisions, issues: [...allIssues({ issues, records: decisions }), ...blanks] };
}

type Read = Omit<Decision, keyof PersonRecord>;

/** A row that decides nothing; who gave a reason or a day for it may have forgotten the amount. */
function readBlank({ row, at }: Cells, blanks: Issue[]): Read {
  const text = (column: string) => cellText(row[column]);
  const filled = [...(text('reason') === '' ? [] : ['a reason']), ...(text('on') === '' ? [] : ['a day'])];
  if (filled.length > 0)
    blanks.push(
      cellIssue(at, 'amount', {
        code: 'decisions.amount.blank',
        message: `The row of ${quote(text('id'))} has ${filled.join(' and ')} and no amount, so nothing is decided`,
        expected: 'an amount, or a row without reason and day',
        hint: 'Write the amount if one was decided; the formula stands until then',
      }),
    );
  return { plan: text('plan'), amount: '', currency: '', by: '', on: '' };
}

function readDecision(cells: Cells): Read {
  const plan = neededText(cells, 'plan', 'the id of the plan');
  neededText(cells, 'currency', 'a code of ISO 4217, such as EUR');
  const currency = readCurrency(cells);
  const amount = readAmount(cells, currency);
  const formula = readFormula(cells, currency);
  const reason = cellText(cells.row['reason']);
  return {
    plan,
    amount,
    currency,
    by: neededText(cells, 'by', 'the id of who decided'),
    on: neededDay(cells, 'on'),
    ...(reason !== '' && { reason }),
    ...(formula !== undefined && { formula }),
  };
}

function readAmount(cells: Cells, currency: string): string {
  const { raw, value } = neededNumber(cells, 'amount', 'money');
  if (value === undefined) return String(raw);
  const digits = minorDigits(currency);
  const wrong = (
    code: 'decisions.amount.negative' | 'decisions.amount.decimals',
    why: string,
    expected: string,
  ) =>
    cells.faults.push(
      cellIssue(cells.at, 'amount', {
        code,
        message: `${quote(raw)} ${why}`,
        expected,
        hint: `Correct the cell; ${UNTIL.rows}`,
      }),
    );
  if (sign(value) < 0) wrong('decisions.amount.negative', 'lies below zero', 'zero or more');
  if (digits === undefined) return String(raw);
  if (isMultipleOf(value, decimalUnit(digits))) return toFixed(value, digits);
  wrong(
    'decisions.amount.decimals',
    `has more decimals than ${currency}`,
    `an amount with ${digits} decimals`,
  );
  return String(raw);
}

/** The amount of the formula as the worksheet had it, written as awards are, so that the two can be compared. */
function readFormula(cells: Cells, currency: string): string | undefined {
  if (cellText(cells.row['formula']) === '') return undefined;
  const { raw, value } = neededNumber(cells, 'formula', 'money');
  return value === undefined ? String(raw) : asMoney(value, minorDigits(currency) ?? 2);
}

function asMoney(value: Ratio, digits: number): string {
  return isMultipleOf(value, decimalUnit(digits)) ? toFixed(value, digits) : toExactText(value);
}

/**
 * Decisions of several files as one, such as the worksheets of all managers. Two rows of two files for one award are
 * as bad as two of one.
 *
 * Issues:   decisions.award.twice
 */
export function mergeDecisions(files: readonly Decisions[]): Decisions {
  const isTwice = ({ code }: Issue) => code === 'decisions.award.twice';
  const records = files.flatMap(({ decisions }) =>
    decisions.map((one) => ({ ...one, faults: one.faults.filter((fault) => !isTwice(fault)) })),
  );
  const issues = files.flatMap((one) => one.issues).filter((one) => !isTwice(one));
  const decisions = withoutTwins(records);
  return { decisions, issues: allIssues({ issues, records: decisions }) };
}

/** Of two rows for one award nobody knows which counts. */
function withoutTwins(records: readonly Decision[]): Decision[] {
  const groups = groupBy(records, ({ person, plan }) => JSON.stringify([person, plan]));
  const clashes = new Map(
    [...groups.values()].flatMap((group) => {
      const clash = group.length > 1 && twice(group);
      return clash ? group.map((one) => [one, clash] as const) : [];
    }),
  );
  return records.map((one) => {
    const clash = clashes.get(one);
    return clash === undefined ? one : { ...one, faults: [...one.faults, clash] };
  });
}

function twice(group: readonly Decision[]): Issue {
  const [first] = group as [Decision];
  const files = new Set(group.map(({ at }) => at.file));
  const where = files.size < 2 ? '' : ` of ${[...files].join(', ')}`;
  return cellIssue(first.at, 'amount', {
    code: 'decisions.award.twice',
    message: `Rows ${listed(group)}${where} all decide the award of ${quote(first.person)} in ${quote(first.plan)}`,
    expected: 'one decision on each award',
    hint: `Keep the one that counts; ${UNTIL.rows}`,
  });
}
