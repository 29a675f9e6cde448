import type { Cell } from '../exact/cells.js';
import { argsOf, type Evaluator, movedBy, rememberLast } from '../exact/evaluate.js';
import { type Rows, rowIn } from '../exact/rows.js';
import { compare, type Ratio, ZERO } from '../num/ratio.js';
import { kindOf } from '../plan/metric-kinds.js';
import { isConstant, type Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import { type Input, keysOfOthers, type MetricPart, type Operand, type Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { fewIn } from '../trace/few.js';
import { isPersonNumber, type Move } from './moves.js';
import { partOfPool } from './pool-reach.js';
import {
  ANYTHING,
  comparisonOf,
  curveOver,
  exactly,
  highestOf,
  hull,
  lowestOf,
  productOf,
  quotientOf,
  type Range,
  roundedOf,
  sumOf,
} from './range.js';
import { type MeanItem, meanItems, meanOver, type Weighed } from './weighted-mean.js';

/** What a step can come to: between which numbers, whether it can hold or fail, or any category. */
type Reach = Range | Truth | 'category';
interface Truth {
  readonly can: boolean;
  readonly canFail: boolean;
}

/** Reads between what a value lies, for a row, whatever is measured. */
export interface Bounds {
  reach(operand: Operand, scope: Scope, row: number): Range;
  /** Whether what other people have moves, too: then nobody has calculated what all results together come to. */
  readonly movesOthers: boolean;
}

/**
 * Bounds of what a plan can yield for a person: every step over the ranges of what it is made of, by interval arithmetic.
 * What moves is taken to be anything its kind allows, each by itself; so no award lies outside, and an end may be one
 * that no results reach together. What does not move is as it is.
 */
export function createBounds(program: Program, rows: Rows, base: Evaluator, moves: readonly Move[]): Bounds {
  const { steps } = program;
  const own = new Map(moves.flatMap((move) => move.steps.map((index) => [index, move] as const)));
  const others = othersMoved(program, (step) => own.has(step));
  const moved = movedBy(
    steps,
    (step) => own.has(step) || others[step] === true || steps[step]?.op === 'across',
  );
  // What is made of moving inputs and constants alone is the same on every row.
  const free = freeSteps(steps, (step) => own.has(step));
  const isOfFew = fewIn(rows);
  const cells: ReachCell[] = [];
  for (const [index, step] of steps.entries()) {
    const cell = moved[index] ? cellOf(index, step) : as(base.cell(index));
    cells.push(free[index] ? once(cell) : rememberLast(cell));
  }
  return {
    reach: (operand, scope, row) => numbers(cellAt(operand, scope)(row)),
    movesOthers: others.includes(true),
  };

  /** An operand, asked for rows of a scope. */
  function cellAt(operand: Operand, from: Scope): ReachCell {
    if (isConstant(operand)) return always(exactly(operand));
    const { scope } = steps[operand] as Step;
    const cell = cells[operand] as ReachCell;
    return scope === from ? cell : (row) => cell(rowIn(rows, scope, from, row));
  }

  function cellOf(index: number, step: Step): ReachCell {
    if (step.op === 'input') return inputReach(step.input, own.get(index) as Move, base.cell(index));
    const args = argsOf(step).map((arg) => cellAt(arg, step.op === 'fold' ? 'segment' : step.scope));
    if (step.op === 'fold') return folded(args as [ReachCell, ReachCell], rows);
    if (step.op === 'allot') {
      const [fund, ...of] = args.map((reach) => (row: number) => numbers(reach(row)));
      return partOfPool(step, [fund as (row: number) => Range, ...of], rows);
    }
    if (step.op === 'across' && others[index] !== true) {
      const known = as(base.cell(index));
      // What one other person has nobody learns from the bounds of an award.
      return (row) => (isOfFew(step, row) ? ANYTHING : known(row));
    }
    const items = step.op === 'divide' ? meanItems(steps, step.args) : undefined;
    if (!items) return combined(step, args);
    const weighed = items.map((item) => weighedIn(item, (operand) => cellAt(operand, step.scope)));
    return (row) => meanOver(weighed.flatMap((item) => item(row)));
  }
}

/** What a step can come to, asked for a row. */
type ReachCell = (row: number) => Reach;

function always(reach: Reach): ReachCell {
  return () => reach;
}

function once(cell: ReachCell): ReachCell {
  let known: Reach | undefined;
  return (row) => {
    known ??= cell(row);
    return known;
  };
}

/** What does not move is as it is. */
function as(cell: Cell): ReachCell {
  return (row) => ofValue(cell(row));
}

/** An item of a mean, where it can count. */
function weighedIn(
  { weight, value, counts }: MeanItem,
  cellAt: (operand: Operand) => ReachCell,
): (row: number) => Weighed[] {
  const values = cellAt(value);
  const counting = counts === undefined ? always({ can: true, canFail: false }) : cellAt(counts);
  return (row) => {
    const { can, canFail } = truth(counting(row));
    return can ? [{ weight, value: numbers(values(row)), mustCount: !canFail }] : [];
  };
}

/** Over the segments of a person that weigh something. */
function folded([value, weight]: readonly [ReachCell, ReachCell], rows: Rows): ReachCell {
  return (person) => {
    let sum: Range = exactly(ZERO);
    for (let segment = rows.firstSegment(person); segment < rows.endSegment(person); segment += 1) {
      const share = numbers(weight(segment));
      if (share.high?.n === 0n) continue;
      sum = sumOf(sum, productOf(numbers(value(segment)), share));
    }
    return sum;
  };
}

/** What is made of what other people have and moves with what is measured of them. */
function othersMoved({ steps, crossed }: Program, isMoving: (step: number) => boolean): boolean[] {
  const alone = movedBy(steps, isMoving);
  return steps.map((step) => {
    const reads = keysOfOthers(step).map((key) => crossed.get(key)?.read.operand);
    return reads.some((read) => typeof read === 'number' && alone[read] === true);
  });
}

/** Steps made of moving inputs and constants alone; a number of a person has ends of its own. */
function freeSteps(steps: readonly Step[], isMoving: (step: number) => boolean): boolean[] {
  const free: boolean[] = [];
  for (const [index, step] of steps.entries()) {
    const args = argsOf(step);
    const isMade =
      args.length > 0 &&
      step.op !== 'fold' &&
      step.op !== 'allot' &&
      args.every((arg) => isConstant(arg) || free[arg] === true);
    const isOwn = step.op === 'input' && isPersonNumber(step.input);
    free.push((isMoving(index) && !isOwn) || isMade);
  }
  return free;
}

function numbers(reach: Reach): Range {
  return typeof reach === 'object' && 'low' in reach ? reach : ANYTHING;
}

function truth(reach: Reach): Truth {
  return typeof reach === 'object' && 'can' in reach ? reach : { can: true, canFail: true };
}

/** A value that does not move; of one that cannot be had nothing is known. */
function ofValue(value: Value): Reach {
  if (typeof value === 'boolean') return { can: value, canFail: !value };
  if (typeof value === 'string') return 'category';
  return isFault(value) ? ANYTHING : exactly(value);
}

const FROM_ZERO: Range = { low: ZERO, high: undefined };

/** What an input that moves can be: what its kind allows; of a person's factor nothing below zero, unless it is there already. */
function inputReach(input: Input, { metric, lowest }: Move, own: Cell): ReachCell {
  if (input.from === 'metric') return always(metricReach(input.part, metric));
  if (!isPersonNumber(input)) return always('category');
  const range: Range = { low: lowest, high: undefined };
  return (row) => {
    const value = own(row);
    const isBelow = typeof value === 'object' && !isFault(value) && lowest && compare(value, lowest) < 0;
    return isBelow ? ANYTHING : range;
  };
}

function metricReach(part: MetricPart, metric: Move['metric']): Range {
  if (part !== 'value') return FROM_ZERO;
  const { lowest, highest } = metric ? kindOf(metric.kind) : {};
  return { low: lowest, high: highest };
}

/** What a step can come to, of what its arguments can come to. */
function combined(step: Step, args: readonly ReachCell[]): ReachCell {
  const [first, second] = args as [ReachCell, ReachCell];
  const read = (row: number) => args.map((cell) => numbers(cell(row)));
  switch (step.op) {
    case 'add':
      return chain(args, sumOf);
    case 'multiply':
      return chain(args, productOf);
    case 'lowest':
      return chain(args, lowestOf);
    case 'highest':
      return chain(args, highestOf);
    case 'divide':
      return chain(args, quotientOf);
    case 'compare':
      return chain(args, (a, b) => comparisonOf(step.relation, a, b));
    case 'round':
      return chain(args, (value, unit) => rounded(step, value, unit));
    case 'not':
      return (row) => opposite(truth(first(row)));
    case 'all':
    case 'any': {
      const least = step.op === 'all' ? args.length : step.least;
      return (row) =>
        together(
          args.map((cell) => truth(cell(row))),
          least,
        );
    }
    case 'select':
      return (row) => chosen(args as [ReachCell, ReachCell, ReachCell], row);
    case 'sample':
      return second;
    case 'bound':
    case 'whole':
      return first;
    case 'curve':
      if (step.args.length === 1) return (row) => curveOver(step.curve, numbers(first(row)));
      return (row) => overKnots(step, read(row));
    case 'matrix':
      return (row) => read(row).slice(2).reduce(hull, exactly(ZERO));
    case 'table':
      return (row) => read(row).slice(1).reduce(hull);
    case 'is':
    case 'present':
      return always({ can: true, canFail: true });
    default:
      return always(ANYTHING);
  }
}

/** Ranges by an operation, one after the other. */
function chain(
  [first, ...others]: readonly ReachCell[],
  operation: (a: Range, b: Range) => Reach,
): ReachCell {
  return (row) => {
    let reach: Reach = numbers((first as ReachCell)(row));
    for (const other of others) reach = operation(numbers(reach), numbers(other(row)));
    return reach;
  };
}

function rounded(step: Step & { op: 'round' }, value: Range, { low, high }: Range): Range {
  const isKnown = low !== undefined && high !== undefined && low.n * high.d === high.n * low.d;
  return isKnown ? roundedOf(value, low, step.mode) : ANYTHING;
}

function opposite({ can, canFail }: Truth): Truth {
  return { can: canFail, canFail: can };
}

/** Whether at least so many of several can hold, and whether fewer can. */
function together(all: readonly Truth[], least: number): Truth {
  const can = all.filter((one) => one.can).length;
  const must = all.filter((one) => !one.canFail).length;
  return { can: can >= least, canFail: must < least };
}

/** Both branches where either may be taken. */
function chosen(
  [condition, then, otherwise]: readonly [ReachCell, ReachCell, ReachCell],
  row: number,
): Range {
  const { can, canFail } = truth(condition(row));
  if (!canFail) return numbers(then(row));
  return can ? hull(numbers(then(row)), numbers(otherwise(row))) : numbers(otherwise(row));
}

/** A curve whose points move pays something between the least and the greatest of them, or nothing. */
function overKnots({ curve }: Step & { op: 'curve' }, [, ...knots]: readonly Range[]): Range {
  const isHeld = (rule: Ratio | unknown) => rule === 'nothing' || rule === 'hold';
  if (curve.shape === 'slices' || !isHeld(curve.below) || !isHeld(curve.above)) return ANYTHING;
  return knots.filter((_, index) => index % 2 === 1).reduce(hull, exactly(ZERO));
}
