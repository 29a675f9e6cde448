/**
 * An exact number: a ratio of two integers, denominator positive.
 *
 * Percentages, prorations and interpolations are ratios of integers, so pay arithmetic on them loses
 * nothing: only rounding steps written in the plan change a value. Ratios are not kept in lowest terms
 * (comparison and rounding do not need it); they are reduced when they grow.
 */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

/** Reduce only past this size: smaller integers are far cheaper to carry than to reduce. */
const REDUCE_ABOVE = 1n << 320n;

/** The ratio n / d of two integers. Throws on a zero denominator, which is a fault of the program, not of data. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const denominator = BigInt(d);
  if (denominator === 0n) throw new RangeError('A ratio needs a denominator other than zero.');
  return denominator < 0n ? { n: -BigInt(n), d: -denominator } : { n: BigInt(n), d: denominator };
}

/** The same number in lowest terms. */
export function reduce({ n, d }: Ratio): Ratio {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

/** Euclid's algorithm; once both fit into a double exactly it goes on in numbers, which is faster. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y > SAFE) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let small = Number(y);
  let rest = Number(x % y);
  while (rest !== 0) [small, rest] = [rest, small % rest];
  return BigInt(small);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function settled(n: bigint, d: bigint): Ratio {
  return d > REDUCE_ABOVE ? reduce({ n, d }) : { n, d };
}

/** a + b, exactly. */
export function add(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : settled(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b, exactly. */
export function subtract(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : settled(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b, exactly. */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return settled(a.n * b.n, a.d * b.d);
}

/** a ÷ b, exactly. Throws when b is zero: callers turn that into an issue first. */
export function divide(a: Ratio, b: Ratio): Ratio {
  if (b.n === 0n) throw new RangeError('Division by zero.');
  return b.n < 0n ? settled(-a.n * b.d, a.d * -b.n) : settled(a.n * b.d, a.d * b.n);
}

/** −a. */
export function negate(a: Ratio): Ratio {
  return { n: -a.n, d: a.d };
}

/** Negative when a < b, zero when equal, positive when a > b. Exact: there is no tolerance anywhere. */
export function compare(a: Ratio, b: Ratio): number {
  if (b.n === 0n) return sign(a);
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** True when both are the same number, whatever their terms. */
export function equal(a: Ratio, b: Ratio): boolean {
  return compare(a, b) === 0;
}

/** The smaller of two. */
export function lower(a: Ratio, b: Ratio): Ratio {
  return compare(b, a) < 0 ? b : a;
}

/** The greater of two. */
export function higher(a: Ratio, b: Ratio): Ratio {
  return compare(b, a) > 0 ? b : a;
}

/** −1, 0 or 1. */
export function sign(a: Ratio): number {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}
