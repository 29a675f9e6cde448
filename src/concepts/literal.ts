import type { Literal } from '../num/literal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import type { MoneyNode } from '../plan/formula.js';
import { MONEY, RATIO } from '../program/unit.js';
import { type Compiled, type Concept, compiled, numberOf } from './concept.js';

/** A number of the plan. With a percent sign or as a fraction it is a ratio; a plain number takes the unit of its neighbour. */
export function compileLiteral(literal: Literal): Compiled {
  const read = readLiteral(literal);
  const unit = isNumber(read) && read.percent ? RATIO : 'any';
  return compiled('literal', {}, { operand: numberOf(literal), unit, scope: 'company' });
}

/** An amount of money of the plan: it counts only where the award is in the same currency. */
export const money: Concept<MoneyNode> = {
  role: 'money',
  compile(node, compiler) {
    const input = { from: 'money', amount: numberOf(node.money), currency: node.currency ?? '' } as const;
    const operand = compiler.add({ op: 'input', input }, MONEY, 'person');
    return compiled('money', node, { operand, unit: MONEY, scope: 'person' });
  },
  say: () => 'an amount stated in the plan',
};
