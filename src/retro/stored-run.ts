import type { Plan } from '../concepts/parse-plan.js';
import type { Issue } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { Data } from '../run/calculate.js';
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
 * @example  storeRun(calculate([plan], data, { asOf, status: 'final' }), [plan], data)
 */
export function storeRun(
  run: Run,
  plans: readonly Plan[],
  data: Data,
  paid: readonly StoredRun[] = [],
): StoredRun {
  const { people, actuals, leave, earnings, exceptions } = limitedTo(run.only, data);
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

/** The rows of the people a run is limited to; those of others are nobody's business in its file. */
function limitedTo(only: readonly string[] | undefined, data: Data): Data {
  if (only === undefined) return data;
  const wanted = new Set(only);
  const isTheirs = ({ person }: Owned) => wanted.has(person);
  const { people, leave, earnings, exceptions } = data;
  const persons = people.people.map((person) => ({ person: person.id, ...person }));
  return {
    ...data,
    people: {
      ...people,
      people: people.people.filter(({ id }) => wanted.has(id)),
      issues: issuesOf(people.issues, persons, isTheirs),
    },
    ...(leave && {
      leave: {
        leaves: leave.leaves.filter(isTheirs),
        issues: issuesOf(leave.issues, leave.leaves, isTheirs),
      },
    }),
    ...(earnings && {
      earnings: {
        ...earnings,
        earnings: earnings.earnings.filter(isTheirs),
        issues: issuesOf(earnings.issues, earnings.earnings, isTheirs),
      },
    }),
    ...(exceptions && {
      exceptions: {
        ...exceptions,
        exceptions: exceptions.exceptions.filter(isTheirs),
        issues: issuesOf(exceptions.issues, exceptions.exceptions, isTheirs),
      },
    }),
  };
}

/** A row of a person, with what was found in it. */
interface Owned {
  readonly person: string;
  readonly faults: readonly Issue[];
  readonly warnings?: readonly Issue[];
}

/** What was found in a file, without what was found in rows that are left out. */
function issuesOf(
  issues: readonly Issue[],
  rows: readonly Owned[],
  isKept: (row: Owned) => boolean,
): readonly Issue[] {
  const left = rows.filter((row) => !isKept(row));
  const theirs = new Set(left.flatMap(({ faults, warnings = [] }) => [...faults, ...warnings]));
  return issues.filter((one) => !theirs.has(one));
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
