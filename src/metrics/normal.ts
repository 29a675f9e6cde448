import { ratioOfDecimal } from '../num/decimal.js';
import { divide, ONE, type Ratio, ratio, subtract } from '../num/ratio.js';
import { zOf } from './confidence.js';
import { crossing, toNumber } from './estimate.js';

/** Beyond this many standard errors the fraction is exact at once; below it, the series. */
const SERIES_UP_TO = 3;
const FRACTION_STEPS = 200;

/**
 * How likely a result is to lie more than z standard errors above what is expected, by chance alone.
 *
 * Formula:  1 − Φ(z), for z of 0 or more
 * Source:   Abramowitz & Stegun 26.2.11 (series) and 26.2.14 (continued fraction); 14 digits or better
 * @example  upperTail(1.959963984540054) // 0.025
 */
export function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < SERIES_UP_TO) return 0.5 - density * oddSeries(z);
  let fraction = z;
  for (let step = FRACTION_STEPS; step > 0; step -= 1) fraction = z + step / fraction;
  return density / fraction;
}

/** z + z³/3 + z⁵/(3·5) + … until nothing is added. */
function oddSeries(z: number): number {
  let [term, sum] = [z, 0];
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return sum;
}

/** No confidence that can be written needs more standard errors. */
const FARTHEST = 40;

/**
 * How many standard errors an interval of any confidence reaches to each side: the constants where the level has one,
 * and as exactly as numbers can tell where it has not. For showing; what is paid rests on the constants.
 */
export function zFor(level: Ratio): Ratio {
  const known = zOf(level);
  if (known !== undefined) return known;
  const outside = toNumber(tailOf(level));
  const z = crossing((x) => outside - upperTail(x), { low: 0, high: FARTHEST });
  return ratioOfDecimal(z.toFixed(20));
}

/** What lies outside an interval of a confidence, on each side. */
export function tailOf(level: Ratio): Ratio {
  return divide(subtract(ONE, level), ratio(2));
}
