import {
  add,
  compare,
  divide,
  higher,
  lower,
  multiply,
  ONE,
  type Ratio,
  reduce,
  ZERO,
} from '../num/ratio.js';
import { roundTo } from '../num/round.js';
import { payoutAt } from '../program/curve.js';
import { matrixAt } from '../program/matrix.js';
import { isConstant, type Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Curve, Operand, Operation, Relation, Step } from '../program/step.js';
import { type Fault, isFault, mergeFaults, type Value } from '../program/value.js';
import { acrossCell } from './across-cell.js';
import { descending, notWhole, type Place, placeOf, unlisted, zeroDivisor } from './faults.js';
import type { Rows } from './rows.js';

/** Evaluates a program on its rows, exactly and on demand. */
export interface Evaluator {
  /** The value of an operand, read from a row of a scope that maps to the operand's own. */
  value(operand: Operand, scope: Scope, row: number): Value;
}

/** A step or constant, asked for a row. */
type Cell = (row: number) => Value;

/**
 * The exact evaluator. Every step becomes a cell that is computed when it is asked for and remembers: what
 * belongs to the company or a group for every row, what belongs to a person or segment for the row asked
 * last. So branches that are not taken cost nothing, a team's score is computed once, an explanation reads
 * what was computed, and a population never costs the memory of its traces.
 */
export function createEvaluator({ steps }: Pick<Program, 'steps'>, rows: Rows): Evaluator {
  const cells: Cell[] = [];
  for (const step of steps) {
    const arg = (operand: Operand) => argument(operand, step.scope, steps, cells, rows);
    const compute =
      step.op === 'fold'
        ? fold(step.args, steps, cells, rows)
        : step.op === 'across'
          ? acrossCell(step, step.args.map(arg), rows)
          : cellOf(step, arg, steps, rows);
    cells.push(isPersonal(step.scope) ? rememberLast(compute) : rememberAll(compute));
  }
  return { value: (operand, scope, row) => argument(operand, scope, steps, cells, rows)(row) };
}

function isPersonal(scope: Scope): boolean {
  return scope === 'segment' || scope === 'person';
}

function rememberLast(compute: Cell): Cell {
  let last = -1;
  let known: Value = ZERO;
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

/** Two numbers by an operation; faults are carried, all of them. */
function combine(a: Value, b: Value, operation: (a: Ratio, b: Ratio) => Value): Value {
  if (isFault(a)) return isFault(b) ? mergeFaults([a, b]) : a;
  return isFault(b) ? b : operation(a as Ratio, b as Ratio);
}

const numeric = { add, multiply, lowest: lower, highest: higher } as const;

type Pointwise = Exclude<Operation, { op: 'fold' | 'across' }>;

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

function chain([first, second, ...others]: readonly Cell[], operation: (a: Ratio, b: Ratio) => Value): Cell {
  const [left, right] = [first as Cell, second];
  if (right === undefined) return left;
  return (row) => {
    let value = combine(left(row), right(row), operation);
    for (const other of others) value = combine(value, other(row), operation);
    return value;
  };
}

function unary(argument: Cell, operation: (value: Value) => Value): Cell {
  return (row) => {
    const value = argument(row);
    return isFault(value) ? value : operation(value);
  };
}

/** Numbers that are all needed; every cause is named where some cannot be had. */
function list(cells: readonly Cell[], operation: (values: readonly Value[]) => Value): Cell {
  return (row) => {
    const values = cells.map((cell) => cell(row));
    const faults = values.filter(isFault);
    return faults.length > 0 ? mergeFaults(faults) : operation(values);
  };
}

/** Whether at least so many hold; where that is decided, the others need not be known. */
function together(conditions: readonly Cell[], least: number): Cell {
  return (row) => {
    const values = conditions.map((condition) => condition(row));
    const held = values.filter((value) => value === true).length;
    const faults = values.filter(isFault);
    if (held >= least) return true;
    return held + faults.length < least ? false : mergeFaults(faults);
  };
}

const ABSENT = new Set(['actuals.metric.missing', 'actuals.metric.not-yet', 'people.field.missing']);

/** Whether a value was measured. A value that is there and wrong stays a fault: it is not the same as none. */
function present(argument: Cell): Cell {
  return (row) => {
    const value = argument(row);
    if (!isFault(value)) return true;
    return value.fault.every(({ code }) => ABSENT.has(code)) ? false : value;
  };
}

/** A curve whose points are values themselves; they must ascend, as those of the plan do. */
function payoutOver(curve: Curve, x: Ratio, knots: readonly Ratio[]): Value {
  const points = Array.from({ length: knots.length / 2 }, (_, index) => [
    knots[2 * index],
    knots[2 * index + 1],
  ]);
  const falls = points.findIndex(
    ([at], index) => index > 0 && compare(at as Ratio, points[index - 1]?.[0] as Ratio) < 0,
  );
  if (falls > 0) return descending(points[falls - 1]?.[0] as Ratio, points[falls]?.[0] as Ratio);
  return payoutAt({ ...curve, points: points as unknown as Curve['points'] }, x);
}

/** Only the taken branch is computed. */
function select([condition, then, otherwise]: readonly [Cell, Cell, Cell]): Cell {
  return (row) => {
    const value = condition(row);
    if (isFault(value)) return value;
    return value === true ? then(row) : otherwise(row);
  };
}

function holds(relation: Relation, order: number): boolean {
  if (relation === 'atLeast') return order >= 0;
  if (relation === 'moreThan') return order > 0;
  return relation === 'atMost' ? order <= 0 : order < 0;
}

/** A quotient; a divisor of zero is a fault of whoever needs it. */
function quotient([dividend, divisor]: readonly [Cell, Cell], zero: (row: number) => Fault): Cell {
  return (row) => {
    const by = divisor(row);
    const isZero = !isFault(by) && (by as Ratio).n === 0n;
    return combine(dividend(row), isZero ? zero(row) : by, divide);
  };
}

/** The value of a category; only that one is computed. */
function lookUp(
  { keys }: Operation & { op: 'table' },
  [category, ...values]: readonly Cell[],
  place: (row: number) => Place,
): Cell {
  const cells = new Map(keys.map((key, index) => [key, values[index] as Cell]));
  const otherwise = values[keys.length];
  return (row) => {
    const found = (category as Cell)(row);
    if (isFault(found)) return found;
    const cell = cells.get(found as string) ?? otherwise;
    return cell ? cell(row) : unlisted(found as string, keys, place(row));
  };
}
