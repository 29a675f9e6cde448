import type { IssueCode } from '../../src/index.js';
import { issue } from '../../src/issue/issue.js';
import type { Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { RowsCase } from './case.js';

const absence: Writing = { id: 'ben', type: 'parental', from: '2026-03-01', to: '2026-05-31' };

/** Ben's leave is wrong in some way. */
const one = (code: IssueCode, when: string, changes: Writing, where: Where, says: string): RowsCase => ({
  code,
  file: 'leave',
  when,
  rows: [{ ...absence, ...changes }],
  where,
  says,
  withheld: ['ben'],
});

const at = (column: string, row = 1) => ({ row, column });
const leave = (rest: Omit<RowsCase, 'file'>): RowsCase => ({ ...rest, file: 'leave' });

const notRead = issue({
  code: 'file.row.width',
  at: { file: 'leave.csv', row: 2 },
  message: 'This row has more cells than the header',
  expected: 'four cells',
  hint: 'Quote cells that hold a comma',
});

/** Rows of leave; what any row that belongs to a person can have wrong is shown here. */
export const leaveCases: readonly RowsCase[] = [
  leave({
    code: 'rows.none',
    when: 'the file is empty',
    rows: { file: 'leave.csv', rows: [] },
    where: { file: 'leave.csv' },
    says: 'no leave rows',
  }),
  leave({ code: 'rows.record.form', when: 'text', rows: 'id,type', where: ['leave'], says: 'id,type' }),
  leave({ code: 'rows.record.form', when: 'no file', rows: null, where: ['leave'], says: 'null' }),
  leave({
    code: 'rows.record.form',
    when: 'a row is a list',
    rows: [absence, ['ann', 'sick']],
    where: { row: 2 },
    says: 'sick',
  }),
  leave({
    code: 'rows.id.missing',
    when: 'a blank id',
    rows: { file: 'leave.csv', rows: [{ ...absence, id: ' ' }], numbers: [7] },
    where: { file: 'leave.csv', row: 7, column: 'id' },
    says: 'no id',
  }),
  leave({
    code: 'people.id.form',
    when: 'an id of 20 digits has lost some',
    rows: [{ ...absence, id: Number('12345678901234567890') }],
    where: at('id'),
    says: '12345678901234567000',
    withheld: ['12345678901234567000'],
  }),
  leave({
    code: 'rows.id.unknown',
    when: 'leave of somebody who is not there',
    rows: [{ ...absence, id: 'Ben' }],
    where: at('id'),
    says: '"Ben"',
  }),
  leave({
    code: 'rows.column.unknown',
    when: 'a column with a slip',
    rows: [{ ...absence, tpye: 'sick' }],
    where: ['tpye'],
    says: 'tpye',
    hint: 'type',
  }),
  leave({
    code: 'rows.row.duplicate',
    when: 'a double export',
    rows: [absence, { id: 'ann', type: 'sick', from: '2026-02-02' }, { ...absence, to: '2026-05-31 ' }],
    where: { row: 1 },
    says: 'Rows 1, 3 are the same',
    withheld: ['ben', 'ben'],
  }),
  leave({
    code: 'file.row.width',
    when: 'a row that a reader does not vouch for',
    rows: { file: 'leave.csv', rows: [absence], numbers: [2], faults: [notRead] },
    where: { file: 'leave.csv', row: 2 },
    says: 'more cells',
    withheld: ['ben'],
  }),
  one('rows.cell.missing', 'a blank type', { type: ' ' }, at('type'), 'no type'),
  one('rows.cell.missing', 'no first day', { from: null }, at('from'), 'no from'),
  one('rows.date.form', '30 February', { from: '2026-02-30' }, at('from'), '2026-02-30'),
  one('rows.date.form', 'a day as a spreadsheet shows it', { to: '31.05.2026' }, at('to'), '31.05.2026'),
  one(
    'rows.date.order',
    'an end before the beginning',
    { to: '2026-02-28' },
    at('to'),
    '2026-02-28 lies before 2026-03-01',
  ),
  leave({
    code: 'leave.overlap',
    when: 'sick on the last day of parental leave',
    rows: [{ id: 'ben', type: 'sick', from: '2026-05-31', to: '2026-06-02' }, absence],
    where: at('from'),
    says: 'Rows 2 and 1 both put "ben" on leave on 2026-05-31',
    withheld: ['ben', 'ben'],
  }),
  leave({
    code: 'leave.overlap',
    when: 'a leave that lasts, and a later one',
    rows: [
      { ...absence, to: '' },
      { ...absence, from: '2027-01-01', to: '2027-01-31' },
    ],
    where: at('from', 2),
    says: 'Rows 1 and 2 both put "ben" on leave on 2027-01-01',
    withheld: ['ben', 'ben'],
  }),
];
