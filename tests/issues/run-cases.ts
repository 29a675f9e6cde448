import type { IssueCode } from '../../src/index.js';
import { basePeople, basePlan, type Setting, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';

/** Ben is the one something is wrong with, and Ann is paid. */
const one = (code: IssueCode, when: string, setting: Setting, where: Where, says: string): IssueCase => ({
  code,
  when,
  ...setting,
  where,
  says,
  withheld: ['ben'],
});

/** Something is found, and everybody is paid. */
const warned = (...given: Parameters<typeof one>): IssueCase => ({ ...one(...given), withheld: [] });

const target = (changes: Writing, more: Writing = {}) =>
  basePlan({ ...more, target: { percent: '10%', of: 'salary', prorate: 'calendarDays', ...changes } });
const ben = (changes: Writing) => basePeople({}, changes);
const [annAsIs, benAsIs] = basePeople() as [Writing, Writing];

const hours: readonly IssueCase[] = [
  one(
    'people.salary.is',
    'part-time, and nobody says what the salary is',
    { people: ben({ hoursShare: '60%' }) },
    { row: 2, column: 'salaryIs' },
    '"ben"',
  ),
  one(
    'people.salary.is',
    'part-time, and what the salary is has a slip',
    { people: ben({ hoursShare: '60%', salaryIs: 'full time' }) },
    { row: 2, column: 'salaryIs' },
    '"ben"',
  ),
  one(
    'people.field.negative',
    'no hours at all',
    { people: ben({ hoursShare: '0%', salaryIs: 'actual' }) },
    { row: 2, column: 'hoursShare' },
    '"0%"',
  ),
  one(
    'people.field.percent',
    'hours of 60',
    { people: ben({ hoursShare: 60, salaryIs: 'actual' }) },
    { row: 2, column: 'hoursShare' },
    '6000 %',
  ),
  one(
    'people.field.number',
    'paid monthly',
    { people: ben({ salaryTimes: 'monthly' }) },
    { row: 2, column: 'salaryTimes' },
    'monthly',
  ),
  one(
    'run.hours.unsaid',
    'an amount, and somebody part-time',
    {
      document: basePlan({ target: { amount: { money: 5000, currency: 'USD' }, prorate: 'none' } }),
      people: ben({ hoursShare: '60%' }),
    },
    { row: 2, column: 'hoursShare' },
    'full time',
  ),
  one(
    'run.hours.unsaid',
    'midpoints, and somebody part-time',
    {
      document: target({ of: { by: 'rating', values: { meets: 50_000 }, currency: 'USD' } }),
      people: ben({ hoursShare: '60%' }),
    },
    { row: 2, column: 'hoursShare' },
    'full time',
  ),
];

const pay = (changes: Writing): Writing => ({
  id: 'ann',
  code: 'base',
  amount: '5000.00',
  currency: 'USD',
  from: '2026-01-01',
  to: '2026-01-31',
  ...changes,
});
const earned = basePlan({ target: { percent: '10%', of: { earnings: ['base'] } } });

const earnings: readonly IssueCase[] = [
  one(
    'run.earnings.none',
    'no pay of somebody',
    { document: earned, earnings: [pay({})] },
    { row: 2 },
    '"ben" has no row of earnings between 2026-01-01 and 2026-12-31',
  ),
  one(
    'run.earnings.none',
    'pay of another year',
    { document: earned, earnings: [pay({}), pay({ id: 'ben', from: '2025-01-01', to: '2025-12-31' })] },
    { row: 2 },
    '"ben" has no row of earnings between 2026-01-01 and 2026-12-31',
  ),
  {
    ...one(
      'run.earnings.none',
      'the earnings file is of another year',
      {
        document: earned,
        earnings: ['ann', 'ben'].map((id) => pay({ id, from: '2025-01-01', to: '2025-01-31' })),
      },
      { row: 1 },
      '"ann"',
    ),
    withheld: ['ann', 'ben'],
    nobody: true,
  },
  {
    ...one(
      'run.earnings.none',
      'no earnings file at all',
      { document: earned },
      ['target', 'of', 'earnings'],
      '"customer-incentive"',
    ),
    withheld: ['ann', 'ben'],
    nobody: true,
  },
  one(
    'run.earnings.none',
    'corrections greater than the pay they correct',
    {
      document: earned,
      earnings: [
        pay({}),
        pay({ id: 'ben' }),
        pay({ id: 'ben', amount: '-5000.01', from: '2026-02-01', to: '' }),
      ],
    },
    { row: 2 },
    'Pay earned by "ben" between 2026-01-01 and 2026-12-31 is below zero',
  ),
  {
    ...warned(
      'earnings.code.unknown',
      'the plan counts a code with a slip',
      {
        document: basePlan({ target: { percent: '10%', of: { earnings: ['base', 'overtme'] } } }),
        earnings: [pay({}), pay({ id: 'ben' }), pay({ id: 'ben', code: 'overtime' })],
      },
      ['target', 'of', 'earnings'],
      '"overtme"',
    ),
    hint: '"overtime"',
  },
  warned(
    'earnings.code.unknown',
    'the plan counts a code that nobody was paid, and nothing is like it',
    {
      document: basePlan({ target: { percent: '10%', of: { earnings: ['base', 'allowance'] } } }),
      earnings: [pay({}), pay({ id: 'ben' })],
    },
    ['target', 'of', 'earnings'],
    '"allowance"',
  ),
  one(
    'run.currency.mixed',
    'pay earned in two currencies',
    {
      document: earned,
      earnings: [
        pay({}),
        pay({ id: 'ben' }),
        pay({ id: 'ben', currency: 'CAD', from: '2026-02-01', to: '2026-02-28' }),
      ],
    },
    { row: 3 },
    'CAD',
  ),
  warned(
    'earnings.outside',
    'pay earned after leaving',
    {
      document: earned,
      people: ben({ left: '2026-06-30' }),
      earnings: [pay({}), pay({ id: 'ben' }), pay({ id: 'ben', from: '2026-07-01', to: '2026-07-15' })],
    },
    { row: 3, column: 'from' },
    'from 2026-07-01 to 2026-07-15',
  ),
  warned(
    'earnings.days.missing',
    'half a year of pay is missing',
    { document: earned, earnings: [pay({ to: '2026-12-31' }), pay({ id: 'ben', to: '2026-06-30' })] },
    [],
    '2026-07-01 of "ben"',
  ),
  one(
    'rows.date.order',
    'pay with an end before its start',
    { document: earned, earnings: [pay({}), pay({ id: 'ben', to: '2025-12-31' })] },
    { row: 2, column: 'to' },
    '2025-12-31 lies before 2026-01-01',
  ),
];

const calendars = {
  five: { week: [1, 1, 1, 1, 1, 0, 0] },
  three: { week: [1, 1, 1, 0, 0, 0, 0] },
};
const scheduled = target({ prorate: { workingDays: { person: 'schedule' } } }, { calendars });

const schedules: readonly IssueCase[] = [
  one(
    'run.calendar.unknown',
    'a schedule the plan does not have',
    { document: scheduled, people: basePeople({ schedule: 'five' }, { schedule: 'four' }) },
    { row: 2, column: 'schedule' },
    '"four"',
  ),
  one(
    'run.calendar.unknown',
    'a schedule called as a method of every object',
    { document: scheduled, people: basePeople({ schedule: 'five' }, { schedule: 'toString' }) },
    { row: 2, column: 'schedule' },
    '"toString"',
  ),
  one(
    'people.field.missing',
    'no schedule',
    { document: scheduled, people: basePeople({ schedule: 'five' }) },
    { row: 2, column: 'schedule' },
    '"ben" has no schedule',
  ),
];

const away: Writing = { id: 'ben', type: 'parental', from: '2026-03-01', to: '2026-05-31' };
const withLeave = basePlan({ leave: { parental: { counts: '50%' } } });

const leave: readonly IssueCase[] = [
  one(
    'run.leave.type',
    'leave of a type the plan does not list',
    { document: withLeave, leave: [{ ...away, type: 'parent' }] },
    { row: 1, column: 'type' },
    '"parent"',
  ),
  warned(
    'run.leave.unsaid',
    'leave, and a plan that says nothing of it',
    { leave: [away] },
    ['leave'],
    'customer-incentive',
  ),
  one(
    'leave.outside',
    'leave before the day of hire',
    { document: withLeave, leave: [away], people: ben({ hired: '2026-04-01' }) },
    { row: 1 },
    'from 2026-03-01 to 2026-05-31',
  ),
  one(
    'leave.outside',
    'leave after the last day',
    { document: withLeave, leave: [away], people: ben({ left: '2026-04-30' }) },
    { row: 1 },
    'to 2026-04-30',
  ),
  one(
    'leave.overlap',
    'two leaves on one day',
    { document: withLeave, leave: [away, { ...away, from: '2026-05-31', to: '2026-06-30' }] },
    { row: 2, column: 'from' },
    '2026-05-31',
  ),
];

const leavers = (rules: Writing) => basePlan({ leavers: rules });
const gone = (changes: Writing) => ben({ left: '2026-06-30', ...changes });

const leaving: readonly IssueCase[] = [
  one(
    'run.leaver.reason',
    'a reason the plan does not list',
    { document: leavers({ retirement: 'prorate' }), people: gone({ leftReason: 'retired' }) },
    { row: 2, column: 'leftReason' },
    '"retired"',
  ),
  one(
    'people.field.missing',
    'a leaver without a reason',
    { document: leavers({ otherwise: 'prorate' }), people: gone({}) },
    { row: 2, column: 'leftReason' },
    '"ben" has no leftReason',
  ),
  one(
    'people.date.order',
    'hired after leaving',
    { people: ben({ hired: '2026-07-01', left: '2026-06-30' }) },
    { row: 2, column: 'left' },
    '2026-06-30',
  ),
  one(
    'people.date.order',
    'an assignment that ends before it starts',
    { people: ben({ from: '2026-07-01', to: '2026-06-30' }) },
    { row: 2, column: 'to' },
    '2026-06-30',
  ),
  one(
    'people.assignment.overlap',
    'two assignments on one day',
    {
      people: [
        ...basePeople({}, { from: '2026-01-01', to: '2026-07-01' }),
        { ...benAsIs, from: '2026-07-01', to: '2026-12-31' },
      ],
    },
    { row: 3, column: 'from' },
    '2026-07-01',
  ),
  one(
    'people.share.above',
    'two assignments of 60 % at once',
    {
      people: [
        ...basePeople({}, { from: '2026-01-01', share: '60%' }),
        { ...benAsIs, from: '2026-01-01', share: '60%' },
      ],
    },
    { row: 3, column: 'share' },
    '120 %',
  ),
];

const decided = (changes: Writing): { exceptions: Writing[] } => ({
  exceptions: [
    {
      id: 'ben',
      kind: 'guarantee',
      value: '8000',
      currency: 'USD',
      until: '2026-12-31',
      reason: 'first year',
      approver: 'CFO',
      ...changes,
    },
  ],
});
const money = basePlan({ target: { amount: { money: 5000, currency: 'USD' }, prorate: 'none' } });

const exceptions: readonly IssueCase[] = [
  one(
    'run.exception.days',
    'a guarantee that ends within the year',
    decided({ until: '2026-06-30' }),
    { row: 1, column: 'until' },
    '2026-06-30',
  ),
  one(
    'run.exception.days',
    'a guarantee that begins within the year',
    decided({ from: '2026-02-01' }),
    { row: 1, column: 'until' },
    'guarantee',
  ),
  one(
    'run.exception.days',
    'a share of the period that is decided for part of it',
    decided({ kind: 'proration', value: '75%', currency: '', until: '2026-11-30' }),
    { row: 1, column: 'until' },
    'proration',
  ),
  one(
    'run.exception.days',
    'a treatment that ended before the person left',
    {
      ...decided({ kind: 'treatment', value: 'payActual', currency: '', until: '2026-05-31' }),
      people: gone({}),
    },
    { row: 1, column: 'until' },
    'treatment',
  ),
  one(
    'run.exception.days',
    'a treatment that ended before the person left, and would have paid nothing',
    {
      ...decided({ kind: 'treatment', value: 'forfeit', currency: '', until: '2026-05-31' }),
      people: gone({}),
    },
    { row: 1, column: 'until' },
    'treatment',
  ),
  one(
    'run.exception.kind',
    'a target percent where the plan has an amount',
    { document: money, ...decided({ kind: 'targetPercent', value: '15%', currency: '' }) },
    { row: 1, column: 'kind' },
    'targetPercent',
  ),
  one(
    'run.exception.kind',
    'a share of the period where pay earned counts',
    {
      document: earned,
      earnings: [pay({}), pay({ id: 'ben' })],
      ...decided({ kind: 'proration', value: '75%', currency: '' }),
    },
    { row: 1, column: 'kind' },
    'proration',
  ),
  one(
    'run.exception.kind',
    'a target percent and a target amount on the same days',
    {
      exceptions: [
        ...decided({ kind: 'targetPercent', value: '15%', currency: '', until: '2026-06-30' }).exceptions,
        ...decided({ kind: 'targetAmount', value: '6000', from: '2026-06-30' }).exceptions,
      ],
    },
    { row: 2, column: 'kind' },
    'a percent and an amount',
  ),
  {
    ...one(
      'run.exception.plan',
      'a guarantee for somebody in two plans does not say for which',
      { ...decided({}), beside: [basePlan({ plan: 'sales' })] },
      { row: 1, column: 'plan' },
      'guarantee',
    ),
    withheld: ['ben', 'ben'],
  },
  {
    ...one(
      'run.exception.plan',
      'a target amount for somebody in one plan after the other does not say for which',
      {
        ...decided({ kind: 'targetAmount', value: '6000' }),
        beside: [basePlan({ plan: 'sales' })],
        people: [
          annAsIs,
          { ...benAsIs, from: '2026-01-01', to: '2026-06-30', plans: 'customer-incentive' },
          { ...benAsIs, from: '2026-07-01', plans: 'sales' },
        ],
      },
      { row: 1, column: 'plan' },
      'targetAmount',
    ),
    withheld: ['ben', 'ben'],
  },
  one(
    'run.currency.mixed',
    'a guarantee in another currency',
    decided({ currency: 'EUR' }),
    { row: 1, column: 'currency' },
    'EUR',
  ),
  warned(
    'run.exception.expired',
    'a guarantee of the year before',
    decided({ until: '2025-12-31' }),
    { row: 1, column: 'until' },
    '2025-12-31',
  ),
  one(
    'rows.cell.missing',
    'nobody approved it',
    decided({ approver: '' }),
    { row: 1, column: 'approver' },
    'approver',
  ),
];

const population = (rule: Writing) => basePlan({ eligibility: { where: [rule] } });

const others: readonly IssueCase[] = [
  one(
    'people.field.missing',
    'a blank cell decides who takes part',
    {
      document: population({ person: 'country', is: ['FR', 'BE'] }),
      people: basePeople({ country: 'FR' }),
    },
    { row: 2, column: 'country' },
    '"ben" has no country',
  ),
  one(
    'people.field.number',
    'who takes part depends on a number that is none',
    {
      document: population({ person: 'level', atLeast: 5 }),
      people: basePeople({ level: 5 }, { level: 'five' }),
    },
    { row: 2, column: 'level' },
    '"five"',
  ),
  one(
    'people.field.percent',
    'who takes part depends on a share, and 40 stands where 40% is meant',
    {
      document: population({ person: 'fte', atLeast: '50%' }),
      people: basePeople({ fte: '60%' }, { fte: 40 }),
    },
    { row: 2, column: 'fte' },
    '4000 %',
  ),
  warned(
    'run.plans.both',
    'two plans for everybody',
    { beside: [basePlan({ plan: 'sales' })] },
    [],
    '2 people',
  ),
  {
    ...one(
      'run.plans.exclusive',
      'two plans for Ben, of which one excludes the other; Ann has one for each half of the year',
      {
        beside: [basePlan({ plan: 'sales', eligibility: { notWith: ['customer-incentive'] } })],
        people: [
          { ...annAsIs, from: '2026-01-01', to: '2026-06-30', plans: 'customer-incentive' },
          { ...annAsIs, from: '2026-07-01', plans: 'sales' },
          benAsIs,
        ],
      },
      { row: 3, column: 'plans' },
      '"ben"',
    ),
    withheld: ['ben', 'ben'],
  },
  {
    ...one(
      'run.only.unknown',
      'a run for somebody who is not there',
      { options: { only: ['Ann'] } },
      [],
      '"Ann"',
    ),
    nobody: true,
  },
];

/** What is found when data meet a plan. */
export const runCases: readonly IssueCase[] = [
  ...hours,
  ...earnings,
  ...schedules,
  ...leave,
  ...leaving,
  ...exceptions,
  ...others,
];
