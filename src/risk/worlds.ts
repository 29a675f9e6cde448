import type { Cell } from '../exact/cells.js';
import { createEvaluator, type Evaluator, movedBy } from '../exact/evaluate.js';
import type { Rows } from '../exact/rows.js';
import { add, divide, higher, lower, multiply, negate, ONE, type Ratio, ratio, ZERO } from '../num/ratio.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Program } from '../program/program.js';
import type { Input, Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import type { Move } from './moves.js';

/** A program on its rows, as things are. */
export interface Actual {
  readonly program: Program;
  readonly rows: Rows;
  readonly evaluator: Evaluator;
}

/** So many responses that every sample rule is content. */
const PLENTY = ratio(1_000_000_000_000n);

type Replaced = (own: Cell, args: readonly Cell[]) => Cell;

/** What a value that is read has in another world: the cell that stands for it. */
type Otherwise = (step: Step & { readonly op: 'input' }, own: Cell) => Cell;

/**
 * Another world: some inputs have other values, everything that is made of them is calculated anew, by the same steps, and
 * the rest is shared. What other people have stays as it was.
 */
function worldOf(
  { program, rows, evaluator: base }: Actual,
  moves: ReadonlyMap<Move, Otherwise>,
  bound: Replaced,
): Evaluator {
  const { steps } = program;
  const replaced = new Map<number, Replaced>();
  for (const [move, otherwise] of moves)
    for (const index of move.steps) {
      const step = steps[index] as Step & { readonly op: 'input' };
      replaced.set(index, (own) => otherwise(step, own));
    }
  const moved = movedBy(steps, (step) => replaced.has(step));
  for (const [index, { op }] of steps.entries())
    if (op === 'bound' && moved[index]) replaced.set(index, bound);
  return createEvaluator(program, rows, { base, replaced });
}

/** On plenty of responses an end of an interval is the score itself. */
const boundIsScore: Replaced = (_own, [score]) => score as Cell;

/** The part of an input that is a value, not what it was counted from. */
export function isValue(input: Input): boolean {
  return input.from !== 'metric' || input.part === 'value';
}

/** What a score was counted from, where nothing speaks against it. */
function content(input: Input, own: Cell): Cell {
  if (input.from !== 'metric') return own;
  const count = input.part === 'responses' || input.part === 'invited' ? PLENTY : ZERO;
  return () => count;
}

/** The world in which some inputs are at their neutral values, on plenty of responses; undefined where one has none. */
export function neutralWorld(actual: Actual, moves: readonly Move[]): Evaluator | undefined {
  const { program, rows } = actual;
  if (!moves.every((move) => hasNeutral(move, program))) return undefined;
  const otherwise: Otherwise = ({ input, scope }, own) => {
    if (!isValue(input)) return content(input, own);
    const neutral = moves.find((move) => move.name === nameOf(input))?.neutralIn(input);
    if (neutral && 'value' in neutral) return () => neutral.value;
    const target = targetInput(program, input);
    return target ? (row) => rows.read(target, scope, row) : own;
  };
  return worldOf(actual, new Map(moves.map((move) => [move, otherwise])), boundIsScore);
}

/** Whether a move has a neutral value wherever it is read. */
export function hasNeutral({ steps, neutralIn }: Move, program: Program): boolean {
  return steps.every((index) => {
    const step = program.steps[index] as Step;
    if (step.op !== 'input' || !isValue(step.input)) return true;
    const neutral = neutralIn(step.input);
    return neutral !== undefined && ('value' in neutral || targetInput(program, step.input) !== undefined);
  });
}

/** The target that the actuals state beside a value, where the program reads it for the metric. */
function targetInput({ steps }: Program, input: Input): Input | undefined {
  const name = nameOf(input);
  const read = steps.find(
    (step) =>
      step.op === 'input' &&
      step.input.from === 'metric' &&
      step.input.part === 'target' &&
      nameOf(step.input) === name,
  );
  if (read?.op !== 'input' || input.from !== 'metric') return undefined;
  return { ...read.input, metric: input.metric } as Input;
}

function nameOf(input: Input): string | undefined {
  if (input.from === 'person') return input.field;
  return input.from === 'metric' ? input.metric.split(' ')[0] : undefined;
}

/** How far a metric is moved: by so much of its own unit, or by a share of its target (of itself, where it has none). */
export type PointSize =
  | { readonly of: 'unit'; readonly step: Ratio }
  | { readonly of: 'target'; readonly share: Ratio };

/** The world in which a metric is further by so much, within what its kind can be. */
export function shiftedWorld(actual: Actual, move: Move, size: PointSize): Evaluator {
  const { lowest, highest } = move.metric ? kindOf(move.metric.kind) : {};
  const shifted = (value: Value, by: Ratio | undefined): Value => {
    if (typeof value !== 'object' || isFault(value)) return value;
    const sum = add(value, by ?? multiply(value, (size as { readonly share: Ratio }).share));
    const capped = highest === undefined ? sum : lower(sum, highest);
    return lowest === undefined ? capped : higher(capped, lowest);
  };
  const otherwise: Otherwise = ({ input, scope }, own) => {
    if (!isValue(input)) return own;
    if (size.of === 'unit') return (row) => shifted(own(row), size.step);
    return (row) =>
      shifted(
        own(row),
        shareOfTarget(
          input,
          move,
          size.share,
          actual.rows.read({ ...input, part: 'target' } as Input, scope, row),
        ),
      );
  };
  const bound: Replaced = (own) => (row) => shifted(own(row), size.of === 'unit' ? size.step : undefined);
  return worldOf(actual, new Map([[move, otherwise]]), bound);
}

/** A share of the target: the plan's, or that of the row; undefined where there is none. */
function shareOfTarget(input: Input, move: Move, share: Ratio, stated: Value | undefined): Ratio | undefined {
  if (typeof stated === 'object' && !isFault(stated)) return multiply(stated, share);
  const planned = move.targetIn?.(input);
  return planned && multiply(planned, share);
}

/** Farther than any result is from zero, where a kind has no end of its own; and as far again. */
export const FAR = ratio(10n ** 15n);
export const FARTHER = ratio(2n * 10n ** 15n);

/** The world in which everything that moves is as bad, or as good, as it can be; so far out where its kind has no end. */
export function extremeWorld(
  actual: Actual,
  moves: readonly Move[],
  end: 'worst' | 'best',
  far = FAR,
): Evaluator {
  const { steps } = actual.program;
  const entries = moves.map((move): readonly [Move, Otherwise] => {
    const number = extremeOf(move, end, far);
    return [
      move,
      ({ input }, own) => {
        if (!isValue(input)) return content(input, own);
        const isText = input.from === 'person' && (input.type === 'category' || input.type === 'yesNo');
        const value = isText ? categoryAt(steps, input, end) : number;
        return value === undefined ? own : () => value;
      },
    ];
  });
  return worldOf(actual, new Map(entries), boundIsScore);
}

function extremeOf({ metric, direction, lowest: own }: Move, end: 'worst' | 'best', far: Ratio): Ratio {
  const isHigh = (end === 'best') === (direction === 'higher');
  const { lowest = own, highest } = metric ? kindOf(metric.kind) : {};
  if (isHigh) return highest ?? far;
  // Target ÷ value has no value at zero.
  const isDivisor = metric?.achievement === 'target/value' && (lowest === undefined || lowest.n === 0n);
  return isDivisor ? divide(ONE, far) : (lowest ?? negate(far));
}

/** The category that pays least or most in the first table that reads it. */
function categoryAt(steps: readonly Step[], input: Input, end: 'worst' | 'best'): string | undefined {
  const at = steps.findIndex((step) => step.op === 'input' && step.input === input);
  const table = steps.find((step) => step.op === 'table' && step.args[0] === at);
  if (table?.op !== 'table') return undefined;
  const values = table.args.slice(1, 1 + table.keys.length);
  const known = values.flatMap((value, index) =>
    typeof value === 'object' ? [{ value, key: table.keys[index] }] : [],
  );
  const ordered = known.toSorted((a, b) => (a.value.n * b.value.d < b.value.n * a.value.d ? -1 : 1));
  return (end === 'worst' ? ordered[0] : ordered.at(-1))?.key;
}
