import { type Cell, holds } from '../exact/cells.js';
import { createEvaluator, type Evaluator } from '../exact/evaluate.js';
import { aloneRows, type Rows } from '../exact/rows.js';
import { compare, divide, ONE, type Ratio, ratio, ZERO } from '../num/ratio.js';
import { metricOfKey, type PlanDocument } from '../plan/document.js';
import { payoutAt } from '../program/curve.js';
import { isConstant, type Program } from '../program/program.js';
import type { Input, Operand, Step } from '../program/step.js';
import { isRatio } from '../program/unit.js';
import { type Fault, isFault, type Value } from '../program/value.js';
import { type Bounds, createBounds } from '../risk/bounds.js';
import { type Move, movesOf } from '../risk/moves.js';
import { isMadeOfOthers, restsOnOthers } from './places.js';

/** What nobody has stated; whatever needs it is not known. */
const UNKNOWN: Fault = { fault: [] };
/** Any amount does: what is told of it is a share. */
const AMOUNT = ratio(100_000);
const PLENTY = ratio(1_000_000_000_000n);

/**
 * Somebody of whom nothing is known but the plan: employed all the time, every result at neutral. What a part of the plan
 * is worth is read from the same steps that pay, with that part replaced.
 */
export interface Typical {
  readonly program: Program;
  readonly moves: readonly Move[];
  /** Between what a part of the plan can come to, whatever is measured. */
  readonly bounds: Bounds;
  /** The award before it is rounded. */
  readonly award: Operand;
  /** The value of a part, with some parts, or results, as given. */
  valueWith(operand: Operand, given: ReadonlyMap<number, Value>): Value;
  /** Between what the award lies when only one result moves, as shares of the whole. */
  reachOf(move: Move): { readonly low: Ratio | undefined; readonly high: Ratio | undefined };
  /** What shares are of: target, or of a plan without one the most that it can pay. */
  readonly whole: 'target' | 'most';
  /** The award as a share of the whole, where both are known. */
  shareWith(given: ReadonlyMap<number, Value>): Ratio | undefined;
}

/** Somebody at target, for a plan. */
export function typicalOf(program: Program, document: PlanDocument): Typical {
  const moves = movesOf(program, document);
  const rows = rowsOf(moves, program);
  const base = contented(program, rows);
  const award = unrounded(program);
  const bounds = createBounds(program, rows, base, moves);
  const target = program.target === undefined ? undefined : numberIn(base, program.target);
  const most = program.target === undefined ? bounds.reach(award, 'person', 0).high : target;
  // Of an amount that hangs on what others have, such as a part of a pool, nobody knows what a result is worth.
  const whole = isMadeOfOthers(award, program) ? undefined : most;
  const share = (value: Ratio | undefined) =>
    value && whole && whole.n !== 0n ? divide(value, whole) : undefined;
  const valueWith = (operand: Operand, given: ReadonlyMap<number, Value>) =>
    within(program, rows, base, given).value(operand, 'segment', 0);
  return {
    program,
    moves,
    award,
    bounds,
    whole: program.target === undefined ? 'most' : 'target',
    valueWith: (operand, given) => (isConstant(operand) ? operand : valueWith(operand, given)),
    reachOf(move) {
      const reach = createBounds(program, rows, base, [move]).reach(award, 'person', 0);
      return { low: share(reach.low), high: share(reach.high) };
    },
    shareWith(given) {
      const value = valueWith(award, given);
      return share(asNumber(value));
    },
  };
}

/** A number, where a value is one. */
export function asNumber(value: Value): Ratio | undefined {
  return typeof value === 'object' && !isFault(value) ? value : undefined;
}

/**
 * Where nothing says at which result somebody is at target, what reads it pays target, and its conditions hold: curves that
 * pay shares, comparisons, and whether something was measured. What others have may reach any bound.
 */
function contented(program: Program, rows: Rows): Evaluator {
  const base = createEvaluator(program, rows);
  const replaced = new Map<number, (own: Cell, args: readonly Cell[]) => Cell>();
  for (const [index, step] of program.steps.entries()) {
    if (step.op === 'present') replaced.set(index, () => () => true);
    if (step.op === 'curve' && step.args.length === 1 && isRatio(step.unit))
      replaced.set(index, (_own, [x]) => (row) => {
        const read = asNumber((x as Cell)(row));
        return read ? payoutAt(step.curve, read) : ONE;
      });
    if (step.op === 'compare') {
      const isTheirs = restsOnOthers(index, program);
      replaced.set(index, (_own, args) => (row) => {
        const [a, b] = args.map((cell) => asNumber(cell(row)));
        return a && b && !isTheirs ? holds(step.relation, compare(a, b)) : true;
      });
    }
  }
  return createEvaluator(program, rows, { base, replaced });
}

function numberIn(evaluator: Evaluator, operand: Operand): Ratio | undefined {
  return asNumber(evaluator.value(operand, 'person', 0));
}

function within(program: Program, rows: Rows, base: Evaluator, given: ReadonlyMap<number, Value>): Evaluator {
  if (given.size === 0) return base;
  const replaced = new Map([...given].map(([step, value]) => [step, () => () => value] as const));
  return createEvaluator(program, rows, { base, replaced });
}

/** Rounding to cents says nothing of what a plan is worth. */
function unrounded({ steps, award }: Program): Operand {
  const step = isConstant(award) ? undefined : (steps[award] as Step);
  return step?.op === 'round' ? step.args[0] : award;
}

/** One person with one stretch of days, alone everywhere. */
function rowsOf(moves: readonly Move[], { steps }: Program): Rows {
  const stated = new Set(
    steps.flatMap((step) =>
      step.op === 'input' && step.input.from === 'metric' && step.input.part === 'target'
        ? [metricOfKey(step.input.metric)]
        : [],
    ),
  );
  const moving = new Map<Input, Move>();
  for (const move of moves)
    for (const index of move.steps) {
      const step = steps[index] as Step;
      if (step.op === 'input') moving.set(step.input, move);
    }
  return aloneRows((input) => inputValue(input, moving.get(input), stated));
}

function inputValue(input: Input, move: Move | undefined, stated: ReadonlySet<string>): Value {
  switch (input.from) {
    case 'metric':
      return metricValue(input, move, stated);
    case 'person':
      return personValue(input, move);
    case 'salary':
    case 'earnings':
      return AMOUNT;
    case 'amount':
      return input.type === 'money' ? AMOUNT : ONE;
    case 'money':
      return input.amount;
    case 'minorUnit':
      return ratio(1, 100);
    case 'present':
      return true;
    case 'exception':
      return input.part === 'present' ? false : UNKNOWN;
    default:
      return ONE;
  }
}

function metricValue(
  input: Input & { readonly from: 'metric' },
  move: Move | undefined,
  stated: ReadonlySet<string>,
): Value {
  if (input.part === 'responses' || input.part === 'invited') return PLENTY;
  if (input.part === 'target') return ONE;
  if (input.part !== 'value') return ZERO;
  const neutral = move?.neutralIn(input);
  if (neutral && 'value' in neutral) return neutral.value;
  // A result at its target, where the actuals state that, is one of one.
  return neutral && stated.has(metricOfKey(input.metric)) ? ONE : UNKNOWN;
}

function personValue(input: Input & { readonly from: 'person' }, move: Move | undefined): Value {
  const neutral = move?.neutralIn(input);
  if (neutral && 'value' in neutral) return neutral.value;
  if (move !== undefined || input.type === 'category' || input.type === 'yesNo') return UNKNOWN;
  return input.type.startsWith('money') ? AMOUNT : ONE;
}
