import { toExactText } from '../num/decimal.js';
import type { MetricDocument } from '../plan/document.js';
import { metricKey } from '../plan/document.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Operand } from '../program/step.js';
import { isFault } from '../program/value.js';
import { type Name, told } from '../words/words.js';
import type { Compiler, Reader } from './concept.js';
import { type MetricRead, type Span, spanOf } from './measured.js';

/** Whether more of the metric is better: what the plan says, or what its kind implies. */
export function directionOf(metric: MetricDocument): 'higher' | 'lower' {
  return metric.direction ?? kindOf(metric.kind).direction;
}

/** What a metric is called in explanations, with the part of the period. */
export function titleOf(read: MetricRead, compiler: Compiler): Name {
  const own = compiler.metrics[read.name]?.title ?? read.name;
  const title = read.level === undefined ? own : told('of the', own, read.level);
  const { part } = compiler;
  const atHand = part?.names[part.index];
  if (read.during === 'yearToDate') return told('up to', title, atHand ?? '');
  const during = read.during === 'whole' ? undefined : (read.during ?? atHand);
  return during === undefined ? title : told('in', title, during);
}

/** Where the value that a node reads stands in the actuals, for its sentence. */
export interface Fact {
  readonly key: string;
  readonly level: string | undefined;
  /** The number of responses, where it is that of several parts of the period. */
  readonly responses?: Operand;
}

/** Where a value is looked up; of several, the last. */
export function factOf(
  read: MetricRead,
  metric: MetricDocument,
  compiler: Compiler,
  span: Span = spanOf(read, metric, compiler),
): Fact {
  return { key: metricKey(read.name, span.periods.at(-1)), level: read.level };
}

/** Where, how surely and on how many answers a value was measured: ` (team North, final, n = 412)`. */
export function factText(node: unknown, reader: Reader): string {
  const { fact } = node as { readonly fact?: Fact };
  const found = fact && reader.fact(fact.key, fact.level);
  if (!fact || !found) return '';
  const count = fact.responses === undefined ? found.responses : countAt(fact.responses, reader);
  const responses = count === undefined ? undefined : `n = ${count}`;
  // Of several parts as one score, the counts of the last say nothing.
  const counted = fact.responses === undefined ? found.counted : '';
  const status = reader.words.sureness[found.status];
  return ` (${[found.group, status, found.measuredOn, responses, counted].filter(Boolean).join(', ')})`;
}

/** The responses of several parts together, where each says its own. */
function countAt(operand: Operand, reader: Reader): string | undefined {
  const value = reader.value(operand);
  return typeof value === 'object' && !isFault(value) ? reader.words.number(toExactText(value)) : undefined;
}
