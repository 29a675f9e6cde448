import type { Path } from '../issue/issue.js';
import { ONE } from '../num/ratio.js';
import type { TableDocument } from '../plan/document.js';
import type { TableNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { MONEY, MONEY_PER_YEAR, RATIO, type Unit } from '../program/unit.js';
import { type Check, checkWritten } from './check.js';
import { type Compiler, type Concept, compiled, numberOf } from './concept.js';

/**
 * Table: a payout, factor or amount by category, such as a rating or a grade.
 *
 * Units:    category → ratio; or money, which counts only for an award in its currency
 * Domain:   a category that is not listed is a fault of the person's row, unless `otherwise` says what it pays
 * Issues:   run.table.category
 */
export const table: Concept<TableNode> = {
  role: 'table',
  compile(node, compiler) {
    const of = compiler.compile(node.table.of);
    const values = Object.entries(node.table.values).map(([key, value]) => [key, numberOf(value)] as const);
    const { otherwise } = node.table;
    const rest = otherwise === undefined ? {} : { otherwise: numberOf(otherwise) };
    const { money } = node.table;
    const unit = money === undefined ? RATIO : money.per === 'year' ? MONEY_PER_YEAR : MONEY;
    const found = compiler.add({ op: 'table', args: [of.operand], values, ...rest }, unit, of.scope);
    const operand = money === undefined ? found : inCurrency(found, money.currency, unit, compiler);
    return compiled('table', node, { operand, unit, scope: of.scope, children: [of] });
  },
  say: (outline, reader) => `${reader.show(outline.children[0] as Outline)} in the table`,
};

/** An amount times one unit of its currency, which is a fault for an award in another. */
function inCurrency(found: Operand, currency: string, unit: Unit, compiler: Compiler): Operand {
  const one = compiler.add({ op: 'input', input: { from: 'money', amount: ONE, currency } }, RATIO, 'person');
  return compiler.add({ op: 'multiply', args: [found, one] }, unit, 'segment');
}

/** Checks what a table pays: ratios, with a percent sign where they are great. */
export function checkTable(check: Check, table: TableDocument | undefined, path: Path): void {
  for (const [key, value] of Object.entries(table?.values ?? {}))
    checkWritten(check, value, 'ratio', [...path, 'values', key]);
  checkWritten(check, table?.otherwise, 'ratio', [...path, 'otherwise']);
}
