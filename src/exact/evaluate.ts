import { issue, quote } from '../issue/issue.js';
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
import { isConstant, type Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Operand, Operation, Relation, Step } from '../program/step.js';
import { type Fault, isFault, mergeFaults, type Value } from '../program/value.js';
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
    const compute = step.op === 'fold' ? fold(step.args, steps, cells, rows) : cellOf(step, arg, steps, rows);
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

type Pointwise = Exclude<Operation, { op: 'fold' }>;

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
      return every(step.args.map(arg));
    case 'select':
      return select(step.args.map(arg) as [Cell, Cell, Cell]);
    case 'is':
      return unary(arg(step.args[0]), (category) => category === step.category);
    case 'curve':
      return unary(arg(step.args[0]), (x) => payoutAt(step.curve, x as Ratio));
    case 'table':
      return lookUp(step, arg(step.args[0]), (row) => placeOf(steps, step.args[0], rows, row));
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

function every(conditions: readonly Cell[]): Cell {
  return (row) => {
    const values = conditions.map((condition) => condition(row));
    const faults = values.filter(isFault);
    return faults.length > 0 ? mergeFaults(faults) : values.every((value) => value === true);
  };
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

type Place = ReturnType<Rows['whereOf']>;

/** Where the input behind an operand was read; nothing is known of constants and results. */
function placeOf(steps: readonly Step[], operand: Operand, rows: Rows, row: number): Place {
  const step = isConstant(operand) ? undefined : steps[operand];
  return step?.op === 'input' ? rows.whereOf(step.input, step.scope, row) : { whose: '' };
}

function lookUp(step: Operation & { op: 'table' }, argument: Cell, place: (row: number) => Place): Cell {
  const values = new Map(step.values);
  return (row) => {
    const category = argument(row);
    if (isFault(category)) return category;
    return (
      values.get(category as string) ??
      step.otherwise ??
      unlisted(category as string, [...values.keys()], place(row))
    );
  };
}

function unlisted(category: string, known: readonly string[], { whose, at }: Place): Fault {
  return {
    fault: [
      issue({
        code: 'run.table.category',
        ...(at && { at }),
        message: `The category ${quote(category)} of ${whose} is not in the table that pays it`,
        expected: `one of ${known.join(', ')}`,
        hint: 'Correct the cell, or add the category (or otherwise) to the table; the person is withheld until then',
      }),
    ],
  };
}

function zeroDivisor(steps: readonly Step[], divisor: Operand, rows: Rows, row: number): Fault {
  const step = isConstant(divisor) ? undefined : steps[divisor];
  const input = step?.op === 'input' && step.input.from === 'metric' ? step.input : undefined;
  const { whose, at } = placeOf(steps, divisor, rows, row);
  return {
    fault: [
      issue({
        code: 'run.division.zero',
        ...(at && { at }),
        message: `The ${input?.part ?? 'divisor'} of ${input?.metric ?? 'an achievement'} is 0 for ${whose}, and achievement divides by it`,
        expected: 'a number other than 0',
        hint: 'Correct the actuals, or let the plan read the value or the difference from target',
      }),
    ],
  };
}
