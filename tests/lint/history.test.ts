import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/index.js';
import { actualsOf, planOf, type Writing } from '../support/base.js';
import { cleanPlan, foundIn, keptGoal, npsGoal } from './support.js';

/** Each year a file of its own. */
const years = (...values: readonly (number | string)[]) =>
  values.map((value) => actualsOf([{ metric: 'nps', group: 'North', value, status: 'final' }]));

const shown = (code: string, history: ReturnType<typeof years>, document: Writing = cleanPlan()) =>
  foundIn(document, code, { history }).map(({ subject, figures }) => [
    subject,
    figures['level'],
    figures['at'],
    figures['results'],
    figures['luck'],
  ]);

describe('thresholds in history', () => {
  // 0.85^5 = 0.4437053125: no likelier than an even chance. 0.85^4 = 0.52200625 is.
  test('a threshold that was always met, from five results on', () => {
    expect(shown('lint.history.always', years(21, 25, 30, 35, 38))).toEqual([
      ['nps', 'threshold', '20', '5', '0.4437053125'],
    ]);
    expect(shown('lint.history.always', years(21, 25, 30, 35))).toEqual([]);
  });

  // 0.55^3 = 0.166375; of levels that were always reached the highest is told.
  test('a target that was always met; fewer than three results prove nothing', () => {
    expect(shown('lint.history.always', years(41, 45, 50))).toEqual([
      ['nps', 'target', '40', '3', '0.166375'],
    ]);
    expect(shown('lint.history.always', years(41, 45))).toEqual([]);
  });

  // Never of three thresholds: 0.15^3 = 0.003375.
  test('a threshold that was never met; the levels above it are not told again', () => {
    expect(shown('lint.history.never', years(5, 10, 19))).toEqual([
      ['nps', 'threshold', '20', '3', '0.003375'],
    ]);
  });

  // Never of a target in three: 0.45^3 = 0.091125; a threshold met once is as it may be.
  test('a target that was never met, with one result on the threshold', () => {
    expect(shown('lint.history.never', years(20, 15, 39))).toEqual([
      ['nps', 'target', '40', '3', '0.091125'],
    ]);
  });

  test('one result on the other side is the near miss', () => {
    const all = years(21, 25, 30, 35, 19);
    expect([...shown('lint.history.always', all), ...shown('lint.history.never', years(20, 15, 40))]).toEqual(
      [],
    );
  });

  test('rows of one file are results of their own, and few results are said to prove little', () => {
    const rows = [2022, 2023, 2024].map((year) => ({
      metric: 'nps',
      group: 'North',
      value: 50,
      status: 'final',
      measuredOn: `${year}-12-31`,
    }));
    const [one] = foundIn(cleanPlan(), 'lint.history.always', { history: [actualsOf(rows)] });
    expect(one?.figures).toMatchObject({ level: 'target', results: '3', met: '3', rate: '0.55' });
    expect(one?.message).toContain('few results, which prove little');
  });

  test('an achievement of a past year is against the target of that year', () => {
    const metrics = {
      nps: { kind: 'nps', level: 'team' },
      kept: { kind: 'money', currency: 'USD', level: 'company', target: 1000 },
    };
    const curve = [
      ['80%', '0%'],
      ['100%', '100%'],
      ['120%', '200%'],
    ];
    const goal = keptGoal({ reads: 'achievement', curve });
    const document = cleanPlan({ metrics, goals: [npsGoal(), goal] });
    const set = [490, 500, 560].map((value) => ({ metric: 'kept', value, target: 500, status: 'final' }));
    const sets = set.map((row) => actualsOf([row]));
    // 98 %, 100 % and 112 % of the targets of their years, and about half of this year's.
    expect(foundIn(document, 'lint.history.never', { history: sets })).toEqual([]);
    const low = set.map(({ target: _target, ...row }) => actualsOf([row]));
    expect(foundIn(document, 'lint.history.never', { history: low })[0]?.figures).toMatchObject({
      level: 'threshold',
    });
  });

  test('a gate that never closed, and one that never opened', () => {
    const gate = (atLeast: number) => cleanPlan({ gates: [{ name: 'Gate', metric: 'nps', atLeast }] });
    const all = years(31, 32, 33, 39, 45);
    expect(shown('lint.history.always', all, gate(30))).toContainEqual([
      'Gate',
      'bound',
      '30',
      '5',
      '0.4437053125',
    ]);
    expect(shown('lint.history.never', all, gate(50))).toContainEqual([
      'Gate',
      'bound',
      '50',
      '5',
      '0.0000759375',
    ]);
    expect(shown('lint.history.never', all, gate(45)).filter(([name]) => name === 'Gate')).toEqual([]);
  });

  test('rows of other metrics, and rows that cannot be read, are told', () => {
    const history = [
      actualsOf([
        { metric: 'mood', value: 3, status: 'final' },
        { metric: 'nps', group: 'North', value: 'n/a', status: 'final' },
        { metric: 'nps', group: 'South', value: '40%', status: 'final' },
        { metric: '__proto__', value: 1, status: 'final' },
      ]),
    ];
    const { findings, issues } = lint(planOf(cleanPlan()), { history });
    expect(findings).toEqual([]);
    expect(issues.map(({ code }) => code).toSorted()).toEqual([
      'actuals.value.number',
      'actuals.value.percent',
      'lint.history.unused',
      'lint.history.unused',
    ]);
  });
});
