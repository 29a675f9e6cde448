import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import { type Comparison, compare } from '../../src/compare/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { draft } from '../retro/support.js';
import type { Setting, Writing } from '../support/base.js';
import { deepFreeze } from '../support/deep-freeze.js';
import type { FlatPlan } from '../support/flat-plan.js';
import { moverOf } from '../support/motion/mover.js';
import { motionPlan } from '../support/motion/plan.js';
import { motions, written } from '../support/motion/world.js';
import { AS_OF, actuals, people } from '../support/random-data.js';
import { plan } from '../support/random-plan.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 120 };

/** Two runs of one plan id: the people and actuals differ, and in one of three the plan does, too. */
const pairs: fc.Arbitrary<readonly [StoredRun, StoredRun]> = fc
  .tuple(plan, plan, fc.nat(2))
  .chain(([one, other, which]) =>
    fc.tuple(runOf(one), runOf(which === 0 ? { ...other, plan: one.plan } : one)),
  );

function runOf(document: FlatPlan): fc.Arbitrary<StoredRun> {
  return people(document, 4).chain((rows) =>
    actuals(document, rows).map((measured) =>
      draft({ people: rows, actuals: measured, documents: [document], options: { asOf: AS_OF } }),
    ),
  );
}

describe('x', () => {
  test('count', () => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(pairs, ([before, now]) => {
        for (const one of compare(before, now).people) {
          const key = `${one.status} ${one.attribution} ${one.inputs.some((i) => i.inputs.length === 0)} ${one.inputs.flatMap((i) => i.inputs).length}`;
          counts[key] = (counts[key] ?? 0) + 1;
        }
      }),
      { ...runs, seed: 1 },
    );
    console.log(counts);
  });
  test('motion', () => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(fc.tuple(motions, motions), ([a, b]) => {
        const make = (w: typeof a) => {
          const { options, document, ...made } = written({ ...w, document: a.document });
          return draft({ ...(made as any), documents: [document as any], options: options as any });
        };
        for (const one of compare(make(a), make(b)).people) {
          const key = `${one.status} ${one.attribution} ${one.inputs.some((i) => i.inputs.length === 0)} ${one.inputs.flatMap((i) => i.inputs).length}`;
          counts[key] = (counts[key] ?? 0) + 1;
        }
      }),
      { ...runs, seed: 1 },
    );
    console.log(counts);
  });
});
