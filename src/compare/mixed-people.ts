import type { Person } from '../data/people.js';
import { salaryColumns } from '../data/person-row.js';
import type { Both } from './comparison.js';
import { mixedPerson } from './mixed-person.js';
import { isRow, type Player } from './player.js';
import type { IsNow } from './world.js';

/** A salary means nothing without what it is paid for. */
const SALARY: ReadonlySet<string> = new Set([
  'salary',
  ...salaryColumns.filter((name) => name !== 'hoursShare'),
]);

/** The name under which a column moves: those of the salary move together. */
export function movedColumn(column: string): string {
  return SALARY.has(column) ? 'salary' : column;
}

/** The people of a group with columns of both runs: whole as before or now, or mixed where some columns are as now. */
export function mixedPeople(
  { before, now }: Both<readonly Person[]>,
  players: readonly Player[],
): (isNow: IsNow) => readonly Person[] {
  const rows = players.filter(isRow);
  const later = new Map(now.map((person) => [person.id, person]));
  return (isNow) => {
    const taken = rows.filter(isNow);
    if (taken.length === 0) return before;
    if (taken.length === rows.length) return now;
    const columns = new Map(
      rows.flatMap((one) => (one.input.name === undefined ? [] : [[one.input.name, isNow(one)]])),
    );
    const isCoverageNow = taken.some(({ input }) => input.kind === 'employment');
    // A column that is no player differs, if at all, on days that only one side counts.
    const isColumnNow = (column: string) => columns.get(movedColumn(column)) ?? isCoverageNow;
    return before.map((person) =>
      mixedPerson({ before: person, now: later.get(person.id) ?? person }, { isCoverageNow, isColumnNow }),
    );
  };
}
