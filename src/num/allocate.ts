import { compare, negate, type Ratio } from './ratio.js';
import { roundToInteger } from './round.js';

/**
 * Splits a whole number of units over exact shares so that the parts sum to it: largest remainder.
 *
 * Each part is first cut down to whole units; the units left go one each to the greatest remainders, ties
 * to the lower index. The shares must sum to the total, or to less than a unit more; negative ones among them are cut
 * toward −∞. A negative
 * total is the mirror image of the positive one.
 *
 * Source:   Hamilton's method; RISK E2 vectors
 * @example allocate(10000n, [ratio(10000, 3), ratio(10000, 3), ratio(10000, 3)]) // [3334n, 3333n, 3333n]
 */
export function allocate(total: bigint, shares: readonly Ratio[]): bigint[] {
  if (total < 0n) return allocate(-total, shares.map(negate)).map((part) => -part);
  const parts = shares.map((share) => roundToInteger(share, 'floor'));
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  if (left < 0 || left > shares.length) throw new RangeError('Shares do not sum to the total.');
  if (left === 0) return parts;
  const remainders = shares.map(({ n, d }, index) => ({
    index,
    rest: { n: n - (parts[index] ?? 0n) * d, d },
  }));
  remainders.sort((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
