import type { Issue } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { add, compare, divide, multiply, ONE, type Ratio, subtract } from '../num/ratio.js';
import { type AnswerCounts, answersAt } from './nps.js';
import { countedAt, type RateCounts } from './rate.js';
import { countsDiffer, failed, fieldsOf, numberAt, type Scored } from './read.js';
import { positive, share } from './rules.js';
import { npsOf, POINTS, responsesOf, shareOf } from './score.js';

/** What is believed of a rate before anything is measured: as if `a` of `a + b` customers had been seen to stay. */
export interface BetaPrior {
  readonly a: Literal;
  readonly b: Literal;
}

/** An own result beside the one blended with what was known before; exactly, as text. The plan says which pays. */
export interface BlendedScore {
  /** The own result; absent where nobody answered. */
  readonly raw?: string;
  readonly prior: string;
  readonly blended: string;
  /** The weight of the own result, from 0 to 1. */
  readonly credibility: string;
}

/**
 * A rate of few customers drawn toward what is known of such rates, the more the fewer there are.
 *
 * Formula:  Z = n / (n + a + b); blended = Z × count / n + (1 − Z) × a / (a + b)
 * Rounds:   never
 * Issues:   metrics.count.whole, metrics.counts.sum, metrics.value.*
 * Source:   the mean of the beta distribution after n customers; the same as Bühlmann's with K = a + b
 * @example  blendedRate({ count: 9, responses: 10, prior: { a: 46, b: 4 } }) // raw '0.9', blended '11/12'
 */
export function blendedRate(input: RateCounts & { readonly prior: BetaPrior }): Scored<BlendedScore> {
  const issues: Issue[] = [];
  const fields = fieldsOf(input, ['count', 'responses', 'prior'], issues);
  const read = countedAt(fields);
  const prior = fields && fieldsOf(fields.values['prior'], ['a', 'b'], issues, ['prior']);
  const [a, b] = [numberAt(prior, 'a', positive), numberAt(prior, 'b', positive)];
  if (!read || !a || !b || issues.length > 0) return failed(issues);
  const strength = add(a, b);
  const raw = shareOf(read.count, read.responses);
  const result = blend({ raw, prior: divide(a, strength), responses: read.responses, strength });
  return { ok: true, result, issues };
}

/** Answers of one person, and the shares in the team they are drawn toward. */
export interface TeamPrior {
  readonly promoters: Literal;
  readonly detractors: Literal;
  /** How many own answers weigh as much as the team's shares. */
  readonly strength: Literal;
}

/**
 * An NPS of few answers drawn toward that of the team, the more the fewer there are.
 *
 * Formula:  Z = n / (n + strength); blended = Z × own NPS + (1 − Z) × team NPS
 * Units:    counts, shares -> points
 * Rounds:   never
 * Issues:   metrics.count.whole, metrics.counts.sum, metrics.responses.none, metrics.value.*
 * Source:   the mean of the Dirichlet distribution after n answers
 * @example  blendedNps({ promoters: 6, passives: 1, detractors: 1 }, { promoters: 0.5, detractors: 0.2, strength: 30 })
 */
export function blendedNps(counts: AnswerCounts, team: TeamPrior): Scored<BlendedScore> {
  const issues: Issue[] = [];
  const answers = answersAt(fieldsOf(counts, ['promoters', 'passives', 'detractors', 'responses'], issues));
  const fields = fieldsOf(team, ['promoters', 'detractors', 'strength'], issues);
  const promoters = numberAt(fields, 'promoters', share);
  const detractors = numberAt(fields, 'detractors', share);
  const strength = numberAt(fields, 'strength', positive);
  if (promoters && detractors && compare(add(promoters, detractors), ONE) > 0)
    issues.push(countsDiffer('Promoters and detractors are more than everybody', 'at most 100 % together'));
  if (!answers || !promoters || !detractors || !strength || issues.length > 0) return failed(issues);
  const prior = multiply(POINTS, subtract(promoters, detractors));
  const result = blend({ raw: npsOf(answers), prior, responses: responsesOf(answers), strength });
  return { ok: true, result, issues };
}

/** An own result and a prior one, and how many responses each is worth. */
interface Blend {
  readonly raw: Ratio | undefined;
  readonly prior: Ratio;
  readonly responses: Ratio;
  readonly strength: Ratio;
}

function blend({ raw, prior, responses, strength }: Blend): BlendedScore {
  const credibility = divide(responses, add(responses, strength));
  const ofPrior = multiply(subtract(ONE, credibility), prior);
  return {
    ...(raw && { raw: toExactText(raw) }),
    prior: toExactText(prior),
    blended: toExactText(raw ? add(multiply(credibility, raw), ofPrior) : ofPrior),
    credibility: toExactText(credibility),
  };
}
