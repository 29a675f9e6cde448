import { baseGoals, baseMetrics, basePlan, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import { conditionPlan, formulaMetrics } from '../support/formula-plan.js';
import { planFault as fault, type IssueCase } from './case.js';

const NPS = ['metrics', 'nps', 'sample'];
const STAY = ['metrics', 'retention', 'sample'];
const round = { to: '0.1', mode: 'halfUp' };
const bound = (level: unknown, rounding: unknown = round) => ({ pays: { bound: level, round: rounding } });
const drawn = (changes: Writing) => ({
  pays: 'blended',
  credibility: { toward: 'company', strength: 30, ...changes },
});

/** The base plan with sample rules for the score of the team. */
const onScore = (sample: unknown, metric: Writing = {}, changes: Writing = {}): Writing =>
  basePlan({ metrics: baseMetrics({ nps: { kind: 'nps', level: 'team', sample, ...metric } }), ...changes });
/** The same for retention, a share. */
const onShare = (sample: unknown, metric: Writing = {}): Writing =>
  basePlan({ metrics: baseMetrics({ retention: { kind: 'retention', level: 'team', sample, ...metric } }) });

const number = (when: string, sample: unknown, where: Where, says: string): IssueCase =>
  fault('plan.sample.number', when, onScore(sample), [...NPS, ...(where as string[])], says);

const flagged = (flags: Writing) => ({ flags: { ...flags, then: 'tooFew' }, tooFew: 'payZero' });

const numbers: readonly IssueCase[] = [
  ...[0, -30, '30%', '30.5', '1/3'].map((atLeast) =>
    number(`at least ${atLeast}`, { atLeast, tooFew: 'payZero' }, ['atLeast'], `${atLeast} is not a number`),
  ),
  number('shown from 0', { shownFrom: 0 }, ['shownFrom'], '0'),
  number('a dead band of 0', { deadBand: 0 }, ['deadBand'], '0'),
  number('a dead band below 0', { deadBand: -2 }, ['deadBand'], '-2'),
  number('a change of 0', { changeAtMost: 0 }, ['changeAtMost'], '0'),
  number('a flag on no change', flagged({ change: 0 }), ['flags', 'change'], '0'),
  number('a rate of 0 %', flagged({ responseRate: '0%' }), ['flags', 'responseRate'], '0%'),
  number('a rate above 100 %', flagged({ responseRate: '120%' }), ['flags', 'responseRate'], '120%'),
  number('a rate of 20 that means 20 %', flagged({ responseRate: 20 }), ['flags', 'responseRate'], '20'),
  number('tens that change by 110 %', flagged({ tens: '110%' }), ['flags', 'tens'], '110%'),
  number('tens that may not change', flagged({ tens: 0 }), ['flags', 'tens'], '0'),
  number('a strength of 0', drawn({ strength: 0 }), ['credibility', 'strength'], '0'),
  number(
    'full credibility at 0',
    drawn({ strength: undefined, fullAt: 0, round }),
    ['credibility', 'fullAt'],
    '0',
  ),
  ...[95, '95', '94%', '100%', '0%', '-95%', '95.5%'].map((level) =>
    number(`a bound of ${level}`, bound(level), ['pays', 'bound'], `${level} is not a confidence`),
  ),
].map(withoutAbsent);

const incomplete = (when: string, sample: unknown, where: readonly string[], says: string): IssueCase =>
  fault('plan.sample.incomplete', when, onScore(sample), [...NPS, ...where], says);

/** Where the path leads to something that is there; what lacks a key is in tests/sample. */
const incompletes: readonly IssueCase[] = [
  incomplete('rules that say nothing', {}, [], 'say nothing'),
  incomplete('rules with nothing but a source', { source: 'Section 4' }, [], 'say nothing'),
  incomplete(
    'what is flagged is too few, and nothing is flagged',
    { tooFew: 'payZero', flags: { then: 'tooFew' } },
    ['flags'],
    'no flag',
  ),
  incomplete(
    'credibility that nothing blends by',
    { atLeast: 30, tooFew: 'payZero', credibility: { toward: 'company', strength: 30 } },
    ['credibility'],
    'no score is blended',
  ),
  incomplete(
    'two ways to weigh',
    drawn({ fullAt: 1083, round }),
    ['credibility', 'strength'],
    'twice, or not at all',
  ),
];

const level = (when: string, document: Writing, where: readonly string[], says: string): IssueCase =>
  fault('plan.sample.level', when, document, where, says, { hint: 'wider' });
const use = (wider: string) => ({ atLeast: 30, tooFew: { use: wider } });
const TOO_FEW = [...NPS, 'tooFew', 'use'];
const TOWARD = [...NPS, 'credibility', 'toward'];

const levels: readonly IssueCase[] = [
  level('the level of the metric itself', onScore(use('team')), TOO_FEW, '"team" is not wider than "team"'),
  level('the person', onScore(use('person')), TOO_FEW, '"person" is not wider'),
  level(
    'the person of a score of the person',
    onScore(use('person'), { level: 'person' }),
    TOO_FEW,
    '"person"',
  ),
  level(
    'nothing is wider than the company',
    onScore(use('company'), { level: 'company' }),
    TOO_FEW,
    '"company"',
  ),
  level(
    'a team is not wider than the company',
    onScore(use('team'), { level: 'company' }),
    TOO_FEW,
    '"team"',
  ),
  level('drawn toward its own level', onScore(drawn({ toward: 'team' })), TOWARD, '"team"'),
  level('drawn toward the person', onScore(drawn({ toward: 'person' })), TOWARD, '"person"'),
  ...['id', 'currency', 'from', 'segment'].map((column) =>
    fault('plan.field.structure', `the wider level is ${column}`, onScore(use(column)), TOO_FEW, column),
  ),
  fault(
    'plan.field.structure',
    'drawn toward a column of structure',
    onScore(drawn({ toward: 'hired' })),
    TOWARD,
    'hired',
  ),
];

const kindOf = (
  when: string,
  kind: string,
  sample: unknown,
  where: readonly string[],
  says: string,
): IssueCase =>
  fault(
    'plan.sample.kind',
    when,
    basePlan({
      metrics: baseMetrics({
        other: { kind, level: 'team', sample, ...(kind === 'money' && { currency: 'USD' }) },
      }),
    }),
    ['metrics', 'other', 'sample', ...where],
    says,
  );

const kinds: readonly IssueCase[] = [
  ...[
    'money',
    'ratio',
    'count',
    'points',
    'ces',
    'payout',
    'grossRevenueRetention',
    'netRevenueRetention',
  ].map((kind) =>
    kindOf(
      `an interval of kind ${kind}`,
      kind,
      bound('95%', { to: '0.001', mode: 'halfUp' }),
      ['pays', 'bound'],
      kind,
    ),
  ),
  ...['retention', 'churn', 'csat', 'points'].map((kind) =>
    kindOf(`tens of kind ${kind}`, kind, flagged({ tens: '10%' }), ['flags', 'tens'], kind),
  ),
];

const quarterly = { each: 'quarter', weights: ['25%', '25%', '25%', '25%'] };
const spread = { atLeast: 30, tooFew: 'spread' };
const target = { atLeast: 30, tooFew: 'payTarget' };
const zero = { atLeast: 30, tooFew: 'payZero' };

const parts: readonly IssueCase[] = [
  fault(
    'plan.sample.parts',
    'a bound of the mean of quarters',
    onScore(bound('95%'), { each: 'quarter', accumulates: 'mean' }),
    [...NPS, 'pays'],
    '"nps"',
  ),
  fault(
    'plan.sample.parts',
    'a bound of a sum of quarters',
    onScore(bound('95%'), { each: 'quarter', accumulates: 'sum' }),
    [...NPS, 'pays'],
    '"nps"',
  ),
  fault(
    'plan.sample.parts',
    'a bound of a rolling mean',
    conditionPlan(
      { metric: 'nps', rolling: 4, atLeast: 40 },
      { metrics: { ...formulaMetrics, nps: { kind: 'nps', level: 'team', sample: bound('95%') } } },
    ),
    [...NPS, 'pays'],
    '"nps"',
  ),
  fault(
    'plan.sample.parts',
    'weights that are spread in each quarter',
    onScore(spread, { each: 'quarter' }, { goals: baseGoals({}, quarterly) }),
    ['goals', 1, 'each'],
    'parts of the period',
  ),
];

const places: readonly IssueCase[] = [
  ...(
    [
      ['spread', spread],
      ['payTarget', target],
      ['payZero', zero],
    ] as const
  ).flatMap(([policy, sample]) => [
    fault(
      'plan.sample.place',
      `${policy} and a gate`,
      onScore(sample, {}, { gates: [{ metric: 'nps', atLeast: 40 }] }),
      ['gates', 0, 'metric'],
      policy,
      { hint: 'enough' },
    ),
    fault(
      'plan.sample.place',
      `${policy} and a modifier`,
      onScore(
        sample,
        {},
        {
          modifiers: [
            {
              from: { metric: 'nps' },
              curve: [
                [0, '90%'],
                [60, '110%'],
              ],
            },
          ],
        },
      ),
      ['modifiers', 0, 'from', 'metric'],
      policy,
      { hint: 'enough' },
    ),
  ]),
  fault(
    'plan.sample.place',
    'a gate of one goal',
    onScore(target, {}, { gates: [{ metric: 'nps', atLeast: 40, closes: ['retention'] }] }),
    ['gates', 0, 'metric'],
    'payTarget',
  ),
  ...['zero', 'target'].map((missing) =>
    fault(
      'plan.sample.place',
      `weights that are spread, and missing: ${missing}`,
      onScore(spread, {}, { missing }),
      ['goals', 1],
      `missing: ${missing}`,
    ),
  ),
];

const asked = (sample: unknown) =>
  conditionPlan(
    { enough: 'nps' },
    {
      metrics: {
        ...formulaMetrics,
        nps: { kind: 'nps', level: 'team', ...(sample !== undefined && { sample }) },
      },
    },
  );

const none: readonly IssueCase[] = [
  fault('plan.sample.none', 'no rules', asked(undefined), ['payout', 'when', 'enough'], '"nps"'),
  fault(
    'plan.sample.none',
    'rules without a minimum',
    asked({ deadBand: 2 }),
    ['payout', 'when', 'enough'],
    '"nps"',
  ),
  fault(
    'plan.sample.none',
    'flags that change no pay',
    asked({ flags: { change: 5 } }),
    ['payout', 'when', 'enough'],
    '"nps"',
  ),
  fault(
    'plan.sample.none',
    'a gate that asks',
    basePlan({ gates: [{ when: { enough: 'nps' } }] }),
    ['gates', 0, 'when', 'enough'],
    '"nps"',
  ),
];

/** Codes of the whole language, where sample rules reach them. */
const others: readonly IssueCase[] = [
  ...['currency', 0, '-0.1'].map((to) =>
    fault(
      'plan.rounding.unit',
      `a bound rounded to ${to}`,
      onScore(bound('95%', { to, mode: 'halfUp' })),
      [...NPS, 'pays', 'round', 'to'],
      String(to),
      { hint: 'Write to: 0.1' },
    ),
  ),
  fault(
    'plan.rounding.unit',
    'a share blended to the currency',
    onShare(drawn({ round: { to: 'currency', mode: 'halfUp' } })),
    [...STAY, 'credibility', 'round', 'to'],
    'currency',
    { hint: 'Write to: 0.1%' },
  ),
  fault(
    'plan.number.percent',
    'a dead band of 20 for a share',
    onShare({ deadBand: 20 }),
    [...STAY, 'deadBand'],
    '2',
  ),
  fault(
    'plan.number.percent',
    'a share that may move by 10',
    onShare({ changeAtMost: 10 }),
    [...STAY, 'changeAtMost'],
    '10',
  ),
  fault(
    'plan.number.percent',
    'a share drawn toward 92',
    onShare(drawn({ toward: { value: 92 } })),
    [...STAY, 'credibility', 'toward', 'value'],
    '92',
  ),
  fault(
    'plan.unit.percent',
    'a dead band of 2 % for points',
    onScore({ deadBand: '2%' }),
    [...NPS, 'deadBand'],
    '2%',
  ),
  fault(
    'plan.unit.percent',
    'points that move by 10 %',
    onScore({ changeAtMost: '10%' }),
    [...NPS, 'changeAtMost'],
    '10%',
  ),
  fault(
    'plan.unit.percent',
    'a flag on points in percent',
    onScore({ flags: { change: '5%' } }),
    [...NPS, 'flags', 'change'],
    '5%',
  ),
  fault(
    'plan.unit.percent',
    'a strength in percent',
    onScore(drawn({ strength: '30%' })),
    [...NPS, 'credibility', 'strength'],
    '30%',
  ),
  fault(
    'plan.unit.percent',
    'points drawn toward 30 %',
    onScore(drawn({ toward: { value: '30%' } })),
    [...NPS, 'credibility', 'toward', 'value'],
    '30%',
  ),
  fault(
    'plan.unit.percent',
    'points rounded to 0.1 %',
    onScore(bound('95%', { to: '0.1%', mode: 'halfUp' })),
    [...NPS, 'pays', 'round', 'to'],
    '0.1%',
  ),
  fault(
    'plan.metric.unknown',
    'enough of a metric with a slip',
    conditionPlan({ enough: 'nsp' }),
    ['payout', 'when', 'enough'],
    'nsp',
    {
      hint: 'Did you mean "nps"?',
    },
  ),
  fault('plan.name.form', 'a wider level called __proto__', onScore(use('__proto__')), TOO_FEW, '__proto__'),
  fault(
    'plan.value.option',
    'a policy that there is not',
    onScore({ atLeast: 30, tooFew: 'ignore' }),
    [...NPS, 'tooFew'],
    'ignore',
  ),
  fault(
    'plan.number.form',
    'a rolling mean of no period',
    conditionPlan({ metric: 'nps', rolling: 0, atLeast: 4 }),
    ['payout', 'when', 'rolling'],
    '0',
  ),
];

const both: readonly IssueCase[] = [
  fault(
    'plan.sample.both',
    'a bound and a limit on change',
    onScore({ pays: { bound: '95%', round: { to: '0.1', mode: 'halfUp' } }, changeAtMost: 10 }),
    [...NPS, 'changeAtMost'],
    'limit on change',
  ),
];

/** A key that was changed to undefined is not there. */
function withoutAbsent(one: IssueCase): IssueCase {
  return { ...one, document: JSON.parse(JSON.stringify(one.document)) };
}

/** What a plan may not say about samples. */
export const planSampleCases: readonly IssueCase[] = [
  ...numbers,
  ...incompletes,
  ...levels,
  ...kinds,
  ...parts,
  ...places,
  ...none,
  ...others,
  ...both,
];
