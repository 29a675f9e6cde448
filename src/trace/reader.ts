import type { ActualFact, Reader } from '../concepts/concept.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Ratio } from '../num/ratio.js';
import type { Outline, Worded } from '../program/outline.js';
import type { Scope } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import type { Value } from '../program/value.js';
import type { Words } from '../words/words.js';
import { exactValue, showValue } from './show.js';

/** The row from which a measured value is looked up, and at which level where it is not the metric's own. */
export interface FactPlace {
  readonly scope: 'person' | 'segment';
  readonly row: number;
  readonly level: string | undefined;
}

/** Whether the value of a part is not to be shown, where it is read from. */
export type Hides = (
  outline: Outline,
  at: Omit<FactPlace, 'level'>,
  value: (operand: Operand) => Value,
) => boolean;

/** Where a person's values are read from. */
export interface Reading {
  readonly evaluator: Pick<Evaluator, 'value'>;
  readonly person: number;
  /** Numbers of the person's segments. */
  readonly own: readonly number[];
  /** Those of them that count in the plan, which have lines. */
  readonly segments: readonly number[];
  /** The place of each among all segments of the person, counted from 1. */
  readonly places: readonly number[];
  readonly currency: string;
  fact(metric: string, at: FactPlace): ActualFact | undefined;
  groupOf(scope: Scope, segment: number): number;
  /** How an input came about. */
  origin(operand: Operand, row: number): string | undefined;
  /** The language in which it is told. */
  readonly words: Words;
  /** What is not shown; everything is where nothing is given. */
  readonly hides?: Hides | undefined;
}

/** Readers of one person's values: at the person, and at each of the segments. */
export interface Readers {
  readonly person: Reader;
  readonly segments: readonly Reader[];
  readonly places: readonly number[];
}

/** The readers of one person. */
export function readersOf(reading: Reading): Readers {
  const { person, places } = reading;
  // Something may be prorated by another count of days, by which other segments count.
  const own = new Map(reading.own.map((segment) => [segment, readerAt(reading, 'segment', segment, [])]));
  const segments = reading.segments.map((segment) => own.get(segment) as Reader);
  return { person: readerAt(reading, 'person', person, [...own.values()]), segments, places };
}

function readerAt(
  reading: Reading,
  scope: 'person' | 'segment',
  row: number,
  below: readonly Reader[],
): Reader {
  const value = (operand: Operand) => reading.evaluator.value(operand, scope, row);
  /** A value is shown on its own line and in the words of the next ones; parts have numbers. */
  const [seen, shown]: [Outline[], string[]] = [[], []];
  /** Of somebody there all year a value and its prorated value are one. There are few. */
  const [values, texts]: [Value[], (string | boolean | undefined)[]] = [[], []];
  const { words } = reading;
  const hides = (outline: Outline) => reading.hides?.(outline, { scope, row }, value) ?? false;
  return {
    words,
    value,
    hides,
    show(outline) {
      const at = (outline as Partial<Worded>).at ?? -1;
      // What is like a part but for its unit is another.
      if (seen[at] === outline) return shown[at] as string;
      const raw = value(outline.operand);
      const text = hides(outline)
        ? words.notShown
        : typeof raw === 'boolean' && outline.name !== undefined
          ? yesNo(raw, words)
          : showValue(raw, outline.unit, outline.currency ?? reading.currency, words);
      if (at >= 0) [seen[at], shown[at]] = [outline, text];
      return text;
    },
    exact(one) {
      const known = values.indexOf(one);
      if (known >= 0) return texts[known];
      const text = exactValue(one);
      values.push(one);
      texts.push(text);
      return text;
    },
    segments(weight) {
      const weighed = below.map((reader) => ({ reader, weight: reader.value(weight) as Ratio }));
      return weighed.filter((entry) => entry.weight.n !== 0n);
    },
    fact: (metric, level) => reading.fact(metric, { scope, row, level }),
    origin: (operand) => reading.origin(operand, row),
    rowOf: (shared) => (shared === 'company' ? 0 : reading.groupOf(shared, row)),
  };
}

/** A condition of a formula; a gate is open or closed. */
function yesNo(holds: boolean, words: Words): string {
  return holds ? words.yes : words.no;
}
