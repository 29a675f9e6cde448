import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';

/**
 * A civil date as `YYYY-MM-DD`, without time or zone. Days compare as text.
 *
 * date-fns calculates in local time, where days may be missing or doubled; here it is given dates that know
 * only UTC, so the answer is the same in every zone. No Date leaves this folder.
 */
export type Day = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: `2026-02-30` does not. Years 1900 to 2199, so that a typing slip is caught. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !FORM.test(text) || text < '1900-01-01' || text > '2199-12-31')
    return false;
  return isCalendarDay(text);
}

/** True for a day of any year that exists: payrolls write an open end as one far away, such as `4712-12-31`. */
export function isCalendarDay(text: string): text is Day {
  return FORM.test(text) && textOf(dateOf(text)) === text;
}

function dateOf(day: Day): Date {
  const [, year, month, date] = FORM.exec(day) ?? [];
  return new UTCDateMini(Number(year), Number(month) - 1, Number(date));
}

function textOf(date: Date): Day {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** Days since 1970: in UTC every day has the same length, so this is exact. Once per person, so no Date is made. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000;
}

/** The weekday as a number, 0 for Monday to 6 for Sunday. Day 0, 1 January 1970, was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** Days from the first to the last, both counted: a day alone is 1; 0 when the last is before the first. */
export function daysBetween(first: Day, last: Day): number {
  return first > last ? 0 : dayNumber(last) - dayNumber(first) + 1;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return textOf(addDaysTo(dateOf(day), days));
}

/** The day so many months later; the last day of the month where the month is shorter. */
export function addMonths(day: Day, months: number): Day {
  return textOf(addMonthsTo(dateOf(day), months));
}

/** Months since the year 0. */
function monthNumber(day: Day): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
}

/** Whole months from the first day to the last, both counted: 1 January to 31 December is 12; undefined when days are left over. */
export function wholeMonths(first: Day, last: Day): number | undefined {
  const next = addDays(last, 1);
  const months = monthNumber(next) - monthNumber(first);
  return months > 0 && addMonths(first, months) === next ? months : undefined;
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
