import type { ActualFact, Reader } from '../concepts/concept.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Ratio } from '../num/ratio.js';
import type { Scope } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import { isFault } from '../program/value.js';
import { showValue } from './show.js';

/** Where a person's values are read from. */
export interface Reading {
  readonly evaluator: Evaluator;
  readonly person: number;
  /** Numbers of the person's segments. */
  readonly segments: readonly number[];
  readonly currency: string;
  /** Currency of a metric's values. */
  currencyOf(metric: string): string | undefined;
  fact(metric: string, scope: 'person' | 'segment', row: number): ActualFact | undefined;
  groupOf(scope: Scope, segment: number): number;
}

/** A reader of one person's values, at the person (no segment) or at one of the segments. */
export function readerAt(reading: Reading, segment?: number): Reader {
  const scope = segment === undefined ? 'person' : 'segment';
  const row = segment ?? reading.person;
  const value = (operand: Operand) => reading.evaluator.value(operand, scope, row);
  return {
    value,
    show(outline) {
      const metric = metricOf(outline.node);
      const currency = (metric && reading.currencyOf(metric)) ?? reading.currency;
      return showValue(value(outline.operand), outline.unit, currency);
    },
    segments(weight) {
      const weighed = reading.segments.map((one) => ({
        one,
        weight: reading.evaluator.value(weight, 'segment', one),
      }));
      return weighed
        .filter((entry) => !isFault(entry.weight) && (entry.weight as Ratio).n !== 0n)
        .map((entry) => ({ weight: entry.weight as Ratio, reader: readerAt(reading, entry.one) }));
    },
    fact: (metric) => reading.fact(metric, scope, row),
    rowOf: (shared) => (shared === 'company' ? 0 : reading.groupOf(shared, row)),
  };
}

function metricOf(node: unknown): string | undefined {
  const { metric, aboveTarget } = node as { metric?: string; aboveTarget?: string };
  return metric ?? aboveTarget;
}
