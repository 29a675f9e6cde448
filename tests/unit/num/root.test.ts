import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText, toFixed } from '../../../src/num/decimal.js';
import { compare, multiply, type Ratio, ratio, reduce, subtract } from '../../../src/num/ratio.js';
import { squareRoot } from '../../../src/num/root.js';

const terms = fc.bigInt({ min: 0n, max: 10n ** 60n });
const divisors = fc.bigInt({ min: 1n, max: 10n ** 60n });

describe('square root', () => {
  test.each([
    [ratio(0), '0'],
    [ratio(1), '1'],
    [ratio(9, 4), '1.5'],
    [ratio(18, 8), '1.5'],
    [ratio(1, 9), '1/3'],
    [ratio(4, 49), '2/7'],
  ])('of a square is exact: case %#', (value, root) => {
    expect(toExactText(squareRoot(value))).toBe(root);
  });

  // Source: the digits of √2 and √3 in the On-Line Encyclopedia of Integer Sequences, A002193 and A002194.
  test('without end has 40 digits', () => {
    expect(toFixed(squareRoot(ratio(2)), 39)).toBe('1.414213562373095048801688724209698078570');
    expect(toFixed(squareRoot(ratio(3)), 39)).toBe('1.732050807568877293527446341505872366943');
    // √(2/10^80) has its first digit 40 places behind the point.
    expect(toFixed(squareRoot(ratio(2n, 10n ** 80n)), 79)).toBe(
      `0.${'0'.repeat(39)}1414213562373095048801688724209698078570`,
    );
  });

  test('the square of a ratio always has that ratio as its root', () => {
    fc.assert(
      fc.property(terms, divisors, (n, d) => {
        const root = ratio(n, d);
        expect(reduce(squareRoot(multiply(root, root)))).toEqual(reduce(root));
      }),
    );
  });

  test('any root squared is the value to 39 digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 60n }), divisors, (n, d) => {
        const value = ratio(n, d);
        const root = squareRoot(value);
        const off = subtract(multiply(root, root), value);
        expect(compare(magnitude(off), multiply(value, ratio(1n, 10n ** 39n)))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

function magnitude({ n, d }: Ratio): Ratio {
  return { n: n < 0n ? -n : n, d };
}
