import { align, type Couple, entriesOf } from './match.js';
import { type Fields, keysOf, meaningOf, own } from './meaning.js';
import { added, type Compare, changed, type PlanDifference, removed } from './plan-difference.js';
import { into, type Place, type Spot } from './spot.js';
import { textOf } from './words.js';

type Axis = 'rows' | 'columns';

/** What two matrices say differently: their lines by where these stand, then cell by cell in the lines both have. */
export function compareMatrix(before: Fields, after: Fields, spot: Spot, compare: Compare): PlanDifference[] {
  const holders = { before, after };
  const [rows, columns] = [linesOf('rows', before, after), linesOf('columns', before, after)];
  const others = [...new Set([...keysOf(after), ...keysOf(before)])].filter((key) => key !== 'values');
  return [
    ...others.flatMap((key) =>
      compare(withoutLines(own(before, key)), withoutLines(own(after, key)), into(spot, key, holders)),
    ),
    ...rows.flatMap((line) => compareLine(line, 'rows', spot, holders)),
    ...columns.flatMap((line) => compareLine(line, 'columns', spot, holders)),
    ...rows.flatMap((row) => columns.flatMap((column) => compareCell(row, column, spot, holders, compare))),
  ];
}

interface Matrices {
  readonly before: Fields;
  readonly after: Fields;
}

function listIn(fields: unknown, key: string): readonly unknown[] {
  const list = own(fields, key);
  return Array.isArray(list) ? list : [];
}

function linesOf(axis: Axis, before: Fields, after: Fields): Couple<unknown>[] {
  const at = (matrix: Fields) => entriesOf(listIn(own(matrix, axis), 'at'));
  return align(at(before), at(after), [({ value }) => meaningOf(value, 'at')]);
}

function withoutLines(axis: unknown): unknown {
  if (own(axis, 'at') === undefined) return axis;
  const { at: _, ...rest } = axis as Fields;
  return rest;
}

/** A line that is new, gone, or stands elsewhere. */
function compareLine({ before, after }: Couple<unknown>, axis: Axis, spot: Spot, matrices: Matrices) {
  const name = axis === 'rows' ? 'row' : 'column';
  const at: Spot = {
    ...spot,
    label: `${spot.label} ${name}`,
    before: below(spot.before, [axis, 'at', ...(before ? [before.index] : [])]),
    after: below(spot.after, [axis, 'at', ...(after ? [after.index] : [])]),
  };
  const told = (side: keyof Matrices, line: NonNullable<Couple<unknown>['after']>) =>
    `${textOf(line.value, 'at')} with ${textOf(cellsOf(matrices[side], axis, line.index), 'values')}`;
  if (!before) return after ? [added(at, after.value, told('after', after))] : [];
  if (!after) return [removed(at, before.value, told('before', before))];
  const isSame = meaningOf(before.value, 'at') === meaningOf(after.value, 'at');
  return isSame ? [] : [changed(at, before.value, after.value)];
}

function cellsOf(matrix: Fields, axis: Axis, index: number): unknown {
  const rows = listIn(matrix, 'values');
  return axis === 'rows' ? rows[index] : rows.map((row) => (Array.isArray(row) ? row[index] : undefined));
}

function compareCell(
  row: Couple<unknown>,
  column: Couple<unknown>,
  spot: Spot,
  matrices: Matrices,
  compare: Compare,
): PlanDifference[] {
  if (!row.before || !row.after || !column.before || !column.after) return [];
  const cell = (side: keyof Matrices) => {
    const cells = cellsOf(matrices[side], 'rows', (row[side] as { index: number }).index);
    return Array.isArray(cells) ? cells[(column[side] as { index: number }).index] : undefined;
  };
  const stands = [row.after.value, column.after.value];
  return compare(cell('before'), cell('after'), {
    ...spot,
    key: '',
    label: `${spot.label} cell ${textOf(stands, 'at')}`,
    before: below(spot.before, ['values', row.before.index, column.before.index]),
    after: below(spot.after, ['values', row.after.index, column.after.index]),
  });
}

function below(place: Place, keys: readonly (string | number)[]): Place {
  return { ...place, path: [...place.path, ...keys] };
}
