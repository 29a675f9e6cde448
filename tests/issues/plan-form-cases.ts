import { baseGoals, baseMetrics, basePlan, type Writing } from '../support/base.js';
import type { IssueCase } from './case.js';

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = { curve: value };
  return value;
}

/** As a parser of JSON gives it: `__proto__` is a key like any other. */
function withProtoKey(): Writing {
  return basePlan({ metrics: JSON.parse('{"__proto__": {"kind": "nps", "level": "company"}}') });
}

function without(key: string): Writing {
  return Object.fromEntries(Object.entries(basePlan()).filter(([one]) => one !== key));
}

const misspelt = (document: Writing, where: readonly (string | number)[], says: string, near: string) =>
  ({
    code: 'plan.key.unknown',
    when: `${says} is misspelt`,
    document,
    where,
    says,
    hint: `Did you mean "${near}"?`,
  }) as const;

const guard: readonly IssueCase[] = [
  {
    code: 'plan.depth',
    when: '10,000 nested nodes',
    document: basePlan({ limits: nested(10_000) }),
    where: ['limits', 'curve', 'curve', 'curve', 'curve', 'curve', 'curve', 'curve'],
    says: '64',
  },
  {
    code: 'plan.size',
    when: '20,001 values in one list',
    document: Array.from({ length: 20_001 }, (_, index) => index),
    where: [],
    says: '20000',
  },
  {
    code: 'plan.key.forbidden',
    when: 'a metric is called __proto__',
    document: withProtoKey(),
    where: ['metrics', '__proto__'],
    says: '__proto__',
  },
  {
    code: 'plan.key.forbidden',
    when: 'a metric is called constructor',
    document: basePlan({ metrics: baseMetrics({ constructor: { kind: 'nps', level: 'company' } }) }),
    where: ['metrics', 'constructor'],
    says: 'constructor',
  },
  {
    code: 'plan.value.type',
    when: 'a YAML reader made a Date of the first day',
    document: basePlan({ period: { start: new Date(Date.UTC(2026, 0, 1)), end: '2026-12-31' } }),
    where: ['period', 'start'],
    says: 'Date',
    hint: 'YYYY-MM-DD',
  },
];

const keys: readonly IssueCase[] = [
  misspelt(basePlan({ goal: [] }), ['goal'], 'goal', 'goals'),
  misspelt(basePlan({ risk: { paidanyway: '30%' } }), ['risk', 'paidanyway'], 'paidanyway', 'paidAnyway'),
  misspelt(basePlan({ goals: baseGoals({}, { weigth: '30%' }) }), ['goals', 1, 'weigth'], 'weigth', 'weight'),
  misspelt(
    basePlan({ target: { percent: '10%', of: 'salary', prorate: 'none', prorat: 'none' } }),
    ['target', 'prorat'],
    'prorat',
    'prorate',
  ),
  misspelt(
    basePlan({ goals: baseGoals({ curve: { points: [['80%', '50%']], shpe: 'steps' } }) }),
    ['goals', 0, 'curve', 'shpe'],
    'shpe',
    'shape',
  ),
  {
    code: 'plan.key.unknown',
    when: 'a YAML 1.1 reader turned the key on into true',
    document: basePlan({ goals: baseGoals({ true: 'achievement' }) }),
    where: ['goals', 0, 'true'],
    says: 'true',
  },
  {
    code: 'plan.key.missing',
    when: 'the plan has no target',
    document: without('target'),
    where: ['target'],
    says: 'target',
  },
  {
    code: 'plan.key.missing',
    when: 'a goal has no weight',
    document: basePlan({ goals: [{ metric: 'nps', curve: [[30, '50%']] }] }),
    where: ['goals', 0, 'weight'],
    says: 'weight',
  },
  {
    code: 'plan.key.missing',
    when: 'the target does not say how part of a period counts',
    document: basePlan({ target: { percent: '10%', of: 'salary' } }),
    where: ['target', 'prorate'],
    says: 'prorate',
  },
];

const values: readonly IssueCase[] = [
  {
    code: 'plan.value.type',
    when: 'goals are not a list',
    document: basePlan({ goals: { revenue: '100%' } }),
    where: ['goals'],
    says: 'revenue',
  },
  {
    code: 'plan.value.type',
    when: 'the document is text',
    document: 'plan: customer-incentive',
    where: [],
    says: 'customer-incentive',
  },
  {
    code: 'plan.value.option',
    when: 'an invented word: retetion',
    document: basePlan({ metrics: baseMetrics({ retention: { kind: 'retetion', level: 'team' } }) }),
    where: ['metrics', 'retention', 'kind'],
    says: 'retetion',
    hint: 'Did you mean "retention"?',
  },
  {
    code: 'plan.value.option',
    when: 'a basis that does not exist',
    document: basePlan({ target: { percent: '10%', of: 'salery', prorate: 'none' } }),
    where: ['target', 'of'],
    says: 'salery',
    hint: 'Did you mean "salary"?',
  },
  {
    code: 'plan.value.option',
    when: 'a rounding mode in capitals',
    document: basePlan({ rounding: { award: { to: 'currency', mode: 'HALF_UP' } } }),
    where: ['rounding', 'award', 'mode'],
    says: 'HALF_UP',
    hint: 'Did you mean "halfUp"?',
  },
  {
    code: 'plan.value.size',
    when: 'there are no goals',
    document: basePlan({ goals: [] }),
    where: ['goals'],
    says: '[]',
  },
  {
    code: 'plan.value.size',
    when: 'the title is a page of text',
    document: basePlan({ title: 'x'.repeat(501) }),
    where: ['title'],
    says: 'xxx...',
  },
  {
    code: 'plan.value.size',
    when: 'a point has a third number',
    document: basePlan({ goals: baseGoals({}, { curve: { points: [[30, '50%', 1]] } }) }),
    where: ['goals', 1, 'curve', 'points', 0],
    says: '50%',
  },
];

const number = (written: string | number, hint: string): IssueCase => ({
  code: 'plan.number.form',
  when: `the weight is ${written}`,
  document: basePlan({ goals: baseGoals({ weight: written }) }),
  where: ['goals', 0, 'weight'],
  says: `${written}`,
  hint,
});

const fields: readonly IssueCase[] = [
  number('12,500.00 ', 'thousands separators'),
  number('n/a', 'digits'),
  number('0,4', 'decimal point'),
  number('4e-1', 'exponent'),
  number('', 'nothing is taken to be zero'),
  number('2/0', 'other than zero'),
  number(0.1 + 0.2, 'Quote it'),
  number('=B2*40%', 'digits'),
  {
    code: 'plan.number.form',
    when: 'a service of no days',
    document: basePlan({ eligibility: { minimumService: { days: 0 } } }),
    where: ['eligibility', 'minimumService', 'days'],
    says: '0',
  },
  {
    code: 'plan.number.form',
    when: 'a service of half a month',
    document: basePlan({ eligibility: { minimumService: { months: '0.5' } } }),
    where: ['eligibility', 'minimumService', 'months'],
    says: '0.5',
  },
  {
    code: 'plan.date.form',
    when: 'the period ends on 31 November',
    document: basePlan({ period: { start: '2025-12-01', end: '2026-11-31' } }),
    where: ['period', 'end'],
    says: '2026-11-31',
  },
  {
    code: 'plan.date.form',
    when: 'a day in American order',
    document: basePlan({ eligibility: { hiredBy: '09/30/2026' } }),
    where: ['eligibility', 'hiredBy'],
    says: '09/30/2026',
  },
  {
    code: 'plan.date.form',
    when: 'the year 2206 for 2026',
    document: basePlan({ period: { start: '2206-01-01', end: '2206-12-31' } }),
    where: ['period', 'start'],
    says: '2206-01-01',
  },
  {
    code: 'plan.currency.unknown',
    when: 'the plan is in euros, spelt out',
    document: basePlan({ currency: 'Euro' }),
    where: ['currency'],
    says: 'Euro',
  },
  {
    code: 'plan.currency.unknown',
    when: 'a currency that no longer exists',
    document: basePlan({ currency: 'DEM' }),
    where: ['currency'],
    says: 'DEM',
  },
  {
    code: 'plan.name.form',
    when: 'a column with a blank in its name',
    document: basePlan({ target: { percent: { person: 'target percent' }, of: 'salary', prorate: 'none' } }),
    where: ['target', 'percent', 'person'],
    says: 'target percent',
  },
  {
    code: 'plan.name.form',
    when: 'a column called constructor',
    document: basePlan({ gates: [{ person: 'constructor', is: 'x' }] }),
    where: ['gates', 0, 'person'],
    says: 'constructor',
  },
  {
    code: 'plan.name.form',
    when: 'the id of the plan is a title',
    document: basePlan({ plan: 'Customer incentive 2026' }),
    where: ['plan'],
    says: 'Customer incentive 2026',
  },
  {
    code: 'plan.name.form',
    when: 'a metric is called company',
    document: basePlan({ metrics: baseMetrics({ company: { kind: 'nps', level: 'team' } }) }),
    where: ['metrics', 'company'],
    says: 'company',
  },
];

/** Plans that are not even a plan in form. */
export const planFormCases: readonly IssueCase[] = [...guard, ...keys, ...values, ...fields];
