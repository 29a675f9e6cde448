import Fraction from 'fraction.js';
import type { CurveShape, Literal, Outside } from '../../../src/index.js';
import { exact, ZERO } from '../reference/number.js';
import { NotKnown } from '../reference/world.js';

export type Direction = 'higher' | 'lower';
type Point = readonly [x: Fraction, y: Fraction];

/** A curve with its points worked out. */
export interface Line {
  readonly points: readonly Point[];
  readonly shape: CurveShape;
  readonly worse: Outside;
  readonly better: Outside;
  readonly direction: Direction;
}

/** What a curve gives for a value. Where lower is better everything is mirrored, so that one rule is enough. */
export function onCurve(line: Line, x: Fraction): Fraction {
  const { points, direction } = line;
  if (points.some(([px], index) => px.lt(points[index - 1]?.[0] ?? px)))
    throw new NotKnown('points in disorder');
  if (direction === 'higher') return risingLine(line, x);
  const mirrored = points.toReversed().map(([px, py]): Point => [px.neg(), py]);
  return risingLine({ ...line, points: mirrored }, x.neg());
}

function risingLine(line: Line, x: Fraction): Fraction {
  const { points, shape } = line;
  if (shape === 'slices') return slices(points, x);
  const reached = points.findLastIndex(([px]) => px.lte(x));
  if (reached < 0) return outside(line, 'worse', x);
  const [x0, y0] = points[reached] as Point;
  const next = points[reached + 1];
  if (x0.equals(x) || (next && shape === 'steps')) return y0;
  return next ? between([x0, y0], next, x) : outside(line, 'better', x);
}

/** Each slice at its own rate: what lies below the first is paid nothing, the last goes on. */
function slices(points: readonly Point[], x: Fraction): Fraction {
  return points.reduce((sum, [from, rate], index) => {
    const to = points[index + 1]?.[0];
    const end = to?.lt(x) ? to : x;
    return end.gt(from) ? sum.add(end.sub(from).mul(rate)) : sum;
  }, ZERO);
}

function outside(line: Line, side: 'worse' | 'better', x: Fraction): Fraction {
  const ends = side === 'worse' ? line.points : line.points.toReversed();
  const [end, ...others] = ends as [Point, ...Point[]];
  const rule = line[side];
  if (rule === 'nothing') return ZERO;
  if (rule === 'hold') return end[1];
  if (rule === 'continue') {
    const next = others.find(([px]) => !px.equals(end[0]));
    return next ? between(end, next, x) : end[1];
  }
  if ('perStep' in rule) {
    // A step counts when it is full; on the worse side each that is begun is one less.
    const steps = x.sub(end[0]).div(exact(rule.perStep.each)).floor();
    return lowest(end[1].add(steps.mul(exact(rule.perStep.add))), rule.cap);
  }
  return lowest(end[1].add(sloped(line, rule, end[0], x)), rule.cap);
}

/** A slope is how much more is paid for each unit towards better, and less towards worse. */
function sloped(
  { direction }: Line,
  { slope, until }: { readonly slope: Literal; readonly until?: Literal },
  from: Fraction,
  x: Fraction,
): Fraction {
  const lower = direction === 'lower';
  const rate = exact(slope);
  const end = until === undefined ? x : lower ? exact(until).neg() : exact(until);
  const beyond = x.gt(from) ? x.gt(end) : x.lt(end);
  return (beyond ? end : x).sub(from).mul(rate);
}

function lowest(value: Fraction, cap: Literal | undefined): Fraction {
  return cap !== undefined && value.gt(exact(cap)) ? exact(cap) : value;
}

function between([x0, y0]: Point, [x1, y1]: Point, x: Fraction): Fraction {
  return y0.add(y1.sub(y0).mul(x.sub(x0)).div(x1.sub(x0)));
}

/** One side of a matrix: where its lines stand, and the value read. */
export interface Axis {
  readonly at: readonly Fraction[];
  readonly direction: Direction;
  readonly value: Fraction;
}

/** The cell of the thresholds reached, or what lies between the cells; nothing below a first threshold. */
export function onMatrix(
  rows: Axis,
  columns: Axis,
  values: readonly (readonly Fraction[])[],
  shape: 'line' | 'level',
): Fraction {
  const [row, column] = [placeOn(rows, shape), placeOn(columns, shape)];
  if (row === undefined || column === undefined) return ZERO;
  return mixed(row, (r) => mixed(column, (c) => values[r]?.[c] as Fraction));
}

/** Two lines and how far the value lies from the first to the second. */
interface Between {
  readonly from: number;
  readonly to: number;
  readonly part: Fraction;
}

function mixed({ from, to, part }: Between, value: (index: number) => Fraction): Fraction {
  return value(from).add(value(to).sub(value(from)).mul(part));
}

function placeOn({ at, direction, value }: Axis, shape: 'line' | 'level'): Between | undefined {
  const lower = direction === 'lower';
  const lines = at.map((line, index) => ({ x: lower ? line.neg() : line, index }));
  const rising = lower ? lines.toReversed() : lines;
  const x = lower ? value.neg() : value;
  const reached = rising.findLastIndex((line) => line.x.lte(x));
  if (reached < 0) return undefined;
  const here = rising[reached] as (typeof rising)[number];
  const next = rising[reached + 1];
  if (!next || shape === 'level') return { from: here.index, to: here.index, part: new Fraction(0) };
  return { from: here.index, to: next.index, part: x.sub(here.x).div(next.x.sub(here.x)) };
}
