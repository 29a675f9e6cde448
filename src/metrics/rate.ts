import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Issue } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { compare, type Ratio, sign, subtract, ZERO } from '../num/ratio.js';
import { type EstimatedInterval, toNumber } from './estimate.js';
import { wilson } from './interval.js';
import { tailOf, zFor } from './normal.js';
import { type Confidence, rangeOf } from './nps.js';
import {
  confidenceOf,
  countsDiffer,
  type Fields,
  failed,
  fieldsOf,
  nobodyAnswered,
  numberAt,
  type Scored,
} from './read.js';
import { count } from './rules.js';
import { shareOf } from './score.js';

/** How many of some customers or answers are counted, as of customers those who stayed. */
export interface RateCounts {
  readonly count: Literal;
  readonly responses: Literal;
}

/** A rate and how far it can be trusted. What is exact is text; estimates are numbers. */
export interface Rate {
  readonly rate: string;
  readonly responses: number;
  /** The interval to look at, and the only one of the three that a plan may pay on. */
  readonly wilson: EstimatedInterval;
  /** Holds the true rate at least as often as it says: the widest of the three. */
  readonly clopperPearson: EstimatedInterval;
  /** What is believed of the true rate by somebody who knew nothing before. */
  readonly jeffreys: EstimatedInterval;
  readonly confidence: string;
}

/**
 * A rate such as retention or a CSAT top box, and the intervals the true rate may well lie in.
 *
 * Formula:  count / responses; Wilson; beta quantiles of (k, n − k + 1) and (k + 1, n − k); of k + ½, n − k + ½
 * Units:    counts -> ratio (1 = 100 %)
 * Domain:   every interval begins at 0 where nobody and ends at 1 where everybody is counted
 * Issues:   metrics.count.whole, metrics.counts.sum, metrics.responses.none
 * Source:   Wilson 1927; Clopper & Pearson 1934; Brown, Cai & DasGupta 2001
 * @example  rateFromCounts({ count: 45, responses: 50 }, { confidence: '95%' }) // rate '0.9'
 */
export function rateFromCounts(counts: RateCounts, options: Confidence): Scored<Rate> {
  const issues: Issue[] = [];
  const read = countedAt(fieldsOf(counts, ['count', 'responses'], issues));
  const confidence = confidenceOf(options, issues);
  if (read && sign(read.responses) === 0) issues.push(nobodyAnswered());
  if (!read || !confidence || issues.length > 0) return failed(issues);
  const rate = shareOf(read.count, read.responses) ?? ZERO;
  const result: Rate = {
    rate: toExactText(rate),
    responses: toNumber(read.responses),
    wilson: rangeOf(wilson(rate, read.responses, zFor(confidence))),
    clopperPearson: clopperPearson(read, confidence),
    jeffreys: jeffreys(read, confidence),
    confidence: toExactText(confidence),
  };
  return { ok: true, result, issues };
}

/** Some of a number of responses. */
export interface Counted {
  readonly count: Ratio;
  readonly responses: Ratio;
}

/** A count and the responses it is part of. */
export function countedAt(fields: Fields | undefined): Counted | undefined {
  const part = numberAt(fields, 'count', count);
  const responses = numberAt(fields, 'responses', count);
  if (!part || !responses || !fields) return undefined;
  if (compare(part, responses) <= 0) return { count: part, responses };
  const message = `${toExactText(part)} are counted of ${toExactText(responses)}`;
  fields.issues.push(countsDiffer(message, 'no more than all responses', [...fields.path, 'count']));
  return undefined;
}

function clopperPearson({ count: part, responses }: Counted, confidence: Ratio): EstimatedInterval {
  const [k, rest] = [toNumber(part), toNumber(subtract(responses, part))];
  const tail = toNumber(tailOf(confidence));
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, rest + 1),
    // The upper end, seen from the other side, where the tail keeps its digits.
    high: rest === 0 ? 1 : 1 - betaQuantile(tail, rest, k + 1),
  };
}

function jeffreys({ count: part, responses }: Counted, confidence: Ratio): EstimatedInterval {
  const [k, rest] = [toNumber(part) + 0.5, toNumber(subtract(responses, part)) + 0.5];
  const tail = toNumber(tailOf(confidence));
  return {
    low: k === 0.5 ? 0 : betaQuantile(tail, k, rest),
    high: rest === 0.5 ? 1 : 1 - betaQuantile(tail, rest, k),
  };
}
