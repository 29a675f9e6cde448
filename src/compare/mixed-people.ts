import type { Person } from '../data/people.js';
import { salaryColumns } from '../data/person-row.js';
import type { Both } from './comparison.js';
import { mixedPerson } from './mixed-person.js';
import { isRow, leaderOf, type Player } from './player.js';
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
 * The people of a group with columns of both runs. What is no player moves with the leader of the players, so that
 * people are whole where all players are of one run. Files of two decimal signs cannot be mixed: there all columns are
 * one player.
 */
export function mixedPeople(
  { before, now }: Both<readonly Person[]>,
  players: readonly Player[],
): (isNow: IsNow) => readonly Person[] {
  const rows = players.filter(isRow);
  const leader = leaderOf(players);
  const later = new Map(now.map((person) => [person.id, person]));
  const known = new Map<string, readonly Person[]>();
  return (isNow) => {
    const isLeaderNow = leader !== undefined && isNow(leader);
    const taken = rows.filter(isNow);
    if (taken.length === rows.length && isLeaderNow) return now;
    if (taken.length === 0 && !isLeaderNow) return before;
    const key = [isLeaderNow, ...taken.map(({ id }) => id)].join('\n');
    const found = known.get(key) ?? mixed(before, later, { rows, taken, isLeaderNow });
    if (known.size < MOST_KEPT) known.set(key, found);
    return found;
  };
}

/** The players of the rows, and those of them that are as now. */
interface Mix {
  readonly rows: readonly Player[];
  readonly taken: readonly Player[];
  readonly isLeaderNow: boolean;
}

function mixed(
  before: readonly Person[],
  later: ReadonlyMap<string, Person>,
  { rows, taken, isLeaderNow }: Mix,
): Person[] {
  const columns = new Map(rows.map((one) => [one.input.name, taken.includes(one)]));
  const isColumnNow = (column: string) => columns.get(movedColumn(column)) ?? isLeaderNow;
  return before.map((person) =>
    mixedPerson(
      { before: person, now: later.get(person.id) ?? person },
      { isCoverageNow: isLeaderNow, isColumnNow },
    ),
  );
}
