import { type PartName, type PlanDocument, partNames } from '../plan/document.js';
import type { Period } from '../time/period.js';
import { cutPeriod, type SubPeriodMaker } from '../time/sub-periods.js';

const MAKERS: Readonly<Record<Exclude<PartName, 'part'>, SubPeriodMaker>> = {
  month: 'months',
  quarter: 'quarters',
  half: 'halves',
};

type Parts = Readonly<Record<string, Period>>;

/** The parts of a length, in order, or those named under `periods`; empty where the period has none. */
export function partsBy({ period, periods = {} }: PlanDocument, by: PartName): Parts {
  if (by !== 'part') return cutPeriod(period, MAKERS[by]) ?? {};
  return typeof periods === 'string' ? (cutPeriod(period, periods) ?? {}) : periods;
}

/**
 * Sub-periods: the parts of the period that the plan names or judges by, cut from its own days. The actuals name them
 * in the column `period`.
 *
 * Source: one metric judged in two halves that end on 30 November and 31 May (NCC 2021); money per quarter (Onvia 2009)
 */
export function subPeriodsOf(document: PlanDocument): Parts {
  const used = partNames.filter((by) => by === 'part' || judgesBy(document, by));
  return Object.assign({}, ...used.map((by) => partsBy(document, by)));
}

/** Whether some `each` of the plan names these parts. */
function judgesBy(value: unknown, by: PartName): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => (key === 'each' && inner === by) || judgesBy(inner, by),
  );
}

/** Whether a period of the actuals is one before that of the plan: `previous`, `previous-2`, `lastYear`, `lastYear-Q1`. */
export function isEarlier(document: PlanDocument, period: string): boolean {
  if (period === 'lastYear' || /^previous(-[1-9]\d?)?$/.test(period)) return true;
  return (
    period.startsWith('lastYear-') && Object.hasOwn(subPeriodsOf(document), period.slice('lastYear-'.length))
  );
}
