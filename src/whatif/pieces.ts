import { notWhole, zeroDivisor } from '../exact/faults.js';
import { rowIn } from '../exact/rows.js';
import { compare, type Ratio } from '../num/ratio.js';
import { isConstant } from '../program/program.js';
import type { Scope } from '../program/scope.js';
import type { Operand, Relation, Step } from '../program/step.js';
import { isFault } from '../program/value.js';
import {
  addForms,
  divideForms,
  earlier,
  type Form,
  isForm,
  isNumber,
  isUnsolved,
  multiplyForms,
  nextChange,
  type Span,
  signRight,
  subtractForms,
} from './form.js';
import type { Line } from './line.js';
import { carried, type Piece, unsolved, until, type Work } from './piece.js';
import { curve, looked, matrix, rounded } from './pieces-read.js';

/** Reads values of a line piece by piece. */
export interface PieceReader {
  /** The value of an operand just right of a place, read from a row of a scope. */
  read(operand: Operand, scope: Scope, row: number, span: Span): Piece;
}

/**
 * Reads a line piece by piece: every step becomes a function of the input that holds until the next place where a condition
 * turns, a curve bends or a rounding moves on. Places are found exactly; nothing is sampled.
 */
export function pieceReader(line: Line): PieceReader {
  const { steps, rows } = line;
  const shared = new Map<string, (Piece & { readonly from: Ratio })[]>();
  const last: { readonly row: number; readonly piece: Piece & { readonly from: Ratio } }[] = [];
  return { read };

  function read(operand: Operand, scope: Scope, row: number, span: Span): Piece {
    const end = { low: span.to, high: span.to };
    if (isConstant(operand)) return { value: operand, until: end };
    const step = steps[operand] as Step;
    if (line.moved[operand] !== true) return { value: line.base.value(operand, scope, row), until: end };
    return kept(operand, step, rowIn(rows, step.scope, scope, row), span);
  }

  /** What people share is read once for each stretch; of a person the latest is kept. */
  function kept(index: number, step: Step, row: number, span: Span): Piece {
    const isOwn = step.scope === 'person' || step.scope === 'segment';
    const key = `${index} ${row}`;
    const pieces = isOwn ? [] : (shared.get(key) ?? []);
    const latest = last[index];
    const known = isOwn
      ? latest?.row === row && covers(latest.piece, span) && latest.piece
      : pieces.find((one) => covers(one, span));
    if (known) return known;
    const made = { ...pieceOf(workOf(index, step, row, span)), from: span.from };
    if (isOwn) last[index] = { row, piece: made };
    else shared.set(key, [made, ...pieces.slice(0, MOST_KEPT)]);
    return made;
  }

  function workOf(index: number, step: Step, row: number, span: Span): Work {
    const arg = (place: number): Piece => {
      const operand = (step.op === 'input' ? [] : step.args)[place] as Operand;
      if (!isConstant(operand)) return read(operand, step.scope, row, span);
      const value = line.constantAlong(index, place, operand);
      return { value, until: { low: span.to, high: span.to } };
    };
    if (step.op !== 'fold') return { step, index, row, span, line, arg };
    return { step, index, row, span, line, arg: () => folded(step.args, row, span) };
  }

  /** Sum over a person's segments of weight × value. */
  function folded(args: readonly Operand[], person: number, span: Span): Piece {
    const [value, weight] = args as [Operand, Operand];
    let sum: Piece | undefined;
    for (let segment = rows.firstSegment(person); segment < rows.endSegment(person); segment += 1) {
      const share = read(weight, 'segment', segment, span);
      const isNothing = isNumber(share.value) && !isForm(share.value) && share.value.n === 0n;
      const own = isNothing ? share : numeric([share, read(value, 'segment', segment, span)], multiplyForms);
      sum = sum ? numeric([sum, own], addForms) : own;
    }
    return sum as Piece;
  }
}

const MOST_KEPT = 64;

function covers(piece: Piece & { readonly from: Ratio }, { from }: Span): boolean {
  return compare(piece.from, from) <= 0 && compare(from, piece.until.low) < 0;
}

type Numbers = Ratio | Form;

function numeric(pieces: readonly Piece[], operation: (a: Numbers, b: Numbers) => Numbers): Piece {
  const fault = carried(pieces);
  if (fault) return fault;
  const value = pieces.map((one) => one.value as Numbers).reduce(operation);
  return { value, until: until(pieces) };
}

/** The operations, each on functions of the input. */
function pieceOf(work: Work): Piece {
  const { step, line, index, row, span } = work;
  const end = { low: span.to, high: span.to };
  const all = (): Piece[] => (step.op === 'input' ? [] : step.args.map((_, place) => work.arg(place)));
  switch (step.op) {
    case 'input':
      return { value: line.inputAlong(index, row), until: end };
    case 'fold':
      return work.arg(0);
    case 'add':
      return numeric(all(), addForms);
    case 'multiply':
      return numeric(all(), multiplyForms);
    case 'lowest':
    case 'highest':
      return all().reduce((a, b) => chosen(a, b, step.op === 'lowest' ? -1 : 1, span));
    case 'divide':
      return quotient(work);
    case 'compare':
      return compared(work.arg(0), work.arg(1), step.relation, span);
    case 'all':
    case 'any':
      return together(all(), step.op === 'all' ? step.args.length : step.least);
    case 'select':
      return selected(work);
    case 'round':
      return rounded(work, step.mode);
    case 'curve':
      return curve(work, step.curve);
    case 'matrix':
      return matrix(work);
    case 'table':
      return looked(work);
    case 'sample': {
      const enough = work.arg(0);
      const taken =
        enough.value === true ? work.arg(1) : unsolved('a score that does not count everywhere', end);
      return carried([enough]) ?? { value: taken.value, until: earlier(enough.until, taken.until) };
    }
    default:
      return plain(work);
  }
}

/** Operations that are the same for every value, or are solved only where nothing moves. */
function plain(work: Work): Piece {
  const { step, span } = work;
  const first = work.arg(0);
  const end = until([first]);
  if (step.op === 'present') {
    const { value } = first;
    if (isUnsolved(value)) return first;
    return isForm(value) || !isFault(value)
      ? { value: true, until: end }
      : unsolved('whether something was measured', end);
  }
  const fault = carried([first]);
  if (fault) return fault;
  if (step.op === 'not') return { value: first.value !== true, until: end };
  if (step.op === 'is') return { value: first.value === step.category, until: end };
  if (step.op === 'whole') {
    if (isForm(first.value)) return unsolved('weights that must sum to 1', end);
    const sum = first.value as Ratio;
    return { value: sum.n === sum.d ? sum : notWhole(sum), until: end };
  }
  return unsolved(WORDS[step.op] ?? step.op, { low: span.to, high: span.to });
}

const WORDS: Readonly<Record<string, string>> = {
  root: 'a square root',
  bound: 'the end of a confidence interval',
  across: 'what other people have',
};

function chosen(a: Piece, b: Piece, wanted: number, span: Span): Piece {
  const fault = carried([a, b]);
  if (fault) return fault;
  const difference = subtractForms(a.value as Numbers, b.value as Numbers);
  const isFirst = signRight(difference, span.from) * wanted >= 0;
  return { value: (isFirst ? a : b).value, until: earlier(until([a, b]), nextChange(difference, span)) };
}

function quotient({ arg, step, row, span, line: { steps, rows } }: Work): Piece {
  const [above, below] = [arg(0), arg(1)];
  const fault = carried([above, below]);
  if (fault) return fault;
  const divisor = below.value as Numbers;
  const end = earlier(until([above, below]), nextChange(divisor, span));
  if (signRight(divisor, span.from) !== 0)
    return { value: divideForms(above.value as Numbers, divisor), until: end };
  return {
    value: zeroDivisor(steps, (step as Step & { readonly op: 'divide' }).args[1], rows, row),
    until: end,
  };
}

function compared(a: Piece, b: Piece, relation: Relation, span: Span): Piece {
  const fault = carried([a, b]);
  if (fault) return fault;
  const difference = subtractForms(a.value as Numbers, b.value as Numbers);
  const order = signRight(difference, span.from);
  const holds = { atLeast: order >= 0, moreThan: order > 0, atMost: order <= 0, lessThan: order < 0 }[
    relation
  ];
  return { value: holds, until: earlier(until([a, b]), nextChange(difference, span)) };
}

/** Whether at least so many hold; where that is decided, the others need not be known. */
function together(pieces: readonly Piece[], least: number): Piece {
  const end = until(pieces);
  const held = pieces.filter(({ value }) => value === true).length;
  const open = pieces.filter(({ value }) => typeof value === 'object').length;
  if (held >= least) return { value: true, until: end };
  return held + open < least ? { value: false, until: end } : (carried(pieces) as Piece);
}

function selected({ arg }: Work): Piece {
  const condition = arg(0);
  const fault = carried([condition]);
  if (fault) return fault;
  const taken = arg(condition.value === true ? 1 : 2);
  return { value: taken.value, until: earlier(condition.until, taken.until) };
}
