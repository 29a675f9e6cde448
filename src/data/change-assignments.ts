import type { Issue } from '../issue/issue.js';
import { addDays, type Day } from '../time/day.js';
import { contrary, ended, noFrom, outside, several } from './changes-issues.js';
import type { Assignment, Employment, Person } from './people.js';
import type { PersonRecord } from './records.js';

/** A row of changes: what it says of the employment, and of the assignment from its day on. */
export interface Change extends PersonRecord, Employment {
  readonly assignment: Assignment;
}

/** Assignments after changes, and what was found. */
interface Changed {
  readonly assignments: readonly Assignment[];
  readonly faults: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** What an assignment says in each column but its days, as text. */
export function valuesOf({ fields, currency, plans, share }: Assignment): Map<string, string> {
  const values = new Map(Object.entries(fields).map(([column, value]) => [column, String(value)]));
  if (currency !== undefined) values.set('currency', currency);
  if (plans !== undefined) values.set('plans', plans.join(' '));
  if (share !== undefined) values.set('share', String(share));
  return values;
}

/**
 * Cuts the assignment in force on the day of each change and copies it with the changed columns.
 *
 * Issues:   changes.from.missing, changes.from.outside, changes.from.several, changes.row.differ, changes.row.later
 */
export function changeAssignments(person: Person, changes: readonly Change[]): Changed {
  const dated = changes.filter(({ assignment }) => valuesOf(assignment).size > 0).toSorted(byDay);
  const faults: Issue[] = contradictions(dated);
  let { assignments } = person;
  for (const change of dated) {
    const after = cut(person, assignments, change);
    if (Array.isArray(after)) assignments = after;
    else faults.push(after);
  }
  return { assignments, faults, warnings: dated.flatMap((change) => endsOf(person, change, dated)) };
}

function byDay({ assignment: { from: a = '' } }: Change, { assignment: { from: b = '' } }: Change): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two values of one column from one day on. */
function contradictions(dated: readonly Change[]): Issue[] {
  const known = new Map<string, { readonly value: string; readonly change: Change }>();
  const found: Issue[] = [];
  for (const change of dated) {
    for (const [column, value] of valuesOf(change.assignment)) {
      const key = JSON.stringify([change.assignment.from, column]);
      const before = known.get(key);
      if (before && before.value !== value) found.push(contrary([before.change, change], column));
      known.set(key, { value, change });
    }
  }
  return found;
}

/** The assignments with this change; or why it cannot be made. */
function cut(person: Person, assignments: readonly Assignment[], change: Change): Assignment[] | Issue {
  const { assignment, at } = change;
  const { hired = '', left = '~' } = person;
  const day = assignment.from ?? hired;
  const inForce = assignments.filter(({ from = '', to = '~' }) => from <= day && day <= to);
  const [current] = inForce;
  const isSame = inForce.length === 1 && current !== undefined && states(current, assignment);
  if (assignment.from === undefined && !isSame) return noFrom(change);
  if (current === undefined || day < hired || day > left) return outside(change, day);
  if (inForce.length > 1) return several(change, day);
  if (isSame) return [...assignments];
  const fields = { ...current.fields, ...assignment.fields };
  const { to: _, ...columns } = assignment;
  const changed: Assignment = { ...current, ...columns, from: day, fields, at };
  const before = current.from === day ? [] : [{ ...current, to: addDays(day, -1) }];
  return assignments.flatMap((one) => (one === current ? [...before, changed] : [one]));
}

/** True when an assignment says already what a change says. */
function states(current: Assignment, change: Assignment): boolean {
  const values = valuesOf(current);
  return [...valuesOf(change)].every(([column, value]) => values.get(column) === value);
}

/** Later rows of the people that say otherwise, where no later change of the column comes first. */
function endsOf({ assignments }: Person, change: Change, dated: readonly Change[]): Issue[] {
  const { from } = change.assignment;
  if (from === undefined) return [];
  return [...valuesOf(change.assignment)].flatMap(([column, value]) => {
    const next = dated.find(
      (one) => (one.assignment.from ?? '') > from && valuesOf(one.assignment).has(column),
    );
    const limit: Day = next?.assignment.from ?? '~';
    const row = assignments.find(
      (one) =>
        one.from !== undefined && one.from > from && one.from < limit && valuesOf(one).get(column) !== value,
    );
    return row?.from === undefined ? [] : [ended(change, column, row.from)];
  });
}
