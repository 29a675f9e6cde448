import { compare, type Ratio, ratio } from './ratio.js';

/**
 * How a value between two units is settled. "Half" modes go to the nearest unit and differ only on exact
 * ties; all are defined for negative amounts too (clawbacks meet them).
 *
 * | mode | 2.5 | −2.5 | 2.4 |
 * |---|---|---|---|
 * | halfUp (ties away from zero) | 3 | −3 | 2 |
 * | halfDown (ties toward zero) | 2 | −2 | 2 |
 * | halfEven (ties to the even unit) | 2 | −2 | 2 |
 * | up (away from zero) | 3 | −3 | 3 |
 * | down (toward zero) | 2 | −2 | 2 |
 * | ceiling (toward +∞) | 3 | −2 | 3 |
 * | floor (toward −∞) | 2 | −3 | 2 |
 */
export const roundingModes = ['halfUp', 'halfDown', 'halfEven', 'up', 'down', 'ceiling', 'floor'] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** Given the whole part, twice the rest against the divisor, and the sign: does the magnitude go up by one? */
const goesUp: Record<RoundingMode, (whole: bigint, half: number, negative: boolean) => boolean> = {
  halfUp: (_, half) => half >= 0,
  halfDown: (_, half) => half > 0,
  halfEven: (whole, half) => half > 0 || (half === 0 && whole % 2n === 1n),
  up: () => true,
  down: () => false,
  ceiling: (_whole, _half, negative) => !negative,
  floor: (_whole, _half, negative) => negative,
};

/** The whole number nearest to a ratio by the mode. */
export function roundToInteger({ n, d }: Ratio, mode: RoundingMode): bigint {
  const negative = n < 0n;
  const magnitude = negative ? -n : n;
  const whole = magnitude / d;
  const rest = magnitude - whole * d;
  if (rest === 0n) return negative ? -whole : whole;
  const twice = rest + rest;
  const half = twice === d ? 0 : twice > d ? 1 : -1;
  const settled = goesUp[mode](whole, half, negative) ? whole + 1n : whole;
  return negative ? -settled : settled;
}

/**
 * A value rounded to a multiple of a unit: 0.01 for cents, 1 for whole euros, 0.001 for a tenth of a percent.
 *
 * @example roundTo(ratio(2345n, 1000n), ratio(1n, 100n), 'halfUp') // 2.35
 */
export function roundTo(value: Ratio, unit: Ratio, mode: RoundingMode): Ratio {
  const units = roundToInteger({ n: value.n * unit.d, d: value.d * unit.n }, mode);
  return { n: units * unit.n, d: unit.d };
}

/** True when the value is a whole number of units already. */
export function isMultipleOf(value: Ratio, unit: Ratio): boolean {
  return compare(roundTo(value, unit, 'down'), value) === 0;
}

const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 40 }, (_, digits) => 10n ** BigInt(digits));

/** 10 to the power of `digits`. */
export function powerOfTen(digits: number): bigint {
  return POWERS_OF_TEN[digits] ?? 10n ** BigInt(digits);
}

/** 10 to the power of minus `digits`, as a unit: 2 gives 0.01. */
export function decimalUnit(digits: number): Ratio {
  return ratio(1n, powerOfTen(digits));
}

/**
 * A value rounded to a multiple of a unit, counted in units of 10^−digits: 2.345 to 0.01 with 2 digits is 235n.
 * The unit is a multiple of 10^−digits itself.
 */
export function roundToUnits(
  value: Ratio,
  unit: Ratio,
  { mode, digits }: { mode: RoundingMode; digits: number },
): bigint {
  const multiples = roundToInteger({ n: value.n * unit.d, d: value.d * unit.n }, mode);
  return (multiples * unit.n * powerOfTen(digits)) / unit.d;
}
