import { minorDigits } from '../num/currency.js';
import { differenceOfMoney } from '../num/money.js';
import type { AccrualClosing, AccrualLine, AccrualTotal, PaidComparison } from './accrual.js';

/**
 * What was accrued against what was paid, by line and in total.
 *
 * Formula:  difference = paid − accrued, which is the expense of the day on which it was paid;
 *           off estimate = paid − last estimate of the full period
 * Units:    money
 */
export function againstPaid(paid: AccrualClosing, last: AccrualClosing) {
  return {
    lines: paid.lines.map((one) => comparisonOf(one, last.lines)),
    totals: paid.totals.map((one) => comparisonOf(one, last.totals)),
  };
}

type Amounts = AccrualLine | AccrualTotal;

function comparisonOf(one: Amounts, before: readonly Amounts[]): PaidComparison {
  const { plan, currency, onCost, liability, expense } = one;
  const digits = minorDigits(currency) ?? 2;
  const key = nameOf(one);
  const estimate = before.find((other) => nameOf(other) === key)?.estimate ?? zero(digits);
  return {
    plan,
    currency,
    ...('group' in one && { group: one.group }),
    ...(onCost === undefined
      ? { estimate, offEstimate: differenceOfMoney(liability, estimate, digits) }
      : { onCost }),
    accrued: differenceOfMoney(liability, expense, digits),
    paid: liability,
    difference: expense,
    verdict: verdictOn(expense),
  };
}

function zero(digits: number): string {
  return differenceOfMoney('0', '0', digits);
}

function verdictOn(difference: string): PaidComparison['verdict'] {
  if (!/[1-9]/.test(difference)) return 'exact';
  return difference.startsWith('-') ? 'over-accrued' : 'under-accrued';
}

function nameOf(one: Amounts): string {
  const values = 'group' in one ? Object.entries(one.group) : [];
  return JSON.stringify([one.plan, one.currency, one.onCost, values]);
}
