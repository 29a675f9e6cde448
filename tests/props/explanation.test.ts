import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import type { Award } from '../../src/index.js';
import { stages } from '../../src/plan/formula.js';
import { runOf } from '../support/base.js';
import type { FlatPlan } from '../support/flat-plan.js';
import { AS_OF } from '../support/random-data.js';
import { worlds } from '../support/random-world.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const options = { asOf: AS_OF, steps: 'everyone' as const };

function expectSums({ parts, amount, person }: Award): void {
  const sum = (parts ?? []).reduce((total, part) => total.add(part.amount), new Fraction(0));
  expect(sum.equals(String(amount)), `${person}: ${sum} is not ${amount}`).toBe(true);
}

function expectOrdered(lines: readonly { readonly stage?: string }[]): void {
  const order = lines.flatMap(({ stage }) => (stage === undefined ? [] : [stages.indexOf(stage as 'goal')]));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
}

/** Suspected: what a gate takes of a safe part that does not survive it has no name (tests/unit/explain). */
function survives({ risk }: FlatPlan): boolean {
  return String(risk?.survives?.closedGate ?? true) === 'true';
}

/** Goals that no gate can close: behind a closed gate there may be nothing that could be computed. */
function alwaysOpen({ goals, gates = [] }: FlatPlan): string[] {
  return gates.length > 0 ? [] : goals.map((goal) => goal.name ?? '');
}

describe('explanations of random programs', () => {
  test('parts sum to the amount to the smallest unit, and stand in the order of stages', () => {
    fc.assert(
      fc.property(worlds(3), ({ document, rows, measured }) => {
        const run = runOf({ document, people: rows, actuals: measured, options });
        for (const award of run.awards.filter((one) => one.amount !== undefined)) {
          expectSums(award);
          expectOrdered(award.parts ?? []);
          if (survives(document)) expect((award.parts ?? []).map((part) => part.name)).not.toContain('');
        }
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  test('every goal has a part, every step has words and a value, the last is the award', () => {
    fc.assert(
      fc.property(worlds(2), ({ document, rows, measured }) => {
        const run = runOf({ document, people: rows, actuals: measured, options });
        for (const { parts = [], steps = [], amount } of run.awards.filter((one) => one.amount)) {
          const names = new Set(parts.filter((part) => part.stage === 'goal').map((part) => part.name));
          for (const goal of alwaysOpen(document)) expect(names.has(goal), goal).toBe(true);
          expect(steps.every((step) => step.name !== '' && step.how !== '' && step.shown !== '')).toBe(true);
          expect(new Fraction(String(steps.at(-1)?.value)).equals(String(amount))).toBe(true);
        }
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});
