import { type MetricDocument, metricKey } from '../plan/document.js';
import type { MetricNode } from '../plan/formula.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Scope } from '../program/scope.js';
import { COUNT, MONEY, POINTS, RATIO, type Unit } from '../program/unit.js';
import { type Compiled, type Compiler, type Concept, compiled, type Reader } from './concept.js';

const UNITS = { money: MONEY, ratio: RATIO, points: POINTS, count: COUNT } as const;

/** The unit of a metric's values. */
export function metricUnit(metric: MetricDocument): Unit {
  return UNITS[kindOf(metric.kind).unit];
}

/** Whether more of the metric is better: what the plan says, or what its kind implies. */
export function directionOf(metric: MetricDocument): 'higher' | 'lower' {
  return metric.direction ?? kindOf(metric.kind).direction;
}

/** The metric of a node; checks have made sure that it exists. */
export function metricOf(name: string, compiler: Compiler): MetricDocument {
  const metric = compiler.metrics[name];
  if (!metric) throw new TypeError(`No metric ${name}.`);
  return metric;
}

/** A metric, in a named part of the period or in the whole. */
export interface MetricRead {
  readonly name: string;
  readonly during: string | undefined;
}

/** What a metric is called in explanations. */
export function titleOf({ name, during }: MetricRead, compiler: Compiler): string {
  const title = metricOf(name, compiler).title ?? name;
  return during === undefined ? title : `${title} in ${during}`;
}

/** The step that reads a metric's value or target at the metric's own level. */
export function readMetric({ name, during }: MetricRead, part: 'value' | 'target', compiler: Compiler) {
  const metric = metricOf(name, compiler);
  const scope: Scope = metric.level;
  const unit = metricUnit(metric);
  return {
    operand: compiler.add(
      { op: 'input', input: { from: 'metric', metric: metricKey(name, during), part } },
      unit,
      scope,
    ),
    unit,
    scope,
  };
}

/**
 * Actual: the measured value of a metric, at the level where it is measured.
 *
 * Units:    as the kind says: money, ratio, points or a count
 * Issues:   actuals.metric.missing, actuals.metric.not-yet, actuals.value.*
 */
export const metric: Concept<MetricNode> = {
  role: 'metric',
  compile(node, compiler): Compiled {
    const read = { name: node.metric, during: node.during };
    const named = { name: `${titleOf(read, compiler)}, measured`, ...node };
    return compiled('metric', named, readMetric(read, 'value', compiler));
  },
  say(outline, reader) {
    const { metric, during } = outline.node as MetricNode;
    return `as reported${factText({ name: metric, during }, reader)}`;
  },
};

/** Where, how surely and on how many answers a value was measured: ` (team North, final, n = 412)`. */
export function factText({ name, during }: MetricRead, reader: Reader): string {
  const fact = reader.fact(metricKey(name, during));
  if (!fact) return '';
  const responses = fact.responses === undefined ? undefined : `n = ${fact.responses}`;
  return ` (${[fact.group, fact.status, fact.measuredOn, responses].filter(Boolean).join(', ')})`;
}
