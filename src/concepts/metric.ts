import type { MetricNode } from '../plan/formula.js';
import { type Concept, unusable } from './concept.js';
import { countedScore } from './counted.js';
import { rollingSpan } from './earlier.js';
import { factText } from './fact.js';
import { metricOf } from './measured.js';

/**
 * Actual: the measured value of a metric, at the level where it is measured, or what its sample rules make of it.
 *
 * Formula:  the value of the period, or of the part at hand; `yearToDate` and metrics measured `each` part are made of
 *           their parts as `accumulates` says: their sum, the last, their mean, or pooled (the mean by responses);
 *           `rolling` is the mean of the last so many periods
 * Units:    as the kind says: money, ratio, points or a count
 * Issues:   actuals.metric.missing, actuals.metric.not-yet, actuals.value.*, actuals.responses.*, plan.metric.parts
 */
export const metric: Concept<MetricNode> = {
  role: 'metric',
  compile(node, compiler) {
    const read = { ...node, name: node.metric, node };
    const metric = metricOf(read, compiler);
    if (!metric) return unusable(node);
    const span = node.rolling === undefined ? undefined : rollingSpan(read, metric, node.rolling, compiler);
    return countedScore(read, metric, compiler, span);
  },
  say: (outline, reader) => `${reader.words.from.actuals}${factText(outline.node, reader)}`,
};
