import { type Path, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { compare, sign } from '../num/ratio.js';
import type { MetricDocument, PlanDocument, RoundingRule } from '../plan/document.js';
import { kindOf } from '../plan/metric-kinds.js';
import { daysBetween } from '../time/day.js';
import { monthsIn } from '../time/period.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { directionOf } from './fact.js';
import { namesRead } from './names-read.js';
import { checkColumn } from './reading.js';
import { partsBy, subPeriodsOf } from './sub-period.js';
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
  const isNeeded = isYearly(target) || readsYearly(check.document);
  if (!years && (!isNeeded || monthsIn(period) !== undefined)) return;
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

const ACHIEVEMENT_KEYS = new Set(['achievement']);

/** Keys under which goals, gates, modifiers and formulas name metrics. */
const METRIC_KEYS = new Set(['metric', 'enough', 'achievement', 'aboveTarget', 'change']);

/** Whether a formula reads the yearly salary, or a field per year. */
function readsYearly({ fields = {}, terms, payout, award, pool }: PlanDocument): boolean {
  if (pool?.distribute.some(({ by }) => by === 'salary')) return true;
  const read = namesRead([terms, payout, award, pool], FIELD_KEYS);
  return [...read].some(
    (name) => name === 'salary' || (Object.hasOwn(fields, name) && fields[name]?.per === 'year'),
  );
}

const FIELD_KEYS = new Set(['person', 'total']);

/** Checks the metrics: currencies, possible targets, how achievement is calculated, and that each is used. */
export function checkMetrics(check: Check): void {
  const { metrics, ...rest } = check.document;
  const used = namesRead(rest, METRIC_KEYS);
  for (const [name, metric] of Object.entries(metrics)) {
    const path = ['metrics', name];
    checkLevel(check, metric, [...path, 'level']);
    checkCurrency(check, metric, path);
    checkMetricTarget(check, metric, path);
    checkEach(check, metric, path);
    checkAchievement(check, name, metric, path);
    if (!used.has(name)) reportUnused(check, name, path);
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
  const given = [
    [metric.target, [...path, 'target']] as const,
    ...Object.entries(metric.targets ?? {}).map(([name, one]) => [one, [...path, 'targets', name]] as const),
    [metric.neutral, [...path, 'neutral']] as const,
  ];
  for (const [one, at] of given) {
    if (one === undefined) continue;
    if (typeof one !== 'object') checkOneTarget(check, metric, one, at);
    else checkPartTargets(check, metric, one, at);
  }
}

/** Targets of parts of the period that there are. */
function checkPartTargets(
  check: Check,
  metric: MetricDocument,
  given: Readonly<Record<string, Literal>>,
  path: Path,
): void {
  const parts = Object.keys(subPeriodsOf(check.document));
  for (const [part, value] of Object.entries(given)) {
    checkOneTarget(check, metric, value, [...path, part]);
    if (!parts.includes(part)) reportNoPart(check, part, parts, [...path, part]);
  }
}

function reportNoPart(check: Check, part: string, parts: readonly string[], path: Path): void {
  report(check, {
    code: 'plan.period.parts',
    path,
    message: `There is no part of the period called ${quote(part)}`,
    expected: parts.length > 0 ? `one of ${parts.join(', ')}` : 'parts under periods, or each: quarter',
    hint: 'Correct the name, or name the part under periods',
  });
}

/** A metric is measured in parts that the period has. */
function checkEach(check: Check, { each }: MetricDocument, path: Path): void {
  if (each === undefined || Object.keys(partsBy(check.document, each)).length > 0) return;
  report(check, {
    code: 'plan.period.parts',
    path: [...path, 'each'],
    message: each === 'part' ? 'The plan names no parts of its period' : `The period has no whole ${each}s`,
    expected: each === 'part' ? 'parts named under periods' : `a period of whole ${each}s, or each: part`,
    hint: 'Name the parts under periods with their dates',
  });
}

function checkOneTarget(check: Check, metric: MetricDocument, given: Literal, path: Path): void {
  const { unit, lowest, highest } = kindOf(metric.kind);
  checkWritten(check, given, unit, path);
  const target = literalValue(given);
  if (!target) return;
  const outside = (lowest && compare(target, lowest) < 0) || (highest && compare(target, highest) > 0);
  const zero =
    (sign(target) < 0 || (sign(target) === 0 && metric.achievement !== 'target/value')) &&
    readsAchievement(check, metric);
  if (!outside && !zero) return;
  const range = `${lowest ? `from ${toExactText(lowest)}` : 'any number'}${highest ? ` to ${toExactText(highest)}` : ''}`;
  report(check, {
    code: 'plan.metric.target',
    path,
    message: zero
      ? `Achievement divides by the target, and the target is ${given}`
      : `${given} cannot be reached by a metric of kind ${metric.kind}`,
    expected: zero ? 'a target above 0, or reads: value or aboveTarget' : range,
    hint: zero ? 'Read the value instead' : 'Write ratios with a percent sign',
    ...clauseOf(metric),
  });
}

function readsAchievement(check: Check, metric: MetricDocument): boolean {
  const { metrics, ...rest } = check.document;
  const inFormulas = namesRead(rest, ACHIEVEMENT_KEYS);
  if (Object.entries(metrics).some(([name, one]) => one === metric && inFormulas.has(name))) return true;
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
  const { goals = [], gates = [], modifiers = [] } = document;
  return [...goals, ...gates, ...modifiers.map((modifier) => modifier.from)];
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
