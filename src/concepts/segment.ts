import type { PayException } from '../data/exceptions.js';
import type { Assignment } from '../data/people.js';
import { isNumber } from '../num/literal.js';
import type { Ratio } from '../num/ratio.js';
import { addDays, type Day, daysBetween, earlier, later } from '../time/day.js';
import type { Period } from '../time/period.js';
import type { PartialDays } from './leave.js';
import type { ReadCell } from './population.js';

/** A stretch of eligible days in which nothing changes for a person. */
export interface Segment {
  readonly assignment: Assignment;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** The share of the person's time, where several assignments run at once. */
  readonly time?: Ratio;
  /** Leave on these days, and the share of them that counts. */
  readonly leave?: { readonly type: string; readonly counts: Ratio };
  /** Exceptions that give these days a target of their own. */
  readonly exceptions?: readonly PayException[];
}

/** The days of assignments among those that count, in order. */
export function segmentsOf(assignments: readonly Assignment[], counted: Period, read: ReadCell): Segment[] {
  const segments: Segment[] = [];
  for (const assignment of assignments) {
    const { from, to } = assignment;
    const first = from === undefined ? counted.start : later(from, counted.start);
    const last = to === undefined ? counted.end : earlier(to, counted.end);
    const days = daysBetween(first, last);
    if (days === 0) continue;
    const segment = { assignment, from: first, to: last, days };
    const time = timeIn(assignment, read);
    segments.push(time === undefined ? segment : { ...segment, time });
  }
  return segments;
}

/**
 * The segments of the last day employed count on until a day, for leavers who are paid for all days. Who had moved
 * to another plan, out of the population or out of every assignment before leaving is paid for the days served.
 */
export function lastingUntil(segments: readonly Segment[], last: Day, end: Day): readonly Segment[] {
  return segments.map((segment) => (segment.to === last ? part(segment, segment.from, end) : segment));
}

/** The part of the person's time in an assignment; undefined where it has all of it. */
export function timeIn({ share }: Assignment, read: ReadCell): Ratio | undefined {
  const number = share === undefined ? undefined : read(share);
  return number !== undefined && isNumber(number) ? number.value : undefined;
}

/** Cuts segments where leave that counts in part begins and ends. */
export function cutByLeave(segments: readonly Segment[], leaves: readonly PartialDays[]): readonly Segment[] {
  return leaves.reduce<readonly Segment[]>(
    (cut, { from, to, type, counts }) =>
      cutBy(cut, from, to, (segment) => ({ ...segment, leave: { type, counts } })),
    segments,
  );
}

/** Cuts segments where exceptions to target begin and end. */
export function cutByExceptions(
  segments: readonly Segment[],
  exceptions: readonly PayException[],
): readonly Segment[] {
  const own = exceptions.filter(({ kind }) => kind === 'targetPercent' || kind === 'targetAmount');
  return own.reduce<readonly Segment[]>(
    (cut, one) =>
      cutBy(cut, one.from, one.until, (segment) => ({
        ...segment,
        exceptions: [...(segment.exceptions ?? []), one],
      })),
    segments,
  );
}

/** Segments cut at the ends of a stretch of days, and changed on those days; open ends reach as far as the segments. */
function cutBy(
  segments: readonly Segment[],
  from: Day | undefined,
  to: Day | undefined,
  change: (segment: Segment) => Segment,
): Segment[] {
  return segments.flatMap((segment) => {
    const first = from === undefined ? segment.from : later(from, segment.from);
    const last = to === undefined ? segment.to : earlier(to, segment.to);
    if (first > last) return [segment];
    const parts = [
      part(segment, segment.from, addDays(first, -1)),
      change(part(segment, first, last)),
      part(segment, addDays(last, 1), segment.to),
    ];
    return parts.filter(({ days }) => days > 0);
  });
}

function part(segment: Segment, from: Day, to: Day): Segment {
  return { ...segment, from, to, days: daysBetween(from, to) };
}
