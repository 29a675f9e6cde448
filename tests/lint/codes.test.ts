import { describe, expect, test } from 'vitest';
import { issueCodes } from '../../src/issue/codes.js';
import { type LintOptions, lint } from '../../src/lint/index.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';
import { expectHelpful } from '../support/expect-issue.js';
import { cleanPlan, keptGoal, npsGoal } from './support.js';

const curve = (...points: readonly (readonly [number, string])[]) =>
  cleanPlan({ goals: [npsGoal({ curve: points }), keptGoal()] });
const gate = (changes: Writing) => cleanPlan({ gates: [changes] });
const past = (...values: readonly number[]): LintOptions => ({
  history: values.map((value) => actualsOf([{ metric: 'nps', group: 'North', value, status: 'final' }])),
});
const data = (nps: number, kept: string, many = 1, changes: Writing = {}): LintOptions => ({
  data: {
    people: peopleOf(
      Array.from({ length: many }, (_, index) => ({
        id: `p-${index}`,
        team: 'North',
        salary: '1000',
        currency: 'USD',
        ...changes,
      })),
    ),
    actuals: actualsOf([
      { metric: 'nps', group: 'North', value: nps, status: 'final' },
      { metric: 'kept', group: 'North', value: kept, status: 'final' },
    ]),
    asOf: '2027-01-31',
  },
});
const ofCompany = (many: number): LintOptions => ({
  data: {
    people: peopleOf(
      Array.from({ length: many }, (_, index) => ({ id: `p-${index}`, salary: '1000', currency: 'USD' })),
    ),
    actuals: actualsOf([
      { metric: 'nps', value: 30, status: 'final' },
      { metric: 'kept', value: '90%', status: 'final' },
    ]),
    asOf: '2027-01-31',
  },
});
const company = { nps: { kind: 'nps', level: 'company' }, kept: { kind: 'retention', level: 'company' } };

/** What gives each code. */
const calls: Readonly<Record<string, readonly [document: Writing, options?: LintOptions]>> = {
  'lint.curve.cliff': [curve([20, '80%'], [40, '100%'])],
  'lint.curve.jump': [curve([20, '30%'], [40, '100%'])],
  'lint.curve.flat': [curve([20, '0%'], [40, '100%'], [60, '100%'], [70, '150%'])],
  'lint.curve.dead': [cleanPlan(), past(0, 0, 30)],
  'lint.curve.kink': [curve([20, '0%'], [40, '100%'], [42, '200%'])],
  'lint.gate.cliff': [gate({ metric: 'nps', atLeast: 40 })],
  'lint.gate.open': [gate({ metric: 'nps', atLeast: -100 })],
  'lint.gate.shut': [gate({ value: { product: [2, { metric: 'nps' }] }, moreThan: 200 })],
  'lint.gate.idle': [gate({ metric: 'nps', atLeast: 10, closes: ['nps'] })],
  'lint.history.always': [cleanPlan(), past(50, 51, 52)],
  'lint.history.never': [cleanPlan(), past(10, 11, 12)],
  'lint.weight.small': [cleanPlan({ goals: [npsGoal({ weight: '1%' }), keptGoal({ weight: '99%' })] })],
  'lint.metric.drowns': [cleanPlan({ goals: [npsGoal({ weight: '90%' }), keptGoal({ weight: '10%' })] })],
  'lint.people.fixed': [cleanPlan({ risk: { paidAnyway: '100%' } }), data(30, '90%')],
  'lint.people.company': [cleanPlan({ metrics: company }), ofCompany(30)],
  'lint.people.stuck': [cleanPlan(), data(70, '100%')],
  'lint.limits.key': [cleanPlan(), { limits: { jumps: '10%' } as never }],
  'lint.limits.number': [cleanPlan(), { limits: { jump: '110%' } }],
  'lint.model.metric': [cleanPlan(), { models: { mood: { mean: 1, sd: 1 } } }],
  'lint.history.unused': [
    cleanPlan(),
    { history: [actualsOf([{ metric: 'mood', value: 1, status: 'final' }])] },
  ],
};

test('every code of the lint is produced by a call', () => {
  const codes = Object.keys(issueCodes).filter((code) => code.startsWith('lint.'));
  expect(Object.keys(calls).toSorted()).toEqual(codes.toSorted());
});

test.each(Object.entries(calls))('%s', (code, [document, options]) => {
  const { findings, issues } = lint(planOf(document), options);
  const found = [...findings, ...issues].filter((one) => one.code === code);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) {
    expectHelpful(one);
    expect(one.severity).toBe(issueCodes[one.code][0]);
    expect(one.message).not.toMatch(/undefined|NaN|\[object/);
  }
});

describe('limits', () => {
  test('all that cannot stand is told, and then nothing is looked at', () => {
    const limits = { jump: '-1%', kink: '0.5', fewest: 'many', cliffs: 1, ['__proto__x']: 1, weight: null };
    const { findings, issues } = lint(planOf(curve([20, '80%'], [40, '100%'])), { limits: limits as never });
    expect(findings).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ['lint.limits.number', 'jump'],
      ['lint.limits.number', 'kink'],
      ['lint.limits.number', 'fewest'],
      ['lint.limits.key', 'cliffs'],
      ['lint.limits.key', '__proto__x'],
      ['lint.limits.number', 'weight'],
    ]);
    expect(issues[3]?.hint).toBe('Did you mean cliff?');
  });

  test('no limits are those of the house', () => {
    const plan = planOf(curve([20, '80%'], [40, '100%']));
    expect(lint(plan, { limits: {} })).toEqual(lint(plan));
  });
});

test('a report is plain data', () => {
  const report = lint(planOf(curve([20, '1/3'], [40, '100%'])), data(30, '90%', 3));
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report.findings[0]?.figures['before']).toBe('0');
});
