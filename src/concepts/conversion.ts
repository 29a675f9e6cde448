import type { Conversion } from '../data/rates.js';
import type { PlanDocument } from '../plan/document.js';
import type { Day } from '../time/day.js';
import { type Check, clauseOf, report } from './check.js';

/**
 * Conversion: people paid in another currency than the plan's take part, with their amounts at the rate of one day.
 *
 * Formula:  amount of the people or earnings file × rate of the day from its currency into the plan's
 * Rounds:   never; the award is rounded as every award is
 * Issues:   rates.rate.missing, plan.currency.missing
 * @example  72,000 USD a year at 0.9123 count as 65,685.60 EUR
 */
export function conversionOf(document: PlanDocument, from: string): Conversion | undefined {
  const { conversion, currency } = document;
  if (conversion === undefined || currency === undefined || from === currency) return undefined;
  return { from, to: currency, on: dayOf(conversion.on, document) };
}

function dayOf(on: string, { period }: PlanDocument): Day {
  return on === 'periodEnd' ? period.end : on;
}

/** Checks that a plan which converts says into which currency. */
export function checkConversion(check: Check): void {
  const { conversion, currency } = check.document;
  if (conversion === undefined || currency !== undefined) return;
  report(check, {
    code: 'plan.currency.missing',
    path: ['currency'],
    message: 'The plan converts amounts, and does not say into which currency',
    expected: 'currency: the ISO 4217 code of every award',
    hint: 'Write the currency of the plan, or take conversion out',
    ...clauseOf(conversion),
  });
}
