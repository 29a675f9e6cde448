import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blendedNps,
  blendedRate,
  buhlmann,
  buhlmannStraub,
  limitedFluctuation,
} from '../../src/metrics/index.js';
import { compare, higher, lower, type Ratio } from '../../src/num/ratio.js';
import { codesOf, exact, numberOf, resultOf } from './support.js';

/** Between two values, whichever is the greater. */
function expectBetween(value: Ratio, a: Ratio, b: Ratio): void {
  expect(compare(lower(a, b), value) <= 0 && compare(value, higher(a, b)) <= 0).toBe(true);
}

const people = fc
  .integer({ min: 2, max: 5 })
  .chain((each) =>
    fc.array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: each, maxLength: each }), {
      minLength: 2,
      maxLength: 6,
    }),
  )
  .map((all) => all.map((values, index) => ({ name: `person ${index}`, values })));

describe('Bühlmann', () => {
  // By hand: means 1 and 3, within (2 + 2) / 2 = 2, variance of means 2, between 2 − 2/2 = 1: K 2, Z 2/4.
  test('of two people with two values', () => {
    const scored = buhlmann([
      { name: 'North', values: [0, 2] },
      { name: 'South', values: [2, 4] },
    ]);
    expect(scored).toEqual({
      ok: true,
      result: {
        mean: '2',
        within: '2',
        between: '1',
        k: '2',
        credibility: '0.5',
        people: [
          { name: 'North', raw: '1', blended: '1.5' },
          { name: 'South', raw: '3', blended: '2.5' },
        ],
      },
      issues: [],
    });
  });

  // By hand: both means 5, within 32, variance of means 0, between 0 − 32/2 = −16.
  test('of people who differ less than chance says so, and pays no attention to own results', () => {
    const scored = buhlmann([
      { name: 'North', values: [1, 9] },
      { name: 'South', values: [9, 1] },
    ]);
    expect(resultOf(scored)).toMatchObject({ within: '32', between: '0', credibility: '0' });
    expect(resultOf(scored)).not.toHaveProperty('k');
    expect(scored.issues.map((one) => one.code)).toEqual(['metrics.credibility.none']);
    expect(scored.issues[0]?.message).toContain('-16');
  });

  test('of values that never vary leaves own results as they are', () => {
    const found = resultOf(
      buhlmann([
        { name: 'North', values: [1, 1] },
        { name: 'South', values: [3, 3] },
      ]),
    );
    expect([found.credibility, found.k]).toEqual(['1', '0']);
    expect(found.people.map((one) => one.blended)).toEqual(['1', '3']);
  });

  test('blended lies between the own result and that of all', () => {
    fc.assert(
      fc.property(people, (given) => {
        const found = resultOf(buhlmann(given));
        for (const { raw, blended } of found.people)
          expectBetween(exact(blended), exact(raw), exact(found.mean));
      }),
    );
  });

  test('needs two people of two values each, by name', () => {
    const [north, south] = [
      { name: 'North', values: [1, 2] },
      { name: 'South', values: [3, 4] },
    ];
    expect(codesOf(buhlmann([north]))).toEqual(['metrics.history.short']);
    expect(codesOf(buhlmann([north, north]))).toEqual(['metrics.row.twice']);
    expect(codesOf(buhlmann([north, { ...south, name: ' ' }]))).toEqual(['metrics.value.missing']);
    const single = [north, south].map((one) => ({ ...one, values: [1] }));
    expect(codesOf(buhlmann(single))).toEqual(['metrics.history.short']);
  });
});

describe('Bühlmann-Straub', () => {
  // With equal weights the two methods are one: Bühlmann & Straub 1970 contains Bühlmann 1967.
  test('of equal weights is Bühlmann', () => {
    fc.assert(
      fc.property(people, (given) => {
        const plain = resultOf(buhlmann(given));
        const weighted = given.map((one) => ({ ...one, weights: one.values.map(() => 7) }));
        const found = resultOf(buhlmannStraub(weighted));
        // At a difference of just zero rounding decides which side it falls to.
        fc.pre(Math.abs(found.between) > 1e-9 || plain.between === '0');
        for (const [index, { blended }] of plain.people.entries())
          expect(found.people[index]?.blended).toBeCloseTo(numberOf(blended), 6);
      }),
    );
  });

  test('more answers keep more of the own result', () => {
    const values = [40, 60, 50];
    const found = resultOf(
      buhlmannStraub([
        { name: 'many', values, weights: [100, 100, 100] },
        { name: 'few', values: [90, 70, 80], weights: [1, 1, 1] },
        { name: 'some', values: [10, 20, 15], weights: [50, 50, 50] },
      ]),
    );
    const [many = 0, few = 0, some = 0] = found.people.map((one) => one.credibility);
    expect(few < some && some < many && many < 1).toBe(true);
  });

  test('needs a weight for each value', () => {
    const given = [
      { name: 'North', values: [1, 2], weights: [1] },
      { name: 'South', values: [1, 2], weights: [1, 0] },
    ];
    expect(codesOf(buhlmannStraub(given))).toEqual([
      'metrics.history.uneven',
      'metrics.value.range',
      'metrics.history.uneven',
    ]);
    const single = [1, 2].map((value) => ({ name: `${value}`, values: [value], weights: [1] }));
    expect(codesOf(buhlmannStraub(single))).toEqual(['metrics.history.short']);
  });
});

describe('a result drawn toward what was known before', () => {
  const counted = fc
    .tuple(fc.nat(300), fc.nat(300))
    .map(([responses, count]) => ({ count: Math.min(count, responses), responses }));
  const positive = fc.integer({ min: 1, max: 500 });

  test('lies between both', () => {
    fc.assert(
      fc.property(counted, positive, positive, (counts, a, b) => {
        const { raw, prior, blended } = resultOf(blendedRate({ ...counts, prior: { a, b } }));
        if (raw === undefined) expect([counts.responses, blended]).toEqual([0, prior]);
        else expectBetween(exact(blended), exact(raw), exact(prior));
      }),
    );
  });

  // By hand: the same shares as the team leave the score where it is.
  test('of somebody like the team stays', () => {
    const team = { promoters: 0.5, detractors: 0.25, strength: 10 };
    const found = resultOf(blendedNps({ promoters: 2, passives: 1, detractors: 1 }, team));
    expect([found.raw, found.prior, found.blended]).toEqual(['25', '25', '25']);
    expect(found.credibility).toBe('2/7');
  });

  test('shares of the team are at most everybody', () => {
    const answers = { promoters: 2, passives: 1, detractors: 1 };
    expect(codesOf(blendedNps(answers, { promoters: 0.8, detractors: 0.3, strength: 10 }))).toEqual([
      'metrics.counts.sum',
    ]);
  });
});

describe('limited fluctuation', () => {
  const rule = { probability: '90%', tolerance: '5%' };

  // By hand: a quarter of what is needed has half the weight: (z / 1 %)² × 4 is what half the tolerance needs.
  test('weighs by the root, and blends', () => {
    const { needed } = resultOf(limitedFluctuation({ ...rule, observed: 0 }));
    const observed = Math.round(needed / 4);
    const found = resultOf(limitedFluctuation({ ...rule, observed, own: 80, all: 60 }));
    expect(found.credibility).toBeCloseTo(0.5, 3);
    expect(found.raw).toBe(80);
    expect(found.blended).toBeCloseTo(60 + 20 * found.credibility, 12);
  });

  test('a rate of 100 % never fluctuates', () => {
    const found = resultOf(limitedFluctuation({ ...rule, rate: '100%', observed: 1 }));
    expect(found).toEqual({ needed: 0, credibility: 1 });
  });

  test('an own result without that of all cannot be blended', () => {
    expect(codesOf(limitedFluctuation({ ...rule, observed: 1, own: 80 }))).toEqual(['metrics.value.missing']);
  });
});
