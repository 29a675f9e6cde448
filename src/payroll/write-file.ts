import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { bytesOf, letterOutside } from './encode.js';
import { type FilePart, filledIn } from './file-parts.js';
import { type DateForm, isOn, type LayoutColumn, type LayoutFile, type LayoutSection } from './layout.js';
import { type CellRules, kindOfColumn, payCell } from './pay-cell.js';
import type { PayRow } from './pay-row.js';
import { holds, type ReadSetting } from './settings.js';

/** A block as it stands in a file: what opens it, and its columns. */
export interface WrittenSection {
  readonly opening: readonly string[];
  readonly columns: readonly LayoutColumn[];
}

/** A file as it is written, with what is needed to read it again. */
export interface WrittenFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly file: LayoutFile;
  readonly decimal: '.' | ',';
  readonly sections: readonly WrittenSection[];
  readonly issues: readonly Issue[];
}

/** Writes the rows of a part as one file, byte for byte. */
export function writeFile(
  file: LayoutFile,
  part: FilePart,
  { name, read, sequence }: { readonly name: string; readonly read: ReadSetting; readonly sequence: string },
): WrittenFile {
  const rules = rulesOf(file, part, read, sequence);
  const issues: Issue[] = [];
  const lines: string[] = [];
  const sections = file.sections.map((section) => {
    const written = openSection(section, part, rules);
    issues.push(...openingIssues(written, file, { file: name, row: lines.length + 1 }));
    lines.push(...written.opening);
    for (const row of part.rows) {
      const at = { file: name, row: lines.length + 1 };
      const cells = written.columns.map((column) => payCell(column, row, rules, at));
      for (const cell of cells) issues.push(...cell.issues);
      lines.push(
        rowText(
          cells.map(({ text }) => text),
          written.columns,
          file,
          row,
        ),
      );
    }
    return written;
  });
  const end = file.lineEnd === 'crlf' ? '\r\n' : '\n';
  const content = bytesOf(lines.map((line) => line + end).join(''), file.encoding, isOn(file.bom));
  return { name, content, file, decimal: rules.decimal, sections, issues };
}

function rulesOf(file: LayoutFile, { rows }: FilePart, read: ReadSetting, sequence: string): CellRules {
  const [line] = (rows[0] as PayRow).lines;
  const word = (said: string | { readonly setting: string } | undefined, usual: string) =>
    typeof said === 'object' ? (read(said.setting, line) ?? usual) : (said ?? usual);
  return {
    file,
    decimal: word(file.decimal, '.') as '.' | ',',
    dates: word(file.dates, 'YYYY-MM-DD') as DateForm,
    read,
    firstNumber: Number(read(sequence, line) ?? '1'),
  };
}

/** The lines that stand before the rows of a block, and the columns that hold for this part. */
function openSection(section: LayoutSection, part: FilePart, { file, read }: CellRules): WrittenSection {
  const [line] = (part.rows[0] as PayRow).lines;
  const before = (section.before ?? [])
    .map((one) => (typeof one === 'string' ? { text: one, when: undefined } : one))
    .filter(({ when }) => holds(when, read, line))
    .map(({ text }) => filledIn(text, read, line));
  const columns = section.columns
    .filter(({ when }) => holds(when, read, line))
    .flatMap((column) => repeated(column, part, file, read));
  const titles = columns.map(({ title }) => quoted(title, file)).join(file.delimiter ?? ',');
  return { opening: isOn(section.header) ? [...before, titles] : before, columns };
}

/** Lines before the rows hold texts of settings, which the encoding must have as well. */
function openingIssues(
  { opening }: WrittenSection,
  { encoding }: LayoutFile,
  { row, ...at }: TablePlace & { readonly row: number },
): Issue[] {
  return opening.flatMap((line, index) => {
    const letter = letterOutside(line, encoding);
    if (letter === undefined) return [];
    return [
      issue({
        code: 'payroll.cell.encoding',
        at: { ...at, row: row + index },
        message: `${quote(line)} has the letter ${quote(letter)}, which ${encoding} does not have`,
        expected: `letters of ${encoding}`,
        hint: 'Correct the setting or the title that stands in it',
      }),
    ];
  });
}

/** A column that stands for several: one for each flag there is, or for each name in a setting. */
function repeated(
  column: LayoutColumn,
  { rows }: FilePart,
  file: LayoutFile,
  read: ReadSetting,
): LayoutColumn[] {
  const [line] = (rows[0] as PayRow).lines;
  if (column.repeat !== undefined) {
    const names = (read(column.repeat, line) ?? 'none').split(',').map((name) => name.trim());
    return names.join() === 'none' ? [] : names.map((title) => ({ title, constant: '' }));
  }
  if (column.field !== 'flags' || file.form === 'ndjson') return [column];
  const flags = new Set(rows.flatMap(({ lines }) => lines.flatMap((one) => Object.keys(one.flags ?? {}))));
  return [...flags].toSorted().map((flag) => ({ title: `flags.${flag}`, flag }));
}

function rowText(
  cells: readonly string[],
  columns: readonly LayoutColumn[],
  file: LayoutFile,
  { lines: [{ flags }] }: PayRow,
): string {
  if (file.form !== 'ndjson')
    return cells.map((cell, index) => quoted(cell, file, columns[index])).join(file.delimiter ?? ',');
  const said = columns.map(({ title, field }, index) => [title, field === 'flags' ? flags : cells[index]]);
  return JSON.stringify(Object.fromEntries(said.filter(([, value]) => value !== undefined && value !== '')));
}

/** A cell with the quotes of the file; a number needs none, unless its decimal comma parts cells. */
function quoted(
  text: string,
  { quotes = 'minimal', delimiter = ',' }: LayoutFile,
  column?: LayoutColumn,
): string {
  if (quotes === 'never') return text;
  const isPlain = quotes === 'minimal' || (column !== undefined && kindOfColumn(column) === 'amount');
  return isPlain && !text.includes('"') && !text.includes(delimiter)
    ? text
    : `"${text.replaceAll('"', '""')}"`;
}
