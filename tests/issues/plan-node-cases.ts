import { awardPlan, conditionPlan, goalsPlan, payoutPlan, proratedPlan } from '../support/formula-plan.js';
import { planFault as fault, type IssueCase } from './case.js';

/** A bound that stands eight keys deep. */
const deep = (atLeast: unknown) =>
  proratedPlan({
    sum: [
      { person: 'potential' },
      { product: [{ person: 'salary' }, '2%'] },
      {
        each: 'quarter',
        give: { when: { any: [{ metric: 'nps', atLeast }] }, then: { money: 500 }, otherwise: 0 },
      },
    ],
  });
const DEEP = ['award', 'prorated', 'sum', 2, 'give', 'when', 'any', 0, 'atLeast'];
const points = (...given: unknown[]) =>
  goalsPlan({ goals: [{ metric: 'revenue', reads: 'achievement', weight: 1, curve: { points: given } }] });

const named = (near: string) => ({ hint: `Did you mean "${near}"?` });

const naming: readonly IssueCase[] = [
  fault('plan.node.form', 'a misspelt naming key', deep({ metrc: 'nps' }), DEEP, 'metrc', named('metric')),
  fault(
    'plan.node.form',
    'a misspelt naming key behind a long name',
    deep({ name: 'the score that the board set in January, before the merger was known', metrc: 'nps' }),
    DEEP,
    'metrc',
    named('metric'),
  ),
  fault(
    'plan.node.form',
    'a misspelt naming key behind its options, of which one is nearly a node',
    awardPlan({ weights: ['40%', '60%'], eahc: 'half', give: { money: 500 } }),
    ['award'],
    'eahc',
    named('each'),
  ),
  fault(
    'plan.node.form',
    'a naming key of another language',
    payoutPlan({ if: { metric: 'nps', atLeast: 40 }, then: '100%', else: '0%' }),
    ['payout'],
    '"if"',
  ),
  fault('plan.node.form', 'an object without keys', deep({}), DEEP, '{}', {
    hint: 'Nodes are money, metric',
  }),
  fault('plan.node.form', 'two naming keys', deep({ metric: 'nps', sum: [4] }), DEEP, 'metric and sum', {
    hint: 'Put one node inside the other',
  }),
  fault(
    'plan.node.form',
    'three naming keys',
    payoutPlan({ mean: ['50%'], highest: ['50%'], lowest: ['50%'] }),
    ['payout'],
    'highest',
  ),
  fault('plan.node.form', 'a list in place of a node', deep([40, 50]), DEEP, '[40,50]'),
  fault('plan.node.form', 'true in place of a node', deep(true), DEEP, 'true'),
  fault('plan.node.form', 'null in place of a node', deep(null), DEEP, 'null'),
  fault(
    'plan.node.form',
    'a misspelt node in a point of a curve of a goal',
    points(['90%', '50%'], ['100%', { sum: ['50%', { produkt: ['50%', '100%'] }] }]),
    ['goals', 0, 'curve', 'points', 1, 1, 'sum', 1],
    'produkt',
    named('product'),
  ),
  fault(
    'plan.node.form',
    'a misspelt condition of a gate',
    goalsPlan({ gates: [{ when: { al: [{ metric: 'nps', atLeast: 40 }] } }] }),
    ['gates', 0, 'when'],
    '"al"',
    named('all'),
  ),
  fault('plan.number.form', 'a word in place of a number', deep('forty'), DEEP, 'forty'),
  fault('plan.value.type', 'no number at all', deep(Number.NaN), DEEP, 'NaN'),
];

const options: readonly IssueCase[] = [
  fault(
    'plan.key.unknown',
    'a misspelt option of a node',
    deep({ metric: 'nps', durng: 'Q1' }),
    [...DEEP, 'durng'],
    'durng',
    named('during'),
  ),
  fault(
    'plan.key.unknown',
    'a misspelt comparator',
    conditionPlan({ metric: 'nps', atLest: 40 }),
    ['payout', 'when', 'atLest'],
    'atLest',
    named('atLeast'),
  ),
  fault(
    'plan.key.unknown',
    'an option of another node',
    conditionPlan({ person: 'score', during: 'Q1', atLeast: 4 }),
    ['payout', 'when', 'during'],
    'during',
  ),
  fault(
    'plan.key.unknown',
    'bands in a formula',
    payoutPlan({
      curve: { of: { metric: 'nps' }, points: [[30, '50%']], bands: [{ from: 30, pays: '50%' }] },
    }),
    ['payout', 'curve', 'bands'],
    'bands',
  ),
  fault(
    'plan.key.unknown',
    'a misspelt slope',
    payoutPlan({ curve: { of: { metric: 'nps' }, points: [[30, '50%']], better: { slop: '2%' } } }),
    ['payout', 'curve', 'better', 'slop'],
    'slop',
    named('slope'),
  ),
  fault(
    'plan.key.missing',
    'a switch without its other value',
    proratedPlan({
      sum: [{ person: 'potential' }, { when: { metric: 'nps', atLeast: 40 }, then: { money: 5 } }],
    }),
    ['award', 'prorated', 'sum', 1, 'otherwise'],
    'otherwise',
  ),
  fault(
    'plan.key.missing',
    'peers without what is read of them',
    conditionPlan({ peers: 'mean', among: 'team', atLeast: 40 }),
    ['payout', 'when', 'of'],
    '"of"',
  ),
  fault(
    'plan.key.missing',
    'a change without since when',
    conditionPlan({ change: 'nps', atLeast: 1 }),
    ['payout', 'when', 'since'],
    'since',
  ),
  fault(
    'plan.key.missing',
    'a limit without an end',
    payoutPlan({ limit: { achievement: 'revenue' } }),
    ['payout', 'cap'],
    'neither a cap nor a floor',
  ),
  fault(
    'plan.value.option',
    'an average that is called mean here',
    conditionPlan({ peers: 'average', of: { metric: 'nps' }, among: 'team', atLeast: 40 }),
    ['payout', 'when', 'peers'],
    'average',
  ),
  fault(
    'plan.value.option',
    'a day count with a slip',
    awardPlan({ prorated: { person: 'potential' }, by: 'calenderDays' }),
    ['award', 'by'],
    'calenderDays',
    named('calendarDays'),
  ),
  fault(
    'plan.value.option',
    'quarters for quarter',
    proratedPlan({ each: 'quarters', give: { money: 500 } }),
    ['award', 'prorated', 'each'],
    'quarters',
    named('quarter'),
  ),
  fault(
    'plan.value.option',
    'a side of a curve with a slip',
    payoutPlan({ curve: { of: { metric: 'nps' }, points: [[30, '50%']], better: 'hald' } }),
    ['payout', 'curve', 'better'],
    'hald',
    named('hold'),
  ),
];

const sizes: readonly IssueCase[] = [
  fault(
    'plan.value.size',
    'a sum of 201 parts',
    payoutPlan({ mean: ['50%', { sum: Array.from({ length: 201 }, () => '0.1%') }] }),
    ['payout', 'mean', 1, 'sum'],
    '0.1%',
  ),
  fault('plan.value.size', 'a sum of nothing', payoutPlan({ sum: [] }), ['payout', 'sum'], '[]'),
  fault(
    'plan.value.size',
    'a quotient of one',
    conditionPlan({ quotient: [{ metric: 'revenue' }], atLeast: 1 }),
    ['payout', 'when', 'quotient'],
    'revenue',
  ),
  fault(
    'plan.value.size',
    'a range with three ends',
    conditionPlan({ metric: 'nps', within: [30, 40, 50] }),
    ['payout', 'when', 'within'],
    '[30,40,50]',
  ),
  fault(
    'plan.key.missing',
    'the result of whoever there is',
    payoutPlan({ result: 'own', of: {} }, { terms: { own: { achievement: 'revenue' } } }),
    ['payout', 'of'],
    'whose result',
  ),
  fault(
    'plan.size',
    'a formula of more than 20,000 values',
    payoutPlan({
      sum: Array.from({ length: 101 }, () => ({ sum: Array.from({ length: 200 }, () => '0.1%') })),
    }),
    [],
    '20000',
  ),
  fault(
    'plan.depth',
    'conditions nested 100 levels deep',
    conditionPlan(
      Array.from({ length: 100 }).reduce<unknown>((inner) => ({ not: inner }), {
        metric: 'nps',
        atLeast: 40,
      }),
    ),
    ['payout', 'when', 'not', 'not', 'not', 'not', 'not', 'not'],
    '64',
  ),
];

/** Formulas that are none: keys, words, and sizes. */
export const planNodeCases: readonly IssueCase[] = [...naming, ...options, ...sizes];
