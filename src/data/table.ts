import { type Issue, type IssueInput, issue, plainText, quote, type TablePlace } from '../issue/issue.js';

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
  /** What a reader found wrong with `rows[i]`: the row is kept so that nobody is lost, and not believed. */
  readonly faults?: readonly (Issue | undefined)[];
}

/** Rows, with or without their origin. */
export type TableInput = Table | readonly Row[];

/** How the numbers of a file are written. */
export interface RowOptions {
  /** The decimal sign of the file; '.' unless declared. */
  readonly decimal?: '.' | ',';
}

/** The rows of an input, and where each stands; what is no list of rows has none, and says so. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly isTable: boolean;
  placeOf(index: number): TablePlace;
  faultOf(index: number): Issue | undefined;
}

/** Rows from a list, a table, or an object that holds the list under a key, as files of JSON do. */
export function rowsOf(input: unknown, key: string): Rows {
  const table = (typeof input === 'object' && input !== null ? input : {}) as Partial<Table> & Row;
  const list = [input, table.rows, table[key]].find(Array.isArray) as readonly Row[] | undefined;
  const placeOf = (index: number): TablePlace => {
    const row = table.numbers?.[index] ?? index + 1;
    return typeof table.file === 'string' ? { file: table.file, row } : { row };
  };
  return {
    rows: list ?? [],
    isTable: list !== undefined,
    placeOf,
    faultOf: (index) => table.faults?.[index],
  };
}

/** A row that is no record: whatever the file, in the same words. */
export function noRecord(row: unknown, told: Omit<IssueInput, 'message'>): Issue {
  return issue({ ...told, message: `${quote(row)} is not a record` });
}

/** A cell as text without outer blanks; absent cells are ''. */
export function cellText(cell: unknown): string {
  return cell === undefined || cell === null ? '' : plainText(cell).trim();
}

/** True for an object with keys. */
export function isRecord(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}
