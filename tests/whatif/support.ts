import { type Data, parseActuals, parsePeople } from '../../src/index.js';
import { type Prepared, prepareWhatIf } from '../../src/whatif/index.js';
import { planOf, type Writing } from '../support/base.js';

export const AS_OF = '2027-01-31';

/** The plan that README works by hand: e-1 gets 9,120.00. */
export const starterPlan: Writing = {
  plan: 'customer-incentive',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
  metrics: {
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: 120000000 },
    retention: { kind: 'retention', level: 'company' },
    recommendation: { kind: 'nps', level: 'team' },
  },
  goals: [
    {
      metric: 'revenue',
      weight: '50%',
      reads: 'achievement',
      curve: [
        ['80%', '50%'],
        ['100%', '100%'],
        ['120%', '200%'],
      ],
    },
    {
      metric: 'retention',
      weight: '25%',
      reads: 'value',
      curve: [
        ['85%', '50%'],
        ['90%', '100%'],
        ['95%', '150%'],
      ],
    },
    {
      metric: 'recommendation',
      weight: '25%',
      reads: 'value',
      curve: [
        [30, '50%'],
        [45, '100%'],
        [60, '150%'],
      ],
    },
  ],
  risk: { paidAnyway: '30%' },
};

export const starterPeople: Writing[] = [{ id: 'e-1', salary: 80000, currency: 'USD', team: 'North' }];

/** A second person of another team: 10 % of 95,000 is 9,500. */
export const twoPeople: Writing[] = [
  ...starterPeople,
  { id: 'e-3', salary: 95000, currency: 'USD', team: 'South' },
];

export const starterActuals: Writing[] = [
  { metric: 'revenue', value: 126000000, status: 'final' },
  { metric: 'retention', value: '91%', status: 'final' },
  { metric: 'recommendation', group: 'North', value: 51, status: 'final' },
  { metric: 'recommendation', group: 'South', value: 36, status: 'final' },
];

export function dataOf(people: readonly Writing[], actuals: readonly Writing[]): Data {
  return { people: parsePeople(people as never), actuals: parseActuals(actuals as never) };
}

/** The starter plan ready for questions, with what a test changes. */
export function starter({
  plan = {},
  people = starterPeople,
  actuals = starterActuals,
}: {
  readonly plan?: Writing;
  readonly people?: readonly Writing[];
  readonly actuals?: readonly Writing[];
} = {}): Prepared {
  return prepareWhatIf(
    [planOf(JSON.parse(JSON.stringify({ ...starterPlan, ...plan })))],
    dataOf(people, actuals),
    { asOf: AS_OF },
  );
}
