import type { TablePlace } from '../issue/issue.js';

/** One record as a reader gives it: cells are text (CSV), or JSON values (JSON, NDJSON, typed callers). */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Records with where they came from, so that every issue names the file and the row a person sees.
 * `numbers[i]` is the row number of `rows[i]` as a spreadsheet shows it; without it rows count from 1.
 */
export interface Table {
  readonly file?: string;
  readonly rows: readonly Row[];
  readonly numbers?: readonly number[];
}

/** Rows, with or without their origin. */
export type TableInput = Table | readonly Row[];

/** The rows of an input, and where each stands. */
export function tableOf(input: TableInput): { rows: readonly Row[]; placeOf: (index: number) => TablePlace } {
  const table: Table = isTable(input) ? input : { rows: input };
  const placeOf = (index: number): TablePlace => {
    const row = table.numbers?.[index] ?? index + 1;
    return table.file === undefined ? { row } : { file: table.file, row };
  };
  return { rows: table.rows, placeOf };
}

function isTable(input: TableInput): input is Table {
  return !Array.isArray(input);
}

/** A cell as text without outer blanks; absent cells are ''. */
export function cellText(cell: unknown): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell).trim();
}
