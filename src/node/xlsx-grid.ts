import { readSheet, SheetNotFoundError } from 'read-excel-file/node';
import { type Issue, issue, quote } from '../issue/issue.js';
import { decimalOfNumber } from '../num/decimal.js';
import type { Grid } from './csv-grid.js';
import { startsWith } from './decode-text.js';
import { checkXml } from './sheet-xml.js';
import { columnLetters } from './table-from-grid.js';
import { unzip, type ZipEntry } from './unzip.js';
import { zip } from './zip.js';

/** What a workbook may unpack to, in bytes. */
const UNPACKED_LIMIT = 256_000_000;
/** Spreadsheets disagree on days before this one (1 March 1900), and hold times of day there. */
const FIRST_SURE_DAY = Date.UTC(1900, 2, 1);

/** The cells of a sheet as text, what was wrong, and choices a person should know of. */
export interface GridReading {
  readonly grid: Grid;
  readonly issues: Issue[];
  readonly notes: string[];
}

/**
 * The cells of one sheet of an XLSX workbook (the first unless named), as text.
 *
 * A number becomes its shortest text without an exponent, `true` and `false` are words, a date is `YYYY-MM-DD` taken
 * from its serial number and never from a time zone. A date with a time of day, or before 1 March 1900, becomes
 * `YYYY-MM-DDTHH:MM:SS`, which no field takes for a day or a number, and a note counts such cells. An error such as
 * `#N/A` stays as text; a formula that was never calculated reads `#NOT-CALCULATED`.
 *
 * Issues:   file.syntax (not a workbook, no such sheet), file.size (it unpacks to too much)
 * @example  await readXlsxGrid(bytes, 'people.xlsx', 'March')
 */
export async function readXlsxGrid(bytes: Uint8Array, file: string, sheet?: string): Promise<GridReading> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused(oldWorkbook(file));
  const parts = checkedParts(bytes, file);
  if ('code' in parts) return refused(parts);
  try {
    const cells: unknown = await readSheet(zip(parts), sheet ?? 1, { trim: false });
    if (!Array.isArray(cells)) return refused(notWorkbook('the sheet holds no cells', file));
    const { grid, notes } = textGrid(cells, file);
    return { grid, issues: [], notes: [...(sheet === undefined ? sheetNotes(parts, file) : []), ...notes] };
  } catch (error) {
    return refused(
      error instanceof SheetNotFoundError ? noSheet(error, file) : notWorkbook(messageOf(error), file),
    );
  }
}

function refused(one: Issue): GridReading {
  return { grid: [], issues: [one], notes: [] };
}

/** The parts of the workbook, unpacked within the limit and put right; or the issue that refuses them. */
function checkedParts(bytes: Uint8Array, file: string): ZipEntry[] | Issue {
  const unzipped = unzip(
    bytes,
    UNPACKED_LIMIT,
    (name) => name.endsWith('.xml') || name.endsWith('.xml.rels'),
  );
  if ('fault' in unzipped)
    return unzipped.fault === 'size' ? tooMuch(unzipped.reason, file) : notWorkbook(unzipped.reason, file);
  const parts: ZipEntry[] = [];
  for (const entry of unzipped.entries) {
    const checked = checkPart(entry);
    if ('fault' in checked)
      return checked.fault === 'size' ? tooMuch(checked.reason, file) : notWorkbook(checked.reason, file);
    parts.push({ name: entry.name, bytes: Buffer.from(checked.xml, 'utf8') });
  }
  return parts;
}

function checkPart({ name, bytes }: ZipEntry): ReturnType<typeof checkXml> {
  try {
    return checkXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { fault: 'syntax', reason: `its part ${name} is not UTF-8` };
  }
}

function sheetNotes(parts: readonly ZipEntry[], file: string): string[] {
  const workbook = parts.find(({ name }) => name === 'xl/workbook.xml');
  const count = workbook ? [...workbook.bytes.toString().matchAll(/<(?:[^\s<>/:]+:)?sheet\s/g)].length : 0;
  return count > 1 ? [`${file}: the first of ${count} sheets was read; name a sheet to read another`] : [];
}

function textGrid(cells: readonly unknown[], file: string): { grid: Grid; notes: string[] } {
  const timed: string[] = [];
  const grid = cells.map((row, rowIndex) =>
    (Array.isArray(row) ? row : []).map((cell: unknown, index) => {
      const text = cellText(cell);
      if (cell instanceof Date && text?.includes('T')) timed.push(`${columnLetters(index)}${rowIndex + 1}`);
      return text;
    }),
  );
  return { grid, notes: timed.length === 0 ? [] : [timeNote(timed, file)] };
}

function timeNote(cells: readonly string[], file: string): string {
  const shown = cells.slice(0, 3).join(', ') + (cells.length > 3 ? ', ...' : '');
  const count = cells.length === 1 ? '1 cell holds' : `${cells.length} cells hold`;
  return `${file}: ${count} a time of day or a date before March 1900 (${shown}) and cannot be read as a day`;
}

function cellText(cell: unknown): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) return dateText(cell.getTime());
  return typeof cell === 'number' ? numberText(cell) : String(cell);
}

function dateText(milliseconds: number): string {
  // A time kept as a fraction of a day is off by a fraction of a second; spreadsheets show whole seconds.
  const seconds = Math.round(milliseconds / 1000) * 1000;
  const date = new Date(seconds);
  if (Number.isNaN(date.getTime())) return '#NOT-A-DATE';
  const text = date.toISOString().replace(/\.000Z$/, '');
  return seconds >= FIRST_SURE_DAY && text.endsWith('T00:00:00') ? text.slice(0, -9) : text;
}

/**
 * The 15 digits a spreadsheet keeps of a number, without trailing zeros and without an exponent: what follows them is
 * noise of its arithmetic. Of more digits before the point the last were lost already, so the cell says that instead.
 */
function numberText(exact: number): string {
  if (Math.abs(exact) >= 1e15) return '#MORE-THAN-15-DIGITS';
  return decimalOfNumber(Number(exact.toPrecision(15)));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function oldWorkbook(file: string): Issue {
  return issue({
    code: 'file.syntax',
    at: { file },
    message: 'The file is an old .xls workbook or is locked with a password',
    expected: 'an .xlsx workbook without a password',
    hint: 'Open it in a spreadsheet and save it as .xlsx without a password',
  });
}

function notWorkbook(reason: string, file: string): Issue {
  return issue({
    code: 'file.syntax',
    at: { file },
    message: `The file cannot be read as a workbook: ${reason}`,
    expected: 'an .xlsx workbook',
    hint: 'Open it in a spreadsheet and save it as .xlsx, or as "CSV UTF-8"',
  });
}

function tooMuch(reason: string, file: string): Issue {
  return issue({
    code: 'file.size',
    at: { file },
    message: `The workbook is too large to read: ${reason}`,
    expected: `at most ${UNPACKED_LIMIT / 1_000_000} MB unpacked and 20 million cells`,
    hint: 'Remove what is not needed, or save the sheet as "CSV UTF-8"',
  });
}

function noSheet(error: SheetNotFoundError, file: string): Issue {
  const sheets: unknown[] = 'sheets' in error && Array.isArray(error.sheets) ? error.sheets : [];
  return issue({
    code: 'file.syntax',
    at: { file },
    message: `The workbook has no sheet named ${quote(error.sheet)}`,
    expected: `one of ${sheets.map(quote).join(', ') || 'its sheets (it has none)'}`,
    hint: 'Name the sheet exactly as its tab shows it',
  });
}
