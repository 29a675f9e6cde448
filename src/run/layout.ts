import type { Segment } from '../concepts/eligibility.js';
import { issue, quote } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { Scope } from '../program/scope.js';
import type { Fault } from '../program/value.js';
import type { Day } from '../time/day.js';
import { columnMissing, type Participant } from './bind-people.js';

/** People and their segments by number, and the group each segment belongs to. */
export interface Layout {
  readonly segments: readonly Segment[];
  participantOf(person: number): Participant;
  personOf(segment: number): number;
  firstSegment(person: number): number;
  endSegment(person: number): number;
  /** The first of the segments that weigh something: where nothing is prorated only the last does. */
  firstCounted(person: number): number;
  counted(person: number): readonly number[];
  /** The days of segments. */
  stretches(
    segments: readonly number[],
  ): readonly { readonly from: Day; readonly to: Day; readonly days: number }[];
  groupOf(scope: Scope, segment: number): number;
  /** The name of a group by its row, or why there is none; undefined for the company. */
  groupAt(scope: Scope, row: number): string | Fault | undefined;
}

interface Axis {
  readonly rowOfSegment: readonly number[];
  /** The name of each group; a segment without one has a row of its own that holds the fault. */
  readonly groups: readonly (string | Fault)[];
}

/** Numbers people and segments, and groups the segments along every level the plan measures at. */
export function layOut(document: PlanDocument, participants: readonly Participant[]): Layout {
  const segments = participants.flatMap(({ segments: own }) => own);
  const owners = participants.flatMap(({ segments: own }, person) => own.map(() => person));
  const starts = startsOf(participants);
  const axes = new Map(
    levelsOf(document).map((level) => [level, axisOf(level, segments, owners, participants)]),
  );
  const endSegment = (person: number) => starts[person + 1] as number;
  const firstSegment = (person: number) => starts[person] as number;
  const firstCounted = (person: number) =>
    document.target.prorate === 'none' ? endSegment(person) - 1 : firstSegment(person);
  return {
    segments,
    participantOf: (person) => participants[person] as Participant,
    personOf: (segment) => owners[segment] as number,
    firstSegment,
    endSegment,
    firstCounted,
    counted: (person) =>
      Array.from(
        { length: endSegment(person) - firstCounted(person) },
        (_, index) => firstCounted(person) + index,
      ),
    stretches: (numbers) => numbers.map((number) => daysOf(segments[number] as Segment)),
    groupOf: (scope, segment) => axes.get(scope)?.rowOfSegment[segment] as number,
    groupAt: (scope, row) =>
      scope === 'person' ? participants[row]?.person.id : axes.get(scope)?.groups[row],
  };
}

function daysOf({ from, to, days }: Segment) {
  return { from, to, days };
}

function startsOf(participants: readonly Participant[]): number[] {
  const starts = [0];
  for (const { segments } of participants) starts.push((starts.at(-1) as number) + segments.length);
  return starts;
}

function levelsOf({ metrics }: PlanDocument): string[] {
  const levels = new Set(Object.values(metrics).map((metric) => metric.level));
  return [...levels].filter((level) => level !== 'company' && level !== 'person');
}

function axisOf(
  level: string,
  segments: readonly Segment[],
  owners: readonly number[],
  participants: readonly Participant[],
): Axis {
  const rows = new Map<string, number>();
  const groups: (string | Fault)[] = [];
  const rowOfSegment = segments.map(({ assignment }, index) => {
    const name = Object.hasOwn(assignment.fields, level) ? String(assignment.fields[level]) : '';
    const known = rows.get(name);
    if (known !== undefined) return known;
    if (name !== '') rows.set(name, groups.length);
    groups.push(
      name === ''
        ? noGroup(level, participants[owners[index] as number] as Participant, assignment.at)
        : name,
    );
    return groups.length - 1;
  });
  return { rowOfSegment, groups };
}

function noGroup(level: string, { person, columns }: Participant, at: Participant['person']['at']): Fault {
  if (!columns().has(level)) return { fault: [issue(columnMissing(level, [...columns()], person.at))] };
  return {
    fault: [
      issue({
        code: 'people.field.missing',
        at: { ...at, column: level },
        path: [level],
        message: `${quote(person.id)} has no ${level}, and the plan measures a metric per ${level}`,
        expected: `a value in the column ${level}`,
        hint: 'Write the value; the person is withheld until then',
      }),
    ],
  };
}
