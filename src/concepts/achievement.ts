import { ratio } from '../num/ratio.js';
import type { MetricDocument } from '../plan/document.js';
import type { AboveTargetNode, AchievementNode } from '../plan/formula.js';
import { joinScopes } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { RATIO } from '../program/unit.js';
import { type Name, told } from '../words/words.js';
import { type Compiled, type Compiler, type Concept, compiled, unusable } from './concept.js';
import { countedScore } from './counted.js';
import { directionOf, factOf, factText, titleOf } from './fact.js';
import { type MetricRead, metricOf, type Read, readMetric } from './measured.js';

const MINUS_ONE = ratio(-1n);
const TWO = ratio(2n);

/**
 * Achievement: a measured value against its target, 1 = target.
 *
 * Formula:  value / target; where lower is better, as the metric says: target / value, or 2 − value / target
 * Units:    ratio
 * Rounds:   never (the plan may round it: `rounding.achievement`)
 * Issues:   run.division.zero, actuals.target.missing, plan.metric.achievement
 */
export const achievement: Concept<AchievementNode> = {
  role: 'achievement',
  compile(node, compiler) {
    const read = { ...node, name: node.achievement, node };
    const metric = metricOf(read, compiler);
    if (!metric) return unusable(node);
    if (directionOf(metric) === 'lower' && metric.achievement === undefined) reportFormula(read, compiler);
    const value = scoreOf(read, metric, compiler);
    const target = readMetric(read, metric, { part: 'target', against: node.against }, compiler);
    const scope = joinScopes(value.scope, target.scope);
    const formula = metric.achievement ?? 'value/target';
    const args: [Operand, Operand] =
      formula === 'target/value' ? [target.operand, value.operand] : [value.operand, target.operand];
    const quotient = compiler.add({ op: 'divide', args }, RATIO, scope);
    const operand = formula === '2 - value/target' ? mirrored(quotient, scope, compiler) : quotient;
    const name = nameOf(titleOf(read, compiler), node);
    const named = { name, ...node, formula, ...shownFact(read, metric, compiler) };
    const children = [value, measured(node.achievement, target)];
    return compiled('achievement', named, { operand, unit: RATIO, scope, children });
  },
  say(outline, reader) {
    const { formula } = outline.node as AchievementNode & { formula: string };
    const [value, target] = outline.children.map((child) => reader.show(child)) as [string, string];
    const put = formula.replace('value', value).replace('target', target).replace('/', ' ÷ ');
    return `${put}${factText(outline.node, reader)}`;
  },
};

function nameOf(title: Name, { against }: AchievementNode): Name {
  return told('with', title, against === undefined ? told('achievement') : told('achievementOf', against));
}

function mirrored(quotient: Operand, scope: string, compiler: Compiler): Operand {
  const negative = compiler.add({ op: 'multiply', args: [quotient, MINUS_ONE] }, RATIO, scope);
  return compiler.add({ op: 'add', args: [TWO, negative] }, RATIO, scope);
}

function reportFormula({ name, node }: MetricRead, compiler: Compiler): void {
  compiler.report({
    code: 'plan.metric.achievement',
    path: compiler.pathOf(node) ?? ['metrics', name],
    message: `Lower is better for ${JSON.stringify(name)}, and the plan does not say how its achievement is calculated`,
    expected: 'achievement: target/value or 2 - value/target on the metric',
    hint: 'At twice the target the first gives 50%, the second 0%',
  });
}

/** Where the value stands; a score with sample rules has lines of its own that say it. */
function shownFact(read: MetricRead, metric: MetricDocument, compiler: Compiler) {
  return metric.sample === undefined ? { fact: factOf(read, metric, compiler) } : {};
}

/** The score that an achievement reads: a line of its own only where its sample rules make something of it. */
function scoreOf(read: MetricRead, metric: MetricDocument, compiler: Compiler): Compiled {
  if (metric.sample !== undefined) return countedScore(read, metric, compiler);
  return measured(read.name, readMetric(read, metric, { part: 'value' }, compiler));
}

/** A value or target inside an achievement, shown with its unit and currency. */
function measured(metric: string, read: Read) {
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
    const read = { ...node, name: node.aboveTarget, node };
    const metric = metricOf(read, compiler);
    if (!metric) return unusable(node);
    const value = scoreOf(read, metric, compiler);
    const target = readMetric(read, metric, { part: 'target', against: node.against }, compiler);
    const scope = joinScopes(value.scope, target.scope);
    const { unit, currency } = value;
    const negative = compiler.add({ op: 'multiply', args: [target.operand, MINUS_ONE] }, unit, target.scope);
    const operand = compiler.add({ op: 'add', args: [value.operand, negative] }, unit, scope);
    const { against } = node;
    const above = against === undefined ? told('above target') : told('aboveTargetOf', against);
    const name = told('with', titleOf(read, compiler), above);
    const named = { name, ...node, ...shownFact(read, metric, compiler) };
    const children = [value, measured(node.aboveTarget, target)];
    const isLowerBetter = directionOf(metric) === 'lower';
    return compiled('aboveTarget', named, { operand, unit, scope, children, currency, isLowerBetter });
  },
  say(outline, reader) {
    const [value, target] = outline.children.map((child) => reader.show(child));
    return `${value} − ${target}${factText(outline.node, reader)}`;
  },
};
