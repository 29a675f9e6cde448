import { multiply, sign, subtract } from '../num/ratio.js';
import type { LimitNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { commonScope, commonUnit, numberAt } from './arithmetic.js';
import { type Compiled, type Concept, compiled } from './concept.js';

/**
 * Limit: a floor, a ceiling, or both, at the place where the plan puts it.
 *
 * Formula:  highest(floor, lowest(cap, value)); where both bind the floor wins
 * Units:    those of the value
 * Issues:   plan.limit.order, plan.limit.of, plan.limit.below-target
 */
export const limit: Concept<LimitNode> = {
  role: 'limit',
  compile(node, compiler) {
    const value = compiler.compile(node.limit);
    const cap = node.cap === undefined ? undefined : compiler.compile(node.cap);
    const floor = node.floor === undefined ? undefined : compiler.compile(node.floor);
    const children = [value, cap, floor].filter((child) => child !== undefined);
    const shape = { unit: commonUnit(children), scope: commonScope(children) };
    const bound = (op: 'lowest' | 'highest', inner: Compiled['operand'], end: Compiled | undefined) =>
      end === undefined ? inner : compiler.add({ op, args: [inner, end.operand] }, shape.unit, shape.scope);
    const operand = bound('highest', bound('lowest', value.operand, cap), floor);
    return compiled('limit', node, { operand, ...shape, children });
  },
  say(outline, reader) {
    const node = outline.node as LimitNode;
    const [value, ...ends] = outline.children as [Outline, ...Outline[]];
    const words = [node.cap !== undefined && 'cap', node.floor !== undefined && 'floor'].filter(Boolean);
    const bounds = ends.map((end, index) => `${words[index]} ${reader.show({ ...end, unit: outline.unit })}`);
    const change = sign(subtract(numberAt(outline, reader), numberAt(value, reader)));
    return `${reader.show(value)}, ${bounds.join(', ')}: ${change === 0 ? 'not reached' : change < 0 ? 'capped' : 'raised'}`;
  },
  split(outline, reader, coefficient, split) {
    const value = outline.children[0] as Outline;
    const change = subtract(numberAt(outline, reader), numberAt(value, reader));
    const inner = split(value, reader, coefficient);
    return sign(change) === 0 ? inner : [...inner, { of: outline, amount: multiply(coefficient, change) }];
  },
};
