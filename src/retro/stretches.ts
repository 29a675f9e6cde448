import type { Assignment } from '../data/people.js';
import { addDays, type Day, earlier, later } from '../time/day.js';
import type { Side } from './side.js';

/** What a side has on some days. */
export interface Covered {
  /** Assignments of which the days count. */
  readonly counted: readonly Assignment[];
  /** All assignments of the person on these days, in whatever plan. */
  readonly rows: readonly Assignment[];
  readonly isEmployed: boolean;
}

/** Days on which nothing changes on either side. */
export interface Stretch {
  readonly from: Day;
  readonly before: Covered;
  readonly now: Covered;
}

/** A stretch of days with an assignment on it. */
interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly assignment: Assignment;
}

/** The period of the plan, cut where something begins or ends for the person on either side. */
export function stretchesOf(before: Side, now: Side): Stretch[] {
  const { start, end } = now.plan.document.period;
  const sides = [before, now].map((side) => spansOf(side, start, end));
  const days = new Set([start]);
  for (const { from, to } of sides.flatMap(({ counted, rows, employed }) => [
    ...counted,
    ...rows,
    ...employed,
  ]))
    for (const day of [from, addDays(to, 1)]) if (day >= start && day <= end) days.add(day);
  const [left, right] = sides as [Spans, Spans];
  return [...days]
    .toSorted()
    .map((from) => ({ from, before: coveredOn(from, left), now: coveredOn(from, right) }));
}

interface Spans {
  readonly counted: readonly Span[];
  readonly rows: readonly Span[];
  readonly employed: readonly Pick<Span, 'from' | 'to'>[];
}

function spansOf({ segments, person }: Side, start: Day, end: Day): Spans {
  const { hired = start, left = end, assignments } = person;
  const rows = assignments.map((assignment) => ({
    assignment,
    from: later(assignment.from ?? start, start),
    to: earlier(assignment.to ?? end, end),
  }));
  const employed = { from: later(hired, start), to: earlier(left, end) };
  return {
    counted: segments,
    rows: rows.filter(({ from, to }) => from <= to),
    employed: employed.from <= employed.to ? [employed] : [],
  };
}

function coveredOn(day: Day, { counted, rows, employed }: Spans): Covered {
  const isOn = ({ from, to }: Pick<Span, 'from' | 'to'>) => from <= day && day <= to;
  return {
    counted: counted.filter(isOn).map(({ assignment }) => assignment),
    rows: rows.filter(isOn).map(({ assignment }) => assignment),
    isEmployed: employed.some(isOn),
  };
}
