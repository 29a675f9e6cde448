import type { MetricDocument } from '../plan/document.js';
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

/** The step that reads a metric's value or target at the metric's own level. */
export function readMetric(name: string, part: 'value' | 'target', compiler: Compiler) {
  const metric = metricOf(name, compiler);
  const scope: Scope = metric.level;
  const unit = metricUnit(metric);
  return {
    operand: compiler.add({ op: 'input', input: { from: 'metric', metric: name, part } }, unit, scope),
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
    const title = metricOf(node.metric, compiler).title ?? node.metric;
    return compiled(
      'metric',
      { name: `${title}, measured`, ...node },
      readMetric(node.metric, 'value', compiler),
    );
  },
  say: (outline, reader) => `as reported${factText((outline.node as MetricNode).metric, reader)}`,
};

/** Where, how surely and on how many answers a value was measured: ` (team North, final, n = 412)`. */
export function factText(name: string, reader: Reader): string {
  const fact = reader.fact(name);
  if (!fact) return '';
  const responses = fact.responses === undefined ? undefined : `n = ${fact.responses}`;
  return ` (${[fact.group, fact.status, fact.measuredOn, responses].filter(Boolean).join(', ')})`;
}
