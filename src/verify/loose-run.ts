import type { Path } from '../issue/issue.js';
import { anyText, type Form, listOf, type Misfit, objectWith, oneOf } from '../retro/form.js';
import { day, name } from '../retro/run-form.js';
import { runStatuses } from '../run/run.js';

/** A record of a run, whatever stands in it. */
export type Loose = Readonly<Record<string, unknown>>;

/**
 * A run as far as it must be one to be compared: lists where lists belong, and people and plans by name. What stands
 * beside is compared as it is, so that an amount that is none is told as a difference.
 */
export interface LooseRun extends Loose {
  readonly asOf: string;
  readonly status: (typeof runStatuses)[number];
  readonly plans: readonly Loose[];
  readonly awards: readonly Loose[];
  readonly totals: readonly Loose[];
  readonly reconciliation: Loose & { readonly people: Loose; readonly plans: readonly Loose[] };
  readonly exceptions: readonly Loose[];
  readonly pools?: readonly Loose[];
  readonly only?: readonly string[];
}

const record: Form = objectWith({});

const looseRun: Form = objectWith(
  {
    asOf: day,
    status: oneOf(runStatuses),
    plans: listOf(objectWith({ plan: name })),
    awards: listOf(objectWith({ person: name, plan: name })),
    totals: listOf(record),
    reconciliation: objectWith({ people: record, plans: listOf(record) }),
    exceptions: listOf(record),
  },
  { only: listOf(anyText), pools: listOf(record) },
);

/** What keeps data from being a run at all. */
export function looseMisfits(json: unknown): Misfit[] {
  return misfitsOf(json, looseRun);
}

/** What does not have its form. */
export function misfitsOf(value: unknown, form: Form, path: Path = []): Misfit[] {
  const found: Misfit[] = [];
  form(value, path, found);
  return found;
}

/** The value of a key; undefined where a record has none of its own. */
export function own(record_: Loose, key: string): unknown {
  return Object.hasOwn(record_, key) ? record_[key] : undefined;
}
