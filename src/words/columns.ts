import stringWidth from 'string-width';
import { printable } from '../issue/issue.js';

/** A column of a table for the terminal. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/**
 * Rows as aligned text: amounts to the right, words to the left, columns as wide as their widest cell. The
 * last column is folded between words where the terminal is narrower.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => row.map(cell))];
  const widths = columns.map((_, index) =>
    cells.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? '')), 0),
  );
  const last = columns.length - 1;
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + 2, 0);
  widths[last] = Math.min(widths[last] ?? 0, Math.max(MINIMUM, width - before));
  const line = (row: readonly string[]) =>
    columns
      .map((column, index) => pad(row[index] ?? '', widths[index] ?? 0, column.right ?? false))
      .join('  ')
      .trimEnd();
  const folded = (row: readonly string[]) =>
    fold(row[last] ?? '', widths[last] ?? 0).map((text, index) =>
      line([...(index === 0 ? row.slice(0, last) : row.slice(0, last).map(() => '')), text]),
    );
  const [head, ...body] = cells.map((row) => folded(row).join('\n')) as [string, ...string[]];
  return [head, widths.map((one) => '-'.repeat(one)).join('  '), ...body].join('\n');
}

/** A cell as a terminal may show it, cut where it is longer than anybody reads. */
function cell(text: string): string {
  const clean = printable(text);
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

const LONGEST = 300;

/** Narrower than this the last column is not folded. */
const MINIMUM = 24;

/** A text in lines of at most a width, broken between words. */
function fold(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const current = lines.at(-1) ?? '';
    const next = current === '' ? word : `${current} ${word}`;
    if (current === '' || stringWidth(next) <= width) lines[lines.length - 1] = next;
    else lines.push(word);
  }
  return lines;
}

/**
 * A line in lines of at most a width, broken between words, further lines under the first by two columns. A word that is
 * wider than a line is cut.
 */
export function foldLine(line: string, width: number): string[] {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const room = width - indent.length - 2;
  if (stringWidth(line) <= width) return [line];
  const words = line.trim().split(' ');
  const short = words.map((word) => (word.length > room ? `${word.slice(0, room - 1)}…` : word));
  const [first = '', ...more] = fold(short.join(' '), room);
  return [indent + first, ...more.map((one) => `${indent}  ${one}`)];
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return right ? space + text : text + space;
}

/** A heading of a section. */
export function heading(text: string): string {
  const clean = cell(text);
  return `\n${clean}\n${'='.repeat(stringWidth(clean))}`;
}
