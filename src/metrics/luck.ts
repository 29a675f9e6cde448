import type { Issue } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { multiply, ONE, type Ratio, subtract } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import { binomial, meanOver } from './chance.js';
import { toNumber } from './estimate.js';
import { failed, fieldsOf, nobodyAnswered, numberAt, type Scored } from './read.js';
import { count, share } from './rules.js';

/** A true rate, how many customers it is measured on, and the rate that is the target. */
export interface TargetChanceInput {
  readonly trueRate: Literal;
  readonly customers: Literal;
  readonly target: Literal;
}

/** How likely a target is reached, whatever was done. */
export interface TargetChance {
  /** Customers who must stay for the measured rate to reach the target, exactly. */
  readonly needed: number;
  readonly probability: number;
}

/**
 * How likely a measured rate reaches its target when the true rate is known: how much of reaching it is luck.
 *
 * Formula:  P(stayed ≥ target × customers), stayed binomial with the true rate
 * Units:    ratios (1 = 100 %), a count -> a probability
 * Issues:   metrics.value.*, metrics.count.whole, metrics.responses.none
 * @example  chanceOfTarget({ trueRate: '90%', customers: 20, target: '92%' }) // needed 19, probability 0.39…
 */
export function chanceOfTarget(input: TargetChanceInput): Scored<TargetChance> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, ['trueRate', 'customers', 'target'], issues);
  const rate = numberAt(fields, 'trueRate', share);
  const customers = numberAt(fields, 'customers', count);
  const target = numberAt(fields, 'target', share);
  if (customers?.n === 0n) issues.push(nobodyAnswered(['customers']));
  if (!rate || !customers || !target || issues.length > 0) return failed(issues);
  const needed = Number(roundToInteger(multiply(target, customers), 'ceiling'));
  const probability = chanceOfAtLeast(needed, toNumber(customers), rate);
  return { ok: true, result: { needed, probability }, issues };
}

function chanceOfAtLeast(needed: number, customers: number, rate: Ratio): number {
  const chances = binomial(customers, toNumber(rate), toNumber(subtract(ONE, rate)));
  return meanOver(chances, (stayed) => (stayed >= needed ? 1 : 0));
}
