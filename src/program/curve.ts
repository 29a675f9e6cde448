import {
  add,
  compare,
  divide,
  lower,
  multiply,
  negate,
  type Ratio,
  ratio,
  sign,
  subtract,
  ZERO,
} from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import type { Curve, OutsideRule } from './step.js';

type Point = readonly [Ratio, Ratio];

/** Where an x falls on a curve: on a point, between two, or outside on one side. */
export type Place =
  | { readonly at: 'point'; readonly point: Point }
  | { readonly at: 'between'; readonly left: Point; readonly right: Point }
  | { readonly at: 'below' | 'above'; readonly end: Point; readonly next: Point | undefined };

/**
 * Finds the place of x. With side `right` the last of the points at x counts, with `left` the first: a
 * point belongs to its better side, also where two share one x.
 */
export function placeOf({ points, side }: Pick<Curve, 'points' | 'side'>, x: Ratio): Place {
  const passed =
    side === 'right'
      ? points.filter(([px]) => compare(px, x) <= 0).length
      : points.filter(([px]) => compare(px, x) < 0).length;
  const left = points[passed - 1];
  const right = points[passed];
  const candidate = side === 'right' ? left : right;
  if (candidate && compare(candidate[0], x) === 0) return { at: 'point', point: candidate };
  if (left && right) return { at: 'between', left, right };
  if (right) return { at: 'below', end: right, next: points.find(([px]) => compare(px, right[0]) > 0) };
  return {
    at: 'above',
    end: left as Point,
    next: points.findLast(([px]) => compare(px, (left as Point)[0]) < 0),
  };
}

/**
 * What a curve pays at x.
 *
 * Formula:  line: y0 + (x − x0) × (y1 − y0) / (x1 − x0) between two points; steps: the payout of the point reached;
 *           slices: sum over slices of rate × the part of x within the slice
 * Domain:   outside the points: nothing, the end's payout (hold), on along the last slope (continue), or on as the
 *           rule states: a slope of its own, or so much for every full step; more towards better, less towards worse
 * Rounds:   never
 */
export function payoutAt(curve: Curve, x: Ratio): Ratio {
  if (curve.shape === 'slices') return slicesUpTo(curve, x);
  const place = placeOf(curve, x);
  if (place.at === 'point') return place.point[1];
  if (place.at === 'between') return between(curve, place.left, place.right, x);
  return beyond(curve, place, x);
}

function beyond(
  { below, above, side }: Curve,
  { at, end, next }: Place & { at: 'below' | 'above' },
  x: Ratio,
): Ratio {
  const rule = at === 'below' ? below : above;
  if (rule === 'nothing') return ZERO;
  if (rule === 'hold') return end[1];
  if (rule === 'continue') return next ? onLine(end, next, x) : end[1];
  const isBetter = (at === 'above') === (side === 'right');
  const over = changeOver(rule, { end, x, isBetter });
  const change = isBetter ? over : negate(over);
  const payout = add(end[1], change);
  return rule.cap === undefined ? payout : lower(payout, rule.cap);
}

/** What a slope or steps come to over the way from the last point: full steps towards better, begun ones towards worse. */
function changeOver(
  rule: Exclude<OutsideRule, string>,
  { end, x, isBetter }: { readonly end: Point; readonly x: Ratio; readonly isBetter: boolean },
): Ratio {
  if ('slope' in rule) {
    const way = distance(end, x);
    const most = rule.until === undefined ? way : lower(way, distance(end, rule.until));
    return multiply(most, rule.slope);
  }
  const steps = divide(distance(end, x), rule.each);
  return multiply(ratio(roundToInteger(steps, isBetter ? 'floor' : 'ceiling')), rule.add);
}

/** How far x lies beyond the last point. */
function distance([end]: Point, x: Ratio): Ratio {
  const difference = subtract(x, end);
  return sign(difference) < 0 ? negate(difference) : difference;
}

function between(curve: Curve, left: Point, right: Point, x: Ratio): Ratio {
  if (curve.shape === 'line') return onLine(left, right, x);
  return curve.side === 'right' ? left[1] : right[1];
}

function onLine([x0, y0]: Point, [x1, y1]: Point, x: Ratio): Ratio {
  return add(y0, divide(multiply(subtract(x, x0), subtract(y1, y0)), subtract(x1, x0)));
}

/** Each slice from a point to the next at the rate of that point; the last goes on. */
function slicesUpTo({ points }: Curve, x: Ratio): Ratio {
  return points.reduce<Ratio>((sum, [from, rate], index) => {
    const to = points[index + 1]?.[0];
    const reached = to === undefined ? x : lower(x, to);
    return compare(reached, from) > 0 ? add(sum, multiply(subtract(reached, from), rate)) : sum;
  }, ZERO);
}
