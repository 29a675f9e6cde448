import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { sign } from '../num/ratio.js';
import type { PopulationRule } from '../plan/people-rules.js';
import { addDays } from '../time/day.js';
import { cutPeriod } from '../time/sub-periods.js';
import { type Check, clauseOf, report } from './check.js';
import { checkShare, reportProration } from './check-proration.js';
import { numberOf } from './concept.js';
import { checkWithin } from './gate-check.js';
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
