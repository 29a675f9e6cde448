import { ratioLacksPercent } from '../concepts/check.js';
import type { Plan } from '../concepts/parse-plan.js';
import type { Actual, Actuals } from '../data/actuals.js';
import { cellIssue } from '../data/cells.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { inPercent, toExactText } from '../num/decimal.js';
import { couldBeThousands, isNumber, type Literal, readLiteral } from '../num/literal.js';
import { compare, equal, type Ratio, sign } from '../num/ratio.js';
import { type MetricDocument, metricKey, metricOfKey } from '../plan/document.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { MetricPart } from '../program/step.js';
import type { Fault, Value } from '../program/value.js';
import type { Day } from '../time/day.js';
import { agrees, countedValue, countsDiffer, noResponses, otherKind, readCount } from './bind-counts.js';

/** What is read of a row: the value, a target, or what the value was counted from. */
export interface MeasureRead {
  readonly part: MetricPart;
  readonly against?: string | undefined;
}

/** The actuals of one plan at one date, looked up by metric and group. */
export interface BoundActuals {
  /** The row that counts, or why there is none. */
  find(metric: string, group: string | undefined): Actual | Fault;
  value(metric: string, group: string | undefined, measure: MeasureRead): Value;
  /** Whose value it is, and the row it stands in. */
  placeOf(metric: string, group: string | undefined): { readonly whose: string; readonly at?: TablePlace };
}

/**
 * Binds actuals to the metrics of a plan: of each metric and group the latest row measured by the as-of
 * date counts. A faulty row stands in nobody's way but makes its metric and group unusable; nothing is guessed.
 */
export function bindActuals(
  actuals: Actuals,
  metrics: Readonly<Record<string, MetricDocument>>,
  asOf: Day,
): BoundActuals {
  const rows = new Map<string, Actual[]>();
  // A line that could not be read at all may have been the latest value of any metric.
  const nameless = actuals.actuals
    .filter((one) => one.metric === '')
    .flatMap((one) => one.faults.filter(({ code }) => code.startsWith('file.')));
  for (const one of actuals.actuals) {
    if (!Object.hasOwn(metrics, one.metric)) continue;
    const key = keyOf(metricKey(one.metric, one.period), one.group);
    const known = rows.get(key);
    if (known) known.push(one);
    else rows.set(key, [one]);
  }
  const find = (metric: string, group: string | undefined) =>
    nameless.length > 0
      ? { fault: nameless }
      : latest(metric, group, rows.get(keyOf(metric, group)) ?? [], asOf);
  return {
    find,
    placeOf(metric, group) {
      const actual = find(metric, group);
      const whose = group === undefined ? 'the company' : quote(group);
      return 'fault' in actual ? { whose } : { whose, at: actual.at };
    },
    value(metric, group, { part, against }) {
      const actual = find(metric, group);
      const document = metrics[metricOfKey(metric)] as MetricDocument;
      if ('fault' in actual) return actual;
      if (part === 'value') return readValue(actual, document, actuals.decimal);
      if (part === 'target') return readTarget(actual, document, against, actuals.decimal);
      return readCount(actual, part, readValue(actual, document, actuals.decimal));
    },
  };
}

function keyOf(metric: string, group: string | undefined): string {
  return JSON.stringify([metric, group ?? null]);
}

function latest(
  metric: string,
  group: string | undefined,
  rows: readonly Actual[],
  asOf: Day,
): Actual | Fault {
  const measured = rows.filter((one) => one.measuredOn === undefined || one.measuredOn <= asOf);
  const faults = measured.flatMap((one) => one.faults);
  if (faults.length > 0) return { fault: faults };
  const newest = measured.toSorted((a, b) => ((a.measuredOn ?? '') < (b.measuredOn ?? '') ? 1 : -1))[0];
  return newest ?? { fault: [notMeasured(metric, group, rows, asOf)] };
}

function notMeasured(metric: string, group: string | undefined, later: readonly Actual[], asOf: Day): Issue {
  const whose = group === undefined ? 'the company' : quote(group);
  const first = later.map((one) => one.measuredOn ?? '').toSorted()[0];
  return issue({
    code: first === undefined ? 'actuals.metric.missing' : 'actuals.metric.not-yet',
    path: ['actuals', metric, ...(group === undefined ? [] : [group])],
    message:
      first === undefined
        ? `${quote(metric)} has no value for ${whose}`
        : `${quote(metric)} of ${whose} was measured on ${first}, after ${asOf}`,
    expected: `a row measured by ${asOf}`,
    hint: 'Add the row, or calculate as of a later date; whoever needs it is withheld until then',
  });
}

function readValue(actual: Actual, metric: MetricDocument, decimal: '.' | ','): Value {
  const differs =
    otherKind(actual, metric.kind) ?? checkCurrency(actual, metric) ?? checkTargets(actual, metric, decimal);
  if (differs) return { fault: [differs] };
  const counted = countedValue(actual, metric.kind);
  const isGiven = actual.value !== '';
  if (counted !== undefined && ('fault' in counted || !isGiven)) return counted;
  if (!isGiven) return { fault: [noResponses(actual)] };
  const given = readMetricNumber(actual, actual.value, 'value', metric, decimal);
  if ('fault' in given || counted === undefined) return given;
  return agrees(actual.value, given, counted, metric.kind)
    ? counted
    : { fault: [countsDiffer(actual, counted)] };
}

/** A target stands in one place: where plan and actuals differ, neither is believed. */
function checkTargets(actual: Actual, metric: MetricDocument, decimal: '.' | ','): Issue | undefined {
  // The target of the plan is that of the whole period.
  if (actual.target === undefined || metric.target === undefined || typeof metric.target === 'object')
    return undefined;
  if (actual.period !== undefined) return undefined;
  const [left, right] = [readLiteral(actual.target, { decimal }), readLiteral(metric.target)];
  const same = isNumber(left) && isNumber(right) && equal(left.value, right.value);
  return same ? undefined : twoTargets(actual, metric);
}

function checkCurrency(actual: Actual, metric: MetricDocument): Issue | undefined {
  if (actual.currency === undefined || actual.currency === metric.currency) return undefined;
  return cellIssue(actual.at, 'currency', {
    code: 'actuals.currency.differs',
    message: `The value is in ${quote(actual.currency)}, and the plan measures ${quote(actual.metric)} ${metric.currency ? `in ${metric.currency}` : 'without a currency'}`,
    expected: metric.currency ?? 'no currency',
    hint: 'Convert the value, or correct the plan',
  });
}

function readMetricNumber(
  actual: Actual,
  raw: Literal,
  column: string,
  metric: MetricDocument,
  decimal: '.' | ',',
): Ratio | Fault {
  const { unit, lowest, highest } = kindOf(metric.kind);
  const read = readLiteral(raw, { decimal });
  if (!isNumber(read)) return { fault: actual.faults };
  if (unit === 'ratio' ? ratioLacksPercent(raw, read) : read.percent)
    return { fault: [percentFault(actual, raw, read.value, { column, missing: unit === 'ratio' })] };
  if ((unit === 'money' || unit === 'count') && couldBeThousands(raw, decimal))
    return { fault: [ambiguous(actual, raw, column)] };
  const outside =
    (lowest && compare(read.value, lowest) < 0) || (highest && compare(read.value, highest) > 0);
  return outside ? { fault: [rangeFault(actual, raw, column, metric)] } : read.value;
}

function percentFault(
  actual: Actual,
  raw: Literal,
  value: Ratio,
  { column, missing }: { column: string; missing: boolean },
): Issue {
  return issue({
    code: 'actuals.value.percent',
    at: { ...actual.at, column },
    path: [column],
    message: missing
      ? `${quote(String(raw))} would be ${inPercent(value)} of a metric that is a ratio`
      : `${quote(String(raw))} is a percentage, and ${quote(actual.metric)} is not`,
    expected: missing ? `${raw}%, or a decimal such as 0.952` : 'a number without a percent sign',
    hint: 'Correct the cell; the value is not used until then',
  });
}

function ambiguous(actual: Actual, raw: Literal, column: string): Issue {
  return issue({
    code: 'actuals.value.number',
    at: { ...actual.at, column },
    path: [column],
    message: `${quote(String(raw))} could mean ${String(raw).replace('.', '')} or ${raw}`,
    expected: 'an amount such as 58400 or 58.40',
    hint: 'Declare decimal commas if the file has them, or write the amount without doubt',
  });
}

function rangeFault(actual: Actual, raw: Literal, column: string, metric: MetricDocument): Issue {
  const { lowest, highest } = kindOf(metric.kind);
  const bounds = [lowest && `at least ${toExactText(lowest)}`, highest && `at most ${toExactText(highest)}`];
  return issue({
    code: 'actuals.value.range',
    at: { ...actual.at, column },
    path: [column],
    message: `${quote(String(raw))} cannot be a value of kind ${metric.kind}`,
    expected: bounds.filter(Boolean).join(' and ') || 'a target of zero or more',
    hint: 'Correct the cell; write percentages with a percent sign',
  });
}

/** Achievement against a target below zero would reward a greater loss. */
function notNegative(actual: Actual, target: Ratio | Fault, metric: MetricDocument): Ratio | Fault {
  if ('fault' in target || sign(target) >= 0) return target;
  return { fault: [rangeFault(actual, actual.target ?? '', 'target', metric)] };
}

/** A target of the actuals file. */
function readTarget(
  actual: Actual,
  metric: MetricDocument,
  against: string | undefined,
  decimal: '.' | ',',
): Value {
  const given = against === undefined ? actual.target : actual.targets?.[against];
  const column = against === undefined ? 'target' : `target.${against}`;
  if (given !== undefined)
    return notNegative(actual, readMetricNumber(actual, given, column, metric, decimal), metric);
  return {
    fault: [
      cellIssue(actual.at, column, {
        code: 'actuals.target.missing',
        message: `${quote(actual.metric)} has no ${against === undefined ? '' : `${against} `}target, neither in the plan nor in this row`,
        expected: `a target in the plan, or a column ${column}`,
        hint: 'Write the target; whoever needs it is withheld until then',
      }),
    ],
  };
}

/** Warnings about rows that have a group where their metric has none, or none where it needs one. */
export function checkAgainstPlan(actuals: Actuals, { document: { metrics }, program }: Plan): Issue[] {
  const read = levelsRead(program);
  return actuals.actuals.flatMap((one) => {
    const metric = Object.hasOwn(metrics, one.metric) ? metrics[one.metric] : undefined;
    if (!metric || one.metric === '') return [];
    const levels = [metric.level, ...(read.get(one.metric) ?? [])];
    // What was counted for every group is counted for the company, too, whether a plan reads it or not.
    const isTotal = one.kind !== undefined && one.group === undefined;
    const fits = isTotal || levels.some((level) => (level === 'company') === (one.group === undefined));
    return fits ? [] : [levelIssue(one, metric)];
  });
}

/** The levels at which a program reads each metric: its own, and others where a formula says so. */
export function levelsRead({ steps }: Program): ReadonlyMap<string, ReadonlySet<Scope>> {
  const levels = new Map<string, Set<Scope>>();
  for (const step of steps) {
    if (step.op !== 'input' || step.input.from !== 'metric') continue;
    const metric = metricOfKey(step.input.metric);
    levels.set(metric, (levels.get(metric) ?? new Set()).add(step.scope));
  }
  return levels;
}

function levelIssue(one: Actual, metric: MetricDocument): Issue {
  return cellIssue(one.at, 'group', {
    code: 'actuals.group.level',
    message:
      one.group === undefined
        ? `${quote(one.metric)} is measured per ${metric.level}, and this row has no group`
        : `${quote(one.metric)} is measured for the company, and this row is for ${quote(one.group)}`,
    expected: one.group === undefined ? `the ${metric.level} this value is for` : 'no group',
    hint: 'Correct the cell; the row is not used until then',
  });
}

function twoTargets(one: Actual, metric: MetricDocument): Issue {
  return cellIssue(one.at, 'target', {
    code: 'actuals.target.twice',
    message: `The plan has the target ${metric.target} for ${quote(one.metric)}, this row has ${one.target}`,
    expected: 'one target',
    hint: 'Remove one of the two; whoever needs the metric is withheld until then',
  });
}
