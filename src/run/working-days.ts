import { numberOf } from '../concepts/concept.js';
import { isInPlan } from '../concepts/eligibility.js';
import type { ReadCell } from '../concepts/population.js';
import type { Segment } from '../concepts/segment.js';
import { cellIssue } from '../data/cells.js';
import type { Assignment, Person } from '../data/people.js';
import { missingField } from '../data/people-issues.js';
import { type Issue, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { add, divide, multiply, type Ratio, ZERO } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { CalendarDocument, WorkingDays } from '../plan/people-rules.js';
import { addDays, type Day } from '../time/day.js';
import type { Period } from '../time/period.js';
import { type WorkCalendar, workIn } from '../time/work-calendar.js';
import type { Words } from '../words/words.js';
import { type InForce, inForceOn, nearestOf, timeOf } from './in-force.js';
import type { CountDays, Counting, Share } from './shares.js';

/**
 * Shares by working days: of one calendar for all, or of the calendar in force each day, which a column of people
 * names; of several assignments at once each calendar counts for its share of the time.
 *
 * Formula:  weights of the segment's days ÷ weights of all days of the period
 * Issues:   people.field.missing, run.calendar.unknown
 * Source:   schedules of a month, twelve days by the last one and sixteen by both (FEATURES EX17)
 */
export function workingDayShares(
  { workingDays }: WorkingDays,
  document: PlanDocument,
  { read, words }: Counting,
): CountDays {
  const calendars = Object.entries(document.calendars ?? {});
  const known = new Map(calendars.map(([name, calendar]) => [name, weightsOf(calendar)]));
  if (typeof workingDays === 'string') {
    const calendar = known.get(workingDays) as WorkCalendar;
    const all = workIn(calendar, document.period);
    return ({ segments }) =>
      segments.map((segment) => shareOf(workIn(calendar, daysOf(segment)), all, words));
  }
  const field = workingDays.person;
  const calendarOf = ({ fields }: Assignment) =>
    known.get(Object.hasOwn(fields, field) ? String(fields[field]) : '');
  return ({ segments, person }) => {
    const nameless = segments.find(({ assignment }) => calendarOf(assignment) === undefined);
    if (nameless) {
      const fault = { fault: [noCalendar(nameless.assignment, field, [...known.keys()], person.id)] };
      return segments.map(() => ({ value: fault, text: '' }));
    }
    const all = workInForce(person, { document, read, calendarOf });
    if (!('n' in all)) {
      const fault = { fault: [noCalendar(all, field, [...known.keys()], person.id)] };
      return segments.map(() => ({ value: fault, text: '' }));
    }
    return segments.map((segment) =>
      shareOf(workIn(calendarOf(segment.assignment) as WorkCalendar, daysOf(segment)), all, words),
    );
  };
}

function weightsOf({ week, days = {} }: CalendarDocument): WorkCalendar {
  return {
    week: week.map(numberOf),
    days: new Map(Object.entries(days).map(([day, weight]) => [day, numberOf(weight)])),
  };
}

function daysOf({ from, to }: Segment): Period {
  return { start: from, end: to };
}

function shareOf(worked: Ratio, all: Ratio, { shares, number }: Words): Share {
  const text = shares.workingDays(number(toExactText(worked)), number(toExactText(all)));
  return { value: all.n === 0n ? ZERO : divide(worked, all), text };
}

interface Schedules {
  readonly document: PlanDocument;
  readonly read: ReadCell;
  calendarOf(assignment: Assignment): WorkCalendar | undefined;
}

/**
 * Working days of the whole period, each stretch of days by the calendars in force on it; or the assignment of the
 * plan whose calendar is not known. Rows of other plans without a known calendar give way to the nearest of the plan.
 */
function workInForce(person: Person, schedules: Schedules): Ratio | Assignment {
  const { document, calendarOf } = schedules;
  const { start, end } = document.period;
  const starts = changesOf(person, start, end);
  let sum = ZERO;
  for (const [index, day] of starts.entries()) {
    const days = { start: day, end: addDays(starts[index + 1] ?? addDays(end, 1), -1) };
    const some = schedulesOn(person, day, schedules);
    const unknown = some.find(({ assignment }) => calendarOf(assignment) === undefined);
    if (unknown) return unknown.assignment;
    const work = ({ assignment, time }: InForce) =>
      multiply(time, workIn(calendarOf(assignment) as WorkCalendar, days));
    sum = add(sum, divide(some.map(work).reduce(add), timeOf(some)));
  }
  return sum;
}

function schedulesOn(
  person: Person,
  day: Day,
  { document, read, calendarOf }: Schedules,
): readonly InForce[] {
  const some = inForceOn(person, document, { day, read });
  const isKnown = some.every(({ assignment }) => calendarOf(assignment) || isInPlan(assignment, document));
  if (isKnown) return some;
  return nearestOf(
    person.assignments.filter((one) => isInPlan(one, document)),
    { day, read },
  );
}

/** The first day of the period, and the days in it on which an assignment begins or has just ended. */
function changesOf({ assignments }: Person, start: Day, end: Day): Day[] {
  const days = assignments.flatMap(({ from, to }) => [from, to === undefined ? undefined : addDays(to, 1)]);
  const within = days.filter((day): day is Day => day !== undefined && day > start && day <= end);
  return [...new Set([start, ...within])].toSorted();
}

function noCalendar({ fields, at }: Assignment, field: string, known: readonly string[], id: string): Issue {
  if (!Object.hasOwn(fields, field)) return missingField(id, at, field, 'its working days count');
  return cellIssue(at, field, {
    code: 'run.calendar.unknown',
    message: `The plan has no calendar ${quote(String(fields[field]))} (person ${quote(id)})`,
    expected: `one of ${known.join(', ')}`,
    hint: 'Correct the cell, or add the calendar to the plan; the person is withheld until then',
  });
}
