import { add, compare, divide, multiply, negate, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import type { Curve, OutsideRule } from '../program/step.js';

/** The next place from u in a direction at which what is read from u may bend or jump; undefined where there is none. */
export type Next = (u: Ratio, direction: number) => Ratio | undefined;

/** The nearest of some places beyond u. */
export function nextOf(places: readonly Ratio[]): Next {
  return (u, direction) => {
    const beyond = places.filter((one) => compare(one, u) * direction > 0);
    return beyond.reduce<Ratio | undefined>(
      (near, one) => (near === undefined || compare(one, near) * direction < 0 ? one : near),
      undefined,
    );
  };
}

/** The next whole multiple of a unit, counted from an origin. */
export function nextMultiple(unit: Ratio, origin: Ratio): Next {
  return (u, direction) => {
    const count = divide(subtract(u, origin), unit);
    const next = direction > 0 ? roundToInteger(count, 'floor') + 1n : roundToInteger(count, 'ceiling') - 1n;
    return add(origin, multiply(unit, ratio(next)));
  };
}

/** Where a curve bends or jumps: at its points, and outside them where its rules do. */
export function bendsOf(curve: Curve): Next {
  const places = curve.points.map(([x]) => x);
  const steps: Next[] = [];
  for (const [rule, end] of [
    [curve.below, curve.points[0]],
    [curve.above, curve.points.at(-1)],
  ] as const) {
    if (typeof rule === 'string' || !end) continue;
    if ('slope' in rule) places.push(...bendsOutside(rule, end));
    else steps.push(nextMultiple(rule.each, end[0]));
  }
  const among = nextOf(places);
  return (u, direction) => {
    const all = [among, ...steps].flatMap((one) => one(u, direction) ?? []);
    return nextOf(all)(u, direction);
  };
}

function bendsOutside(
  { slope, until, cap }: Extract<OutsideRule, { readonly slope: Ratio }>,
  [x, y]: readonly [Ratio, Ratio],
): Ratio[] {
  if (cap === undefined || slope.n === 0n) return until ? [until] : [];
  const way = divide(subtract(cap, y), slope);
  const far = sign(way) < 0 ? negate(way) : way;
  return [...(until ? [until] : []), add(x, far), subtract(x, far)];
}
