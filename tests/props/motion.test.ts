import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Award } from '../../src/index.js';
import { awardOf, runOf } from '../support/base.js';
import { type Due, dueTo } from '../support/motion/reference.js';
import { type MotionWorld, motions, written } from '../support/motion/world.js';
import { same } from '../support/reference/number.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

function expectDue(award: Award, due: Due): void {
  const said = award.reasons.map(({ message }) => message).join(', ');
  if (due.status !== 'due') {
    expect(award.status, said).toBe(due.status);
    return;
  }
  expect(award.amount, said).toBeDefined();
  const before = award.steps?.find(({ name }) => name === 'award before limits')?.value;
  if (due.exact === undefined) expect(before).toBeUndefined();
  else expect(same(String(before), due.exact), `${before} is not ${due.exact.toFraction()}`).toBe(true);
  expect(same(String(award.target), due.target), `target ${award.target}, ${due.target.toString()}`).toBe(
    true,
  );
  expect(same(String(award.amount), due.amount), `${award.amount}, ${due.amount.toString()}`).toBe(true);
}

function check(world: MotionWorld, seen: string[]): void {
  const run = runOf(written(world));
  expect(run.reconciliation.holds).toBe(true);
  for (const mover of world.movers) {
    const due = dueTo(world, mover);
    expectDue(awardOf(run, mover.id), due);
    seen.push(due.status);
  }
}

describe('people in motion against an independent count, day by day', () => {
  test('the award, the target and who takes part are the same', () => {
    const seen: string[] = [];
    fc.assert(
      fc.property(motions, (world) => check(world, seen)),
      { numRuns: 250, seed: 51 },
    );
    const share = (status: string) => seen.filter((one) => one === status).length / seen.length;
    expect(share('due')).toBeGreaterThan(0.5);
    expect(share('notEligible')).toBeGreaterThan(0.05);
  });
});
