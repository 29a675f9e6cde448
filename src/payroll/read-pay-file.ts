import { isRecord } from '../data/table.js';
import { ratioOfDecimal } from '../num/decimal.js';
import { add, type Ratio, ZERO } from '../num/ratio.js';
import { textOfBytes } from './encode.js';
import type { LayoutFile } from './layout.js';
import { kindOfColumn } from './pay-cell.js';
import type { WrittenFile, WrittenSection } from './write-file.js';

/** What a block of a pay file holds; amounts are absent where the block has no column for them. */
export interface ReadSection {
  readonly rows: number;
  readonly amount?: Ratio;
}

/**
 * Reads a pay file again from its bytes, as payroll will: lines, fields, amounts. Undefined where it cannot be read,
 * or is not what its layout says.
 */
export function readPayFile(written: WrittenFile, content: Uint8Array): readonly ReadSection[] | undefined {
  const { file, sections } = written;
  const text = textOfBytes(content, file.encoding);
  const end = file.lineEnd === 'crlf' ? '\r\n' : '\n';
  if (text === undefined || (text !== '' && !text.endsWith(end))) return undefined;
  const lines = text.split(end).slice(0, -1);
  const read: ReadSection[] = [];
  let from = 0;
  for (const [index, section] of sections.entries()) {
    const { opening } = section;
    if (opening.some((line, offset) => lines[from + offset] !== line)) return undefined;
    const start = from + opening.length;
    const [next] = sections[index + 1]?.opening ?? [];
    const found = next === undefined ? -1 : lines.indexOf(next, start);
    from = found < 0 ? lines.length : found;
    const sum = readSection(lines.slice(start, from), section, written);
    if (sum === undefined) return undefined;
    read.push(sum);
  }
  return read;
}

function readSection(
  lines: readonly string[],
  { columns }: WrittenSection,
  { file, decimal }: WrittenFile,
): ReadSection | undefined {
  const places = columns.flatMap((column, index) => (column.field === 'amount' ? [index] : []));
  let sum = ZERO;
  for (const line of lines) {
    const cells = file.form === 'ndjson' ? objectCells(line, columns) : delimitedCells(line, file);
    if (cells?.length !== columns.length) return undefined;
    for (const index of places) {
      const amount = amountIn(cells[index] ?? '', columns[index]?.decimal ?? decimal);
      if (amount === undefined) return undefined;
      sum = add(sum, amount);
    }
  }
  return { rows: lines.length, ...(columns.some(isAmount) && { amount: sum }) };
}

function isAmount(column: WrittenSection['columns'][number]): boolean {
  return kindOfColumn(column) === 'amount' && column.field === 'amount';
}

function objectCells(line: string, columns: WrittenSection['columns']): string[] | undefined {
  try {
    const read: unknown = JSON.parse(line);
    return isRecord(read) ? columns.map(({ title }) => String(read[title] ?? '')) : undefined;
  } catch {
    return undefined;
  }
}

/** The cells of a line; undefined where quotes are broken. */
function delimitedCells(
  line: string,
  { quotes = 'minimal', delimiter = ',' }: LayoutFile,
): string[] | undefined {
  if (quotes === 'never') return line.split(delimiter);
  const cells: string[] = [];
  for (let rest = line; ; ) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const plain = quoted ? '' : rest.slice(0, endOfCell(rest, delimiter));
    if (plain.includes('"')) return undefined;
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain);
    rest = rest.slice(quoted ? quoted[0].length : plain.length);
    if (rest === '') return cells;
    if (!rest.startsWith(delimiter)) return undefined;
    rest = rest.slice(1);
    if (rest === '') return [...cells, ''];
  }
}

function endOfCell(rest: string, delimiter: string): number {
  const end = rest.indexOf(delimiter);
  return end < 0 ? rest.length : end;
}

function amountIn(cell: string, decimal: '.' | ','): Ratio | undefined {
  if (cell === '') return ZERO;
  const plain = decimal === ',' ? cell.replace(',', '.') : cell;
  const isNumeral = /^-?\d+(?:\.\d+)?$/.test(plain) && !(decimal === ',' && cell.includes('.'));
  return isNumeral ? ratioOfDecimal(plain) : undefined;
}
