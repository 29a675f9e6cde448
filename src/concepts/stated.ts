import type { StatedNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { RATIO } from '../program/unit.js';
import { type Concept, compiled, itemPart } from './concept.js';
import { mustBe } from './units.js';

/**
 * A formula in the place of a payout, of the plan or of a goal, or of a factor: it must be a ratio.
 *
 * Units:    ratio, 1 pays target
 * Issues:   plan.formula.unit, plan.number.percent
 */
export const stated: Concept<StatedNode> = {
  role: 'stated',
  compile(node, compiler) {
    const member = { part: compiler.compile(node.stated), formula: node.stated, key: [node.under] };
    const part = mustBe(RATIO, node, member, compiler);
    const { operand, scope } = part;
    return compiled('stated', node, {
      operand,
      unit: part.unit === 'unknown' ? 'unknown' : RATIO,
      scope,
      children: [part],
    });
  },
  say: (outline, reader) => reader.show(outline.children[0] as Outline),
  /** What a goal pays by a formula is known by the goal. */
  split(outline, reader, coefficient, split) {
    const parts = split(outline.children[0] as Outline, reader, coefficient);
    const { path } = outline.node as StatedNode;
    return path?.[0] === 'goals' ? parts.map((part) => itemPart(part, outline)) : parts;
  },
};
