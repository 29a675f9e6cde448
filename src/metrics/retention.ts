import {
  cellText,
  isRecord,
  noRecord,
  type Row,
  type RowOptions,
  rowsOf,
  type TableInput,
} from '../data/table.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { divide, lower, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import { sumOf } from './estimate.js';
import { checkDivisors, failed, readNumber, type Scored } from './read.js';
import { notNegative } from './rules.js';

/** What became of the customers there were at the start: rates as ratios, exactly, and values in their currency. */
export interface Retention {
  /** Net revenue retention: what the customers of the start are worth at the end, of what they were worth. */
  readonly nrr: string;
  /** Gross revenue retention: the same with every customer counted for no more than at the start. */
  readonly grr: string;
  /** The share of customers who still have any value, each counting as one. */
  readonly logoRetention: string;
  readonly start: string;
  readonly end: string;
  readonly expansion: string;
  readonly contraction: string;
  /** Value of the customers who are gone. */
  readonly churn: string;
  /** Customers with a value at the start: the cohort. */
  readonly customers: number;
  readonly lost: number;
  /** Customers without a value at the start, who are in no rate, and what they are worth at the end. */
  readonly newCustomers: number;
  readonly newValue: string;
}

/** A customer's value at the start and at the end of a period. */
interface Customer {
  readonly start: Ratio;
  readonly end: Ratio;
}

/**
 * Retention from rows of customers, one each, with their value at the `start` and at the `end` of a period, such as
 * yearly recurring revenue. A closed cohort: customers who were not there at the start are left out and counted.
 * A column `customer` names them, so that nobody counts twice; a column `currency` must be the same for all.
 *
 * Formula:  NRR = Σ end / Σ start; GRR = Σ min(end, start) / Σ start; logo retention = customers with end > 0 / customers
 * Units:    money -> ratios (1 = 100 %) and money
 * Rounds:   never
 * Issues:   metrics.input.form, metrics.value.*, metrics.row.twice, metrics.currency.mixed, metrics.cohort.none, metrics.size.limit
 * Source:   the definitions of the SaaS Metrics Standards Board
 * @example  customerRetention([{ start: 100, end: 130 }, { start: 200, end: 0 }]) // nrr '13/30', grr '1/3'
 */
export function customerRetention(input: TableInput, { decimal = '.' }: RowOptions = {}): Scored<Retention> {
  const issues: Issue[] = [];
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, 'customers');
  if (!isTable) issues.push(notRows(input));
  const customers = Array.from(rows, (row, index) => {
    const [fault, at] = [faultOf(index), placeOf(index)];
    if (fault) issues.push(fault);
    return readCustomer(row, { at, decimal, issues });
  });
  checkAlike(rows, placeOf, issues);
  const known = customers.filter((one) => one !== undefined);
  checkDivisors(valuesOf(known), issues);
  const cohort = known.filter(({ start }) => sign(start) > 0);
  if (cohort.length === 0 && issues.length === 0) issues.push(noCohort());
  if (issues.length > 0) return failed(issues);
  const outside = known.filter(({ start, end }) => sign(start) === 0 && sign(end) > 0);
  return { ok: true, result: retentionOf(cohort, outside), issues };
}

function* valuesOf(customers: readonly Customer[]): Generator<Ratio> {
  for (const { start, end } of customers) yield* [start, end];
}

function readCustomer(
  row: unknown,
  { at, decimal, issues }: { at: TablePlace; decimal: '.' | ','; issues: Issue[] },
): Customer | undefined {
  if (!isRecord(row)) {
    issues.push(notACustomer(row, at));
    return undefined;
  }
  const [start, end] = ['start', 'end'].map((column) =>
    readNumber(row[column], notNegative, { path: [column], at, decimal }, issues),
  );
  return start && end && { start, end };
}

function retentionOf(cohort: readonly Customer[], outside: readonly Customer[]): Retention {
  const total = (of: (customer: Customer) => Ratio, among = cohort) => sumOf(among.map(of));
  const start = total((one) => one.start);
  const end = total((one) => one.end);
  const kept = total((one) => lower(one.start, one.end));
  const lost = cohort.filter((one) => sign(one.end) === 0);
  const churn = total((one) => one.start, lost);
  return {
    nrr: toExactText(divide(end, start)),
    grr: toExactText(divide(kept, start)),
    logoRetention: toExactText(ratio(cohort.length - lost.length, cohort.length)),
    start: toExactText(start),
    end: toExactText(end),
    expansion: toExactText(subtract(end, kept)),
    contraction: toExactText(subtract(subtract(start, kept), churn)),
    churn: toExactText(churn),
    customers: cohort.length,
    lost: lost.length,
    newCustomers: outside.length,
    newValue: toExactText(total((one) => one.end, outside)),
  };
}

/** Nobody twice, and all values in one currency. */
function checkAlike(rows: readonly Row[], placeOf: (index: number) => TablePlace, issues: Issue[]): void {
  const seen = new Set<string>();
  let currency: string | undefined;
  for (const [index, row] of rows.entries()) {
    if (!isRecord(row)) continue;
    const [customer, own] = [cellText(row['customer']), cellText(row['currency'])];
    if (customer !== '' && seen.has(customer)) issues.push(customerTwice(customer, placeOf(index)));
    seen.add(customer);
    currency ??= own;
    if (own === currency) continue;
    issues.push(otherCurrency([currency, own], placeOf(index)));
  }
}

function notRows(input: unknown): Issue {
  return issue({
    code: 'metrics.input.form',
    message: `${quote(input)} is not a list of customers`,
    expected: 'a list of rows with start and end',
    hint: 'Give one row per customer',
  });
}

function notACustomer(row: unknown, at: TablePlace): Issue {
  return noRecord(row, {
    code: 'metrics.input.form',
    at,
    expected: 'an object with start and end',
    hint: 'Give the value of one customer at the start and at the end',
  });
}

function customerTwice(customer: string, at: TablePlace): Issue {
  return issue({
    code: 'metrics.row.twice',
    at: { ...at, column: 'customer' },
    path: ['customer'],
    message: `Customer ${quote(customer)} has an earlier row`,
    expected: 'one row per customer',
    hint: 'Add up the rows of one customer, or remove the wrong ones',
  });
}

function otherCurrency([first, own]: readonly [string, string], at: TablePlace): Issue {
  return issue({
    code: 'metrics.currency.mixed',
    at: { ...at, column: 'currency' },
    path: ['currency'],
    message: `This row has the currency ${quote(own)}, the first ${quote(first)}`,
    expected: 'one currency for all customers',
    hint: 'Convert the values at one rate, or calculate each currency for itself',
  });
}

function noCohort(): Issue {
  return issue({
    code: 'metrics.cohort.none',
    message: 'No customer has a value at the start',
    expected: 'at least one customer with a start above 0',
    hint: 'Check which column is the start; new customers cannot be retained yet',
  });
}
