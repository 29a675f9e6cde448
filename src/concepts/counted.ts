import type { MetricDocument } from '../plan/document.js';
import type { CredibilityDocument, SampleDocument } from '../plan/sample-rules.js';
import { boundOfScore } from './bound.js';
import { limitedChange } from './change-limit.js';
import { type Compiled, type Compiler, compiled, numberOf } from './concept.js';
import { blendedScore } from './credibility.js';
import { withDeadBand } from './dead-band.js';
import { requiredScore } from './enough.js';
import { type MetricRead, type Span, spanOf } from './measured.js';
import { sampledScore } from './sample.js';
import { measuredScore, type Score } from './score.js';

/**
 * The score of a metric that counts: as measured, or what the sample rules of the metric make of it, in this order:
 * the limit on change or the bound of its interval, too few responses, the dead band.
 */
export function countedScore(
  read: MetricRead,
  metric: MetricDocument,
  compiler: Compiler,
  span: Span = spanOf(read, metric, compiler),
): Compiled {
  const score = { read, metric, compiler, span };
  const { sample } = metric;
  if (sample === undefined) return measuredScore(score);
  const weighed = byResponses(score, sample);
  return sample.deadBand === undefined ? weighed : withDeadBand(weighed, sample.deadBand, score);
}

/** What a score counts as by its number of responses. */
function byResponses(score: Score, sample: SampleDocument): Compiled {
  const own = payingScore(score, sample);
  const { credibility, tooFew } = sample;
  // Another level than the metric's own has nothing wider to be drawn toward.
  if (score.read.level !== undefined && score.read.level !== score.metric.level)
    return requiredScore(own, score);
  const blended = () => (credibility === undefined ? own : drawn(own, credibility, score, sample));
  const paid = sample.pays === 'blended' ? blended() : own;
  if (tooFew === 'blend') return sampledScore(paid, blended(), score);
  if (typeof tooFew === 'object') return sampledScore(paid, wider(tooFew.use, score, sample), score);
  return requiredScore(paid, score);
}

/** The score as measured, within its limit on change, or the end of its interval that pays. */
function payingScore(score: Score, { pays, changeAtMost }: SampleDocument): Compiled {
  const measured = measuredScore(score);
  if (typeof pays === 'object') return boundOfScore(measured, pays, score);
  return changeAtMost === undefined ? measured : limitedChange(measured, changeAtMost, score);
}

function drawn(own: Compiled, rule: CredibilityDocument, score: Score, sample: SampleDocument): Compiled {
  const toward =
    typeof rule.toward === 'object'
      ? compiled('literal', {}, { operand: numberOf(rule.toward.value), unit: own.unit, scope: 'company' })
      : wider(rule.toward, score, sample);
  return blendedScore(own, toward, rule, score);
}

/** The score of a wider level; it must rest on enough itself. */
function wider(level: string, score: Score, sample: SampleDocument): Compiled {
  // A wider level without a row was forgotten: it has not too few responses.
  const { notMeasured: _notMeasured, ...rules } = sample;
  const metric = { ...score.metric, sample: rules };
  const other = { ...score, metric, read: { ...score.read, level } };
  return requiredScore(payingScore(other, sample), other);
}
