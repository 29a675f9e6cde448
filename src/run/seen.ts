import type { Segment } from '../concepts/segment.js';
import type { Evaluator } from '../exact/evaluate.js';
import { minorDigits } from '../num/currency.js';
import type { Worded } from '../program/outline.js';
import type { Program } from '../program/program.js';
import type { Operand } from '../program/step.js';
import type { PartsOf } from '../trace/parts.js';
import { type Hides, type Readers, readersOf } from '../trace/reader.js';
import { type LinePlan, stepsOf } from '../trace/steps.js';
import type { Words } from '../words/words.js';
import type { Participant } from './bind-people.js';
import type { BoundRows } from './bind-rows.js';
import type { Facts } from './facts.js';

/** What of a plan is evaluated for a person: the plan as it is for everybody, or a variant. */
export interface Engine {
  readonly program: Program;
  /** Its outline, in the language of the calculation. */
  readonly outline: Worded;
  readonly evaluator: Evaluator;
  readonly facts: Facts;
  readonly partsOf: PartsOf;
  readonly lines: LinePlan;
  readonly words: Words;
  /** What of it is not shown. */
  readonly hides: Hides | undefined;
}

/** The evaluation of a person, until the next is asked for. */
export interface Seen {
  readonly engine: Engine;
  readonly rows: BoundRows;
  readonly participant: Participant;
  readonly row: number;
  /** The readers of its values, where they were made. */
  readonly readers?: Readers;
}

/** The parts, stretches of days and steps of an award, read from its evaluation. */
export function traceOf(seen: Seen, readers: Readers) {
  const { engine, rows, row, participant } = seen;
  const parts = engine.partsOf(readers.person, minorDigits(participant.currency) ?? 2);
  const first = rows.firstSegment(row);
  const own = rows.segments.slice(first, rows.endSegment(row));
  const stretches = own.map((segment, index) => ({
    ...stretchOf(segment),
    share: rows.wordsOf({ from: 'share' }, first + index) ?? '',
  }));
  return { parts, segments: stretches, steps: stepsOf(engine.lines, readers) };
}

/** Readers of an evaluation: at the person, and at each of the segments that count. */
export function readersIn({ engine, rows, row, readers, participant: { currency } }: Seen): Readers {
  if (readers) return readers;
  const { program, evaluator, facts, words, hides } = engine;
  const first = rows.firstSegment(row);
  const segments = rows.counted(row);
  const own = Array.from({ length: rows.endSegment(row) - first }, (_, index) => first + index);
  return readersOf({
    evaluator,
    person: row,
    own,
    segments,
    places: segments.map((segment) => segment - first + 1),
    currency,
    groupOf: rows.groupOf,
    fact: facts.fact,
    words,
    hides,
    origin: (operand: Operand, at: number) => {
      const step = typeof operand === 'number' ? program.steps[operand] : undefined;
      return step?.op === 'input' ? rows.wordsOf(step.input, at) : undefined;
    },
  });
}

function stretchOf({ from, to, days, leave }: Segment) {
  return { from, to, days, ...(leave !== undefined && { leave: leave.type }) };
}
