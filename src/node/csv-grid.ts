import { type CsvError, parse } from 'csv-parse/sync';
import { type Issue, issue } from '../issue/issue.js';

/** The character between two cells. */
export type Delimiter = ',' | ';' | '\t';

/** The cells of a sheet row by row, blank rows included; an absent cell is undefined. */
export type Grid = readonly (readonly (string | undefined)[])[];

const NAMES: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/**
 * The delimiter of a CSV text, found by counting in its header line outside quotes; a comma on a tie.
 *
 * @example detectDelimiter('id;salary\n1;12,5') // ';'
 */
export function detectDelimiter(text: string): Delimiter {
  const counts = countDelimiters(text);
  const order: readonly Delimiter[] = [',', ';', '\t'];
  return order.reduce((best, next) => (counts[next] > counts[best] ? next : best));
}

function countDelimiters(text: string): Record<Delimiter, number> {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let blank = true;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    // Blank lines above the header say nothing; the first line with something on it is the header.
    if ((character === '\n' || character === '\r') && !quoted && !blank) break;
    if (!quoted && isDelimiter(character)) counts[character] += 1;
    if (character.trim() !== '') blank = false;
  }
  return counts;
}

function isDelimiter(character: string): character is Delimiter {
  return character === ',' || character === ';' || character === '\t';
}

/** The sentence that tells a person which delimiter was chosen, or nothing for the usual comma. */
export function delimiterNotes(delimiter: Delimiter, file: string): string[] {
  return delimiter === ','
    ? []
    : [`${file}: cells are separated by a ${NAMES[delimiter]}, as the header line shows`];
}

/**
 * The cells of a CSV text as RFC 4180 reads them: quoted cells may hold delimiters, quotes and line breaks.
 * Every cell is text; nothing is trimmed or turned into a number. A broken quote makes all that follows
 * doubtful, so then there are no cells at all.
 *
 * Issues:   file.syntax
 * @example  readCsvGrid('id,name\n00123,Ana', 'people.csv', ',').grid // [['id', 'name'], ['00123', 'Ana']]
 */
export function readCsvGrid(
  text: string,
  file: string,
  delimiter: Delimiter,
): { grid: Grid; issues: Issue[] } {
  try {
    // All three line ends are named: left to itself the parser settles on the first it meets.
    const grid = parse(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
    return { grid, issues: [] };
  } catch (error) {
    return { grid: [], issues: [brokenCsv(error, file)] };
  }
}

function brokenCsv(error: unknown, file: string): Issue {
  const records = isCsvError(error) ? Number(error['records']) : Number.NaN;
  const row = Number.isSafeInteger(records) ? records + 1 : undefined;
  return issue({
    code: 'file.syntax',
    at: { file, ...(row === undefined ? {} : { row }) },
    message: `${row === undefined ? 'The file' : `Row ${row}`} is not valid CSV: ${reasonOf(error)}; no row was read`,
    expected: 'a cell that holds a quote in quotes, its own quotes doubled: "6"" nails"',
    hint: 'Correct the quotes in this row, or save the file again from a spreadsheet',
  });
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && 'records' in error;
}

function reasonOf(error: unknown): string {
  if (!isCsvError(error)) return error instanceof Error ? error.message : String(error);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return 'text follows a closing quote';
  return error.code === 'INVALID_OPENING_QUOTE'
    ? 'a quote stands inside a cell that is not quoted'
    : error.message;
}
