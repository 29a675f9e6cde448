import type { Plan } from '../concepts/parse-plan.js';
import type { Range } from '../risk/range.js';
import type { PastResults } from './history.js';
import type { Limits } from './limits.js';
import type { Models } from './models.js';
import type { PeopleSeen } from './people-seen.js';
import { type CurvePlace, type Places, readBy } from './places.js';
import type { Typical } from './typical.js';

/** What every finding is made of: the plan with its parts, somebody at target, past results and people where there are any. */
export interface Linting {
  readonly plan: Plan;
  readonly limits: Limits;
  readonly places: Places;
  readonly typical: Typical;
  readonly history: PastResults | undefined;
  readonly people: PeopleSeen | undefined;
  readonly models: Models;
}

/** Between what the value lies that a curve reads. */
export function readsOf({ outlines }: CurvePlace, { typical }: Linting): Range {
  const { operand } = readBy(outlines[0] as CurvePlace['outlines'][number]);
  return typical.bounds.reach(operand, 'segment', 0);
}
