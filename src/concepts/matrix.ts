import { compare } from '../num/ratio.js';
import type { AxisNode, MatrixNode } from '../plan/formula.js';
import { levelOf } from '../program/matrix.js';
import type { Outline } from '../program/outline.js';
import type { Axis } from '../program/step.js';
import { numberAt } from './arithmetic.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf } from './concept.js';
import { alike, commonScope, type Member, notInParts } from './units.js';

/**
 * Matrix: what two values pay together.
 *
 * Formula:  level: the cell of the last row and column whose threshold is reached; line: straight lines between cells,
 *           along the columns first, then along the rows (bilinear)
 * Units:    what the axes read → that of the values
 * Domain:   nothing where a first threshold is not reached; held beyond the last. Where lower is better the thresholds
 *           still ascend, and the best stands first
 * Issues:   plan.matrix.size, plan.curve.order, plan.formula.unit
 * Source:   earnings per share by revenue, three levels each (SurModics 2006)
 */
export const matrix: Concept<MatrixNode> = {
  role: 'matrix',
  compile(node, compiler) {
    const { rows, columns, values, shape } = node.matrix;
    const [row, column] = [axisAt('rows', node, rows, compiler), axisAt('columns', node, columns, compiler)];
    checkSize(node, compiler);
    const cells = values.flatMap((line, index) =>
      line.map(
        (formula, at): Member => ({
          part: compiler.compile(formula),
          formula,
          key: ['matrix', 'values', index, at],
        }),
      ),
    );
    const { parts, unit, currency, guarded } = alike(node, cells, compiler);
    const children = [row, column, ...parts];
    const scope = commonScope(children);
    const axes = { rows: axisOf(rows, row), columns: axisOf(columns, column), shape };
    const args = children.map(({ operand }) => operand);
    const operand = compiler.add({ op: 'matrix', args, matrix: axes }, unit, scope);
    return compiled('matrix', { ...node, axes } as MatrixNode, {
      operand,
      unit,
      scope,
      children: [row, column, ...parts],
      currency,
      guarded,
    });
  },
  say(outline, reader) {
    const { axes, matrix: written } = outline.node as MatrixNode & { axes: { rows: Axis; columns: Axis } };
    const [row, column] = outline.children as [Outline, Outline];
    const { matrix: words } = reader.words;
    const sides = [
      [row, axes.rows, written.rows, words.row, words.noRow],
      [column, axes.columns, written.columns, words.column, words.noColumn],
    ] as const;
    return sides
      .map(([child, axis, { at }, reached, none]) => {
        const level = levelOf(axis, numberAt(child, reader));
        const read = reader.show(child);
        return level === undefined ? none(read) : reached(read, level, String(at[level - 1]));
      })
      .join(', ');
  },
};

/** What an axis reads, in the unit of its thresholds; they must ascend. */
function axisAt(key: 'rows' | 'columns', node: MatrixNode, axis: AxisNode, compiler: Compiler): Compiled {
  const of: Member = { part: compiler.compile(axis.of), formula: axis.of, key: ['matrix', key, 'of'] };
  const thresholds = axis.at.map(
    (formula, index): Member => ({
      part: compiler.compile(formula),
      formula,
      key: ['matrix', key, 'at', index],
    }),
  );
  const falls = axis.at.findIndex(
    (at, index) => index > 0 && compare(numberOf(at), numberOf(axis.at[index - 1] ?? 0)) <= 0,
  );
  if (falls > 0) {
    compiler.report({
      code: 'plan.curve.order',
      path: compiler.at(node, 'matrix', key, 'at', falls),
      message: `${axis.at[falls]} does not lie above ${axis.at[falls - 1]} before it`,
      expected: 'ascending thresholds',
      hint: 'Order the rows or columns; where lower is better the best stands first',
    });
  }
  notInParts(node, of, compiler);
  return alike(node, [of, ...thresholds], compiler).parts[0] as Compiled;
}

function axisOf({ at, direction }: AxisNode, read: Compiled): Axis {
  const isLower = (direction ?? (read.isLowerBetter ? 'lower' : 'higher')) === 'lower';
  return { at: at.map(numberOf), side: isLower ? 'left' : 'right' };
}

/** Every row must have a value for every column. */
function checkSize(node: MatrixNode, compiler: Compiler): void {
  const { rows, columns, values } = node.matrix;
  const path = compiler.at(node, 'matrix', 'values');
  const size = (what: string, given: number, wanted: number, at: readonly (string | number)[]) => {
    if (given === wanted) return;
    compiler.report({
      code: 'plan.matrix.size',
      path: at,
      message: `There are ${given} ${what} here, and ${wanted} thresholds`,
      expected: `${wanted} ${what}`,
      hint: 'Write one list per row, and in each one value per column',
    });
  };
  size('rows', values.length, rows.at.length, path);
  for (const [index, line] of values.entries())
    size('values', line.length, columns.at.length, [...path, index]);
}
