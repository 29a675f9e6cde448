import type { Issue } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { add, divide, lower, multiply, ONE, type Ratio, sign, subtract } from '../num/ratio.js';
import { squareRoot } from '../num/root.js';
import { toNumber } from './estimate.js';
import { zFor } from './normal.js';
import { type Fields, failed, fieldsOf, has, numberAt, optionalAt, type Scored } from './read.js';
import { anyNumber, confidence, count, shareAboveZero } from './rules.js';

/** When a result is to count in full, and how much was observed. */
export interface FullCredibilityInput {
  /** How often a result that counts in full must lie within the tolerance, such as '90%'. */
  readonly probability: Literal;
  /** How far it may lie off, as a share of itself, such as '5%'. */
  readonly tolerance: Literal;
  /** The rate that is expected, where it is a rate such as retention; left out where events are counted. */
  readonly rate?: Literal;
  /** Customers of a rate, or events, that were observed. */
  readonly observed: Literal;
  /** The own result and the one of all, to be blended; both or neither. */
  readonly own?: Literal;
  readonly all?: Literal;
}

/** How many observations count in full, and how much those there are do; estimates. */
export interface FullCredibility {
  /** Observations from which on a result counts in full. */
  readonly needed: number;
  /** The weight of the own result, from 0 to 1. */
  readonly credibility: number;
  readonly raw?: number;
  readonly blended?: number;
}

/**
 * How much an own result counts by the rule of limited fluctuation: in full from a number of observations on that keeps
 * it within a tolerance, and by the square root of their share below.
 *
 * Formula:  needed = (z / tolerance)², for a rate × (1 − rate) / rate; Z = min(1, √(observed / needed))
 * Issues:   metrics.value.*, metrics.count.whole
 * Source:   classical credibility, as in actuarial textbooks: 1,082 claims for 90 % and 5 %
 * @example  limitedFluctuation({ probability: '90%', tolerance: '5%', rate: '92%', observed: 40 })
 */
export function limitedFluctuation(input: FullCredibilityInput): Scored<FullCredibility> {
  const issues: Issue[] = [];
  const keys = ['probability', 'tolerance', 'rate', 'observed', 'own', 'all'];
  const fields = fieldsOf(input, keys, issues);
  const needed = neededAt(fields);
  const observed = numberAt(fields, 'observed', count);
  const pair = pairAt(fields);
  if (!needed || !observed || issues.length > 0) return failed(issues);
  // A rate of 100 % never fluctuates, so that any observation counts in full.
  const part = sign(needed) === 0 ? ONE : lower(ONE, divide(observed, needed));
  const credibility = squareRoot(part);
  const result: FullCredibility = {
    needed: toNumber(needed),
    credibility: toNumber(credibility),
    ...(pair && { raw: toNumber(pair.own), blended: toNumber(between(pair, credibility)) }),
  };
  return { ok: true, result, issues };
}

function neededAt(fields: Fields | undefined): Ratio | undefined {
  const probability = numberAt(fields, 'probability', confidence);
  const tolerance = numberAt(fields, 'tolerance', shareAboveZero);
  const rate = optionalAt(fields, 'rate', shareAboveZero);
  if (!probability || !tolerance) return undefined;
  const reach = divide(zFor(probability), tolerance);
  const events = multiply(reach, reach);
  return rate ? multiply(events, divide(subtract(ONE, rate), rate)) : events;
}

interface Pair {
  readonly own: Ratio;
  readonly all: Ratio;
}

function pairAt(fields: Fields | undefined): Pair | undefined {
  if (!has(fields, 'own') && !has(fields, 'all')) return undefined;
  const [own, all] = [numberAt(fields, 'own', anyNumber), numberAt(fields, 'all', anyNumber)];
  return own && all && { own, all };
}

function between({ own, all }: Pair, credibility: Ratio): Ratio {
  return add(multiply(credibility, own), multiply(subtract(ONE, credibility), all));
}
