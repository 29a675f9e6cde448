import { ratio } from '../num/ratio.js';
import type { MetricDocument } from '../plan/document.js';
import type { ChangeNode, Since } from '../plan/formula.js';
import type { Operand } from '../program/step.js';
import { type Name, told } from '../words/words.js';
import { type Compiled, type Compiler, type Concept, compiled, unusable } from './concept.js';
import { before, periodsBack, reportToDate, spanIn, standing } from './earlier.js';
import { requiredScore } from './enough.js';
import { directionOf, factOf, factText, titleOf } from './fact.js';
import { type MetricRead, metricOf, type Read, readMetric, spanOf } from './measured.js';

const MINUS_ONE = ratio(-1n);

/**
 * Change: how much a metric has moved since an earlier period.
 *
 * Formula:  value − the value of the period before, of the same period a year before, or the mean of the last n
 * Units:    those of the metric
 * Domain:   values before the period of the plan are rows of the actuals with the period previous, previous-2, …, or
 *           lastYear, lastYear-Q1, …; inside `each` the period before the second part is the first part
 * Issues:   actuals.metric.missing
 * Source:   at least one point above the same month last year (United Airlines 2019)
 */
export const change: Concept<ChangeNode> = {
  role: 'change',
  compile(node, compiler) {
    const read = { ...node, name: node.change, node };
    const metric = metricOf(read, compiler);
    if (!metric) return unusable(node);
    const value = scoreOf(read, metric, compiler);
    const before = readBefore(read, metric, node.since, compiler);
    const { unit, scope, currency } = value;
    const negative = compiler.add({ op: 'multiply', args: [before.operand, MINUS_ONE] }, unit, scope);
    const operand = compiler.add({ op: 'add', args: [value.operand, negative] }, unit, scope);
    const name = told('with', titleOf(read, compiler), told('change since', sinceName(node.since)));
    const fact = factOf(read, metric, compiler);
    const children = [value, compiled('measured', { metric: node.change, fact } as object, before)];
    const named = { name, ...node, fact };
    const isLowerBetter = directionOf(metric) === 'lower';
    return compiled('change', named, { operand, unit, scope, children, currency, isLowerBetter });
  },
  say(outline, reader) {
    const [value, before] = outline.children.map((child) => reader.show(child));
    return `${value} − ${before}${factText(outline.node, reader)}`;
  },
};

/** The score as measured, which must rest on enough: against that of a wider level nothing has changed. */
function scoreOf(read: MetricRead, metric: MetricDocument, compiler: Compiler): Compiled {
  const value = readMetric(read, metric, { part: 'value' }, compiler);
  const shown = compiled(
    'measured',
    { metric: read.name, fact: factOf(read, metric, compiler) } as object,
    value,
  );
  return requiredScore(shown, { read, metric, compiler, span: spanOf(read, metric, compiler) });
}

function sinceName(since: Since): Name {
  if (typeof since === 'object') return told('the mean of the last', String(since.meanOfLast));
  return told(since === 'previousPeriod' ? 'the period before' : 'the same period last year');
}

function readBefore(read: MetricRead, metric: MetricDocument, since: Since, compiler: Compiler): Read {
  const at = standing(read, compiler);
  if (since === 'sameLastYear') return readIn(read, metric, lastYears(read, metric, at), at);
  if (read.during === 'yearToDate') reportToDate(read, compiler);
  const back =
    typeof since === 'object' ? periodsBack(since.meanOfLast, read, 'since/meanOfLast', compiler) : 1;
  const periods = Array.from({ length: back }, (_, index) => index + 1).map((one) => before(one, at));
  return readIn(read, metric, periods, at);
}

/** The same period a year before; of the year so far its parts up to the one at hand, as they accumulate. */
function lastYears(
  { during }: MetricRead,
  metric: MetricDocument,
  { part, ...at }: Compiler,
): readonly string[] {
  if (during !== 'yearToDate' || part === undefined) return [lastYear({ part, ...at })];
  const parts = part.names.slice(0, part.index + 1).map((name) => `lastYear-${name}`);
  return metric.accumulates === 'last' ? parts.slice(-1) : parts;
}

function lastYear({ part }: Compiler): string {
  return part === undefined ? 'lastYear' : `lastYear-${part.names[part.index]}`;
}

/** The mean of values of earlier periods; one of the period's own parts may be made of smaller ones. */
function readIn(
  read: MetricRead,
  metric: MetricDocument,
  periods: readonly string[],
  compiler: Compiler,
): Read {
  const reads = periods.map((period) => {
    const span = spanIn(period, read, metric, compiler);
    return readMetric(read, metric, { part: 'value' }, compiler, span);
  });
  const [first] = reads as [Read];
  if (reads.length === 1) return first;
  const args = reads.map(({ operand }): Operand => operand);
  const all = compiler.add({ op: 'add', args }, first.unit, first.scope);
  if (read.during === 'yearToDate' && metric.accumulates === 'sum') return { ...first, operand: all };
  const share = ratio(1, reads.length);
  return { ...first, operand: compiler.add({ op: 'multiply', args: [all, share] }, first.unit, first.scope) };
}
