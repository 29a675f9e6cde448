import { quote } from '../issue/issue.js';
import { add as addRatios, multiply, type Ratio, ratio } from '../num/ratio.js';
import { type MetricDocument, metricKey, type TargetValue } from '../plan/document.js';
import type { MetricOptions } from '../plan/formula.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Scope } from '../program/scope.js';
import type { MetricPart, Operand } from '../program/step.js';
import { COUNT, MONEY, POINTS, RATIO, type Unit } from '../program/unit.js';
import { type Period, within } from '../time/period.js';
import { type Compiler, numberOf } from './concept.js';
import { pooledScore } from './pooled-score.js';
import { checkColumn } from './reading.js';
import { partsBy, subPeriodsOf } from './sub-period.js';

const UNITS = { money: MONEY, ratio: RATIO, points: POINTS, count: COUNT } as const;

/** The unit of a metric's values. */
function metricUnit(metric: MetricDocument): Unit {
  return UNITS[kindOf(metric.kind).unit];
}

/** A metric as a node reads it: when, and where. */
export interface MetricRead extends MetricOptions {
  readonly name: string;
  /** Where the node stands, for issues. */
  readonly node: object;
}

/** The periods whose values are read, and what is made of them; undefined is the whole period, as one value. */
export interface Span {
  readonly periods: readonly (string | undefined)[];
  readonly how: 'sum' | 'last' | 'mean' | 'pooled';
  readonly isWhole: boolean;
  /** Of a rolling mean: the periods of the one before. */
  readonly earlier?: Span;
}

/** What a step reads of a metric: its value, a target, or what the value was counted from. */
export type Measure =
  | { readonly part: Exclude<MetricPart, 'target'> }
  | { readonly part: 'target'; readonly against?: string | undefined };

/** A value read, at the level where it is measured. */
export interface Read {
  readonly operand: Operand;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly currency: string | undefined;
  /** Whether it is the person's own, which belongs to no stretch of days. */
  readonly counted: boolean;
}

/** Another level is the company, the person or a column that groups people. */
function checkLevel(level: string | undefined, node: object, compiler: Compiler): void {
  if (level === undefined || level === 'company' || level === 'person') return;
  compiler.checked((check) => {
    checkColumn(check, level, compiler.at(node, 'level'));
  });
}

const METRIC_KEYS = new Set(['metric', 'enough', 'achievement', 'aboveTarget', 'change']);

/** The metric of a name; undefined, and reported, where there is none. */
export function metricOf({ name, node, level }: MetricRead, compiler: Compiler): MetricDocument | undefined {
  if (Object.hasOwn(compiler.metrics, name)) {
    checkLevel(level, node, compiler);
    return compiler.metrics[name];
  }
  const key = Object.keys(node).find((one) => METRIC_KEYS.has(one)) ?? 'metric';
  compiler.unknown('plan.metric.unknown', { kind: 'metric', name, key }, Object.keys(compiler.metrics), node);
  return undefined;
}

/** Which periods a metric is read in. */
export function spanOf(read: MetricRead, metric: MetricDocument, compiler: Compiler): Span {
  const { during } = read;
  const { part } = compiler;
  if (during === 'whole' || (during === undefined && part === undefined))
    return wholeOf(read, metric, compiler);
  if (during === 'yearToDate') return toDateOf(read, metric, compiler);
  const name = during ?? (part?.names[part.index] as string);
  const parts = subPeriodsOf(compiler.document);
  const dates = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (dates) return partOf(read, metric, { name, dates }, compiler);
  reportParts(read, `There is no part of the period called ${quote(name)}`, compiler);
  return { periods: [name], how: 'last', isWhole: false };
}

/** The whole period, as one value or made of the parts it is measured in. */
function wholeOf(read: MetricRead, { each, accumulates }: MetricDocument, compiler: Compiler): Span {
  const periods = each === undefined ? [undefined] : Object.keys(partsBy(compiler.document, each));
  if (periods.length > 1 && accumulates === undefined) reportAccumulates(read, compiler);
  return { periods, how: accumulates ?? 'last', isWhole: true };
}

/** From the first part up to the one at hand. */
function toDateOf(read: MetricRead, metric: MetricDocument, compiler: Compiler): Span {
  const { part, document } = compiler;
  if (part === undefined) {
    reportParts(read, 'yearToDate is up to the part at hand, and there is none outside each', compiler);
    return { periods: [undefined], how: 'last', isWhole: true };
  }
  if (metric.accumulates === undefined) reportAccumulates(read, compiler);
  const parts = partsBy(document, part.by);
  const end = parts[part.names[part.index] as string]?.end ?? document.period.end;
  const own = partsBy(document, metric.each ?? part.by);
  const periods = Object.keys(own).filter((name) => (own[name] as Period).end <= end);
  return { periods, how: metric.accumulates ?? 'last', isWhole: false };
}

/** One part: measured by itself, or made of the smaller parts within. */
function partOf(
  read: MetricRead,
  { each, accumulates }: MetricDocument,
  { name, dates }: { readonly name: string; readonly dates: Period },
  compiler: Compiler,
): Span {
  const own = each === undefined ? {} : partsBy(compiler.document, each);
  if (each === undefined || Object.hasOwn(own, name)) return { periods: [name], how: 'last', isWhole: false };
  const periods = Object.keys(own).filter((one) => within(own[one] as Period, dates));
  if (periods.length === 0)
    reportParts(
      read,
      `${quote(read.name)} is measured each ${each}, and no ${each} lies in ${name}`,
      compiler,
    );
  if (periods.length > 1 && accumulates === undefined) reportAccumulates(read, compiler);
  return { periods, how: accumulates ?? 'last', isWhole: false };
}

function reportParts({ node }: MetricRead, message: string, compiler: Compiler): void {
  const known = Object.keys(subPeriodsOf(compiler.document));
  compiler.report({
    code: 'plan.period.parts',
    path: compiler.at(node, 'during'),
    message,
    expected:
      known.length > 0 ? `one of ${known.join(', ')}` : 'a part named under periods, or each: quarter',
    hint: 'Name the part under periods, such as periods: quarters, or remove during',
  });
}

function reportAccumulates({ name }: MetricRead, compiler: Compiler): void {
  compiler.report({
    code: 'plan.metric.parts',
    path: ['metrics', name, 'accumulates'],
    message: `Several parts of ${quote(name)} are read as one, and the plan does not say how they make it`,
    expected: 'accumulates: sum, last, mean or pooled',
    hint: 'Sales of a year are the sum of its quarters; a score is the last, their mean, or pooled by responses',
  });
}

/** Reads a metric's value or target over the periods of a span. */
export function readMetric(
  read: MetricRead,
  metric: MetricDocument,
  measure: Measure,
  compiler: Compiler,
  span: Span = spanOf(read, metric, compiler),
): Read {
  const isCount = measure.part !== 'value' && measure.part !== 'target';
  const unit = isCount ? COUNT : metricUnit(metric);
  const currency = !isCount && metric.kind === 'money' ? metric.currency : undefined;
  const given = measure.part === 'target' ? targetOf(metric, measure.against) : undefined;
  if (given === undefined) checkNamed(read, metric, againstOf(measure), compiler);
  if (given !== undefined) {
    if (read.level !== undefined && read.level !== metric.level) reportLevel(read, metric, compiler);
    const operand = plannedTarget({ ...read, against: againstOf(measure) }, given, span, compiler);
    return { operand, unit, scope: 'company', currency, counted: false };
  }
  const scope: Scope = read.level ?? metric.level;
  const inputs = (one: Measure, unit: Unit) =>
    span.periods.map((period) =>
      compiler.add(
        { op: 'input', input: { from: 'metric', metric: metricKey(read.name, period), ...one } },
        unit,
        scope,
      ),
    );
  // Counts of several parts are those of all of them, however their values make the whole.
  const how = isCount && span.how !== 'last' ? 'sum' : span.how;
  const values = inputs(measure, unit);
  const operand =
    how === 'pooled' && measure.part === 'value' && values.length > 1
      ? pooledScore(values, inputs({ part: 'responses' }, COUNT), { unit, scope }, compiler)
      : accumulate(values, how, { unit, scope }, compiler);
  return { operand, unit, scope, currency, counted: scope === 'person' };
}

/** A target that is read: the metric's own, or one of several. */
interface TargetRead extends MetricRead {
  readonly against: string | undefined;
}

function againstOf(measure: Measure): string | undefined {
  return measure.part === 'target' ? measure.against : undefined;
}

function targetOf({ target, targets }: MetricDocument, against: string | undefined): TargetValue | undefined {
  if (against === undefined) return target;
  return targets !== undefined && Object.hasOwn(targets, against) ? targets[against] : undefined;
}

function accumulate(
  operands: readonly Operand[],
  how: Span['how'],
  { unit, scope }: { readonly unit: Unit; readonly scope: Scope },
  compiler: Compiler,
): Operand {
  const last = operands.at(-1) ?? ratio(0);
  if (operands.length < 2 || how === 'last') return last;
  const all = compiler.add({ op: 'add', args: operands }, unit, scope);
  if (how === 'sum') return all;
  return compiler.add({ op: 'multiply', args: [all, ratio(1, operands.length)] }, unit, scope);
}

/** A target of the plan: of the whole period, or put together from those of its parts. */
function plannedTarget(read: TargetRead, given: TargetValue, span: Span, compiler: Compiler): Ratio {
  if (typeof given !== 'object') {
    if (!span.isWhole) reportTarget(read, String(given), compiler);
    return numberOf(given);
  }
  const missing = span.periods.find((period) => period === undefined || !Object.hasOwn(given, period));
  if (span.periods.length === 0 || span.periods.includes(undefined) || missing !== undefined) {
    reportPart(read, missing ?? 'the whole period', Object.keys(given), compiler);
    return ratio(1);
  }
  const values = span.periods.map((period) => numberOf(given[period as string] ?? 0));
  if (span.how === 'last') return values.at(-1) as Ratio;
  const all = values.reduce(addRatios);
  return span.how === 'sum' ? all : multiply(all, ratio(1, values.length));
}

function reportTarget({ name, node }: MetricRead, given: string, compiler: Compiler): void {
  compiler.report({
    code: 'plan.metric.target',
    path: compiler.pathOf(node) ?? ['metrics', name, 'target'],
    message: `The target ${given} of ${quote(name)} is for the whole period, and this reads a part of it`,
    expected: 'a target for each part, such as target: { Q1: 10, Q2: 12 }, or in the actuals',
    hint: 'Write one for each part, or move the target into the column target of the actuals',
  });
}

function reportPart(
  { name, against }: TargetRead,
  part: string,
  known: readonly string[],
  compiler: Compiler,
): void {
  compiler.report({
    code: 'plan.metric.target',
    path: ['metrics', name, ...(against === undefined ? ['target'] : ['targets', against])],
    message: `${quote(name)} has no target for ${part}, only for ${known.join(', ')}`,
    expected: 'a target for every part that is read',
    hint: 'Add it; each and accumulates say how parts make the whole',
  });
}

/** A metric that lists its targets has no others; without a list they are columns of the actuals. */
function checkNamed(
  { node }: MetricRead,
  { targets }: MetricDocument,
  against: string | undefined,
  compiler: Compiler,
): void {
  if (against === undefined || targets === undefined) return;
  compiler.unknown(
    'plan.metric.target',
    { kind: 'target', name: against, key: 'against' },
    Object.keys(targets),
    node,
  );
}

/** A target of the plan is for the level at which the metric is measured. */
function reportLevel({ name, node, level }: MetricRead, metric: MetricDocument, compiler: Compiler): void {
  compiler.report({
    code: 'plan.metric.target',
    path: compiler.at(node, 'level'),
    message: `The target of ${quote(name)} in the plan is for each ${metric.level}, and this reads the ${level}`,
    expected: 'the targets of both levels in the actuals',
    hint: 'Move the target into the column target of the actuals',
  });
}
