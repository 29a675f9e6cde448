import type { IssueCode } from '../../src/index.js';
import {
  baseActuals,
  baseGoals,
  baseMetrics,
  basePeople,
  basePlan,
  peopleOf,
  type Writing,
} from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';

const SOUTH_NPS = 4;
const at = (column: string, row = SOUTH_NPS) => ({ row, column });

/** The score of team South is wrong in some way: Ben is withheld, Ann of team North is paid. */
const south = (code: IssueCode, when: string, changes: Writing, where: Where, says: string): IssueCase => ({
  code,
  when,
  actuals: baseActuals(changes),
  where,
  says,
  withheld: ['ben'],
});

/** One row too many, which changes nobody's award. */
const extra = (code: IssueCode, when: string, row: unknown, where: Where, says: string): IssueCase => ({
  code,
  when,
  actuals: [...baseActuals(), row],
  where,
  says,
  withheld: [],
});

const rows: readonly IssueCase[] = [
  extra('actuals.row.form', 'a row is a word', 'total', { row: 6 }, 'total'),
  south(
    'actuals.row.duplicate',
    'two rows for one day',
    { measuredOn: '2027-01-12' },
    { row: 4 },
    'Rows 4, 6 all give "nps" of "South" on 2027-01-12',
  ),
  extra(
    'actuals.column.unknown',
    'a column with a slip',
    { metric: 'revenue', value: 1, status: 'final', measuredOn: '2020-01-01', respones: 12 },
    ['respones'],
    'respones',
  ),
  extra(
    'actuals.metric.name',
    'a row without a metric',
    { value: 12, status: 'final' },
    at('metric', 6),
    'which metric',
  ),
  extra(
    'actuals.metric.unknown',
    'a metric with a slip',
    { metric: 'npss', group: 'North', value: 50, status: 'final' },
    at('metric', 6),
    'npss',
  ),
  extra(
    'actuals.metric.unknown',
    'a metric called __proto__',
    { metric: '__proto__', group: 'North', value: 50, status: 'final' },
    at('metric', 6),
    '__proto__',
  ),
  extra(
    'actuals.group.unknown',
    'a team with a slip',
    { metric: 'nps', group: 'Nroth', value: 50, status: 'final' },
    at('group', 6),
    'Nroth',
  ),
  extra(
    'actuals.group.level',
    'revenue of a team, which is measured for the company',
    { metric: 'revenue', group: 'North', value: 50, status: 'final' },
    at('group', 6),
    'North',
  ),
  extra(
    'actuals.group.level',
    'a score of no team',
    { metric: 'nps', value: 50, status: 'final' },
    at('group', 6),
    'per team',
  ),
].map((one) =>
  one.code === 'actuals.row.duplicate'
    ? {
        ...one,
        actuals: [
          ...(one.actuals as Writing[]),
          { metric: 'nps', group: 'South', value: 44, status: 'final', measuredOn: '2027-01-12' },
        ],
      }
    : one,
);

const missing: readonly IssueCase[] = [
  {
    code: 'actuals.metric.missing',
    when: 'a team without actuals',
    people: basePeople({}, { team: 'East' }),
    where: ['actuals', 'nps', 'East'],
    says: '"nps" has no value for "East"',
    withheld: ['ben'],
  },
  {
    code: 'actuals.metric.missing',
    when: 'a team called __proto__',
    people: basePeople({}, { team: '__proto__' }),
    where: ['actuals', 'nps', '__proto__'],
    says: '__proto__',
    withheld: ['ben'],
  },
  {
    code: 'actuals.metric.missing',
    when: 'nobody measured revenue',
    actuals: baseActuals().slice(1),
    where: ['actuals', 'revenue'],
    says: 'revenue',
    nobody: true,
    withheld: ['ann', 'ben'],
  },
  south(
    'actuals.metric.not-yet',
    'measured after the as-of date',
    { measuredOn: '2027-02-01' },
    ['actuals', 'nps', 'South'],
    '2027-02-01',
  ),
];

const value = (written: unknown, says: string) =>
  south('actuals.value.number', `the score is ${String(written)}`, { value: written }, at('value'), says);

const retention = (code: IssueCode, when: string, changes: Writing, says: string): IssueCase => ({
  code,
  when,
  actuals: baseActuals({}, changes),
  where: at('value', 5),
  says,
  withheld: ['ben'],
});

const cells: readonly IssueCase[] = [
  south('actuals.value.missing', 'a blank value', { value: ' ' }, at('value'), 'no value'),
  south('actuals.value.missing', 'a value of null', { value: null }, at('value'), 'no value'),
  value('n/a', 'n/a'),
  value('45 (est.)', '45 (est.)'),
  value('4,5', '4,5'),
  value(true, 'true'),
  value({ score: 45 }, 'score'),
  retention('actuals.value.percent', 'a retention of 90', { value: 90 }, '9000 %'),
  south('actuals.value.percent', 'a score of 45 %', { value: '45%' }, at('value'), '45%'),
  south('actuals.value.range', 'a score of 120', { value: 120 }, at('value'), '120'),
  retention('actuals.value.range', 'a retention of 103 %', { value: '103%' }, '103%'),
  south('actuals.currency.differs', 'a score in dollars', { currency: 'USD' }, at('currency'), 'USD'),
  south('actuals.status.unknown', 'a blank status', { status: '' }, at('status'), 'how sure'),
  south('actuals.status.unknown', 'another word', { status: 'preliminary' }, at('status'), 'preliminary'),
  south('actuals.date.form', '30 February', { measuredOn: '2026-02-30' }, at('measuredOn'), '2026-02-30'),
  south('actuals.responses.count', 'a negative count', { responses: -4 }, at('responses'), '-4'),
  south('actuals.responses.count', 'half an answer', { responses: '120.5' }, at('responses'), '120.5'),
];

/** Revenue per team, its target in the actuals. */
const perTeam = basePlan({
  metrics: baseMetrics({ revenue: { kind: 'money', currency: 'USD', level: 'team' } }),
});

const revenueOf = (southRow: Writing): Writing[] => [
  ...baseActuals().slice(1),
  { metric: 'revenue', group: 'North', value: '1100000', target: '1000000', status: 'final' },
  { metric: 'revenue', group: 'South', value: '900000', target: '1000000', status: 'final', ...southRow },
];

const targets: readonly IssueCase[] = [
  {
    code: 'actuals.target.missing',
    when: 'a team has no target',
    document: perTeam,
    actuals: revenueOf({ target: '' }),
    where: at('target', 6),
    says: 'revenue',
    withheld: ['ben'],
  },
  {
    code: 'actuals.target.twice',
    when: 'plan and actuals have targets that differ',
    document: basePlan({
      metrics: baseMetrics({
        revenue: { kind: 'money', currency: 'USD', level: 'team', target: '1000000' },
      }),
    }),
    actuals: revenueOf({ target: '999999' }),
    where: at('target', 6),
    says: '999999',
    withheld: ['ben'],
  },
  {
    code: 'run.division.zero',
    when: 'a target of 0',
    document: perTeam,
    actuals: revenueOf({ target: 0 }),
    where: [],
    says: 'The target of revenue is 0',
    withheld: ['ben'],
  },
  {
    code: 'run.division.zero',
    when: 'target over a value of 0',
    document: basePlan({
      metrics: baseMetrics({
        churn: { kind: 'churn', level: 'team', target: '5%', achievement: 'target/value' },
      }),
      goals: baseGoals({}, {}, { metric: 'churn', reads: 'achievement' }),
    }),
    actuals: [
      ...baseActuals(),
      { metric: 'churn', group: 'North', value: '4%', status: 'final' },
      { metric: 'churn', group: 'South', value: 0, status: 'final' },
    ],
    where: [],
    says: 'The value of churn is 0',
    withheld: ['ben'],
  },
];

/** The score is read during the first half of the year. */
const halves = basePlan({ periods: 'halves', goals: baseGoals({}, { during: 'H1' }) });
const inHalf = (group: string, changes: Writing = {}): Writing => ({
  metric: 'nps',
  group,
  period: 'H1',
  value: 45,
  status: 'final',
  ...changes,
});

/** Values of parts of the period. */
const parts: readonly IssueCase[] = [
  extra(
    'actuals.period.unknown',
    'a value for a half, and a plan without parts',
    inHalf('South'),
    at('period', 6),
    '"H1"',
  ),
  {
    code: 'actuals.period.unknown',
    when: 'a value for a third half',
    document: halves,
    actuals: [...baseActuals(), inHalf('North'), inHalf('South'), inHalf('South', { period: 'H3' })],
    where: at('period', 8),
    says: '"H3"',
    withheld: [],
  },
  {
    code: 'actuals.metric.missing',
    when: 'a team has a score for the year and none for the half that counts',
    document: halves,
    actuals: [...baseActuals(), inHalf('North')],
    where: ['actuals', 'nps during H1', 'South'],
    says: '"nps during H1" has no value for "South"',
    withheld: ['ben'],
  },
  {
    code: 'actuals.metric.missing',
    when: 'a team has a score for the other half only',
    document: halves,
    actuals: [...baseActuals(), inHalf('North'), inHalf('South', { period: 'H2' })],
    where: ['actuals', 'nps during H1', 'South'],
    says: '"nps during H1" has no value for "South"',
    withheld: ['ben'],
  },
  {
    code: 'actuals.metric.missing',
    when: 'all scores are of halves, and the plan reads the year',
    document: basePlan({ periods: 'halves' }),
    actuals: [
      ...baseActuals().filter((row) => row['group'] !== 'South' || row['metric'] !== 'nps'),
      inHalf('South'),
    ],
    where: ['actuals', 'nps', 'South'],
    says: '"nps" has no value for "South"',
    withheld: ['ben'],
  },
  {
    code: 'actuals.metric.not-yet',
    when: 'the half was measured after the as-of date',
    document: halves,
    actuals: [...baseActuals(), inHalf('North'), inHalf('South', { measuredOn: '2027-02-02' })],
    where: ['actuals', 'nps during H1', 'South'],
    says: '"nps during H1" of "South" was measured on 2027-02-02',
    withheld: ['ben'],
  },
  {
    code: 'actuals.row.duplicate',
    when: 'two values for one half',
    document: halves,
    actuals: [...baseActuals(), inHalf('North'), inHalf('South'), inHalf('South', { value: 46 })],
    where: { row: 7 },
    says: 'Rows 7, 8 all give "nps" of "South" in "H1"',
    withheld: ['ben'],
  },
  {
    code: 'actuals.target.missing',
    when: 'a half without a target of its own',
    document: basePlan({
      periods: 'halves',
      metrics: baseMetrics({ revenue: { kind: 'money', currency: 'USD', level: 'team' } }),
      goals: baseGoals({ during: 'H2' }),
    }),
    actuals: [
      ...revenueOf({})
        .map((row) => (row['metric'] === 'revenue' ? { ...row, period: 'H2' } : row))
        .slice(0, 5),
      { metric: 'revenue', group: 'South', period: 'H2', value: '900000', status: 'final' },
    ],
    where: at('target', 6),
    says: 'revenue',
    withheld: ['ben'],
  },
];

/** `actuals.value.number` once more: an amount that two readers read differently. */
const doubtful: IssueCase = {
  code: 'actuals.value.number',
  when: 'revenue with a point and three digits',
  document: perTeam,
  actuals: revenueOf({ value: '900.000' }),
  where: at('value', 6),
  says: 'could mean 900000 or 900.000',
  withheld: ['ben'],
};

/** What only a caller can do wrong. */
const run: readonly IssueCase[] = [
  {
    code: 'run.as-of.form',
    when: 'as of 31 June',
    options: { asOf: '2026-06-31' },
    where: [],
    says: '2026-06-31',
    nobody: true,
  },
  {
    code: 'run.steps.unknown',
    when: 'steps of somebody who is not there',
    options: { steps: ['Ann'] },
    where: [],
    says: '"Ann"',
    withheld: [],
  },
];

/** Rows of actuals and wishes of callers; what belongs to one team costs nobody else. */
export const actualsCases: readonly IssueCase[] = [
  ...rows,
  ...missing,
  ...cells,
  ...targets,
  ...parts,
  doubtful,
  ...run,
];

/** The same person twice, as no reader gives it: the run must not claim to have counted everybody. */
export function peopleTwice() {
  const read = peopleOf(basePeople());
  return { ...read, people: [...read.people, ...read.people.slice(1)] };
}
