import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOf, toNumber } from '../../src/metrics/estimate.js';
import { upperTail, zFor } from '../../src/metrics/normal.js';
import { add, equal, type Ratio, ratio, ZERO } from '../../src/num/ratio.js';

function expectWithin(found: number, expected: number, part: number): void {
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(part * expected);
}

describe('an exact value as a number', () => {
  // The quotient of two doubles is the nearest double to the exact one, by IEEE 754.
  test('is the nearest double', () => {
    const safe = fc.maxSafeInteger();
    fc.assert(
      fc.property(safe, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (n, d) => {
        expect(toNumber(ratio(n, d)) + 0).toBe(n / d + 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('also of terms no number holds', () => {
    expect(toNumber({ n: 10n ** 400n, d: 3n * 10n ** 400n })).toBe(1 / 3);
    expect(toNumber({ n: -(2n ** 1200n), d: 2n ** 1201n })).toBe(-0.5);
    // Just above the middle between 2^53 and 2^53 + 2; the middle itself goes to the even one.
    expect(toNumber({ n: (2n ** 53n + 1n) * 10n ** 40n + 1n, d: 10n ** 40n })).toBe(2 ** 53 + 2);
    expect(toNumber({ n: 2n ** 53n + 1n, d: 1n })).toBe(2 ** 53);
    expect(toNumber({ n: -(2n ** 53n + 1n) * 10n ** 40n - 1n, d: 10n ** 40n })).toBe(-(2 ** 53) - 2);
    expect(toNumber(ZERO)).toBe(0);
  });
});

test('a sum is exact in any order', () => {
  const values = fc.array(
    fc
      .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
      .map(([n, d]) => ratio(n, d)),
  );
  fc.assert(
    fc.property(values, (list) => {
      expect(equal(sumOf(list), list.reduce<Ratio>(add, ZERO))).toBe(true);
    }),
  );
});

// Source: mpmath 1.3 with 40 digits, erfc(z/√2)/2.
const TAILS = [
  [0, 0.5],
  [0.1, 0.460172162722971],
  [1, 0.15865525393145705],
  [1.5, 0.06680720126885807],
  [2.5, 0.006209665325776135],
  [2.999, 0.0013543365337271066],
  [3, 0.0013498980316300946],
  [3.001, 0.001345472825084966],
  [5, 2.866515718791939e-7],
  [12, 1.776482112077679e-33],
  [37, 5.725571222524577e-300],
] as const;

// Source: mpmath 1.3 with 40 digits, √2 erfinv(level).
const LEVELS = [
  [ratio(1, 2), 0.6744897501960817],
  [ratio(97, 100), 2.1700903775845606],
  [ratio(9999, 10_000), 3.890591886413094],
  [ratio(999_999, 1_000_000), 4.89163847569859],
  [ratio(1, 100), 0.012533469508069262],
] as const;

describe('normal distribution', () => {
  test.each(TAILS)('above %d lies %d', (z, tail) => {
    expectWithin(upperTail(z), tail, 1e-12);
  });

  test.each(LEVELS)('a confidence outside the list: case %#', (level, z) => {
    expectWithin(toNumber(zFor(level)), z, 1e-11);
  });

  test('a confidence of the list has its constant', () => {
    expect(toNumber(zFor(ratio(95, 100)))).toBe(Number('1.959963984540054235524594430520551527956'));
  });
});

// Source: scipy 1.17.1, special.betaincinv(a, b, part), after Boost.
const QUANTILES = [
  [0.5, 1, 1, 0.5],
  [0.025, 0.5, 10.5, 4.7890433157581876e-5],
  [0.0005, 0.5, 0.5, 6.168501482333415e-7],
  [0.0005, 0.5, 1000.5, 1.9630048527801318e-10],
  [0.025, 45, 6, 0.7818646335657977],
  [0.5, 3.5, 2000.5, 0.0015838106284793104],
  [0.975, 460.5, 40.5, 0.9413747485023882],
  [0.9, 9200.5, 800.5, 0.9234168889044896],
  [0.00005, 1, 1e9, 5.000125004166698e-14],
  [0.0005, 92_000.5, 8000.5, 0.9171453140166794],
] as const;

describe('beta distribution', () => {
  test.each(QUANTILES)('%d of Beta(%d, %d) lie below %d', (part, a, b, x) => {
    expectWithin(betaQuantile(part, a, b), x, 1e-12);
  });

  const shape = fc.integer({ min: 1, max: 4000 }).map((halves) => halves / 2);

  test('is mirrored when its two numbers change places', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (part, a, b) => {
        expect(betaQuantile(part, a, b)).toBeCloseTo(1 - betaQuantile(1 - part, b, a), 10);
      }),
    );
  });
});
