import { toExactText } from '../num/decimal.js';
import { compare, type Ratio } from '../num/ratio.js';
import { metricIn, type PlanDocument } from '../plan/document.js';
import type { Comparison, Condition } from '../plan/formula.js';
import { kindOf } from '../plan/metric-kinds.js';
import { literalValue, percentText } from './check.js';
import { comparatorsOf, conditionText } from './condition.js';

/** An end of a range: the value, and whether it belongs to it. */
interface End {
  readonly at: Ratio;
  readonly counts: boolean;
}

/** The values for which a condition holds, and what it compares. */
interface Range {
  readonly of: string;
  readonly words: string;
  readonly low: End | undefined;
  readonly high: End | undefined;
  /** The text a field must have. */
  readonly is?: string | undefined;
}

/** A condition that can never hold, in words. */
export interface Unreachable {
  /** Which of the conditions; of two against each other the second. */
  readonly index: number;
  readonly message: string;
}

/**
 * Finds conditions that can never hold: outside what the kind of a metric can be, or against each other. Only plain
 * numbers of the plan are compared; what is calculated is seen with the data.
 */
export function unreachable(
  conditions: readonly Condition[],
  document: PlanDocument,
): readonly Unreachable[] {
  const ranges = conditions.map((condition) => rangeOf(condition));
  return ranges.flatMap((range, index): Unreachable[] => {
    if (!range) return [];
    const kind = kindRange(range, conditions[index] as Condition, document);
    const against = [kind, ...ranges.slice(0, index)].find(
      (other) => other?.of === range.of && isEmpty(other, range),
    );
    return against ? [{ index, message: `${range.words} can never hold: ${against.words}` }] : [];
  });
}

function rangeOf(condition: Condition): Range | undefined {
  if (typeof condition !== 'object') return undefined;
  const [comparator, more] = comparatorsOf(condition);
  if (comparator === undefined || more !== undefined) return undefined;
  const { atLeast, moreThan, atMost, lessThan, within, is } = condition as Comparison;
  const end = (bound: Parameters<typeof literalValue>[0] | undefined, counts: boolean): End | undefined => {
    const at = bound === undefined ? undefined : literalValue(bound);
    return at && { at, counts };
  };
  return {
    of: valueKey(condition),
    words: conditionText(condition),
    is: is === undefined ? undefined : String(is),
    low: end(atLeast ?? within?.[0], true) ?? end(moreThan, false),
    high: end(atMost ?? within?.[1], true) ?? end(lessThan, false),
  };
}

/** What is compared, without the comparator and the labels. */
function valueKey(condition: object): string {
  const { atLeast, moreThan, atMost, lessThan, within, is, name, source, path, stage, ...value } =
    condition as Record<string, unknown>;
  const inner = value['value'];
  return JSON.stringify(typeof inner === 'object' ? inner : value);
}

/** What the kind of a metric can be, where the metric itself is compared. */
function kindRange({ of }: Range, condition: Condition, document: PlanDocument): Range | undefined {
  const metric = metricIn(document, metricCompared(condition));
  if (!metric) return undefined;
  const { lowest, highest } = kindOf(metric.kind);
  const written = (end: Ratio) =>
    kindOf(metric.kind).unit === 'ratio' ? percentText(end) : toExactText(end);
  const ends = [lowest && `at least ${written(lowest)}`, highest && `at most ${written(highest)}`];
  return {
    of,
    words: `a metric of kind ${metric.kind} is ${ends.filter(Boolean).join(' and ')}`,
    low: lowest && { at: lowest, counts: true },
    high: highest && { at: highest, counts: true },
  };
}

/** The metric that a condition compares itself. */
function metricCompared(condition: Condition): string | undefined {
  if (typeof condition !== 'object') return undefined;
  if ('value' in condition) return metricCompared(condition.value);
  return 'metric' in condition ? condition.metric : undefined;
}

/** Whether no value lies in both. */
function isEmpty(a: Range, b: Range): boolean {
  if (a.is !== undefined && b.is !== undefined) return a.is !== b.is;
  return isBeyond(a.low, b.high) || isBeyond(b.low, a.high);
}

function isBeyond(low: End | undefined, high: End | undefined): boolean {
  if (!low || !high) return false;
  const order = compare(low.at, high.at);
  return order > 0 || (order === 0 && !(low.counts && high.counts));
}
