import { type Ratio, ratio, reduce } from './ratio.js';
import { powerOfTen } from './round.js';

/** Digits of a root that has no end; those of large values only grow. */
const DIGITS = 40;

/**
 * The square root of a value that is not negative: exact where it is a ratio, as of 9/4; where it is not, its first
 * digits, at least 40 of them, and the same on every machine. The caller has seen to it that the value is zero or more.
 *
 * Formula:  √(n ÷ d) = √(n × d × 10^2k) ÷ (d × 10^k), the root of the integer without what lies behind the point
 * Rounds:   down, behind the 40th significant digit, where there is no exact root
 * @example  squareRoot(ratio(9, 4)) // 3/2
 */
export function squareRoot(value: Ratio): Ratio {
  const { n, d } = reduce(value);
  const [top, bottom] = [wholeRoot(n), wholeRoot(d)];
  if (top * top === n && bottom * bottom === d) return ratio(top, bottom);
  const scale = powerOfTen(DIGITS + String(d).length);
  return reduce(ratio(wholeRoot(n * d * scale * scale), d * scale));
}

/** The greatest whole number whose square is not above `value`: Newton's method from above, in integers. */
function wholeRoot(value: bigint): bigint {
  if (value === 0n) return 0n;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
