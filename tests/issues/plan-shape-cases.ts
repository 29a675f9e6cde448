import { basePeople, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import {
  conditionPlan,
  formulaMetrics,
  goalsPlan,
  payoutPlan,
  proratedPlan,
} from '../support/formula-plan.js';
import { planFault as fault, type IssueCase } from './case.js';

const WHEN = ['payout', 'when'];
const fiveMonths = { period: { start: '2026-01-01', end: '2026-05-31' } };
/** An amount in each quarter in which a condition on sales holds. */
const inQuarters = (condition: Writing, sales: Writing = {}) =>
  proratedPlan(
    { each: 'quarter', give: { when: condition, then: { money: 500 }, otherwise: 0 } },
    { metrics: { ...formulaMetrics, sales: { kind: 'count', level: 'team', each: 'quarter', ...sales } } },
  );
const SALES = ['metrics', 'sales'];
const judged = (changes: Writing, more: Writing = {}) =>
  goalsPlan({
    goals: [{ metric: 'nps', weight: 1, each: 'quarter', curve: [[30, '50%']], ...changes }],
    ...more,
  });

const parts: readonly IssueCase[] = [
  fault(
    'plan.period.parts',
    'quarters of five months',
    proratedPlan({ each: 'quarter', give: { money: 500 } }, fiveMonths),
    ['award', 'prorated', 'each'],
    'quarter',
  ),
  fault(
    'plan.period.parts',
    'parts that nothing names',
    proratedPlan({ each: 'part', give: { money: 500 } }),
    ['award', 'prorated', 'each'],
    'no parts',
  ),
  fault(
    'plan.period.parts',
    'a goal judged in quarters of five months',
    judged({ weights: ['50%', '50%'] }, { ...fiveMonths, metrics: { nps: formulaMetrics['nps'] } }),
    ['goals', 0, 'each'],
    'quarter',
  ),
  fault(
    'plan.period.parts',
    'a metric measured in quarters of five months',
    conditionPlan(
      { metric: 'sales', atLeast: 5 },
      {
        ...fiveMonths,
        metrics: { sales: { kind: 'count', level: 'team', each: 'quarter', accumulates: 'sum' } },
      },
    ),
    [...SALES, 'each'],
    'quarter',
  ),
  fault(
    'plan.period.parts',
    'a part that nothing names',
    conditionPlan({ not: { metric: 'nps', during: 'Q9', atLeast: 40 } }, { periods: 'quarters' }),
    [...WHEN, 'not', 'during'],
    'Q9',
  ),
  fault(
    'plan.period.parts',
    'up to the part at hand, where there is none',
    conditionPlan({ metric: 'nps', during: 'yearToDate', atLeast: 40 }),
    [...WHEN, 'during'],
    'yearToDate',
  ),
  fault(
    'plan.period.parts',
    'a goal judged in quarters without weights',
    judged({}),
    ['goals', 0, 'weights'],
    'how much a part counts',
  ),
  fault(
    'plan.metric.parts',
    'sales up to the quarter at hand, which nothing puts together',
    inQuarters({ metric: 'sales', during: 'yearToDate', atLeast: 5 }),
    [...SALES, 'accumulates'],
    'sales',
  ),
  fault(
    'plan.metric.parts',
    'sales of the whole period, which nothing puts together',
    conditionPlan({ metric: 'sales', atLeast: 5 }),
    [...SALES, 'accumulates'],
    'sales',
  ),
  fault(
    'plan.metric.parts',
    'sales of a half, which nothing puts together',
    proratedPlan({
      each: 'half',
      give: { when: { metric: 'sales', atLeast: 5 }, then: { money: 500 }, otherwise: 0 },
    }),
    [...SALES, 'accumulates'],
    'sales',
  ),
  fault(
    'plan.metric.parts',
    'a goal reads sales of the whole period, which nothing puts together',
    goalsPlan({ goals: [{ metric: 'sales', weight: 1, curve: [[5, '100%']] }] }),
    [...SALES, 'accumulates'],
    'sales',
  ),
  fault(
    'plan.metric.target',
    'no target for one of the quarters',
    inQuarters({ achievement: 'sales', atLeast: '90%' }, { target: { Q1: 5, Q2: 5, Q4: 6 } }),
    [...SALES, 'target'],
    'Q3',
    { besides: 'sales' },
  ),
  fault(
    'plan.metric.target',
    'no named target for one of the quarters',
    inQuarters(
      { achievement: 'sales', against: 'board', atLeast: '90%' },
      { targets: { board: { Q1: 5, Q2: 5, Q4: 6 }, plan: 20 } },
    ),
    [...SALES, 'targets', 'board'],
    'Q3',
  ),
  fault(
    'plan.metric.target',
    'a target of the whole period, read in a quarter',
    inQuarters({ achievement: 'sales', atLeast: '90%' }, { target: 20 }),
    ['award', 'prorated', 'give', 'when'],
    '20',
    { besides: 'sales' },
  ),
  fault(
    'plan.period.parts',
    'a target for a fifth quarter',
    inQuarters({ achievement: 'sales', atLeast: '90%' }, { target: { Q1: 5, Q2: 5, Q3: 5, Q4: 6, Q5: 6 } }),
    [...SALES, 'target', 'Q5'],
    'Q5',
  ),
  fault(
    'plan.metric.target',
    'a formula reads the achievement of a target of 0',
    inQuarters({ achievement: 'sales', atLeast: '90%' }, { target: { Q1: 5, Q2: 0, Q3: 5, Q4: 6 } }),
    [...SALES, 'target', 'Q2'],
    '0',
  ),
  ...[0, -1, '1.5', '50%'].map((meanOfLast) =>
    fault(
      'plan.number.form',
      `the mean of the last ${meanOfLast} periods`,
      conditionPlan({ change: 'nps', since: { meanOfLast }, atLeast: 1 }),
      [...WHEN, 'since', 'meanOfLast'],
      String(meanOfLast),
    ),
  ),
];

const items = (weighted: readonly Writing[], more: Writing = {}) =>
  payoutPlan({ sum: ['1%', { weighted, ...more }] });
const ITEMS = ['payout', 'sum', 1];
const asked = { metric: 'nps', atLeast: 40 };

const weights: readonly IssueCase[] = [
  fault(
    'plan.weights.sum',
    'weights of 90 %',
    items([
      { weight: '40%', payout: '100%' },
      { weight: '50%', payout: '90%' },
    ]),
    [...ITEMS, 'weighted'],
    '0.9',
  ),
  fault(
    'plan.weights.sum',
    'weights inside an item',
    items([
      { weight: '50%', payout: { weighted: [{ weight: '95%', payout: '100%' }] } },
      { weight: '50%', payout: '90%' },
    ]),
    [...ITEMS, 'weighted', 0, 'payout', 'weighted'],
    '0.95',
  ),
  fault(
    'plan.weights.sum',
    'weights of salary that are not the target percent',
    items([{ weight: '11%', payout: '100%' }], { of: 'salary' }),
    [...ITEMS, 'weighted'],
    '0.11',
  ),
  fault(
    'plan.weights.sum',
    'goals by salary that are not the target percent',
    goalsPlan({ weightsOf: 'salary', goals: [{ name: 'all', payout: '100%', weight: '11%' }] }),
    ['goals'],
    '0.11',
  ),
  fault(
    'plan.weights.sum',
    'goals by salary, and a target percent of each person',
    goalsPlan({
      weightsOf: 'salary',
      goals: [{ name: 'all', payout: '100%', weight: '11%' }],
      target: { percent: { person: 'targetPercent' }, of: 'salary', prorate: 'calendarDays' },
    }),
    ['weightsOf'],
    'target percent',
  ),
  fault(
    'plan.weights.sum',
    'three weights for four quarters',
    proratedPlan({ each: 'quarter', give: { money: 500 }, weights: ['40%', '30%', '30%'] }),
    ['award', 'prorated', 'weights'],
    '3 weights for 4 parts',
  ),
  fault(
    'plan.weights.sum',
    'weights of quarters that sum to 90 %',
    proratedPlan({ each: 'quarter', give: { money: 500 }, weights: ['20%', '20%', '20%', '30%'] }),
    ['award', 'prorated', 'weights'],
    '20% + 20% + 20% + 30%',
  ),
  fault(
    'plan.weights.sum',
    'a goal with two weights for four quarters',
    judged({ weights: ['50%', '50%'] }),
    ['goals', 0, 'weights'],
    '2 weights for 4 parts',
  ),
  fault(
    'plan.weights.range',
    'an item that weighs nothing',
    items([
      { weight: '0%', payout: '100%' },
      { weight: '100%', payout: '90%' },
    ]),
    [...ITEMS, 'weighted', 0, 'weight'],
    '0%',
  ),
  fault(
    'plan.weights.range',
    'a negative weight beside that of a field',
    items([
      { weight: { person: 'factor' }, payout: '100%' },
      { weight: '-10%', payout: '90%' },
    ]),
    [...ITEMS, 'weighted', 1, 'weight'],
    '-10%',
  ),
  fault(
    'plan.weights.range',
    'a negative weight of a quarter',
    proratedPlan({ each: 'quarter', give: { money: 500 }, weights: ['-20%', '40%', '40%', '40%'] }),
    ['award', 'prorated', 'weights', 0],
    '-20%',
  ),
  fault(
    'plan.weights.missing',
    'an item that may not count',
    items([
      { weight: '50%', payout: '90%' },
      { name: 'growth', weight: '50%', payout: '100%', countsWhen: asked },
    ]),
    [...ITEMS, 'missing'],
    'growth',
  ),
  fault(
    'plan.weights.missing',
    'an item without a name that may not count',
    items([
      { weight: '50%', payout: '90%' },
      { weight: '50%', payout: '100%', countsWhen: asked },
    ]),
    [...ITEMS, 'missing'],
    'Item 2',
  ),
  fault(
    'plan.weights.missing',
    'a neutralised goal',
    goalsPlan({
      goals: [
        { name: 'growth', payout: '100%', weight: '50%' },
        { name: 'voice', payout: '100%', weight: '50%', neutralised: 'network outage' },
      ],
    }),
    ['missing'],
    'voice',
  ),
  fault(
    'plan.weights.missing',
    'all items are neutralised, and each gives its weight to the others',
    items([{ weight: 1, payout: '100%', neutralised: 'network outage' }], { missing: 'reweight' }),
    [...ITEMS, 'missing'],
    'neutralised',
  ),
  fault(
    'plan.weights.missing',
    'all goals are neutralised, and each gives its weight to the others',
    goalsPlan({
      missing: 'reweight',
      goals: [{ name: 'voice', payout: '100%', weight: 1, neutralised: 'network outage' }],
    }),
    ['missing'],
    'neutralised',
  ),
  fault(
    'plan.metric.unknown',
    'a fault inside a neutralised item',
    items(
      [
        { weight: '50%', payout: { achievement: 'revenu' }, neutralised: 'network outage' },
        { weight: '50%', payout: '90%' },
      ],
      { missing: 'reweight' },
    ),
    [...ITEMS, 'weighted', 0, 'payout', 'achievement'],
    'revenu',
  ),
];

const curve = (changes: Writing) =>
  payoutPlan({
    sum: [
      '1%',
      {
        curve: {
          of: { achievement: 'revenue' },
          points: [
            ['90%', '50%'],
            ['100%', '100%'],
          ],
          ...changes,
        },
      },
    ],
  });
const CURVE = [...ITEMS, 'curve'];
const modifier = (changes: Writing) =>
  goalsPlan({ modifiers: [{ from: { value: { metric: 'nps' } }, ...changes }] });
const stepless = { points: [[30, '50%']], better: { perStep: { each: 0, add: '5%' } } };

const curves: readonly IssueCase[] = [
  fault(
    'plan.curve.caps',
    'a slope that reaches 131.25 % where its cap says 150 %',
    curve({ better: { slope: '1.25', until: '125%', cap: '150%' } }),
    [...CURVE, 'better'],
    '1.3125',
    { besides: '150%' },
  ),
  fault(
    'plan.curve.caps',
    'a slope on the worse side that reaches 40 % where its cap says 45 %',
    curve({ worse: { slope: 1, until: '80%', cap: '45%' } }),
    [...CURVE, 'worse'],
    '0.4',
    { besides: '45%' },
  ),
  fault(
    'plan.curve.caps',
    'a goal whose slope and cap disagree',
    goalsPlan({
      goals: [
        {
          metric: 'nps',
          weight: 1,
          curve: { points: [[30, '50%']], better: { slope: '1%', until: 60, cap: '70%' } },
        },
      ],
    }),
    ['goals', 0, 'curve', 'better'],
    '0.8',
    { besides: '70%' },
  ),
  fault(
    'plan.number.range',
    'steps of 0',
    curve({ better: { perStep: { each: 0, add: '5%' } } }),
    [...CURVE, 'better', 'perStep', 'each'],
    '0',
  ),
  fault(
    'plan.number.range',
    'steps of less than 0',
    curve({ better: { perStep: { each: '-5%', add: '5%' } } }),
    [...CURVE, 'better', 'perStep', 'each'],
    '-5%',
  ),
  fault(
    'plan.number.range',
    'a goal with steps of 0',
    goalsPlan({ goals: [{ metric: 'nps', weight: 1, curve: stepless }] }),
    ['goals', 0, 'curve', 'better', 'perStep', 'each'],
    '0',
  ),
  fault(
    'plan.number.range',
    'a modifier from a formula with steps of 0',
    modifier({ curve: stepless }),
    ['modifiers', 0, 'curve', 'better', 'perStep', 'each'],
    '0',
  ),
  fault(
    'plan.curve.slope',
    'slices that hold',
    curve({ shape: 'slices', better: 'hold' }),
    [...CURVE, 'better'],
    'Slices',
  ),
  fault(
    'plan.curve.slope',
    'one point that goes on',
    curve({ points: [['90%', '50%']], better: 'continue' }),
    [...CURVE, 'better'],
    'better',
  ),
  fault(
    'plan.curve.order',
    'points that descend',
    curve({
      points: [
        ['90%', '50%'],
        ['100%', '60%'],
        ['95%', '70%'],
      ],
    }),
    [...CURVE, 'points', 2, 0],
    '95%',
  ),
  fault(
    'plan.curve.order',
    'points that descend around one that is calculated',
    curve({
      points: [
        ['90%', '50%'],
        [{ person: 'factor' }, '60%'],
        ['80%', '70%'],
      ],
    }),
    [...CURVE, 'points', 2, 0],
    '80%',
  ),
  fault(
    'plan.curve.order',
    'a modifier from a formula whose points descend',
    modifier({
      curve: [
        [50, '50%'],
        [40, '60%'],
      ],
    }),
    ['modifiers', 0, 'curve', 1, 0],
    '40',
  ),
  fault(
    'plan.curve.gap',
    'a modifier from a formula with bands as printed',
    modifier({
      curve: {
        bands: [
          { to: 29, pays: '50%' },
          { from: 30, pays: '60%' },
        ],
      },
    }),
    ['modifiers', 0, 'curve', 'bands', 1, 'from'],
    'between 29 and 30',
  ),
];

const matrix = (rows: readonly unknown[], columns: readonly unknown[], values: unknown) =>
  payoutPlan({
    sum: [
      '1%',
      {
        matrix: {
          rows: { of: { achievement: 'revenue' }, at: rows },
          columns: { of: { metric: 'nps' }, at: columns },
          values,
          shape: 'level',
        },
      },
    ],
  });
const MATRIX = [...ITEMS, 'matrix'];
const ROW = ['50%', '60%'];
const TWO = ['90%', '100%'];

const matrices: readonly IssueCase[] = [
  fault(
    'plan.matrix.size',
    'a row too short',
    matrix(TWO, [30, 40], [ROW, ['70%']]),
    [...MATRIX, 'values', 1],
    '2 thresholds',
  ),
  fault(
    'plan.matrix.size',
    'a row too long',
    matrix(TWO, [30, 40], [[...ROW, '70%'], ROW]),
    [...MATRIX, 'values', 0],
    '3 values',
  ),
  fault(
    'plan.matrix.size',
    'a row too many',
    matrix(TWO, [30, 40], [ROW, ROW, ROW]),
    [...MATRIX, 'values'],
    '3 rows',
  ),
  fault(
    'plan.matrix.size',
    'a row that is missing',
    matrix(TWO, [30, 40], [ROW]),
    [...MATRIX, 'values'],
    '2 thresholds',
  ),
  fault(
    'plan.curve.order',
    'thresholds that descend',
    matrix(TWO, [40, 30], [ROW, ROW]),
    [...MATRIX, 'columns', 'at', 1],
    '30',
  ),
  fault(
    'plan.curve.order',
    'one threshold twice',
    matrix(['90%', '90%'], [30, 40], [ROW, ROW]),
    [...MATRIX, 'rows', 'at', 1],
    '90%',
  ),
];

const gates = (...given: readonly Writing[]) => goalsPlan({ gates: given });
/** Where only the gates decide nobody is paid; a condition of a formula takes its other branch. */
const never = (when: string, document: Writing, where: Where, says: string, besides: string): IssueCase => ({
  ...fault('plan.gate.never', when, document, where, says, { besides }),
  people: basePeople({ role: 'ceo' }, { role: 'clerk' }),
  ...('gates' in document && { nobody: true }),
});
const atLeastOf = (atLeast: unknown) => conditionPlan({ atLeastOf: atLeast, of: [asked, asked, asked] });

const nevers: readonly IssueCase[] = [
  never(
    'a retention of 105 %',
    gates({ metric: 'retention', reads: 'value', atLeast: '105%' }),
    ['gates', 0],
    '105%',
    'retention',
  ),
  never(
    'a retention above 100 %',
    gates({ metric: 'retention', reads: 'value', moreThan: '100%' }),
    ['gates', 0],
    '100%',
    'retention',
  ),
  never(
    'a retention of 105 % that closes one goal',
    gates({ metric: 'retention', reads: 'value', atLeast: '105%', closes: ['all'] }),
    ['gates', 0],
    '105%',
    'retention',
  ),
  never(
    'a retention of 105 % in a formula',
    conditionPlan({ metric: 'retention', atLeast: '105%' }),
    WHEN,
    '105%',
    'retention',
  ),
  never(
    'a retention of 105 % among conditions',
    conditionPlan({ all: [asked, { metric: 'retention', atLeast: '105%' }] }),
    [...WHEN, 'all', 1],
    '105%',
    'retention',
  ),
  never(
    'two gates that contradict each other',
    gates({ metric: 'nps', atLeast: 50 }, { metric: 'revenue', atLeast: 5 }, { metric: 'nps', atMost: 40 }),
    ['gates', 2],
    'nps at most 40',
    'nps at least 50',
  ),
  never(
    'two gates that only just contradict each other',
    gates({ metric: 'nps', atLeast: 50 }, { metric: 'nps', lessThan: 50 }),
    ['gates', 1],
    'nps less than 50',
    'nps at least 50',
  ),
  never(
    'two gates with names',
    gates(
      { name: 'the floor', metric: 'nps', atLeast: 50 },
      { name: 'the ceiling', metric: 'nps', atMost: 40 },
    ),
    ['gates', 1],
    'the ceiling',
    'the floor',
  ),
  never(
    'a gate and a formula of another',
    gates({ metric: 'nps', atLeast: 50 }, { value: { metric: 'nps' }, atMost: 40 }),
    ['gates', 1],
    'at most 40',
    'at least 50',
  ),
  never(
    'two gates of one goal',
    gates({ metric: 'nps', atLeast: 50, closes: ['all'] }, { metric: 'nps', atMost: 40, closes: ['all'] }),
    ['gates', 1],
    'at most 40',
    'at least 50',
  ),
  never(
    'two gates by one field',
    gates({ person: 'role', is: 'ceo' }, { person: 'role', is: 'cfo' }),
    ['gates', 1],
    'role is cfo',
    'role is ceo',
  ),
  never(
    'two conditions that contradict each other',
    conditionPlan({
      all: [
        { metric: 'nps', atLeast: 50 },
        { metric: 'nps', atMost: 40 },
      ],
    }),
    [...WHEN, 'all', 1],
    'nps at most 40',
    'nps at least 50',
  ),
  never(
    'two conditions of one compound value',
    conditionPlan({
      all: [
        { value: { sum: [{ metric: 'nps' }, 5] }, atLeast: 50 },
        { value: { sum: [{ metric: 'nps' }, 5] }, lessThan: 40 },
      ],
    }),
    [...WHEN, 'all', 1],
    'less than 40',
    'at least 50',
  ),
  never(
    'two texts of one field',
    conditionPlan({
      all: [
        { person: 'role', is: 'ceo' },
        { person: 'role', is: 'cfo' },
      ],
    }),
    [...WHEN, 'all', 1],
    'role is cfo',
    'role is ceo',
  ),
  fault('plan.number.range', 'at least 4 of three', atLeastOf(4), [...WHEN, 'atLeastOf'], '4'),
  ...[0, -1, '1.5', '50%'].map((given) =>
    fault(
      'plan.number.form',
      `at least ${given} of three`,
      atLeastOf(given),
      [...WHEN, 'atLeastOf'],
      String(given),
    ),
  ),
  ...['0%', '150%', '-10%', 60].map((given) =>
    fault(
      'plan.number.range',
      `the mean of the top ${given}`,
      conditionPlan({ meanOfTop: given, of: { metric: 'nps' }, among: 'team', count: 'up', atLeast: 40 }),
      [...WHEN, 'meanOfTop'],
      String(given),
    ),
  ),
  fault(
    'plan.limit.order',
    'a range written from best to worst',
    conditionPlan({ metric: 'nps', within: [60, 30] }),
    [...WHEN, 'within'],
    '60',
    { besides: '30' },
  ),
  fault(
    'plan.limit.order',
    'floor and cap exchanged',
    payoutPlan({ limit: { achievement: 'revenue' }, floor: '150%', cap: '50%' }),
    ['payout'],
    '150%',
    { besides: '50%' },
  ),
  fault(
    'plan.limit.order',
    'a range of a modifier from a formula, from high to low',
    goalsPlan({ modifiers: [{ from: { value: { achievement: 'revenue' } }, within: ['150%', '50%'] }] }),
    ['modifiers', 0, 'within'],
    '150%',
  ),
  fault(
    'plan.rounding.unit',
    'rounding to 0',
    payoutPlan({ round: { achievement: 'revenue' }, to: 0, mode: 'halfUp' }),
    ['payout', 'to'],
    '0',
  ),
  fault(
    'plan.rounding.unit',
    'rounding to less than 0',
    payoutPlan({ round: { achievement: 'revenue' }, to: '-1%', mode: 'halfUp' }),
    ['payout', 'to'],
    '-1%',
  ),
];

/** Formulas whose numbers cannot be as written: parts, weights, curves, matrices, conditions that never hold. */
export const planShapeCases: readonly IssueCase[] = [...parts, ...weights, ...curves, ...matrices, ...nevers];
