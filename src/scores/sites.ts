import type { Person } from '../data/people.js';
import type { Rows } from '../exact/rows.js';
import { issue, quote } from '../issue/issue.js';
import type { Scope } from '../program/scope.js';
import type { Fault } from '../program/value.js';
import type { BoundActuals } from '../run/bind-actuals.js';
import type { Period } from '../time/period.js';

/** A place where scores are read: the name of the group at each level, as far as it is known. */
export interface Site {
  readonly groups: Readonly<Record<string, string>>;
}

/** The groups of each level that people belong to, and which of them meet. */
export interface KnownGroups {
  /** Whether a level has a group of this name. */
  has(level: string, group: string): boolean;
  /** Every group of a level. */
  all(level: string): readonly string[];
  /** The groups of other levels that people of a group belong to, as they meet. */
  meeting(
    level: string,
    group: string,
    others: readonly string[],
  ): readonly Readonly<Record<string, string>>[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The groups of everybody in the days of a period. */
export function groupsOfPeople(people: readonly Person[], { start, end }: Period): KnownGroups {
  const known = new Map<string, ReadonlyMap<string, ReadonlySet<Fields>>>();
  const groupsAt = (level: string) => {
    const found = known.get(level) ?? collect(people, level, { start, end });
    known.set(level, found);
    return found;
  };
  return {
    has: (level, group) => groupsAt(level).has(group),
    all: (level) => [...groupsAt(level).keys()],
    meeting(level, group, others) {
      const met = [...(groupsAt(level).get(group) ?? [])].map((fields) =>
        Object.fromEntries(
          others.flatMap((other) => (Object.hasOwn(fields, other) ? [[other, String(fields[other])]] : [])),
        ),
      );
      return [...new Map(met.map((one) => [JSON.stringify(one), one])).values()];
    },
  };
}

function collect(people: readonly Person[], level: string, period: Period): Map<string, Set<Fields>> {
  const groups = new Map<string, Set<Fields>>();
  for (const { id, assignments, hired, left } of people)
    for (const { from, to, fields } of assignments) {
      const begins = [from, hired].filter((day) => day !== undefined);
      const ends = [to, left].filter((day) => day !== undefined);
      if (begins.some((day) => day > period.end) || ends.some((day) => day < period.start)) continue;
      const name = level === 'person' ? id : Object.hasOwn(fields, level) ? String(fields[level]) : '';
      if (name === '') continue;
      const met = groups.get(name) ?? new Set();
      groups.set(name, met.add(fields));
    }
  return groups;
}

/** The rows of a program over such places: each is one row of every level. */
export function siteRows(
  sites: readonly Site[],
  actuals: BoundActuals,
): Rows & {
  labelOf(scope: Scope, row: number): string | undefined;
} {
  const labelOf = (scope: Scope, row: number) => {
    const { groups } = sites[row] as Site;
    return Object.hasOwn(groups, scope) ? groups[scope] : undefined;
  };
  return {
    labelOf,
    read(input, scope, row) {
      if (input.from !== 'metric') throw new TypeError('A score reads metrics alone.');
      const group = labelOf(scope, row);
      if (scope !== 'company' && group === undefined) return notKnown(scope, sites[row] as Site);
      return actuals.value(input.metric, group, input);
    },
    whereOf: (input, scope, row) =>
      input.from === 'metric' ? actuals.placeOf(input.metric, labelOf(scope, row)) : { whose: '' },
    groupOf: (_scope, row) => row,
    personOf: (row) => row,
    firstSegment: (row) => row,
    endSegment: (row) => row + 1,
    lastSegment: (row) => row,
    nameOf: (scope, row) => labelOf(scope, row) ?? '',
    across: () => [],
    everybody: () => ({ people: [], faults: [] }),
    has: () => false,
    idOf: () => '',
  };
}

/** Which wider group one belongs to is told by people. */
function notKnown(level: Scope, { groups }: Site): Fault {
  const [own] = Object.values(groups);
  return {
    fault: [
      issue({
        code: 'scores.level.unknown',
        path: [level],
        message: `The ${level} of ${own === undefined ? 'the company' : quote(own)} is not known, and its score is drawn toward it`,
        expected: `people with the columns of both levels`,
        hint: 'Give the people, whose columns say which groups belong together',
      }),
    ],
  };
}
