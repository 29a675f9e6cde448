import type { Row, Table } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Grid } from './csv-grid.js';

/** Names that would reach into JavaScript's own objects instead of naming a column. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What a reader of tables returns: the rows, what was wrong, and choices a person should know of. */
export interface TableReading {
  readonly table: Table;
  readonly issues: Issue[];
  readonly notes: string[];
}

interface Column {
  readonly index: number;
  readonly name: string;
}

/**
 * A table from the cells of a sheet. The first row that is not blank is the header; names are trimmed; blank rows
 * are skipped, but every row keeps the number a spreadsheet shows. A cell that a row does not have is absent from
 * its record. A row with more cells than the header is kept and marked: its cells may have shifted.
 *
 * Issues:   file.syntax (no header), file.column.duplicate (then no rows), file.column.name (that column is left
 *           out), file.row.width (that row is marked as faulty)
 * @example  tableFromGrid([['id'], ['00123']], 'people.csv').table.rows // [{ id: '00123' }]
 */
export function tableFromGrid(grid: Grid, file: string): { table: Table; issues: Issue[] } {
  const headerAt = grid.findIndex((cells) => !isBlank(cells));
  const header = (grid[headerAt] ?? []).map((cell) => (cell ?? '').trim());
  if (headerAt < 0) return { table: { file, rows: [], numbers: [] }, issues: [noHeader(file)] };
  const duplicates = duplicateIssues(header, headerAt + 1, file);
  if (duplicates.length > 0) return { table: { file, rows: [], numbers: [] }, issues: duplicates };
  const { rows, numbers, faults, issues } = readRows(grid, headerAt, header, file);
  return {
    table: { file, rows, numbers, ...(issues.length > 0 && { faults }) },
    issues: [...nameIssues(header, grid, headerAt, file), ...issues],
  };
}

function readRows(grid: Grid, headerAt: number, header: readonly string[], file: string) {
  const columns = header.map((name, index) => ({ index, name })).filter(({ name }) => isUsable(name));
  const rows: Row[] = [];
  const numbers: number[] = [];
  const issues: Issue[] = [];
  const faults: (Issue | undefined)[] = [];
  grid.forEach((cells, index) => {
    if (index <= headerAt || isBlank(cells)) return;
    const fault = isBlank(cells.slice(header.length))
      ? undefined
      : tooWide(cells, header.length, index + 1, file);
    if (fault) issues.push(fault);
    faults.push(fault);
    rows.push(recordOf(cells, columns));
    numbers.push(index + 1);
  });
  return { rows, numbers, faults, issues };
}

function recordOf(cells: readonly (string | undefined)[], columns: readonly Column[]): Row {
  const record: Record<string, string> = {};
  for (const { index, name } of columns) {
    const cell = cells[index];
    if (cell !== undefined) record[name] = cell;
  }
  return record;
}

function isBlank(cells: readonly (string | undefined)[]): boolean {
  return cells.every((cell) => cell === undefined || cell.trim() === '');
}

function isUsable(name: string): boolean {
  return name !== '' && !FORBIDDEN_NAMES.has(name);
}

function duplicateIssues(header: readonly string[], row: number, file: string): Issue[] {
  const places = new Map<string, string[]>();
  header.forEach((name, index) => {
    if (name === '') return;
    const letters = places.get(name);
    if (letters) letters.push(columnLetters(index));
    else places.set(name, [columnLetters(index)]);
  });
  const repeated = [...places].filter(([, letters]) => letters.length > 1);
  return repeated.map(([name, letters]) => duplicateName(name, letters, row, file));
}

function duplicateName(name: string, letters: readonly string[], row: number, file: string): Issue {
  return issue({
    code: 'file.column.duplicate',
    at: { file, row, column: name },
    message: `The columns ${letters.join(' and ')} are all named ${quote(name)}, so no row was read`,
    expected: 'each column name once',
    hint: 'Rename or remove all but one of them',
  });
}

function nameIssues(header: readonly string[], grid: Grid, headerAt: number, file: string): Issue[] {
  return header.flatMap((name, index) => {
    if (FORBIDDEN_NAMES.has(name)) return [forbiddenName(name, headerAt + 1, file)];
    const first =
      name === '' ? grid.findIndex((cells, at) => at > headerAt && (cells[index] ?? '').trim() !== '') : -1;
    return first < 0 ? [] : [noName(columnLetters(index), headerAt + 1, first + 1, file)];
  });
}

function forbiddenName(name: string, row: number, file: string): Issue {
  return issue({
    code: 'file.column.name',
    at: { file, row, column: name },
    message: `A column is named ${quote(name)}, which cannot be a name; the column was not read`,
    expected: 'a plain column name',
    hint: 'Rename the column',
  });
}

function noName(letters: string, row: number, firstRow: number, file: string): Issue {
  return issue({
    code: 'file.column.name',
    at: { file, row, column: letters },
    message: `Column ${letters} has no name, but row ${firstRow} has a value in it; the column was not read`,
    expected: 'a name above every column that holds values',
    hint: 'Name the column, or delete it',
  });
}

function tooWide(cells: readonly (string | undefined)[], width: number, row: number, file: string): Issue {
  const filled = cells.findLastIndex((cell) => cell !== undefined && cell.trim() !== '') + 1;
  return issue({
    code: 'file.row.width',
    at: { file, row },
    message: `Row ${row} has ${filled} cells, but the header has ${width} columns; the row was not read`,
    expected: `at most ${width} cells`,
    received: String(filled),
    hint: 'Put a cell that holds the delimiter in quotes, or name the extra columns',
  });
}

function noHeader(file: string): Issue {
  return issue({
    code: 'file.syntax',
    at: { file, row: 1 },
    message: 'The file is empty: it has no header row',
    expected: 'a first row of column names and a row for each record',
    hint: 'Check that this is the file, and the sheet, that was meant',
  });
}

/** The letters a spreadsheet shows above a column, from its position. @example columnLetters(27) // 'AB' */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
