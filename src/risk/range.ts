import {
  add,
  compare,
  divide,
  higher,
  lower,
  multiply,
  negate,
  type Ratio,
  sign,
  ZERO,
} from '../num/ratio.js';
import { roundTo } from '../num/round.js';
import { payoutAt } from '../program/curve.js';
import type { Curve, Operation, OutsideRule, Relation } from '../program/step.js';

/** Between which numbers a value lies, both ends counted; an end that is undefined is open. */
export interface Range {
  readonly low: Ratio | undefined;
  readonly high: Ratio | undefined;
}

/** Nothing is known of the value. */
export const ANYTHING: Range = { low: undefined, high: undefined };

/** A value that is known. */
export function exactly(value: Ratio): Range {
  return { low: value, high: value };
}

/** What holds both ranges. */
export function hull(a: Range, b: Range): Range {
  return {
    low: a.low && b.low && lower(a.low, b.low),
    high: a.high && b.high && higher(a.high, b.high),
  };
}

export function sumOf(a: Range, b: Range): Range {
  return { low: a.low && b.low && add(a.low, b.low), high: a.high && b.high && add(a.high, b.high) };
}

export function negative({ low, high }: Range): Range {
  return { low: high && negate(high), high: low && negate(low) };
}

/** Product: the least and the greatest product of two ends; an open end makes the product open but for a factor of zero. */
export function productOf(a: Range, b: Range): Range {
  if (isZero(a) || isZero(b)) return exactly(ZERO);
  if (isPositive(a)) return scaled(a, b);
  if (isPositive(b)) return scaled(b, a);
  if (isNegative(a)) return negative(scaled(negative(a), b));
  if (isNegative(b)) return negative(scaled(negative(b), a));
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x && y && multiply(x, y)));
  if (ends.some((one) => one === undefined)) return ANYTHING;
  return { low: (ends as Ratio[]).reduce(lower), high: (ends as Ratio[]).reduce(higher) };
}

/** A range times factors that are not negative. */
function scaled(factor: Range, { low, high }: Range): Range {
  const by = (end: Ratio, isTowardsZero: boolean) => {
    const most = isTowardsZero ? factor.low : factor.high;
    return most && multiply(most, end);
  };
  return {
    low: low && by(low, sign(low) >= 0),
    high: high && by(high, sign(high) <= 0),
  };
}

function isZero({ low, high }: Range): boolean {
  return low?.n === 0n && high?.n === 0n;
}

function isPositive({ low }: Range): boolean {
  return low !== undefined && sign(low) >= 0;
}

function isNegative({ high }: Range): boolean {
  return high !== undefined && sign(high) <= 0;
}

/**
 * Quotient; where the divisor can change its sign, nothing is known. A divisor of zero has no quotient; on the way to it
 * the quotient goes beyond every number.
 */
export function quotientOf(a: Range, divisor: Range): Range {
  if (isZero(divisor)) return ANYTHING;
  if (isPositive(divisor)) return productOf(a, inverseOf(divisor));
  return isNegative(divisor) ? negative(productOf(a, inverseOf(negative(divisor)))) : ANYTHING;
}

/** One over what is not negative. */
function inverseOf({ low, high }: Range): Range {
  return { low: high ? inverse(high) : ZERO, high: low && sign(low) > 0 ? inverse(low) : undefined };
}

function inverse(value: Ratio): Ratio {
  return divide({ n: 1n, d: 1n }, value);
}

export function lowestOf(a: Range, b: Range): Range {
  return {
    low: a.low && b.low && lower(a.low, b.low),
    high: a.high === undefined ? b.high : b.high === undefined ? a.high : lower(a.high, b.high),
  };
}

export function highestOf(a: Range, b: Range): Range {
  return negative(lowestOf(negative(a), negative(b)));
}

/** Whether a comparison can hold, and whether it can fail. */
export function comparisonOf(
  relation: Relation,
  a: Range,
  b: Range,
): { readonly can: boolean; readonly canFail: boolean } {
  if (relation === 'atMost' || relation === 'lessThan')
    return comparisonOf(relation === 'atMost' ? 'atLeast' : 'moreThan', b, a);
  const [best, worst] = [orderOf(a.high, b.low), orderOf(a.low, b.high)];
  const holds = (order: number | undefined, open: boolean) =>
    order === undefined ? open : relation === 'atLeast' ? order >= 0 : order > 0;
  return { can: holds(best, true), canFail: !holds(worst, false) };
}

function orderOf(a: Ratio | undefined, b: Ratio | undefined): number | undefined {
  return a && b && compare(a, b);
}

/** Rounding keeps the order of numbers. */
export function roundedOf(
  { low, high }: Range,
  unit: Ratio,
  mode: (Operation & { op: 'round' })['mode'],
): Range {
  return { low: low && roundTo(low, unit, mode), high: high && roundTo(high, unit, mode) };
}

/**
 * What a curve pays over a range of what it reads: the least and the greatest of its ends, of the points between them and
 * of what lies just beside those. Beyond an open end what the curve says there.
 */
export function curveOver(curve: Curve, { low, high }: Range): Range {
  const { points } = curve;
  const [first, last] = [points[0]?.[0], points.at(-1)?.[0]];
  if (!first || !last) return ANYTHING;
  const within = points.filter(([x]) => (!low || compare(x, low) >= 0) && (!high || compare(x, high) <= 0));
  const inside = within.flatMap(([x, y]) =>
    curve.shape === 'slices' ? [payoutAt(curve, x)] : [y, payoutAt(curve, x)],
  );
  const ends = [low, high].flatMap((x) => (x ? [payoutAt(curve, x)] : []));
  const known = [...inside, ...ends].map(exactly);
  const beyond = [
    ...(!low || compare(low, first) < 0 ? [outside(curve, 'below', low)] : []),
    ...(!high || compare(high, last) > 0 ? [outside(curve, 'above', high)] : []),
  ];
  const all = [...known, ...beyond];
  return all.length === 0 ? ANYTHING : all.reduce(hull);
}

/** What a curve can pay beyond its points, up to an end that may be open. */
function outside(curve: Curve, side: 'below' | 'above', end: Ratio | undefined): Range {
  const { points, shape } = curve;
  const last = (side === 'above' ? points.at(-1) : points[0]) as readonly [Ratio, Ratio];
  if (shape === 'slices')
    return side === 'below' ? exactly(ZERO) : onward(exactly(payoutAt(curve, last[0])), curve, end, last[1]);
  const rule: OutsideRule = side === 'above' ? curve.above : curve.below;
  if (rule === 'nothing') return exactly(ZERO);
  if (rule === 'hold') return exactly(last[1]);
  const own = exactly(last[1]);
  if (end) return hull(own, exactly(payoutAt(curve, end)));
  if (typeof rule === 'object') {
    if ('until' in rule && rule.until !== undefined) return hull(own, exactly(payoutAt(curve, rule.until)));
    return beyondBy(rule, last[1], (side === 'above') === (curve.side === 'right'));
  }
  const next = (side === 'above' ? points.toReversed() : points).find(([x]) => compare(x, last[0]) !== 0);
  return next ? towards(own, compare(last[1], next[1])) : own;
}

/** On without end by a slope or steps of its own, within its cap; towards worse they take what they add towards better. */
function beyondBy(rule: Exclude<OutsideRule, string>, from: Ratio, isBetter: boolean): Range {
  const { cap } = rule;
  const rate = sign('slope' in rule ? rule.slope : rule.add);
  const { low, high } = towards(exactly(from), isBetter ? rate : -rate);
  if (cap === undefined) return { low, high };
  return { low: low && lower(low, cap), high: high ? lower(high, cap) : cap };
}

/** A range that goes on without end: up, down, or not at all. */
function towards({ low, high }: Range, way: number): Range {
  return { low: way < 0 ? undefined : low, high: way > 0 ? undefined : high };
}

function onward(own: Range, curve: Curve, end: Ratio | undefined, rate: Ratio): Range {
  if (end) return hull(own, exactly(payoutAt(curve, end)));
  return towards(own, sign(rate));
}
