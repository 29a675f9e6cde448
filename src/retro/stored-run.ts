import type { Plan } from '../concepts/parse-plan.js';
import type { PlanDocument } from '../plan/document.js';
import type { Data } from '../run/calculate.js';
import { onlyPeople } from '../run/only.js';
import type { Run } from '../run/run.js';
import { type Fingerprints, fingerprintsOf } from './fingerprints.js';
import { RELEASE } from './release.js';

/** Everything a run was calculated on. */
export interface RunInputs extends Data {
  readonly plans: readonly PlanDocument[];
}

/** A run with everything it was calculated on: plain JSON data, to be kept as long as somebody may ask. */
export interface StoredRun extends Run {
  /** The release of this library that made it; absent in runs older than fingerprints. */
  readonly release?: string;
  /** What its inputs and result were when it was stored; absent in older runs. */
  readonly fingerprints?: Fingerprints;
  readonly inputs: RunInputs;
}

/** A run that was stored with its fingerprints. */
export type FingerprintedRun = StoredRun & Required<Pick<StoredRun, 'release' | 'fingerprints'>>;

/**
 * A run with its inputs, to be written to a file and read with `readStoredRun` when something proves wrong later.
 * Of a run limited to some people only their rows are kept. `paid` are the final runs of which only the
 * differences are paid: the stored run then knows that it comes after them. It says which release made it, and has the
 * fingerprints of its inputs and its result: `verify` finds by them what was changed later.
 *
 * @example  storeRun(calculate([plan], data, { asOf, status: 'final' }), { plans: [plan], ...data })
 */
export function storeRun(
  run: Run,
  { plans, ...data }: Data & { readonly plans: readonly Plan[] },
  paid: readonly StoredRun[] = [],
): FingerprintedRun {
  const { people, actuals, leave, earnings, exceptions, decisions, rates } =
    run.only === undefined ? data : onlyPeople(data, run.only);
  const inputs = {
    plans: plans.map(({ document }) => document),
    people,
    actuals,
    ...(leave && { leave }),
    ...(earnings && { earnings }),
    ...(exceptions && { exceptions }),
    ...(decisions && { decisions }),
    ...(rates && { rates }),
  };
  const result: Run = { ...run, ...(paid.length > 0 && { after: paid.length }) };
  const fingerprints = fingerprintsOf(result, inputs, RELEASE);
  const stored: FingerprintedRun = { ...result, release: RELEASE, fingerprints, inputs };
  // A copy keeps its type: only numbers that JSON does not have become text.
  return plain(stored) as FingerprintedRun;
}

/** A copy that a file gives back as it is: what is undefined is left out, and NaN becomes text, which no number is. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (inner !== undefined) setOwn(copy, key, plain(inner));
  }
  return copy;
}

/** Sets an own property, also of a column called __proto__, which an assignment would not make. */
function setOwn(copy: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
  else copy[key] = value;
}
