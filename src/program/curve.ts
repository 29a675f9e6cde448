import { add, compare, divide, multiply, type Ratio, subtract, ZERO } from '../num/ratio.js';
import type { Curve } from './step.js';

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
export function placeOf({ points, side }: Curve, x: Ratio): Place {
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
 * Formula:  line: y0 + (x − x0) × (y1 − y0) / (x1 − x0) between two points; steps: the payout of the point reached
 * Domain:   outside the points: nothing, the end's payout (hold), or on along the last slope (continue)
 * Rounds:   never
 */
export function payoutAt(curve: Curve, x: Ratio): Ratio {
  const place = placeOf(curve, x);
  if (place.at === 'point') return place.point[1];
  if (place.at === 'between') return between(curve, place.left, place.right, x);
  const rule = place.at === 'below' ? curve.below : curve.above;
  if (rule === 'nothing') return ZERO;
  return rule === 'hold' || !place.next ? place.end[1] : onLine(place.end, place.next, x);
}

function between(curve: Curve, left: Point, right: Point, x: Ratio): Ratio {
  if (curve.shape === 'line') return onLine(left, right, x);
  return curve.side === 'right' ? left[1] : right[1];
}

function onLine([x0, y0]: Point, [x1, y1]: Point, x: Ratio): Ratio {
  return add(y0, divide(multiply(subtract(x, x0), subtract(y1, y0)), subtract(x1, x0)));
}
