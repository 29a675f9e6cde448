import { decisionColumns } from '../data/decisions.js';
import type { SheetCell } from '../data/sheet.js';
import { type Worksheet, worksheetRows, worksheetSheets } from '../decide/index.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { type OutputFile, tableFromBytes, toCsv, toXlsx } from '../node/index.js';

/** The formats of worksheets. */
export const worksheetFormats = ['xlsx', 'csv'] as const;
export type WorksheetFormat = (typeof worksheetFormats)[number];

/** The files of worksheets, one for each decider, and what keeps them from being written. */
export interface WorksheetFiles {
  readonly files: readonly OutputFile[];
  readonly issues: readonly Issue[];
}

/**
 * Worksheets as files. Each is read once more as it will come back: what it says of people, plans, amounts and deciders must
 * be what was written.
 *
 * Issues:   decisions.worksheet.text
 */
export async function worksheetFiles(
  sheets: readonly Worksheet[],
  format: WorksheetFormat,
): Promise<WorksheetFiles> {
  const names = fileNames(sheets.map(({ decider }) => decider));
  const files: OutputFile[] = [];
  const issues: Issue[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const content = format === 'csv' ? csvOf(sheet) : await toXlsx(worksheetSheets(sheet));
    const file = { name: `${names[index]}.${format}`, content };
    files.push(file);
    issues.push(...(await misread(sheet, file, format)));
  }
  return { files, issues };
}

/** Columns of words; the others hold numbers. */
const TEXTS: ReadonlySet<string> = new Set(['id', 'name', 'plan', 'currency', 'reason', 'by', 'on']);

function csvOf(sheet: Worksheet): string {
  const columns = decisionColumns.map((name) => ({ name, text: TEXTS.has(name) }));
  const rows = worksheetRows(sheet).map((row) => row.map(textOf));
  return toCsv(columns, rows, { neutralise: true });
}

function textOf(cell: SheetCell): string {
  if (cell === undefined || 'formula' in cell) return '';
  return 'text' in cell ? cell.text : cell.number;
}

/** Ids of people may hold anything: a name of a file has letters, digits, - and _, and is another for each of them. */
function fileNames(deciders: readonly string[]): string[] {
  const taken = new Set<string>();
  return deciders.map((decider) => {
    const plain = `worksheet-${decider.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 60)}`;
    let name = plain;
    // On many disks two names that differ only in case are one file.
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${plain}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** What is read back, so it must come back as it was. */
const READ_BACK = ['id', 'plan', 'formula', 'currency', 'amount', 'by', 'on'] as const;

async function misread(
  { decider, rows }: Worksheet,
  { name, content }: OutputFile,
  format: WorksheetFormat,
): Promise<Issue[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const { table } = await tableFromBytes(bytes, name, format);
  const wrong = rows.find((row, index) =>
    READ_BACK.some((column) => !isSame(table.rows[index]?.[column], row[column])),
  );
  if (wrong === undefined && table.rows.length === rows.length) return [];
  return [
    issue({
      code: 'decisions.worksheet.text',
      message: `The worksheet of ${quote(decider)} would not be read back as it is${wrong ? `, as in the row of ${quote(wrong.id)}` : ''}`,
      expected: 'ids without control characters, and in CSV none that begins as a formula does',
      hint: format === 'csv' ? 'Write XLSX, which keeps text as it is, or give other ids' : 'Give other ids',
    }),
  ];
}

/** A number comes back without the zeros at its end. */
function isSame(read: unknown, written: string | undefined): boolean {
  const trimmed = (text: string) => (/^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text);
  return trimmed(String(read ?? '')) === trimmed(written ?? '');
}
