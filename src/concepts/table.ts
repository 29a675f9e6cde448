import type { TableNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { RATIO } from '../program/unit.js';
import { type Concept, compiled, numberOf } from './concept.js';

/**
 * Table: a payout or factor by category, such as a rating.
 *
 * Units:    category → ratio
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
    const operand = compiler.add({ op: 'table', args: [of.operand], values, ...rest }, RATIO, of.scope);
    return compiled('table', node, { operand, unit: RATIO, scope: of.scope, children: [of] });
  },
  say: (outline, reader) => `${reader.show(outline.children[0] as Outline)} in the table`,
};
