import { type Issue, issue, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { add, divide, equal, multiply, ONE, type Ratio, ratio, sign, subtract, ZERO } from '../num/ratio.js';
import { squareRoot } from '../num/root.js';
import { isMultipleOf } from '../num/round.js';
import { type EstimatedInterval, toNumber } from './estimate.js';
import { adjustedAnswers, adjustedWald, type Interval } from './interval.js';
import { zFor } from './normal.js';
import {
  confidenceOf,
  countsDiffer,
  type Fields,
  failed,
  fieldsOf,
  listOf,
  nobodyAnswered,
  numberAt,
  optionalAt,
  type Scored,
} from './read.js';
import { count } from './rules.js';
import { type Answers, kindOfAnswer, npsOf, POINTS, responsesOf, varianceOf } from './score.js';

/** How many people gave which kind of answer: 9 or 10, 7 or 8, 0 to 6. */
export interface AnswerCounts {
  readonly promoters: Literal;
  readonly passives: Literal;
  readonly detractors: Literal;
  /** All answers, where they were counted too: they must be the sum of the three. */
  readonly responses?: Literal;
}

/** How sure an interval is to be, such as '95%'. */
export interface Confidence {
  readonly confidence: Literal;
}

/** An NPS and how far it can be trusted. What is exact is text; estimates are numbers. */
export interface Nps {
  /** Points from -100 to 100. */
  readonly score: string;
  readonly responses: number;
  /** Variance of one answer, of which each is -1, 0 or 1. */
  readonly variance: string;
  /** In points. */
  readonly standardError: number;
  /** The plain interval; with few answers it may leave -100 to 100, or have no width at all. */
  readonly wald: EstimatedInterval;
  /** The interval to look at, with the score it is built around. */
  readonly adjusted: EstimatedInterval & { readonly score: string };
  readonly confidence: string;
}

/**
 * The NPS of some answers, and the interval the true score may well lie in.
 *
 * Formula:  100 × (promoters − detractors) / answers ± z × standard error; and with three answers added
 * Units:    counts -> points
 * Rounds:   never; estimates are the nearest doubles
 * Issues:   metrics.count.whole, metrics.counts.sum, metrics.responses.none
 * Source:   Rocks 2016, as told in measuringu.com/nps-confidence-intervals
 * @example  npsFromCounts({ promoters: 27, passives: 13, detractors: 10 }, { confidence: '95%' })
 */
export function npsFromCounts(counts: AnswerCounts, options: Confidence): Scored<Nps> {
  const issues: Issue[] = [];
  const answers = answersAt(fieldsOf(counts, [...KINDS, 'responses'], issues));
  return npsOrIssues(answers, options, issues);
}

/**
 * The NPS of single answers from 0 to 10, and the interval the true score may well lie in.
 *
 * Issues:   metrics.score.scale, metrics.value.missing, metrics.responses.none
 * @example  npsFromScores([10, 9, 7, 3], { confidence: '90%' }) // score '25'
 */
export function npsFromScores(scores: readonly Literal[], options: Confidence): Scored<Nps> {
  const issues: Issue[] = [];
  const list = listOf(scores, issues) ?? [];
  const kinds = { promoters: 0, passives: 0, detractors: 0 };
  for (const [index, raw] of list.entries()) {
    const kind = kindOf(raw);
    if (kind) kinds[kind] += 1;
    else issues.push(notOnScale(raw, index));
  }
  return npsOrIssues(issues.length === 0 ? answersOf(kinds) : undefined, options, issues);
}

const KINDS = ['promoters', 'passives', 'detractors'] as const;
type Kind = (typeof KINDS)[number];

function answersOf(kinds: Readonly<Record<Kind, number>>): Answers {
  return {
    promoters: ratio(kinds.promoters),
    passives: ratio(kinds.passives),
    detractors: ratio(kinds.detractors),
  };
}

function kindOf(raw: unknown): Kind | undefined {
  const read = readLiteral(raw);
  if (!isNumber(read) || read.percent || !isMultipleOf(read.value, ONE)) return undefined;
  const score = toNumber(read.value);
  return score < 0 || score > 10 ? undefined : kindOfAnswer(score);
}

function notOnScale(raw: unknown, index: number): Issue {
  return issue({
    code: raw === '' || raw === undefined || raw === null ? 'metrics.value.missing' : 'metrics.score.scale',
    path: [index],
    message: `${quote(raw)} is not an answer to the question of the NPS`,
    expected: 'a whole number from 0 to 10',
    hint: 'Correct the answer; leave out people who gave none',
  });
}

/** Counts of answers, when all are counts and their sum is what it is said to be. */
export function answersAt(fields: Fields | undefined): Answers | undefined {
  const [promoters, passives, detractors] = KINDS.map((kind) => numberAt(fields, kind, count));
  const responses = optionalAt(fields, 'responses', count);
  if (!promoters || !passives || !detractors || !fields) return undefined;
  const answers = { promoters, passives, detractors };
  const sum = responsesOf(answers);
  if (responses && !equal(sum, responses)) {
    const message = `The three kinds of answers are ${toExactText(sum)} together, not ${toExactText(responses)}`;
    fields.issues.push(countsDiffer(message, 'the number of all answers', [...fields.path, 'responses']));
    return undefined;
  }
  if (sign(sum) === 0) fields.issues.push(nobodyAnswered(fields.path));
  return sign(sum) === 0 ? undefined : answers;
}

function npsOrIssues(answers: Answers | undefined, options: Confidence, issues: Issue[]): Scored<Nps> {
  const confidence = confidenceOf(options, issues);
  if (answers && sign(responsesOf(answers)) === 0) issues.push(nobodyAnswered());
  if (!answers || !confidence || issues.length > 0) return failed(issues);
  return { ok: true, result: npsWithIntervals(answers, confidence), issues };
}

function npsWithIntervals(answers: Answers, confidence: Ratio): Nps {
  const z = zFor(confidence);
  const score = npsOf(answers) ?? ZERO;
  const error = squareRoot(squaredErrorOf(answers));
  const reach = multiply(z, error);
  const middle = npsOf(adjustedAnswers(answers)) ?? ZERO;
  return {
    score: toExactText(score),
    responses: toNumber(responsesOf(answers)),
    variance: toExactText(varianceOf(answers) ?? ZERO),
    standardError: toNumber(error),
    wald: rangeOf({ low: subtract(score, reach), high: add(score, reach) }),
    adjusted: { score: toExactText(middle), ...rangeOf(adjustedWald(answers, z)) },
    confidence: toExactText(confidence),
  };
}

/** The square of the standard error of an NPS, in points. */
export function squaredErrorOf(answers: Answers): Ratio {
  const variance = divide(varianceOf(answers) ?? ZERO, responsesOf(answers));
  return multiply(multiply(POINTS, POINTS), variance);
}

/** An exact interval as numbers. */
export function rangeOf({ low, high }: Interval): EstimatedInterval {
  return { low: toNumber(low), high: toNumber(high) };
}
