import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zOf } from '../../src/metrics/confidence.js';
import { adjustedWald, wilson } from '../../src/metrics/interval.js';
import { type Answers, npsOf } from '../../src/metrics/score.js';
import { toExactText, toFixed } from '../../src/num/decimal.js';
import { compare, ONE, type Ratio, ratio, subtract, ZERO } from '../../src/num/ratio.js';

const z95 = zOf(ratio(95, 100)) as Ratio;
const levels = fc.constantFrom(80, 90, 95, 98, 99).map((level) => zOf(ratio(level, 100)) as Ratio);

function answers(promoters: number, passives: number, detractors: number): Answers {
  return { promoters: ratio(promoters), passives: ratio(passives), detractors: ratio(detractors) };
}

/** Source: shared vectors b_metric_statistics.json, "proportion …: Wilson, …"; 16 digits by mpmath, cut to 14. */
const SHARES = [
  [45, 50, '0.78639768562520', '0.95652423506811'],
  [50, 50, '0.92865240086664', '1.00000000000000'],
  [0, 10, '0.00000000000000', '0.27753279986289'],
  [9, 10, '0.59584997320476', '0.98212378690493'],
  [460, 500, '0.89289368342215', '0.94070187059015'],
] as const;

describe('Wilson interval of a share', () => {
  test.each(SHARES)('%i of %i', (count, responses, low, high) => {
    const found = wilson(ratio(count, responses), ratio(responses), z95);
    expect([toFixed(found.low, 14), toFixed(found.high, 14)]).toEqual([low, high]);
  });

  // By hand: z = 2, n = 12, k = 6: (6 + 2 ± 2 √(3 + 1)) / 16 = (8 ± 4) / 16.
  test('is exact where the root is', () => {
    const { low, high } = wilson(ratio(1, 2), ratio(12), ratio(2));
    expect([toExactText(low), toExactText(high)]).toEqual(['0.25', '0.75']);
  });

  test('ends exactly at 0 and at 1 where nobody or everybody did', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), levels, (responses, z) => {
        expect(compare(wilson(ZERO, ratio(responses), z).low, ZERO)).toBe(0);
        expect(compare(wilson(ONE, ratio(responses), z).high, ONE)).toBe(0);
      }),
    );
  });

  const counted = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(5000))
    .map(([responses, count]) => [ratio(Math.min(count, responses), responses), responses] as const);

  test('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counted, levels, ([share, responses], z) => {
        const { low, high } = wilson(share, ratio(responses), z);
        expect(compare(ZERO, low) <= 0 && compare(low, share) <= 0).toBe(true);
        expect(compare(share, high) <= 0 && compare(high, ONE) <= 0).toBe(true);
      }),
    );
  });

  test('is never wider for more responses with the same share', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 1, max: 50 }), levels, ([share, responses], times, z) => {
        const few = wilson(share, ratio(responses), z);
        const many = wilson(share, ratio(responses * times), z);
        expect(compare(subtract(many.high, many.low), subtract(few.high, few.low))).toBeLessThanOrEqual(0);
        // Nor does either end leave the narrower one behind: whoever is paid on it gains by more answers.
        expect(compare(few.low, many.low) <= 0 && compare(many.high, few.high) <= 0).toBe(true);
      }),
    );
  });
});

/** Source: shared vectors b_metric_statistics.json, "NPS from counts …", adjustedWald95, cut to 12 decimals. */
const NPS = [
  [27, 13, 10, '10.816641775838', '53.334301620388'],
  [6, 1, 1, '0.990973451237', '89.918117457854'],
  [162, 108, 54, '24.945251413034', '41.109794458526'],
  [5, 0, 0, '17.491453034169', '100.000000000000'],
] as const;

describe('adjusted Wald interval of an NPS', () => {
  test.each(NPS)('%i promoters, %i passives, %i detractors', (promoters, passives, detractors, low, high) => {
    const found = adjustedWald(answers(promoters, passives, detractors), z95);
    expect([toFixed(found.low, 12), toFixed(found.high, 12)]).toEqual([low, high]);
  });

  test('is mirrored with the answers', () => {
    const { low, high } = adjustedWald(answers(1, 1, 6), z95);
    expect([toFixed(low, 12), toFixed(high, 12)]).toEqual(['-89.918117457854', '-0.990973451237']);
    expect(toExactText(adjustedWald(answers(0, 0, 5), z95).low)).toBe('-100');
  });

  test('stays within what an NPS can be', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), levels, (promoters, passives, detractors, z) => {
        const given = answers(promoters, passives, detractors);
        const { low, high } = adjustedWald(given, z);
        expect(compare(ratio(-100), low) <= 0 && compare(low, high) < 0).toBe(true);
        expect(compare(high, ratio(100)) <= 0).toBe(true);
        const score = npsOf(given);
        if (score && promoters + detractors > 0 && promoters !== detractors) return;
        // Nobody, only passives, or as many of both: the middle is 0.
        expect(compare(low, ZERO) < 0 && compare(ZERO, high) < 0).toBe(true);
      }),
    );
  });
});
