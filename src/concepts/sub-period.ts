import type { PlanDocument } from '../plan/document.js';
import type { Period } from '../time/period.js';
import { cutPeriod } from '../time/sub-periods.js';

/**
 * Sub-periods: the named parts of the period, cut from the plan's own days. A goal may read the values of one
 * (`during`), which the actuals name in the column `period`.
 *
 * Source: one metric judged in two halves that end on 30 November and 31 May (NCC 2021)
 */
export function subPeriodsOf({ period, periods = {} }: PlanDocument): Readonly<Record<string, Period>> {
  return typeof periods === 'string' ? (cutPeriod(period, periods) ?? {}) : periods;
}
