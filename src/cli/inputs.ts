import type { Plan } from '../concepts/parse-plan.js';
import type { Issue } from '../issue/issue.js';
import type { StoredRun } from '../retro/index.js';
import type { Data } from '../run/calculate.js';
import type { Run } from '../run/run.js';
import type { CalculateCommand } from './calculate-options.js';
import { type Loaded, loadData, loadPlan } from './load.js';
import { loadPaid, loadPrevious } from './load-runs.js';

/** Everything a calculation is made on, as read. */
export interface Inputs {
  readonly plans: readonly Plan[];
  readonly data: Data;
  /** The final runs that are followed. */
  readonly paid: readonly StoredRun[];
  readonly previous?: Run;
  /** What was found in the files of people, actuals and the like. */
  readonly issues: readonly Issue[];
}

/** Reads all files; when one cannot be used nothing is calculated, and all problems are told. */
export async function loadInputs(
  planPaths: readonly string[],
  options: CalculateCommand,
): Promise<Loaded<Inputs>> {
  const plans = await Promise.all(planPaths.map(loadPlan));
  const data = await loadData(options);
  const paid = await loadPaid(options.follows ?? []);
  const previous = options.previous === undefined ? undefined : await loadPrevious(options.previous);
  const issues = [...plans, data, paid, ...(previous ? [previous] : [])].flatMap((one) => one.issues);
  const read = plans.flatMap((one) => (one.loaded ? [one.loaded] : []));
  const isPreviousRead = previous === undefined || previous.loaded !== undefined;
  if (read.length < plans.length || !data.loaded || !paid.loaded || !isPreviousRead) return { issues };
  const inputs = { plans: read, data: data.loaded, paid: paid.loaded, issues: data.issues };
  return { loaded: { ...inputs, ...(previous?.loaded && { previous: previous.loaded }) }, issues };
}
