import { multiply, type Ratio, ratio, subtract } from '../num/ratio.js';
import type {
  DifferenceNode,
  Formula,
  HighestNode,
  LowestNode,
  MeanNode,
  ProductNode,
  QuotientNode,
  SumNode,
} from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { combineUnits, isRatio, type Unit } from '../program/unit.js';
import { isFault } from '../program/value.js';
import {
  type Compiled,
  type Compiler,
  type Concept,
  compiled,
  type Part,
  type Reader,
  type Splitter,
} from './concept.js';
import {
  alike,
  commonScope,
  inAwardCurrency,
  inOneCurrency,
  type Member,
  membersOf,
  mustBeNumber,
  notInParts,
} from './units.js';

/** The number a reader finds; sentences and parts are made of evaluations without faults only. */
export function numberAt(outline: Outline, reader: Reader): Ratio {
  const value = reader.value(outline.operand);
  if (typeof value !== 'object' || isFault(value)) throw new TypeError('A number was expected.');
  return value;
}

const MINUS_ONE = ratio(-1n);

/** A list of parts in one unit, made into one value. */
function compileList(
  role: string,
  node: object,
  formulas: readonly Formula[],
  compiler: Compiler,
  make: (operands: readonly Operand[], unit: Unit, scope: string) => Operand,
): Compiled {
  const members = membersOf(role, formulas, compiler);
  if (role === 'highest' || role === 'lowest')
    for (const member of members) notInParts(node, member, compiler);
  const { parts, unit, scope, currency, guarded } = alike(node, members, compiler);
  const operand = make(
    parts.map((part) => part.operand),
    unit,
    scope,
  );
  return compiled(role, node, { operand, unit, scope, children: parts, currency, guarded });
}

/** Sum of parts in one unit. */
export const sum: Concept<SumNode> = {
  role: 'sum',
  compile: (node, compiler) =>
    compileList('sum', node, node.sum, compiler, (args, unit, scope) =>
      compiler.add({ op: 'add', args }, unit, scope),
    ),
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' + '),
  split(outline, reader, coefficient, split) {
    if (outline.stage === 'modifier') return splitModifier(outline, reader, coefficient, split);
    return outline.children.flatMap((child) => split(child, reader, coefficient));
  },
};

/** Difference: the first part less all others. */
export const difference: Concept<DifferenceNode> = {
  role: 'difference',
  compile: (node, compiler) =>
    compileList('difference', node, node.difference, compiler, ([first, ...others], unit, scope) => {
      const negative = others.map((args) =>
        compiler.add({ op: 'multiply', args: [args, MINUS_ONE] }, unit, scope),
      );
      return compiler.add({ op: 'add', args: [first as Operand, ...negative] }, unit, scope);
    }),
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' − '),
  split(outline, reader, coefficient, split) {
    const [first, ...others] = outline.children as [Outline, ...Outline[]];
    const less = multiply(coefficient, MINUS_ONE);
    return [...split(first, reader, coefficient), ...others.flatMap((child) => split(child, reader, less))];
  },
};

/** The highest of several values. */
export const highest: Concept<HighestNode> = {
  role: 'highest',
  compile: (node, compiler) =>
    compileList('highest', node, node.highest, compiler, (args, unit, scope) =>
      compiler.add({ op: 'highest', args }, unit, scope),
    ),
  say: (outline, reader) => reader.words.arithmetic.highest(shownList(outline, reader)),
  split: splitChosen,
};

/** The lowest of several values. */
export const lowest: Concept<LowestNode> = {
  role: 'lowest',
  compile: (node, compiler) =>
    compileList('lowest', node, node.lowest, compiler, (args, unit, scope) =>
      compiler.add({ op: 'lowest', args }, unit, scope),
    ),
  say: (outline, reader) => reader.words.arithmetic.lowest(shownList(outline, reader)),
  split: splitChosen,
};

/** Mean: the sum of several values divided by their number. */
export const mean: Concept<MeanNode> = {
  role: 'mean',
  compile: (node, compiler) =>
    compileList('mean', node, node.mean, compiler, (args, unit, scope) => {
      const all = compiler.add({ op: 'add', args }, unit, scope);
      return compiler.add({ op: 'multiply', args: [all, ratio(1, args.length)] }, unit, scope);
    }),
  say: (outline, reader) => reader.words.arithmetic.mean(shownList(outline, reader)),
  split(outline, reader, coefficient, split) {
    const each = multiply(coefficient, ratio(1, outline.children.length));
    return outline.children.flatMap((child) => split(child, reader, each));
  },
};

function shownList({ children }: Outline, reader: Reader): string {
  const shown = children.map((child) => reader.show(child));
  return [shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(reader.words.and);
}

/** What was chosen among several brings its own parts. */
function splitChosen(outline: Outline, reader: Reader, coefficient: Ratio, split: Splitter): Part[] {
  const value = numberAt(outline, reader);
  const chosen = outline.children.find((child) => {
    const own = numberAt(child, reader);
    return own.n * value.d === value.n * own.d;
  }) as Outline;
  return split(chosen, reader, coefficient);
}

/** Quotient: the first divided by the second; units divide. A divisor of zero is a fault of whoever needs it. */
export const quotient: Concept<QuotientNode> = {
  role: 'quotient',
  compile(node, compiler) {
    const members = numbersOf('quotient', node, node.quotient, compiler);
    const { parts, scope, currency, guarded } = inOneCurrency(node, members, compiler);
    const [above, below] = parts as [Compiled, Compiled];
    const unit = combineUnits(above.unit, below.unit, -1);
    const args: [Operand, Operand] = [above.operand, below.operand];
    const operand = compiler.add({ op: 'divide', args }, unit, scope);
    const cancels = typeof unit !== 'object' || unit.money === 0;
    return compiled('quotient', node, {
      operand,
      unit,
      scope,
      children: parts,
      currency: cancels ? undefined : currency,
      ...(isRatio(unit) && { amount: false }),
      guarded,
    });
  },
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' ÷ '),
};

/** Product of factors; units multiply. */
export const product: Concept<ProductNode> = {
  role: 'product',
  compile(node, compiler) {
    const given = numbersOf('product', node, node.product, compiler).map(({ part }) => part);
    const currencies = new Set(given.map(({ currency }) => currency).filter((one) => one !== undefined));
    const children = currencies.size > 1 ? given.map((one) => inAwardCurrency(one, compiler)) : given;
    const unit = children.reduce<Unit>((combined, child) => combineUnits(combined, child.unit, 1), 'any');
    const scope = commonScope(children);
    const operand = compiler.add(
      { op: 'multiply', args: children.map((child) => child.operand) },
      unit,
      scope,
    );
    const currency = currencies.size === 1 ? [...currencies][0] : undefined;
    const guarded = children.every((child) => child.currency === undefined || child.guarded === true);
    return compiled('product', node, { operand, unit, scope, children, currency, guarded });
  },
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' × '),
  split(outline, reader, coefficient, split) {
    const flowing = outline.children.findIndex(flows);
    const base = outline.children[flowing];
    if (!base) return [{ of: outline, amount: multiply(coefficient, numberAt(outline, reader)) }];
    if (outline.stage === 'modifier') return splitModifier(outline, reader, coefficient, split);
    const others = outline.children.filter((_, index) => index !== flowing);
    return split(
      base,
      reader,
      others.reduce((scaled, child) => multiply(scaled, numberAt(child, reader)), coefficient),
    );
  },
};

/** Parts that must be numbers, of any units. */
function numbersOf(key: string, node: object, formulas: readonly Formula[], compiler: Compiler): Member[] {
  return membersOf(key, formulas, compiler).map((member) => ({
    ...member,
    part: mustBeNumber(node, member, compiler),
  }));
}

/** A modifier: what it changes keeps its parts, and the change is a part of its own. */
function splitModifier(outline: Outline, reader: Reader, coefficient: Ratio, split: Splitter): Part[] {
  const base = outline.children[0] as Outline;
  const change = subtract(numberAt(outline, reader), numberAt(base, reader));
  return [...split(base, reader, coefficient), { of: outline, amount: multiply(coefficient, change) }];
}

/** Whether a node splits into parts of its own: the others of a product only scale it. */
function flows({ role, children, stage }: Outline): boolean {
  // What is at stake is an amount that payouts scale, also where it is put together.
  if (stage === 'target opportunity' || stage === 'risk split') return false;
  if (FLOWING.has(role) || (role === 'sum' && children.length > 1)) return true;
  return children.some(flows);
}

const FLOWING = new Set(['weighted', 'when', 'each', 'difference', 'mean']);
