import type { IssueCode } from '../../src/index.js';
import type { Writing } from '../support/base.js';
import type { RowsCase } from './case.js';

const guarantee: Writing = {
  id: 'ben',
  kind: 'guarantee',
  value: '8000',
  currency: 'USD',
  until: '2026-12-31',
  reason: 'first year',
  approver: 'CFO',
};

/** Ben's exception is wrong in some way, in the column named. */
const one = (code: IssueCode, column: string, changes: Writing, says: string): RowsCase => ({
  code,
  file: 'exceptions',
  when: JSON.stringify(changes),
  rows: [{ ...guarantee, ...changes }],
  where: { row: 1, column },
  says,
  withheld: ['ben'],
});

const two = (when: string, first: Writing, second: Writing, says: string): RowsCase => ({
  code: 'exceptions.overlap',
  file: 'exceptions',
  when,
  rows: [
    { ...guarantee, ...first },
    { ...guarantee, ...second },
  ],
  where: { row: 2, column: 'from' },
  says,
  withheld: ['ben', 'ben'],
});

/** Rows of exceptions. */
export const exceptionsCases: readonly RowsCase[] = [
  { ...one('rows.cell.option', 'kind', { kind: 'garantee' }, 'garantee'), hint: 'guarantee' },
  {
    ...one('rows.cell.option', 'value', { kind: 'treatment', value: 'prorated' }, 'prorated'),
    hint: 'prorate',
  },
  one('rows.cell.missing', 'kind', { kind: '' }, 'no kind'),
  one('rows.cell.missing', 'value', { value: '' }, 'no value'),
  one('rows.cell.missing', 'currency', { currency: '' }, 'no currency'),
  one('rows.cell.missing', 'until', { until: '' }, 'no until'),
  one('rows.cell.missing', 'reason', { reason: '' }, 'no reason'),
  one('rows.cell.missing', 'approver', { approver: ' ' }, 'no approver'),
  one('rows.date.order', 'until', { from: '2027-01-01' }, '2026-12-31 lies before 2027-01-01'),
  one('rows.number.form', 'value', { value: '80%' }, 'a percentage where an amount belongs'),
  one('rows.number.form', 'value', { kind: 'targetPercent', value: 15 }, '"15" would be 1500 %'),
  one('rows.number.form', 'value', { kind: 'targetPercent', value: '1' }, '"1" would be 100 %'),
  one('rows.number.form', 'value', { kind: 'proration', value: '75' }, '"75" would be 7500 %'),
  one('exceptions.value.range', 'value', { kind: 'proration', value: '100.01%' }, '100.01%'),
  one('exceptions.value.range', 'value', { kind: 'proration', value: '-1%' }, '-1%'),
  one('exceptions.value.range', 'value', { kind: 'targetPercent', value: '-5%' }, '-5%'),
  one('exceptions.value.range', 'value', { value: '-8000' }, '-8000'),
  two(
    'two guarantees meet on a day',
    { until: '2026-06-30' },
    { from: '2026-06-30', value: '9000' },
    'Rows 1 and 2 both set the guarantee of "ben"',
  ),
  two(
    'one for every plan and one for a plan',
    { from: '2026-01-01' },
    { from: '2026-02-01', plan: 'sales' },
    'Rows 1 and 2',
  ),
];
