import { rateFromCounts } from '../metrics/rate.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { multiply, ONE, type Ratio } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import type { ShownInterval } from './score-report.js';

/** Intervals of a share that are shown and never pay; only a whole number of responses has them. */
export function otherIntervals(share: Ratio, responses: Ratio, confidence: Literal): ShownInterval[] {
  const count = multiply(share, responses);
  if (!isMultipleOf(count, ONE)) return [];
  const counted = { count: toExactText(count), responses: toExactText(responses) };
  const rate = rateFromCounts(counted, { confidence });
  if (!rate.ok) return [];
  const { clopperPearson, jeffreys } = rate.result;
  return [
    { method: 'Clopper-Pearson', confidence: String(confidence), ...clopperPearson },
    { method: 'Jeffreys', confidence: String(confidence), ...jeffreys },
  ];
}
