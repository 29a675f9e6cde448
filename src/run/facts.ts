import type { ActualFact } from '../concepts/concept.js';
import type { Plan } from '../concepts/parse-plan.js';
import { type ActualStatus, actualStatuses } from '../data/actuals.js';
import { countsText } from '../data/counts.js';
import { rowIn } from '../exact/rows.js';
import { metricOfKey } from '../plan/document.js';
import type { Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Value } from '../program/value.js';
import type { FactPlace } from '../trace/reader.js';
import type { Words } from '../words/words.js';
import type { BoundActuals } from './bind-actuals.js';
import type { BoundRows } from './bind-rows.js';
import { isTooSmall } from './masks.js';

/** What is known about the measured values an award rests on. */
export interface Facts {
  fact(metric: string, place: FactPlace): ActualFact | undefined;
  /** On how many responses a measured value rests; a fault where that is not known. */
  responses(metric: string, place: FactPlace): Value;
  /** The least sure status of the actuals of a person's segments; undefined when nothing measured is read. */
  restsOn(segments: readonly number[]): ActualStatus | undefined;
}

/** Looks up how sure, when and on how many answers each value was measured. */
export function factsOf(
  { document, program }: Pick<Plan, 'document' | 'program'>,
  rows: BoundRows,
  actuals: BoundActuals,
  words: Words,
): Facts {
  const { metrics } = document;
  const used = metricsRead(program);

  const rowAt = (level: Scope, scope: 'person' | 'segment', row: number) => rowIn(rows, level, scope, row);

  /** Where a value stands from least to most sure; past the end when it is not known. */
  function rankOf({ metric, level, ranks }: MetricRead, row: number): number {
    const known = ranks[row];
    if (known !== undefined) return known;
    const actual = actuals.find(metric, rows.labelOf(level, row));
    const rank = 'fault' in actual ? actualStatuses.length : actualStatuses.indexOf(actual.status);
    ranks[row] = rank;
    return rank;
  }

  /** The level and group a value is looked up for; undefined where a person has no one group. */
  function placeOf(metric: string, { scope, row, level: other }: FactPlace) {
    const level = other ?? metrics[metricOfKey(metric)]?.level ?? 'company';
    if (scope === 'person' && level !== 'company' && level !== 'person') return undefined;
    return { level, label: rows.labelOf(level, rowAt(level, scope, row)) };
  }

  const responses: Facts['responses'] = (metric, place) => {
    const at = placeOf(metric, place);
    return at ? actuals.value(metric, at.label, { part: 'responses' }) : { fault: [] };
  };

  return {
    responses,
    fact(metric, place) {
      const at = placeOf(metric, place);
      const actual = at ? actuals.find(metric, at.label) : undefined;
      if (!at || !actual || 'fault' in actual) return undefined;
      const { level, label } = at;
      const group = label === undefined || level === 'person' ? undefined : `${level} ${label}`;
      const { status, measuredOn } = actual;
      // Counts of a group too small to be shown would tell its score.
      if (isTooSmall(document, metric, () => responses(metric, place)))
        return { group, status, measuredOn, responses: undefined };
      return { group, status, measuredOn, responses: actual.responses, counted: countsText(actual, words) };
    },
    restsOn(segments) {
      let weakest: number = actualStatuses.length;
      for (const one of used) {
        for (const segment of segments)
          weakest = Math.min(weakest, rankOf(one, rowAt(one.level, 'segment', segment)));
      }
      return actualStatuses[weakest];
    },
  };
}

/** A metric that a program reads at a level, with how sure it is in each group. */
interface MetricRead {
  readonly metric: string;
  readonly level: Scope;
  readonly ranks: number[];
}

function metricsRead({ steps }: Program): MetricRead[] {
  const read = new Map<string, MetricRead>();
  for (const step of steps) {
    if (step.op !== 'input' || step.input.from !== 'metric') continue;
    const { metric } = step.input;
    read.set(`${metric} ${step.scope}`, { metric, level: step.scope, ranks: [] });
  }
  return [...read.values()];
}
