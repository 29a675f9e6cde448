import { crossing } from './estimate.js';

// Written here, as these two functions are all that is needed: the packages that have them are exact to nine digits
// only, or come with a hundred others and weigh more than everything else of the metrics.

/** Below this Stirling's series is not exact enough and the argument is moved up. */
const SERIES_FROM = 12;

/** Coefficients of Stirling's series: B(2k) / (2k (2k − 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360] as const;

/** What Stirling's formula leaves out of ln Γ(x). */
function stirlingRest(x: number): number {
  let [rest, at] = [0, x];
  for (; at < SERIES_FROM; at += 1) rest += (at + 0.5) * Math.log1p(1 / at) - 1;
  return STIRLING.reduce((sum, coefficient, k) => sum + coefficient / at ** (2 * k + 1), rest);
}

/** x^a (1 − x)^b / B(a, b), written around its greatest value, so that large a and b lose no digits. */
function densityTerm(x: number, a: number, b: number): number {
  const [n, share] = [a + b, a / (a + b)];
  const away = a * logOfQuotient(x, share, x - share) + b * logOfQuotient(1 - x, 1 - share, share - x);
  const rest = stirlingRest(n) - stirlingRest(a) - stirlingRest(b);
  return Math.sqrt((a * (b / n)) / (2 * Math.PI)) * Math.exp(away + rest);
}

/** ln(x / y) from both and their difference, which is more exact than they are where they are nearly the same. */
function logOfQuotient(x: number, y: number, difference: number): number {
  return Math.abs(difference) > y / 2 ? Math.log(x / y) : Math.log1p(difference / y);
}

const SMALLEST = 1e-300;
const MOST_STEPS = 200_000;

/** The continued fraction of the incomplete beta function, by the method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  const floor = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
  let upper = 1;
  let under = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let fraction = under;
  for (let m = 1; m < MOST_STEPS; m += 1) {
    const before = fraction;
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const step of [even, odd]) {
      under = 1 / floor(1 + step * under);
      upper = floor(1 + step / upper);
      fraction *= under * upper;
    }
    if (Math.abs(fraction - before) <= Number.EPSILON * Math.abs(fraction)) break;
  }
  return fraction;
}

/**
 * How much of a beta distribution lies below x.
 *
 * Formula:  the regularised incomplete beta function I_x(a, b)
 * Domain:   a and b of 1/2 or more, x strictly between 0 and 1
 * Source:   NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry)
 */
export function betaBelow(x: number, a: number, b: number): number {
  const mirrored = x > (a + 1) / (a + b + 2);
  return mirrored
    ? 1 - (densityTerm(x, a, b) * betaFraction(1 - x, b, a)) / b
    : (densityTerm(x, a, b) * betaFraction(x, a, b)) / a;
}

/**
 * The value below which a given part of a beta distribution lies: the ends of Clopper-Pearson and Jeffreys intervals.
 *
 * Domain:   part strictly between 0 and 1; a and b of 1/2 or more
 */
export function betaQuantile(part: number, a: number, b: number): number {
  return crossing((x) => betaBelow(x, a, b) - part, { low: 0, high: 1 });
}
