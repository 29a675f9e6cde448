import type { Plan } from '../concepts/parse-plan.js';
import type { PlanDocument } from '../plan/document.js';
import type { Data } from '../run/calculate.js';
import { onlyPeople } from '../run/only.js';
import type { Run } from '../run/run.js';

/** Everything a run was calculated on. */
export interface RunInputs extends Data {
  readonly plans: readonly PlanDocument[];
}

/** A run with everything it was calculated on: plain JSON data, to be kept as long as somebody may ask. */
export interface StoredRun extends Run {
  readonly inputs: RunInputs;
}

/**
 * A run with its inputs, to be written to a file and read with `readStoredRun` when something proves wrong later.
 * Of a run limited to some people only their rows are kept. `paid` are the final runs of which only the
 * differences are paid: the stored run then knows that it comes after them.
 *
 * @example  storeRun(calculate([plan], data, { asOf, status: 'final' }), { plans: [plan], ...data })
 */
export function storeRun(
  run: Run,
  { plans, ...data }: Data & { readonly plans: readonly Plan[] },
  paid: readonly StoredRun[] = [],
): StoredRun {
  const { people, actuals, leave, earnings, exceptions } =
    run.only === undefined ? data : onlyPeople(data, run.only);
  const inputs = {
    plans: plans.map(({ document }) => document),
    people,
    actuals,
    ...(leave && { leave }),
    ...(earnings && { earnings }),
    ...(exceptions && { exceptions }),
  };
  const stored: StoredRun = { ...run, ...(paid.length > 0 && { after: paid.length }), inputs };
  // A copy keeps its type: only numbers that JSON does not have become text.
  return plain(stored) as StoredRun;
}

/** A copy that a file gives back as it is: what is undefined is left out, and NaN becomes text, which no number is. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  // Entries make own properties, also of a column called __proto__.
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}
