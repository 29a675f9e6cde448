import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { letterOutside } from './encode.js';
import { type DateForm, isOn, type LayoutColumn, type LayoutFile } from './layout.js';
import { type FieldText, fieldOfRow, flagOfRow, type PayRow } from './pay-row.js';
import type { ReadSetting } from './settings.js';
import { type TextFault, textFault } from './text-rule.js';
import { withDecimals } from './written-amount.js';
import { writtenDay } from './written-day.js';

/** What a cell is written with: the rules of its file. */
export interface CellRules {
  readonly file: LayoutFile;
  readonly decimal: '.' | ',';
  readonly dates: DateForm;
  readonly read: ReadSetting;
  /** The number of the first of rows that payroll would take for one. */
  readonly firstNumber: number;
}

/** A cell as it stands in the file, before quotes, and what is wrong with it. */
export interface PayCell {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** What a column is: numbers and days are written by rules of their own, and are never a formula. */
export function kindOfColumn({ field }: Pick<LayoutColumn, 'field'>): 'amount' | 'day' | 'text' {
  if (field === 'amount' || field === 'originalAmount') return 'amount';
  return field === 'payDate' || field === 'periodStart' || field === 'periodEnd' ? 'day' : 'text';
}

/**
 * Writes a cell, or says what keeps the layout from carrying it. Nothing is cut, replaced or made harmless: a payroll
 * file is byte for byte what was calculated, so a text that a spreadsheet would run is refused.
 *
 * Issues:   payroll.cell.*, payroll.line.mixed
 */
export function payCell(column: LayoutColumn, row: PayRow, rules: CellRules, at: TablePlace): PayCell {
  const place = { ...at, column: column.title };
  const [line] = row.lines;
  const { blankWhen } = column;
  if (blankWhen?.is.includes(rules.read(blankWhen.setting, line) ?? '')) return { text: '', issues: [] };
  const raw = rawText(column, row, rules);
  if ('mixed' in raw) return { text: '', issues: [mixedRow(row, column, raw.mixed, place)] };
  const written = writtenText(column, raw.text, rules);
  const faults = faultsOf(column, written, raw.text, rules);
  return { text: written ?? '', issues: faults.map((fault) => cellFault(fault, row, place)) };
}

function rawText(column: LayoutColumn, row: PayRow, { read, firstNumber }: CellRules): FieldText {
  const { field, flag, constant, setting, code } = column;
  if (field === 'sequence') return { text: String(firstNumber + row.before) };
  if (field !== undefined) return fieldOfRow(row, field, code);
  if (flag !== undefined) return flagOfRow(row, flag);
  return { text: constant ?? (setting === undefined ? '' : (read(setting, row.lines[0]) ?? '')) };
}

/** The text in the form of the file; undefined for an amount that would lose digits. */
function writtenText(column: LayoutColumn, raw: string, rules: CellRules): string | undefined {
  if (raw === '') return raw;
  const kind = kindOfColumn(column);
  const text =
    kind === 'amount'
      ? amountText(column, raw, rules)
      : kind === 'day'
        ? writtenDay(isOn(column.firstOfMonth) ? `${raw.slice(0, 8)}01` : raw, column.dates ?? rules.dates)
        : raw;
  return text === undefined ? undefined : padded(`${text}${column.suffix ?? ''}`, column);
}

function amountText({ decimals, decimal }: LayoutColumn, raw: string, rules: CellRules): string | undefined {
  const fixed = decimals === undefined ? raw : withDecimals(raw, Number(decimals));
  return fixed?.replace('.', decimal ?? rules.decimal);
}

/** Filled up from the left; a sign stays in front. */
function padded(text: string, { padStart }: LayoutColumn): string {
  if (padStart === undefined) return text;
  const sign = text.startsWith('-') ? '-' : '';
  return `${sign}${text.slice(sign.length).padStart(Number(padStart.to) - sign.length, padStart.with)}`;
}

/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@]/;

function faultsOf(
  column: LayoutColumn,
  written: string | undefined,
  raw: string,
  { file }: CellRules,
): readonly TextFault[] {
  if (written === undefined) return [lostDigits(raw, column)];
  if (written === '') return isOn(column.required) ? [empty(column)] : [];
  const fault = file.form === 'ndjson' ? undefined : textFault(written, column);
  const isData = column.constant === undefined && file.form !== 'ndjson';
  const isText = kindOfColumn(column) === 'text' && isData;
  const letter = letterOutside(written, file.encoding);
  const sign = signIn(written, file);
  return [
    ...(fault ? [fault] : []),
    ...(sign === undefined ? [] : [wrongSign(written, sign)]),
    ...(isText && FORMULA.test(written) ? [formula(written)] : []),
    ...(letter === undefined ? [] : [wrongLetter(written, letter, file)]),
  ];
}

/** A sign that means something to the reader of a file without quotes. */
function signIn(
  text: string,
  { form, quotes, delimiter = ',', forbidden = '' }: LayoutFile,
): string | undefined {
  if (form === 'ndjson') return undefined;
  const signs = quotes === 'never' ? [delimiter, '"', ...forbidden] : [...forbidden];
  return signs.find((sign) => text.includes(sign));
}

function lostDigits(raw: string, { decimals }: LayoutColumn): TextFault {
  return {
    code: 'payroll.cell.form',
    message: `The amount ${raw} has more decimals than can stand here`,
    expected: `at most ${decimals} decimals, as nothing is rounded here`,
  };
}

function empty({ flag }: LayoutColumn): TextFault {
  const from =
    flag === undefined
      ? 'a text'
      : `a text: the flag ${quote(flag)} of the pay map, such as a column of people`;
  return {
    code: 'payroll.cell.missing',
    message: 'Nothing stands where payroll needs something',
    expected: from,
  };
}

function wrongSign(text: string, sign: string): TextFault {
  return {
    code: 'payroll.cell.form',
    message: `${quote(text)} has ${quote(sign)}, which parts fields in this file or means something to its reader`,
    expected: `a text without ${quote(sign)}`,
  };
}

function formula(text: string): TextFault {
  return {
    code: 'payroll.cell.formula',
    message: `${quote(text)} begins as a formula does, and a spreadsheet would run it`,
    expected: 'a text that begins with a letter or digit',
  };
}

function wrongLetter(text: string, letter: string, { encoding }: LayoutFile): TextFault {
  const [code = 0] = [letter.codePointAt(0)];
  return {
    code: 'payroll.cell.encoding',
    message: `${quote(text)} has the letter ${quote(letter)} (U+${code.toString(16).toUpperCase().padStart(4, '0')}), which ${encoding} does not have`,
    expected: `letters of ${encoding}`,
  };
}

function cellFault({ code, message, expected }: TextFault, row: PayRow, at: TablePlace): Issue {
  return issue({
    code,
    at,
    message: `${message} (employee ${quote(row.lines[0].employeeId)})`,
    expected,
    hint: 'Correct the people, the plan or the pay map; nothing is cut or replaced, and no file is written until then',
  });
}

function mixedRow(
  { lines }: PayRow,
  { title }: LayoutColumn,
  mixed: readonly string[],
  at: TablePlace,
): Issue {
  const said = mixed.map((one) => (one === '' ? 'nothing' : quote(one))).join(' and ');
  return issue({
    code: 'payroll.line.mixed',
    at,
    message: `Lines of ${quote(lines[0].employeeId)} are one row here and differ in ${quote(title)}: ${said}`,
    expected: 'one value for lines of one employee, code and day',
    hint: 'Give the plans pay codes of their own, or correct the people',
  });
}
