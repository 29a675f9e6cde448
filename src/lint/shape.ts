import {
  add,
  compare,
  divide,
  equal,
  multiply,
  ONE,
  type Ratio,
  ratio,
  sign,
  subtract,
} from '../num/ratio.js';
import { payoutAt } from '../program/curve.js';
import type { Curve } from '../program/step.js';
import type { Range } from '../risk/range.js';

/** A stretch of what a curve reads with one slope, from left to right; an end that is undefined is open. */
export interface Piece {
  readonly from: Ratio | undefined;
  readonly to: Ratio | undefined;
  readonly slope: Ratio;
  /** What is paid at its ends, coming from within; of an open piece only the other one is. */
  readonly start: Ratio;
  readonly end: Ratio;
}

/** A value of what is read at which the payout jumps, from the worse side to the better. */
export interface Jump {
  readonly at: Ratio;
  readonly before: Ratio;
  readonly after: Ratio;
}

type Point = readonly [x: Ratio, y: Ratio];

/** The pieces of a curve from left to right. Steps of their own beyond the last point are one piece with their mean slope. */
export function piecesOf(curve: Curve): readonly Piece[] {
  const xs = abscissasOf(curve);
  const inner = xs.slice(1).map((to, index) => between(curve, xs[index] as Ratio, to));
  const [first, last] = [xs[0] as Ratio, xs.at(-1) as Ratio];
  return [outer(curve, first, 'below'), ...inner, outer(curve, last, 'above')].flat();
}

/** Where the points stand, each once. */
export function abscissasOf({ points }: Curve): readonly Ratio[] {
  return points.map(([x]) => x).filter((x, index, all) => index === 0 || !equal(x, all[index - 1] as Ratio));
}

/** Inside a stretch every shape is a straight line: two values within it say which. */
function between(curve: Curve, from: Ratio, to: Ratio): Piece {
  const way = subtract(to, from);
  const third = (part: bigint) => add(from, multiply(way, ratio(part, 3n)));
  return lineThrough([third(1n), third(2n)], (x) => payoutAt(curve, x), { from, to });
}

function lineThrough(
  [a, b]: readonly [Ratio, Ratio],
  pays: (x: Ratio) => Ratio,
  { from, to }: { readonly from: Ratio | undefined; readonly to: Ratio | undefined },
): Piece {
  const slope = divide(subtract(pays(b), pays(a)), subtract(b, a));
  const at = (x: Ratio) => add(pays(a), multiply(slope, subtract(x, a)));
  const ends = { start: at(from ?? to ?? a), end: at(to ?? from ?? b) };
  return { from, to, slope, ...ends };
}

/** Beyond the points: up to where a slope ends, and on from there. */
function outer(curve: Curve, end: Ratio, side: 'below' | 'above'): readonly Piece[] {
  const rule = curve[side];
  const way = side === 'above' ? ONE : ratio(-1);
  const beyond = (from: Ratio, by: Ratio = ONE) => {
    const [near, far] = [add(from, multiply(way, by)), add(from, multiply(way, add(by, by)))];
    const open = side === 'above' ? { from, to: undefined } : { from: undefined, to: from };
    return lineThrough(side === 'above' ? [near, far] : [far, near], (x) => payoutAt(curve, x), open);
  };
  if (typeof rule !== 'object') return [beyond(end)];
  if ('each' in rule) return [beyond(end, rule.each)];
  const stop = stopOf(curve, end, side);
  if (stop === undefined || equal(stop, end)) return [beyond(end)];
  const inner = side === 'above' ? between(curve, end, stop) : between(curve, stop, end);
  return side === 'above' ? [inner, beyond(stop)] : [beyond(stop), inner];
}

/** Where a slope beyond the points ends: at its `until`, or where it reaches its cap. */
function stopOf(curve: Curve, end: Ratio, side: 'below' | 'above'): Ratio | undefined {
  const rule = curve[side];
  if (typeof rule !== 'object' || 'each' in rule) return undefined;
  if (rule.until !== undefined) return rule.until;
  if (rule.cap === undefined || sign(rule.slope) === 0) return undefined;
  const way = divide(subtract(rule.cap, payoutAt(curve, end)), rule.slope);
  return sign(way) < 0 ? undefined : side === 'above' ? add(end, way) : subtract(end, way);
}

/** Where a curve jumps, in the order of what it reads. */
export function jumpsOf(curve: Curve): readonly Jump[] {
  const pieces = piecesOf(curve);
  return pieces.slice(1).flatMap((right, index): Jump[] => {
    const left = pieces[index] as Piece;
    if (!right.from || equal(left.end, right.start)) return [];
    const [before, after] = curve.side === 'right' ? [left.end, right.start] : [right.start, left.end];
    return [{ at: right.from, before, after }];
  });
}

/** The least and the most that a curve pays over what can be read; undefined where it goes on without end. */
export function extentOf(
  curve: Curve,
  reads: Range,
): { readonly low: Ratio; readonly high: Ratio } | undefined {
  const paid = piecesOf(curve).flatMap((piece) => ends(clipped(piece, reads)));
  const known = paid.filter((one) => one !== undefined);
  if (known.length === 0 || known.length < paid.length) return undefined;
  return { low: known.reduce(least), high: known.reduce(most) };
}

/** The part of a piece that can be read; undefined where there is none. */
function clipped(piece: Piece, { low, high }: Range): Piece | undefined {
  const from = low && (!piece.from || compare(low, piece.from) > 0) ? low : piece.from;
  const to = high && (!piece.to || compare(high, piece.to) < 0) ? high : piece.to;
  if (from && to && compare(from, to) > 0) return undefined;
  const anchor = piece.from ?? piece.to;
  const at = (x: Ratio | undefined, otherwise: Ratio) =>
    x && anchor
      ? add(piece.from ? piece.start : piece.end, multiply(piece.slope, subtract(x, anchor)))
      : otherwise;
  return { from, to, slope: piece.slope, start: at(from, piece.start), end: at(to, piece.end) };
}

/** What is paid at the ends of a piece; undefined at an open end of a slope. */
function ends(piece: Piece | undefined): (Ratio | undefined)[] {
  if (!piece) return [];
  if (sign(piece.slope) === 0) return [piece.start];
  return [piece.from ? piece.start : undefined, piece.to ? piece.end : undefined];
}

function least(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

function most(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** How much of a jump there is, whichever way. */
export function sizeOf({ before, after }: Jump): Ratio {
  return magnitude(subtract(after, before));
}

export function magnitude(value: Ratio): Ratio {
  return sign(value) < 0 ? { n: -value.n, d: value.d } : value;
}

/** The piece in which a value lies; a value on a point belongs to the better side. */
export function pieceAt(curve: Curve, x: Ratio): Piece {
  const pieces = piecesOf(curve);
  const isRight = curve.side === 'right';
  const reaches = ({ to }: Piece) => !to || (isRight ? compare(x, to) < 0 : compare(x, to) <= 0);
  return pieces.find(reaches) ?? (pieces.at(-1) as Piece);
}

/** Whether a value lies within a range, ends counted. */
export function isWithin(x: Ratio, { low, high }: Range): boolean {
  return (!low || compare(x, low) >= 0) && (!high || compare(x, high) <= 0);
}

/** The first point a result must reach to be paid anything more, the one that pays target, and the one beyond which nothing more is paid. */
export interface Levels {
  readonly threshold?: Ratio;
  readonly target?: Ratio;
  readonly maximum?: Ratio;
}

/** The levels of a curve that pays shares of target; those that fall together are told once. */
export function levelsOf(curve: Curve): Levels {
  const isRight = curve.side === 'right';
  const points: readonly Point[] = isRight ? curve.points : curve.points.toReversed();
  const [worst, best] = [points[0] as Point, points.at(-1) as Point];
  const pieces = isRight ? piecesOf(curve) : piecesOf(curve).toReversed();
  const [first, last] = [pieces[0], pieces.at(-1)];
  const isFlat = (piece: Piece | undefined) => piece !== undefined && sign(piece.slope) === 0;
  const least = first && isFlat(first) ? points.find(([, y]) => !equal(y, first.start)) : undefined;
  // A line begins to rise at the point before the first that pays more.
  const rises = least && curve.shape === 'line' ? risesFrom(points, least, first?.start) : least;
  const target = targetOf(curve, points);
  const maximum = isFlat(last) ? points.find(([, y]) => equal(y, best[1])) : undefined;
  const threshold = rises ?? (isFlat(first) ? undefined : worst);
  return {
    ...(rises !== undefined && threshold && { threshold: threshold[0] }),
    ...(target && (!rises || !equal(target, rises[0])) && { target }),
    ...(maximum &&
      !(target && equal(maximum[0], target)) &&
      !(rises && equal(maximum[0], rises[0])) && { maximum: maximum[0] }),
  };
}

function risesFrom(points: readonly Point[], first: Point, before: Ratio | undefined): Point {
  const previous = points[points.indexOf(first) - 1];
  return previous && before && equal(previous[1], before) && !equal(previous[0], first[0]) ? previous : first;
}

/** Where a curve pays target. */
function targetOf({ shape }: Curve, points: readonly Point[]): Ratio | undefined {
  if (shape === 'slices') return undefined;
  const index = points.findIndex(([, y]) => compare(y, ONE) >= 0);
  const [before, reached] = [points[index - 1], points[index]];
  if (!reached) return undefined;
  if (shape === 'steps' || !before || equal(reached[1], before[1])) return reached[0];
  const share = divide(subtract(ONE, before[1]), subtract(reached[1], before[1]));
  return add(before[0], multiply(share, subtract(reached[0], before[0])));
}
