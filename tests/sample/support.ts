import Fraction from 'fraction.js';
import { expect } from 'vitest';
import type { Award, IssueCode, Run, StepLine } from '../../src/index.js';
import { awardOf, runOf, type Setting, type Writing } from '../support/base.js';

/** What tests of sample rules need of the ground they stand on. */
export type { Award, Writing };
export { awardOf };

/** A score of 0 pays target, and every point a hundredth of it: an nps of 20 pays 120 %. */
export const POINT_CURVE = [
  [-100, '0%'],
  [100, '200%'],
];
/** A share of 90 % pays 90 %. */
export const SHARE_CURVE = [
  ['0%', '0%'],
  ['100%', '100%'],
];
const LOSS_CURVE = [
  ['0%', '100%'],
  ['100%', '0%'],
];

/** A target of 10,000 and one goal: of an nps of n points, 10,000 + 100 n is paid. */
export function scorePlan(sample?: Writing, metric: Writing = {}, changes: Writing = {}): Writing {
  const rules = sample === undefined ? {} : { sample };
  return {
    plan: 'sample',
    version: 1,
    currency: 'USD',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { amount: { money: 10_000 }, hours: 'full', prorate: 'calendarDays' },
    metrics: { score: { kind: 'nps', level: 'team', ...rules, ...metric } },
    goals: [goalOf()],
    ...changes,
  };
}

/** The goal on the score, with changes. */
export function goalOf(changes: Writing = {}): Writing {
  return { metric: 'score', weight: 1, reads: 'value', curve: POINT_CURVE, ...changes };
}

/** The same with a share of customers: of 90 %, 9,000 is paid; of a churn of 10 %, too. */
export function sharePlan(kind: string, sample?: Writing, metric: Writing = {}): Writing {
  const curve = kind === 'churn' ? LOSS_CURVE : SHARE_CURVE;
  return scorePlan(sample, { kind, ...metric }, { goals: [goalOf({ curve })] });
}

/** A plan whose payout is a formula over the score. */
export function formulaPlan(payout: unknown, sample?: Writing, metric: Writing = {}): Writing {
  const { goals: _goals, ...plan } = scorePlan(sample, metric);
  return { ...plan, payout };
}

/** Payout of points, as the curve of the goal has it. */
export function pays(of: unknown): Writing {
  return { curve: { of, points: POINT_CURVE } };
}

/** Somebody in team North of region West. */
export function somebody(changes: Writing = {}): Writing {
  return { id: 'ann', currency: 'USD', team: 'North', region: 'West', ...changes };
}

/** Somebody who is in team North until June and in South from July on, both in region West. */
export const mover: Writing = {
  id: 'ann',
  currency: 'USD',
  assignments: [
    { to: '2026-06-30', team: 'North', region: 'West', currency: 'USD' },
    { from: '2026-07-01', team: 'South', region: 'West', currency: 'USD' },
  ],
};

/** A row of the score, of team North where no other group is named. */
export function scored(row: Writing): Writing {
  return { metric: 'score', group: 'North', status: 'final', ...row };
}

/** A row of the score of the whole company. */
export function ofCompany(row: Writing): Writing {
  return { metric: 'score', status: 'final', ...row };
}

/** Answers by kind. */
export function answers(promoters: number, passives: number, detractors: number): Writing {
  return { promoters, passives, detractors };
}

interface World extends Setting {
  readonly document: unknown;
  readonly actuals: readonly Writing[];
}

/** A run with the steps of everybody. */
export function calculated({ people = [somebody()], options, ...world }: World): Run {
  return runOf({ people, ...world, options: { steps: 'everyone', ...options } });
}

/** What Ann gets, whose parts must sum to it. */
export function annOf(world: World): Award {
  const award = awardOf(calculated(world), 'ann');
  if (award.amount !== undefined) expectSum(award);
  return award;
}

/** The amount that Ann gets. */
export function paid(document: unknown, actuals: readonly Writing[], people?: unknown): string | undefined {
  const { amount, reasons } = annOf({ document, actuals, ...(people !== undefined && { people }) });
  expect(amount, JSON.stringify(reasons)).toBeDefined();
  return amount;
}

/** Ann is withheld for a reason with this code, which names this; nothing is paid. */
export function expectWithheld(world: World, code: IssueCode, names = ''): void {
  const { status, amount, reasons } = annOf(world);
  expect([status, amount]).toEqual(['withheld', undefined]);
  const told = reasons.map(({ message }) => message).filter((message) => message.includes(`[${code}]`));
  expect(told.join(' '), JSON.stringify(reasons)).toContain(names);
  expect(told.length, JSON.stringify(reasons)).toBeGreaterThan(0);
}

export function expectSum({ parts = [], amount }: Award): void {
  const sum = parts.reduce((total, part) => total.add(part.amount), new Fraction(0));
  expect(sum.equals(String(amount)), `${sum} is not ${amount}`).toBe(true);
}

/** The steps of a name, in order. */
export function stepsCalled(award: Award, name: string): readonly StepLine[] {
  const found = (award.steps ?? []).filter((step) => step.name === name);
  expect(found.length, (award.steps ?? []).map((step) => step.name).join('; ')).toBeGreaterThan(0);
  return found;
}

/** The one step of a name. */
export function stepCalled(award: Award, name: string): StepLine {
  return stepsCalled(award, name)[0] as StepLine;
}
