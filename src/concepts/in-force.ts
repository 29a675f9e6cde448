import type { PlanDocument } from '../plan/document.js';
import type { Period } from '../time/period.js';
import { type Check, report } from './check.js';

/**
 * In force: the days of the period on which this version of the plan counts, where it was amended within. Each version
 * is calculated in a run of its own, for its own days; the period that days are a share of stays that of the plan.
 *
 * Source:   a plan restated in the middle of its year (Adobe 2020: FEATURES EX34 and cases/adobe-2016)
 */
export function daysInForce({ period, inForce }: PlanDocument): Period {
  return { start: inForce?.from ?? period.start, end: inForce?.until ?? period.end };
}

/** Checks that a version is in force on some days, all of them in the period. */
export function checkInForce(check: Check): void {
  const { period, inForce } = check.document;
  if (inForce === undefined) return;
  const { start, end } = daysInForce(check.document);
  if (start <= end && start >= period.start && end <= period.end) return;
  report(check, {
    code: 'plan.period.order',
    path: ['inForce'],
    message: `This version is in force from ${start} to ${end}, and the period is ${period.start} to ${period.end}`,
    expected: 'days of the period, the first not after the last',
    hint: 'The first version has until, the one that follows has from the day after',
  });
}
