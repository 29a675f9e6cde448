import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node';
import type { Sheet, SheetCell } from '../data/sheet.js';
import { printable } from '../issue/issue.js';
import { unzip } from './unzip.js';
import { zip } from './zip.js';

/**
 * A workbook of sheets, byte for byte the same for the same sheets. Text stays text, also where it looks like a number or
 * a formula; numbers have their decimals; formulas are calculated when the workbook is opened. No macros.
 *
 * @example  await toXlsx([{ name: 'pay', columns: [{ name: 'id', width: 12 }], rows: [[{ text: '00123' }]] }])
 */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const made = await writeWorkbook(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      data: [columns.map((column) => headCell(column.name)), ...rows.map((row): Row => row.map(cellOf))],
      stickyRowsCount: 1,
    })),
  ).toBuffer();
  return timeless(made);
}

function headCell(name: string): Cell {
  return { value: printable(name), type: String, fontWeight: 'bold' };
}

function cellOf(cell: SheetCell): Cell {
  if (cell === undefined) return null;
  // Control characters have no place in a workbook.
  if ('text' in cell) return { value: printable(cell.text), type: String, format: '@' };
  const format = cell.decimals === 0 ? '0' : `0.${'0'.repeat(cell.decimals)}`;
  if ('formula' in cell) return { value: cell.formula, type: 'Formula', format };
  const isExact = cell.number.replace(/\D/g, '').length <= MOST_DIGITS;
  return isExact
    ? { value: Number(cell.number), type: Number, format }
    : { value: cell.number, type: String, format: '@' };
}

/** A spreadsheet keeps no more digits of a number than these. */
const MOST_DIGITS = 15;

/** The same parts without the time at which they were packed; what formulas give is calculated on opening. */
function timeless(workbook: Uint8Array): Uint8Array {
  const unzipped = unzip(workbook, workbook.length * 1000, () => true);
  if ('fault' in unzipped)
    throw new TypeError(`The workbook that was made cannot be read: ${unzipped.reason}`);
  return zip(
    unzipped.entries.map((entry) =>
      entry.name === 'xl/workbook.xml' ? { ...entry, bytes: calculatedOnOpening(entry.bytes) } : entry,
    ),
  );
}

function calculatedOnOpening(bytes: Uint8Array): Uint8Array {
  const xml = Buffer.from(bytes).toString('utf8');
  return Buffer.from(xml.replace('<calcPr/>', '<calcPr fullCalcOnLoad="1"/>'), 'utf8');
}
