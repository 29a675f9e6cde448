import type { Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import { awardPlan, conditionPlan, goalsPlan, payoutPlan, proratedPlan } from '../support/formula-plan.js';
import { planFault as fault, type IssueCase } from './case.js';

/** Two clauses that do not fit: the message names both. */
const units = (when: string, document: unknown, where: Where, says: string, besides: string) =>
  fault('plan.formula.unit', when, document, where, says, { besides });

const WHEN = ['payout', 'when'];
const asked = { metric: 'nps', atLeast: 40 };
const salary = { product: [{ person: 'salary' }, '5%'] };

const together: readonly IssueCase[] = [
  fault(
    'plan.formula.scope',
    'a limit on what is put together from quarters',
    proratedPlan({ limit: { each: 'quarter', give: { money: 100 } }, cap: { money: 250 } }),
    ['award', 'prorated', 'limit'],
    'each is made of parts of the period',
  ),
  fault(
    'plan.formula.scope',
    'a gate of a column of people around the award of the person',
    proratedPlan({ person: 'potential' }, { gates: [{ person: 'role', is: 'ceo' }] }),
    ['gates', 0],
    'stretches of days',
  ),
  fault(
    'plan.formula.unit',
    'a yearly salary prorated in each quarter',
    awardPlan({ each: 'quarter', give: { prorated: salary, by: 'calendarDays' } }),
    ['award', 'give', 'prorated'],
    'whole in every part',
  ),
  units(
    'a ratio beside money',
    proratedPlan({ sum: [{ person: 'potential' }, { achievement: 'revenue' }] }),
    ['award', 'prorated', 'sum', 1],
    'revenue, achievement',
    'potential',
  ),
  units(
    'money beside a ratio, four nodes deep',
    proratedPlan({
      product: [
        { person: 'salary' },
        { limit: { mean: ['5%', { sum: ['5%', { money: 500 }] }] }, cap: '20%' },
      ],
    }),
    ['award', 'prorated', 'product', 1, 'limit', 'mean', 1, 'sum', 1],
    '500',
    '5%',
  ),
  units(
    'parts with names are called by them',
    payoutPlan({
      sum: [
        { achievement: 'revenue', name: 'growth' },
        { metric: 'nps', name: 'voice' },
      ],
    }),
    ['payout', 'sum', 1],
    'voice',
    'growth',
  ),
  units(
    'a score compared with 50%',
    conditionPlan({ metric: 'nps', atLeast: '50%' }),
    [...WHEN, 'atLeast'],
    '50%',
    'nps',
  ),
  units(
    'a score in a range that begins at 30%',
    conditionPlan({ metric: 'nps', within: ['30%', 60] }),
    [...WHEN, 'within', 0],
    '30%',
    'nps',
  ),
  units(
    'a score of a gate compared with an achievement',
    goalsPlan({ gates: [{ metric: 'nps', atLeast: { achievement: 'revenue' } }] }),
    ['gates', 0, 'atLeast'],
    'revenue, achievement',
    'nps',
  ),
  units(
    'a formula of a gate compared with 50%',
    goalsPlan({ gates: [{ value: { difference: [{ metric: 'nps' }, 5] }, atLeast: '50%' }] }),
    ['gates', 0, 'atLeast'],
    '50%',
    'difference',
  ),
  units(
    'a yearly salary beside an amount',
    awardPlan({ sum: [{ product: [{ person: 'wages' }, '2%'] }, { person: 'salary' }] }),
    ['award', 'sum', 1],
    'salary',
    'product',
  ),
  units(
    'two values of a switch',
    payoutPlan({ when: asked, then: '5%', otherwise: { money: 500, currency: 'USD' } }),
    ['payout', 'otherwise'],
    '500',
    '5%',
  ),
  units(
    'two values of a table',
    payoutPlan({ table: { of: { person: 'role' }, values: { ceo: '5%', clerk: { metric: 'nps' } } } }),
    ['payout', 'table', 'values', 'clerk'],
    'nps',
    '5%',
  ),
  units(
    'a cell of a matrix',
    payoutPlan({
      matrix: {
        rows: { of: { achievement: 'revenue' }, at: ['90%', '100%'] },
        columns: { of: { metric: 'nps' }, at: [30, 40] },
        values: [
          ['50%', '60%'],
          ['60%', { metric: 'nps' }],
        ],
        shape: 'level',
      },
    }),
    ['payout', 'matrix', 'values', 1, 1],
    'nps',
    '50%',
  ),
  units(
    'a point of a curve in percent, over points',
    payoutPlan({ curve: { of: { metric: 'nps' }, points: [['30%', '50%']] } }),
    ['payout', 'curve', 'points', 0, 0],
    '30%',
    'nps',
  ),
  units(
    'what two goals pay',
    goalsPlan({
      goals: [
        { name: 'growth', payout: { achievement: 'revenue' }, weight: '50%' },
        { name: 'voice', payout: { metric: 'nps' }, weight: '50%' },
      ],
    }),
    ['goals', 1, 'payout'],
    'nps is points',
    'a ratio',
  ),
  units(
    'a range of a modifier in percent, of points',
    goalsPlan({ modifiers: [{ from: { value: { metric: 'nps' } }, within: ['50%', '150%'] }] }),
    ['modifiers', 0, 'from', 'value'],
    'nps is points',
    'a ratio',
  ),
  units(
    'an addend in money',
    goalsPlan({ modifiers: [{ from: { value: { money: 5, currency: 'USD' } }, how: 'add' }] }),
    ['modifiers', 0, 'from', 'value'],
    '5 is money',
    'a ratio',
  ),
];

const wrong = (when: string, document: unknown, where: Where, says: string) =>
  fault('plan.formula.unit', when, document, where, says);

const conditions: readonly IssueCase[] = [
  wrong(
    'money times a condition',
    proratedPlan({ product: [{ person: 'potential' }, asked] }),
    ['award', 'prorated', 'product', 1],
    'nps',
  ),
  wrong('a number where a condition belongs', conditionPlan({ metric: 'nps' }), WHEN, 'nps'),
  wrong('a number turned round', conditionPlan({ not: { metric: 'nps' } }), [...WHEN, 'not'], 'nps'),
  wrong(
    'a number among conditions',
    conditionPlan({ any: [asked, { achievement: 'revenue' }] }),
    [...WHEN, 'any', 1],
    'revenue, achievement',
  ),
  wrong('yes or no without is', conditionPlan({ person: 'onNotice' }), WHEN, 'onNotice'),
  wrong(
    'an item that counts when a number is there',
    payoutPlan({ weighted: [{ weight: 1, payout: '100%', countsWhen: { metric: 'nps' } }], missing: 'zero' }),
    ['payout', 'weighted', 0, 'countsWhen'],
    'nps',
  ),
  wrong(
    'a gate whose condition is a number',
    goalsPlan({ gates: [{ when: { metric: 'nps' } }] }),
    ['gates', 0, 'when'],
    'nps',
  ),
  wrong('a number compared with is', conditionPlan({ metric: 'nps', is: 'good' }), [...WHEN, 'is'], 'nps'),
  wrong(
    'a formula of a gate compared with is',
    goalsPlan({ gates: [{ value: { metric: 'nps' }, is: 'good' }] }),
    ['gates', 0, 'is'],
    'nps',
  ),
  wrong(
    'yes or no compared with a text',
    conditionPlan({ person: 'onNotice', is: 'yes' }),
    [...WHEN, 'is'],
    'onNotice',
  ),
  wrong('a text compared with a number', conditionPlan({ person: 'role', atLeast: 5 }), WHEN, 'role'),
  wrong(
    'two texts compared by size',
    conditionPlan({ person: 'role', atLeast: { person: 'role' } }),
    [...WHEN, 'atLeast'],
    'role',
  ),
  wrong(
    'a condition compared with a condition',
    conditionPlan({ value: asked, atLeast: { metric: 'retention', atLeast: '90%' } }),
    [...WHEN, 'atLeast'],
    'retention',
  ),
  wrong('conditions that are added', payoutPlan({ sum: [asked, asked] }), ['payout', 'sum', 0], 'nps'),
  wrong(
    'the mean of conditions',
    conditionPlan({ mean: [asked, asked], atLeast: 1 }),
    [...WHEN, 'mean', 0],
    'nps',
  ),
  wrong(
    'the highest of texts',
    payoutPlan({
      table: { of: { highest: [{ person: 'role' }, { person: 'role' }] }, values: { ceo: '50%' } },
    }),
    ['payout', 'table', 'of', 'highest', 0],
    'role',
  ),
  wrong(
    'a text that is rounded',
    payoutPlan({ table: { of: { round: { person: 'role' }, to: 1, mode: 'up' }, values: { ceo: '50%' } } }),
    ['payout', 'table', 'of', 'round'],
    'role',
  ),
  wrong(
    'a text within limits',
    payoutPlan({
      table: { of: { limit: { person: 'role' }, cap: { person: 'role' } }, values: { ceo: '50%' } },
    }),
    ['payout', 'table', 'of', 'limit'],
    'role',
  ),
  wrong(
    'a condition that is prorated',
    awardPlan({
      when: { prorated: asked, by: 'calendarDays' },
      then: { prorated: { person: 'potential' }, by: 'calendarDays' },
      otherwise: 0,
    }),
    ['award', 'when', 'prorated'],
    'nps',
  ),
  wrong(
    'a condition once for each part',
    conditionPlan({ each: 'quarter', give: asked }),
    [...WHEN, 'give'],
    'nps',
  ),
  wrong(
    'conditions by their weights',
    conditionPlan({ weighted: [{ weight: 1, payout: asked }] }),
    [...WHEN, 'weighted', 0, 'payout'],
    'nps',
  ),
  wrong(
    'peers by a condition',
    conditionPlan({ peers: 'mean', of: asked, among: 'team', atLeast: 1 }),
    [...WHEN, 'of'],
    'nps',
  ),
  wrong(
    'the top by a text',
    conditionPlan({ meanOfTop: '50%', of: { person: 'role' }, among: 'team', count: 'up', atLeast: 1 }),
    [...WHEN, 'of'],
    'role',
  ),
  wrong(
    'a place by a text',
    conditionPlan({ rank: { person: 'role' }, among: 'team', ties: 'best', atMost: 1 }),
    [...WHEN, 'rank'],
    'role',
  ),
  wrong('a total of texts', conditionPlan({ total: 'role', atLeast: 1 }), WHEN, 'role'),
  wrong(
    'a table over a number',
    payoutPlan({ table: { of: { metric: 'nps' }, values: { good: '50%' } } }),
    ['payout', 'table', 'of'],
    'nps',
  ),
  wrong(
    'a table of a modifier over a number',
    goalsPlan({ modifiers: [{ from: { value: { metric: 'nps' } }, table: { values: { good: '50%' } } }] }),
    ['modifiers', 0, 'from', 'value'],
    'nps',
  ),
  wrong(
    'a weight in points',
    payoutPlan({
      weighted: [
        { weight: '50%', payout: '100%' },
        { weight: { metric: 'nps' }, payout: '100%' },
      ],
    }),
    ['payout', 'weighted', 1, 'weight'],
    'nps',
  ),
];

const whole: readonly IssueCase[] = [
  wrong('a payout of points', payoutPlan({ metric: 'nps' }), ['payout'], 'a ratio'),
  wrong('a payout of money', payoutPlan({ money: 500, currency: 'USD' }), ['payout'], 'a ratio'),
  wrong('a payout that is a condition', payoutPlan(asked), ['payout'], 'a ratio'),
  wrong('a payout that is a text', payoutPlan({ person: 'role' }), ['payout'], 'role'),
  wrong(
    'a goal that pays points',
    goalsPlan({ goals: [{ name: 'voice', payout: { metric: 'nps' }, weight: 1 }] }),
    ['goals', 0, 'payout'],
    'points',
  ),
  wrong(
    'a goal whose table pays money',
    goalsPlan({
      goals: [{ person: 'role', weight: 1, table: { values: { ceo: { money: 500, currency: 'USD' } } } }],
    }),
    ['goals', 0, 'table', 'values', 'ceo'],
    '500',
  ),
  wrong(
    'a factor in points',
    goalsPlan({ modifiers: [{ from: { value: { metric: 'nps' } } }] }),
    ['modifiers', 0, 'from', 'value'],
    'points',
  ),
  wrong('an award that is a ratio', proratedPlan({ achievement: 'revenue' }), ['award'], 'ratio'),
  wrong('an award that is a condition', awardPlan(asked), ['award'], 'condition'),
  wrong('a yearly salary that nobody prorated', awardPlan(salary), ['award'], 'money per year'),
  wrong(
    'a target opportunity that nobody prorated',
    awardPlan(
      { product: [{ term: 'target' }, '50%'] },
      { target: { percent: '10%', of: 'salary', prorate: 'calendarDays' } },
    ),
    ['award'],
    'money per year',
  ),
  fault(
    'plan.weights.missing',
    'what stands in for money at target',
    proratedPlan({
      weighted: [
        { weight: '50%', payout: { money: 500 }, countsWhen: asked },
        { weight: '50%', payout: { money: 500 } },
      ],
      missing: 'target',
    }),
    ['award', 'prorated', 'missing'],
    'at target',
    { besides: 'these items pay no ratio' },
  ),
];

const days: readonly IssueCase[] = [
  fault(
    'plan.formula.scope',
    'proration is forgotten',
    awardPlan({ product: [{ person: 'potential' }, '50%'] }),
    ['award'],
    'stretches of days',
  ),
  fault(
    'plan.formula.scope',
    'proration is forgotten where only a condition belongs to stretches of days',
    awardPlan({ when: asked, then: { money: 500 }, otherwise: 0 }),
    ['award'],
    'stretches of days',
  ),
  fault(
    'plan.formula.scope',
    'an award that is a bare number',
    awardPlan(5000),
    ['award'],
    'the same for everybody',
  ),
  fault(
    'plan.formula.scope',
    'an award that is a sum of bare numbers',
    awardPlan({ sum: [5000, 500] }),
    ['award'],
    'the same for everybody',
  ),
  fault(
    'plan.formula.scope',
    'an award that is the same for everybody',
    awardPlan({ product: [{ metric: 'revenue' }, '1%'] }),
    ['award'],
    'the same for everybody',
  ),
  fault(
    'plan.target.proration',
    'wages paid are prorated again',
    proratedPlan({ product: [{ person: 'wages' }, '5%'] }),
    ['award', 'prorated'],
    'wages',
  ),
  fault(
    'plan.target.proration',
    'wages paid stand among what is prorated',
    proratedPlan({ sum: [{ person: 'potential' }, { limit: { person: 'wages' }, cap: { money: 9000 } }] }),
    ['award', 'prorated'],
    'wages',
  ),
  fault(
    'plan.target.proration',
    'a salary is prorated twice',
    awardPlan({ prorated: { sum: [{ prorated: salary, by: 'calendarDays' }] }, by: 'calendarDays' }),
    ['award', 'prorated', 'sum', 0],
    'prorated already',
  ),
  fault(
    'plan.target.proration',
    'wages paid decide a payout',
    payoutPlan({ product: [{ person: 'wages' }, { quotient: ['1', { person: 'wages' }] }] }),
    ['payout'],
    'wages',
  ),
  fault(
    'plan.target.proration',
    'nothing is prorated and no assignment chosen',
    awardPlan({ prorated: { person: 'potential' }, by: 'none' }),
    ['award', 'asOf'],
    'which assignment',
  ),
  fault(
    'plan.target.proration',
    'a day chooses among assignments that proration sums',
    awardPlan({ prorated: { person: 'potential' }, by: 'calendarDays', asOf: 'periodEnd' }),
    ['award', 'asOf'],
    'asOf',
  ),
  fault(
    'plan.key.missing',
    'proration that does not say how, in a plan without a target',
    awardPlan({ prorated: { person: 'potential' } }),
    ['award', 'by'],
    '"by"',
  ),
  fault(
    'plan.proration.form',
    'working days of a calendar with a slip',
    awardPlan({ prorated: { person: 'potential' }, by: { workingDays: 'standrad' } }),
    ['award', 'by', 'workingDays'],
    'standrad',
  ),
  fault(
    'plan.proration.form',
    'a table of days out of order',
    awardPlan({
      prorated: { person: 'potential' },
      by: {
        table: [
          [90, '50%'],
          [30, '100%'],
        ],
      },
    }),
    ['award', 'by', 'table', 1],
    '30 days',
  ),
  fault(
    'plan.period.years',
    'a yearly salary in a fiscal year of 52 weeks',
    proratedPlan(salary, { period: { start: '2025-12-29', end: '2026-12-27' } }),
    ['period', 'years'],
    'whole months',
  ),
];

const percent = (when: string, document: unknown, where: Where, says: string) =>
  fault('plan.number.percent', when, document, where, says);
const curve = (changes: Writing) =>
  payoutPlan({ curve: { of: { achievement: 'revenue' }, points: [['90%', '50%']], ...changes } });

const numbers: readonly IssueCase[] = [
  percent(
    'a bare 90 beside an achievement',
    conditionPlan({ achievement: 'revenue', atLeast: 90 }),
    [...WHEN, 'atLeast'],
    '90',
  ),
  percent(
    'a bare 120 in a range',
    conditionPlan({ achievement: 'revenue', within: ['80%', 120] }),
    [...WHEN, 'within', 1],
    '120',
  ),
  percent(
    'a bare 90 in a sum',
    payoutPlan({ sum: [{ achievement: 'revenue' }, 90] }),
    ['payout', 'sum', 1],
    '90',
  ),
  percent(
    'a bare point of a curve',
    curve({ points: [[90, '50%']] }),
    ['payout', 'curve', 'points', 0, 0],
    '90',
  ),
  percent(
    'a bare threshold of a matrix',
    payoutPlan({
      matrix: {
        rows: { of: { achievement: 'revenue' }, at: [90] },
        columns: { of: { metric: 'nps' }, at: [30] },
        values: [['50%']],
        shape: 'line',
      },
    }),
    ['payout', 'matrix', 'rows', 'at', 0],
    '90',
  ),
  percent(
    'a bare cap',
    payoutPlan({ limit: { achievement: 'revenue' }, cap: 200 }),
    ['payout', 'cap'],
    '200',
  ),
  percent('a payout of 90', payoutPlan(90), ['payout'], '90'),
  percent(
    'a switch that pays 100',
    payoutPlan({ when: asked, then: 100, otherwise: 0 }),
    ['payout', 'then'],
    '100',
  ),
  percent(
    'a table that pays 100',
    payoutPlan({ table: { of: { person: 'role' }, values: { ceo: 100, clerk: 0 } } }),
    ['payout', 'table', 'values', 'ceo'],
    '100',
  ),
  percent(
    'a curve that pays 50',
    curve({ points: [['90%', 50]] }),
    ['payout', 'curve', 'points', 0, 1],
    '50',
  ),
  percent(
    'a goal that pays 90',
    goalsPlan({ goals: [{ name: 'all', payout: 90, weight: 1 }] }),
    ['goals', 0, 'payout'],
    '90',
  ),
  percent(
    'a factor of 90',
    goalsPlan({ modifiers: [{ from: { value: 90 } }] }),
    ['modifiers', 0, 'from', 'value'],
    '90',
  ),
  percent(
    'weights of 40 and 60',
    payoutPlan({
      weighted: [
        { weight: 40, payout: '100%' },
        { weight: 60, payout: '90%' },
      ],
    }),
    ['payout', 'weighted', 0, 'weight'],
    '40',
  ),
  fault(
    'plan.weights.sum',
    'weights of parts without their sign',
    proratedPlan({ each: 'half', give: { money: 500 }, weights: [40, 60] }),
    ['award', 'prorated', 'weights'],
    '40 + 60',
  ),
  percent(
    'a slope up to 125',
    curve({ better: { slope: 2, until: 125 } }),
    ['payout', 'curve', 'better', 'until'],
    '125',
  ),
  percent(
    'a slope with a cap of 150',
    curve({ better: { slope: 2, cap: 150 } }),
    ['payout', 'curve', 'better', 'cap'],
    '150',
  ),
  percent(
    'a goal whose slope has a cap of 150',
    goalsPlan({
      goals: [
        {
          metric: 'revenue',
          reads: 'achievement',
          weight: 1,
          curve: { points: [['90%', '50%']], better: { slope: 2, cap: 150 } },
        },
      ],
    }),
    ['goals', 0, 'curve', 'better', 'cap'],
    '150',
  ),
  fault(
    'plan.unit.percent',
    'steps in percent over points',
    goalsPlan({
      goals: [
        {
          metric: 'nps',
          weight: 1,
          curve: { points: [[30, '50%']], better: { perStep: { each: '5%', add: '5%' } } },
        },
      ],
    }),
    ['goals', 0, 'curve', 'better', 'perStep', 'each'],
    '5%',
  ),
  fault(
    'plan.unit.percent',
    'an amount in percent',
    conditionPlan({ metric: 'revenue', atLeast: { money: '5%', currency: 'USD' } }),
    [...WHEN, 'atLeast', 'money'],
    '5%',
  ),
  fault(
    'plan.number.form',
    'thousands written with a point',
    conditionPlan({ metric: 'revenue', atLeast: { money: '120.000', currency: 'USD' } }),
    [...WHEN, 'atLeast', 'money'],
    '120000',
  ),
  fault(
    'plan.number.form',
    'thousands written with a point, beside money',
    conditionPlan({ metric: 'revenue', atLeast: '120.000' }),
    [...WHEN, 'atLeast'],
    '120000',
  ),
];

const mixed = (when: string, document: unknown, where: Where, says: string, besides: string) =>
  fault('plan.currency.mixed', when, document, where, says, { besides });

const currencies: readonly IssueCase[] = [
  mixed(
    'two currencies in a sum',
    conditionPlan({ sum: [{ metric: 'revenue' }, { metric: 'abroad' }], atLeast: 5 }),
    [...WHEN, 'sum', 1],
    'abroad (sum/1) is in EUR',
    'revenue (sum/0) beside it in USD',
  ),
  mixed(
    'two currencies compared',
    conditionPlan({ metric: 'revenue', atLeast: { metric: 'abroad' } }),
    [...WHEN, 'atLeast'],
    'abroad (atLeast) is in EUR',
    'revenue beside it in USD',
  ),
  mixed(
    'two currencies in a quotient',
    payoutPlan({ quotient: [{ metric: 'abroad' }, { metric: 'revenue' }] }),
    ['payout', 'quotient', 1],
    'revenue (quotient/1) is in USD',
    'abroad (quotient/0) beside it in EUR',
  ),
  mixed(
    'two currencies in points of a curve',
    payoutPlan({
      curve: {
        of: { metric: 'revenue' },
        points: [
          [5, '50%'],
          [{ metric: 'abroad' }, '100%'],
        ],
      },
    }),
    ['payout', 'curve', 'points', 1, 0],
    'abroad',
    'revenue',
  ),
  mixed(
    'two currencies in products, which are called by their keys',
    conditionPlan({
      sum: [{ product: [{ metric: 'revenue' }, '5%'] }, { product: [{ metric: 'abroad' }, '5%'] }],
      atLeast: 5,
    }),
    [...WHEN, 'sum', 1],
    'sum/1',
    'sum/0',
  ),
  mixed(
    'a gate with a bound in another currency',
    goalsPlan({ gates: [{ metric: 'revenue', atLeast: { metric: 'abroad' } }] }),
    ['gates', 0, 'atLeast'],
    'abroad',
    'revenue',
  ),
  mixed(
    'two amounts in two currencies',
    conditionPlan({
      sum: [
        { money: 5, currency: 'USD' },
        { money: 7, currency: 'EUR' },
      ],
      atLeast: 5,
    }),
    [...WHEN, 'sum', 1],
    'EUR',
    'USD',
  ),
  mixed(
    'a metric beside an amount in another currency',
    conditionPlan({ metric: 'revenue', atLeast: { money: 7, currency: 'EUR' } }),
    [...WHEN, 'atLeast'],
    'EUR',
    'USD',
  ),
  fault(
    'plan.currency.missing',
    'an amount without any currency',
    conditionPlan({ metric: 'revenue', atLeast: { money: 5000 } }),
    [...WHEN, 'atLeast', 'currency'],
    'no currency',
  ),
  fault(
    'plan.currency.missing',
    'a total of money without a currency of the plan',
    conditionPlan({ total: 'wages', atLeast: 5 }),
    ['currency'],
    'total',
  ),
  fault(
    'plan.currency.missing',
    'the mean salary of peers without a currency of the plan',
    conditionPlan({ peers: 'mean', of: { person: 'salary' }, among: 'team', atLeast: 5 }),
    ['currency'],
    'peers',
  ),
  fault(
    'plan.currency.unknown',
    'an amount in a currency spelt out',
    conditionPlan({ metric: 'revenue', atLeast: { money: 5000, currency: 'Euro' } }),
    [...WHEN, 'atLeast', 'currency'],
    'Euro',
  ),
];

/** Formulas whose parts do not fit together. */
export const planUnitCases: readonly IssueCase[] = [
  ...together,
  ...conditions,
  ...whole,
  ...days,
  ...numbers,
  ...currencies,
];
