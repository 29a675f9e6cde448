import { extname } from 'node:path';
import { type Issue, issue, quote } from '../issue/issue.js';
import { type Delimiter, delimiterNotes, detectDelimiter, readCsvGrid } from './csv-grid.js';
import { decodeText, type Encoding, startsWith } from './decode-text.js';
import { tableFromJson, tableFromNdjson } from './json-table.js';
import { fileName, readBytes, tooLarge } from './read-bytes.js';
import { type TableReading, tableFromGrid } from './table-from-grid.js';
import { readXlsxGrid } from './xlsx-grid.js';

/** The formats that records can be read from. */
export type TableFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'ndjson';

/** What a person may say about a file of records; all of it is found out otherwise, except the encoding. */
export interface TableOptions {
  /** Encoding of a text file; UTF-8 unless declared. */
  readonly encoding?: Encoding;
  /** Delimiter of a CSV file; found from the header line unless given. */
  readonly delimiter?: Delimiter;
  /** Name of the sheet of a workbook; the first unless given. */
  readonly sheet?: string;
  /** Format of the file; follows from its name unless given. Standard input is CSV unless given. */
  readonly format?: TableFormat;
}

/** Files above this many bytes are refused. */
export const TABLE_LIMIT = 200_000_000;

const FORMATS: ReadonlyMap<string, TableFormat> = new Map([
  ['.csv', 'csv'],
  ['.txt', 'csv'],
  ['.tsv', 'tsv'],
  ['.xlsx', 'xlsx'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
]);

/**
 * Reads a file of records: CSV, TSV, XLSX, JSON or NDJSON by its name; `-` is standard input. Cells of CSV and XLSX
 * are text and are never turned into numbers or dates (`00123` stays `00123`). It never throws for what a file
 * holds: rows that cannot be read are named in an issue, the others are returned.
 *
 * Issues:   file.read, file.format, file.size, file.encoding, file.syntax, file.column.duplicate, file.column.name,
 *           file.row.width
 * @example  const { table, issues } = await readTable('people.csv');
 */
export async function readTable(path: string, options: TableOptions = {}): Promise<TableReading> {
  const file = fileName(path);
  const format = options.format ?? (path === '-' ? 'csv' : FORMATS.get(extname(path).toLowerCase()));
  if (format === undefined) return nothing(file, unknownFormat(path));
  const read = await readBytes(path, TABLE_LIMIT);
  return 'issue' in read ? nothing(file, read.issue) : tableFromBytes(read.bytes, file, format, options);
}

/**
 * A table from the bytes of a file; `file` is only the name that issues give. Reads nothing from disk.
 *
 * Issues:   as `readTable`, but for file.read
 * @example  await tableFromBytes(new TextEncoder().encode('id\n00123'), 'people.csv', 'csv')
 */
export async function tableFromBytes(
  bytes: Uint8Array,
  file: string,
  format: TableFormat,
  options: TableOptions = {},
): Promise<TableReading> {
  if (bytes.length > TABLE_LIMIT) return nothing(file, tooLarge(file, TABLE_LIMIT));
  if (format === 'xlsx') {
    const { grid, issues, notes } = await readXlsxGrid(bytes, file, options.sheet);
    return issues.length > 0 ? nothing(file, ...issues) : { ...tableFromGrid(grid, file), notes };
  }
  if (isWorkbook(bytes)) return nothing(file, misnamedWorkbook(file));
  const decoded = decodeText(bytes, file, options.encoding);
  if ('issue' in decoded) return nothing(file, decoded.issue);
  if (format === 'json') return tableFromJson(decoded.text, file);
  if (format === 'ndjson') return tableFromNdjson(decoded.text, file);
  return tableFromCsv(decoded.text, file, options.delimiter ?? (format === 'tsv' ? '\t' : undefined));
}

function tableFromCsv(text: string, file: string, given: Delimiter | undefined): TableReading {
  const delimiter = given ?? detectDelimiter(text);
  const { grid, issues } = readCsvGrid(text, file, delimiter);
  if (issues.length > 0) return nothing(file, ...issues);
  return { ...tableFromGrid(grid, file), notes: given === undefined ? delimiterNotes(delimiter, file) : [] };
}

function nothing(file: string, ...issues: Issue[]): TableReading {
  return { table: { file, rows: [], numbers: [] }, issues, notes: [] };
}

/** True for a zip archive (.xlsx) and for the older .xls: a text file cannot begin so. */
function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

function misnamedWorkbook(file: string): Issue {
  return issue({
    code: 'file.format',
    at: { file },
    message: 'The file is a workbook, not text',
    expected: 'a text file, as its name or format says',
    hint: 'Name it .xlsx (or give the format xlsx), or save it as "CSV UTF-8"',
  });
}

function unknownFormat(path: string): Issue {
  const extension = extname(path);
  return issue({
    code: 'file.format',
    at: { file: path },
    message:
      extension === ''
        ? 'The name of the file says no format'
        : `Files named ${quote(extension)} are not read`,
    expected: 'a file named .csv, .txt, .tsv, .xlsx, .json, .ndjson or .jsonl',
    ...(extension === '' ? {} : { received: extension }),
    hint:
      extension.toLowerCase() === '.xls'
        ? 'Save the workbook as .xlsx'
        : 'Rename the file, or give its format',
  });
}
