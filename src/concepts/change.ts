import { ratio } from '../num/ratio.js';
import { type MetricDocument, partNames } from '../plan/document.js';
import type { ChangeNode, Since } from '../plan/formula.js';
import type { Operand } from '../program/step.js';
import { type Compiler, type Concept, compiled, numberOf, unusable } from './concept.js';
import { type MetricRead, metricOf, type Read, readMetric, type Span, spanOf } from './measured.js';
import { directionOf, factOf, factText, titleOf } from './metric.js';
import { partsBy } from './sub-period.js';

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
    const value = readMetric(read, metric, { part: 'value' }, compiler);
    const before = readBefore(read, metric, node.since, compiler);
    const { unit, scope, currency } = value;
    const negative = compiler.add({ op: 'multiply', args: [before.operand, MINUS_ONE] }, unit, scope);
    const operand = compiler.add({ op: 'add', args: [value.operand, negative] }, unit, scope);
    const name = `${titleOf(read, compiler)}, change since ${sinceText(node.since)}`;
    const children = [value, before].map((one) =>
      compiled('measured', { metric: node.change } as object, one),
    );
    const named = { name, ...node, fact: factOf(read, metric, compiler) };
    const isLowerBetter = directionOf(metric) === 'lower';
    return compiled('change', named, { operand, unit, scope, children, currency, isLowerBetter });
  },
  say(outline, reader) {
    const [value, before] = outline.children.map((child) => reader.show(child));
    return `${value} − ${before}${factText(outline.node, reader)}`;
  },
};

function sinceText(since: Since): string {
  if (typeof since === 'object') return `the mean of the last ${since.meanOfLast}`;
  return since === 'previousPeriod' ? 'the period before' : 'the same period last year';
}

function readBefore(read: MetricRead, metric: MetricDocument, since: Since, compiler: Compiler): Read {
  const at = standing(read, compiler);
  if (since === 'sameLastYear') return readIn(read, metric, lastYears(read, metric, at), at);
  if (read.during === 'yearToDate') reportToDate(read, compiler);
  const back = typeof since === 'object' ? Number(numberOf(since.meanOfLast).n) : 1;
  const periods = Array.from({ length: back }, (_, index) => index + 1).map((one) => before(one, at));
  return readIn(read, metric, periods, at);
}

/** The part from which earlier periods are counted: the one at hand, another by name, or none for the whole period. */
function standing({ during }: MetricRead, compiler: Compiler): Compiler {
  if (during === undefined || during === 'yearToDate') return compiler;
  if (during === 'whole') return compiler.within({ part: undefined });
  for (const by of partNames) {
    const names = Object.keys(partsBy(compiler.document, by));
    const index = names.indexOf(during);
    if (index >= 0) return compiler.within({ part: { names, index, by, isWeighted: false } });
  }
  return compiler;
}

/** The year so far has no period before it. */
function reportToDate({ node }: MetricRead, compiler: Compiler): void {
  compiler.report({
    code: 'plan.period.parts',
    path: compiler.at(node, 'during'),
    message: 'yearToDate is up to the part at hand, and has no period before it',
    expected: 'since: sameLastYear beside yearToDate, or no during',
    hint: 'Compare the part with the one before it, or the year so far with that of last year',
  });
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

/** The part so many before the one at hand; before the first they are counted back as previous, previous-2, … */
function before(back: number, { part }: Compiler): string {
  const index = (part?.index ?? 0) - back;
  if (part !== undefined && index >= 0) return part.names[index] as string;
  return index === -1 ? 'previous' : `previous-${-index}`;
}

/** The mean of values of earlier periods; one of the period's own parts may be made of smaller ones. */
function readIn(
  read: MetricRead,
  metric: MetricDocument,
  periods: readonly string[],
  compiler: Compiler,
): Read {
  const known = compiler.part?.names ?? [];
  const reads = periods.map((period) => {
    const span: Span = known.includes(period)
      ? spanOf({ ...read, during: period }, metric, compiler)
      : { periods: [period], how: 'last', isWhole: false };
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
