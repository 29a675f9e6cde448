import { numberOf } from '../concepts/concept.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { ONE, type Ratio, ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import { type Day, earlier } from '../time/day.js';
import { daysIn, type Period } from '../time/period.js';
import { cutPeriod } from '../time/sub-periods.js';
import type { EarnedRule, StraightLine } from './document.js';

/** A plan as far as it matters for what is earned. */
export type EarnedPlan = Pick<PlanDocument, 'plan' | 'payment'> & { readonly period: Period };

/**
 * The days on which people earn the cost: those of the plan's period, and on to the day until which they must serve.
 *
 * Source:   IAS 19.20: where people are paid only if they stay for a time, service during that time earns the bonus
 */
export function serviceOf(rule: EarnedRule, { period, payment }: EarnedPlan): Period | undefined {
  if (typeof rule === 'string' || !('straightLine' in rule) || rule.until === undefined) return period;
  const end = rule.until === 'paymentDate' ? payment?.date : rule.until;
  return end === undefined || end < period.end ? undefined : { start: period.start, end };
}

/**
 * The share of the full period's cost that is earned by the end of a closing day.
 *
 * Formula:  days of service up to the closing day ÷ days of service; or parts that are over ÷ parts; or as the caller
 *           states for the day
 * Units:    ratio, 0 to 1
 * Rounds:   never
 * Issues:   accrual.share.missing
 * Source:   IAS 34 B6 and IAS 19.19-20; ASC 270-10-45 and 710-10-25
 */
export function shareEarned(rule: EarnedRule, plan: EarnedPlan, closing: Day): Ratio | Issue {
  if (typeof rule !== 'string' && 'byMetric' in rule) {
    const point = rule.byMetric.find((one) => one.closing === closing);
    return point ? numberOf(point.share) : noShare(closing);
  }
  const service = serviceOf(rule, plan);
  if (service === undefined) return noService(plan);
  const by = rule === 'straightLine' ? 'days' : rule.straightLine;
  return by === 'days' ? byDays(service, closing) : byParts(service, closing, by);
}

function byDays(service: Period, closing: Day): Ratio {
  const served = { start: service.start, end: earlier(closing, service.end) };
  return ratio(daysIn(served), daysIn(service));
}

function byParts(service: Period, closing: Day, by: Exclude<StraightLine, 'days'>): Ratio | Issue {
  if (closing >= service.end) return ONE;
  const parts = Object.values(cutPeriod(service, by) ?? {});
  if (parts.length === 0) return noParts(service, by);
  const over = parts.findIndex(({ end }) => end === closing) + 1;
  return over > 0 ? ratio(over, parts.length) : withinPart(closing, by);
}

function noShare(closing: Day): Issue {
  return issue({
    code: 'accrual.share.missing',
    path: ['rules', 'earned', 'byMetric'],
    message: `There is no share earned for ${closing}`,
    expected: 'a share for the as-of day of every run',
    hint: `Add it: closing ${closing}, with the share earned by then`,
  });
}

function noService({ plan, period, payment }: EarnedPlan): Issue {
  return issue({
    code: 'accrual.share.missing',
    path: ['rules', 'earned', 'until'],
    message: `The cost of ${quote(plan)} cannot be earned until ${payment === undefined ? 'a payment date, as the plan has none' : 'a day before its period ends'}`,
    expected: `a day on or after ${period.end}`,
    hint: 'Write the day under until, or payment: { date } in the plan for until: paymentDate',
  });
}

function noParts({ start, end }: Period, by: string): Issue {
  return issue({
    code: 'accrual.share.missing',
    path: ['rules', 'earned', 'straightLine'],
    message: `${start} to ${end} has no ${by}`,
    expected: 'parts that fill the days of service',
    hint: 'Write straightLine: days, or parts that fill them',
  });
}

function withinPart(closing: Day, by: string): Issue {
  return issue({
    code: 'accrual.share.missing',
    path: ['rules', 'earned', 'straightLine'],
    message: `${closing} is not the last day of one of the ${by}`,
    expected: 'runs as of the last day of a part',
    hint: 'Calculate the run as of such a day, or write straightLine: days',
  });
}
