import type { Segment } from '../concepts/segment.js';
import { missingField } from '../data/people-issues.js';
import { issue } from '../issue/issue.js';
import type { Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Step } from '../program/step.js';
import type { Fault } from '../program/value.js';
import { columnMissing, type Participant } from './bind-people.js';

/** People and their segments by number, and the group each segment belongs to. */
export interface Layout {
  readonly segments: readonly Segment[];
  participantOf(person: number): Participant;
  personOf(segment: number): number;
  firstSegment(person: number): number;
  endSegment(person: number): number;
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
export function layOut(program: Program, participants: readonly Participant[]): Layout {
  const segments = participants.flatMap(({ segments: own }) => own);
  const owners = participants.flatMap(({ segments: own }, person) => own.map(() => person));
  const starts = startsOf(participants);
  const axes = new Map(
    groupsRead(program.steps).map((level) => [level, axisOf(level, segments, owners, participants)]),
  );
  const endSegment = (person: number) => starts[person + 1] as number;
  const firstSegment = (person: number) => starts[person] as number;
  return {
    segments,
    participantOf: (person) => participants[person] as Participant,
    personOf: (segment) => owners[segment] as number,
    firstSegment,
    endSegment,
    groupOf: (scope, segment) => axes.get(scope)?.rowOfSegment[segment] as number,
    groupAt: (scope, row) =>
      scope === 'person' ? participants[row]?.person.id : axes.get(scope)?.groups[row],
  };
}

function startsOf(participants: readonly Participant[]): number[] {
  const starts = [0];
  for (const { segments } of participants) starts.push((starts.at(-1) as number) + segments.length);
  return starts;
}

/** The groupings in which a program has values, compares people, or shares a pool out. */
export function groupsRead(steps: Program['steps']): Scope[] {
  const among = steps.flatMap(groupsOfStep);
  const levels = new Set([...steps.map(({ scope }) => scope), ...among]);
  return [...levels].filter((level) => !['company', 'person', 'segment'].includes(level));
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
  return { fault: [missingField(person.id, at, level, `the plan measures a metric per ${level}`)] };
}

function groupsOfStep(step: Step): readonly Scope[] {
  if (step.op === 'allot') return step.pool.levels.map(({ to }) => to);
  return step.op === 'across' && typeof step.crossing.among === 'string' ? [step.crossing.among] : [];
}
