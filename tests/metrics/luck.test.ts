import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOfTarget, type NoiseInput, noiseShare } from '../../src/metrics/index.js';
import { codesOf, resultOf } from './support.js';

describe('how much of a payout is luck', () => {
  // By hand, all rates equally likely, one customer: pays 1 when he stays. Variance 1/4; of the rate itself 1/12.
  test('with one customer', () => {
    const found = resultOf(noiseShare({ prior: { a: 1, b: 1 }, customers: 1, curve: [[1, 1]] }));
    expect(found.expectedPayout).toBeCloseTo(1 / 2, 14);
    expect(found.totalVariance).toBeCloseTo(1 / 4, 14);
    expect(found.varianceDueToTrueRate).toBeCloseTo(1 / 12, 14);
    expect(found.noiseShare).toBeCloseTo(2 / 3, 14);
  });

  // By hand, a payout of just the rate: the rate's variance ab/((a+b)²(a+b+1)), and E[rate (1 − rate)] / n
  // = ab / ((a+b)(a+b+1) n), so that luck over the rest is (a + b) / n.
  test('of a payout that is the rate itself', () => {
    const shapes = fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2);
    const curve: NoiseInput['curve'] = [
      [0, 0],
      [1, 1],
    ];
    fc.assert(
      fc.property(shapes, shapes, fc.integer({ min: 1, max: 400 }), (a, b, customers) => {
        const found = resultOf(noiseShare({ prior: { a, b }, customers, curve }));
        expect(found.expectedPayout).toBeCloseTo(a / (a + b), 10);
        const ofRate = (a * b) / ((a + b) ** 2 * (a + b + 1));
        expect(found.varianceDueToTrueRate / ofRate).toBeCloseTo(1, 8);
        expect(found.varianceDueToLuck / ofRate / ((a + b) / customers)).toBeCloseTo(1, 8);
      }),
    );
  });

  // By hand: Var f = E f² − (E f)² with P(k) = 1/(n + 1) for all k, as all rates are equally likely. Rates on a point of
  // the curve pay that point: 22 of 25 is 88 %, 23 of 25 is 92 %.
  test('pays on a point just what the point says', () => {
    const curve: NoiseInput['curve'] = [
      ['88%', '50%'],
      ['92%', '100%'],
      ['96%', '150%'],
    ];
    const found = resultOf(noiseShare({ prior: { a: 1, b: 1 }, customers: 25, curve }));
    const [mean, squares] = [(0.5 + 1 + 1.5 + 1.5) / 26, (0.25 + 1 + 2.25 + 2.25) / 26];
    expect(found.expectedPayout).toBeCloseTo(mean, 13);
    expect(found.totalVariance).toBeCloseTo(squares - mean * mean, 13);
  });

  test('of a jump, the upper value is paid on the jump', () => {
    const curve: NoiseInput['curve'] = [
      [0, 0],
      ['50%', 0],
      ['50%', 1],
    ];
    const found = resultOf(noiseShare({ prior: { a: 1, b: 1 }, customers: 2, curve }));
    expect(found.expectedPayout).toBeCloseTo(2 / 3, 14);
  });

  test('of a payout that never varies there is none', () => {
    const found = resultOf(noiseShare({ prior: { a: 3, b: 2 }, customers: 50, curve: [[0, 1]] }));
    expect(found).toMatchObject({ expectedPayout: 1, totalVariance: 0, noiseShare: 0 });
  });

  test('10,000 customers are calculated, and take no more than seconds', () => {
    const curve: NoiseInput['curve'] = [
      ['88%', '50%'],
      ['96%', '150%'],
    ];
    const found = resultOf(noiseShare({ prior: { a: 0.001, b: 1e9 }, customers: 10_000, curve }));
    expect(found.noiseShare).toBeGreaterThanOrEqual(0);
    const wide = resultOf(noiseShare({ prior: { a: 1, b: 1 }, customers: 10_000, curve }));
    expect(wide.noiseShare).toBeLessThan(0.01);
  });

  test('needs a prior, customers and a curve in order', () => {
    const scored = noiseShare({
      prior: { a: 0, b: 1 },
      customers: 0,
      curve: [
        ['90%', 1],
        ['80%', -1],
      ],
    });
    expect(codesOf(scored)).toEqual(['metrics.value.range', 'metrics.responses.none', 'metrics.value.range']);
    const flat = { prior: { a: 1, b: 1 }, customers: 5 };
    expect(codesOf(noiseShare({ ...flat, curve: [] }))).toEqual(['metrics.history.short']);
    expect(codesOf(noiseShare({ ...flat, curve: [[0, 1, 2] as never] }))).toEqual(['metrics.input.form']);
    expect(codesOf(noiseShare({ ...flat, customers: 2.5, curve: [[0, 1]] }))).toEqual([
      'metrics.count.whole',
    ]);
  });
});

describe('the chance of reaching a target', () => {
  // By hand: of two customers who each stay half the time, at least one does in 3 of 4 cases.
  test('with two customers', () => {
    expect(resultOf(chanceOfTarget({ trueRate: 0.5, customers: 2, target: '50%' }))).toEqual({
      needed: 1,
      probability: 0.75,
    });
  });

  test('is certain at nothing, and where everybody stays', () => {
    const at = (trueRate: number, target: number) =>
      resultOf(chanceOfTarget({ trueRate, customers: 30, target })).probability;
    expect([at(0.3, 0), at(1, 1), at(0, 0), at(0, 0.01)]).toEqual([1, 1, 1, 0]);
  });

  test('one customer more to keep is never likelier; a better rate never worse', () => {
    const rate = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), rate, rate, rate, (customers, low, high, target) => {
        const [worse, better] = [Math.min(low, high), Math.max(low, high)];
        const at = (trueRate: number, goal: number) =>
          resultOf(chanceOfTarget({ trueRate, customers, target: goal })).probability;
        expect(at(worse, target)).toBeLessThanOrEqual(at(better, target) + 1e-12);
        expect(at(better, 1)).toBeLessThanOrEqual(at(better, target) + 1e-12);
      }),
    );
  });

  test('of a thousand million customers takes no time', () => {
    const found = resultOf(chanceOfTarget({ trueRate: 0.9, customers: 1_000_000_000, target: 0.9 }));
    expect(found.probability).toBeCloseTo(0.5, 4);
  });

  test('of nobody is none', () => {
    expect(codesOf(chanceOfTarget({ trueRate: 0.9, customers: 0, target: 0.9 }))).toEqual([
      'metrics.responses.none',
    ]);
  });
});
