import { readMeasure } from '../data/cells.js';
import { type Issue, quote, type TablePlace } from '../issue/issue.js';
import { adviceOn, type Literal } from '../num/literal.js';
import { add, lower, type Ratio, ratio, reduce, sign, ZERO } from '../num/ratio.js';
import type { CountName, Role } from './document.js';
import type { RowCells } from './read-facts.js';

/** A customer with the value at the start and at the end. */
export interface Customer {
  readonly at: TablePlace;
  readonly group: string;
  readonly start: Ratio;
  readonly end: Ratio;
  readonly faults: readonly Issue[];
  readonly ofAnyGroup: boolean;
}

/** Reads an amount of money of a row; `lowest` is 0 where it cannot be negative. */
export function readAmount(cells: RowCells, role: Role, decimal: '.' | ','): Ratio {
  const text = cells.text(role);
  const raw = cells.raw(role);
  const literal: Literal = typeof raw === 'number' ? raw : text;
  const read = text.includes('/')
    ? { message: `${quote(text)} is not an amount`, hint: adviceOn('form', decimal) }
    : readMeasure(literal, 'money', { decimal });
  if ('n' in read) return read;
  cells.refuse('sources.amount.form', role, {
    message: text === '' ? `This row has no ${role}` : read.message,
    expected: 'an amount such as 1200.00',
    hint: text === '' ? 'Write 0 where the customer is not there; nothing is taken to be zero' : read.hint,
  });
  return ZERO;
}

/** Reads a value that a customer has at some day: it cannot be below zero. */
export function readWorth(cells: RowCells, role: Role, decimal: '.' | ','): Ratio {
  const worth = readAmount(cells, role, decimal);
  if (sign(worth) < 0)
    cells.refuse('sources.amount.form', role, {
      message: `${quote(cells.text(role))} is below zero`,
      expected: 'what the customer is worth, 0 or more',
      hint: 'Correct the cell; credits and refunds are not the value of a customer',
    });
  return worth;
}

/** Customers who were there at the start, counted. */
export interface CohortCount {
  readonly customers: number;
  readonly kept: number;
  readonly start: Ratio;
  readonly end: Ratio;
  /** What they are worth at the end, each counted up to the value at the start. */
  readonly capped: Ratio;
}

export const NO_CUSTOMERS: CohortCount = { customers: 0, kept: 0, start: ZERO, end: ZERO, capped: ZERO };

/** The count with one more customer of the start. */
export function countCustomer(count: CohortCount, { start, end }: Customer): CohortCount {
  return {
    customers: count.customers + 1,
    kept: count.kept + Number(sign(end) > 0),
    start: add(count.start, start),
    end: add(count.end, end),
    capped: add(count.capped, lower(start, end)),
  };
}

/**
 * What an actuals row says of the customers who were there at the start; those who came later never count.
 *
 * Formula:  retention: count = worth more than 0 at the end; churn: count = the others; net revenue retention: value at
 *           the end ÷ value at the start; gross: the same with each customer counted up to the value at the start
 * Units:    ratios as p/q, so that 21/20 is 105 % and needs no sign
 * Rounds:   never
 * Source:   SaaS Metrics Standards Board as cited by imboard.ai: closed cohort. Others subtract contraction and churn
 *           from the start for the gross figure; it is lower where one customer shrinks and grows in the period.
 * @returns  undefined where the fraction is longer than an actuals file can hold
 */
export function cohortCells(
  counts: CountName,
  { customers, kept, start, end, capped }: CohortCount,
): Record<string, string> | undefined {
  const responses = String(customers);
  if (counts === 'retention') return { count: String(kept), responses };
  if (counts === 'churn') return { count: String(customers - kept), responses };
  const over = counts === 'netRevenueRetention' ? end : capped;
  const { n, d } = reduce(ratio(over.n * start.d, over.d * start.n));
  return String(n).length > LONGEST || String(d).length > LONGEST
    ? undefined
    : { value: `${n}/${d}`, responses };
}

/** Digits of a fraction in a file of actuals. */
const LONGEST = 18;
