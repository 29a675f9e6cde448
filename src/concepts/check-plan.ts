import { type Path, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { compare, sign } from '../num/ratio.js';
import type { MetricDocument, RoundingRule } from '../plan/document.js';
import { kindOf } from '../plan/metric-kinds.js';
import { daysBetween } from '../time/day.js';
import { monthsIn } from '../time/period.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { directionOf } from './metric.js';
import { checkColumn } from './reading.js';
import { isYearly } from './target.js';

/** Checks the period: its order, and that its part of a year is known where a yearly salary needs it. */
export function checkPeriod(check: Check): void {
  const { period, target } = check.document;
  if (daysBetween(period.start, period.end) === 0) {
    report(check, {
      code: 'plan.period.order',
      path: ['period'],
      message: `The period ends on ${period.end}, before it begins on ${period.start}`,
      expected: 'an end on or after the start',
      hint: 'Exchange them',
    });
    return;
  }
  const years = period.years === undefined ? undefined : literalValue(period.years);
  if (years && sign(years) > 0) return;
  if (!years && (!isYearly(target) || monthsIn(period) !== undefined)) return;
  report(check, {
    code: 'plan.period.years',
    path: ['period', 'years'],
    message: years
      ? `${period.years} is not a part of a year`
      : 'The period is not whole months, so its part of a yearly salary is not known',
    expected: 'years: how much of a year the period counts for, such as 1 or 1/4',
    hint: 'A fiscal year of 52 or 53 weeks is years: 1',
  });
}

/** Checks the metrics: currencies, possible targets, how achievement is calculated, and that each is used. */
export function checkMetrics(check: Check): void {
  const { metrics } = check.document;
  for (const [name, metric] of Object.entries(metrics)) {
    const path = ['metrics', name];
    checkLevel(check, metric, [...path, 'level']);
    checkCurrency(check, metric, path);
    checkMetricTarget(check, metric, path);
    checkAchievement(check, name, metric, path);
    if (!isUsed(check, name)) reportUnused(check, name, path);
  }
}

/** A level is the company, the person or a column; a segment is neither. */
function checkLevel(check: Check, { level }: MetricDocument, path: Path): void {
  if (level !== 'segment') {
    if (level !== 'company' && level !== 'person') checkColumn(check, level, path);
    return;
  }
  report(check, {
    code: 'plan.field.structure',
    path,
    message: 'segment is a word of its own here: a stretch of days of one person',
    expected: 'company, person, or a column of people with another name',
    hint: 'Rename the column, for example to customerSegment',
  });
}

function checkCurrency(check: Check, metric: MetricDocument, path: Path): void {
  const money = metric.kind === 'money';
  if (money === (metric.currency !== undefined)) return;
  report(check, {
    code: 'plan.metric.currency',
    path: [...path, 'currency'],
    message: money
      ? 'This metric is money and has no currency'
      : `A metric of kind ${metric.kind} has no currency`,
    expected: money ? 'a code of ISO 4217' : 'no currency',
    hint: money ? 'Add currency: EUR' : 'Remove the currency, or choose kind: money',
    ...clauseOf(metric),
  });
}

function checkMetricTarget(check: Check, metric: MetricDocument, path: Path): void {
  if (metric.target === undefined) return;
  const { unit, lowest, highest } = kindOf(metric.kind);
  checkWritten(check, metric.target, unit, [...path, 'target']);
  const target = literalValue(metric.target);
  if (!target) return;
  const outside = (lowest && compare(target, lowest) < 0) || (highest && compare(target, highest) > 0);
  const zero =
    (sign(target) < 0 || (sign(target) === 0 && metric.achievement !== 'target/value')) &&
    readsAchievement(check, metric);
  if (!outside && !zero) return;
  const range = `${lowest ? `from ${toExactText(lowest)}` : 'any number'}${highest ? ` to ${toExactText(highest)}` : ''}`;
  report(check, {
    code: 'plan.metric.target',
    path: [...path, 'target'],
    message: zero
      ? `Achievement divides by the target, and the target is ${metric.target}`
      : `${metric.target} cannot be reached by a metric of kind ${metric.kind}`,
    expected: zero ? 'a target above 0, or reads: value or aboveTarget' : range,
    hint: zero ? 'Read the value instead' : 'Write ratios with a percent sign',
    ...clauseOf(metric),
  });
}

function readsAchievement(check: Check, metric: MetricDocument): boolean {
  return sourcesOf(check).some(
    (part) =>
      part.reads === 'achievement' &&
      part.metric !== undefined &&
      check.document.metrics[part.metric] === metric,
  );
}

function checkAchievement(check: Check, name: string, metric: MetricDocument, path: Path): void {
  const lower = directionOf(metric) === 'lower';
  const { achievement } = metric;
  const fits = lower
    ? achievement !== undefined && achievement !== 'value/target'
    : achievement === undefined || achievement === 'value/target';
  if (fits || (achievement === undefined && !readsAchievement(check, metric))) return;
  report(check, {
    code: 'plan.metric.achievement',
    path: [...path, 'achievement'],
    message:
      achievement === undefined
        ? `Lower is better for ${quote(name)}, and the plan does not say how its achievement is calculated`
        : `${lower ? 'Lower' : 'Higher'} is better for ${quote(name)}, and ${achievement} rewards the opposite`,
    expected: lower ? 'target/value or 2 - value/target' : 'value/target, or direction: lower',
    hint: lower
      ? 'At twice the target the first gives 50%, the second 0%'
      : 'Remove achievement, or say which direction is better',
    ...clauseOf(metric),
  });
}

function sourcesOf({ document }: Check) {
  const { goals, gates = [], modifiers = [] } = document;
  return [...goals, ...gates, ...modifiers.map((modifier) => modifier.from)];
}

function isUsed(check: Check, name: string): boolean {
  return sourcesOf(check).some((part) => part.metric === name);
}

function reportUnused(check: Check, name: string, path: Path): void {
  report(check, {
    code: 'plan.metric.unused',
    path,
    message: `No goal, gate or modifier uses ${quote(name)}`,
    expected: 'a goal, gate or modifier that names it',
    hint: 'Use it or remove it',
  });
}

/** Checks the rounding rules: a positive unit, and the currency only where money is rounded. */
export function checkRounding(check: Check): void {
  const { source: _clause, ...rules } = check.document.rounding ?? {};
  for (const [key, rule] of Object.entries(rules) as [string, RoundingRule][]) {
    const money = key === 'award';
    if (rule.to === 'currency' && money) continue;
    const path = ['rounding', key, 'to'];
    if (rule.to !== 'currency') checkWritten(check, rule.to, money ? 'money' : 'ratio', path);
    const unit = rule.to === 'currency' ? undefined : literalValue(rule.to);
    if (unit && sign(unit) > 0) continue;
    report(check, {
      code: 'plan.rounding.unit',
      path,
      message: `${quote(String(rule.to))} is not a unit that ${money ? 'money' : 'a ratio'} can be rounded to`,
      expected: money ? 'currency, or a positive amount such as 0.01 or 1' : 'a positive ratio such as 0.1%',
      hint: money ? 'Write to: currency for cents' : 'Write to: 0.1%',
    });
  }
}
