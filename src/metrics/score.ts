import { add, compare, divide, multiply, type Ratio, ratio, sign, subtract, ZERO } from '../num/ratio.js';

/** How many people gave which kind of answer to the question of the NPS: 9 or 10, 7 or 8, 0 to 6. */
export interface Answers {
  readonly promoters: Ratio;
  readonly passives: Ratio;
  readonly detractors: Ratio;
}

/** Which kind of answer a score from 0 to 10 is. */
export function kindOfAnswer(score: number): keyof Answers {
  if (score >= 9) return 'promoters';
  return score >= 7 ? 'passives' : 'detractors';
}

/** How many people chose a point of a scale. */
export interface ScaleCount {
  readonly point: Ratio;
  readonly count: Ratio;
}

/** NPS counts in points, a hundred to one. */
export const POINTS: Ratio = ratio(100);

/** How many people answered. */
export function responsesOf({ promoters, passives, detractors }: Answers): Ratio {
  return add(add(promoters, passives), detractors);
}

/**
 * The Net Promoter Score of some answers; undefined where nobody answered.
 *
 * Formula:  100 × (promoters − detractors) / all answers
 * Units:    counts -> points, from -100 to 100
 * Rounds:   never
 * @example  npsOf({ promoters: ratio(27), passives: ratio(13), detractors: ratio(10) }) // 34
 */
export function npsOf(answers: Answers): Ratio | undefined {
  const share = shareOf(subtract(answers.promoters, answers.detractors), responsesOf(answers));
  return share && multiply(POINTS, share);
}

/**
 * How much one answer differs from the next: what the sampling error of an NPS comes from. Undefined where nobody answered.
 *
 * Formula:  p + d − (p − d)², with p and d the shares of promoters and detractors
 * Units:    counts -> square of a ratio (1 = 100 points)
 * Rounds:   never
 */
export function varianceOf(answers: Answers): Ratio | undefined {
  const responses = responsesOf(answers);
  const extremes = shareOf(add(answers.promoters, answers.detractors), responses);
  const mean = shareOf(subtract(answers.promoters, answers.detractors), responses);
  return extremes && mean && subtract(extremes, multiply(mean, mean));
}

/** A count as a share of all responses; undefined where nobody answered. */
export function shareOf(count: Ratio, responses: Ratio): Ratio | undefined {
  return sign(responses) === 0 ? undefined : divide(count, responses);
}

/**
 * The share of answers at the top of a scale, such as 4 and 5 of 5: the usual CSAT. Undefined where nobody answered.
 *
 * Formula:  answers at `from` or above / all answers
 * Rounds:   never
 */
export function topBoxOf(counts: readonly ScaleCount[], from: Ratio): Ratio | undefined {
  return shareOf(totalOf(counts.filter(({ point }) => compare(point, from) >= 0)), totalOf(counts));
}

/**
 * The mean point of the answers on a scale; undefined where nobody answered.
 *
 * Formula:  Σ point × count / Σ count
 * Rounds:   never
 */
export function meanOf(counts: readonly ScaleCount[]): Ratio | undefined {
  const sum = counts.reduce((all, { point, count }) => add(all, multiply(point, count)), ZERO);
  return shareOf(sum, totalOf(counts));
}

/** How many people answered on a scale. */
export function totalOf(counts: readonly ScaleCount[]): Ratio {
  return counts.reduce((all, { count }) => add(all, count), ZERO);
}
