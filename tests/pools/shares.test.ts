import { describe, expect, test } from 'vitest';
import { parseExceptions } from '../../src/data/index.js';
import { verify } from '../../src/explain/index.js';
import { calculate, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { storeRun } from '../../src/retro/index.js';
import { amountsOf, NOTHING, poolPlan, poolRun } from './pool-runs.js';

/** Gross wages of four people, as in the vectors of RISK D2. */
const FOUR = [400000, 60000, 40000, 30000].map((wages, index) => ({ id: `e-${index + 1}`, wages }));

describe('French intéressement', () => {
  // Code du travail L.3314-5: 20 % of 530,000 is 106,000; L.3314-8: three quarters of 48,060 (2026) is 36,045.
  const pool = {
    fund: { limit: { money: 150000 }, cap: { product: [{ total: 'wages' }, '20%'] } },
    distribute: [{ by: { person: 'wages' } }],
    ceiling: { money: 36045 },
  };

  test('with the ceiling of a person, the rest to those below it (L.3314-11)', () => {
    const run = poolRun(poolPlan({ ...pool, remainder: 'redistribute' }), FOUR);
    // 69,955 over 60,000 : 40,000 : 30,000 of 130,000
    expect(amountsOf(run)).toEqual({
      'e-1': '36045.00',
      'e-2': '32286.92',
      'e-3': '21524.62',
      'e-4': '16143.46',
    });
    expect(run.pools).toEqual([
      { plan: 'pool', currency: 'EUR', people: 4, fund: '106000.00', paid: '106000.00', left: '0.00' },
    ]);
    expect(run.totals[0]?.amount).toBe('106000.00');
  });

  test('with the ceiling of a person, and what it leaves stays', () => {
    const run = poolRun(poolPlan({ ...pool, remainder: 'keep' }), FOUR);
    expect(Object.values(amountsOf(run))).toEqual(['36045.00', '12000.00', '8000.00', '6000.00']);
    expect(run.pools?.[0]).toMatchObject({ fund: '106000.00', paid: '62045.00', left: '43955.00' });
  });

  // Circular of 14 September 2005, sheet 5: each key has its own sub-pool; the third was there on 180 of 365 days.
  const sub = (by: readonly object[]) =>
    poolPlan(
      { fund: { money: 20000 }, distribute: by },
      { period: { start: '2025-01-01', end: '2025-12-31' } },
    );
  const present = [60000, 45000, 18000, 30000].map((wages, index) => ({
    id: `e-${index + 1}`,
    wages,
    hired: index === 2 ? '2025-07-05' : '2020-01-01',
  }));

  test('with three sub-pools: 30 % equally, 30 % by presence, 40 % by wages', () => {
    const keys = [
      { by: 'equally', part: '30%' },
      { by: 'presence', part: '30%' },
      { by: { person: 'wages' }, part: '40%' },
    ];
    // 6354.9019…, 5570.5882…, 3288.2352…, 4786.2745…: the two cents left go to the greatest remainders.
    expect(Object.values(amountsOf(poolRun(sub(keys), present)))).toEqual([
      '6354.90',
      '5570.59',
      '3288.24',
      '4786.27',
    ]);
  });

  test('wages paid are not prorated again: 2,352.94 for who was there half the year', () => {
    // 20,000 × 18,000 ÷ 153,000 = 2,352.9411…; multiplied by presence once more it would be 1,233.93.
    expect(amountsOf(poolRun(sub([{ by: { person: 'wages' } }]), present))['e-3']).toBe('2352.94');
  });
});

describe('awards scaled to a fund', () => {
  const plan = (pool: object, target = { amount: { person: 'targetAward' }, prorate: 'calendarDays' }) =>
    poolPlan(pool as Record<string, unknown>, {
      target,
      metrics: { result: { kind: 'payout', level: 'company' } },
      goals: [{ metric: 'result', weight: '100%' }],
    });
  const actuals = [{ metric: 'result', value: '100%', status: 'final' }];
  const asked = (...all: readonly number[]) =>
    all.map((targetAward, index) => ({ id: `e-${index + 1}`, targetAward }));
  const scaled = { distribute: [{ by: 'award' }], ceiling: { term: 'beforePool' }, remainder: 'keep' };

  // FEATURES EX16, a textbook: awards of 198,215 against 195,230 give a factor of 0.9849.
  test('all by one factor', () => {
    const run = poolRun(plan({ fund: { money: 195230 }, ...scaled }), asked(100000, 98215), actuals);
    // 195,230 ÷ 198,215 = 0.984940…
    expect(amountsOf(run)).toEqual({ 'e-1': '98494.06', 'e-2': '96735.94' });
    const [pool] = run.awards[0]?.parts?.filter(({ stage }) => stage === 'pool') ?? [];
    expect(pool?.amount).toBe('-1505.94');
  });

  test('not at all where the fund is enough', () => {
    const run = poolRun(plan({ fund: { money: 200000 }, ...scaled }), asked(100000, 98215), actuals);
    expect(amountsOf(run)).toEqual({ 'e-1': '100000.00', 'e-2': '98215.00' });
    expect(run.pools?.[0]?.left).toBe('1785.00');
  });

  test('of nothing by nothing: behind a closed gate the fund is left', () => {
    const document = {
      ...plan({ fund: { money: 1000 }, ...scaled }),
      gates: [{ metric: 'result', reads: 'value', atLeast: '101%' }],
    };
    const run = poolRun(document, asked(100000, 98215), actuals);
    expect(run.awards.map(({ status, reasons }) => [status, reasons?.[0]?.code])).toEqual([
      ['zero', 'gate-closed'],
      ['zero', 'gate-closed'],
    ]);
    expect(run.pools?.[0]).toMatchObject({ paid: '0.00', left: '1000.00' });
    expect(run.issues).toEqual([]);
  });

  test('of an empty fund: nobody gets anything, whatever they have of the keys', () => {
    const run = poolRun(plan({ fund: { money: 0 }, ...scaled }), asked(100000, 0), actuals);
    expect(run.awards.map(({ reasons }) => reasons?.[0]?.message)).toEqual([
      'the fund of the pool is empty',
      expect.any(String),
    ]);
  });

  test('a guarantee is a floor under the part of the pool, and raises no award before it', () => {
    const fund = { product: [{ peers: 'sum', of: { term: 'beforePool' }, among: 'company' }, '50%'] };
    const parsed = parsePlan(plan({ fund, distribute: [{ by: 'award' }] }));
    if (!parsed.ok) throw new Error('not a plan');
    const data = {
      people: parsePeople(asked(1000, 3000).map((one) => ({ ...one, currency: 'EUR' }))),
      actuals: parseActuals(actuals),
      exceptions: parseExceptions([
        {
          ...{ id: 'e-1', plan: 'pool', kind: 'guarantee', value: 700, currency: 'EUR' },
          ...{ from: '2026-01-01', until: '2026-12-31', reason: 'Sign-on', approver: 'cfo' },
        },
      ]),
    };
    // Half of 4,000 is 2,000: 500 and 1,500 by the awards; the 200 up to the guarantee are the other's.
    expect(amountsOf(calculate([parsed.plan], data, { asOf: '2027-01-31' }))).toEqual({
      'e-1': '700.00',
      'e-2': '1300.00',
    });
  });

  test('with a guaranteed floor, which the others bear', () => {
    const people = asked(300000, 450000, 250000, 150000).map((one, index) => ({
      ...one,
      least: index === 2 ? 240000 : 0,
    }));
    const document = {
      ...plan({ fund: { money: 1000000 }, ...scaled, floor: { person: 'least' } }),
      fields: { least: { kind: 'money' } },
    };
    // RISK E2: the factor of the others is 760,000 ÷ 900,000.
    expect(Object.values(amountsOf(poolRun(document, people, actuals)))).toEqual([
      '253333.33',
      '380000.00',
      '240000.00',
      '126666.67',
    ]);
  });

  test('only in what is above each minimum', () => {
    // Half of each award first: 50,000 and 30,000 of the 120,000; of the 40,000 left 50 : 30 of 80.
    const half = { product: [{ term: 'beforePool' }, '50%'] };
    const above = { difference: [{ term: 'beforePool' }, half] };
    const pool = { ...scaled, fund: { money: 120000 }, first: half, distribute: [{ by: above }] };
    // Of fewer than four the totals would not be shown.
    const run = poolRun(plan(pool), asked(100000, 60000, 0, 0), actuals);
    expect(Object.values(amountsOf(run))).toEqual(['75000.00', '45000.00', '0.00', '0.00']);
    const step = run.awards[0]?.steps?.find(
      ({ stage, name }) => stage === 'pool' && name === 'part of the pool',
    );
    expect(step?.how).toContain('50,000.00 EUR + (120,000.00 EUR − 80,000.00 EUR) × (');
  });

  test('in whole euros where awards are in whole euros', () => {
    const document = {
      ...plan({ fund: { money: '100.99' }, ...scaled }),
      rounding: { award: { to: 1, mode: 'halfUp' } },
    };
    expect(amountsOf(poolRun(document, asked(100, 100, 100), actuals))).toEqual({
      'e-1': '34.00',
      'e-2': '33.00',
      'e-3': '33.00',
    });
  });
});

describe('published plans', () => {
  // BPCE SA 2021 (union note): 12 % of the wage bill × 145.1 % is 17.412 %, limited to 17 %.
  test('BPCE SA 2021: 17 % of the wage bill, by wages', () => {
    const share = { limit: { product: ['12%', { metric: 'achievement' }] }, cap: '17%' };
    const run = poolRun(
      poolPlan(
        { fund: { product: [{ total: 'wages' }, share] }, distribute: [{ by: { person: 'wages' } }] },
        { metrics: { achievement: { kind: 'payout', level: 'company' } } },
      ),
      FOUR,
      [{ metric: 'achievement', value: '145.1%', status: 'final' }],
    );
    // 17 % of 530,000 is 90,100; of each 17 % of the wages.
    expect(run.pools?.[0]).toMatchObject({ fund: '90100.00', left: '0.00' });
    expect(Object.values(amountsOf(run))).toEqual(['68000.00', '10200.00', '6800.00', '5100.00']);
  });

  // Urssaf 2010: 2.5 % of 502,394,000 over 14,738.55 full-time equivalents is 852.18 for each.
  const urssaf = (local: string, people: readonly Record<string, unknown>[]) =>
    poolRun(
      poolPlan(
        {
          fund: {
            product: [
              { metric: 'wageBill' },
              '2.5%',
              {
                sum: [
                  { product: ['40%', { metric: 'national' }] },
                  { product: ['60%', { metric: 'local' }] },
                ],
              },
            ],
          },
          distribute: [{ by: { person: 'fte' } }],
        },
        {
          period: { start: '2010-01-01', end: '2010-12-31' },
          fields: { fte: { kind: 'count' } },
          metrics: {
            wageBill: { kind: 'money', currency: 'EUR', level: 'company' },
            national: { kind: 'payout', level: 'company' },
            local: { kind: 'payout', level: 'company' },
          },
        },
      ),
      people,
      [
        { metric: 'wageBill', value: '502394000', currency: 'EUR', status: 'final' },
        { metric: 'national', value: '100%', status: 'final' },
        { metric: 'local', value: local, status: 'final' },
      ],
    );

  test('Urssaf 2010: 852.18 for a full-time equivalent, 340.87 of it for the nation', () => {
    const people = [
      { id: 'one', fte: '1' },
      { id: 'others', fte: '14737.55' },
    ];
    expect(amountsOf(urssaf('100%', people))['one']).toBe('852.18');
    expect(urssaf('100%', people).pools?.[0]).toMatchObject({ fund: '12559850.00', left: '0.00' });
    expect(amountsOf(urssaf('0%', people))['one']).toBe('340.87');
    expect(urssaf('0%', people).pools?.[0]?.fund).toBe('5023940.00');
  });

  test('Orange 2016: half by presence, 30 % by wages, 20 % by years of service', () => {
    // CFE-CGC Orange: the fund is a share of the wage bill; at 100 % of both objectives 2.8 % + 1.2 % = 4 %.
    const run = poolRun(
      poolPlan(
        {
          fund: { product: [{ total: 'wages' }, '4%'] },
          distribute: [
            { by: 'presence', part: '50%' },
            { by: { person: 'wages' }, part: '30%' },
            { by: { person: 'service' }, part: '20%' },
          ],
        },
        {
          period: { start: '2016-01-01', end: '2016-12-31' },
          fields: { wages: { kind: 'money' }, service: { kind: 'count' } },
        },
      ),
      [
        { id: 'a', wages: 40000, service: 10 },
        { id: 'b', wages: 30000, service: 30 },
        { id: 'hired', wages: 10000, service: 0, hired: '2016-07-02' },
      ],
    );
    // 3,200; presence 1 : 1 : 183/366 of 2.5; wages 4 : 3 : 1 of 8; service 1 : 3 of 4.
    // a: 1,600 × 0.4 + 960 × 0.5 + 640 × 0.25 = 640 + 480 + 160; b: 640 + 360 + 480; hired: 320 + 120.
    expect(amountsOf(run)).toEqual({ a: '1280.00', b: '1480.00', hired: '440.00' });
  });
});

test('what became of a pool is verified with the run: another amount left is found', () => {
  const plan = parsePlan(poolPlan({ fund: { money: '100.01' }, distribute: [{ by: { person: 'wages' } }] }));
  if (!plan.ok) throw new Error('not a plan');
  const people = parsePeople(FOUR.map((one) => ({ ...one, currency: 'EUR' })));
  const data = { people, actuals: { ...NOTHING, actuals: [], issues: [] } };
  const stored = storeRun(calculate([plan.plan], data, { asOf: '2027-01-31' }), {
    plans: [plan.plan],
    ...data,
  });
  expect(verify(stored).holds).toBe(true);
  const pools = stored.pools?.map((pool) => ({ ...pool, left: '1.00' }));
  const { holds, differences } = verify({ ...stored, pools });
  expect(holds).toBe(false);
  expect(differences).toMatchObject([
    { of: 'pool', fields: [{ field: 'left', stored: '1.00', derived: '0.00' }] },
  ]);
});

describe('what is told of a share', () => {
  const wages = [50000, 77777].map((one, index) => ({ id: `a${index + 1}`, wages: one }));
  const stepsOf = (pool: Record<string, unknown>, people: readonly Record<string, unknown>[]) =>
    poolRun(poolPlan(pool), people).awards[0]?.steps ?? [];

  test('has no fund of which the figures of one other person could be worked out', () => {
    // 10 % of 127,777 is 12,777.70: who knows it and the own 50,000 knows the 77,777 of the other.
    const fund = { product: [{ total: 'wages' }, '10%'] };
    const steps = stepsOf({ fund, distribute: [{ by: { person: 'wages' } }] }, wages);
    expect(steps.map(({ name }) => name)).toContain('fund of the pool');
    expect(JSON.stringify(steps)).not.toMatch(/12,?777/);
  });

  test('says that a ceiling binds that is no whole cent', () => {
    // A third of 100 is 33.333…; at most 33.33 is paid.
    const ceiling = { quotient: [{ money: 100 }, '3'] };
    const pool = { fund: { money: 1000 }, distribute: [{ by: 'equally' }], ceiling, remainder: 'keep' };
    const part = stepsOf(pool, wages).find(({ name }) => name === 'part of the pool');
    expect(part).toMatchObject({
      value: '33.33',
      how: expect.stringContaining(', cap 33.3333…'),
    });
  });
});
