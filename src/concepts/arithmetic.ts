import { multiply, type Ratio, subtract } from '../num/ratio.js';
import type { ProductNode, SumNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes, type Scope } from '../program/scope.js';
import { combineUnits, RATIO, sameUnit, type Unit, unitName } from '../program/unit.js';
import { isFault } from '../program/value.js';
import { type Compiled, type Concept, compiled, type Part, type Reader, type Splitter } from './concept.js';

/** The scope in which all parts can be read. */
export function commonScope(parts: readonly Compiled[]): Scope {
  return parts.reduce<Scope>((scope, part) => joinScopes(scope, part.scope), 'company');
}

/** The one unit of all parts; a plain number among them takes it. */
export function commonUnit(parts: readonly Compiled[]): Unit {
  const unit = parts.find((part) => part.unit !== 'any')?.unit ?? RATIO;
  for (const part of parts) {
    if (!sameUnit(part.unit, unit))
      throw new TypeError(`${unitName(part.unit)} cannot stand beside ${unitName(unit)}.`);
  }
  return unit;
}

/** The number a reader finds; sentences and parts are made of evaluations without faults only. */
export function numberAt(outline: Outline, reader: Reader): Ratio {
  const value = reader.value(outline.operand);
  if (typeof value !== 'object' || isFault(value)) throw new TypeError('A number was expected.');
  return value;
}

/** Sum of parts in one unit. */
export const sum: Concept<SumNode> = {
  role: 'sum',
  compile(node, compiler) {
    const children = node.sum.map((part) => compiler.compile(part));
    const unit = commonUnit(children);
    const scope = commonScope(children);
    const operand = compiler.add({ op: 'add', args: children.map((child) => child.operand) }, unit, scope);
    return compiled('sum', node, { operand, unit, scope, children });
  },
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' + '),
  split(outline, reader, coefficient, split) {
    if (outline.stage === 'modifier') return splitModifier(outline, reader, coefficient, split);
    return outline.children.flatMap((child) => split(child, reader, coefficient));
  },
};

/** Product of factors; units multiply. */
export const product: Concept<ProductNode> = {
  role: 'product',
  compile(node, compiler) {
    const children = node.product.map((factor) => compiler.compile(factor));
    const unit = children.reduce<Unit>((combined, child) => combineUnits(combined, child.unit, 1), RATIO);
    const scope = commonScope(children);
    const operand = compiler.add(
      { op: 'multiply', args: children.map((child) => child.operand) },
      unit,
      scope,
    );
    return compiled('product', node, { operand, unit, scope, children });
  },
  say: (outline, reader) => outline.children.map((child) => reader.show(child)).join(' × '),
  split(outline, reader, coefficient, split) {
    const flowing = outline.children.findIndex(flows);
    const base = outline.children[flowing];
    if (!base) return [{ of: outline, amount: multiply(coefficient, numberAt(outline, reader)) }];
    if (outline.stage === 'modifier') return splitModifier(outline, reader, coefficient, split);
    const others = outline.children.filter((child) => child !== base);
    return split(
      base,
      reader,
      others.reduce((scaled, child) => multiply(scaled, numberAt(child, reader)), coefficient),
    );
  },
};

/** A modifier: what it changes keeps its parts, and the change is a part of its own. */
function splitModifier(outline: Outline, reader: Reader, coefficient: Ratio, split: Splitter): Part[] {
  const base = outline.children[0] as Outline;
  const change = subtract(numberAt(outline, reader), numberAt(base, reader));
  return [...split(base, reader, coefficient), { of: outline, amount: multiply(coefficient, change) }];
}

/** Whether a node splits into parts of its own: the others of a product only scale it. */
export function flows(outline: Outline): boolean {
  if (outline.role === 'weighted' || outline.role === 'when') return true;
  return outline.children.some(flows);
}
