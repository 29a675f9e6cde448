import {
  add,
  compare,
  divide,
  multiply,
  negate,
  ONE,
  type Ratio,
  ratio,
  reduce,
  sign,
  ZERO,
} from '../num/ratio.js';

/** A polynomial with exact coefficients, that of x⁰ first; no zeros at its end, and nothing at all where it is zero. */
export type Polynomial = readonly Ratio[];

/** Where something changes: exactly there, or, where no ratio is the place, between two that are near. */
export interface Mark {
  readonly low: Ratio;
  readonly high: Ratio;
}

/** A polynomial of coefficients, without zeros at its end. */
export function polynomial(coefficients: readonly Ratio[]): Polynomial {
  const last = coefficients.findLastIndex(({ n }) => n !== 0n);
  return coefficients.slice(0, last + 1).map(reduce);
}

export function addPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const longer = a.length >= b.length ? a : b;
  return polynomial(longer.map((_, index) => add(a[index] ?? ZERO, b[index] ?? ZERO)));
}

export function scalePolynomial(a: Polynomial, by: Ratio): Polynomial {
  return polynomial(a.map((one) => multiply(one, by)));
}

export function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const product = Array.from({ length: Math.max(0, a.length + b.length - 1) }, () => ZERO);
  for (const [i, one] of a.entries())
    for (const [j, other] of b.entries()) product[i + j] = add(product[i + j] as Ratio, multiply(one, other));
  return polynomial(product);
}

/** The value at x, by Horner's rule. */
export function valueAt(a: Polynomial, x: Ratio): Ratio {
  return reduce(a.reduceRight((sum, one) => add(multiply(sum, x), one), ZERO));
}

function derivative(a: Polynomial): Polynomial {
  return polynomial(a.slice(1).map((one, index) => multiply(one, ratio(index + 1))));
}

/** The numerator of the slope of p ÷ q: p′q − pq′. */
export function slopeOf(p: Polynomial, q: Polynomial): Polynomial {
  const minus = scalePolynomial(multiplyPolynomials(p, derivative(q)), negate(ONE));
  return addPolynomials(multiplyPolynomials(derivative(p), q), minus);
}

/** The sign just right of x: that of the first derivative which is not zero there. */
export function signRightOf(a: Polynomial, x: Ratio): number {
  for (let one = a; one.length > 0; one = derivative(one)) {
    const own = sign(valueAt(one, x));
    if (own !== 0) return own;
  }
  return 0;
}

/** Halvings of an interval in which no ratio was found to be the root. */
const HALVINGS = 64;

/**
 * The roots between two places, both left out, in order: each exactly, or, where it is no simple ratio, as an interval of
 * 2⁻⁶⁴ of the way between its neighbours.
 */
export function rootsBetween(a: Polynomial, from: Ratio, to: Ratio): Mark[] {
  if (a.length < 2 || compare(from, to) >= 0) return [];
  if (a.length === 2) {
    const root = reduce(divide(negate(a[0] as Ratio), a[1] as Ratio));
    return compare(root, from) > 0 && compare(root, to) < 0 ? [{ low: root, high: root }] : [];
  }
  const simple = squareFree(a);
  // Between two turning points there is one root at most, and no root of a square-free polynomial is a turning point.
  const turns = rootsBetween(derivative(simple), from, to);
  const ends = [...turns, { low: to, high: to }];
  let start = from;
  return ends.flatMap(({ low, high }): Mark[] => {
    const before = start;
    start = high;
    return rootIn(simple, before, low);
  });
}

function rootIn(a: Polynomial, from: Ratio, to: Ratio): Mark[] {
  const [left, right] = [
    signRightOf(a, from),
    signRightOf(
      a.map((one, i) => (i % 2 === 1 ? negate(one) : one)),
      negate(to),
    ),
  ];
  if (left === 0 || left === right) return [];
  let [low, high] = [from, to];
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = reduce(divide(add(low, high), ratio(2)));
    const at = sign(valueAt(a, middle));
    if (at === 0) return [{ low: middle, high: middle }];
    if (at === left) low = middle;
    else high = middle;
  }
  const simplest = simplestBetween(low, high);
  return valueAt(a, simplest).n === 0n ? [{ low: simplest, high: simplest }] : [{ low, high }];
}

/** The ratio of the smallest denominator between two, both counted. */
export function simplestBetween(low: Ratio, high: Ratio): Ratio {
  if (sign(low) < 0 && sign(high) > 0) return ZERO;
  if (sign(high) <= 0) return negate(simplestBetween(negate(high), negate(low)));
  const whole = low.n / low.d;
  if (low.n % low.d === 0n) return ratio(whole);
  if (high.n / high.d > whole) return ratio(whole + 1n);
  const rest = ({ n, d }: Ratio) => ratio(d, n - whole * d);
  const inner = simplestBetween(rest(high), rest(low));
  return ratio(whole * inner.n + inner.d, inner.n);
}

/** The same roots, each once. */
function squareFree(a: Polynomial): Polynomial {
  const shared = greatestCommon(a, derivative(a));
  return shared.length < 2 ? a : divided(a, shared).quotient;
}

function greatestCommon(a: Polynomial, b: Polynomial): Polynomial {
  let [x, y] = [a, b];
  while (y.length > 0) [x, y] = [y, monic(divided(x, y).rest)];
  return x;
}

function monic(a: Polynomial): Polynomial {
  const lead = a.at(-1);
  return lead ? scalePolynomial(a, divide(ONE, lead)) : a;
}

function divided(
  a: Polynomial,
  by: Polynomial,
): { readonly quotient: Polynomial; readonly rest: Polynomial } {
  const lead = by.at(-1) as Ratio;
  const quotient: Ratio[] = [];
  let rest = a;
  while (rest.length >= by.length) {
    const power = rest.length - by.length;
    const factor = divide(rest.at(-1) as Ratio, lead);
    quotient[power] = factor;
    const shifted = [...Array.from({ length: power }, () => ZERO), ...by];
    rest = addPolynomials(rest, scalePolynomial(shifted, negate(factor)));
  }
  return { quotient: polynomial(Array.from(quotient, (one) => one ?? ZERO)), rest };
}
