import { type Path, quote } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { compare, ONE, type Ratio, sign } from '../num/ratio.js';
import type { PopulationRule } from '../plan/people-rules.js';
import { addDays } from '../time/day.js';
import { amountOf, type DayCount, positionOf } from '../time/day-count.js';
import { monthsIn } from '../time/period.js';
import { cutPeriod } from '../time/sub-periods.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { numberOf } from './concept.js';
import { checkWithin } from './gate.js';
import { prorationOf } from './proration.js';
import { checkColumn } from './reading.js';

/** Checks who takes part: rules with one comparator, a payment date where one is asked for. */
export function checkEligibility(check: Check): void {
  const { eligibility, payment, period } = check.document;
  if (eligibility?.employedAt === 'paymentDate' && payment === undefined) {
    report(check, {
      code: 'plan.payment.missing',
      path: ['payment'],
      message: 'The plan asks for employment on the payment date and has none',
      expected: 'payment: { date: 2027-03-15 }',
      hint: 'Write when awards are paid',
      ...clauseOf(eligibility),
    });
  }
  if (payment !== undefined && payment.date < period.start) {
    report(check, {
      code: 'plan.period.order',
      path: ['payment', 'date'],
      message: `Awards are paid on ${payment.date}, before the period begins on ${period.start}`,
      expected: 'a day in or after the period',
      hint: 'Correct the year',
    });
  }
  for (const [index, rule] of (eligibility?.where ?? []).entries())
    checkRule(check, rule, ['eligibility', 'where', index]);
}

const COMPARATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'within', 'is', 'isNot'] as const;

function checkRule(check: Check, rule: PopulationRule, path: Path): void {
  checkColumn(check, rule.person, [...path, 'person']);
  const given = COMPARATORS.filter((key) => rule[key] !== undefined);
  checkWithin(check, rule, path);
  if (given.length === 1) return;
  report(check, {
    code: 'plan.gate.comparator',
    path,
    message: `This rule has ${given.length} comparators`,
    expected: `exactly one of ${COMPARATORS.join(', ')}`,
    hint: 'Write two rules where both must hold',
  });
}

/** Checks how part of a period counts. */
export function checkProration(check: Check): void {
  const { prorate } = check.document.target;
  if (typeof prorate !== 'object') {
    if (prorate !== undefined && prorate !== 'none') checkLength(check, prorate);
    return;
  }
  if ('wholeMonths' in prorate) checkWholeMonths(check, prorate.wholeMonths);
  else if ('workingDays' in prorate) checkCalendarName(check, prorate.workingDays);
  else checkDaysTable(check, prorate.table);
}

/** By some day counts a single day, such as the 30th of a month of 31 days, is nothing. */
function checkLength(check: Check, count: DayCount): void {
  const { period } = check.document;
  if (period.start > period.end || amountOf(positionOf(count), period).n !== 0n) return;
  reportProration(check, ['target', 'prorate'], `The period is nothing by ${count}`, 'another day count');
}

function checkWholeMonths(check: Check, days: Readonly<Record<'startBy' | 'endFrom', Literal>>): void {
  const path = ['target', 'prorate', 'wholeMonths'];
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

function checkCalendarName(check: Check, named: string | { readonly person: string }): void {
  const path = ['target', 'prorate', 'workingDays'];
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

function checkDaysTable(check: Check, rows: readonly (readonly [Literal, Literal])[]): void {
  rows.forEach(([days, share], index) => {
    const path: Path = ['target', 'prorate', 'table', index];
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

/** Checks the calendars: no negative weights, and not only days off. */
export function checkCalendars(check: Check): void {
  for (const [name, { week, days = {} }] of Object.entries(check.document.calendars ?? {})) {
    const path = ['calendars', name];
    for (const [index, weight] of week.entries()) checkWeight(check, weight, [...path, 'week', index]);
    for (const [day, weight] of Object.entries(days)) checkWeight(check, weight, [...path, 'days', day]);
    if (week.some((weight) => sign(numberOf(weight)) > 0)) continue;
    reportProration(
      check,
      [...path, 'week'],
      'No day of the week is worked',
      'a weight above 0 on some weekday',
    );
  }
}

function checkWeight(check: Check, weight: Literal, path: Path): void {
  if (sign(numberOf(weight)) < 0)
    reportProration(check, path, `${weight} is negative`, 'a weight of 0 or more');
}

/** Checks leave: shares from 0 to 100 %. */
export function checkLeave(check: Check): void {
  for (const [type, { counts }] of Object.entries(check.document.leave ?? {}))
    checkShare(check, counts, ['leave', type, 'counts']);
  const method = prorationOf(check.document);
  if (check.document.leave === undefined || (method !== 'none' && method !== 'earned')) return;
  report(check, {
    code: 'plan.leave.unused',
    path: ['leave'],
    message:
      method === 'none'
        ? 'Nothing is prorated, so leave counts nothing less'
        : 'Pay earned is for the days worked already, so leave counts nothing less',
    expected: 'no leave rules, or a target that is prorated',
    hint: 'Remove leave, so that nobody believes it counts',
  });
}

function checkShare(check: Check, share: Literal, path: Path): void {
  checkWritten(check, share, 'ratio', path);
  const value = literalValue(share) as Ratio;
  if (sign(value) >= 0 && compare(value, ONE) <= 0) return;
  reportProration(check, path, `${share} is no share of days`, 'from 0% to 100%');
}

function reportProration(check: Check, path: Path, message: string, expected: string): void {
  report(check, { code: 'plan.proration.form', path, message, expected, hint: 'Correct it' });
}

/** Checks the named parts of the period: inside it, in order, not one day in two. */
export function checkSubPeriods(check: Check): void {
  const { periods, period } = check.document;
  if (periods === undefined) return;
  if (typeof periods === 'string') {
    if (cutPeriod(period, periods) === undefined)
      reportSubPeriod(
        check,
        [],
        `The period cannot be cut into ${periods}`,
        'a period that it divides, or parts with dates',
      );
    return;
  }
  const parts = Object.entries(periods).toSorted(([, a], [, b]) => (a.start < b.start ? -1 : 1));
  let free = period.start;
  for (const [name, { start, end }] of parts) {
    if (start > end || start < free || end > period.end)
      reportSubPeriod(
        check,
        [name],
        `${name} from ${start} to ${end} does not fit`,
        `days within the period that no other part has, from ${free} to ${period.end}`,
      );
    if (end >= free) free = addDays(end, 1);
  }
}

function reportSubPeriod(check: Check, path: Path, message: string, expected: string): void {
  report(check, {
    code: 'plan.period.parts',
    path: ['periods', ...path],
    message,
    expected,
    hint: 'Correct the days',
  });
}
