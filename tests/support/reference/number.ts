import Fraction from 'fraction.js';
import type { Literal, RoundingRule } from '../../../src/index.js';

export const ZERO = new Fraction(0);
export const ONE = new Fraction(1);

/** A literal of a plan or file on fraction.js: percent signs divide by 100, `p/q` is a fraction. */
export function exact(raw: Literal): Fraction {
  const text = String(raw);
  return text.endsWith('%') ? new Fraction(text.slice(0, -1)).div(100) : new Fraction(text);
}

/** The nearest multiple of a unit, each mode as the table of rounding modes states it. */
export function round(value: Fraction, unit: Fraction, mode: RoundingRule['mode']): Fraction {
  const units = value.div(unit);
  const below = units.floor();
  const above = units.ceil();
  if (below.equals(above)) return value;
  return pick(units, below, above, mode).mul(unit);
}

function pick(value: Fraction, below: Fraction, above: Fraction, mode: RoundingRule['mode']): Fraction {
  const outward = value.lt(0) ? below : above;
  const inward = value.lt(0) ? above : below;
  const balance = value.sub(below).compare(above.sub(value));
  const nearest = balance < 0 ? below : above;
  const even = below.mod(2).equals(0) ? below : above;
  const choices: Record<RoundingRule['mode'], Fraction> = {
    floor: below,
    ceiling: above,
    up: outward,
    down: inward,
    halfUp: balance === 0 ? outward : nearest,
    halfDown: balance === 0 ? inward : nearest,
    halfEven: balance === 0 ? even : nearest,
  };
  return choices[mode];
}

/** Held between a floor and a cap; where both bind the floor wins. */
export function clamp(value: Fraction, floor: Fraction | undefined, cap: Fraction | undefined): Fraction {
  const capped = cap ? lower(cap, value) : value;
  return floor?.gt(capped) === true ? floor : capped;
}

function lower(a: Fraction, b: Fraction): Fraction {
  return a.lt(b) ? a : b;
}

/** Exact text as the library prints it: decimals where they end, else p/q. */
export function same(text: string, value: Fraction): boolean {
  return new Fraction(text).equals(value);
}
