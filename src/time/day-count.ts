import { type Ratio, ratio, subtract } from '../num/ratio.js';
import { type Day, dayNumber } from './day.js';
import type { Period } from './period.js';

/** How the days of somebody's stretch are counted, by the name a plan gives it. */
export const dayCounts = ['calendarDays', 'act/act', '30/360', 'calendarMonths'] as const;

export type DayCount = (typeof dayCounts)[number];

/**
 * Where the START of a day lies on a scale of time. What a stretch amounts to is the distance between two positions,
 * so a stretch cut in two (a raise, a move) amounts to the same as before, to the last digit, whatever the day count.
 *
 * Units: days for `calendarDays`, years for the others. A share of the period has none: both are divided by the
 * amount of the whole period.
 */
export type Position = (day: Day) => Ratio;

/**
 * The position function of a day count.
 *
 * | day count | position of day d of month m of year y | source |
 * |---|---|---|
 * | calendarDays | number of the day | both ends counted |
 * | act/act | y + (day of the year − 1) ÷ 365, in a leap year ÷ 366 | 2006 ISDA Definitions 4.16(b) |
 * | 30/360 | (360·y + 30·m + min(d, 30)) ÷ 360 | 2006 ISDA Definitions 4.16(g), 30E/360 |
 * | calendarMonths | (12·y + m − 1 + (d − 1) ÷ days of the month) ÷ 12 | whole months, then days |
 *
 * @example
 * positionOf('act/act')('2024-01-31'); // 2024 + 30/366
 */
export function positionOf(count: DayCount): Position {
  return POSITIONS[count];
}

/**
 * What a stretch amounts to, both ends counted: position of the day after the last − position of the first day.
 * Exact. In the unit of the position: days or years.
 *
 * @example
 * amountOf(positionOf('30/360'), { start: '2024-02-15', end: '2024-12-31' }); // 316/360
 */
export function amountOf(position: Position, { start, end }: Period): Ratio {
  return subtract(position(dayAfter(end)), position(start));
}

/**
 * The month the first day of a stretch counts from, where only whole months count: its own month up to the day
 * `startBy`, the next month after it. A month is the number 12·year + month − 1, so months subtract.
 *
 * Whole months of a stretch = `monthAfterLast` of its last day − `monthOfFirst` of its first. Where `endFrom` lies
 * more than a day above `startBy`, a stretch between the two gives −1, which is no month.
 *
 * Source: day-of-month snapping of SAP SuccessFactors Variable Pay, KBA 2078580.
 *
 * @example
 * monthOfFirst('2025-03-10', 9); // 12 × 2025 + 3: April
 */
export function monthOfFirst(day: Day, startBy: number): number {
  const civil = civilOf(day);
  return monthNumber(civil) + (civil.date <= startBy ? 0 : 1);
}

/**
 * The month after the last one that counts, where only whole months count: the last day's own month counts from the
 * day `endFrom` on, and always when it is the last day of its month. A month is the number 12·year + month − 1.
 *
 * Source: as `monthOfFirst`.
 *
 * @example
 * monthAfterLast('2025-10-19', 20); // 12 × 2025 + 9: October, so September is the last that counts
 */
export function monthAfterLast(day: Day, endFrom: number): number {
  const civil = civilOf(day);
  return monthNumber(civil) + (civil.date >= endFrom || civil.date === daysInMonth(civil) ? 1 : 0);
}

/**
 * 30/360 is the 30E/360 rule, because its every day has one place on the scale. In the US rule (30/360 bond basis, ISDA
 * 4.16(f)) an end on the 31st stays there unless the stretch began on a 30th or 31st. So the place of the 31st depends
 * on the start, and parts do not add up: 15 to 30 January would be 16 days and the 31st one more, but 15 to 31 January
 * 16. The two rules differ by this one day, in stretches from before the 30th whose last day is the 30th of a month of 31.
 *
 * A month is 30 days in both: the 30th of a month of 31 days adds none, the last of February what is missing to 30.
 */
const POSITIONS: Readonly<Record<DayCount, Position>> = {
  calendarDays: (day) => ratio(dayNumber(day)),
  'act/act': (day) => {
    const { year } = civilOf(day);
    const days = isLeap(year) ? 366 : 365;
    return ratio(year * days + dayNumber(day) - dayNumber(`${year}-01-01`), days);
  },
  '30/360': (day) => {
    const { year, month, date } = civilOf(day);
    return ratio(360 * year + 30 * month + Math.min(date, 30), 360);
  },
  calendarMonths: (day) => {
    const civil = civilOf(day);
    const days = daysInMonth(civil);
    return ratio(monthNumber(civil) * days + civil.date - 1, 12 * days);
  },
};

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Read off the text: positions are taken twice for every segment of everybody, too often to make a Date. */
function civilOf(day: Day): Civil {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
}

/** Counted up on the text, for the same reason. */
function dayAfter(day: Day): Day {
  const civil = civilOf(day);
  if (civil.date < daysInMonth(civil)) return day.slice(0, 8) + twoDigits(civil.date + 1);
  if (civil.month < 12) return `${day.slice(0, 5)}${twoDigits(civil.month + 1)}-01`;
  return `${civil.year + 1}-01-01`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function monthNumber({ year, month }: Civil): number {
  return 12 * year + month - 1;
}

function daysInMonth({ year, month }: Civil): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 2000 was a leap year; 1900 was not, and 2100 will not be. */
function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
