import { ratio } from '../num/ratio.js';
import type { AboveTargetNode, AchievementNode } from '../plan/formula.js';
import { joinScopes } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { RATIO } from '../program/unit.js';
import { type Compiler, type Concept, compiled, numberOf } from './concept.js';
import { factText, type MetricRead, metricOf, metricUnit, readMetric, titleOf } from './metric.js';

const MINUS_ONE = ratio(-1n);
const TWO = ratio(2n);

/** A metric's target: the constant of the plan, or the target column of the actuals. */
function readTarget(read: MetricRead, compiler: Compiler) {
  const metric = metricOf(read.name, compiler);
  if (metric.target === undefined) return readMetric(read, 'target', compiler);
  return { operand: numberOf(metric.target), unit: metricUnit(metric), scope: 'company' };
}

/**
 * Achievement: a measured value against its target, 1 = target.
 *
 * Formula:  value / target; where lower is better, as the metric says: target / value, or 2 − value / target
 * Units:    ratio
 * Rounds:   never (the plan may round it: `rounding.achievement`)
 * Issues:   run.division.zero, actuals.target.missing
 */
export const achievement: Concept<AchievementNode> = {
  role: 'achievement',
  compile(node, compiler) {
    const read = { name: node.achievement, during: node.during };
    const metric = metricOf(node.achievement, compiler);
    const value = readMetric(read, 'value', compiler);
    const target = readTarget(read, compiler);
    const scope = joinScopes(value.scope, target.scope);
    const formula = metric.achievement ?? 'value/target';
    const args: [Operand, Operand] =
      formula === 'target/value' ? [target.operand, value.operand] : [value.operand, target.operand];
    const quotient = compiler.add({ op: 'divide', args }, RATIO, scope);
    const operand = formula === '2 - value/target' ? mirrored(quotient, scope, compiler) : quotient;
    const name = `${titleOf(read, compiler)}, achievement`;
    const node2 = { name, ...node, formula, value: value.operand, target: target.operand };
    return compiled('achievement', node2, {
      operand,
      unit: RATIO,
      scope,
      children: [measured(node.achievement, value), measured(node.achievement, target)],
    });
  },
  say(outline, reader) {
    const { achievement: name, during, formula } = outline.node as AchievementNode & { formula: string };
    const [value, target] = outline.children.map((child) => reader.show(child)) as [string, string];
    const put = formula.replace('value', value).replace('target', target).replace('/', ' ÷ ');
    return `${put}${factText({ name, during }, reader)}`;
  },
};

function mirrored(quotient: Operand, scope: string, compiler: Compiler): Operand {
  const negative = compiler.add({ op: 'multiply', args: [quotient, MINUS_ONE] }, RATIO, scope);
  return compiler.add({ op: 'add', args: [TWO, negative] }, RATIO, scope);
}

/** A value or target of a metric, in the metric's own currency. */
function measured(
  metric: string,
  read: { operand: Operand; unit: ReturnType<typeof metricUnit>; scope: string },
) {
  return compiled('measured', { metric } as object, read);
}

/**
 * Value less target, for metrics that can be negative, where a quotient would mislead.
 *
 * Units:    those of the metric
 */
export const aboveTarget: Concept<AboveTargetNode> = {
  role: 'aboveTarget',
  compile(node, compiler) {
    const read = { name: node.aboveTarget, during: node.during };
    const value = readMetric(read, 'value', compiler);
    const target = readTarget(read, compiler);
    const scope = joinScopes(value.scope, target.scope);
    const negative = compiler.add(
      { op: 'multiply', args: [target.operand, MINUS_ONE] },
      value.unit,
      target.scope,
    );
    const operand = compiler.add({ op: 'add', args: [value.operand, negative] }, value.unit, scope);
    const name = `${titleOf(read, compiler)}, above target`;
    return compiled(
      'aboveTarget',
      { name, ...node },
      {
        operand,
        unit: value.unit,
        scope,
        children: [measured(node.aboveTarget, value), measured(node.aboveTarget, target)],
      },
    );
  },
  say(outline, reader) {
    const [value, target] = outline.children.map((child) => reader.show(child));
    const { aboveTarget: name, during } = outline.node as AboveTargetNode;
    return `${value} − ${target}${factText({ name, during }, reader)}`;
  },
};
