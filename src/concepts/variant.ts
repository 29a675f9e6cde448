import type { ExceptionNode } from '../plan/formula.js';
import type { Treatment } from './leaver.js';

/**
 * What of the plan differs for a person: a leaver paid at target, an exception. A plan is lowered once for
 * everybody, and once more for each variant that occurs, so that nobody carries the steps of rules that are
 * not about them.
 */
export interface Variant {
  readonly results: Treatment['results'];
  readonly exceptions: readonly ExceptionNode['exception'][];
}

/** The plan as it is for everybody. */
export const STANDARD: Variant = { results: 'actual', exceptions: [] };
