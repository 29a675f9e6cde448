import type { MetricDocument } from '../plan/document.js';
import { metricKey } from '../plan/document.js';
import type { MetricNode } from '../plan/formula.js';
import { kindOf } from '../plan/metric-kinds.js';
import { type Compiler, type Concept, compiled, type Reader, unusable } from './concept.js';
import { type MetricRead, metricOf, readMetric, spanOf } from './measured.js';

/** Whether more of the metric is better: what the plan says, or what its kind implies. */
export function directionOf(metric: MetricDocument): 'higher' | 'lower' {
  return metric.direction ?? kindOf(metric.kind).direction;
}

/** What a metric is called in explanations, with the part of the period. */
export function titleOf(read: MetricRead, compiler: Compiler): string {
  const title = compiler.metrics[read.name]?.title ?? read.name;
  const { part } = compiler;
  const atHand = part?.names[part.index];
  const level = read.level === undefined ? '' : ` of the ${read.level}`;
  if (read.during === 'yearToDate') return `${title}${level} up to ${atHand}`;
  const during = read.during === 'whole' ? undefined : (read.during ?? atHand);
  return `${title}${level}${during === undefined ? '' : ` in ${during}`}`;
}

/** Where the value that a node reads stands in the actuals, for its sentence. */
export interface Fact {
  readonly key: string;
  readonly level: string | undefined;
}

/** Where a value is looked up; of several, the last. */
export function factOf(read: MetricRead, metric: MetricDocument, compiler: Compiler): Fact {
  return { key: metricKey(read.name, spanOf(read, metric, compiler).periods.at(-1)), level: read.level };
}

/**
 * Actual: the measured value of a metric, at the level where it is measured.
 *
 * Formula:  the value of the period, or of the part at hand; `yearToDate` and metrics measured `each` part are made of
 *           their parts as `accumulates` says: their sum, the last, or their mean
 * Units:    as the kind says: money, ratio, points or a count
 * Issues:   actuals.metric.missing, actuals.metric.not-yet, actuals.value.*, plan.metric.parts
 */
export const metric: Concept<MetricNode> = {
  role: 'metric',
  compile(node, compiler) {
    const read = { ...node, name: node.metric, node };
    const metric = metricOf(read, compiler);
    if (!metric) return unusable(node);
    const fact = factOf(read, metric, compiler);
    const named = { name: `${titleOf(read, compiler)}, measured`, ...node, fact };
    const isLowerBetter = directionOf(metric) === 'lower';
    return compiled('metric', named, {
      ...readMetric(read, metric, { part: 'value' }, compiler),
      isLowerBetter,
    });
  },
  say: (outline, reader) => `as reported${factText(outline.node, reader)}`,
};

/** Where, how surely and on how many answers a value was measured: ` (team North, final, n = 412)`. */
export function factText(node: unknown, reader: Reader): string {
  const { key, level } = (node as { fact: Fact }).fact;
  const fact = reader.fact(key, level);
  if (!fact) return '';
  const responses = fact.responses === undefined ? undefined : `n = ${fact.responses}`;
  return ` (${[fact.group, fact.status, fact.measuredOn, responses].filter(Boolean).join(', ')})`;
}
