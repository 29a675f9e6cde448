import { type Day, daysBetween, earlier, later, wholeMonths } from './day.js';

/** A stretch of days, both ends counted. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** Days in a period, both ends counted. */
export function daysIn({ start, end }: Period): number {
  return daysBetween(start, end);
}

/** The days two periods share, or undefined when they share none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const start = later(a.start, b.start);
  const end = earlier(a.end, b.end);
  return start > end ? undefined : { start, end };
}

/**
 * Months in a period of whole months (a quarter is 3, a fiscal year from 1 December is 12), so that a yearly
 * salary has a fixed share in it; undefined for any other period, which must say how much of a year it is.
 */
export function monthsIn({ start, end }: Period): number | undefined {
  return wholeMonths(start, end);
}

/** Whether all days of one period lie in another. */
export function within(inner: Period, outer: Period): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
