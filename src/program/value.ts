import type { Issue } from '../issue/issue.js';
import type { Ratio } from '../num/ratio.js';

/** Why a value could not be had. A fault is itself a value: every operation carries it, an untaken branch drops it. */
export interface Fault {
  readonly fault: readonly Issue[];
}

/** The value of a step on a row: a number, a category, a condition, or a fault. */
export type Value = Ratio | string | boolean | Fault;

/** True for a fault. */
export function isFault(value: Value): value is Fault {
  return typeof value === 'object' && (value as Partial<Fault>).fault !== undefined;
}

/** One fault of several: all causes are named, not only the first. */
export function mergeFaults(faults: readonly Fault[]): Fault {
  return { fault: [...new Set(faults.flatMap((one) => one.fault))] };
}
