import type { Literal } from '../num/literal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import type { MoneyNode } from '../plan/formula.js';
import { COUNT, combineUnits, MONEY, RATIO } from '../program/unit.js';
import { awardCurrency } from './award-currency.js';
import { checkWritten } from './check.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf } from './concept.js';

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
    const currency = node.currency ?? awardCurrency(compiler.document);
    if (currency === undefined) reportCurrency(node, compiler);
    checkAmount(node, compiler);
    const input = { from: 'money', amount: numberOf(node.money), currency: currency ?? '' } as const;
    const unit = node.per === 'count' ? combineUnits(MONEY, COUNT, -1) : MONEY;
    const operand = compiler.add({ op: 'input', input }, unit, 'person');
    return compiled('money', node, { operand, unit, scope: 'person', currency, guarded: true });
  },
  say: (_outline, { words }) => words.from.plan,
};

/** An amount is written as amounts are: without a percent sign, and without doubt about thousands. */
function checkAmount(node: MoneyNode, compiler: Compiler): void {
  if (!compiler.isWritten(node)) return;
  compiler.checked((check) => {
    checkWritten(check, node.money, 'money', compiler.at(node, 'money'));
  });
}

function reportCurrency(node: MoneyNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.currency.missing',
    path: compiler.at(node, 'currency'),
    message: 'This amount has no currency, and the plan states none',
    expected: 'a code of ISO 4217 here, or currency in the plan',
    hint: 'Add currency: EUR',
  });
}
