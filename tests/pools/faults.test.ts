import { describe, expect, test } from 'vitest';
import { calculate, parsePeople, parsePlan } from '../../src/index.js';
import { amountsOf, NOTHING, poolPlan, poolRun } from './pool-runs.js';

const people = [
  { id: 'a', team: 'N', wages: 300 },
  { id: 'b', team: 'S', wages: 100 },
];
const equally = [{ by: 'equally' }];

describe('a pool that cannot be shared out withholds everybody, and says why', () => {
  test.each([
    ['pool.fund.negative', { fund: { difference: [{ money: 1 }, { money: 2 }] }, distribute: equally }],
    ['pool.fund.short', { fund: { money: 5 }, distribute: equally, floor: { money: 3 } }],
    ['pool.fund.short', { fund: { money: 5 }, distribute: equally, first: { money: 3 } }],
    ['pool.key.none', { fund: { money: 5 }, distribute: [{ by: '0' }] }],
    [
      'pool.key.negative',
      { fund: { money: 5 }, distribute: [{ by: { difference: [{ person: 'wages' }, { money: 200 }] } }] },
    ],
    ['pool.group.none', { fund: { money: 5 }, distribute: equally, cascade: [{ to: 'division' }] }],
    [
      'pool.shares.differ',
      { fund: { money: 5 }, distribute: equally, cascade: [{ to: 'team', shares: { N: '50%', W: '50%' } }] },
    ],
  ])('%s', (code, pool) => {
    const run = poolRun(
      poolPlan(pool),
      people.map((one) => ({ division: '', ...one })),
    );
    expect(run.awards.map(({ status }) => status)).toEqual(['withheld', 'withheld']);
    expect(run.issues.map((one) => one.code)).toContain(code);
    expect(run.pools).toBeUndefined();
    expect(run.reconciliation.holds).toBe(true);
  });

  test('somebody of whom something is not known keeps it from being shared out, unless left out', () => {
    const some = [...people, { id: 'c', team: 'N' }];
    const pool = { fund: { money: 8 }, distribute: [{ by: { person: 'wages' } }] };
    const faulty = poolRun(poolPlan(pool), some);
    expect(faulty.awards.map(({ status }) => status)).toEqual(['withheld', 'withheld', 'withheld']);
    expect(faulty.issues[0]?.message).toContain('"c"');
    const run = poolRun(poolPlan({ ...pool, missing: 'leaveOut' }), some);
    expect(amountsOf(run)).toEqual({ a: '6.00', b: '2.00', c: undefined });
  });

  test('a run of some people is refused: the others share in it', () => {
    const parsed = parsePlan(poolPlan({ fund: { money: 8 }, distribute: equally }));
    if (!parsed.ok) throw new Error('not a plan');
    const data = {
      people: parsePeople(people.map((one) => ({ ...one, currency: 'EUR' }))),
      actuals: NOTHING,
    };
    const run = calculate([parsed.plan], data, { asOf: '2027-01-31', only: ['a'] });
    expect(run.awards).toEqual([]);
    expect(run.issues.map(({ code }) => code)).toContain('pool.people.some');
  });
});

describe('a plan whose pool says too little or too much is refused', () => {
  const codes = (plan: Record<string, unknown>) => {
    const parsed = parsePlan(plan);
    return parsed.issues.map(({ code, path }) => `${code} ${path.join('/')}`);
  };
  const fund = { money: 100 };

  test.each([
    [
      'plan.pool.parts pool/distribute',
      {
        fund,
        distribute: [
          { by: 'equally', part: '50%' },
          { by: 'presence', part: '40%' },
        ],
      },
    ],
    [
      'plan.pool.parts pool/distribute',
      { fund, distribute: [{ by: 'equally', part: '50%' }, { by: 'presence' }] },
    ],
    [
      'plan.pool.parts pool/distribute',
      {
        fund,
        distribute: [
          { by: 'equally', part: '150%' },
          { by: 'presence', part: '-50%' },
        ],
      },
    ],
    [
      'plan.pool.parts pool/cascade/0/shares',
      { fund, distribute: equally, cascade: [{ to: 'team', shares: { N: '60%' } }] },
    ],
    ['plan.pool.remainder pool/remainder', { fund, distribute: equally, ceiling: { money: 5 } }],
    ['plan.pool.remainder pool/remainder', { fund, distribute: equally, remainder: 'keep' }],
    ['plan.key.missing goals', { fund, distribute: [{ by: 'award' }] }],
    [
      'plan.formula.scope pool/fund',
      { fund: { prorated: { person: 'salary' }, by: 'calendarDays' }, distribute: equally },
    ],
    ['plan.formula.unit pool/fund', { fund: '5%', distribute: equally }],
    ['plan.formula.unit pool/ceiling', { fund, distribute: equally, ceiling: '5%', remainder: 'keep' }],
    ['plan.field.structure pool/cascade/0/to', { fund, distribute: equally, cascade: [{ to: 'hired' }] }],
    [
      'plan.value.option pool/remainder',
      { fund, distribute: equally, ceiling: { money: 5 }, remainder: 'burn' },
    ],
    ['plan.key.unknown pool/distribut', { fund, distribut: equally, distribute: equally }],
    ['plan.node.form pool/distribute/0/by', { fund, distribute: [{ by: { wagse: 'x' } }] }],
  ])('%s', (expected, pool) => {
    expect(codes(poolPlan(pool))).toContain(expected);
  });

  test('without a currency, or beside what it does not read', () => {
    const pool = { fund, distribute: equally };
    const { currency: _, ...bare } = poolPlan(pool);
    expect(codes(bare)).toContain('plan.currency.missing currency');
    expect(codes(poolPlan(pool, { limits: { award: { cap: { money: 5 } } } }))).toContain(
      'plan.formula.place limits',
    );
    expect(codes(poolPlan(pool, { award: { prorated: { money: 5 }, by: 'calendarDays' } }))).toContain(
      'plan.formula.place pool/distribute',
    );
  });
});
