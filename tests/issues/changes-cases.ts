import type { IssueCode } from '../../src/index.js';
import { basePeople, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { RowsCase } from './case.js';

const [ann, ben] = basePeople() as [Writing, Writing];
const raise: Writing = { id: 'ben', from: '2026-07-01', salary: '66000.00' };

/** Changes of Ben that cannot be made, or deserve a look. */
const ofBen = (
  code: IssueCode,
  when: string,
  rows: readonly unknown[],
  { where, says, ...rest }: { where: Where; says: string } & Partial<RowsCase>,
): RowsCase => ({ code, file: 'changes', when, rows, where, says, withheld: ['ben'], ...rest });

/** Rows of changes, merged onto Ann and Ben. */
export const changesCases: readonly RowsCase[] = [
  ofBen('changes.person.unknown', 'a raise of somebody who is not there', [{ ...raise, id: 'Ben' }], {
    where: { row: 1, column: 'id' },
    says: '"Ben" is not among the people',
    withheld: ['Ben'],
  }),
  ofBen('changes.from.missing', 'a raise without a day', [{ id: 'ben', salary: '66000.00' }], {
    where: { row: 1, column: 'from' },
    says: 'from which day "ben" changes',
  }),
  ofBen('changes.from.outside', 'a raise after leaving', [raise, { id: 'ben', left: '2026-06-30' }], {
    where: { row: 1, column: 'from' },
    says: '2026-07-01',
  }),
  ofBen('changes.from.outside', 'a raise before the hire', [{ ...raise, from: '2020-07-14' }], {
    where: { row: 1, column: 'from' },
    says: '2020-07-14',
  }),
  ofBen('changes.from.outside', 'a raise in a gap', [raise], {
    people: [ann, { ...ben, to: '2026-06-30' }, { ...ben, from: '2026-08-01' }],
    where: { row: 1, column: 'from' },
    says: '2026-07-01',
  }),
  ofBen('changes.from.several', 'a raise in one of two jobs', [raise], {
    people: [ann, { ...ben, share: '60%' }, { ...ben, share: '40%', team: 'North' }],
    where: { row: 1, column: 'from' },
    says: 'several assignments on 2026-07-01',
  }),
  ofBen('changes.column.refused', 'a raise for a while', [{ ...raise, to: '2026-08-31' }], {
    where: { row: 1, column: 'to' },
    says: 'no to',
  }),
  ofBen(
    'changes.column.refused',
    'changes within a change',
    [{ ...raise, assignments: [{ team: 'North' }] }],
    {
      where: { row: 1, column: 'assignments' },
      says: 'no assignments',
    },
  ),
  ofBen('changes.row.differ', 'two salaries from one day on', [raise, { ...raise, salary: '67000.00' }], {
    where: { row: 1, column: 'salary' },
    says: 'Rows 1, 2 change salary of "ben"',
  }),
  ofBen(
    'changes.row.differ',
    'two last days',
    [
      { id: 'ben', left: '2026-06-30' },
      { id: 'ben', left: '2026-07-31' },
    ],
    { where: { row: 1, column: 'left' }, says: 'Rows 1, 2 change left of "ben"' },
  ),
  ofBen('changes.row.later', 'a raise, and a transfer that is in the people already', [raise], {
    people: [ann, ben, { ...ben, from: '2026-10-01', team: 'North' }],
    where: { row: 1, column: 'salary' },
    says: 'The new salary of "ben" holds until 2026-10-01',
    withheld: [],
  }),
  ofBen('rows.column.unknown', 'a column with a slip', [{ id: 'ben', from: '2026-07-01', salry: '66000' }], {
    where: ['salry'],
    says: '"salry"',
    hint: 'salary',
    withheld: [],
  }),
  ofBen('rows.date.form', '31 June', [{ ...raise, from: '2026-06-31' }], {
    where: { row: 1, column: 'from' },
    says: '2026-06-31',
  }),
  ofBen('people.date.order', 'leaves before the hire', [{ id: 'ben', left: '2020-07-01' }], {
    where: { row: 1, column: 'left' },
    says: '2020-07-01 lies before 2020-07-15',
  }),
  ofBen(
    'people.left.missing',
    'a reason of leaving without a day',
    [{ id: 'ben', leftReason: 'retirement' }],
    {
      where: { row: 1, column: 'left' },
      says: 'and not when',
    },
  ),
  ofBen('people.share.form', 'a share of 60', [{ id: 'ben', from: '2026-07-01', share: 60 }], {
    where: { row: 1, column: 'share' },
    says: '"60" would be 6000 %',
  }),
];
