import { type Issue, issue } from '../issue/issue.js';
import { inPercent, toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { divide, equal, multiply, ONE, type Ratio, ratio, sign } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import { sumOf, toNumber } from './estimate.js';
import {
  checkDivisors,
  type Fields,
  failed,
  fieldsOf,
  listOf,
  nobodyAnswered,
  numberAt,
  type Scored,
  tooShort,
} from './read.js';
import { anyNumber, count, type Rule, share } from './rules.js';

/** A score and how many answers or customers are behind it. */
export interface ScoreWithResponses {
  readonly score: Literal;
  readonly responses: Literal;
}

/** What the mean of several scores weighs them by: nothing, or their responses. */
export const rollingWeights = ['equal', 'responses'] as const;

export interface RollingOptions {
  /** How many scores count, from the last back. */
  readonly last: Literal;
  /** Every period the same, or every answer. */
  readonly by: (typeof rollingWeights)[number];
}

/** A mean of the last scores, exactly, and what is behind it. */
export interface RollingScore {
  readonly score: string;
  readonly scores: number;
  readonly responses: number;
}

/**
 * The mean of the last scores, such as four quarters, which steadies a score of few answers.
 *
 * Formula:  equal: Σ score / scores; responses: Σ score × responses / Σ responses
 * Rounds:   never
 * Issues:   metrics.history.short, metrics.responses.none, metrics.value.*
 * @example  rollingScore([{ score: 40, responses: 10 }, { score: 20, responses: 30 }], { last: 2, by: 'responses' }) // '25'
 */
export function rollingScore(
  history: readonly ScoreWithResponses[],
  options: RollingOptions,
): Scored<RollingScore> {
  const issues: Issue[] = [];
  const chosen = fieldsOf(options, ['last', 'by'], issues);
  const last = numberAt(chosen, 'last', lastRule);
  const by = weightsAt(chosen);
  const all = listOf(history, issues)?.map((one, index) =>
    scoreAt(one, index, ['score', 'responses'], issues),
  );
  if (!all || !last || !by || issues.length > 0) return failed(issues);
  const scores = all.flatMap((one) => one ?? []).slice(-toNumber(last));
  if (scores.length < toNumber(last))
    return failed([tooShort(`There are ${scores.length} scores`, `${toNumber(last)} scores`)]);
  checkDivisors(
    scores.map((one) => one.score),
    issues,
  );
  if (issues.length > 0) return failed(issues);
  const weights = scores.map(({ responses }) => (by === 'equal' ? ONE : responses));
  const sum = sumOf(scores.map(({ score }, index) => multiply(score, weights[index] ?? ONE)));
  const result: RollingScore = {
    score: toExactText(divide(sum, sumOf(weights))),
    scores: scores.length,
    responses: toNumber(sumOf(scores.map((one) => one.responses))),
  };
  return { ok: true, result, issues };
}

const lastRule: Rule = {
  code: 'metrics.value.range',
  holds: ({ value, percent }) => !percent && isMultipleOf(value, ONE) && sign(value) > 0,
  expected: 'a whole number of scores, 1 or more',
  hint: 'Write how many of the last scores count',
};

function weightsAt(fields: Fields | undefined): RollingOptions['by'] | undefined {
  const known = rollingWeights.find((one) => one === fields?.values['by']);
  if (known || !fields) return known;
  fields.issues.push(
    issue({
      code: 'metrics.value.option',
      path: ['by'],
      message: 'It is not said how the scores are weighed',
      expected: `one of ${rollingWeights.join(', ')}`,
      hint: 'Write equal for a mean of periods, responses for a mean of answers',
    }),
  );
  return undefined;
}

interface ReadScore {
  readonly score: Ratio;
  readonly responses: Ratio;
  /** Of the whole index; 1 where scores have no weight. */
  readonly weight: Ratio;
}

/** One score; one that nobody answered is none. */
function scoreAt(
  one: unknown,
  index: number,
  keys: readonly string[],
  issues: Issue[],
): ReadScore | undefined {
  const fields = fieldsOf(one, keys, issues, [index]);
  const score = numberAt(fields, 'score', anyNumber);
  const responses = numberAt(fields, 'responses', count);
  const weight = keys.includes('weight') ? numberAt(fields, 'weight', share) : ratio(1);
  if (responses && sign(responses) === 0) issues.push(nobodyAnswered([index, 'responses']));
  return score && responses && weight && { score, responses, weight };
}

/** A score and what it weighs in an index. */
export interface WeightedScore extends ScoreWithResponses {
  readonly name?: string;
  readonly weight: Literal;
}

/** An index of several scores, exactly, and what is behind it. */
export interface ScoreIndex {
  readonly score: string;
  readonly responses: number;
  /** The responses of the score that has the fewest: the index is no surer than that. */
  readonly fewestResponses: number;
}

/**
 * An index of several scores by weights, such as half NPS and half CSAT on one scale.
 *
 * Formula:  Σ weight × score, the weights summing to 1 exactly
 * Rounds:   never
 * Issues:   metrics.weights.sum, metrics.responses.none, metrics.value.*
 * @example  scoreIndex([{ score: 60, weight: '75%', responses: 80 }, { score: 80, weight: '25%', responses: 40 }]) // '65'
 */
export function scoreIndex(parts: readonly WeightedScore[]): Scored<ScoreIndex> {
  const issues: Issue[] = [];
  const keys = ['name', 'score', 'weight', 'responses'];
  const all = listOf(parts, issues)?.map((one, index) => scoreAt(one, index, keys, issues)) ?? [];
  const scores = all.flatMap((one) => one ?? []);
  checkDivisors(
    scores.flatMap((one) => [one.score, one.weight]),
    issues,
  );
  if (issues.length > 0) return failed(issues);
  const weights = sumOf(scores.map((one) => one.weight));
  if (!equal(weights, ONE)) return failed([weightsDiffer(weights)]);
  const responses = scores.map((one) => one.responses);
  const result: ScoreIndex = {
    score: toExactText(sumOf(scores.map(({ score, weight }) => multiply(score, weight)))),
    responses: toNumber(sumOf(responses)),
    fewestResponses: responses.reduce((least, one) => Math.min(least, toNumber(one)), Infinity),
  };
  return { ok: true, result, issues };
}

function weightsDiffer(weights: Ratio): Issue {
  return issue({
    code: 'metrics.weights.sum',
    message: `The weights sum to ${inPercent(weights)}`,
    expected: '100 % exactly',
    hint: 'Correct a weight; a third is written 1/3',
  });
}
