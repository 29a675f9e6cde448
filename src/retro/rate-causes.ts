import { conversionOf } from '../concepts/conversion.js';
import { rateOn } from '../data/rates.js';
import { toExactText } from '../num/decimal.js';
import { type Cause, cause } from './cause.js';
import type { Side } from './side.js';

/** Rates of exchange that differ, of currencies the person is paid in. */
export function rateCauses(before: Side, now: Side): Cause[] {
  const currencies = new Set(
    [before, now].flatMap(({ segments }) => segments.map(({ assignment }) => assignment.currency)),
  );
  return [...currencies].flatMap((currency) => {
    const words = { before: rateText(before, currency), now: rateText(now, currency) };
    return words.before === words.now ? [] : [cause('rates', `rate of ${currency}`, words)];
  });
}

function rateText({ plan, inputs }: Side, currency = ''): string | undefined {
  const conversion = conversionOf(plan.document, currency);
  const rate = conversion && rateOn(inputs.rates ?? { rates: [] }, conversion);
  return rate && toExactText(rate);
}
