import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio } from '../../../src/num/ratio.js';
import { type Claim, shareOut } from '../../../src/num/share-out.js';

interface Written {
  readonly weight: number;
  readonly first?: number;
  readonly floor?: number;
  readonly ceiling?: number;
}

const claim = ({ weight, first = 0, floor = 0, ceiling }: Written): Claim => ({
  weight: ratio(weight),
  first: BigInt(first),
  floor: BigInt(floor),
  ceiling: ceiling === undefined ? undefined : BigInt(ceiling),
});

const shared = (fund: number, claims: readonly Written[], redistribute = true) =>
  shareOut(BigInt(fund), claims.map(claim), redistribute)?.map(Number);

const weights = (...all: readonly number[]) => all.map((weight) => ({ weight }));

describe('a fund is shared out', () => {
  // RISK E2: largest remainder over weights, ties to the lower index.
  test.each([
    [10000, [1, 1, 1], [3334, 3333, 3333]],
    [100, [1, 1, 1, 1, 1, 1, 1], [15, 15, 14, 14, 14, 14, 14]],
    [1, [1, 1], [1, 0]],
    [12345, [50, 30, 20, 0], [6173, 3703, 2469, 0]],
    [1000003, [1, 2, 3, 4], [100000, 200001, 300001, 400001]],
    [999, [333333, 333333, 333334], [333, 333, 333]],
    // The Alabama paradox: one unit more, and the third gets one less.
    [10, [6, 6, 2], [4, 4, 2]],
    [11, [6, 6, 2], [5, 5, 1]],
  ])('%d by %j', (fund, given, expected) => {
    expect(shared(fund, weights(...given))).toEqual(expected);
  });

  // RISK E2: in cents, so that the vectors' thirds are rounded here.
  const asked = [300000, 450000, 250000, 150000];

  test('to a budget, nobody above what was asked: factor 1,000,000 ÷ 1,150,000', () => {
    const claims = asked.map((weight) => ({ weight, ceiling: weight * 100 }));
    // 260869.5652…, 391304.3478…, 217391.3043…, 130434.7826…
    expect(shared(100000000, claims)).toEqual([26086957, 39130435, 21739130, 13043478]);
    expect(shared(120000000, claims)).toEqual(asked.map((one) => one * 100));
  });

  test('with a floor, which the others bear: their factor is 0.8444…', () => {
    const claims = asked.map((weight, index) => ({
      weight,
      ceiling: weight * 100,
      floor: index === 2 ? 24000000 : 0,
    }));
    // 253333.33…, 380000, 240000, 126666.66…
    expect(shared(100000000, claims)).toEqual([25333333, 38000000, 24000000, 12666667]);
  });

  test('with ceilings: what they leave goes to the others, or stays', () => {
    const claims = [
      { weight: 5, ceiling: 30000 },
      { weight: 3, ceiling: 40000 },
      { weight: 2, ceiling: 50000 },
    ];
    expect(shared(100000, claims)).toEqual([30000, 40000, 30000]);
    expect(shared(200000, claims)).toEqual([30000, 40000, 50000]);
    expect(shared(100000, claims, false)).toEqual([30000, 30000, 20000]);
  });

  // Code du travail L.3314-5, -8, -11 for 2026: 20 % of 530,000; three quarters of the social-security ceiling of 48,060.
  test('as intéressement, with the ceiling of a person', () => {
    const claims = [400000, 60000, 40000, 30000].map((weight) => ({ weight, ceiling: 3604500 }));
    // 32286.923076…, 21524.615384…, 16143.461538…
    expect(shared(10600000, claims)).toEqual([3604500, 3228692, 2152462, 1614346]);
    // Without redistribution 43,955.00 of the pool stay.
    expect(shared(10600000, claims, false)).toEqual([3604500, 1200000, 800000, 600000]);
  });

  test('what comes first comes first, and only the rest is scaled', () => {
    // 100 and 200 first; of the 300 left a third and two thirds.
    expect(
      shared(600, [
        { weight: 1, first: 100 },
        { weight: 2, first: 200 },
      ]),
    ).toEqual([200, 400]);
  });

  test('nobody without a weight gets more than the floor, and a fund may be nothing', () => {
    expect(shared(90, [{ weight: 0, floor: 10 }, { weight: 1 }, { weight: 0 }])).toEqual([10, 80, 0]);
    expect(shared(0, weights(1, 2))).toEqual([0, 0]);
    expect(shared(7, weights(0, 0))).toEqual([0, 0]);
    expect(shared(7, [])).toEqual([]);
  });

  test('a fund that does not cover what comes first and the floors is not shared out', () => {
    expect(
      shared(29, [
        { weight: 1, first: 10, floor: 20 },
        { weight: 1, first: 10 },
      ]),
    ).toBeUndefined();
    expect(
      shared(30, [
        { weight: 1, first: 10, floor: 20 },
        { weight: 1, first: 10 },
      ]),
    ).toEqual([20, 10]);
  });
});

const anyClaim = fc
  .record({
    weight: fc.nat(50),
    first: fc.nat(20),
    floor: fc.nat(40),
    ceiling: fc.option(fc.nat(120), { nil: undefined }),
  })
  .map(({ ceiling, ...rest }): Written => ({ ...rest, ...(ceiling !== undefined && { ceiling }) }));

describe('any fund', () => {
  test('is never overspent, floors and ceilings hold, and nobody could have more', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.array(anyClaim, { maxLength: 8 }), fc.boolean(), (fund, claims, all) => {
        const amounts = shared(fund, claims, all);
        const least = ({ first = 0, floor = 0 }: Written) => Math.max(first, floor);
        const needed = claims.reduce((sum, one) => sum + least(one), 0);
        expect(amounts === undefined).toBe(needed > fund);
        if (amounts === undefined) return;
        const spent = amounts.reduce((sum, one) => sum + one, 0);
        expect(spent).toBeLessThanOrEqual(fund);
        const most = (one: Written) => Math.max(least(one), one.ceiling ?? Number.POSITIVE_INFINITY);
        for (const [index, one] of claims.entries()) {
          expect(amounts[index]).toBeGreaterThanOrEqual(least(one));
          expect(amounts[index]).toBeLessThanOrEqual(most(one));
        }
        const canTake = claims.some((one, index) => one.weight > 0 && (amounts[index] as number) < most(one));
        // Redistributed, something is left only where nobody can take it.
        if (all && canTake) expect(spent).toBe(fund);
      }),
      { numRuns: 2000 },
    );
  });
});
