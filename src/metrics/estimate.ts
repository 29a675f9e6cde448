import { add, type Ratio, ZERO } from '../num/ratio.js';

/** Where a true value may well lie, as an estimate to be read. */
export interface EstimatedInterval {
  readonly low: number;
  readonly high: number;
}

/** Bits of a quotient that decide how it is rounded to the 53 of a number. */
const ENOUGH_BITS = 64;

/**
 * An exact value as the nearest number, for estimates and for reading; nothing is paid on it.
 *
 * Rounds:   to the nearest double, ties to even
 */
export function toNumber({ n, d }: Ratio): number {
  if (n < 0n) return -toNumber({ n: -n, d });
  const shift = ENOUGH_BITS - (bitsOf(n) - bitsOf(d));
  const [top, bottom] = shift >= 0 ? [n << BigInt(shift), d] : [n, d << BigInt(-shift)];
  const quotient = top / bottom;
  // A rest below the bits that are looked at must still keep a value from counting as a tie.
  const sticky = quotient * bottom === top ? quotient : quotient | 1n;
  return Number(sticky) * 2 ** -shift;
}

function bitsOf(value: bigint): number {
  return value.toString(2).length;
}

/**
 * The exact sum of many values. Those of one divisor are summed first and the rest in pairs, so that long lists do
 * not carry one huge divisor from the first value to the last.
 */
export function sumOf(values: Iterable<Ratio>): Ratio {
  const tops = new Map<bigint, bigint>();
  for (const { n, d } of values) tops.set(d, (tops.get(d) ?? 0n) + n);
  let sums: Ratio[] = Array.from(tops, ([d, n]) => ({ n, d }));
  while (sums.length > 1) sums = inPairs(sums);
  return sums[0] ?? ZERO;
}

function inPairs(values: readonly Ratio[]): Ratio[] {
  const pairs: Ratio[] = [];
  for (let index = 0; index < values.length; index += 2)
    pairs.push(add(values[index] ?? ZERO, values[index + 1] ?? ZERO));
  return pairs;
}
