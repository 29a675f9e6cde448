import type { Issue } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import type { Day } from '../time/day.js';
import { checkOrder, neededDay, neededNumber, neededText, readCurrency, readDay } from './cells.js';
import { allIssues, type PersonRecord, readRecords } from './records.js';
import type { RowOptions, TableInput } from './table.js';

/** Pay that was earned, as payroll gives it. With faults it cannot be used, and the person is withheld. */
export interface Earning extends PersonRecord {
  /** The kind of pay, such as base or overtime; plans name the codes that count. */
  readonly code: string;
  /** As written; a correction is negative. */
  readonly amount: Literal;
  readonly currency: string;
  /** First day it was earned on. */
  readonly from: Day;
  /** Last day, counted; that of `from` where the cell is blank. */
  readonly to: Day;
}

/** Earnings as read, with everything that was found. */
export interface Earnings {
  readonly earnings: readonly Earning[];
  readonly issues: readonly Issue[];
  readonly decimal: '.' | ',';
}

/** The columns of the earnings file. */
export const earningsColumns = ['id', 'code', 'amount', 'currency', 'from', 'to'] as const;

/**
 * Reads earnings: one row per amount and the days it was earned on, both ends counted; a blank `to` is one
 * day. Negative amounts are corrections.
 *
 * Issues:   rows.*
 * @example  parseEarnings([{ id: 'e-1', code: 'base', amount: '5000.00', currency: 'EUR', from: '2026-01-01', to: '2026-01-31' }])
 */
export function parseEarnings(input: TableInput, { decimal = '.' }: RowOptions = {}): Earnings {
  const read = readRecords(input, { kind: 'earnings', columns: earningsColumns, decimal }, (cells) => {
    const code = neededText(cells, 'code', 'a kind of pay, such as base');
    const amount = neededNumber(cells, 'amount', 'money').raw;
    neededText(cells, 'currency', 'a code of ISO 4217, such as EUR');
    const currency = readCurrency(cells);
    const from = neededDay(cells, 'from');
    const to = readDay(cells, 'to') ?? from;
    checkOrder(cells, 'rows.date.order', [from, to, 'to']);
    return { code, amount, currency, from, to };
  });
  return { earnings: read.records, issues: allIssues(read), decimal };
}
