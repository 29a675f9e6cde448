import { describe, expect, test } from 'vitest';
import { amountsOf, poolPlan, poolRun } from './pool-runs.js';

const people = [
  { id: 'a', division: 'North', team: 'N1', wages: 300 },
  { id: 'b', division: 'North', team: 'N1', wages: 200 },
  { id: 'c', division: 'North', team: 'N2', wages: 100 },
  { id: 'd', division: 'South', team: 'S1', wages: 400 },
];
const byWages = { distribute: [{ by: { person: 'wages' } }] };

describe('a pool goes down the organisation', () => {
  test('by what people bring, each group with a budget of whole cents', () => {
    const cascade = [{ to: 'division' }, { to: 'team' }];
    const run = poolRun(poolPlan({ ...byWages, fund: { money: '100.01' }, cascade }), people);
    // North 60.006, South 40.004: the cent goes to North; of 60.01 N1 has 50.0083, N2 10.0016: it goes to N1.
    // Of 50.01 a has 30.006, b 20.004: the cent goes to a.
    expect(run.pools?.[0]?.groups).toEqual([
      { level: 'team', group: 'N1', people: 2, fund: '50.01', paid: '50.01', left: '0.00' },
      { level: 'team', group: 'N2', people: 1, fund: '10.00', paid: '10.00', left: '0.00' },
      { level: 'division', group: 'North', people: 3, fund: '60.01', paid: '60.01', left: '0.00' },
      { level: 'team', group: 'S1', people: 1, fund: '40.00', paid: '40.00', left: '0.00' },
      { level: 'division', group: 'South', people: 1, fund: '40.00', paid: '40.00', left: '0.00' },
    ]);
    expect(amountsOf(run)).toEqual({ a: '30.01', b: '20.00', c: '10.00', d: '40.00' });
  });

  test('by stated shares, and what ceilings leave stays within a group', () => {
    const cascade = [{ to: 'division', shares: { North: '25%', South: '75%' } }];
    const pool = {
      ...byWages,
      fund: { money: 1000 },
      cascade,
      ceiling: { money: 500 },
      remainder: 'redistribute',
    };
    const run = poolRun(poolPlan(pool), people);
    // North 250 over 3 : 2 : 1; South 750, of which one person takes 500.
    expect(amountsOf(run)).toEqual({ a: '125.00', b: '83.33', c: '41.67', d: '500.00' });
    expect(run.pools?.[0]).toMatchObject({ paid: '750.00', left: '250.00' });
    expect(run.pools?.[0]?.groups).toContainEqual({
      level: 'division',
      group: 'South',
      people: 1,
      fund: '750.00',
      paid: '500.00',
      left: '250.00',
    });
  });

  test('a ceiling of somebody who brings nothing is no room of the group', () => {
    const pool = {
      ...byWages,
      fund: { money: 5000 },
      cascade: [{ to: 'team' }],
      ceiling: { money: 2000 },
      remainder: 'redistribute',
    };
    const run = poolRun(poolPlan(pool), [
      { id: 'a1', team: 'A', wages: 200 },
      { id: 'a2', team: 'A', wages: 0 },
      { id: 'b1', team: 'B', wages: 100 },
      { id: 'b2', team: 'B', wages: 100 },
    ]);
    // Team A can take the 2,000 of a1; the other 3,000 of the 5,000 go to team B, half each.
    expect(amountsOf(run)).toEqual({ a1: '2000.00', a2: '0.00', b1: '1500.00', b2: '1500.00' });
    expect(run.pools?.[0]).toMatchObject({ paid: '5000.00', left: '0.00' });
    expect(run.awards[1]?.reasons).toMatchObject([
      { code: 'payout-zero', message: 'nothing of what the pool is shared out by' },
    ]);
  });

  test('what a whole group cannot take goes to the others where it is redistributed', () => {
    const pool = {
      ...byWages,
      fund: { money: 1000 },
      cascade: [{ to: 'division' }],
      ceiling: { person: 'most' },
      remainder: 'redistribute',
    };
    const plan = { ...poolPlan(pool), fields: { wages: { kind: 'money' }, most: { kind: 'money' } } };
    const run = poolRun(
      plan,
      people.map((one) => ({ ...one, most: one.id === 'd' ? 100 : 1000 })),
    );
    // South would have 400 and takes 100; North has 900 over 3 : 2 : 1.
    expect(amountsOf(run)).toEqual({ a: '450.00', b: '300.00', c: '150.00', d: '100.00' });
  });

  test('a mover counts in the group of the last day', () => {
    const mover = {
      id: 'm',
      assignments: [
        { from: '2026-01-01', to: '2026-11-30', division: 'North', wages: 90 },
        { from: '2026-12-01', division: 'South', wages: 10 },
      ],
    };
    const cascade = [{ to: 'division', shares: { North: '50%', South: '50%' } }];
    const run = poolRun(poolPlan({ ...byWages, fund: { money: 1000 }, cascade }), [...people, mover]);
    expect(amountsOf(run)).toMatchObject({ a: '250.00', d: '400.00', m: '100.00' });
  });
});

describe('who shares in a pool', () => {
  test('who takes part, by the days that count; who left and forfeits brings nothing', () => {
    const plan = poolPlan(
      { fund: { money: 300 }, distribute: [{ by: 'presence' }] },
      {
        leavers: { resignation: 'forfeit', retirement: 'prorate' },
        eligibility: { where: [{ person: 'kind', is: 'staff' }] },
      },
    );
    const run = poolRun(plan, [
      { id: 'whole', kind: 'staff' },
      { id: 'half', kind: 'staff', hired: '2026-07-02', left: '2026-12-31' },
      { id: 'retired', kind: 'staff', left: '2026-07-02', leftReason: 'retirement' },
      { id: 'resigned', kind: 'staff', left: '2026-11-30', leftReason: 'resignation' },
      { id: 'agency', kind: 'agency' },
    ]);
    // 183 of 365 days twice beside a whole year: 365 : 183 : 183 of 731.
    expect(amountsOf(run)).toEqual({
      whole: '149.80',
      half: '75.10',
      retired: '75.10',
      resigned: undefined,
      agency: undefined,
    });
    expect(run.awards.map(({ status }) => status)).toEqual([
      'paid',
      'paid',
      'paid',
      'notEligible',
      'notEligible',
    ]);
  });

  test('a tie goes to the lower id, whatever the order of the file', () => {
    const plan = poolPlan({ fund: { money: '0.01' }, distribute: [{ by: 'equally' }] });
    expect(amountsOf(poolRun(plan, [{ id: 'b' }, { id: 'a' }, { id: 'c' }]))).toEqual({
      b: '0.00',
      a: '0.01',
      c: '0.00',
    });
  });
});
