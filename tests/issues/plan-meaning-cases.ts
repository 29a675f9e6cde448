import type { IssueCode } from '../../src/index.js';
import { baseGoals, baseMetrics, basePlan, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';

const fault = (code: IssueCode, when: string, changes: Writing, where: Where, says: string): IssueCase => ({
  code,
  when,
  document: basePlan(changes),
  where,
  says,
});

const goals = (...changes: Parameters<typeof baseGoals>) => ({ goals: baseGoals(...changes) });
const metrics = (changes: Writing) => ({ metrics: baseMetrics(changes) });
const ROOT = ['target'];

const frame: readonly IssueCase[] = [
  fault(
    'plan.period.order',
    'the days are exchanged',
    { period: { start: '2026-12-31', end: '2026-01-01' } },
    ['period'],
    '2026-01-01',
  ),
  fault(
    'plan.period.years',
    'a fiscal year of 52 weeks',
    { period: { start: '2025-12-29', end: '2026-12-27' } },
    ['period', 'years'],
    'whole months',
  ),
  fault(
    'plan.period.years',
    'no part of a year at all',
    { period: { start: '2026-01-01', end: '2026-12-31', years: 0 } },
    ['period', 'years'],
    '0',
  ),
  fault(
    'plan.field.structure',
    'the target is read from the day of hire',
    { target: { percent: { person: 'hired' }, of: 'salary', prorate: 'none' } },
    [...ROOT, 'percent', 'person'],
    'hired',
  ),
  fault(
    'plan.field.structure',
    'a metric is measured per segment',
    metrics({ nps: { kind: 'nps', level: 'segment' } }),
    ['metrics', 'nps', 'level'],
    'segment',
  ),
  fault(
    'plan.metric.achievement',
    'twice the churn would pay twice',
    {
      metrics: {
        ...baseMetrics({}),
        churn: { kind: 'churn', level: 'company', target: '5%', achievement: 'value/target' },
      },
      goals: [
        {
          metric: 'churn',
          weight: 1,
          reads: 'achievement',
          curve: [
            ['80%', '50%'],
            ['100%', '100%'],
          ],
        },
      ],
    },
    ['metrics', 'churn', 'achievement'],
    'churn',
  ),
  fault(
    'plan.number.percent',
    'what other categories pay lacks its sign',
    { goals: [{ person: 'rating', weight: 1, table: { values: { a: '100%' }, otherwise: 50 } }] },
    ['goals', 0, 'table', 'otherwise'],
    '50',
  ),
  fault(
    'plan.number.form',
    'thousands written with a point',
    { target: { amount: { money: '120.000', currency: 'USD' }, prorate: 'none' } },
    [...ROOT, 'amount', 'money'],
    '120000',
  ),
  fault(
    'plan.target.proration',
    'a date chooses among assignments that proration sums',
    { target: { percent: '10%', of: 'salary', prorate: 'calendarDays', asOf: 'periodEnd' } },
    [...ROOT, 'asOf'],
    'days',
  ),
  fault(
    'plan.target.range',
    'a negative target percent',
    { target: { percent: '-10%', of: 'salary', prorate: 'none' } },
    [...ROOT, 'percent'],
    '-10%',
  ),
  fault(
    'plan.target.range',
    'a negative target amount',
    { target: { amount: { money: '-5000', currency: 'USD' }, prorate: 'none' } },
    [...ROOT, 'amount', 'money'],
    '-5000',
  ),
  fault(
    'plan.target.proration',
    'wages paid are prorated again',
    { target: { percent: '4.5%', of: { person: 'wagesPaid' }, prorate: 'calendarDays' } },
    [...ROOT, 'prorate'],
    'wagesPaid',
  ),
  fault(
    'plan.target.proration',
    'both prorated and as of a day',
    { target: { percent: '10%', of: 'salary', prorate: 'calendarDays', asOf: 'periodEnd' } },
    [...ROOT, 'asOf'],
    'proration',
  ),
  fault(
    'plan.currency.missing',
    'a target amount without a currency',
    { target: { amount: { money: '5000' }, prorate: 'none' } },
    [...ROOT, 'amount', 'currency'],
    '5000',
  ),
  fault(
    'plan.number.percent',
    'a target percent of 10',
    { target: { percent: 10, of: 'salary', prorate: 'none' } },
    [...ROOT, 'percent'],
    '1000 %',
  ),
  fault('plan.number.percent', 'a weight of 40', goals({ weight: 40 }), ['goals', 0, 'weight'], '4000 %'),
];

const measured: readonly IssueCase[] = [
  fault(
    'plan.metric.unknown',
    'a goal names a metric with a slip',
    goals({ metric: 'revenu' }),
    ['goals', 0, 'metric'],
    'revenu',
  ),
  fault(
    'plan.metric.unknown',
    'a goal names a method of every object',
    goals({ metric: 'hasOwnProperty' }),
    ['goals', 0, 'metric'],
    'hasOwnProperty',
  ),
  {
    ...fault(
      'plan.metric.unused',
      'a metric nobody reads',
      metrics({ effort: { kind: 'ces', level: 'company' } }),
      ['metrics', 'effort'],
      'effort',
    ),
    withheld: [],
  },
  fault(
    'plan.metric.currency',
    'revenue without a currency',
    metrics({ revenue: { kind: 'money', level: 'company', target: '1000000' } }),
    ['metrics', 'revenue', 'currency'],
    'no currency',
  ),
  fault(
    'plan.metric.currency',
    'a score in dollars',
    metrics({ nps: { kind: 'nps', level: 'team', currency: 'USD' } }),
    ['metrics', 'nps', 'currency'],
    'nps',
  ),
  fault(
    'plan.metric.target',
    'achievement of a target of 0',
    metrics({ revenue: { kind: 'money', currency: 'USD', level: 'company', target: 0 } }),
    ['metrics', 'revenue', 'target'],
    'the target is 0',
  ),
  fault(
    'plan.metric.target',
    'a retention of 101 %',
    metrics({ retention: { kind: 'retention', level: 'team', target: '101%' } }),
    ['metrics', 'retention', 'target'],
    '101%',
  ),
  fault(
    'plan.metric.achievement',
    'churn against its target, however that is meant',
    {
      ...metrics({ churn: { kind: 'churn', level: 'team', target: '5%' } }),
      ...goals({}, {}, { metric: 'churn', reads: 'achievement' }),
    },
    ['metrics', 'churn', 'achievement'],
    'churn',
  ),
];

const goalParts: readonly IssueCase[] = [
  fault(
    'plan.goal.source',
    'a goal reads nothing',
    { goals: [{ weight: '100%', curve: [[30, '50%']] }] },
    ['goals', 0],
    'neither',
  ),
  fault(
    'plan.goal.source',
    'a gate reads two things',
    { gates: [{ metric: 'nps', person: 'rating', atLeast: 30 }] },
    ['gates', 0],
    'both',
  ),
  fault(
    'plan.goal.name',
    'one metric is used twice without names',
    { goals: [...baseGoals({ weight: '10%' }), ...baseGoals({ weight: '30%' }).slice(0, 1)] },
    ['goals', 3, 'name'],
    'revenue',
  ),
  fault(
    'plan.goal.name',
    'a gate closes a goal that is not there',
    { gates: [{ metric: 'nps', atLeast: 30, closes: ['Retention'] }] },
    ['gates', 0, 'closes', 0],
    'Retention',
  ),
  fault(
    'plan.reads.missing',
    'retention without saying of what',
    goals({}, {}, { reads: undefined }),
    ['goals', 2, 'reads'],
    'retention',
  ),
  fault(
    'plan.reads.unit',
    'the achievement of a rating',
    goals({ metric: undefined, person: 'rating' }),
    ['goals', 0, 'reads'],
    'achievement',
  ),
  fault(
    'plan.reads.unit',
    'a factor of 52 points',
    { modifiers: [{ from: { metric: 'nps' }, within: ['0%', '150%'] }] },
    ['modifiers', 0, 'from'],
    'points',
  ),
  fault('plan.weights.sum', 'weights of 95 %', goals({ weight: '35%' }), ['goals'], '0.95'),
  fault('plan.weights.sum', 'thirds as decimals', goals({ weight: '0.3999' }), ['goals'], '0.9999'),
  fault(
    'plan.weights.range',
    'a weight of 0',
    goals({ weight: '0%' }, { weight: '70%' }),
    ['goals', 0, 'weight'],
    '0%',
  ),
  fault(
    'plan.weights.range',
    'a negative weight as a deduction',
    goals({ weight: '-10%' }, { weight: '80%' }),
    ['goals', 0, 'weight'],
    '-10%',
  ),
];

const curves: readonly IssueCase[] = [
  fault(
    'plan.curve.needed',
    'a goal without a curve',
    goals({}, { curve: undefined }),
    ['goals', 1, 'curve'],
    'what its values pay',
  ),
  fault(
    'plan.curve.needed',
    'a curve and a table',
    goals({}, { table: { values: { good: '100%' } } }),
    ['goals', 1, 'curve'],
    'twice',
  ),
  fault(
    'plan.curve.order',
    'points in descending order',
    goals(
      {},
      {
        curve: [
          [60, '150%'],
          [45, '100%'],
        ],
      },
    ),
    ['goals', 1, 'curve', 1, 0],
    '45',
  ),
  fault(
    'plan.curve.order',
    'three points at one value',
    goals(
      {},
      {
        curve: [
          [30, '0%'],
          [30, '50%'],
          [30, '100%'],
        ],
      },
    ),
    ['goals', 1, 'curve', 2, 0],
    'Three points stand at 30',
  ),
  fault(
    'plan.curve.order',
    'a band turned round',
    goals(
      {},
      {
        curve: {
          bands: [
            { from: 45, to: 30, pays: '50%' },
            { from: 30, pays: '100%' },
          ],
        },
      },
    ),
    ['goals', 1, 'curve', 'bands', 0],
    '45',
  ),
  fault(
    'plan.curve.gap',
    'bands as printed: 0 to 29, 30 to 59',
    goals(
      {},
      {
        curve: {
          bands: [
            { to: 29, pays: '0%' },
            { from: 30, pays: '100%' },
          ],
        },
      },
    ),
    ['goals', 1, 'curve', 'bands', 1, 'from'],
    'between 29 and 30',
  ),
  fault(
    'plan.curve.gap',
    'the best band ends at 100',
    goals({}, { curve: { bands: [{ from: 30, to: 100, pays: '100%' }] } }),
    ['goals', 1, 'curve', 'bands', 0, 'to'],
    'better than 100',
  ),
  fault(
    'plan.curve.overlap',
    'two bands cover 30 to 35',
    goals(
      {},
      {
        curve: {
          bands: [
            { to: 35, pays: '0%' },
            { from: 30, pays: '100%' },
          ],
        },
      },
    ),
    ['goals', 1, 'curve', 'bands', 1, 'from'],
    'from 30',
  ),
  {
    ...fault(
      'plan.curve.falls',
      'a better score pays less',
      goals(
        {},
        {
          curve: [
            [30, '150%'],
            [60, '100%'],
          ],
        },
      ),
      ['goals', 1, 'curve'],
      'pays less',
    ),
    withheld: [],
  },
  fault(
    'plan.curve.slope',
    'one point that goes on',
    goals({}, { curve: { points: [[30, '50%']], better: 'continue' } }),
    ['goals', 1, 'curve', 'better'],
    'better',
  ),
  fault(
    'plan.curve.slope',
    'steps that go on',
    goals(
      {},
      {
        curve: {
          points: [
            [30, '50%'],
            [45, '100%'],
          ],
          shape: 'steps',
          worse: 'continue',
        },
      },
    ),
    ['goals', 1, 'curve', 'worse'],
    'worse',
  ),
  fault(
    'plan.unit.percent',
    'a score of 30 %',
    goals({}, { curve: [['30%', '50%']] }),
    ['goals', 1, 'curve', 0, 0],
    '30%',
  ),
  fault(
    'plan.unit.percent',
    'a gate on revenue of 90 %, without reads',
    { gates: [{ metric: 'revenue', atLeast: '90%' }] },
    ['gates', 0, 'atLeast'],
    '90%',
  ),
];

const behind: readonly IssueCase[] = [
  fault(
    'plan.gate.comparator',
    'a gate that compares nothing',
    { gates: [{ metric: 'nps' }] },
    ['gates', 0],
    '0',
  ),
  fault(
    'plan.gate.comparator',
    'a gate that compares twice',
    { gates: [{ metric: 'nps', atLeast: 30, atMost: 60 }] },
    ['gates', 0],
    '2',
  ),
  fault(
    'plan.gate.comparator',
    'a score that is a word',
    { gates: [{ metric: 'nps', is: 'good' }] },
    ['gates', 0],
    'is',
  ),
  fault(
    'plan.gate.scope',
    'a gate that closes and excepts',
    { gates: [{ metric: 'nps', atLeast: 30, closes: ['revenue'], except: ['retention'] }] },
    ['gates', 0],
    'closes',
  ),
  fault(
    'plan.modifier.range',
    'a factor without a range',
    { modifiers: [{ from: { person: 'factor' } }] },
    ['modifiers', 0],
    'factor',
  ),
  fault(
    'plan.modifier.range',
    'a range and a table',
    {
      modifiers: [
        { from: { person: 'rating' }, within: ['0%', '150%'], table: { values: { meets: '100%' } } },
      ],
    },
    ['modifiers', 0],
    'twice',
  ),
  fault(
    'plan.limit.order',
    'floor and cap exchanged',
    { limits: { payout: { floor: '200%', cap: '100%' } } },
    ['limits', 'payout'],
    '200%',
  ),
  fault(
    'plan.limit.order',
    'a range written from best to worst',
    { modifiers: [{ from: { person: 'factor' }, within: ['150%', '0%'] }] },
    ['modifiers', 0, 'within'],
    '150%',
  ),
  fault(
    'plan.limit.order',
    'a floor of money above the cap',
    { currency: 'USD', limits: { award: { floor: { money: 9000 }, cap: { money: 5000 } } } },
    ['limits', 'award'],
    '9000',
  ),
  fault(
    'plan.limit.of',
    'a cap of 200 %',
    { limits: { award: { cap: '200%' } } },
    ['limits', 'award', 'cap'],
    '200%',
  ),
  {
    ...fault(
      'plan.limit.below-target',
      'a goal that cannot pay target',
      goals({ cap: '80%' }),
      ['goals', 0, 'cap'],
      '80%',
    ),
    withheld: [],
  },
  fault('plan.risk.form', 'a safe part without a number', { risk: {} }, ['risk'], 'safe part'),
  fault(
    'plan.risk.form',
    'a safe part stated twice',
    { risk: { paidAnyway: '30%', atLeast: '30%' } },
    ['risk'],
    'one way',
  ),
  fault(
    'plan.risk.range',
    'more than all is safe',
    { risk: { paidAnyway: '130%' } },
    ['risk', 'paidAnyway'],
    '130%',
  ),
  fault(
    'plan.risk.range',
    'less than nothing is safe',
    { risk: { atLeast: '-5%' } },
    ['risk', 'atLeast'],
    '-5%',
  ),
  fault(
    'plan.risk.survives',
    'a gate over a safe part',
    { gates: [{ metric: 'nps', atLeast: 30 }], risk: { paidAnyway: '30%' } },
    ['risk', 'survives'],
    'safe part',
  ),
  fault(
    'plan.rounding.unit',
    'rounding to 0',
    { rounding: { award: { to: 0, mode: 'halfUp' } } },
    ['rounding', 'award', 'to'],
    '0',
  ),
  fault(
    'plan.rounding.unit',
    'an achievement in dollars and cents',
    { rounding: { achievement: { to: 'currency', mode: 'halfUp' } } },
    ['rounding', 'achievement', 'to'],
    'currency',
  ),
];

const scaled = { fund: { money: 1000 }, distribute: [{ by: 'award' }] };

const pools: readonly IssueCase[] = [
  fault(
    'plan.pool.parts',
    'two keys of 50 % and 40 %',
    {
      currency: 'USD',
      pool: {
        ...scaled,
        distribute: [
          { by: 'award', part: '50%' },
          { by: 'equally', part: '40%' },
        ],
      },
    },
    ['pool', 'distribute'],
    '0.9',
  ),
  fault(
    'plan.pool.remainder',
    'a ceiling, and nothing about what it leaves',
    { currency: 'USD', pool: { ...scaled, ceiling: { money: 100 } } },
    ['pool', 'remainder'],
    'ceiling',
  ),
];

/** Plans whose form is right and whose meaning is not. Warnings still pay everybody. */
export const planMeaningCases: readonly IssueCase[] = [
  ...frame,
  ...measured,
  ...goalParts,
  ...curves,
  ...behind,
  ...pools,
];
