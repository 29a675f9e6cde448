import type { Step } from '../program/step.js';
import { isFault, mergeFaults } from '../program/value.js';
import { type Along, earlier, isForm, isUnsolved, type Span } from './form.js';
import type { Line } from './line.js';
import type { Mark } from './polynomial.js';

/** A value just right of a place, and how far it is the same function. */
export interface Piece {
  readonly value: Along;
  readonly until: Mark;
}

/** What an operation needs: its arguments, and the span. */
export interface Work {
  readonly step: Step;
  readonly index: number;
  readonly row: number;
  readonly span: Span;
  readonly line: Line;
  arg(place: number): Piece;
}

export function unsolved(what: string, until: Mark): Piece {
  return { value: { unsolved: what }, until };
}

export function until(pieces: readonly Piece[]): Mark {
  return pieces.map((one) => one.until).reduce(earlier);
}

/** What cannot be had is carried: what is not solved before what is faulty. */
export function carried(pieces: readonly Piece[]): Piece | undefined {
  const end = until(pieces);
  const open = pieces.find(({ value }) => isUnsolved(value));
  if (open) return { value: open.value, until: end };
  const faults = pieces.flatMap(({ value }) =>
    isForm(value) || isUnsolved(value) || !isFault(value) ? [] : [value],
  );
  return faults.length > 0 ? { value: mergeFaults(faults), until: end } : undefined;
}
