import type Fraction from 'fraction.js';
import type { ProrationDocument } from '../../../src/index.js';
import { countDays, dayNumber, shift } from '../calendar.js';
import type { FlatPlan } from '../flat-plan.js';
import { exact, ONE, ZERO } from '../reference/number.js';
import { byTime, type Cell, inForceOn } from './days.js';
import type { Mover, Stretch } from './world.js';

/** What a day weighs in the period, before leave and time; both are multiplied on. */
type Weigh = (cell: Cell) => Fraction;

/** What each cell weighs: its day by the method, its leave and its share of time. */
export function weightsOf(document: FlatPlan, mover: Mover, cells: readonly Cell[]): Fraction[] {
  const method = document.target.prorate;
  if (method === undefined) return cells.map(({ time }) => time);
  const weights =
    method === 'none' ? onLastDay(cells) : counted(weigher(method, document, mover, cells), cells);
  const decided = mover.exceptions.find(({ kind }) => kind === 'proration');
  if (!decided || !touches(document, decided)) return weights;
  // A share that was decided counts also where no day would: then by the days.
  const counts = weights.some((one) => !one.equals(0));
  const keys = counts ? weights : cells.map(({ time }) => time);
  const sum = keys.reduce((all, one) => all.add(one), ZERO);
  return keys.map((one) => one.mul(exact(decided.value)).div(sum));
}

/** Without proration the last day counts for all. */
function onLastDay(cells: readonly Cell[]): Fraction[] {
  const last = cells.at(-1)?.day;
  return cells.map(({ day, time }) => (day === last ? time : ZERO));
}

function counted(weigh: Weigh, cells: readonly Cell[]): Fraction[] {
  return cells.map((cell) => weigh(cell).mul(cell.leave).mul(cell.time));
}

/** Whether an exception has to do with the period at all. */
export function touches(
  { period }: FlatPlan,
  { from = period.start, until }: { readonly from?: string; readonly until: string },
): boolean {
  return from <= period.end && until >= period.start;
}

function weigher(
  method: Exclude<ProrationDocument, 'none'>,
  document: FlatPlan,
  mover: Mover,
  cells: readonly Cell[],
): Weigh {
  const days = everyDay(document);
  if (typeof method === 'string') {
    const count = DAYS[method];
    const all = days.reduce((sum, day) => sum.add(count(day)), ZERO);
    return ({ day }) => count(day).div(all);
  }
  if ('wholeMonths' in method) return byMonths(method.wholeMonths, days, cells);
  if ('table' in method) {
    const counted = cells.reduce((sum, { leave, time }) => sum.add(leave.mul(time)), ZERO);
    const row = method.table.filter(([least]) => exact(least).lte(counted)).at(-1);
    return () => (counted.equals(0) ? ZERO : exact(row?.[1] ?? 0).div(counted));
  }
  const { workingDays } = method;
  if (typeof workingDays === 'string') {
    const all = days.reduce((sum, day) => sum.add(workOn(document, workingDays, day)), ZERO);
    return ({ day }) => workOn(document, workingDays, day).div(all);
  }
  const work = ({ fields }: Stretch, day: string) =>
    workOn(document, fields[workingDays.person] as string, day);
  const all = days.reduce(
    (sum, day) => sum.add(byTime(inForceOn(day, document, mover), (one) => work(one, day))),
    ZERO,
  );
  return ({ day, stretch }) => (all.equals(0) ? ZERO : work(stretch, day).div(all));
}

function everyDay({ period }: FlatPlan): string[] {
  return Array.from({ length: countDays(period.start, period.end) }, (_, at) => shift(period.start, at));
}

type DayCount = 'calendarDays' | 'act/act' | '30/360' | 'calendarMonths';

/** One day by each day count, in words: a whole is the sum of the days of the period. */
const DAYS: Readonly<Record<DayCount, (day: string) => Fraction>> = {
  calendarDays: () => ONE,
  'act/act': (day) => ONE.div(countDays(`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`)),
  /** A month has 30 days: the 30th of 31 adds nothing, the last of February what is missing. */
  '30/360': (day) => {
    const [length, date] = [lengthOfMonth(day), Number(day.slice(8))];
    if (length === 31) return date === 30 ? ZERO : ONE;
    return date === length ? exact(31 - length) : ONE;
  },
  calendarMonths: (day) => ONE.div(lengthOfMonth(day)),
};

function lengthOfMonth(day: string): number {
  const first = `${day.slice(0, 7)}-01`;
  return countDays(first, `${shift(first, 31).slice(0, 7)}-01`) - 1;
}

function workOn({ calendars = {} }: FlatPlan, name: string, day: string): Fraction {
  const { week, days = {} } = calendars[name] as (typeof calendars)[string];
  // 1 January 1970 was a Thursday.
  const weekday = (((dayNumber(day) - dayNumber('1970-01-01') + 3) % 7) + 7) % 7;
  return exact(days[day] ?? (week[weekday] as string));
}

/**
 * Whole months: a month counts for days without a gap that begin by its day `startBy` (or before it) and end from
 * its day `endFrom` on (or on its last day, or after it). What happens in it counts as on its day `startBy`.
 */
function byMonths(
  { startBy, endFrom }: { readonly startBy: string | number; readonly endFrom: string | number },
  days: readonly string[],
  cells: readonly Cell[],
): Weigh {
  const months = new Set(days.map((day) => day.slice(0, 7)));
  const known = new Set(cells.map(({ day }) => day));
  const deciding = new Set<string>();
  for (const month of months) {
    const own = days.filter((day) => day.startsWith(month));
    const at = own[Math.min(Number(startBy), own.length) - 1] as string;
    for (const [first, last] of runsOf(own.filter((day) => known.has(day)))) {
      const begins = known.has(shift(first, -1)) || Number(first.slice(8)) <= Number(startBy);
      const ends = last === own.at(-1) || Number(last.slice(8)) >= Number(endFrom);
      if (begins && ends) deciding.add(at);
    }
  }
  return ({ day }) => (deciding.has(day) ? ONE.div(months.size) : ZERO);
}

/** Days in a row, as first and last. */
function runsOf(days: readonly string[]): [string, string][] {
  const runs: [string, string][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && shift(run[1], 1) === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
