import { add, compare, higher, lower, multiply, ONE, type Ratio, reduce, ZERO } from '../num/ratio.js';
import { squareRoot } from '../num/root.js';
import { roundTo } from '../num/round.js';
import { payoutAt } from '../program/curve.js';
import { matrixAt } from '../program/matrix.js';
import { isConstant, type Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Operand, Operation, Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { acrossCell } from './across-cell.js';
import { allotCell } from './allot-cell.js';
import {
  boundOf,
  type Cell,
  chain,
  combine,
  holds,
  list,
  lookUp,
  payoutOver,
  present,
  quotient,
  sample,
  select,
  together,
  unary,
} from './cells.js';
import { notWhole, placeOf, tooFew, zeroDivisor } from './faults.js';
import { type Rows, rowIn } from './rows.js';

/** Evaluates a program on its rows, exactly and on demand. */
export interface Evaluator {
  /** The value of an operand, read from a row of a scope that maps to the operand's own. */
  value(operand: Operand, scope: Scope, row: number): Value;
  /** The values of a step on the rows of its own scope. */
  cell(step: number): Cell;
}

/** Another world: some steps have other values, such as a metric at target, and all that rests on them is computed anew. */
export interface World {
  readonly base: Evaluator;
  /** What stands for a step, given its own values; the arguments it has in this world, where it is made of them. */
  readonly replaced: ReadonlyMap<number, (own: Cell, args: readonly Cell[]) => Cell>;
}

/**
 * The exact evaluator. Every step becomes a cell that is computed when it is asked for and remembers: what
 * belongs to the company or a group for every row, what belongs to a person or segment for the row asked
 * last. So branches that are not taken cost nothing, a team's score is computed once, an explanation reads
 * what was computed, and a population never costs the memory of its traces.
 *
 * In another world only what the replaced steps move is computed; what other people have is as it was.
 */
export function createEvaluator({ steps }: Pick<Program, 'steps'>, rows: Rows, world?: World): Evaluator {
  const cells: Cell[] = [];
  const moved = world && movedBy(steps, (step) => world.replaced.has(step));
  for (const [index, step] of steps.entries()) {
    const isShared = world !== undefined && moved?.[index] !== true;
    cells.push(isShared ? world.base.cell(index) : remembered(step, computed(index)));
  }
  return {
    value(operand, scope, row) {
      if (isConstant(operand)) return operand;
      const own = (steps[operand] as Step).scope;
      return (cells[operand] as Cell)(rowIn(rows, own, scope, row));
    },
    cell: (step) => cells[step] as Cell,
  };

  function computed(index: number): Cell {
    const step = steps[index] as Step;
    const arg = (operand: Operand) => argument(operand, step.scope, steps, cells, rows);
    const replaced = world?.replaced.get(index);
    if (world && replaced) return replaced(world.base.cell(index), argsOf(step).map(arg));
    if (step.op === 'fold') return fold(step.args, steps, cells, rows);
    if (step.op === 'across') return acrossCell(step, step.args.map(arg), rows);
    if (step.op === 'allot') return allotCell(step, step.args.map(arg), rows);
    return cellOf(step, arg, steps, rows);
  }
}

/** Which steps have another value where some have: these and all that is made of them. */
export function movedBy(steps: readonly Step[], isMoved: (step: number) => boolean): boolean[] {
  const moved: boolean[] = [];
  for (const [index, step] of steps.entries())
    moved.push(isMoved(index) || argsOf(step).some((arg) => !isConstant(arg) && moved[arg] === true));
  return moved;
}

/** What a step is made of. */
export function argsOf(step: Step): readonly Operand[] {
  return step.op === 'input' ? [] : step.args;
}

function remembered(step: Step, compute: Cell): Cell {
  return isPersonal(step.scope) ? rememberLast(compute) : rememberAll(compute);
}

function isPersonal(scope: Scope): boolean {
  return scope === 'segment' || scope === 'person';
}

/** Remembers the value of the row that was asked for last. */
export function rememberLast<T>(compute: (row: number) => T): (row: number) => T {
  let last = -1;
  let known: T;
  return (row) => {
    if (row !== last) {
      known = compute(row);
      last = row;
    }
    return known;
  };
}

/** What everybody shares is reduced once, so that what is made of it stays small. */
function rememberAll(compute: Cell): Cell {
  const known: Value[] = [];
  return (row) => {
    known[row] ??= inLowestTerms(compute(row));
    return known[row] as Value;
  };
}

function inLowestTerms(value: Value): Value {
  return typeof value === 'object' && !isFault(value) ? reduce(value) : value;
}

/** An operand read from rows of a scope: along the maps from a segment to its person and groups, and to the company. */
function argument(
  operand: Operand,
  from: Scope,
  steps: readonly Step[],
  cells: readonly Cell[],
  rows: Rows,
): Cell {
  if (isConstant(operand)) return () => operand;
  const target = (steps[operand] as Step).scope;
  const cell = cells[operand] as Cell;
  if (target === from) return cell;
  if (target === 'company') return () => cell(0);
  return target === 'person' ? (row) => cell(rows.personOf(row)) : (row) => cell(rows.groupOf(target, row));
}

/** Sum over a person's segments of weight × value; segments that weigh nothing are not computed. */
function fold(
  args: readonly [Operand, Operand],
  steps: readonly Step[],
  cells: readonly Cell[],
  rows: Rows,
): Cell {
  const [folded, weight] = args.map((operand) => argument(operand, 'segment', steps, cells, rows)) as [
    Cell,
    Cell,
  ];
  const weighed = (segment: number): Value => {
    const share = weight(segment);
    if (isFault(share)) return share;
    if (share === ONE) return folded(segment);
    return (share as Ratio).n === 0n ? ZERO : combine(share, folded(segment), multiply);
  };
  return (person) => {
    const end = rows.endSegment(person);
    let sum: Value = weighed(rows.firstSegment(person));
    for (let segment = rows.firstSegment(person) + 1; segment < end; segment += 1)
      sum = combine(sum, weighed(segment), add);
    return sum;
  };
}

const numeric = { add, multiply, lowest: lower, highest: higher } as const;

type Pointwise = Exclude<Operation, { op: 'fold' | 'across' | 'allot' }>;

/** The cell of every operation on one row. */
function cellOf(
  step: Step & Pointwise,
  arg: (operand: Operand) => Cell,
  steps: readonly Step[],
  rows: Rows,
): Cell {
  switch (step.op) {
    case 'input':
      return (row) => rows.read(step.input, step.scope, row);
    case 'add':
    case 'multiply':
    case 'lowest':
    case 'highest':
      return chain(step.args.map(arg), numeric[step.op]);
    case 'divide':
      return quotient(step.args.map(arg) as [Cell, Cell], (row) =>
        zeroDivisor(steps, step.args[1], rows, row),
      );
    case 'compare':
      return chain(step.args.map(arg), (a, b) => holds(step.relation, compare(a, b)));
    case 'round':
      return chain(step.args.map(arg), (value, unit) => roundTo(value, unit, step.mode));
    case 'all':
    case 'any':
      return together(step.args.map(arg), step.op === 'all' ? step.args.length : step.least);
    case 'not':
      return unary(arg(step.args[0]), (condition) => condition !== true);
    case 'present':
      return present(arg(step.args[0]));
    case 'whole':
      return unary(arg(step.args[0]), (sum) =>
        compare(sum as Ratio, ONE) === 0 ? ONE : notWhole(sum as Ratio),
      );
    case 'root':
      return unary(arg(step.args[0]), (value) => squareRoot(value as Ratio));
    case 'bound':
      return list(step.args.map(arg), (values) => boundOf(step, values as Ratio[]));
    case 'sample':
      return sample(step.args.map(arg) as [Cell, Cell, Cell, Cell], (responses, row) =>
        tooFew(step.metric, responses, placeOf(steps, step.args[3], rows, row)),
      );
    case 'matrix':
      return list(step.args.map(arg), ([row, column, ...values]) =>
        matrixAt(step.matrix, [row as Ratio, column as Ratio], values as Ratio[]),
      );
    case 'select':
      return select(step.args.map(arg) as [Cell, Cell, Cell]);
    case 'is':
      return unary(arg(step.args[0]), (category) => category === step.category);
    case 'curve':
      return step.args.length === 1
        ? unary(arg(step.args[0]), (x) => payoutAt(step.curve, x as Ratio))
        : list(step.args.map(arg), ([x, ...knots]) => payoutOver(step.curve, x as Ratio, knots as Ratio[]));
    case 'table':
      return lookUp(step, step.args.map(arg), (row) => placeOf(steps, step.args[0], rows, row));
  }
}
