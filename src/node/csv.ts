import { stringify } from 'csv-stringify/sync';

/** A column of a CSV text: its name, and whether its cells are text (names, words) rather than numbers. */
export interface CsvColumn {
  readonly name: string;
  readonly text: boolean;
}

/** How a CSV text is written. */
export interface CsvOptions {
  /** Puts an apostrophe before text that a spreadsheet would run as a formula; for files that people open. */
  readonly neutralise?: boolean;
}

/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * CSV text by RFC 4180 with a header, LF line ends and a line end after the last row. With `neutralise`, column names
 * and cells of text columns that start like a formula (= + - @ tab, carriage return) get a leading apostrophe;
 * columns of numbers are never touched, because an amount taken back starts with a minus.
 *
 * @throws   TypeError when a row has not one cell for each column: that is a mistake in the program
 * @example  toCsv([{ name: 'id', text: true }, { name: 'award', text: false }], [['00123', '-5.00']])
 *           // 'id,award\n00123,-5.00\n'
 */
export function toCsv(
  columns: readonly CsvColumn[],
  rows: readonly (readonly string[])[],
  { neutralise = false }: CsvOptions = {},
): string {
  const narrow = rows.findIndex((row) => row.length !== columns.length);
  if (narrow >= 0)
    throw new TypeError(`Row ${narrow + 1} has ${rows[narrow]?.length} cells for ${columns.length} columns`);
  const header = columns.map(({ name }) => (neutralise ? harmless(name) : name));
  const body = rows.map((row) =>
    row.map((cell, index) => (neutralise && columns[index]?.text ? harmless(cell) : cell)),
  );
  // A lone carriage return ends a row for many readers, so it is quoted too.
  return stringify([header, ...body], { record_delimiter: '\n', quoted_match: /[\r\n]/ });
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
