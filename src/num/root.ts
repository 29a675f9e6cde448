import { Decimal } from 'decimal.js';
import { ratioOfDecimal } from './decimal.js';
import { type Ratio, ratio, reduce } from './ratio.js';

/** Digits of a root that has no end. */
const DIGITS = 40;

/** A copy of its own, so that no setting made elsewhere reaches pay; the digits above 40 keep the last one right. */
const Root = Decimal.clone({ defaults: true, precision: DIGITS + 20 });

/**
 * The square root of a value that is not negative: exact where it is a ratio, as of 9/4; to 40 significant digits
 * where it is not, and the same 40 on every machine. The caller has seen to it that the value is zero or more.
 *
 * Rounds:   half up at the 40th significant digit, where there is no exact root
 * @example  squareRoot(ratio(9, 4)) // 3/2
 */
export function squareRoot(value: Ratio): Ratio {
  const { n, d } = reduce(value);
  const [top, bottom] = [wholeRoot(n), wholeRoot(d)];
  if (top * top === n && bottom * bottom === d) return ratio(top, bottom);
  const root = new Root(String(n)).div(String(d)).sqrt().toSignificantDigits(DIGITS);
  return ratioOfDecimal(root.toFixed());
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
