import type {
  Accrual,
  AccrualClosing,
  AccrualControl,
  AccrualLine,
  AccrualTotal,
  PaidComparison,
} from '../accrual/index.js';
import { toFixed } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { multiply, ratio } from '../num/ratio.js';
import { formatTable, heading } from '../words/columns.js';
import { groupThousands } from '../words/grouped.js';
import { terminalWidth } from './terminal.js';

/** An accrual for people: a table for each closing day, what was accrued against what was paid, the journal's sums. */
export function showAccrual(accrual: Accrual): string {
  const { closings, againstPaid, journal } = accrual;
  return [
    ...closings.flatMap((closing) => [titleOf(closing), closingTable(closing, accrual)]),
    ...(againstPaid ? [heading('Accrued against paid'), paidTable(againstPaid, accrual)] : []),
    heading('Journal'),
    `${journal.length} line${journal.length === 1 ? '' : 's'}`,
    ...accrual.controls.filter(({ control }) => control === 'debits and credits').map(sidesOf),
  ].join('\n');
}

function titleOf({ closing, status, paid, plans }: AccrualClosing): string {
  const earned = plans.map(({ plan, earned: share }) =>
    plans.length > 1 ? `${plan} ${percentOf(share)}` : percentOf(share),
  );
  const what = paid ? 'paid' : `${status === 'final' ? 'final' : 'estimate'}, ${earned.join(', ')} earned`;
  return heading(`${closing}: ${what}`);
}

/** A share in percent, to a hundredth: display only. */
function percentOf(share: string): string {
  const read = readLiteral(share);
  return isNumber(read) ? `${toFixed(multiply(read.value, ratio(100n)), 2)}%` : share;
}

type Shown = AccrualLine | AccrualTotal;

function closingTable({ lines, totals }: AccrualClosing, accrual: Accrual): string {
  const { columns, reportingCurrency } = accrual;
  const reported =
    reportingCurrency === undefined ? [] : REPORTED.map((key) => `${key} ${reportingCurrency}`);
  const titles = [
    ...wordColumns(columns),
    ...['people', 'estimate', 'liability', 'expense'].map(amountColumn),
    { title: '' },
    ...(reportingCurrency === undefined ? [] : ['rate', ...reported].map(amountColumn)),
    { title: 'rests on' },
  ];
  const row = (one: Shown) => [
    ...wordsOf(one, columns),
    String(one.people ?? ''),
    ...[one.estimate, one.liability, one.expense].map(money),
    one.currency,
    ...(reportingCurrency === undefined ? [] : reportedOf(one)),
    one.restsOn ?? '',
  ];
  // Without columns a line is its total.
  const rows = columns.length === 0 ? totals.map(row) : [...lines.map(row), ...totals.map(row)];
  return formatTable(titles, rows, terminalWidth());
}

const REPORTED = ['liability', 'expense', 'exchange'] as const;

function amountColumn(title: string) {
  return { title, right: true };
}

function reportedOf({ reporting }: Shown): string[] {
  return [reporting?.rate ?? '', ...REPORTED.map((key) => money(reporting?.[key]))];
}

function wordColumns(columns: readonly string[]) {
  return [{ title: 'plan' }, ...columns.map((title) => ({ title })), { title: 'of' }];
}

/** A total stands under its lines, without values in their columns. */
function wordsOf(one: Shown | PaidComparison, columns: readonly string[]): string[] {
  const values = columns.map((column) => ('group' in one ? (one.group?.[column] ?? '') : ''));
  const what = one.onCost ?? 'awards';
  const isTotal = columns.length > 0 && !('group' in one);
  return [one.plan, ...values, isTotal ? `total ${what}` : what];
}

function paidTable({ lines, totals }: NonNullable<Accrual['againstPaid']>, { columns }: Accrual): string {
  const titles = [
    ...wordColumns(columns),
    ...['estimate', 'accrued', 'paid', 'paid − estimate', 'paid − accrued'].map(amountColumn),
    { title: '' },
    { title: '' },
  ];
  const row = (one: PaidComparison) => [
    ...wordsOf(one, columns),
    ...[one.estimate, one.accrued, one.paid, one.offEstimate, one.difference].map(money),
    one.currency,
    one.verdict,
  ];
  const rows = columns.length === 0 ? totals.map(row) : [...lines.map(row), ...totals.map(row)];
  return formatTable(titles, rows, terminalWidth());
}

function money(amount: string | undefined): string {
  return amount === undefined ? '' : groupThousands(amount);
}

function sidesOf({ closing, currency, left, right, holds }: AccrualControl): string {
  return `${closing}: debit ${money(left)} ${holds ? '=' : 'is not'} credit ${money(right)} ${currency}`;
}
