import type { Path } from '../issue/issue.js';
import type { TableDocument } from '../plan/document.js';
import type { TableNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { RATIO } from '../program/unit.js';
import { type Check, checkWritten } from './check.js';
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

/** Checks what a table pays: ratios, with a percent sign where they are great. */
export function checkTable(check: Check, table: TableDocument | undefined, path: Path): void {
  for (const [key, value] of Object.entries(table?.values ?? {}))
    checkWritten(check, value, 'ratio', [...path, 'values', key]);
  checkWritten(check, table?.otherwise, 'ratio', [...path, 'otherwise']);
}
