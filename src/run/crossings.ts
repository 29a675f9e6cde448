import type { Rows } from '../exact/rows.js';
import type { Issue } from '../issue/issue.js';
import type { Scope } from '../program/scope.js';
import type { Crossing } from '../program/step.js';
import type { Fault, Value } from '../program/value.js';
import type { Layout } from './layout.js';
import type { Resolution } from './resolve.js';

/** What a person has of a crossing, by the variant of the plan that is the person's own. */
export type ReadOf = (person: number, key: string) => Value;

/** What is known of everybody, for those who are compared with others. */
export interface Everybody {
  readonly resolution: Resolution;
  readonly layout: Layout;
  /** People withheld because two plans would pay them. */
  readonly barred: ReadonlyMap<string, Issue>;
  /** The last of a person's segments that counts; undefined where none does. */
  lastCounted(person: number): number | undefined;
  readonly readOf: ReadOf;
}

/**
 * Reads what the people of a group have. A person counts in the group of the last day that counts; who has no such
 * day is no peer. Who is withheld would count, so what needs everybody is faulty until it is known what they have.
 */
export function crossingsOf(everybody: Everybody): Pick<Rows, 'across' | 'everybody' | 'has' | 'idOf'> {
  const { resolution, layout, barred, lastCounted, readOf } = everybody;
  const { participants } = resolution;
  const counted = participants.flatMap((_, person) => (lastCounted(person) === undefined ? [] : [person]));
  const byGroup = new Map<Scope, ReadonlyMap<number, readonly number[]>>();

  function membersOf({ among }: Crossing, row: number): readonly number[] {
    if (among === 'company') return counted;
    if (typeof among === 'object') return counted.filter((person) => hasFields(person, among));
    const known = byGroup.get(among) ?? groupsOf(among);
    byGroup.set(among, known);
    return known.get(row) ?? [];
  }

  function groupsOf(among: Scope): ReadonlyMap<number, readonly number[]> {
    const groups = new Map<number, number[]>();
    for (const person of counted) {
      const row = layout.groupOf(among, lastCounted(person) as number);
      const members = groups.get(row);
      if (members) members.push(person);
      else groups.set(row, [person]);
    }
    return groups;
  }

  function hasFields(person: number, wanted: Readonly<Record<string, string>>): boolean {
    const { fields } = (layout.segments[lastCounted(person) as number] as Layout['segments'][number])
      .assignment;
    return isSame(fields, wanted);
  }

  const idOf = (person: number) => (participants[person] as (typeof participants)[number]).person.id;
  const isFree = (person: number) => !barred.has(idOf(person));

  function across(crossing: Crossing, row: number): readonly Value[] {
    const { among } = crossing;
    const members = membersOf(crossing, row).filter(isFree);
    const group = typeof among === 'string' ? layout.groupAt(among, row) : undefined;
    if (typeof group === 'object') return [group];
    const wanted = typeof among === 'object' ? among : among === 'company' ? {} : { [among]: String(group) };
    return [...members.map((person) => readOf(person, crossing.key)), ...withheldAmong(everybody, wanted)];
  }

  return {
    across,
    has: readOf,
    idOf,
    everybody: () => ({
      people: counted.filter(isFree).toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
      faults: withheldAmong(everybody, {}),
    }),
  };
}

/** Why somebody who could be among them cannot be looked at, of each such person. */
function withheldAmong(
  { resolution, barred }: Everybody,
  wanted: Readonly<Record<string, string>>,
): readonly Fault[] {
  return resolution.people.flatMap((person, index): Fault[] => {
    const resolved = resolution.resolved[index];
    const bar = barred.get(person.id);
    const faults = resolved && 'faults' in resolved ? resolved.faults : [];
    const fault = bar && resolved && 'participant' in resolved ? [bar] : faults;
    const { assignments } = person;
    const couldBe = assignments.length === 0 || assignments.some(({ fields }) => isSame(fields, wanted));
    return fault.length > 0 && couldBe ? [{ fault }] : [];
  });
}

function isSame(
  fields: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => Object.hasOwn(fields, key) && String(fields[key]) === value,
  );
}
