import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { ONE } from '../num/ratio.js';
import type { TableDocument } from '../plan/document.js';
import type { Formula, TableNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { MONEY, MONEY_PER_YEAR, RATIO, type Unit } from '../program/unit.js';
import { type Check, checkWritten } from './check.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf } from './concept.js';
import { alike, commonScope, type Member, mustBe } from './units.js';

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
    const { money } = node.table;
    if (money === undefined) return compileTable(node, compiler);
    const of = compiler.compile(node.table.of);
    const values = Object.entries(node.table.values).map(
      ([key, value]) => [key, numberOf(value as Literal)] as const,
    );
    const unit = money.per === 'year' ? MONEY_PER_YEAR : MONEY;
    const args = [of.operand, ...values.map(([, value]) => value)] as const;
    const found = compiler.add({ op: 'table', args, keys: values.map(([key]) => key) }, unit, of.scope);
    const operand = inCurrency(found, money.currency, unit, compiler);
    return compiled('table', node, { operand, unit, scope: of.scope, children: [of] });
  },
  say: (outline, reader) => reader.words.from.table(reader.show(outline.children[0] as Outline)),
};

/** A table of formulas in one unit; the category chooses which is computed. */
function compileTable(node: TableNode, compiler: Compiler): Compiled {
  const { of, values, otherwise } = node.table;
  const read = mustBe(
    'category',
    node,
    { part: compiler.compile(of), formula: of, key: ['table', 'of'] },
    compiler,
  );
  const keys = Object.keys(values);
  if (keys.length === 0 && otherwise === undefined) reportEmpty(node, compiler);
  const members = [
    ...keys.map((key) => ['values', key] as const),
    ...(otherwise === undefined ? [] : [['otherwise'] as const]),
  ];
  const compiledMembers = members.map((key): Member => {
    const formula = key.length === 1 ? (otherwise as Formula) : (values[key[1]] as Formula);
    const member: Member = { part: compiler.compile(formula), formula, key: ['table', ...key] };
    return compiler.isWritten(node) ? member : { ...member, part: mustBe(RATIO, node, member, compiler) };
  });
  const { parts, unit: given, currency, guarded } = alike(node, compiledMembers, compiler);
  const unit = given === 'any' && !compiler.isWritten(node) ? RATIO : given;
  const args = [read.operand, ...parts.map(({ operand }) => operand)] as [Operand, ...Operand[]];
  const scope = commonScope([read, ...parts]);
  const operand = compiler.add({ op: 'table', args, keys }, unit, scope);
  const children = [read, ...parts];
  return compiled('table', node, { operand, unit, scope, children, currency, guarded });
}

/** A table that pays nobody. */
function reportEmpty(node: TableNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.key.missing',
    path: compiler.at(node, 'table', 'values'),
    message: 'This table has no values',
    expected: 'a value for each category',
    hint: 'Write them, or otherwise for all',
  });
}

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
