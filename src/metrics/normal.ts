import below from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';
import { ratioOfDecimal } from '../num/decimal.js';
import { divide, ONE, type Ratio, ratio, subtract } from '../num/ratio.js';
import { zOf } from './confidence.js';
import { toNumber } from './estimate.js';

/**
 * How likely a result is to lie more than z standard errors above what is expected, by chance alone.
 *
 * Formula:  1 − Φ(z), for z of 0 or more
 * @example  upperTail(1.959963984540054) // 0.025
 */
export function upperTail(z: number): number {
  return below(-z, 0, 1);
}

/**
 * How many standard errors an interval of any confidence reaches to each side: the constants where the level has one,
 * and as exactly as numbers can tell where it has not. For showing; what is paid rests on the constants.
 */
export function zFor(level: Ratio): Ratio {
  const known = zOf(level);
  if (known !== undefined) return known;
  // The lower tail keeps all its digits, however small it is.
  return ratioOfDecimal((-quantile(toNumber(tailOf(level)), 0, 1)).toFixed(20));
}

/** What lies outside an interval of a confidence, on each side. */
export function tailOf(level: Ratio): Ratio {
  return divide(subtract(ONE, level), ratio(2));
}
