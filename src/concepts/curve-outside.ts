import type { Path } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { add, compare, equal, multiply, negate, ONE, sign, subtract } from '../num/ratio.js';
import type { CurvePoint, SlopeOutside, StepsOutside } from '../plan/document.js';
import { type Check, checkWritten, literalValue, report } from './check.js';
import type { CurveContext } from './curve-check.js';

/** A slope or steps beyond the points: steps have a size, and two caps say the same. */
export function checkOutside(
  check: Check,
  rule: SlopeOutside | StepsOutside,
  {
    points,
    side,
    context,
  }: { points: readonly CurvePoint[]; side: 'worse' | 'better'; context: CurveContext },
): void {
  const path = [...context.path, side];
  checkOutsideWritten(check, rule, context, path);
  if ('perStep' in rule) {
    if (sign(literalValue(rule.perStep.each) ?? ONE) <= 0) reportStep(check, String(rule.perStep.each), path);
    return;
  }
  const above = (side === 'better') === (context.direction === 'higher');
  const [x, y] = ((above ? points.at(-1) : points[0]) ?? []).map(literalValue);
  const [slope, until, cap] = [rule.slope, rule.until, rule.cap].map((one) =>
    one === undefined ? undefined : literalValue(one),
  );
  const isInside =
    (until && x && compare(until, x) * (above ? 1 : -1) < 0) || (cap && y && above && compare(cap, y) < 0);
  if (isInside) reportInside(check, rule, path);
  if (!x || !y || !slope || !until || !cap) return;
  const way = subtract(until, x);
  const change = multiply(sign(way) < 0 ? negate(way) : way, slope);
  const reached = side === 'better' ? add(y, change) : subtract(y, change);
  if (!equal(reached, cap)) reportCaps(check, rule, toExactText(reached), path);
}

/** The numbers of a rule in the units of what is read and paid. */
function checkOutsideWritten(
  check: Check,
  rule: SlopeOutside | StepsOutside,
  { unit, pays = 'ratio' }: CurveContext,
  path: Path,
): void {
  checkWritten(check, rule.cap, pays, [...path, 'cap']);
  if ('perStep' in rule) {
    checkWritten(check, rule.perStep.each, unit, [...path, 'perStep', 'each']);
    checkWritten(check, rule.perStep.add, pays, [...path, 'perStep', 'add']);
  } else checkWritten(check, rule.until, unit, [...path, 'until']);
}

function reportStep(check: Check, each: string, path: Path): void {
  report(check, {
    code: 'plan.number.range',
    path: [...path, 'perStep', 'each'],
    message: `A step of ${each} is never taken`,
    expected: 'a number above 0',
    hint: 'Write how much of what is read makes a step',
  });
}

function reportInside(check: Check, { until, cap }: SlopeOutside, path: Path): void {
  report(check, {
    code: 'plan.curve.caps',
    path,
    message: `The curve goes on beyond its points, and ${[until !== undefined && `until ${until}`, cap !== undefined && `cap ${cap}`].filter(Boolean).join(' or ')} lies within them`,
    expected: 'until beyond the last point, and a cap of at least its payout',
    hint: 'Write hold where the curve ends at its last point',
  });
}

function reportCaps(check: Check, { slope, until, cap }: SlopeOutside, reached: string, path: Path): void {
  report(check, {
    code: 'plan.curve.caps',
    path,
    message: `At until: ${until} a slope of ${slope} reaches ${reached}, and cap says ${cap}`,
    expected: 'until and cap that meet, or one of them',
    hint: 'The text of the plan states its cap twice; decide which of the two rules and remove the other',
  });
}

/** Slices have no outside of their own. */
export function reportSlices(check: Check, side: string, path: Path): void {
  report(check, {
    code: 'plan.curve.slope',
    path: [...path, side],
    message: 'Slices pay nothing below the first and go on at the rate of the last',
    expected: `no ${side}`,
    hint: 'Remove it; a last slice at 0% pays no more',
  });
}
