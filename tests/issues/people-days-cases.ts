import type { IssueCode } from '../../src/index.js';
import { basePeople, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';

const [ann, ben] = basePeople() as [Writing, Writing];

/** Ben has several rows that do not go together in some way; Ann is paid. */
const rows = (
  code: IssueCode,
  when: string,
  changes: readonly Writing[],
  { where, says, withheld = ['ben'] }: { where: Where; says: string; withheld?: string[] },
): IssueCase => ({
  code,
  when,
  people: [ann, ...changes.map((change) => ({ ...ben, ...change }))],
  where,
  says,
  withheld,
});

const share = (written: unknown, says: string): IssueCase =>
  rows('people.share.form', `a share of ${written}`, [{ share: written }], {
    where: { row: 2, column: 'share' },
    says,
  });

/** Days, shares and leaving of one person over several rows. */
export const peopleDaysCases: readonly IssueCase[] = [
  rows(
    'people.assignment.gap',
    'a change for July only, and nobody says what comes after',
    [{ from: '2026-01-01' }, { from: '2026-07-01', to: '2026-07-31', team: 'North' }],
    { where: { row: 3, column: 'to' }, says: 'no assignment after 2026-07-31', withheld: [] },
  ),
  rows(
    'people.id.duplicate',
    'leaves, and a later row of the same id says nothing of it',
    [{ left: '2026-03-31' }, { from: '2026-07-01' }],
    { where: { row: 2, column: 'id' }, says: 'differ in left' },
  ),
  rows('people.left.missing', 'a reason of leaving without a day', [{ leftReason: 'retirement' }], {
    where: { row: 2, column: 'left' },
    says: 'and not when',
  }),
  share('0%', '"0%" is no part'),
  share('-20%', '"-20%" is no part'),
  share('120%', '"120%" is no part'),
  share(60, '"60" would be 6000 %'),
  share('most', '"most" is not a number'),
  rows(
    'people.share.above',
    'two jobs of 60 %',
    [
      { share: '60%', from: '2026-01-01' },
      { share: '60%', from: '2026-01-01', to: '2026-03-31', team: 'North' },
    ],
    { where: { row: 3, column: 'share' }, says: 'in rows 2, 3 sum to 120 % on 2026-01-01' },
  ),
  rows(
    'people.share.below',
    'one of two jobs ends',
    [
      { share: '60%', from: '2026-01-01' },
      { share: '40%', from: '2026-01-01', to: '2026-03-31', team: 'North' },
    ],
    { where: { row: 2, column: 'share' }, says: 'in rows 2 sum to 60 % on 2026-04-01', withheld: [] },
  ),
  rows(
    'people.plans.beside',
    'a row for one plan, and later one for another',
    [
      { from: '2026-01-01', plans: 'customer-incentive' },
      { from: '2026-07-01', plans: 'sales' },
    ],
    { where: { row: 2, column: 'to' }, says: 'row 3 begins in other plans on 2026-07-01', withheld: [] },
  ),
];
