import type { MetricDocument } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';
import type { Operand } from '../program/step.js';
import { told } from '../words/words.js';
import { type Compiled, type Compiler, compiled } from './concept.js';
import { directionOf, factOf, titleOf } from './fact.js';
import { type Measure, type MetricRead, type Read, readMetric, type Span } from './measured.js';

/** A score as a node reads it: of which metric, where and when. */
export interface Score {
  readonly read: MetricRead;
  readonly metric: MetricDocument;
  readonly span: Span;
  readonly compiler: Compiler;
}

/** What is read of a score: its value, or what it was counted from. */
export function readOf(
  { read, metric, span, compiler }: Score,
  part: Exclude<Measure['part'], 'target'>,
): Read {
  return readMetric(read, metric, { part }, compiler, span);
}

/** The score as measured, with its line in explanations. */
export function measuredScore(score: Score): Compiled {
  const { read, metric, span, compiler } = score;
  const named = {
    name: told('with', titleOf(read, compiler), told('measured')),
    ...read.node,
    fact: { ...factOf(read, metric, compiler, span), ...pooledCount(score) },
  };
  return compiled('metric', named, { ...readOf(score, 'value'), isLowerBetter: isLowerBetter(score) });
}

/** Of several parts as one score, the responses of all of them. */
function pooledCount(score: Score): { readonly responses?: Operand } {
  const { span, metric } = score;
  const isOne = span.periods.length === 1 || span.how === 'last';
  const isCounted = metric.sample !== undefined || countedBy(metric.kind) !== undefined;
  return isOne || !isCounted ? {} : { responses: readOf(score, 'responses').operand };
}

/** Whether less of the metric is better. */
export function isLowerBetter({ metric }: Score): boolean {
  return directionOf(metric) === 'lower';
}

/** What a score becomes on the way to what counts. */
type Stand =
  | 'lower bound'
  | 'upper bound'
  | 'blended'
  | 'within the limit on change'
  | 'with its dead band'
  | 'what counts';

/** A label of what a score becomes: its title and the word for it. */
export function labelOf({ read, metric, compiler }: Score, stand: Stand) {
  const { source } = metric.sample ?? {};
  return {
    name: told('with', titleOf(read, compiler), told(stand)),
    ...(source !== undefined && { source }),
  };
}
