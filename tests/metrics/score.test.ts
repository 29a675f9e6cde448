import { describe, expect, test } from 'vitest';
import { type Answers, meanOf, npsOf, shareOf, topBoxOf, varianceOf } from '../../src/metrics/score.js';
import { toExactText } from '../../src/num/decimal.js';
import { type Ratio, ratio } from '../../src/num/ratio.js';

function answers(promoters: number, passives: number, detractors: number): Answers {
  return { promoters: ratio(promoters), passives: ratio(passives), detractors: ratio(detractors) };
}

const textOf = (value: Ratio | undefined) => value && toExactText(value);

/** Counts for the points 1, 2, 3 and so on. */
const scale = (...counts: readonly number[]) =>
  counts.map((count, index) => ({ point: ratio(index + 1), count: ratio(count) }));

describe('NPS', () => {
  // Source: shared vectors b_metric_statistics.json, "NPS from counts …"; the last two exactly, by hand.
  test.each([
    [27, 13, 10, '34', '0.6244'],
    [6, 1, 1, '62.5', '0.484375'],
    [162, 108, 54, '100/3', '5/9'],
    [5, 0, 0, '100', '0'],
  ])('%i promoters, %i passives, %i detractors', (promoters, passives, detractors, score, variance) => {
    const given = answers(promoters, passives, detractors);
    expect(textOf(npsOf(given))).toBe(score);
    expect(textOf(varianceOf(given))).toBe(variance);
  });

  test('of nobody is none, not zero', () => {
    expect(npsOf(answers(0, 0, 0))).toBeUndefined();
    expect(varianceOf(answers(0, 0, 0))).toBeUndefined();
    expect(shareOf(ratio(0), ratio(0))).toBeUndefined();
  });
});

describe('scores on a scale', () => {
  // Source: shared vectors b_metric_statistics.json, "CSAT top-2-box …" and "CES on a 7-point agreement scale".
  test('top box and mean', () => {
    const csat = scale(2, 3, 10, 40, 45);
    expect([textOf(topBoxOf(csat, ratio(4))), textOf(meanOf(csat))]).toEqual(['0.85', '4.23']);
    const effort = scale(1, 2, 3, 6, 20, 40, 28);
    expect([textOf(topBoxOf(effort, ratio(5))), textOf(meanOf(effort))]).toEqual(['0.88', '5.74']);
  });

  test('of nobody are none', () => {
    expect(topBoxOf(scale(0, 0, 0), ratio(2))).toBeUndefined();
    expect(meanOf([])).toBeUndefined();
  });
});
