import type { Stake } from '../concepts/stake.js';
import type { Variant } from '../concepts/variant.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Operand } from '../program/step.js';
import { isFault } from '../program/value.js';
import type { Words } from '../words/words.js';
import type { Move } from './moves.js';
import type { Actual } from './worlds.js';

/** A stake with the step that says what it is for a person. */
export interface StakeStep extends Omit<Stake, 'name'> {
  /** The goal, in the words of the language. */
  readonly name: string;
  readonly operand: Operand;
}

/** A plan as it is evaluated, with what is read beside the award. */
export interface Setting extends Actual {
  readonly document: PlanDocument;
  /** The language in which names are said. */
  readonly words: Words;
  readonly variant: Variant;
  /** The share of target that is safe. */
  readonly safe: Ratio;
  readonly moves: readonly Move[];
  readonly stakes: readonly StakeStep[];
  /** Base pay for the days that count; a fault where no salary is known. */
  readonly salary: Operand;
  /** Of salary, what is given up for the part of base pay at risk. */
  readonly givenUp: Operand | undefined;
}

/** Who is looked at, with the decimals of the currency. */
export interface Look {
  readonly row: number;
  readonly digits: number;
}

/** A number that a person has; undefined where it cannot be had. */
export function numberFor(
  evaluator: Evaluator,
  operand: Operand | undefined,
  row: number,
): Ratio | undefined {
  const value = operand === undefined ? undefined : evaluator.value(operand, 'person', row);
  return typeof value === 'object' && !isFault(value) ? value : undefined;
}
