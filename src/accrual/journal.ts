import { minorDigits } from '../num/currency.js';
import { unitsToText } from '../num/decimal.js';
import type { Day } from '../time/day.js';
import type { GroupValues, JournalLine } from './accrual.js';
import type { Movement } from './movements.js';

/** How movements are booked. */
export interface Books {
  readonly date: Day;
  readonly columns: readonly string[];
  readonly reportingCurrency?: string;
  readonly exchangeAccount?: string;
}

/** The values of a group by column. */
export function valuesByColumn(columns: readonly string[], values: readonly string[]): GroupValues {
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
}

/** What an amount on an account is; positive amounts are debits. */
interface Entry {
  readonly role: 'expense' | 'exchange' | 'liability';
  readonly account: string;
  readonly debit: bigint;
}

/**
 * The journal of a closing day: debit expense, credit liability, for each line and on-cost. Where the expense is below
 * zero the sides are changed, as no ledger takes a negative debit. An exchange difference is a line of its own.
 *
 * Formula:  expense + exchange difference = change of the liability, so debits = credits for each line
 */
export function journalOf(movements: readonly Movement[], books: Books): JournalLine[] {
  return movements.flatMap((one) =>
    entriesOf(one, books)
      .filter(({ debit }) => debit !== 0n)
      .map((entry) => lineOf(entry, one, books)),
  );
}

function entriesOf({ accounts, expense, booked }: Movement, { exchangeAccount = '' }: Books): Entry[] {
  const cost = booked?.expense ?? expense;
  const exchange = booked?.exchange ?? 0n;
  return [
    { role: 'expense', account: accounts.expense, debit: cost },
    { role: 'exchange', account: exchangeAccount, debit: exchange },
    { role: 'liability', account: accounts.liability, debit: -(cost + exchange) },
  ];
}

function lineOf({ role, account, debit }: Entry, one: Movement, books: Books): JournalLine {
  const { date, columns, reportingCurrency } = books;
  const { plan, values } = one;
  const currency = reportingCurrency ?? one.currency;
  const digits = minorDigits(currency) ?? 2;
  const side = (amount: bigint) => unitsToText(amount > 0n ? amount : 0n, digits);
  return {
    lineId: idOf(role, account, one, books),
    date,
    account,
    debit: side(debit),
    credit: side(-debit),
    currency,
    group: valuesByColumn(columns, values),
    plan,
    text: textOf(role, one, books),
  };
}

function idOf(
  role: string,
  account: string,
  { plan, currency, onCost, values }: Movement,
  books: Books,
): string {
  const groups = values.map((value, index) => `${encoded(books.columns[index] ?? '')}=${encoded(value)}`);
  const cost = onCost === undefined ? [] : [`on-cost=${encoded(onCost)}`];
  return [plan, books.date, currency, ...cost, ...groups, role, account].map(plain).join(':');
}

function plain(part: string): string {
  return part.replace(/[: ]/g, encodeURIComponent);
}

/** Text as a part of an id, one to one: escapes also keep half characters apart, which no URI has. */
function encoded(text: string): string {
  return encodeURIComponent(JSON.stringify(text).slice(1, -1));
}

const ROLES = { expense: 'expense', exchange: 'exchange difference', liability: 'liability' } as const;

function textOf(role: Entry['role'], { plan, onCost, currency }: Movement, books: Books): string {
  const isConverted = books.reportingCurrency !== undefined && books.reportingCurrency !== currency;
  const what = [plan, onCost ?? 'awards', ROLES[role], ...(isConverted ? [`from ${currency}`] : [])];
  return `${what.join(', ')}, to ${books.date}`;
}
