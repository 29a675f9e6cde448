import { type Issue, quote } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare, ONE, sign } from '../num/ratio.js';
import { treatmentWords } from '../plan/people-rules.js';
import type { Day } from '../time/day.js';
import {
  type Cells,
  cellIssue,
  checkOrder,
  type Measure,
  neededDay,
  neededNumber,
  neededText,
  readCurrency,
  readDay,
  readWord,
  UNTIL,
} from './cells.js';
import { allIssues, markOverlaps, type PersonRecord, readRecords } from './records.js';
import { cellText, type RowOptions, type TableInput } from './table.js';

/** What an exception sets. */
export const exceptionKinds = [
  'targetPercent',
  'targetAmount',
  'proration',
  'guarantee',
  'treatment',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** What was decided for one person against the rule. With faults it cannot be used, and the person is withheld. */
export interface PayException extends PersonRecord {
  /** The plan it is for; absent: every plan. */
  readonly plan?: string;
  readonly kind: ExceptionKind;
  /** As written: a percentage, an amount, or the word of a treatment. */
  readonly value: Literal;
  /** Currency of an amount. */
  readonly currency?: string;
  /** First day; absent: from the start. */
  readonly from?: Day;
  /** Last day, counted. */
  readonly until: Day;
  readonly reason: string;
  readonly approver: string;
}

/** Exceptions as read, with everything that was found. */
export interface Exceptions {
  readonly exceptions: readonly PayException[];
  readonly issues: readonly Issue[];
  readonly decimal: '.' | ',';
}

/** The columns of the exceptions file. */
export const exceptionColumns = [
  ...['id', 'plan', 'kind', 'value', 'currency', 'from', 'until', 'reason', 'approver'],
] as const;

/**
 * Reads exceptions: one row per decision, with its last day, its reason and who approved it.
 *
 * Issues:   rows.*, exceptions.value.range, exceptions.overlap
 * @example  parseExceptions([{ id: 'e-1', kind: 'guarantee', value: '8000', currency: 'EUR', until: '2026-12-31', reason: 'first year', approver: 'CFO' }])
 */
export function parseExceptions(input: TableInput, { decimal = '.' }: RowOptions = {}): Exceptions {
  const form = { kind: 'exceptions', columns: exceptionColumns, decimal } as const;
  const read = readRecords(input, form, readException);
  const exceptions = markOverlaps(
    read.records,
    ({ person, kind }) => JSON.stringify([person, kind]),
    ({ until, ...days }) => ({ ...days, to: until }),
    overlap,
  );
  return { exceptions, issues: allIssues({ ...read, records: exceptions }), decimal };
}

function readException(cells: Cells): Omit<PayException, keyof PersonRecord> {
  const plan = cellText(cells.row['plan']);
  const kind = readWord(cells, 'kind', exceptionKinds);
  const value =
    kind === undefined ? neededText(cells, 'value', 'a value of the kind') : readValue(cells, kind);
  const currency = readCurrency(cells);
  const from = readDay(cells, 'from');
  const until = neededDay(cells, 'until');
  checkOrder(cells, 'rows.date.order', [from, until, 'until']);
  return {
    ...(plan !== '' && { plan }),
    // Nobody reads the kind of a record with faults.
    kind: kind ?? 'treatment',
    value,
    ...(currency !== '' && { currency }),
    ...(from !== undefined && { from }),
    until,
    reason: neededText(cells, 'reason', 'why it was decided'),
    approver: neededText(cells, 'approver', 'who approved it'),
  };
}

/** How the value of each kind is written; that of a treatment is a word. */
const MEASURES: Readonly<Record<Exclude<ExceptionKind, 'treatment'>, Measure>> = {
  targetPercent: 'percent',
  targetAmount: 'money',
  proration: 'share',
  guarantee: 'money',
};

function readValue(cells: Cells, kind: ExceptionKind): Literal {
  if (kind === 'treatment') return readWord(cells, 'value', treatmentWords) ?? '';
  if (MEASURES[kind] === 'money') neededText(cells, 'currency', 'a code of ISO 4217, such as EUR');
  const { raw, value } = neededNumber(cells, 'value', MEASURES[kind]);
  const above = kind === 'proration' && value !== undefined && compare(value, ONE) > 0;
  if (value !== undefined && (above || sign(value) < 0)) {
    cells.faults.push(
      cellIssue(cells.at, 'value', {
        code: 'exceptions.value.range',
        message: `${quote(raw)} cannot be the ${kind} of an exception`,
        expected: kind === 'proration' ? '0% to 100%' : 'zero or more',
        hint: `Correct the cell; ${UNTIL.rows}`,
      }),
    );
  }
  return raw;
}

function overlap(before: PayException, after: PayException): Issue {
  return cellIssue(after.at, 'from', {
    code: 'exceptions.overlap',
    message: `Rows ${before.at.row} and ${after.at.row} both set the ${after.kind} of ${quote(after.person)} on the same days`,
    expected: 'one exception of a kind on any day of a plan',
    hint: `End the earlier one on the day before; ${UNTIL.rows}`,
  });
}
