import { type Path, quote } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { compare, ONE, type Ratio, sign } from '../num/ratio.js';
import type { ProrationDocument } from '../plan/people-rules.js';
import { amountOf, type DayCount, positionOf } from '../time/day-count.js';
import { monthsIn } from '../time/period.js';
import { type Check, checkWritten, literalValue, report } from './check.js';
import { numberOf } from './concept.js';
import { checkColumn } from './reading.js';

/** Checks how part of a period counts. */
export function checkProration(check: Check): void {
  const { prorate } = check.document.target ?? {};
  if (prorate !== undefined) checkProrationMethod(check, prorate, ['target', 'prorate']);
}

/** Checks a count of days, of the target or of a formula. */
export function checkProrationMethod(check: Check, method: ProrationDocument, path: Path): void {
  if (typeof method !== 'object') {
    if (method !== 'none') checkLength(check, method, path);
    return;
  }
  if ('wholeMonths' in method) checkWholeMonths(check, method.wholeMonths, [...path, 'wholeMonths']);
  else if ('workingDays' in method) checkCalendarName(check, method.workingDays, [...path, 'workingDays']);
  else checkDaysTable(check, method.table, [...path, 'table']);
}

/** By some day counts a single day, such as the 30th of a month of 31 days, is nothing. */
function checkLength(check: Check, count: DayCount, path: Path): void {
  const { period } = check.document;
  if (period.start > period.end || amountOf(positionOf(count), period).n !== 0n) return;
  reportProration(check, path, `The period is nothing by ${count}`, 'another day count');
}

function checkWholeMonths(
  check: Check,
  days: Readonly<Record<'startBy' | 'endFrom', Literal>>,
  path: Path,
): void {
  for (const [key, day] of Object.entries(days)) {
    if (compare(numberOf(day), { n: 31n, d: 1n }) > 0)
      reportProration(check, [...path, key], `No month has a day ${day}`, 'a day of the month, 1 to 31');
  }
  if (compare(numberOf(days.endFrom), numberOf(days.startBy)) < 0)
    reportProration(
      check,
      path,
      'A month could count twice: for who leaves in it and comes back',
      'endFrom on or after startBy',
    );
  const { period } = check.document;
  if (period.start.endsWith('-01') && monthsIn(period) !== undefined) return;
  reportProration(
    check,
    path,
    `The period from ${period.start} to ${period.end} is not whole calendar months`,
    'a period from the first day of a month to the last of one',
  );
}

function checkCalendarName(check: Check, named: string | { readonly person: string }, path: Path): void {
  if (typeof named === 'object') {
    checkColumn(check, named.person, [...path, 'person']);
    if (check.document.calendars === undefined)
      reportProration(check, path, 'The plan has no calendars', 'calendars: { … } in the plan');
    return;
  }
  const known = Object.keys(check.document.calendars ?? {});
  if (known.includes(named)) return;
  const expected = known.length > 0 ? `one of ${known.join(', ')}` : 'a calendar under calendars';
  reportProration(check, path, `There is no calendar ${quote(named)}`, expected);
}

function checkDaysTable(check: Check, rows: readonly (readonly [Literal, Literal])[], table: Path): void {
  rows.forEach(([days, share], index) => {
    const path: Path = [...table, index];
    const before = rows[index - 1];
    if (before && compare(numberOf(before[0]), numberOf(days)) >= 0)
      reportProration(
        check,
        path,
        `${days} days stand after ${before[0]}`,
        'rows in ascending order of days',
      );
    const read = readLiteral(days);
    if (isNumber(read) && (read.percent || sign(read.value) < 0))
      reportProration(check, [...path, 0], `${days} is not a number of days`, 'days such as 90');
    checkShare(check, share, [...path, 1]);
  });
}

/** A share of days: from 0 to 100 %. */
export function checkShare(check: Check, share: Literal, path: Path): void {
  checkWritten(check, share, 'ratio', path);
  const value = literalValue(share) as Ratio;
  if (sign(value) >= 0 && compare(value, ONE) <= 0) return;
  reportProration(check, path, `${share} is no share of days`, 'from 0% to 100%');
}

/** A count of days that cannot be as written. */
export function reportProration(check: Check, path: Path, message: string, expected: string): void {
  report(check, { code: 'plan.proration.form', path, message, expected, hint: 'Correct it' });
}
