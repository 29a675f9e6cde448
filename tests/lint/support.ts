import { type Finding, type LintOptions, lint } from '../../src/lint/index.js';
import { planOf, type Writing } from '../support/base.js';

/** A plan nobody can argue with: two results of teams, each paid along straight lines from nothing to twice target. */
export function cleanPlan(changes: Writing = {}): Writing {
  return {
    plan: 'clean',
    version: 1,
    currency: 'USD',
    source: 'Plan text',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: '10%', of: 'salary', prorate: 'none' },
    metrics: {
      nps: { kind: 'nps', level: 'team' },
      kept: { kind: 'retention', level: 'team' },
    },
    goals: [npsGoal(), keptGoal()],
    ...changes,
  };
}

/** 0 % at 20, 100 % at 40, 200 % at 60: 5 % a point all the way. */
export const npsGoal = (changes: Writing = {}): Writing => ({
  metric: 'nps',
  weight: '50%',
  source: 'Section 1',
  curve: [
    [20, '0%'],
    [40, '100%'],
    [60, '200%'],
  ],
  ...changes,
});

/** 0 % at 80 % kept, 100 % at 90 %, 200 % at 100 %. */
export const keptGoal = (changes: Writing = {}): Writing => ({
  metric: 'kept',
  weight: '50%',
  reads: 'value',
  curve: [
    ['80%', '0%'],
    ['90%', '100%'],
    ['100%', '200%'],
  ],
  ...changes,
});

export function findingsOf(document: unknown, options: LintOptions = {}): readonly Finding[] {
  return lint(planOf(document), options).findings;
}

/** The findings of a code; whatever else is found is left aside. */
export function foundIn(document: unknown, code: string, options: LintOptions = {}): readonly Finding[] {
  return findingsOf(document, options).filter((one) => one.code === code);
}

export function codesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}
