import { type Issue, issue } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { add, compare, divide, multiply, ONE, sign, subtract, ZERO } from '../num/ratio.js';
import { squareRoot } from '../num/root.js';
import { roundToInteger } from '../num/round.js';
import { toNumber } from './estimate.js';
import { upperTail, zFor } from './normal.js';
import { type AnswerCounts, answersAt, squaredErrorOf } from './nps.js';
import { countsDiffer, failed, fieldsOf, numberAt, type Scored } from './read.js';
import { confidence, type Rule, share } from './rules.js';
import { npsOf, POINTS } from './score.js';

/** How many answers an NPS needs before it is as sure as it is to be. */
export interface SampleSizeInput {
  /** The shares of promoters and detractors that are expected; half and half is the worst case. */
  readonly promoters: Literal;
  readonly detractors: Literal;
  /** How many points the interval may reach to each side. */
  readonly halfWidth: Literal;
  readonly confidence: Literal;
}

/** A half width so narrow that the answers could not be counted is a slip. */
const halfWidthRule: Rule = {
  code: 'metrics.value.range',
  holds: ({ value }) => compare(multiply(value, POINTS), ONE) >= 0 && compare(value, POINTS) <= 0,
  expected: 'points from 0.01 to 100',
  hint: 'Write the points the score may be off to each side, such as 5',
};

/**
 * How many people must answer so that an NPS is known to within some points.
 *
 * Formula:  z² × (p + d − (p − d)²) / E², E the half width as a ratio, up to the next whole number
 * Units:    shares, points -> answers
 * Rounds:   up to a whole number
 * Issues:   metrics.value.range, metrics.counts.sum
 * @example  npsSampleSize({ promoters: '50%', detractors: '50%', halfWidth: 10, confidence: '95%' }) // 385
 */
export function npsSampleSize(input: SampleSizeInput): Scored<{ readonly responses: number }> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, ['promoters', 'detractors', 'halfWidth', 'confidence'], issues);
  const promoters = numberAt(fields, 'promoters', share);
  const detractors = numberAt(fields, 'detractors', share);
  const halfWidth = numberAt(fields, 'halfWidth', halfWidthRule);
  const level = numberAt(fields, 'confidence', confidence);
  const extremes = promoters && detractors && add(promoters, detractors);
  if (extremes && compare(extremes, ONE) > 0)
    issues.push(countsDiffer('Promoters and detractors are more than everybody', 'at most 100 % together'));
  if (!promoters || !detractors || !extremes || !halfWidth || !level || issues.length > 0)
    return failed(issues);
  const mean = subtract(promoters, detractors);
  const reach = divide(multiply(zFor(level), POINTS), halfWidth);
  const needed = multiply(multiply(reach, reach), subtract(extremes, multiply(mean, mean)));
  return { ok: true, result: { responses: Number(roundToInteger(needed, 'up')) }, issues };
}

/** The answers of two periods. */
export interface TwoPeriods {
  readonly now: AnswerCounts;
  readonly before: AnswerCounts;
}

/** How an NPS changed, and whether that can be chance. */
export interface NpsChange {
  /** Points gained since before, exactly. */
  readonly difference: string;
  /** In points. */
  readonly standardError: number;
  /** The difference in standard errors; absent where no answer differs from another within its period. */
  readonly z?: number;
  /** How likely chance alone moves the score as far, to either side, when nothing has changed. */
  readonly probability?: number;
}

/**
 * Whether an NPS changed between two periods by more than chance explains.
 *
 * Formula:  z = difference / √(se₁² + se₂²); probability = 2 × (1 − Φ(|z|))
 * Issues:   metrics.count.whole, metrics.responses.none, metrics.spread.none
 * Source:   difference of two independent means
 * @example  npsChange({ now: { promoters: 120, passives: 60, detractors: 20 }, before })
 */
export function npsChange(periods: TwoPeriods): Scored<NpsChange> {
  const issues: Issue[] = [];
  const fields = fieldsOf(periods, ['now', 'before'], issues);
  const [now, before] = (['now', 'before'] as const).map((period) => {
    const known = ['promoters', 'passives', 'detractors', 'responses'];
    return fields && answersAt(fieldsOf(fields.values[period], known, issues, [period]));
  });
  if (!now || !before || issues.length > 0) return failed(issues);
  const difference = subtract(npsOf(now) ?? ZERO, npsOf(before) ?? ZERO);
  const error = squareRoot(add(squaredErrorOf(now), squaredErrorOf(before)));
  const known = { difference: toExactText(difference), standardError: toNumber(error) };
  if (sign(error) === 0) return { ok: true, result: known, issues: [noSpread()] };
  const z = toNumber(divide(difference, error));
  return { ok: true, result: { ...known, z, probability: 2 * upperTail(Math.abs(z)) }, issues };
}

function noSpread(): Issue {
  return issue({
    code: 'metrics.spread.none',
    message: 'All answers are alike in each of the two periods',
    expected: 'answers that differ, so that chance can be estimated',
    hint: 'Ask more people, or compare longer periods',
  });
}
