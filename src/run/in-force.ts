import { isInPlan } from '../concepts/eligibility.js';
import type { ReadCell } from '../concepts/population.js';
import { timeIn } from '../concepts/segment.js';
import type { Assignment, Person } from '../data/people.js';
import { add, ONE, type Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Day } from '../time/day.js';

/** An assignment in force, and the part of the person's time in it. */
export interface InForce {
  readonly assignment: Assignment;
  readonly time: Ratio;
}

/**
 * The assignments in force on a day: those of the plan; where it has none that day those of other plans; and on
 * days without any, such as before the hire, those of the last day before, or else of the first after.
 */
export function inForceOn(
  person: Person,
  document: PlanDocument,
  { day, read }: { readonly day: Day; readonly read: ReadCell },
): readonly InForce[] {
  const own = person.assignments.filter((one) => isInPlan(one, document));
  if (covering(own, day).length > 0) return nearestOf(own, { day, read });
  const others = covering(person.assignments, day);
  return nearestOf(others.length > 0 ? others : own, { day, read });
}

/** The assignments of a day, or of the nearest day for who had none then; the day before rather than the day after. */
export function nearestOf(
  assignments: readonly Assignment[],
  { day, read }: { readonly day: Day; readonly read: ReadCell },
): readonly InForce[] {
  const today = covering(assignments, day);
  const some = today.length > 0 ? today : covering(assignments, nearest(assignments, day));
  return some.map((assignment) => ({ assignment, time: timeIn(assignment, read) ?? ONE }));
}

/** Later than every day. */
const OPEN = '9999-12-31';

function covering(assignments: readonly Assignment[], day: Day): readonly Assignment[] {
  return assignments.filter(({ from = '', to = OPEN }) => from <= day && day <= to);
}

function nearest(assignments: readonly Assignment[], day: Day): Day {
  const ends = assignments.map(({ to = OPEN }) => to).filter((to) => to < day);
  const begins = assignments.map(({ from = '' }) => from);
  return (ends.length > 0 ? ends.toSorted().at(-1) : begins.toSorted()[0]) ?? day;
}

/** All of the time of some assignments. */
export function timeOf(some: readonly InForce[]): Ratio {
  return some.map(({ time }) => time).reduce(add);
}
