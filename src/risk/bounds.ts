import type { Evaluator } from '../exact/evaluate.js';
import { argsOf, movedBy } from '../exact/evaluate.js';
import type { Rows } from '../exact/rows.js';
import { compare, type Ratio, ZERO } from '../num/ratio.js';
import { kindOf } from '../plan/metric-kinds.js';
import { isConstant, type Program } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Input, MetricPart, Operand, Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { isOfFew } from '../trace/few.js';
import { isPersonNumber, type Move } from './moves.js';
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
  const everywhere = new Map<number, Reach>();
  const last = new Map<number, { readonly row: number; readonly reach: Reach }>();

  function reachOf(operand: Operand, from: Scope, row: number): Reach {
    if (isConstant(operand)) return exactly(operand);
    const { scope } = steps[operand] as Step;
    return stepReach(operand, rowIn(rows, scope, from, row));
  }

  function stepReach(index: number, row: number): Reach {
    if (free[index]) {
      const known = everywhere.get(index) ?? computed(index, row);
      everywhere.set(index, known);
      return known;
    }
    const before = last.get(index);
    if (before?.row === row) return before.reach;
    const reach = moved[index] ? computed(index, row) : ofValue(base.cell(index)(row));
    last.set(index, { row, reach });
    return reach;
  }

  function computed(index: number, row: number): Reach {
    const step = steps[index] as Step;
    const move = own.get(index);
    if (step.op === 'input') return inputReach(step.input, move as Move, () => base.cell(index)(row));
    if (step.op === 'fold') return folded(step.args, row, rows, reachOf);
    // What one other person has nobody learns from the bounds of an award.
    if (step.op === 'across' && others[index] !== true && !isOfFew(step, rows, row))
      return ofValue(base.cell(index)(row));
    const items = step.op === 'divide' ? meanItems(steps, step.args) : undefined;
    if (items)
      return meanOver(items.flatMap((item) => weighed(item, (operand) => reachOf(operand, step.scope, row))));
    return combined(
      step,
      argsOf(step).map((arg) => () => reachOf(arg, step.scope, row)),
    );
  }

  return {
    reach: (operand, scope, row) => numbers(reachOf(operand, scope, row)),
    movesOthers: others.includes(true),
  };
}

/** The row of a scope that a row of another one maps to. */
function rowIn(rows: Rows, scope: Scope, from: Scope, row: number): number {
  if (scope === from) return row;
  if (scope === 'company') return 0;
  return scope === 'person' ? rows.personOf(row) : rows.groupOf(scope, row);
}

/** An item of a mean, where it can count. */
function weighed({ weight, value, counts }: MeanItem, reach: (operand: Operand) => Reach): Weighed[] {
  const { can, canFail } = counts === undefined ? { can: true, canFail: false } : truth(reach(counts));
  return can ? [{ weight, value: numbers(reach(value)), mustCount: !canFail }] : [];
}

type ReachOf = (operand: Operand, from: Scope, row: number) => Reach;

/** Over the segments of a person that weigh something. */
function folded(
  [value, weight]: readonly [Operand, Operand],
  person: number,
  rows: Rows,
  reachOf: ReachOf,
): Reach {
  let sum: Range = exactly(ZERO);
  for (let segment = rows.firstSegment(person); segment < rows.endSegment(person); segment += 1) {
    const share = numbers(reachOf(weight, 'segment', segment));
    if (share.high?.n === 0n) continue;
    sum = sumOf(sum, productOf(numbers(reachOf(value, 'segment', segment)), share));
  }
  return sum;
}

/** What is made of what other people have and moves with what is measured of them. */
function othersMoved({ steps, crossed }: Program, isMoving: (step: number) => boolean): boolean[] {
  const alone = movedBy(steps, isMoving);
  return steps.map((step) => {
    const read = step.op === 'across' ? crossed.get(step.crossing.key)?.read.operand : undefined;
    return typeof read === 'number' && alone[read] === true;
  });
}

/** Steps made of moving inputs and constants alone; a number of a person has ends of its own. */
function freeSteps(steps: readonly Step[], isMoving: (step: number) => boolean): boolean[] {
  const free: boolean[] = [];
  for (const [index, step] of steps.entries()) {
    const args = argsOf(step);
    const isMade =
      args.length > 0 && step.op !== 'fold' && args.every((arg) => isConstant(arg) || free[arg] === true);
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
function inputReach(input: Input, { metric, lowest }: Move, own: () => Value): Reach {
  if (input.from === 'metric') return metricReach(input.part, metric);
  if (!isPersonNumber(input)) return 'category';
  const value = own();
  const isBelow = typeof value === 'object' && !isFault(value) && lowest && compare(value, lowest) < 0;
  return isBelow ? ANYTHING : { low: lowest, high: undefined };
}

function metricReach(part: MetricPart, metric: Move['metric']): Range {
  if (part !== 'value') return FROM_ZERO;
  const { lowest, highest } = metric ? kindOf(metric.kind) : {};
  return { low: lowest, high: highest };
}

type Ask = () => Reach;

function combined(step: Step, args: readonly Ask[]): Reach {
  const number = (index: number): Range => numbers((args[index] as Ask)());
  const all = () => args.map((_, index) => number(index));
  switch (step.op) {
    case 'add':
      return all().reduce(sumOf);
    case 'multiply':
      return all().reduce(productOf);
    case 'lowest':
      return all().reduce(lowestOf);
    case 'highest':
      return all().reduce(highestOf);
    case 'divide':
      return quotientOf(number(0), number(1));
    case 'compare':
      return comparisonOf(step.relation, number(0), number(1));
    case 'round':
      return rounded(step, number(0), number(1));
    case 'not':
      return opposite(truth((args[0] as Ask)()));
    case 'all':
    case 'any':
      return together(
        args.map((ask) => truth(ask())),
        step.op === 'all' ? args.length : step.least,
      );
    case 'select':
      return chosen(args as [Ask, Ask, Ask]);
    case 'sample':
      return number(1);
    case 'bound':
      return number(0);
    case 'curve':
      return step.args.length === 1 ? curveOver(step.curve, number(0)) : overKnots(step, all());
    case 'matrix':
      return all().slice(2).reduce(hull, exactly(ZERO));
    case 'table':
      return all().slice(1).reduce(hull);
    case 'whole':
      return number(0);
    case 'is':
    case 'present':
      return { can: true, canFail: true };
    default:
      return ANYTHING;
  }
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
function chosen([condition, then, otherwise]: readonly [Ask, Ask, Ask]): Range {
  const { can, canFail } = truth(condition());
  if (!canFail) return numbers(then());
  return can ? hull(numbers(then()), numbers(otherwise())) : numbers(otherwise());
}

/** A curve whose points move pays something between the least and the greatest of them, or nothing. */
function overKnots({ curve }: Step & { op: 'curve' }, [, ...knots]: readonly Range[]): Range {
  const isHeld = (rule: Ratio | unknown) => rule === 'nothing' || rule === 'hold';
  if (curve.shape === 'slices' || !isHeld(curve.below) || !isHeld(curve.above)) return ANYTHING;
  return knots.filter((_, index) => index % 2 === 1).reduce(hull, exactly(ZERO));
}
