import { expect } from 'vitest';
import type { StoredRun } from '../../src/retro/index.js';
import { type GivenInputs, type Verification, verify } from '../../src/verify/index.js';
import type { Writing } from '../support/base.js';

/** A copy of a run as its file gives it back, to be changed freely. */
export type Edited = Writing & {
  plans: Writing[];
  awards: Writing[];
  totals: Writing[];
  reconciliation: Writing & { people: Writing; plans: Writing[] };
  fingerprints: Writing & { plans: Writing[] };
  inputs: Writing & {
    plans: Writing[];
    people: { people: (Writing & { assignments: { fields: Writing }[] })[] };
    actuals: { actuals: Writing[] };
  };
};

/** Verifies a run after it was written, read, and edited. */
export function verifyEdited(
  stored: StoredRun,
  edit: (run: Edited) => void,
  given?: GivenInputs,
): Verification {
  const run = JSON.parse(JSON.stringify(stored)) as Edited;
  edit(run);
  const made = verify(run, given);
  expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
  return made;
}

/** What was looked at, with what came of it: `awards differs`. */
export function verdictsOf({ checks }: Verification): string[] {
  return checks.map(({ of, verdict, note }) => [of, verdict, note].filter(Boolean).join(' '));
}

/** What differs, each as a line: `award ben daily amount 9000.00 7300.00`. */
export function differencesIn({ differences }: Verification): string[] {
  return differences.flatMap(({ of, kind, person, plan, currency, fields }) => {
    const head = [of, person, plan, currency].filter(Boolean).join(' ');
    if (kind !== 'changed') return [`${head} ${kind}`];
    return fields.map(({ field, stored = '-', derived = '-' }) => `${head} ${field} ${stored} ${derived}`);
  });
}

/** Which inputs, plans or results do not fit their fingerprints. */
export function unfitting({ fingerprints }: Verification): string[] {
  return fingerprints.filter(({ verdict }) => verdict === 'differs').map(({ of }) => of);
}

/** The codes of what was found. */
export function codesIn({ issues }: Verification): string[] {
  return issues.map(({ code }) => code);
}
