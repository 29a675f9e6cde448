import { numberOf } from '../concepts/concept.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, toFixed } from '../num/decimal.js';
import { higher, multiply, type Ratio, ZERO } from '../num/ratio.js';
import type { DecisionBound } from '../plan/decision-rules.js';
import type { PlanDocument } from '../plan/document.js';

/** What may be decided on an award, both ends included. Money as decimal strings. */
export interface DecisionRange {
  readonly lowest: string;
  /** Absent where nothing limits it. */
  readonly highest?: string;
}

/** What the formula gives, in money. */
interface Given {
  readonly formula: string;
  readonly currency: string;
}

/**
 * What may be decided on an award: never below zero; undefined where an end is an amount of another currency.
 *
 * Formula:  share × amount of the formula, or the money the plan states
 * Rounds:   into the range, to the smallest unit of the currency
 */
export function rangeOf(given: Given, document: PlanDocument): DecisionRange | undefined {
  const { from, to } = document.decisions?.range ?? { from: 'unlimited', to: 'unlimited' };
  const [low, high] = [from, to].map((end) => endOf(end, given, document));
  if (low === 'foreign' || high === 'foreign') return undefined;
  const digits = minorDigits(given.currency) ?? 2;
  return {
    lowest: toFixed(low ? higher(low, ZERO) : ZERO, digits, 'ceiling'),
    ...(high && { highest: toFixed(high, digits, 'floor') }),
  };
}

function endOf(
  end: DecisionBound,
  { formula, currency }: Given,
  document: PlanDocument,
): Ratio | 'foreign' | undefined {
  if (end === 'unlimited') return undefined;
  if (typeof end !== 'object') return multiply(ratioOfDecimal(formula), numberOf(end));
  return (end.currency ?? document.currency) === currency ? numberOf(end.money) : 'foreign';
}
