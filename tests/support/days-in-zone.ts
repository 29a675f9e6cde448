/** Run by a process with a time zone of its own: prints every answer of the calendar that is wrong there. */
import { addDays, addMonths, daysBetween, isDay, wholeMonths } from '../../src/time/day.js';
import { dayNumber, dayOf, shiftMonths } from './calendar.js';

const FIRST = dayNumber('1995-01-01');
const LAST = dayNumber('2030-12-31');
const wrong: string[] = [];

function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) wrong.push(`${what}: ${found}, not ${expected}`);
}

for (let number = FIRST; number <= LAST; number += 1) {
  const day = dayOf(number);
  expectEqual(`is ${day} a day`, isDay(day), true);
  expectEqual(`${day} + 1`, addDays(day, 1), dayOf(number + 1));
  expectEqual(`${day} - 400`, addDays(day, -400), dayOf(number - 400));
  expectEqual(`days to ${day}`, daysBetween('1995-01-01', day), number - FIRST + 1);
  if (number % 3 === 0) expectEqual(`${day} + 7 months`, addMonths(day, 7), shiftMonths(day, 7));
  if (day.endsWith('-01'))
    expectEqual(`a year from ${day}`, wholeMonths(day, dayOf(dayNumber(shiftMonths(day, 12)) - 1)), 12);
}

process.stdout.write(
  JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, wrong: wrong.slice(0, 5) }),
);
