import { describe, expect, test } from 'vitest';
import type { AwardPart } from '../../../src/index.js';
import { stages } from '../../../src/plan/formula.js';
import {
  awardOf,
  baseActuals,
  baseGoals,
  basePeople,
  basePlan,
  runOf,
  type Writing,
} from '../../support/base.js';

const options = { steps: 'everyone' as const };
const explained = (changes: Writing = {}, ann: Writing = {}) =>
  awardOf(runOf({ document: basePlan(changes), people: basePeople(ann), options }), 'ann');

/** The parts in short: `stage name amount`. */
function told(parts: readonly AwardPart[] | undefined): string[] {
  return (parts ?? []).map(({ stage, name, amount }) => `${stage} | ${name} | ${amount}`);
}

const cents = (amount: string | undefined) => BigInt(String(amount).replace('.', ''));

function expectSums({ parts, amount }: ReturnType<typeof explained>): void {
  expect((parts ?? []).reduce((sum, part) => sum + cents(part.amount), 0n)).toBe(cents(amount));
}

describe('parts', () => {
  // 8,500 × 40 % × 150 %, 8,500 × 30 % × 123.33… %, 8,500 × 30 % × 130 %.
  test('what each goal brought', () => {
    expect(told(explained().parts)).toEqual([
      'goal | revenue | 5100.00',
      'goal | nps | 3145.00',
      'goal | retention | 3315.00',
    ]);
  });

  // 98 % of all that; the factor takes 231.20.
  test('what a factor took', () => {
    const award = explained(
      { modifiers: [{ from: { person: 'factor' }, within: ['0%', '150%'], name: 'individual factor' }] },
      { factor: '98%' },
    );
    expect(told(award.parts)).toContain('modifier | individual factor | -231.20');
    expectSums(award);
  });

  test('what an addend brought stands among the modifiers', () => {
    const modifiers = [{ from: { person: 'bonus' }, within: ['-3%', '3%'], how: 'add', name: 'extra' }];
    const award = explained({ modifiers }, { bonus: '5%' });
    expect(told(award.parts)).toContain('modifier | extra | 255.00');
    expect(award.parts?.length).toBe(4);
    expectSums(award);
  });

  test('a closed gate shows what it took', () => {
    const gates = [{ metric: 'nps', atLeast: 60, name: 'happy customers', source: 'Section 5' }];
    const award = explained({ gates });
    expect(award.amount).toBe('0.00');
    expect(award.parts?.at(-1)).toEqual({
      stage: 'gate',
      name: 'happy customers',
      source: 'Section 5',
      amount: '-11560.00',
    });
    expectSums(award);
  });

  const behindGates = (closedGate: boolean) =>
    explained({
      gates: [{ metric: 'nps', atLeast: 60, otherwise: '50%' }],
      risk: { paidAnyway: '30%', survives: { closedGate } },
      limits: { payout: { cap: '200%' } },
    });

  test('what a closed gate pays has the name of the gate', () => {
    const award = behindGates(true);
    expect(told(award.parts).filter((line) => line.includes('|  |'))).toEqual([]);
    expect(award.amount).toBe('5525.00');
    expectSums(award);
  });

  test('what a closed gate takes of the safe part has its name', () => {
    expect(told(behindGates(false).parts).filter((line) => line.includes('|  |'))).toEqual([]);
  });

  test('a cap shows what it took', () => {
    const award = explained({ limits: { award: { cap: '120%', of: 'target' } } });
    expect(award.amount).toBe('10200.00');
    expect(told(award.parts)).toContain('award limit | award limit | -1360.00');
  });

  // 10,000.00 in three equal parts: 3,333.34 + 3,333.33 + 3,333.33.
  test('thirds of a cent find a place', () => {
    const goals = ['a', 'b', 'c'].map((name) => ({ name, person: 'factor', weight: '1/3' }));
    const award = explained({ goals, metrics: {} }, { factor: '100%', salary: '100000' });
    expect(award.parts?.map((part) => part.amount)).toEqual(['3333.34', '3333.33', '3333.33']);
    expectSums(award);
  });
});

describe('steps', () => {
  const award = explained({
    gates: [{ metric: 'revenue', reads: 'achievement', atLeast: '70%', name: 'revenue gate' }],
    modifiers: [{ from: { person: 'rating' }, table: { values: { meets: '100%' } } }],
    risk: { paidAnyway: '30%', survives: { closedGate: true } },
    limits: { payout: { cap: '200%' }, award: { cap: '200%', of: 'target' } },
  });
  const value = (name: string) => award.steps?.find((step) => step.name === name)?.value;

  test('stand in the order of the stages', () => {
    const order = (award.steps ?? []).flatMap(({ stage }) => (stage ? [stages.indexOf(stage)] : []));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBeGreaterThan(5);
  });

  test('hold exact values', () => {
    expect(value('target opportunity')).toBe('8500');
    expect(value('revenue')).toBe('1.5');
    expect(value('nps')).toBe('37/30');
    expect(value('retention')).toBe('1.3');
    expect(value('blend of goals')).toBe('1.36');
    expect(value('revenue gate')).toBe(true);
    expect(value('rounding')).toBe(award.amount?.replace(/0+$/, '').replace(/\.$/, ''));
  });

  test('say how each came about', () => {
    for (const step of award.steps ?? []) {
      expect(step.name).not.toBe('');
      expect(step.how).not.toMatch(/undefined|\[object|NaN/);
      expect(step.shown).not.toMatch(/undefined|\[object|NaN/);
    }
    const nps = award.steps?.find((step) => step.name === 'nps');
    expect(nps?.how).toContain('45 → 100%');
    expect(nps?.how).toContain('60 → 150%');
  });

  test('of a mover are told per segment', () => {
    const people = [
      ...basePeople({ from: '2026-01-01', to: '2026-06-30' }).slice(0, 1),
      ...basePeople({ from: '2026-07-01', team: 'South' }).slice(0, 1),
    ];
    const moved = awardOf(runOf({ people, options }), 'ann');
    const segments = moved.steps?.filter((step) => step.name === 'nps').map((step) => step.segment);
    expect(segments).toEqual([1, 2]);
    expect(moved.steps?.find((step) => step.name === 'revenue')?.segment).toBeUndefined();
  });

  // An amount of money belongs to the person, within the segments it is prorated over.
  test('of a target amount in money can be told', () => {
    const target = { amount: { money: '5000', currency: 'USD' }, prorate: 'calendarDays' };
    expect(explained({ target }).steps?.length).toBeGreaterThan(5);
  });

  test('only of those who were asked for', () => {
    const run = runOf({ options: { steps: ['ben'] } });
    expect(run.awards.map((one) => one.steps !== undefined)).toEqual([false, true]);
    expect(run.awards.map((one) => one.parts !== undefined)).toEqual([false, true]);
  });

  test('a branch that was not taken and cannot be computed is left out', () => {
    const gates = [{ metric: 'revenue', reads: 'achievement', atLeast: '200%', closes: ['nps'] }];
    const actuals = baseActuals().filter((row) => row['metric'] !== 'nps');
    const run = runOf({ document: basePlan({ gates, goals: baseGoals() }), actuals, options });
    const ann = awardOf(run, 'ann');
    expect(ann.status).toBe('paid');
    expect(ann.amount).toBe('8415.00');
    expectSums(ann);
  });
});
