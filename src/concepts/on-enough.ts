import { multiply } from '../num/ratio.js';
import type { OnEnoughNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import { RATIO } from '../program/unit.js';
import { numberAt } from './arithmetic.js';
import { type Concept, compiled, numberOf } from './concept.js';
import { conditionAt } from './logic.js';

/**
 * A goal whose score rests on too few responses, where its metric leaves that to its goals: it pays target, or nothing.
 *
 * Formula:  enough responses: what its score pays; too few: 100 % (payTarget) or 0 % (payZero), within the goal's limits
 * Units:    payout, ratio (1 pays target)
 */
export const onEnough: Concept<OnEnoughNode> = {
  role: 'onEnough',
  compile(node, compiler) {
    const paid = compiler.compile(node.onEnough);
    const condition = conditionAt(node, node.condition, ['condition'], compiler);
    const scope = joinScopes(paid.scope, condition.scope);
    const args = [condition.operand, paid.operand, numberOf(node.otherwise)] as const;
    const operand = compiler.add({ op: 'select', args }, RATIO, scope);
    return compiled(
      'onEnough',
      { ...node, quiet: true },
      {
        operand,
        unit: RATIO,
        scope,
        children: [paid, condition],
      },
    );
  },
  say({ node }, { words }) {
    const { paysNothing, paysTarget } = words.enough;
    return numberOf((node as OnEnoughNode).otherwise).n === 0n ? paysNothing : paysTarget;
  },
  usedWhen(outline, child) {
    const [paid, condition] = outline.children as [Outline, Outline];
    return child === paid ? [{ condition: condition.operand, holds: true }] : [];
  },
  split(outline, reader, coefficient, split) {
    const [paid, condition] = outline.children as [Outline, Outline];
    if (reader.value(condition.operand) === true) return split(paid, reader, coefficient);
    return [{ of: outline, amount: multiply(coefficient, numberAt(outline, reader)) }];
  },
};
