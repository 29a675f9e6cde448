import { describe, expect, test } from 'vitest';
import type { Award } from '../../../src/index.js';
import type { Writing } from '../../support/base.js';
import { plainAward, plainPerson, plainPlan, plainRun } from '../../support/plain.js';

const both = (first: Writing, second: Writing) => [
  plainPerson(
    { share: '60%', from: '2026-01-01', ...first },
    { share: '40%', from: '2026-01-01', ...second },
  ),
  plainPerson(
    { share: '40%', from: '2026-01-01', ...second },
    { share: '60%', from: '2026-01-01', ...first },
  ),
];

function howOf({ steps = [] }: Award, name: string): string {
  return steps.find((step) => step.name === name)?.how ?? '';
}

describe('several assignments at once', () => {
  test('of different schedules are the whole of the year together, in either order of rows', () => {
    const document = plainPlan({
      calendars: { five: { week: [1, 1, 1, 1, 1, 0, 0] }, three: { week: [1, 1, 1, 0, 0, 0, 0] } },
      target: { amount: { money: 36_500 }, hours: 'full', prorate: { workingDays: { person: 'schedule' } } },
    });
    const targets = both({ schedule: 'five' }, { schedule: 'three' }).map(
      (people) => plainAward({ document, people }).target,
    );
    expect(targets).toEqual(['36500.00', '36500.00']);
  });

  test('have the salary of a day by their time, in either order of rows', () => {
    const target = { percent: '10%', of: 'salary', salaryAt: 'periodEnd', prorate: 'calendarDays' };
    const document = plainPlan({ target });
    const targets = both({ salary: 100_000 }, { salary: 50_000 }).map(
      (people) => plainAward({ document, people }).target,
    );
    // 10 % of 100,000 x 60 % + 50,000 x 40 %
    expect(targets).toEqual(['8000.00', '8000.00']);
  });

  test('say their share of the time also where the plan does not prorate', () => {
    const target = { percent: '10%', of: 'salary', prorate: 'none', asOf: 'periodEnd' };
    const [people] = both({ salary: 100_000 }, { salary: 50_000 });
    const award = plainAward({ document: plainPlan({ target }), people });
    // 10,000 x 60 % + 5,000 x 40 %, each times 80 %
    expect(award.amount).toBe('6400.00');
    const how = howOf(award, 'target × payout, prorated');
    expect(how).toContain('60%');
    expect(how).toContain('40%');
  });

  test('the salary of a day is that of this plan, not of a row for another', () => {
    const target = { percent: '10%', of: 'salary', salaryAt: 'periodEnd', prorate: 'calendarDays' };
    const people = plainPerson(
      { salary: 100_000, plans: 'plain', from: '2026-01-01' },
      { salary: 50_000, plans: 'elsewhere', from: '2026-01-01' },
    );
    expect(plainAward({ document: plainPlan({ target }), people }).target).toBe('10000.00');
  });
});

describe('the schedule in force each day', () => {
  /** Four weeks from Monday 2 March 2026: five days make 20, three days 12, two and two weeks 16. */
  const document = plainPlan({
    period: { start: '2026-03-02', end: '2026-03-29' },
    calendars: { five: { week: [1, 1, 1, 1, 1, 0, 0] }, three: { week: [1, 1, 1, 0, 0, 0, 0] } },
    eligibility: { where: [{ person: 'country', is: 'FR' }] },
    target: { amount: { money: 36_500 }, hours: 'full', prorate: { workingDays: { person: 'schedule' } } },
  });
  const targetOf = (...rows: Writing[]) =>
    plainAward({ document, people: plainPerson(...rows.map((row) => ({ country: 'FR', ...row }))) }).target;
  const five = { schedule: 'five' };
  const three = { schedule: 'three' };
  const second = { from: '2026-03-16', ...five };

  test.each([
    ['outside the population', { from: '2026-01-01', country: 'DE', ...three }],
    ['in another plan', { from: '2026-01-01', to: '2026-03-15', plans: 'elsewhere', ...three }],
    ['nearest before, on days without any', { from: '2026-01-01', to: '2026-03-01', ...three }],
  ])('is also that %s', (_what, first) => {
    // 10 of 2 x 3 + 2 x 5 days: 36,500 x 10/16
    expect(targetOf(first, second)).toBe('22812.50');
  });

  test('is the first after where there is none before', () => {
    // 10 of 20 days, and 6 of 12
    expect(targetOf(second)).toBe('18250.00');
    expect(targetOf({ ...second, ...three })).toBe('18250.00');
  });

  test('of the plan is not that of another plan at the same time', () => {
    const beside = { from: '2026-03-02', plans: 'elsewhere', ...three };
    expect(targetOf({ from: '2026-01-01', plans: 'plain', ...five }, beside)).toBe('36500.00');
  });

  test('on days between two assignments is that before', () => {
    // 5 + 0 + 3 + 3 of 5 + 5 + 3 + 3 days: 36,500 x 11/16
    expect(targetOf({ from: '2026-03-02', to: '2026-03-08', ...five }, { ...second, ...three })).toBe(
      '25093.75',
    );
  });

  test('of several at once is by their time, and of the one that is left its own', () => {
    const rest = { from: '2026-03-02', to: '2026-03-15', share: '40%', ...three };
    // 60 % x 20 + 40 % x 6 = 14.4 of 2 x (60 % x 5 + 40 % x 3) + 2 x 5 = 18.4 days: 36,500 x 18/23
    expect(targetOf({ from: '2026-03-02', share: '60%', ...five }, rest)).toBe('28565.22');
  });
});

describe('the salary of a day', () => {
  const targetAt = (salaryAt: string, ...rows: Writing[]) => {
    const target = { percent: '10%', of: 'salary', salaryAt, prorate: 'calendarDays' };
    return plainAward({ document: plainPlan({ target }), people: plainPerson(...rows) }).target;
  };
  const half = { from: '2026-01-01', to: '2026-06-30', salary: 100_000 };

  test('is that of another plan where this one has none then', () => {
    const later = { from: '2026-07-01', plans: 'elsewhere', salary: 50_000 };
    // 5,000 x 181/365
    expect(targetAt('periodEnd', { ...half, plans: 'plain' }, later)).toBe('2479.45');
  });

  test('is the last before, or else the first after', () => {
    // 10,000 x 181/365
    expect(targetAt('periodEnd', half)).toBe('4958.90');
    // 10,000 x 184/365
    expect(targetAt('2026-01-01', { from: '2026-07-01', salary: 100_000 })).toBe('5041.10');
  });

  test('on a day between two assignments is that before', () => {
    const first = { from: '2026-01-01', to: '2026-01-31', salary: 100_000 };
    const later = { from: '2026-12-01', salary: 50_000 };
    // 10,000 x (31 + 31)/365
    expect(targetAt('2026-11-30', first, later)).toBe('1698.63');
  });

  test('of several then in force is by their time, for all days', () => {
    const rows = [
      { from: '2026-01-01', share: '60%', salary: 100_000 },
      { ...half, share: '40%', salary: 50_000 },
    ];
    // 80,000 then: 8,000 x (60 % + 40 % x 181/365) = 4,800 + 1,586.85
    expect(targetAt('2026-03-31', ...rows)).toBe('6386.85');
    // 100,000 alone: 10,000 x (60 % + 40 % x 181/365) = 6,000 + 1,983.56
    expect(targetAt('periodEnd', ...rows)).toBe('7983.56');
  });
});

describe('days of leave', () => {
  const document = plainPlan({ leave: { parental: { counts: '0%' }, sick: { counts: '50%', fromDay: 31 } } });

  test('that count for nothing are told, not left out', () => {
    const leave = [{ id: 'ann', type: 'parental', from: '2026-03-01', to: '2026-05-31' }];
    const award = plainAward({ document, leave });
    // 365 - 92 days of 100
    expect(award.target).toBe('27300.00');
    expect(JSON.stringify([award.segments, award.steps])).toContain('parental');
  });

  test('are counted on over rows that follow each other, and from before the period', () => {
    const leave = [
      { id: 'ann', type: 'sick', from: '2025-12-12', to: '2026-01-05' },
      { id: 'ann', type: 'sick', from: '2026-01-06', to: '2026-01-20' },
    ];
    // 20 days in December and ten in January in full; 11 to 20 January at a half
    expect(plainAward({ document, leave }).target).toBe('36000.00');
  });

  test('begin anew after a day of work, and with another type', () => {
    const leave = [
      { id: 'ann', type: 'sick', from: '2026-01-01', to: '2026-01-30' },
      { id: 'ann', type: 'sick', from: '2026-02-01', to: '2026-03-02' },
      { id: 'ann', type: 'parental', from: '2026-03-03', to: '2026-03-03' },
      { id: 'ann', type: 'sick', from: '2026-03-04', to: '2026-04-02' },
    ];
    expect(plainAward({ document, leave }).target).toBe('36400.00');
  });
});

describe('a run for some people', () => {
  const document = plainPlan({
    metrics: { result: { kind: 'payout', level: 'team' } },
    leave: { sick: { counts: '0%' } },
  });
  const people = [...plainPerson({ team: 'North' }), { id: 'ben', currency: 'USD', team: 'South' }];
  const actuals = ['North', 'South'].map((group) => ({
    metric: 'result',
    group,
    value: '80%',
    status: 'final',
  }));
  const leave = [
    { id: 'ben', type: 'sick', from: '2026-05-01' },
    { id: 'ben', type: 'sick', from: '2026-06-01', to: '2026-06-02' },
  ];

  test('says nothing of what concerns others only', () => {
    const run = plainRun({ document, people, actuals, leave, options: { only: ['ann'] } });
    expect(run.awards.map(({ person, amount }) => [person, amount])).toEqual([['ann', '29200.00']]);
    expect(run.issues).toEqual([]);
  });

  test('of nobody pays nobody', () => {
    const run = plainRun({ document, people, actuals, options: { only: [] } });
    expect(run.awards).toEqual([]);
    expect(run.reconciliation.holds).toBe(true);
  });
});

test('the status of a run is a draft unless it is said to be final', () => {
  expect(plainRun().status).toBe('draft');
  expect(plainRun({ options: { status: 'final' } }).status).toBe('final');
});
