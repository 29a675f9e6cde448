import type { AllNode, AnyNode, AtLeastOfNode, Condition, NotNode, PresentNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf, type Reader } from './concept.js';
import { type Unreachable, unreachable } from './reach.js';
import { commonScope, type Member, mustBe } from './units.js';

/** A part that must be a condition. */
export function conditionAt(
  node: object,
  formula: Condition,
  key: Member['key'],
  compiler: Compiler,
): Compiled {
  return mustBe('condition', node, { part: compiler.compile(formula), formula, key }, compiler);
}

function conditionsOf(
  key: string,
  node: object,
  formulas: readonly Condition[],
  compiler: Compiler,
): Compiled[] {
  return formulas.map((formula, index) => conditionAt(node, formula, [key, index], compiler));
}

/** Holds when all conditions hold. */
export const all: Concept<AllNode> = {
  role: 'all',
  compile(node, compiler) {
    for (const never of unreachable(node.all, compiler.document)) reportNever(node, never, compiler);
    return together('all', node, conditionsOf('all', node, node.all, compiler), compiler);
  },
  say: (outline, reader) => heldOf(outline, reader, reader.words.condition.allNeeded),
};

function reportNever(node: object, { index, message }: Unreachable, compiler: Compiler): void {
  compiler.report({
    code: 'plan.gate.never',
    path: compiler.at(node, 'all', index),
    message,
    expected: 'conditions that can hold together',
    hint: 'Correct one of the bounds, or write any where one of them is enough',
  });
}

/** Holds when one of the conditions holds. */
export const any: Concept<AnyNode> = {
  role: 'any',
  compile(node, compiler) {
    return together('any', node, conditionsOf('any', node, node.any, compiler), compiler);
  },
  say: (outline, reader) => heldOf(outline, reader, reader.words.condition.oneNeeded),
};

function together(
  op: 'all' | 'any',
  node: object,
  children: readonly Compiled[],
  compiler: Compiler,
): Compiled {
  const scope = commonScope(children);
  const args = children.map(({ operand }) => operand);
  const operand = compiler.add(op === 'all' ? { op, args } : { op, args, least: 1 }, 'condition', scope);
  return compiled(op, node, { operand, unit: 'condition', scope, children, amount: false, rate: false });
}

/** Holds when at least so many of the conditions hold. */
export const atLeastOf: Concept<AtLeastOfNode> = {
  role: 'atLeastOf',
  compile(node, compiler) {
    const children = conditionsOf('of', node, node.of, compiler);
    const wanted = numberOf(node.atLeastOf);
    if (wanted.n > BigInt(children.length) * wanted.d) reportTooMany(node, children.length, compiler);
    const scope = commonScope(children);
    const args = children.map(({ operand }) => operand);
    const least = Number(wanted.n / wanted.d);
    const operand = compiler.add({ op: 'any', args, least }, 'condition', scope);
    return compiled('atLeastOf', node, {
      operand,
      unit: 'condition',
      scope,
      children,
      amount: false,
      rate: false,
    });
  },
  say(outline, reader) {
    const { atLeastOf: least } = outline.node as AtLeastOfNode;
    return heldOf(outline, reader, reader.words.condition.someNeeded(String(least)));
  },
};

function reportTooMany(node: AtLeastOfNode, given: number, compiler: Compiler): void {
  compiler.report({
    code: 'plan.number.range',
    path: compiler.at(node, 'atLeastOf'),
    message: `${node.atLeastOf} of ${given} conditions can never hold`,
    expected: `a number up to ${given}`,
    hint: 'Lower the number, or add the conditions that are missing',
  });
}

/** How many hold, in words: `2 of 3 hold, all needed`. */
function heldOf({ children }: Outline, reader: Reader, needed: string): string {
  const held = children.filter(({ operand }) => reader.value(operand) === true).length;
  return reader.words.condition.held(held, children.length, needed);
}

/** Holds when the condition does not. */
export const not: Concept<NotNode> = {
  role: 'not',
  compile(node, compiler) {
    const inner = conditionAt(node, node.not, ['not'], compiler);
    const operand = compiler.add({ op: 'not', args: [inner.operand] }, 'condition', inner.scope);
    return compiled('not', node, {
      operand,
      unit: 'condition',
      scope: inner.scope,
      children: [inner],
      amount: false,
      rate: false,
    });
  },
  say: (outline, reader) => reader.words.condition.opposite(reader.show(outline.children[0] as Outline)),
};

/**
 * Present: whether a value was measured.
 *
 * Domain:   false where nothing was measured by the as-of date or the cell is blank; a value that is there and wrong
 *           stays a fault
 */
export const present: Concept<PresentNode> = {
  role: 'present',
  compile(node, compiler) {
    const inner = compiler.compile(node.present);
    const operand = compiler.add({ op: 'present', args: [inner.operand] }, 'condition', inner.scope);
    return compiled('present', node, {
      operand,
      unit: 'condition',
      scope: inner.scope,
      children: [inner],
      amount: false,
      rate: false,
    });
  },
  say(outline, reader) {
    const { measured, notMeasured } = reader.words.condition;
    return reader.value(outline.operand) === true ? measured : notMeasured;
  },
};
