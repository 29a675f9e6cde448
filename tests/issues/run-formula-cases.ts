import type { IssueCode } from '../../src/index.js';
import { baseActuals, basePeople, type Setting, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import { conditionPlan, goalsPlan, payoutPlan, proratedPlan } from '../support/formula-plan.js';
import type { IssueCase } from './case.js';

/** Ben is the one something is wrong with, and Ann is paid. */
const one = (code: IssueCode, when: string, setting: Setting, where: Where, says: string): IssueCase => ({
  code,
  when,
  ...setting,
  where,
  says,
  withheld: ['ben'],
});
/** Everybody needs what is wrong; somebody in another plan beside it is not looked at. */
const all = (...given: Parameters<typeof one>): IssueCase => ({
  ...one(...given),
  withheld: ['ann', 'ben'],
  nobody: true,
});

/** What a step finds belongs to a person and not to a place in a document: the reasons of the award name it. */
const NO_PATH: Where = [];

const [annAsIs, benAsIs] = basePeople(
  { factor: '60%', other: '40%', score: 5, role: 'ceo', onNotice: 'yes', potential: '10000', wages: '84000' },
  { factor: '50%', other: '40%', score: 3, role: 'clerk', onNotice: 'no', potential: '5000', wages: '58000' },
) as [Writing, Writing];
/** Ann and Ben with all columns that formulas read; changes go to Ben. */
const people = (changes: Writing = {}): Writing[] => [annAsIs, { ...benAsIs, ...changes }];
/** Cal works in the team of Ben. */
const three = (changes: Writing = {}): Writing[] => [
  ...people(changes),
  { ...benAsIs, id: 'cal', name: 'Cal Cole' },
];

const weights: readonly IssueCase[] = [
  one(
    'run.weights.sum',
    'two fields that sum to 90 %',
    {
      document: payoutPlan({
        weighted: [
          { weight: { person: 'factor' }, payout: '100%' },
          { weight: { person: 'other' }, payout: '90%' },
        ],
      }),
      people: people(),
    },
    NO_PATH,
    '0.9',
  ),
  one(
    'run.weights.sum',
    'a number and a field that sum to 90 %, inside a sum',
    {
      document: payoutPlan({
        sum: [
          '1%',
          {
            weighted: [
              { weight: '40%', payout: '100%' },
              { weight: { person: 'factor' }, payout: '90%' },
            ],
          },
        ],
      }),
      people: people(),
    },
    NO_PATH,
    '0.9',
  ),
  one(
    'run.weights.sum',
    'fields that sum to 90 %, of which one gives its weight to the other',
    {
      document: payoutPlan({
        weighted: [
          { weight: { person: 'factor' }, payout: '100%', countsWhen: { metric: 'nps', atLeast: 90 } },
          { weight: { person: 'other' }, payout: '90%' },
        ],
        missing: 'reweight',
      }),
      people: people(),
    },
    NO_PATH,
    '0.9',
  ),
];

const curves: readonly IssueCase[] = [
  one(
    'run.curve.order',
    'a point that comes out below the one before it',
    {
      document: payoutPlan({
        curve: {
          of: { metric: 'nps' },
          points: [
            [4, '50%'],
            [{ person: 'score' }, '100%'],
          ],
        },
      }),
      people: people(),
    },
    NO_PATH,
    '3',
  ),
  one(
    'run.curve.order',
    'a point of a goal that comes out below the one before it',
    {
      document: goalsPlan({
        goals: [
          {
            metric: 'nps',
            weight: 1,
            curve: [
              [4, '50%'],
              [{ person: 'score' }, '100%'],
            ],
          },
        ],
      }),
      people: people(),
    },
    NO_PATH,
    '3',
  ),
];

const ceo = (role: string) =>
  conditionPlan(
    { result: 'own', of: { role }, atLeast: '50%' },
    { terms: { own: { achievement: 'revenue' } } },
  );
const meanScore = (among: string, more: Writing = {}) =>
  conditionPlan({ peers: 'mean', of: { person: 'score' }, among, atLeast: 3, ...more });
const noScore = { row: 2, column: 'score' };

const peers: readonly IssueCase[] = [
  all(
    'run.peers.none',
    'the result of nobody',
    { document: ceo('cfo'), people: people() },
    NO_PATH,
    'role cfo',
  ),
  all(
    'run.peers.none',
    'the result of two people',
    { document: ceo('ceo'), people: people({ role: 'ceo' }) },
    NO_PATH,
    '2 people',
  ),
  one(
    'run.peers.none',
    'a team of which nobody has a score',
    { document: meanScore('team', { missing: 'leaveOut' }), people: people({ score: 'n/a' }) },
    NO_PATH,
    '"South"',
  ),
  all(
    'people.field.number',
    'one person of the company without a score that everybody is compared with',
    { document: meanScore('company'), people: people({ score: 'n/a' }) },
    noScore,
    '"n/a"',
  ),
  {
    ...one(
      'people.field.number',
      'one person of a team without a score: all of the team need it',
      { document: meanScore('team'), people: three({ score: 'n/a' }) },
      noScore,
      '"ben"',
    ),
    withheld: ['ben', 'cal'],
  },
  one(
    'people.field.number',
    'a place among peers of somebody without a score, who is left out',
    {
      document: conditionPlan({
        rank: { person: 'score' },
        among: 'company',
        ties: 'best',
        missing: 'leaveOut',
        atMost: 3,
      }),
      people: people({ score: 'n/a' }),
    },
    noScore,
    '"n/a"',
  ),
  all(
    'people.field.number',
    'a total of wages of which one cannot be read',
    {
      document: proratedPlan({
        when: { total: 'wages', atLeast: 5 },
        then: { person: 'potential' },
        otherwise: 0,
      }),
      people: people({ wages: 'n/a' }),
    },
    { row: 2, column: 'wages' },
    '"n/a"',
  ),
  one(
    'people.field.missing',
    'somebody without a team, compared with peers of the team',
    { document: meanScore('team'), people: people({ team: '' }) },
    { row: 2, column: 'team' },
    '"ben"',
  ),
];

const notice = conditionPlan({ person: 'onNotice', is: true });

const cells: readonly IssueCase[] = [
  one(
    'people.field.yes-no',
    'neither yes nor no',
    { document: notice, people: people({ onNotice: 'maybe' }) },
    { row: 2, column: 'onNotice' },
    '"maybe"',
  ),
  one(
    'people.field.yes-no',
    'a number for yes',
    { document: notice, people: people({ onNotice: 1 }) },
    { row: 2, column: 'onNotice' },
    '"1"',
  ),
  one(
    'people.field.missing',
    'neither yes nor no but blank',
    { document: notice, people: people({ onNotice: '' }) },
    { row: 2, column: 'onNotice' },
    '"ben"',
  ),
  one(
    'people.field.percent',
    'a factor of 60',
    { document: payoutPlan({ person: 'factor' }), people: people({ factor: 60 }) },
    { row: 2, column: 'factor' },
    '6000 %',
  ),
  one(
    'people.field.number',
    'a score that is a word',
    {
      document: payoutPlan({ curve: { of: { person: 'score' }, points: [[1, '50%']] } }),
      people: people({ score: 'good' }),
    },
    noScore,
    '"good"',
  ),
  one(
    'run.table.category',
    'a role that is not in a table of formulas',
    {
      document: payoutPlan({
        table: { of: { person: 'role' }, values: { ceo: { achievement: 'revenue' } } },
      }),
      people: people(),
    },
    { row: 2, column: 'role' },
    '"clerk"',
  ),
];

const quotient = { quotient: [{ metric: 'nps' }, { difference: [{ person: 'score' }, 3] }] };

const measured: readonly IssueCase[] = [
  one(
    'run.division.zero',
    'a quotient in the branch that is taken divides by 0',
    {
      document: payoutPlan({ when: { person: 'role', is: 'ceo' }, then: '100%', otherwise: quotient }),
      people: people(),
    },
    NO_PATH,
    '0',
  ),
  one(
    'actuals.value.number',
    'a value that is there and wrong is not absent',
    {
      document: conditionPlan({ present: { metric: 'nps' } }),
      people: people(),
      actuals: baseActuals({ value: 'n/a' }),
    },
    { row: 4, column: 'value' },
    '"n/a"',
  ),
  one(
    'people.field.number',
    'a cell that is there and wrong is not absent',
    { document: conditionPlan({ present: { person: 'score' } }), people: people({ score: 'n/a' }) },
    noScore,
    '"n/a"',
  ),
  one(
    'actuals.metric.missing',
    'a change since a period before of which one team has no value',
    {
      document: conditionPlan({ change: 'nps', since: 'previousPeriod', atLeast: 1 }),
      people: people(),
      actuals: [
        ...baseActuals(),
        { metric: 'nps', group: 'North', period: 'previous', value: 40, status: 'final' },
      ],
    },
    ['actuals', 'nps during previous', 'South'],
    '"South"',
  ),
];

/** What is found when data meet a formula. */
export const runFormulaCases: readonly IssueCase[] = [...weights, ...curves, ...peers, ...cells, ...measured];
