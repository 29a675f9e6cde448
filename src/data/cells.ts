import type { IssueCode } from '../issue/codes.js';
import { type Issue, type IssueInput, issue, quote, type TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { isCurrency, minorDigits } from '../num/currency.js';
import { inPercent } from '../num/decimal.js';
import { adviceOn, couldBeThousands, isNumber, type Literal, readLiteral } from '../num/literal.js';
import { compare, ONE, type Ratio } from '../num/ratio.js';
import { type Day, isDay } from '../time/day.js';
import { cellText, isRecord, type Row } from './table.js';

/** Whose cells they are; the codes of their faults begin with it. */
export type Stage = 'people' | 'actuals' | 'rows';

/** The cells of one row, and where their faults go. */
export interface Cells {
  readonly stage: Stage;
  readonly row: Row;
  readonly at: TablePlace;
  readonly decimal: '.' | ',';
  readonly faults: Issue[];
}

/** What becomes of a row until its fault is corrected. */
export const UNTIL: Readonly<Record<Stage, string>> = {
  people: 'this person is withheld until then',
  actuals: 'the value is not used until then',
  rows: 'this person is withheld until then',
};

/** An issue of one cell. */
export function cellIssue(
  at: TablePlace,
  column: string,
  told: Omit<IssueInput, 'at' | 'path'> & { readonly expected: string; readonly hint: string },
): Issue {
  return issue({ ...told, at: { ...at, column }, path: [column] });
}

/** A cell as a number or text; absent and blank ones are ''. Numbers that JSON cannot hold, as NaN, are text. */
export function literalCell(cell: unknown): Literal {
  const isNumeral = typeof cell === 'number' && Number.isFinite(cell) && !Object.is(cell, -0);
  return isNumeral ? cell : cellText(cell);
}

/** Text that may not be blank. */
export function neededText({ row, at, faults }: Cells, column: string, expected: string): string {
  const text = cellText(row[column]);
  if (text !== '') return text;
  faults.push(
    cellIssue(at, column, {
      code: 'rows.cell.missing',
      message: `This row has no ${column}`,
      expected,
      hint: `Write it; ${UNTIL.rows}`,
    }),
  );
  return '';
}

/** A day, or nothing where the cell is blank. */
export function readDay({ stage, row, at, faults }: Cells, column: string): Day | undefined {
  const text = cellText(row[column]);
  if (text === '') return undefined;
  if (isDay(text)) return text;
  faults.push(
    cellIssue(at, column, {
      code: `${stage}.date.form`,
      message: `${quote(text)} is not a day`,
      expected: 'a day that exists, as YYYY-MM-DD',
      hint: `Correct the cell; ${UNTIL[stage]}`,
    }),
  );
  return undefined;
}

/** A day that may not be blank; '' where there is none. */
export function neededDay(cells: Cells, column: string): Day | '' {
  return neededText(cells, column, 'a day as YYYY-MM-DD') && (readDay(cells, column) ?? '');
}

/** An end must not lie before its beginning. */
export function checkOrder(
  { at, faults }: Pick<Cells, 'at' | 'faults'>,
  code: 'people.date.order' | 'rows.date.order',
  [first, last, column]: readonly [first: Day | undefined, last: Day | undefined, column: string],
): void {
  if (!first || !last || first <= last) return;
  faults.push(
    cellIssue(at, column, {
      code,
      message: `${last} lies before ${first}`,
      expected: 'an end on or after the beginning',
      hint: `Correct one of the two days; ${UNTIL.people}`,
    }),
  );
}

/** One of some words; undefined where it is none of them. */
export function readWord<Word extends string>(
  cells: Cells,
  column: string,
  words: readonly Word[],
): Word | undefined {
  const expected = `one of ${words.join(', ')}`;
  const text = neededText(cells, column, expected);
  const known = words.find((word) => word === text);
  if (known !== undefined || text === '') return known;
  const near = nearest(text, words);
  cells.faults.push(
    cellIssue(cells.at, column, {
      code: 'rows.cell.option',
      message: `${quote(text)} is not a ${column} that is known`,
      expected,
      hint: near ? `Did you mean ${quote(near)}?` : `Write one of them; ${UNTIL.rows}`,
    }),
  );
  return undefined;
}

/** A currency of ISO 4217; '' where the cell is blank. */
export function readCurrency({ row, at, faults }: Cells): string {
  const text = cellText(row['currency']);
  if (text !== '' && !isCurrency(text)) {
    faults.push(
      cellIssue(at, 'currency', {
        code: 'rows.currency.unknown',
        message: `${quote(text)} is not a currency`,
        expected: 'a code of ISO 4217, such as EUR',
        hint: `Correct the cell; ${UNTIL.rows}`,
      }),
    );
  }
  return text;
}

/** How a number is written: money without a percent sign; a percent needs it from 1 on, a share above 1. */
export type Measure = 'money' | 'percent' | 'share';

/** The value of a cell that holds a number of this measure, or what is wrong with how it is written. */
export function readMeasure(
  raw: Literal,
  measure: Measure,
  { decimal, currency = '' }: { readonly decimal: '.' | ','; readonly currency?: string },
): Ratio | { readonly message: string; readonly hint: string } {
  const read = readLiteral(raw, { decimal });
  if (!isNumber(read))
    return { message: `${quote(raw)} is not a number`, hint: adviceOn(read.fault, decimal) };
  const { value, percent } = read;
  if (measure === 'money' && percent)
    return { message: `${quote(raw)} is a percentage where an amount belongs`, hint: 'Write an amount' };
  if (measure === 'money' && couldBeThousands(raw, decimal) && minorDigits(currency) !== 3) {
    const either = `${String(raw).replace(/[.,]/, '')} or ${raw}`;
    return { message: `${quote(raw)} could mean ${either}`, hint: 'Write the amount without doubt' };
  }
  if (measure === 'money' || percent || String(raw).includes('/')) return value;
  return compare(value, ONE) < (measure === 'percent' ? 0 : 1)
    ? value
    : { message: `${quote(raw)} would be ${inPercent(value)}`, hint: 'Add the percent sign' };
}

/** Expected of each measure, in words. */
export const measureForms: Readonly<Record<Measure, string>> = {
  money: 'an amount such as 1200.00',
  percent: 'a percentage such as 15%',
  share: 'a percentage such as 60%',
};

/** A number that may not be blank: as written, with its value unless something is wrong with it. */
export function neededNumber(
  cells: Cells,
  column: string,
  measure: Measure,
): { readonly raw: Literal; readonly value?: Ratio } {
  const raw = literalCell(cells.row[column]);
  if (neededText(cells, column, measureForms[measure]) === '') return { raw };
  const { decimal } = cells;
  const value = readMeasure(raw, measure, { decimal, currency: cellText(cells.row['currency']) });
  if ('n' in value) return { raw, value };
  cells.faults.push(
    cellIssue(cells.at, column, {
      code: 'rows.number.form',
      message: value.message,
      expected: measureForms[measure],
      hint: `${value.hint}; ${UNTIL.rows}`,
    }),
  );
  return { raw };
}

/** Every column that some row has. */
export function columnsOf(rows: readonly Row[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) if (isRecord(row)) for (const column of Object.keys(row)) columns.add(column);
  return [...columns];
}

/** Columns without a meaning, each with the one it may be a slip of. */
export function unknownColumns(
  code: IssueCode & `${string}.column.unknown`,
  { rows, file }: { readonly rows: readonly Row[]; readonly file: string | undefined },
  known: readonly string[],
): Issue[] {
  const unknown = columnsOf(rows).filter((column) => !known.includes(column));
  return unknown.map((column) => {
    const near = nearest(column, known);
    return issue({
      code,
      at: file === undefined ? {} : { file },
      path: [column],
      message: `The column ${quote(column)} has no meaning here and is not read`,
      expected: `one of ${known.join(', ')}`,
      hint: near ? `Did you mean ${quote(near)}?` : 'Rename it if it is misspelt',
    });
  });
}

/** Row numbers, the first of many. */
export function listed(rows: readonly { readonly at: TablePlace }[]): string {
  const all = rows.map((row) => row.at.row).sort((a = 0, b = 0) => a - b);
  const numbers = all.slice(0, 10);
  return rows.length > 10 ? `${numbers.join(', ')} and ${rows.length - 10} more` : numbers.join(', ');
}

/** Numbers of more than 15 digits, and errors of a spreadsheet, are not the id somebody wrote. */
export function isCutId(raw: unknown, id: string): boolean {
  return (
    (typeof raw === 'number' && !Number.isSafeInteger(raw)) ||
    /^#(MORE|NOT|N\/A|REF|VALUE|NAME|NUM|DIV|NULL)/.test(id)
  );
}
