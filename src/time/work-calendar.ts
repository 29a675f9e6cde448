import { add, multiply, type Ratio, ratio, ZERO } from '../num/ratio.js';
import { type Day, weekdayOf } from './day.js';
import { daysIn, type Period } from './period.js';

/** What each day weighs: 1 for a working day, 0 for a free one, or a part such as 1/2. */
export interface WorkCalendar {
  /** Seven weights, Monday first. */
  readonly week: readonly Ratio[];
  /** Days that do not weigh what their weekday does: public holidays, half days, a Saturday that is worked. */
  readonly days: ReadonlyMap<Day, Ratio>;
}

/**
 * The work in a period, both ends counted: the sum of what its days weigh. A named day weighs what its name says instead
 * of what its weekday does. Exact. Unit: the calendar's own, such as days or hours of work.
 *
 * Source: working days of a schedule against those of the period, as in PeopleSoft's proration rules (Absence
 * Management): four weeks of five days are 20.
 *
 * @example
 * // Monday to Friday, 24 December a half day, 25 December free: Monday 21 to Sunday 27 December 2026
 * workIn(calendar, { start: '2026-12-21', end: '2026-12-27' }); // 7/2
 */
export function workIn({ week, days }: WorkCalendar, period: Period): Ratio {
  const named = [...days].filter(([day]) => period.start <= day && day <= period.end);
  const replaced = named.map(([day]) => weekdayOf(day));
  const times = timesIn(period);
  const ordinary = (weekday: number) => times(weekday) - replaced.filter((one) => one === weekday).length;
  const weekly = week.map((weight, weekday) => multiply(weight, ratio(ordinary(weekday))));
  return [...weekly, ...named.map(([, weight]) => weight)].reduce(add, ZERO);
}

/** How often a weekday comes in a period: counted in weeks from its first time on, so long periods cost no more. */
function timesIn(period: Period): (weekday: number) => number {
  const days = daysIn(period);
  const first = weekdayOf(period.start);
  return (weekday) => Math.floor((days - ((weekday - first + 7) % 7) + 6) / 7);
}
