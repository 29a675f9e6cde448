import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as metrics from '../../src/metrics/index.js';
import { codesOf } from './support.js';

// Many calls in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const confidence = { confidence: '95%' };

/** Every public function, with the arguments that are not the data. */
const functions: Readonly<Record<string, (data: never) => metrics.Scored<unknown>>> = {
  npsFromCounts: (data) => metrics.npsFromCounts(data, confidence),
  npsFromCountsAnyConfidence: (data) =>
    metrics.npsFromCounts({ promoters: 1, passives: 1, detractors: 1 }, data),
  npsFromScores: (data) => metrics.npsFromScores(data, confidence),
  npsChange: metrics.npsChange,
  npsSampleSize: metrics.npsSampleSize,
  rateFromCounts: (data) => metrics.rateFromCounts(data, confidence),
  scaleScore: metrics.scaleScore,
  customerRetention: metrics.customerRetention,
  retentionFromTotals: metrics.retentionFromTotals,
  annualised: metrics.annualised,
  rollingScore: (data) => metrics.rollingScore(data, { last: 1, by: 'equal' }),
  rollingScoreAnyOptions: (data) => metrics.rollingScore([{ score: 1, responses: 1 }], data),
  scoreIndex: metrics.scoreIndex,
  limitedFluctuation: metrics.limitedFluctuation,
  buhlmann: metrics.buhlmann,
  buhlmannStraub: metrics.buhlmannStraub,
  blendedRate: metrics.blendedRate,
  blendedNps: (data) => metrics.blendedNps({ promoters: 1, passives: 1, detractors: 1 }, data),
  noiseShare: metrics.noiseShare,
  chanceOfTarget: metrics.chanceOfTarget,
};

const names = Object.values({
  answers: ['promoters', 'passives', 'detractors', 'responses', 'now', 'before', 'confidence'],
  rates: ['count', 'prior', 'a', 'b', 'strength', 'probability', 'tolerance', 'rate', 'observed'],
  scales: ['counts', 'lowest', 'top', 'score', 'weight', 'last', 'by', 'halfWidth', 'own', 'all'],
  lists: ['start', 'end', 'expansion', 'contraction', 'churn', 'name', 'values', 'weights', 'curve'],
  others: ['customers', 'target', 'trueRate', 'monthlyChurn', 'months', 'rows', 'customer', 'currency'],
}).flat();

/** Cells as they come from files and forms: now and then a number. */
const cell = fc.oneof(
  fc.nat(12),
  fc.double(),
  fc.constantFrom('', '5%', '1,200', 'NaN', '1e5', '9'.repeat(30), '-1', '1/0', '1/3', 0.3, null, undefined),
  fc.anything(),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    cell,
    fc.array(tie('data'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...names), tie('data'), { maxKeys: 6 }),
  ),
}));

describe.each(Object.entries(functions))('%s', (_name, call) => {
  test('never throws, and gives plain results or issues', () => {
    fc.assert(
      fc.property(data, (given) => {
        const scored = call(given as never);
        expect(scored.ok || scored.issues.length > 0).toBe(true);
        for (const { code, message, expected, hint } of scored.issues)
          expect([code.startsWith('metrics.'), !message, !expected, !hint]).toEqual([
            true,
            false,
            false,
            false,
          ]);
        // NaN and infinite values would come back as null.
        if (scored.ok) expect(JSON.parse(JSON.stringify(scored.result))).toEqual(scored.result);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a form or file may hold', () => {
  const good = { promoters: 6, passives: 1, detractors: 1 };

  test.each([
    [-1, 'metrics.count.whole'],
    [0.5, 'metrics.count.whole'],
    ['50%', 'metrics.count.whole'],
    [2e9, 'metrics.count.whole'],
    [Number.NaN, 'metrics.value.number'],
    [Number.POSITIVE_INFINITY, 'metrics.value.number'],
    ['9 10 8', 'metrics.value.number'],
    [[9, 10], 'metrics.value.number'],
    [true, 'metrics.value.number'],
    ['', 'metrics.value.missing'],
    [null, 'metrics.value.missing'],
  ])('a count of %j', (promoters, code) => {
    expect(codesOf(metrics.npsFromCounts({ ...good, promoters: promoters as never }, confidence))).toEqual([
      code,
    ]);
  });

  test('a count as text is read exactly, as everywhere', () => {
    const read = metrics.npsFromCounts({ promoters: '27', passives: '13', detractors: ' 10 ' }, confidence);
    expect(read).toEqual(metrics.npsFromCounts({ promoters: 27, passives: 13, detractors: 10 }, confidence));
  });

  test.each([11, -1, 9.5, '90%', 'ten', Number.NaN, {}])('an answer of %j', (answer) => {
    const scored = metrics.npsFromScores([10, answer as never, 8], confidence);
    expect(codesOf(scored)).toEqual(['metrics.score.scale']);
    expect(scored.issues[0]?.path).toEqual([1]);
  });

  test('all faults are told at once', () => {
    const scored = metrics.npsFromCounts({ promoters: -1, passives: 'x' } as never, { confidence: 2 });
    expect(codesOf(scored)).toEqual([
      'metrics.count.whole',
      'metrics.value.number',
      'metrics.value.missing',
      'metrics.value.range',
    ]);
  });

  test('a misspelt key gets the nearest one', () => {
    const scored = metrics.npsFromCounts({ ...good, promotors: 6 } as never, confidence);
    expect(scored.issues[0]?.hint).toContain('promoters');
  });

  test('fractions of too many divisors are refused before they are summed', () => {
    const rows = Array.from({ length: 600 }, (_, index) => ({ start: `1/${1000 + index}`, end: 1 }));
    expect(codesOf(metrics.customerRetention(rows))).toEqual(['metrics.size.limit']);
  });
});
