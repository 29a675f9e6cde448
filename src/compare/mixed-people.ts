import type { People, Person } from '../data/people.js';
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

/** More sets of columns than this are not kept: each holds everybody. */
const MOST_KEPT = 8;

/**
 * The people of a group with columns of both runs. What is no player goes with the employment, and stays as before where
 * that did not move: nobody reads it, and it must fit together. Files of two decimal signs cannot be mixed: there all
 * columns are one player, and people are taken whole.
 */
export function mixedPeople(
  { before, now }: Both<People>,
  players: readonly Player[],
): (isNow: IsNow) => readonly Person[] {
  const rows = players.filter(isRow);
  const later = new Map(now.people.map((person) => [person.id, person]));
  const known = new Map<string, readonly Person[]>();
  return (isNow) => {
    const taken = rows.filter(isNow);
    const isCoverageNow = taken.some(({ input }) => input.kind === 'employment');
    const isWhole = isCoverageNow || before.decimal !== now.decimal;
    if (taken.length === 0) return before.people;
    if (taken.length === rows.length && isWhole) return now.people;
    const key = taken.map(({ id }) => id).join('\n');
    const found = known.get(key) ?? mixed(before.people, later, { rows, taken, isCoverageNow });
    if (known.size < MOST_KEPT) known.set(key, found);
    return found;
  };
}

/** The players of the rows, and those of them that are as now. */
interface Mix {
  readonly rows: readonly Player[];
  readonly taken: readonly Player[];
  readonly isCoverageNow: boolean;
}

function mixed(
  before: readonly Person[],
  later: ReadonlyMap<string, Person>,
  { rows, taken, isCoverageNow }: Mix,
): Person[] {
  const columns = new Map(rows.map((one) => [one.input.name, taken.includes(one)]));
  const isColumnNow = (column: string) => columns.get(movedColumn(column)) ?? isCoverageNow;
  return before.map((person) =>
    mixedPerson({ before: person, now: later.get(person.id) ?? person }, { isCoverageNow, isColumnNow }),
  );
}
