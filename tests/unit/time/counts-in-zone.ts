/** Run by a process with a time zone of its own: prints every count of days and every cut that is wrong there. */
import { ONE, type Ratio, ZERO } from '../../../src/num/ratio.js';
import {
  amountOf,
  dayCounts,
  monthAfterLast,
  monthOfFirst,
  positionOf,
} from '../../../src/time/day-count.js';
import { cutPeriod, weekYear } from '../../../src/time/sub-periods.js';
import { workIn } from '../../../src/time/work-calendar.js';
import { dayNumber, dayOf, shift, shiftMonths } from '../../support/calendar.js';

const FIRST = dayNumber('1995-01-01');
const LAST = dayNumber('2030-12-31');
const wrong: string[] = [];

function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (String(found) !== String(expected)) wrong.push(`${what}: ${found}, not ${expected}`);
}

const quotient = ({ n, d }: Ratio) => (n % d === 0n ? n / d : `${n}/${d}`);
const onlyMonday = { week: [ONE, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO], days: new Map() };

for (let number = FIRST; number <= LAST; number += 1) {
  const day = dayOf(number);
  const alone = { start: day, end: day };
  // 2 January 1995 was a Monday.
  expectEqual(`is ${day} a Monday`, quotient(workIn(onlyMonday, alone)), (number - FIRST) % 7 === 1 ? 1 : 0);
  expectEqual(`${day} alone`, quotient(amountOf(positionOf('calendarDays'), alone)), 1);
  const month = 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
  expectEqual(`from ${day}`, monthOfFirst(day, 15), month + (Number(day.slice(8)) > 15 ? 1 : 0));
  const isLast = shift(day, 1).endsWith('-01');
  expectEqual(`to ${day}`, monthAfterLast(day, 16), month + (Number(day.slice(8)) > 15 || isLast ? 1 : 0));
}

for (let year = 1995; year <= 2030; year += 1) {
  const start = `${year}-01-01`;
  const period = { start, end: `${year}-12-31` };
  for (const count of dayCounts)
    expectEqual(
      `${count} of ${year}`,
      quotient(amountOf(positionOf(count), period)),
      count === 'calendarDays' ? dayNumber(`${year + 1}-01-01`) - dayNumber(start) : 1,
    );
  const months = Object.values(cutPeriod(period, 'months') ?? {}).map((one) => one.start);
  expectEqual(
    `months of ${year}`,
    months,
    months.map((_, index) => shiftMonths(start, index)),
  );
  const retail = weekYear({ year, month: 1, weekday: 'saturday', rule: 'nearest' });
  expectEqual(`retail year to ${year}`, (dayNumber(retail.end) - FIRST) % 7, 6);
  const parts = Object.values(cutPeriod(retail, '4-5-4') ?? {}).map((one) => one.start);
  const weeks = [0, 4, 9, 13, 17, 22, 26, 30, 35, 39, 43, 48];
  expectEqual(
    `4-5-4 to ${year}`,
    parts,
    weeks.map((one) => shift(retail.start, 7 * one)),
  );
}

process.stdout.write(
  JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, wrong: wrong.slice(0, 5) }),
);
