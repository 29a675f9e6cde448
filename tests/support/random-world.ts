import type fc from 'fast-check';
import type { Writing } from './base.js';
import type { FlatPlan } from './flat-plan.js';
import { actuals, people } from './random-data.js';
import { plan } from './random-plan.js';

/** A plan, its people and what was measured. */
export interface RandomWorld {
  readonly document: FlatPlan;
  readonly rows: Writing[];
  readonly measured: Writing[];
}

/** Random plans with people and actuals that fit them. */
export function worlds(most = 4): fc.Arbitrary<RandomWorld> {
  return plan.chain((document) =>
    people(document, most).chain((rows) =>
      actuals(document, rows).map((measured) => ({ document, rows, measured })),
    ),
  );
}
