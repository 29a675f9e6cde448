import type { Path } from '../issue/issue.js';
import { compare, type Ratio } from '../num/ratio.js';
import type { BandDocument, CurveDocument, CurvePoint } from '../plan/document.js';
import type { Direction, MetricUnit } from '../plan/metric-kinds.js';
import { type Check, checkWritten, literalValue, report } from './check.js';
import { pointsOf } from './curve-document.js';
import { checkOutside, reportSlices } from './curve-outside.js';
import { describe } from './describe.js';

/** What the curve reads, and where it stands in the plan. */
export interface CurveContext {
  readonly unit: MetricUnit | 'plain';
  /** What it pays: a ratio, unless it stands in a formula. */
  readonly pays?: MetricUnit | 'plain';
  readonly direction: Direction;
  readonly path: Path;
}

/** Checks a curve: its numbers, their order, gaps and overlaps of bands, payouts that fall, slopes beyond the points. */
export function checkCurve(check: Check, curve: CurveDocument, context: CurveContext): void {
  if ('bands' in curve) {
    checkBands(check, curve.bands, context);
    return;
  }
  const base = 'points' in curve ? [...context.path, 'points'] : context.path;
  const { points, worse, better, shape } = pointsOf(curve, context.direction);
  checkPoints(check, points, { ...context, path: base });
  if (shape === 'slices' && context.direction === 'lower') reportSlices(check, 'shape', context.path);
  for (const [side, rule] of [
    ['worse', worse],
    ['better', better],
  ] as const) {
    if (rule === 'continue' && (shape === 'steps' || !slopes(points, side, context.direction)))
      reportSlope(check, side, context.path);
    if (typeof rule === 'object') checkOutside(check, rule, { points, side, context });
    if (shape === 'slices' && rule !== undefined) reportSlices(check, side, context.path);
  }
}

function checkPoints(check: Check, points: readonly CurvePoint[], context: CurveContext): void {
  const before = check.issues.length;
  points.forEach(([x, y], index) => {
    checkWritten(check, x, context.unit, [...context.path, index, 0]);
    checkWritten(check, y, context.pays ?? 'ratio', [...context.path, index, 1]);
    const known = points.slice(0, index).filter(([at]) => typeof at !== 'object');
    const [before, last] = [known.at(-2), known.at(-1)];
    const order = last ? comparePoints(last, [x, y]) : 1;
    const third = before !== undefined && order === 0 && comparePoints(before, [x, y]) === 0;
    if (order < 0 || third)
      reportOrder(check, { x, third, direction: context.direction }, [...context.path, index, 0]);
  });
  // Payouts of points out of order say nothing about what a better result pays.
  const ordered = check.issues.slice(before).every((one) => one.code !== 'plan.curve.order');
  if (ordered)
    checkFalls(
      check,
      points.map(([, y]) => literalValue(y)),
      context,
    );
}

/** Points that are calculated are looked at with the data. */
function comparePoints([before]: CurvePoint, [x]: CurvePoint): number {
  const [low, high] = [literalValue(before), literalValue(x)];
  return low && high ? compare(high, low) : 1;
}

function reportOrder(
  check: Check,
  { x, third, direction }: { x: CurvePoint[0]; third: boolean; direction: Direction },
  path: Path,
): void {
  report(check, {
    code: 'plan.curve.order',
    path,
    message: third ? `Three points stand at ${describe(x)}` : `${describe(x)} stands after a greater value`,
    expected: 'ascending values of what is read; two points at one value are a jump',
    hint: `Order the points from the lowest to the highest value${direction === 'lower' ? '; lower is better here, so the best stands first' : ''}`,
  });
}

/** A better result that pays less is legal, and hardly ever meant. */
function checkFalls(
  check: Check,
  payouts: readonly (Ratio | undefined)[],
  { direction, path }: CurveContext,
): void {
  const ordered = direction === 'higher' ? payouts : payouts.toReversed();
  const falls = ordered.some(
    (payout, index) =>
      index > 0 && payout && ordered[index - 1] && compare(payout, ordered[index - 1] as Ratio) < 0,
  );
  if (!falls) return;
  report(check, {
    code: 'plan.curve.falls',
    path,
    message: 'A better result pays less on this curve',
    expected: `payouts that do not fall as the result gets ${direction}`,
    hint:
      direction === 'lower'
        ? 'Lower is better here: the best stands first'
        : 'Exchange the payouts; or, where lower is better, let the goal read the value',
  });
}

function slopes(points: readonly CurvePoint[], side: 'worse' | 'better', direction: Direction): boolean {
  const atStart = (side === 'worse') === (direction === 'higher');
  const [end, next] = atStart ? [points[0], points[1]] : [points.at(-1), points.at(-2)];
  return end !== undefined && next !== undefined && comparePoints(end, next) !== 0;
}

function reportSlope(check: Check, side: string, path: Path): void {
  report(check, {
    code: 'plan.curve.slope',
    path: [...path, side],
    message: `The curve continues on its ${side} side but has no slope there`,
    expected: 'shape: line with two points at different values on that side',
    hint: 'Write hold or nothing, or add a point',
  });
}

function checkBands(check: Check, bands: readonly BandDocument[], context: CurveContext): void {
  const path = [...context.path, 'bands'];
  const descending = bands.slice(1).some((band, index) => isBelow(band, bands[index] as BandDocument));
  if (descending) {
    reportDescending(check, path);
    return;
  }
  bands.forEach((band, index) => {
    for (const key of ['from', 'to'] as const)
      checkWritten(check, band[key], context.unit, [...path, index, key]);
    checkWritten(check, band.pays, 'ratio', [...path, index, 'pays']);
    checkBandOrder(check, band, [...path, index]);
    const next = bands[index + 1];
    if (next) checkSeam(check, band, next, [...path, index + 1, 'from']);
  });
  checkOpenEnds(check, bands, context);
  checkFalls(
    check,
    bands.map((band) => literalValue(band.pays)),
    { ...context, path },
  );
}

/** Whether a band lies wholly below another. */
function isBelow(band: BandDocument, other: BandDocument): boolean {
  if (band.to === undefined || other.from === undefined) return false;
  return compare(literalValue(band.to) as Ratio, literalValue(other.from) as Ratio) <= 0;
}

function reportDescending(check: Check, path: Path): void {
  report(check, {
    code: 'plan.curve.order',
    path,
    message: 'The bands do not stand in ascending order',
    expected: 'bands from the lowest values to the highest',
    hint: 'Turn them round; where lower is better the best then stands first',
  });
}

function checkBandOrder(check: Check, { from, to }: BandDocument, path: Path): void {
  if (
    from === undefined ||
    to === undefined ||
    compare(literalValue(from) as Ratio, literalValue(to) as Ratio) < 0
  )
    return;
  report(check, {
    code: 'plan.curve.order',
    path,
    message: `The band ends at ${to}, not above its beginning ${from}`,
    expected: 'from below to',
    hint: 'Exchange the ends',
  });
}

/** A band must end exactly where the next begins: 89.99 and 90 leave a gap that somebody falls into. */
function checkSeam(check: Check, band: BandDocument, next: BandDocument, path: Path): void {
  const order =
    band.to === undefined || next.from === undefined
      ? -1
      : compare(literalValue(next.from) as Ratio, literalValue(band.to) as Ratio);
  if (order === 0) return;
  const gap = order > 0;
  report(check, {
    code: gap ? 'plan.curve.gap' : 'plan.curve.overlap',
    path,
    message: gap
      ? `No band covers the values between ${band.to} and ${next.from}`
      : `Two bands cover values ${next.from === undefined ? `below ${band.to ?? 'the end'}` : `from ${next.from}`}`,
    expected: `from: ${band.to ?? next.from ?? 'the end of the band before'}`,
    hint: 'Let each band begin exactly where the one before ends; the boundary belongs to the better band',
  });
}

/** The best band must be open: a cap written as an end would pay nothing beyond it. */
function checkOpenEnds(
  check: Check,
  bands: readonly BandDocument[],
  { direction, path }: CurveContext,
): void {
  const index = direction === 'higher' ? bands.length - 1 : 0;
  const key = direction === 'higher' ? 'to' : 'from';
  const end = bands[index]?.[key];
  if (end === undefined) return;
  report(check, {
    code: 'plan.curve.gap',
    path: [...path, 'bands', index, key],
    message: `No band covers values better than ${end}`,
    expected: `the best band without ${key}`,
    hint: 'Leave the end out: the best band goes on',
  });
}
