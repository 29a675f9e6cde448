import type { Issue } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { add, compare, divide, type Ratio, ratio, subtract } from '../num/ratio.js';
import { toNumber } from './estimate.js';
import {
  type Fields,
  failed,
  fieldsOf,
  listOf,
  nobodyAnswered,
  numberAt,
  readNumber,
  type Scored,
  tooShort,
} from './read.js';
import { anyNumber, count, type Rule } from './rules.js';
import { meanOf, type ScaleCount, topBoxOf, totalOf } from './score.js';

/** How many people chose each point of a scale, and which points count as the top. */
export interface ScaleCounts {
  /** From the lowest point up, one count per point. */
  readonly counts: readonly Literal[];
  /** The lowest point, such as 1. */
  readonly lowest: Literal;
  /** The lowest point of the top box: 4 on a scale of five for the usual CSAT, 5 on a scale of seven for a CES. */
  readonly top: Literal;
}

/** The scores of a scale, exactly, as text. */
export interface ScaleScore {
  /** The share of answers in the top box. */
  readonly topShare: string;
  readonly topCount: number;
  readonly mean: string;
  /** Where the mean lies between the lowest point (0) and the highest (1). */
  readonly meanOnScale: string;
  readonly responses: number;
}

/**
 * CSAT, CES and other scores of answers on a scale: the share of the top box and the mean, as both are in use. The
 * scale and the rule are the caller's.
 *
 * Formula:  topShare = answers from `top` up / all; mean = Σ point × count / all; meanOnScale = (mean − lowest) / (highest − lowest)
 * Rounds:   never
 * Issues:   metrics.count.whole, metrics.score.scale, metrics.history.short, metrics.responses.none
 * @example  scaleScore({ counts: [2, 3, 10, 40, 45], lowest: 1, top: 4 }) // topShare '0.85', mean '4.23'
 */
export function scaleScore(input: ScaleCounts): Scored<ScaleScore> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, ['counts', 'lowest', 'top'], issues);
  const scale = scaleAt(fields);
  if (!scale || issues.length > 0) return failed(issues);
  const { counts, top, lowest, highest } = scale;
  const [topShare, mean] = [topBoxOf(counts, top), meanOf(counts)];
  if (!topShare || !mean) return failed([nobodyAnswered(['counts'])]);
  const inTop = counts.filter(({ point }) => compare(point, top) >= 0);
  const result: ScaleScore = {
    topShare: toExactText(topShare),
    topCount: toNumber(totalOf(inTop)),
    mean: toExactText(mean),
    meanOnScale: toExactText(divide(subtract(mean, lowest), subtract(highest, lowest))),
    responses: toNumber(totalOf(counts)),
  };
  return { ok: true, result, issues };
}

interface Scale {
  readonly counts: readonly ScaleCount[];
  readonly lowest: Ratio;
  readonly highest: Ratio;
  readonly top: Ratio;
}

function scaleAt(fields: Fields | undefined): Scale | undefined {
  const list = fields && listOf(fields.values['counts'], fields.issues, ['counts']);
  const lowest = numberAt(fields, 'lowest', wholePoint);
  const read = list?.map((raw, index) =>
    readNumber(raw, count, { path: ['counts', index] }, fields?.issues ?? []),
  );
  if (!fields || !list || !lowest || !read) return undefined;
  if (list.length < 2) {
    fields.issues.push(tooShort('A scale has at least two points', 'a count for each point', ['counts']));
    return undefined;
  }
  const highest = add(lowest, ratio(list.length - 1));
  const top = numberAt(fields, 'top', topRule(lowest, highest));
  const counts = read.flatMap((value, index) =>
    value ? [{ point: add(lowest, ratio(index)), count: value }] : [],
  );
  return top && { counts, lowest, highest, top };
}

const wholePoint: Rule = {
  ...anyNumber,
  holds: ({ percent }) => !percent,
  expected: 'the lowest point, such as 1',
};

/** The top box begins above the lowest point, or it would be everybody. */
function topRule(lowest: Ratio, highest: Ratio): Rule {
  const points = `${toExactText(lowest)} to ${toExactText(highest)}`;
  return {
    code: 'metrics.score.scale',
    holds: ({ value, percent }) => !percent && compare(value, lowest) > 0 && compare(value, highest) <= 0,
    expected: `a point of the scale from ${points}, above the lowest`,
    hint: 'Write the lowest point that counts as the top, such as 4 for the 4 and 5 of five',
  };
}
