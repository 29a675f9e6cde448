import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/index.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';
import { cleanPlan, codesOf, findingsOf, foundIn, keptGoal, npsGoal } from './support.js';

const BUDGET: Writing = { money: 12000 };
const BY_AWARD: Writing = { fund: BUDGET, distribute: [{ by: 'award' }] };

/** Half of what the curve can pay, and half of target, hangs on its first point. */
const CLIFF: Writing = {
  goals: [
    npsGoal({
      curve: [
        [40, '100%'],
        [60, '150%'],
      ],
    }),
    keptGoal(),
  ],
};

/** A curve of the fund, of which half hangs on its first point. */
const SATISFIED: Writing = {
  curve: {
    of: { metric: 'sat' },
    points: [
      ['80%', '2%'],
      ['90%', '3%'],
    ],
  },
};
const FUND: Writing = { product: [{ total: 'wages' }, SATISFIED] };

/** A pool and nothing beside it. */
const poolAlone = (pool: Writing, changes: Writing = {}): Writing => ({
  plan: 'alone',
  version: 1,
  currency: 'USD',
  period: { start: '2026-01-01', end: '2026-12-31' },
  metrics: { sat: { kind: 'csat', level: 'company' } },
  fields: { wages: { kind: 'money' } },
  pool,
  ...changes,
});

const dataOf = (rows: readonly Writing[], actuals: readonly Writing[]) => ({
  people: peopleOf(rows.map((row) => ({ team: 'North', salary: '50000', currency: 'USD', ...row }))),
  actuals: actualsOf(actuals.map((row) => ({ status: 'final', ...row }))),
  asOf: '2027-01-31',
});

describe('goals before a pool', () => {
  const satisfied = { product: [{ peers: 'sum', of: { term: 'beforePool' }, among: 'company' }, SATISFIED] };
  const metrics = {
    nps: { kind: 'nps', level: 'team' },
    kept: { kind: 'retention', level: 'team' },
    sat: { kind: 'csat', level: 'company' },
  };
  const pools: Readonly<Record<string, Writing>> = {
    'a budget by award': { pool: BY_AWARD },
    'under the award as ceiling': {
      pool: { ...BY_AWARD, ceiling: { term: 'beforePool' }, remainder: 'keep' },
    },
    'through groups, with part of the award first': {
      pool: {
        ...BY_AWARD,
        first: { product: [{ term: 'beforePool' }, '50%'] },
        floor: { money: 500 },
        cascade: [{ to: 'team' }],
      },
    },
    'a fund made of awards and a result': {
      metrics,
      pool: { fund: satisfied, distribute: [{ by: 'award' }] },
    },
    'by salary, the award only a ceiling': {
      pool: {
        fund: BUDGET,
        distribute: [{ by: 'salary' }],
        ceiling: { term: 'beforePool' },
        remainder: 'keep',
      },
    },
    'a term of the plan that reads the award before it': {
      terms: { most: { product: [{ term: 'beforePool' }, 2] } },
      pool: { ...BY_AWARD, ceiling: { term: 'most' }, remainder: 'keep' },
    },
    'people left out': { pool: { ...BY_AWARD, missing: 'leaveOut' } },
  };

  test.each(Object.entries(pools))('%s: nothing is found of a plan nobody can argue with', (_, changes) => {
    const document = cleanPlan(changes);
    expect(findingsOf(document)).toEqual([]);
  });

  test.each(Object.entries(pools))('%s: the findings of the plan without it', (_, changes) => {
    const alone = findingsOf(cleanPlan(CLIFF));
    const found = findingsOf(cleanPlan({ ...CLIFF, ...changes }));
    expect(codesOf(alone)).toEqual(['lint.curve.cliff']);
    expect(found).toEqual(alone.map((one) => ({ ...one, message: `Before the pool: ${one.message}` })));
  });

  test('a goal too small is told with what it moves before the pool', () => {
    const goals = [npsGoal({ weight: '1%' }), keptGoal({ weight: '99%' })];
    const [one] = foundIn(cleanPlan({ goals, pool: BY_AWARD }), 'lint.weight.small');
    expect(one?.message).toBe(
      'Before the pool: From its least to its most this goal moves the award by 2% of target',
    );
  });

  test('a gate on all awards does not close for want of other people', () => {
    const gates = [{ value: { total: 'awards' }, atLeast: { money: 20000 } }];
    expect(findingsOf(cleanPlan({ gates }))).toEqual([]);
    expect(findingsOf(cleanPlan({ gates, pool: BY_AWARD }))).toEqual([]);
  });

  // The wages of others are not known, and not nothing.
  test('a gate on what others have and a result is neither open nor shut for want of them', () => {
    const wages = { peers: 'sum', of: { person: 'wages' }, among: 'company' };
    const fields = { wages: { kind: 'money' } };
    const gates = [{ value: { product: [wages, { metric: 'kept' }] }, moreThan: { money: 1000 } }];
    expect(findingsOf(cleanPlan({ fields, gates, pool: BY_AWARD }))).toEqual([]);
  });

  test('the report says what is judged', () => {
    expect(lint(planOf(cleanPlan({ pool: BY_AWARD }))).judged).toBe('award before the pool');
    expect(lint(planOf(cleanPlan())).judged).toBe('award');
  });

  // Fixed by a floor as high as the cap before the pool; the pool itself moves with what others have.
  test('people are looked at before the pool', () => {
    const data = dataOf(
      [{ id: 'a' }, { id: 'b' }],
      [
        { metric: 'nps', group: 'North', value: 30 },
        { metric: 'kept', group: 'North', value: '91%' },
      ],
    );
    const limits = { award: { floor: '100%', cap: '100%', of: 'target' } };
    expect(findingsOf(cleanPlan({ pool: BY_AWARD }), { data })).toEqual([]);
    const [one] = foundIn(cleanPlan({ limits, pool: BY_AWARD }), 'lint.people.fixed', { data });
    expect(one?.message).toMatch(/^Before the pool: 2 of 2 people get the same award/);
    const [cliff] = foundIn(cleanPlan({ ...CLIFF, pool: BY_AWARD }), 'lint.curve.cliff', { data });
    expect(cliff?.figures).toMatchObject({ ofTarget: '0.5', money: '5000.00 USD' });
  });
});

describe('a pool alone', () => {
  const target = { percent: '10%', of: 'salary', prorate: 'none' };
  const shared = { fund: FUND, distribute: [{ by: 'salary' }] };

  test.each([{}, { target }])('a curve of the fund is told by its shape alone: %j', (changes) => {
    const [one, ...others] = findingsOf(poolAlone(shared, changes));
    expect(others).toEqual([]);
    expect(one?.code).toBe('lint.curve.cliff');
    expect(one?.message).toBe(
      'At 80% the payout goes from 0% to 2%: 66.6666…% of what the curve can pay hangs on the last hundredth of a point',
    );
    expect(lint(planOf(poolAlone(shared, changes))).judged).toBe('shapes');
  });

  test('of an item of the fund nobody knows how much it moves', () => {
    const weighted = {
      weighted: [
        { weight: '99%', payout: SATISFIED },
        {
          weight: '1%',
          payout: {
            curve: {
              of: { metric: 'sat' },
              points: [
                ['0%', '0%'],
                ['100%', '5%'],
              ],
            },
          },
        },
      ],
    };
    const fund = { product: [{ total: 'wages' }, weighted] };
    const pool = { fund, distribute: [{ by: 'salary' }], missing: 'leaveOut' };
    expect(foundIn(poolAlone(pool, { target }), 'lint.weight.small')).toEqual([]);
  });

  // Closed, 2% of wages more is lost: the gate is not idle because nobody's wages are known.
  test('a gate in the fund changes something where wages are not known', () => {
    const curve = {
      curve: {
        of: { metric: 'sat' },
        points: [
          ['0%', '2%'],
          ['80%', '2%'],
          ['90%', '3%'],
        ],
      },
    };
    const fund = {
      when: { metric: 'sat', atLeast: '70%' },
      then: { product: [{ total: 'wages' }, curve] },
      otherwise: { money: 0 },
    };
    expect(foundIn(poolAlone({ fund, distribute: [{ by: 'salary' }] }), 'lint.gate.idle')).toEqual([]);
  });

  test('what results cannot move is no fault of floors and caps', () => {
    const data = dataOf([{ id: 'a', wages: '50000' }], [{ metric: 'sat', value: '85%' }]);
    const pool = { fund: BUDGET, distribute: [{ by: 'salary' }] };
    expect(findingsOf(poolAlone(pool, { metrics: {} }), { data })).toEqual([]);
  });
});
