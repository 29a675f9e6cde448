import { type Issue, issue } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare, multiply, type Ratio, ratio, sign } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import { betaBinomial, meanOver, meanOverSplits } from './chance.js';
import { toNumber } from './estimate.js';
import type { BetaPrior } from './prior.js';
import {
  type Fields,
  failed,
  fieldsOf,
  listOf,
  nobodyAnswered,
  notOfForm,
  numberAt,
  readNumber,
  type Scored,
  tooShort,
} from './read.js';
import { count, notNegative, type Rule, share } from './rules.js';

/** A payout on a rate of so many customers, and what is believed of the true rate. */
export interface NoiseInput {
  readonly prior: BetaPrior;
  /** Customers the rate is measured on, up to 10,000. */
  readonly customers: Literal;
  /** Points of a payout curve, rate and payout: nothing below the first, straight between, the last one above. */
  readonly curve: readonly (readonly [rate: Literal, payout: Literal])[];
}

/** How much of what a payout varies is luck; estimates, 1 being the payout at target. */
export interface NoiseShare {
  readonly expectedPayout: number;
  readonly totalVariance: number;
  /** The part that comes from true rates being different. */
  readonly varianceDueToTrueRate: number;
  /** The part that comes from few customers: luck. */
  readonly varianceDueToLuck: number;
  /** Luck as a share of the whole; 0 where the payout never varies. */
  readonly noiseShare: number;
}

/** More customers than these would take longer than a second or two. */
const MOST_CUSTOMERS = 10_000;

const priorRule: Rule = {
  code: 'metrics.value.range',
  holds: ({ value }) => compare(value, ratio(1, 1000)) >= 0 && compare(value, ratio(1_000_000_000)) <= 0,
  expected: 'a number from 0.001 to 1,000,000,000',
  hint: 'Write how many customers seen to stay, and to leave, what is believed is worth',
};

/**
 * How much of a payout on a rate is luck: with few customers the measured rate jumps about the true one, and pay with it.
 *
 * Formula:  Var(payout) = Var(E[payout | true rate]) + E[Var(payout | true rate)]; the second over the sum
 * Units:    ratios (1 = 100 %), customers -> payouts and their squares
 * Issues:   metrics.size.limit, metrics.curve.order, metrics.history.short, metrics.value.*
 * Source:   law of total variance. Two measurements of one true rate are counted out together: given how many customers
 *           stay in both, how they fall to either is the same for every true rate, so that no integral is needed
 * @example  noiseShare({ prior: { a: 276, b: 24 }, customers: 20, curve: [['88%', '50%'], ['92%', '100%'], ['96%', '150%']] })
 */
export function noiseShare(input: NoiseInput): Scored<NoiseShare> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, ['prior', 'customers', 'curve'], issues);
  const prior = fields && fieldsOf(fields.values['prior'], ['a', 'b'], issues, ['prior']);
  const [a, b] = [numberAt(prior, 'a', priorRule), numberAt(prior, 'b', priorRule)];
  const customers = customersAt(fields);
  const curve = curveAt(fields);
  if (!a || !b || !customers || issues.length > 0) return failed(issues);
  const payouts = payoutsOf(curve, customers);
  return { ok: true, result: varianceOf(payouts, { a: toNumber(a), b: toNumber(b) }), issues };
}

function customersAt(fields: Fields | undefined): Ratio | undefined {
  const customers = numberAt(fields, 'customers', count);
  if (!fields || !customers) return undefined;
  if (sign(customers) === 0) fields.issues.push(nobodyAnswered(['customers']));
  if (compare(customers, ratio(MOST_CUSTOMERS)) > 0) fields.issues.push(tooMany(customers));
  return customers;
}

/** A point of the curve: from this rate on, exactly; and both values as numbers. */
interface Point {
  readonly from: Ratio;
  readonly rate: number;
  readonly payout: number;
}

function curveAt(fields: Fields | undefined): readonly Point[] {
  const issues = fields?.issues ?? [];
  const list = (fields && listOf(fields.values['curve'], issues, ['curve'])) ?? [];
  if (fields && list.length === 0)
    issues.push(tooShort('The curve has no points', 'a point or more', ['curve']));
  const points = list.flatMap((one, index): Point[] => {
    const pair = listOf(one, issues, ['curve', index]);
    if (!pair) return [];
    if (pair.length > 2) issues.push(notOfForm(one, ['curve', index], 'a point: a rate and a payout'));
    const rate = readNumber(pair[0], share, { path: ['curve', index, 0] }, issues);
    const payout = readNumber(pair[1], notNegative, { path: ['curve', index, 1] }, issues);
    return rate && payout ? [{ from: rate, rate: toNumber(rate), payout: toNumber(payout) }] : [];
  });
  const falls = points.findIndex(
    ({ from }, index) => index > 0 && compare(from, points[index - 1]?.from ?? from) < 0,
  );
  if (falls > 0 && points.length === list.length) issues.push(notInOrder(falls));
  return points;
}

/** What each number of customers who stay is paid; a rate on a point is compared with it exactly. */
function payoutsOf(curve: readonly Point[], customers: Ratio): Float64Array {
  const n = toNumber(customers);
  const payouts = new Float64Array(n + 1);
  const firsts = curve.map(({ from }) => Number(roundToInteger(multiply(from, customers), 'ceiling')));
  for (const [index, { rate, payout }] of curve.entries()) {
    const next = curve[index + 1];
    const slope = next && next.rate > rate ? (next.payout - payout) / (next.rate - rate) : 0;
    const end = firsts[index + 1] ?? n + 1;
    for (let k = firsts[index] ?? end; k < end; k += 1) payouts[k] = payout + slope * (k / n - rate);
  }
  return payouts;
}

function varianceOf(payouts: Float64Array, { a, b }: { readonly a: number; readonly b: number }): NoiseShare {
  const n = payouts.length - 1;
  const paid = (stayed: number) => payouts[stayed] ?? 0;
  const expectedPayout = meanOver(betaBinomial(n, a, b), paid);
  // Of customers counted twice over, so many stay; how they fall to the two counts says nothing of the rate.
  const twice = betaBinomial(2 * n, a, b);
  const varianceDueToLuck = meanOver(twice, (stayed) =>
    meanOverSplits({ n, stayed }, (k) => (paid(k) - paid(stayed - k)) ** 2 / 2),
  );
  const varianceDueToTrueRate = meanOver(twice, (stayed) =>
    meanOverSplits({ n, stayed }, (k) => (paid(k) - expectedPayout) * (paid(stayed - k) - expectedPayout)),
  );
  const totalVariance = varianceDueToLuck + varianceDueToTrueRate;
  const ofLuck = totalVariance > 0 ? varianceDueToLuck / totalVariance : 0;
  return { expectedPayout, totalVariance, varianceDueToTrueRate, varianceDueToLuck, noiseShare: ofLuck };
}

function tooMany(customers: Ratio): Issue {
  return issue({
    code: 'metrics.size.limit',
    path: ['customers'],
    message: `${toNumber(customers)} customers are more than are calculated with`,
    expected: 'at most 10,000 customers',
    hint: 'Calculate it for 10,000: with more customers luck hardly matters',
  });
}

function notInOrder(index: number): Issue {
  return issue({
    code: 'metrics.curve.order',
    path: ['curve', index, 0],
    message: 'This point lies before the one above it',
    expected: 'rates in order, from the lowest up',
    hint: 'Put the points in order',
  });
}
