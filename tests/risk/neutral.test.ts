import { describe, expect, test } from 'vitest';
import { checkNeutral } from '../../src/explain/index.js';
import { parsePlan } from '../../src/index.js';
import { planOf, type Writing } from '../support/base.js';
import { REVENUE_GOAL, stakePlan, USUAL } from '../support/stake-plan.js';

const messages = (document: unknown) => checkNeutral(planOf(document)).map(({ message }) => message);
const pays = (share: string) => [
  `With every result at target the plan pays ${share.replace('%', ' %')} of target opportunity`,
];
const only = (goal: Writing, changes: Writing = {}) =>
  stakePlan({ goals: [{ weight: '100%', ...goal }], ...changes });

describe('plans that pay target at target say nothing', () => {
  const metrics = { nps: { kind: 'nps', level: 'company' }, churn: { kind: 'churn', level: 'company' } };

  test.each<[what: string, document: Writing]>([
    ['read against target', stakePlan()],
    [
      'a score, where its curve pays 100 %',
      only(
        {
          metric: 'nps',
          reads: 'value',
          curve: [
            [30, '50%'],
            [45, '100%'],
            [60, '150%'],
          ],
        },
        { metrics },
      ),
    ],
    [
      'a score, between two points',
      only(
        {
          metric: 'nps',
          reads: 'value',
          curve: [
            [30, '50%'],
            [60, '150%'],
          ],
        },
        { metrics },
      ),
    ],
    [
      'lower is better',
      only(
        {
          metric: 'churn',
          reads: 'value',
          curve: [
            ['5%', '150%'],
            ['10%', '100%'],
            ['15%', '50%'],
          ],
        },
        { metrics },
      ),
    ],
    [
      'above target',
      only({
        metric: 'revenue',
        reads: 'aboveTarget',
        curve: [
          [-100000, '50%'],
          [0, '100%'],
        ],
      }),
    ],
    [
      'decided elsewhere',
      only({ metric: 'board' }, { metrics: { board: { kind: 'payout', level: 'company' } } }),
    ],
    ['a person’s own payout', only({ person: 'factor' })],
    ['a rating', only({ person: 'rating', table: { values: { A: '150%', B: '100%', C: '0%' } } })],
    [
      'a factor and an addend',
      stakePlan({
        modifiers: [
          { from: { person: 'factor' }, within: ['50%', '150%'] },
          { from: { person: 'points' }, within: ['-10%', '10%'], how: 'add' },
        ],
      }),
    ],
    [
      'a factor by rating',
      stakePlan({ modifiers: [{ from: { person: 'rating' }, table: { values: { A: '120%', B: '100%' } } }] }),
    ],
    [
      'a gate that is open at target',
      stakePlan({ gates: [{ metric: 'revenue', reads: 'achievement', atLeast: '100%' }] }),
    ],
    ['a safe part', stakePlan({ risk: { paidAnyway: '40%' } })],
    ['a floor under the whole', stakePlan({ risk: { atLeast: '40%' } })],
    ['a cap above target', stakePlan({ limits: { payout: { cap: '150%' } } })],
    [
      'a target from the actuals',
      stakePlan({ metrics: { revenue: { kind: 'money', currency: 'USD', level: 'company' } } }),
    ],
    [
      'in quarters, of a sum',
      stakePlan({
        metrics: {
          revenue: {
            kind: 'money',
            currency: 'USD',
            level: 'company',
            each: 'quarter',
            accumulates: 'sum',
            target: '1000000',
          },
        },
      }),
    ],
  ])('%s', (_what, document) => {
    expect(messages(document)).toEqual([]);
  });
});

describe('plans that pay something else at target', () => {
  test('a target that is really the maximum, as of NCC 2021: 60 % of it at target', () => {
    // Profit at target pays 60 % and the best pays 100 %; half on it, and half on a score decided elsewhere.
    const goals = [
      {
        metric: 'profit',
        weight: '50%',
        reads: 'achievement',
        curve: [
          ['90%', '20%'],
          ['100%', '60%'],
          ['110%', '100%'],
        ],
      },
      { metric: 'strategic', weight: '50%' },
    ];
    const metrics = {
      profit: { kind: 'money', currency: 'GBP', level: 'company', target: '30000000' },
      strategic: { kind: 'payout', level: 'company' },
    };
    // 50 % × 60 % + 50 % × 100 %.
    const [issue] = checkNeutral(planOf(stakePlan({ metrics, goals })));
    expect(issue).toMatchObject({ code: 'plan.neutral.pays', severity: 'warning', path: ['target'] });
    expect(issue?.message).toBe(pays('80%')[0]);
  });

  test('a curve that pays more than target at target', () => {
    expect(
      messages(
        only({
          metric: 'revenue',
          reads: 'achievement',
          curve: [
            ['80%', '50%'],
            ['100%', '125%'],
          ],
        }),
      ),
    ).toEqual(pays('125%'));
  });

  test('of a part at risk: 40 % is safe, and the rest pays half', () => {
    const goal = {
      metric: 'revenue',
      reads: 'achievement',
      curve: [
        ['80%', '0%'],
        ['100%', '50%'],
        ['120%', '200%'],
      ],
    };
    // 40 % + 60 % × 50 %.
    expect(messages(only(goal, { risk: { paidAnyway: '40%' } }))).toEqual(pays('70%'));
  });

  test('a gate that target does not open', () => {
    const gates = [{ metric: 'revenue', reads: 'achievement', atLeast: '101%' }];
    expect(messages(stakePlan({ gates }))).toEqual(pays('0%'));
  });
});

describe('neutral values that the plan declares', () => {
  const metrics = (neutral: unknown) => ({
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: '1000000', neutral },
  });

  test('of a metric: revenue of 900,000 instead of its target pays 75 %', () => {
    // 90 % lies halfway between 80 % → 50 % and 100 % → 100 %.
    expect(messages(stakePlan({ metrics: metrics('900000') }))).toEqual(pays('75%'));
    expect(messages(stakePlan({ metrics: metrics('1000000') }))).toEqual([]);
  });

  test('of a column: a factor of 90 %', () => {
    const modifiers = [{ from: { person: 'factor' }, within: ['50%', '150%'] }];
    const fields = (neutral: string) => ({ factor: { kind: 'ratio', neutral } });
    expect(messages(stakePlan({ modifiers, fields: fields('90%') }))).toEqual(pays('90%'));
    expect(messages(stakePlan({ modifiers, fields: fields('100%') }))).toEqual([]);
  });

  test('of a column that a formula reads: without a neutral value it is a basis and moves nothing', () => {
    const payout = {
      product: [{ person: 'individual' }, { curve: { of: { achievement: 'revenue' }, points: USUAL } }],
    };
    const { goals: _goals, ...plan } = stakePlan({ payout, fields: { individual: { kind: 'ratio' } } });
    expect(messages(plan)).toEqual([]);
    expect(messages({ ...plan, fields: { individual: { kind: 'ratio', neutral: '100%' } } })).toEqual([]);
    expect(messages({ ...plan, fields: { individual: { kind: 'ratio', neutral: '50%' } } })).toEqual(
      pays('50%'),
    );
  });

  test('of a yes or no', () => {
    const gates = [{ person: 'certified', is: 'true' }];
    const fields = (neutral: boolean) => ({ certified: { kind: 'yesNo', neutral } });
    expect(messages(stakePlan({ gates, fields: fields(true) }))).toEqual([]);
    expect(messages(stakePlan({ gates, fields: fields(false) }))).toEqual(pays('0%'));
  });
});

describe('neutral values that cannot be', () => {
  const refused = (document: unknown) => {
    const parsed = parsePlan(document as Parameters<typeof parsePlan>[0]);
    return parsed.ok
      ? []
      : parsed.issues
          .filter(({ severity }) => severity === 'error')
          .map(({ code, path }) => [code, path?.join('/')]);
  };
  const ofMetric = (kind: string, neutral: unknown) =>
    refused(stakePlan({ metrics: { other: { kind, level: 'company', neutral } } }));
  const ofField = (kind: string, neutral: unknown) =>
    refused(stakePlan({ fields: { other: { kind, neutral } } }));

  test('of a metric: out of the range of its kind, in another unit, or no number', () => {
    expect(ofMetric('nps', 200)).toEqual([['plan.metric.target', 'metrics/other/neutral']]);
    expect(ofMetric('nps', -101)).toEqual([['plan.metric.target', 'metrics/other/neutral']]);
    expect(ofMetric('retention', '-5%')).toEqual([['plan.metric.target', 'metrics/other/neutral']]);
    expect(ofMetric('nps', '45%')).toEqual([['plan.unit.percent', 'metrics/other/neutral']]);
    expect(ofMetric('nps', 'high')).toEqual([['plan.number.form', 'metrics/other/neutral']]);
  });

  test('of a column of numbers: a word', () => {
    expect(ofField('ratio', 'high')).toEqual([['plan.number.form', 'fields/other/neutral']]);
  });
});

describe('nothing is said', () => {
  test('of a plan without target', () => {
    const award = { by: 'calendarDays', prorated: { product: [{ person: 'salary' }, '10%'] } };
    const { target: _target, goals: _goals, ...plan } = stakePlan();
    expect(messages({ ...plan, award })).toEqual([]);
  });

  test('where an input has no neutral value: a table in which nothing pays target', () => {
    const goal = { person: 'rating', table: { values: { A: '150%', B: '90%' } } };
    expect(messages(only(goal))).toEqual([]);
  });

  test('where an input has none, even where a column beside it would make a difference', () => {
    const goals = [
      {
        ...REVENUE_GOAL,
        weight: '50%',
        curve: [
          ['80%', '50%'],
          ['100%', '125%'],
        ],
      },
      { person: 'rating', weight: '50%', table: { values: { A: '150%', B: '90%' } } },
    ];
    expect(messages(stakePlan({ goals }))).toEqual([]);
  });
});
