import type { Literal } from '../num/literal.js';
import { type MetricDocument, partNames } from '../plan/document.js';
import { type Compiler, numberOf } from './concept.js';
import { type MetricRead, type Span, spanOf } from './measured.js';
import { partsBy } from './sub-period.js';

/** What a score is compared with: the period before the one a node reads; of a rolling mean the one before. */
export function spanBefore(read: MetricRead, metric: MetricDocument, span: Span, compiler: Compiler): Span {
  return span.earlier ?? spanIn(before(1, standing(read, compiler)), read, metric, compiler);
}

/** One earlier period; a part of the period may be made of smaller ones. */
export function spanIn(period: string, read: MetricRead, metric: MetricDocument, compiler: Compiler): Span {
  const known = standing(read, compiler).part?.names ?? [];
  return known.includes(period)
    ? spanOf({ ...read, during: period }, metric, compiler)
    : { periods: [period], how: 'last', isWhole: false };
}

/** The longest rolling mean: no row is of a period further back. */
const LONGEST = 99;

/** The number of periods that a node asks for. */
export function periodsBack(raw: Literal, { node }: MetricRead, key: string, compiler: Compiler): number {
  const asked = numberOf(raw);
  if (asked.n <= BigInt(LONGEST) * asked.d) return Number(asked.n / asked.d);
  compiler.report({
    code: 'plan.number.range',
    path: compiler.at(node, ...key.split('/')),
    message: `${raw} periods are further back than any row of the actuals can be`,
    expected: `a number up to ${LONGEST}`,
    hint: 'Lower the number',
  });
  return 1;
}

/** The periods of a rolling mean: the one a node reads and those before it. */
export function rollingSpan(
  read: MetricRead,
  metric: MetricDocument,
  rolling: Literal,
  compiler: Compiler,
): Span {
  if (read.during === 'yearToDate') reportToDate(read, compiler);
  const at = standing({ ...read, ...lastPart(read, metric, compiler) }, compiler);
  const back = periodsBack(rolling, read, 'rolling', compiler);
  const periods = Array.from({ length: back + 1 }, (_, index) =>
    index === 0 ? currentOf(at) : before(index, at),
  );
  const how = metric.accumulates === 'pooled' ? 'pooled' : 'mean';
  const span = (some: typeof periods): Span => ({ periods: some.toReversed(), how, isWhole: false });
  return { ...span(periods.slice(0, -1)), earlier: span(periods.slice(1)) };
}

function currentOf({ part }: Compiler): string | undefined {
  return part?.names[part.index];
}

/** Of a metric measured in parts, read as a whole, the last part is the one at hand. */
function lastPart({ during }: MetricRead, { each }: MetricDocument, { document, part }: Compiler) {
  if (during !== undefined || part !== undefined || each === undefined) return {};
  const last = Object.keys(partsBy(document, each)).at(-1);
  return last === undefined ? {} : { during: last };
}

/** The part from which earlier periods are counted: the one at hand, another by name, or none for the whole period. */
export function standing({ during }: MetricRead, compiler: Compiler): Compiler {
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
export function reportToDate({ node }: MetricRead, compiler: Compiler): void {
  compiler.report({
    code: 'plan.period.parts',
    path: compiler.at(node, 'during'),
    message: 'yearToDate is up to the part at hand, and has no period before it',
    expected: 'since: sameLastYear beside yearToDate, or no during',
    hint: 'Compare the part with the one before it, or the year so far with that of last year',
  });
}

/** The part so many before the one at hand; before the first they are counted back as previous, previous-2, … */
export function before(back: number, { part }: Compiler): string {
  const index = (part?.index ?? 0) - back;
  if (part !== undefined && index >= 0) return part.names[index] as string;
  return index === -1 ? 'previous' : `previous-${-index}`;
}
