import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  npsChange,
  npsFromCounts,
  npsFromScores,
  npsSampleSize,
  rateFromCounts,
  rollingScore,
  scaleScore,
  scoreIndex,
} from '../../src/metrics/index.js';
import { codesOf, numberOf, resultOf } from './support.js';

const at95 = { confidence: '95%' };
const confidence = fc.integer({ min: 1, max: 999 }).map((level) => ({ confidence: `${level / 10}%` }));

describe('NPS', () => {
  test('of single answers is that of their counts', () => {
    const scores = [10, 9, 9, 8, 7, 6, 0];
    expect(npsFromScores(scores, at95)).toEqual(
      npsFromCounts({ promoters: 3, passives: 2, detractors: 2 }, at95),
    );
    expect(codesOf(npsFromScores([], at95))).toEqual(['metrics.responses.none']);
  });

  test('an estimate holds the score, and is plain data', () => {
    const counts = fc.record({ promoters: fc.nat(400), passives: fc.nat(400), detractors: fc.nat(400) });
    fc.assert(
      fc.property(counts, confidence, (answers, options) => {
        fc.pre(answers.promoters + answers.passives + answers.detractors > 0);
        const found = resultOf(npsFromCounts(answers, options));
        const score = numberOf(found.score);
        expect(found.wald.low <= score && score <= found.wald.high).toBe(true);
        const middle = numberOf(found.adjusted.score);
        expect(found.adjusted.low <= middle && middle <= found.adjusted.high).toBe(true);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });

  test('a number of all answers must be the sum', () => {
    const answers = { promoters: 6, passives: 1, detractors: 1 };
    expect(npsFromCounts({ ...answers, responses: 8 }, at95).ok).toBe(true);
    expect(codesOf(npsFromCounts({ ...answers, responses: 9 }, at95))).toEqual(['metrics.counts.sum']);
  });

  test('needs no more than all customers to be promoters or detractors', () => {
    const input = { promoters: '60%', detractors: '50%', halfWidth: 5, confidence: '95%' };
    expect(codesOf(npsSampleSize(input))).toEqual(['metrics.counts.sum']);
    expect(codesOf(npsSampleSize({ ...input, detractors: '40%', halfWidth: 0 }))).toEqual([
      'metrics.value.range',
    ]);
    // All alike: nothing differs, so that one answer, or none, would do.
    expect(resultOf(npsSampleSize({ ...input, promoters: 1, detractors: 0 })).responses).toBe(0);
  });

  test('a change turned round has the other sign and is as likely chance', () => {
    const now = { promoters: 120, passives: 60, detractors: 20 };
    const before = { promoters: 100, passives: 70, detractors: 30 };
    const [up, down] = [
      resultOf(npsChange({ now, before })),
      resultOf(npsChange({ now: before, before: now })),
    ];
    expect([up.difference, down.difference]).toEqual(['15', '-15']);
    expect(up.probability).toBe(down.probability);
    expect(resultOf(npsChange({ now, before: now }))).toMatchObject({
      difference: '0',
      z: 0,
      probability: 1,
    });
  });

  test('of answers all alike a change is told without a probability', () => {
    const [happy, sad] = [
      { promoters: 5, passives: 0, detractors: 0 },
      { promoters: 0, passives: 0, detractors: 5 },
    ];
    const scored = npsChange({ now: happy, before: sad });
    expect(scored).toMatchObject({ ok: true, result: { difference: '200', standardError: 0 } });
    expect(scored.issues.map((one) => one.code)).toEqual(['metrics.spread.none']);
  });
});

describe('a rate', () => {
  const counted = fc
    .tuple(fc.integer({ min: 1, max: 2000 }), fc.nat(2000))
    .map(([responses, count]) => ({ count: Math.min(count, responses), responses }));

  test('lies in all its intervals, which end at 0 and 1 where they must', () => {
    fc.assert(
      fc.property(counted, confidence, ({ count, responses }, options) => {
        const found = resultOf(rateFromCounts({ count, responses }, options));
        const rate = count / responses;
        for (const { low, high } of [found.wilson, found.clopperPearson])
          expect(0 <= low && low <= rate && rate <= high && high <= 1).toBe(true);
        for (const { low, high } of [found.wilson, found.clopperPearson, found.jeffreys])
          expect([count > 0 || low === 0, count < responses || high === 1]).toEqual([true, true]);
      }),
    );
  });

  // Clopper & Pearson 1934: the interval is the one that holds at least its confidence; Jeffreys lies within it.
  test('has the exact interval outside the believed one', () => {
    fc.assert(
      fc.property(counted, confidence, (counts, options) => {
        const { clopperPearson, jeffreys } = resultOf(rateFromCounts(counts, options));
        expect(clopperPearson.low).toBeLessThanOrEqual(jeffreys.low + 1e-12);
        expect(clopperPearson.high).toBeGreaterThanOrEqual(jeffreys.high - 1e-12);
      }),
    );
  });

  // By hand: of one customer who stayed, (1 − confidence) / 2 is the lower end: P(stayed | rate) = rate.
  test('of one customer', () => {
    const { clopperPearson } = resultOf(rateFromCounts({ count: 1, responses: 1 }, { confidence: '80%' }));
    expect(clopperPearson.low).toBeCloseTo(0.1, 14);
    expect(clopperPearson.high).toBe(1);
  });

  test('of nobody is none', () => {
    expect(codesOf(rateFromCounts({ count: 0, responses: 0 }, at95))).toEqual(['metrics.responses.none']);
  });
});

describe('a score on a scale', () => {
  // By hand: stars 0 to 2, 1 + 1 + 2 answers: mean (0 + 1 + 4) / 4, of which 2 is the most.
  test('from any lowest point', () => {
    expect(resultOf(scaleScore({ counts: [1, 1, 2], lowest: 0, top: 2 }))).toEqual({
      topShare: '0.5',
      topCount: 2,
      mean: '1.25',
      meanOnScale: '0.625',
      responses: 4,
    });
  });

  test('a top outside the scale, or all of it, is none', () => {
    for (const top of [1, 6, '50%'])
      expect(codesOf(scaleScore({ counts: [1, 1, 1, 1, 1], lowest: 1, top }))).toEqual([
        'metrics.score.scale',
      ]);
    expect(codesOf(scaleScore({ counts: [1], lowest: 1, top: 1 }))).toEqual(['metrics.history.short']);
    expect(codesOf(scaleScore({ counts: [0, 0], lowest: 1, top: 2 }))).toEqual(['metrics.responses.none']);
  });
});

describe('a mean of the last scores', () => {
  const history = [
    { score: 90, responses: 1000 },
    { score: 40, responses: 10 },
    { score: '100/3', responses: 30 },
  ];

  // By hand: (40 + 100/3) / 2 = 110/3; (40 × 10 + 100/3 × 30) / 40 = 1400/40.
  test('by periods and by answers', () => {
    expect(resultOf(rollingScore(history, { last: 2, by: 'equal' }))).toEqual({
      score: '110/3',
      scores: 2,
      responses: 40,
    });
    expect(resultOf(rollingScore(history, { last: 2, by: 'responses' })).score).toBe('35');
  });

  test('of fewer scores than asked for is none', () => {
    expect(codesOf(rollingScore(history, { last: 4, by: 'equal' }))).toEqual(['metrics.history.short']);
    expect(codesOf(rollingScore([{ score: 40, responses: 0 }], { last: 1, by: 'equal' }))).toEqual([
      'metrics.responses.none',
    ]);
  });
});

describe('an index', () => {
  // By hand: 60/3 + 30/3 + 90/3 = 60.
  test('of thirds is exact', () => {
    const parts = [60, 30, 90].map((score, index) => ({ score, weight: '1/3', responses: 50 - index }));
    expect(resultOf(scoreIndex(parts))).toEqual({ score: '60', responses: 147, fewestResponses: 48 });
  });

  test('of weights that are nearly 100 % is none', () => {
    const parts = [0.33, 0.33, 0.33].map((weight) => ({ score: 1, weight, responses: 5 }));
    const scored = scoreIndex(parts);
    expect(codesOf(scored)).toEqual(['metrics.weights.sum']);
    expect(scored.issues[0]?.message).toContain('99 %');
    expect(codesOf(scoreIndex([]))).toEqual(['metrics.weights.sum']);
  });
});
