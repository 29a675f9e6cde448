import { quote } from '../issue/issue.js';
import { kindOfAnswer } from '../metrics/score.js';
import { isNumber, type ReadLiteral } from '../num/literal.js';
import { ONE, ratio, reduce } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import type { CountName } from './document.js';
import type { RowCells } from './read-facts.js';
import type { Scale, Source } from './source.js';

/** An answer: its score, or none where the survey was not answered. */
export interface Answer {
  readonly score?: number;
}

/** Reads the cells of one answer. */
export function readAnswer(
  { document, scale }: Source,
  readNumber: (raw: unknown) => ReadLiteral,
): (cells: RowCells) => Answer {
  const form = `a whole number from ${scale.from} to ${scale.to}`;
  return (cells) => {
    const text = cells.text('score');
    if (text === '' && document.blankScores === 'notAnswered') return {};
    const score = scoreOf(text, scale, readNumber(cells.raw('score')));
    if (score !== undefined) return { score };
    cells.refuse('sources.score.form', 'score', {
      message: text === '' ? 'This row has no score' : `${quote(text)} is not a score of this scale`,
      expected: form,
      hint:
        text === ''
          ? 'Where a blank means that nobody answered, write blankScores: notAnswered'
          : 'Correct the cell, or the scale; export numbers, not the words of the choices',
    });
    return {};
  };
}

/** 10/10 is not the number 1, nor is 10 % a score: what is written with a sign of its own is refused. */
function scoreOf(text: string, { from, to }: Scale, read: ReadLiteral): number | undefined {
  if (!isNumber(read) || read.percent || text.includes('/') || !isMultipleOf(read.value, ONE))
    return undefined;
  const score = Number(read.value.n / read.value.d);
  return score >= from && score <= to ? score : undefined;
}

const TEN = 10;

/** Answers of a group, counted. */
export interface AnswerCount {
  readonly responses: number;
  readonly sum: bigint;
  readonly promoters: number;
  readonly passives: number;
  readonly tens: number;
  readonly good: number;
}

export const NO_ANSWERS: AnswerCount = { responses: 0, sum: 0n, promoters: 0, passives: 0, tens: 0, good: 0 };

/** The count with one more answer. */
export function countAnswer(count: AnswerCount, score: number, { atLeast }: Scale): AnswerCount {
  return {
    responses: count.responses + 1,
    sum: count.sum + BigInt(score),
    promoters: count.promoters + Number(kindOfAnswer(score) === 'promoters'),
    passives: count.passives + Number(kindOfAnswer(score) === 'passives'),
    tens: count.tens + Number(score === TEN),
    good: count.good + Number(atLeast !== undefined && score >= atLeast),
  };
}

/**
 * What an actuals row says of counted answers.
 *
 * Formula:  nps: promoters gave 9 or 10, passives 7 or 8, detractors 0 to 6; csat, recommendationRate, and ces with
 *           atLeast: count = answers at or above it; ces without it: value = sum of scores ÷ answers. Of no answers
 *           only that there are none
 * Rounds:   never
 */
export function answerCells(
  counts: CountName,
  { atLeast }: Scale,
  { responses, sum, promoters, passives, tens, good }: AnswerCount,
): Record<string, string> {
  const all = { responses: String(responses) };
  if (responses === 0) return all;
  if (counts === 'nps') {
    const detractors = String(responses - promoters - passives);
    return {
      promoters: String(promoters),
      passives: String(passives),
      detractors,
      tens: String(tens),
      ...all,
    };
  }
  if (atLeast !== undefined) return { count: String(good), ...all };
  const { n, d } = reduce(ratio(sum, responses));
  // Without a decimal sign, so that it is read alike beside a file with decimal commas.
  return { value: d === 1n ? String(n) : `${n}/${d}`, ...all };
}
