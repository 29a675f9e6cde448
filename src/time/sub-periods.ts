import { addDays, addMonths, type Day, weekdayOf } from './day.js';
import { daysIn, monthsIn, type Period } from './period.js';

/** The ways to cut a period into named parts, by the name a plan gives them. */
export const subPeriodMakers = ['months', 'quarters', 'halves', '4-4-5', '4-5-4', '5-4-4'] as const;

export type SubPeriodMaker = (typeof subPeriodMakers)[number];

/** How parts are named and how long they are: in months, and in weeks (a list is gone through again and again). */
interface Cut {
  readonly letter: string;
  readonly months?: number;
  readonly weeks?: readonly number[];
}

const CUTS: Readonly<Record<SubPeriodMaker, Cut>> = {
  months: { letter: 'M', months: 1 },
  quarters: { letter: 'Q', months: 3, weeks: [13] },
  halves: { letter: 'H', months: 6, weeks: [26] },
  '4-4-5': { letter: 'P', weeks: [4, 4, 5] },
  '4-5-4': { letter: 'P', weeks: [4, 5, 4] },
  '5-4-4': { letter: 'P', weeks: [5, 4, 4] },
};

/**
 * The named parts of a period: M1, M2 … for months, Q1 … for quarters, H1 and H2 for halves, P1 … for week patterns.
 * They are cut from the first day of the period, never from the calendar year, and fill it without a gap.
 *
 * A period of whole months is cut into 1, 3 or 6 months. A period of 13, 26, 39 or 52 weeks is cut into 13 or 26 weeks,
 * or by its pattern; with a week more (a 53-week year) the last part is a week longer. 273 days may be both, nine months
 * and 39 weeks: from the first of a month they are months (January to September), from any other day weeks (29 January
 * to 28 October 2023, three retail quarters). Undefined where the parts do not fill the period: five months have no
 * quarters, a calendar year has no 4-4-5. A company that puts its 53rd week elsewhere (Apple: into the first quarter)
 * names its parts by their dates.
 *
 * Source: the National Retail Federation's 4-5-4 calendar, whose 53rd week is its last.
 *
 * @example
 * cutPeriod({ start: '2025-12-01', end: '2026-11-30' }, 'quarters')?.['Q1']; // 1 December 2025 to 28 February 2026
 */
export function cutPeriod(
  period: Period,
  maker: SubPeriodMaker,
): Readonly<Record<string, Period>> | undefined {
  const { letter, months, weeks } = CUTS[maker];
  const byMonths = startsByMonths(period, months);
  const byWeeks = startsByWeeks(period, weeks);
  const starts = period.start.endsWith('-01') ? (byMonths ?? byWeeks) : (byWeeks ?? byMonths);
  if (starts === undefined) return undefined;
  const endOf = (index: number) => dayBefore(starts[index + 1]) ?? period.end;
  return Object.fromEntries(
    starts.map((start, index) => [`${letter}${index + 1}`, { start, end: endOf(index) }]),
  );
}

function dayBefore(day: Day | undefined): Day | undefined {
  return day === undefined ? undefined : addDays(day, -1);
}

/** First days of the parts of so many months; undefined where they do not fill the period. */
function startsByMonths(period: Period, months: number | undefined): Day[] | undefined {
  const all = monthsIn(period);
  if (all === undefined || months === undefined || all % months !== 0) return undefined;
  return Array.from({ length: all / months }, (_, index) => addMonths(period.start, index * months));
}

/** First days of the parts of so many weeks; a week left over is not given a start, so it falls to the last part. */
function startsByWeeks(period: Period, pattern: readonly number[] | undefined): Day[] | undefined {
  const quarters = weekQuarters(daysIn(period));
  if (quarters === undefined || pattern === undefined) return undefined;
  const rounds = (13 * quarters) / sum(pattern);
  if (!Number.isInteger(rounds)) return undefined;
  const lengths = Array.from({ length: rounds }, () => pattern).flat();
  return lengths.map((_, index) => addDays(period.start, 7 * sum(lengths.slice(0, index))));
}

/** Quarters of 13 weeks in so many days, one to four; one week may be left over. */
function weekQuarters(days: number): number | undefined {
  const weeks = days / 7;
  const quarters = Math.floor(weeks / 13);
  const left = weeks - 13 * quarters;
  return quarters >= 1 && quarters <= 4 && (left === 0 || left === 1) ? quarters : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Which fiscal year of 52 or 53 weeks is meant. */
export interface WeekYear {
  /** Year of the month the fiscal year ends by: retail 2023, which ended on 3 February 2024, has 2024 and month 1. */
  readonly year: number;
  /** 1 for January to 12 for December. */
  readonly month: number;
  readonly weekday: (typeof WEEKDAYS)[number];
  /** Ends on the last such weekday of the month, or on the one nearest to the month's end, which may lie after it. */
  readonly rule: 'last' | 'nearest';
}

/**
 * The fiscal year of 52 or 53 weeks that always ends on the same weekday: from the day after the one before it ended.
 *
 * Source: 26 CFR 1.441-2(a)(1), the two rules for a 52-53-week year.
 *
 * @example
 * weekYear({ year: 2024, month: 1, weekday: 'saturday', rule: 'nearest' }); // 2023-01-29 to 2024-02-03, 53 weeks
 */
export function weekYear(which: WeekYear): Period {
  return { start: addDays(lastDayOf({ ...which, year: which.year - 1 }), 1), end: lastDayOf(which) };
}

/** The nearest lies at most three days after the month's end, so it is the last such weekday until then. */
function lastDayOf({ year, month, weekday, rule }: WeekYear): Day {
  const monthEnd = addDays(addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1), -1);
  const until = rule === 'last' ? monthEnd : addDays(monthEnd, 3);
  return addDays(until, -((weekdayOf(until) - WEEKDAYS.indexOf(weekday) + 7) % 7));
}
