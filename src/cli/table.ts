import stringWidth from 'string-width';
import { printable } from '../issue/issue.js';

/** A column of a table for the terminal. */
export interface Column {
  readonly title: string;
  readonly right?: boolean;
}

/** Rows as aligned text: amounts to the right, words to the left, columns as wide as their widest cell. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => row.map(printable))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => stringWidth(row[index] ?? ''))));
  const line = (row: readonly string[]) =>
    columns
      .map((column, index) => pad(row[index] ?? '', widths[index] ?? 0, column.right ?? false))
      .join('  ')
      .trimEnd();
  const [head, ...body] = cells.map(line) as [string, ...string[]];
  return [head, widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return right ? space + text : text + space;
}

/** A heading of a section. */
export function heading(text: string): string {
  return `\n${text}\n${'='.repeat(stringWidth(text))}`;
}
