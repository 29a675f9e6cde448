import { multiply, type Ratio } from '../num/ratio.js';
import type { WeightedNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { RATIO } from '../program/unit.js';
import { commonScope } from './arithmetic.js';
import { type Concept, compiled, numberOf } from './concept.js';

/** The node with its weights as numbers. */
type Weighed = WeightedNode & { readonly weights: readonly Ratio[] };

/**
 * Blend: the payouts of the goals by their weights.
 *
 * Formula:  sum of weight × payout
 * Units:    ratio
 * Rounds:   never; `weight: 1/3` three times is exactly 1
 * Issues:   plan.weights.sum, plan.weights.range
 */
export const blend: Concept<WeightedNode> = {
  role: 'weighted',
  compile(node, compiler) {
    const weights = node.weighted.map(({ weight }) => numberOf(weight));
    const children = node.weighted.map(({ payout }) => compiler.compile(payout));
    const scope = commonScope(children);
    const args = children.map((child, index) => {
      const weight = weights[index] as Ratio;
      return compiler.add({ op: 'multiply', args: [weight, child.operand] }, RATIO, child.scope);
    });
    const operand = compiler.add({ op: 'add', args }, RATIO, scope);
    return compiled('weighted', { ...node, weights } as Weighed, { operand, unit: RATIO, scope, children });
  },
  say(outline, reader) {
    const { weighted } = outline.node as WeightedNode;
    return weighted
      .map(({ weight }, index) => `${weight} × ${reader.show(outline.children[index] as Outline)}`)
      .join(' + ');
  },
  split(outline, reader, coefficient, split) {
    const { weights } = outline.node as Weighed;
    return outline.children.flatMap((child, index) =>
      split(child, reader, multiply(coefficient, weights[index] as Ratio)),
    );
  },
};
