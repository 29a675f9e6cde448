import type { Accrual, AccrualClosing, AccrualLine, JournalLine } from '../accrual/index.js';
import { type ColumnOf, csvOf, decimals, versioned } from './output-files.js';

/** An accrual as versioned JSON. */
export function accrualJson(accrual: Accrual): string {
  return versioned('accrual', accrual);
}

/** A line of an accrual with the closing day it is of. */
type ClosingLine = AccrualLine & Pick<AccrualClosing, 'closing' | 'status'>;

/** The lines of all closing days as CSV. */
export function accrualCsv({ closings, columns }: Accrual): string {
  const lines = closings.flatMap(({ closing, status, lines: own }) =>
    own.map((one): ClosingLine => ({ ...one, closing, status })),
  );
  const columnsOf: readonly ColumnOf<ClosingLine>[] = [
    { name: 'closing', text: false, of: (line) => line.closing },
    { name: 'status', text: true, of: (line) => line.status },
    { name: 'plan', text: true, of: (line) => line.plan },
    ...groupColumns(columns),
    { name: 'onCost', text: true, of: (line) => line.onCost },
    { name: 'rate', text: false, of: (line) => decimals(line.rate) },
    { name: 'people', text: false, of: (line) => line.people },
    { name: 'restsOn', text: true, of: (line) => line.restsOn },
    { name: 'currency', text: true, of: (line) => line.currency },
    { name: 'estimate', text: false, of: (line) => line.estimate },
    { name: 'liability', text: false, of: (line) => line.liability },
    { name: 'expense', text: false, of: (line) => line.expense },
    { name: 'reportingCurrency', text: true, of: (line) => line.reporting?.currency },
    { name: 'exchangeRate', text: false, of: (line) => decimals(line.reporting?.rate) },
    { name: 'reportedLiability', text: false, of: (line) => line.reporting?.liability },
    { name: 'reportedExpense', text: false, of: (line) => line.reporting?.expense },
    { name: 'exchangeDifference', text: false, of: (line) => line.reporting?.exchange },
  ];
  return csvOf(columnsOf, lines);
}

/** The journal of all closing days as CSV. */
export function journalCsv({ journal, columns }: Accrual): string {
  const columnsOf: readonly ColumnOf<JournalLine>[] = [
    { name: 'lineId', text: true, of: (line) => line.lineId },
    { name: 'date', text: false, of: (line) => line.date },
    { name: 'account', text: true, of: (line) => line.account },
    { name: 'debit', text: false, of: (line) => line.debit },
    { name: 'credit', text: false, of: (line) => line.credit },
    { name: 'currency', text: true, of: (line) => line.currency },
    ...groupColumns(columns),
    { name: 'plan', text: true, of: (line) => line.plan },
    { name: 'text', text: true, of: (line) => line.text },
  ];
  return csvOf(columnsOf, journal);
}

/** Names that columns of the files have already: a column of people of such a name says whose it is. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['closing', 'status', 'plan', 'onCost', 'rate', 'people', 'restsOn', 'currency', 'estimate'],
  ...['liability', 'expense', 'reportingCurrency', 'exchangeRate', 'reportedLiability'],
  ...['reportedExpense', 'exchangeDifference', 'lineId', 'date', 'account', 'debit', 'credit', 'text'],
]);

/** A column for each that lines are made by. */
function groupColumns(columns: readonly string[]): ColumnOf<Pick<JournalLine, 'group'>>[] {
  return columns.map((column) => ({
    name: TAKEN.has(column) ? `people.${column}` : column,
    text: true,
    of: ({ group }) => group[column],
  }));
}
