import { cellIssue, isCutId, literalCell } from '../data/cells.js';
import { cellText, isRecord, noRecord, type Row, rowsOf, type TableInput } from '../data/table.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { isCurrency, minorDigits } from '../num/currency.js';
import { ratioOfDecimal, toFixed } from '../num/decimal.js';
import { adviceOn, couldBeThousands, isNumber, readLiteral } from '../num/literal.js';
import { equal } from '../num/ratio.js';
import type { Parsed } from '../plan/read-plan.js';
import type { PayAmount, PaySide } from './pay-side.js';

/** In which columns a table has what; `currency` may be one currency for all rows instead. */
export interface PayColumns {
  readonly id: string;
  readonly code?: string;
  readonly amount: string;
  readonly currency: string;
  readonly line?: string;
}

/** The columns of the canonical pay file. */
export const canonicalColumns: PayColumns = {
  id: 'employeeId',
  code: 'payCode',
  amount: 'amount',
  currency: 'currency',
  line: 'lineId',
};

export interface PayTableOptions {
  /** Those of the canonical pay file where nothing is said. */
  readonly columns?: PayColumns;
  /** The decimal sign of the table; '.' unless declared. */
  readonly decimal?: '.' | ',';
}

/** More than this nobody reads. */
const MOST = 200;

/**
 * Reads lines of pay from a table: the canonical pay file, or any register whose columns are named. A row that cannot be
 * read keeps the whole table from being used, as a sum without it would be wrong.
 *
 * Units:    money of the currency of each row, with no more decimals than it has
 * Rounds:   never; an amount of more decimals is refused
 * Issues:   cycle.table.none, cycle.table.column, cycle.row.*
 * @example  readPayTable(table, { columns: { id: 'Personnel no.', amount: 'Gross', currency: 'EUR' } })
 */
export function readPayTable(
  input: TableInput,
  { columns = canonicalColumns, decimal = '.' }: PayTableOptions = {},
): Parsed<'pay', PaySide> {
  const { rows, placeOf, faultOf } = rowsOf(input, 'lines');
  if (rows.length === 0) return { ok: false, issues: [noLines(placeOf(0).file)] };
  const missing = missingColumns(rows, columns, placeOf(0).file);
  if (missing.length > 0) return { ok: false, issues: missing };
  const issues: Issue[] = [];
  const lines = Array.from(rows, (row, index): PayAmount[] => {
    const at = placeOf(index);
    const fault = faultOf(index) ?? (isRecord(row) ? undefined : notARow(row, at));
    if (fault) issues.push(fault);
    if (fault || issues.length >= MOST) return [];
    const read = readLine({ row, at, columns, decimal });
    issues.push(...read.faults);
    return read.line ? [read.line] : [];
  });
  if (issues.length > 0) return { ok: false, issues };
  const codes = columns === canonicalColumns ? 'payCode' : 'given';
  return { ok: true, pay: { lines: lines.flat(), ...(columns.code && { codes }) }, issues: [] };
}

interface PayCells {
  readonly row: Row;
  readonly at: TablePlace;
  readonly columns: PayColumns;
  readonly decimal: '.' | ',';
}

function readLine(cells: PayCells): { readonly line?: PayAmount; readonly faults: readonly Issue[] } {
  const { row, at, columns } = cells;
  const text = (column: string | undefined) => (column === undefined ? '' : cellText(row[column]));
  const [id, code, line] = [text(columns.id), text(columns.code), text(columns.line)];
  const currency = isCurrency(columns.currency) ? columns.currency : text(columns.currency);
  const faults: Issue[] = [];
  if (id === '' || isCutId(row[columns.id], id)) faults.push(wrongId(at, columns.id, id));
  if (!isCurrency(currency)) faults.push(wrongCurrency(at, columns.currency, currency));
  const amount = readAmount(cells, currency);
  if (typeof amount !== 'string') faults.push(amount);
  if (faults.length > 0 || typeof amount !== 'string') return { faults };
  const named = { ...(columns.code && { code }), ...(line !== '' && { line }) };
  return { line: { id, ...named, amount, currency, at }, faults };
}

/** The amount with the decimals of its currency, or what is wrong with how it is written. */
function readAmount({ row, at, columns, decimal }: PayCells, currency: string): string | Issue {
  const raw = literalCell(row[columns.amount]);
  const wrong = (hint: string) => wrongAmount({ at, column: columns.amount, raw }, currency, hint);
  const read = readLiteral(raw, { decimal });
  if (!isNumber(read)) return wrong(adviceOn(read.fault, decimal));
  if (read.percent || String(raw).includes('/')) return wrong('Write an amount');
  const digits = minorDigits(currency) ?? 2;
  if (couldBeThousands(raw, decimal) && digits !== 3) return wrong('Write the amount without doubt');
  const text = toFixed(read.value, digits);
  return equal(ratioOfDecimal(text), read.value)
    ? text
    : wrong('Write it as it was paid: nothing is rounded here');
}

function missingColumns(rows: readonly Row[], columns: PayColumns, file: string | undefined): Issue[] {
  const known = new Set(rows.filter(isRecord).flatMap((row) => Object.keys(row)));
  const needed = Object.entries(columns).filter(
    ([key, column]) => key !== 'line' && !(key === 'currency' && isCurrency(column)),
  );
  return needed
    .filter(([, column]) => !known.has(column))
    .map(([key, column]) => {
      const near = nearest(column, [...known]);
      return issue({
        code: 'cycle.table.column',
        at: file === undefined ? {} : { file },
        path: [column],
        message: `There is no column ${quote(column)} for the ${key}`,
        expected: `one of the columns: ${[...known]
          .slice(0, 20)
          .map((one) => one.slice(0, 40))
          .join(', ')}`,
        hint: near
          ? `Did you mean ${quote(near)}?`
          : 'Name the columns: --columns id=…,amount=…,currency=…, or { columns }; a currency may be a code such as EUR',
      });
    });
}

function noLines(file: string | undefined): Issue {
  return issue({
    code: 'cycle.table.none',
    at: file === undefined ? {} : { file },
    message: 'There are no lines of pay',
    expected: 'a table with a line for each person and code',
    hint: 'Check that this is the right file',
  });
}

function notARow(row: unknown, at: TablePlace): Issue {
  const expected = 'an object with id, amount and currency';
  return noRecord(row, {
    code: 'cycle.row.form',
    at,
    expected,
    hint: 'Correct the row; nothing is reconciled until then',
  });
}

function wrongId(at: TablePlace, column: string, id: string): Issue {
  return cellIssue(at, column, {
    code: 'cycle.row.id',
    message: id === '' ? 'This row has no id' : `${quote(id)} is not the id that was written`,
    expected: 'the id of a person, as text',
    hint: 'A row of totals does not belong here: remove it; nothing is reconciled until then',
  });
}

function wrongCurrency(at: TablePlace, column: string, currency: string): Issue {
  return cellIssue(at, column, {
    code: 'cycle.row.currency',
    message: currency === '' ? 'This row has no currency' : `${quote(currency)} is not a currency`,
    expected: 'a code of ISO 4217, such as EUR',
    hint: 'Correct the cell; nothing is reconciled until then',
  });
}

function wrongAmount(
  { at, column, raw }: { readonly at: TablePlace; readonly column: string; readonly raw: string | number },
  currency: string,
  hint: string,
): Issue {
  return cellIssue(at, column, {
    code: 'cycle.row.amount',
    message: raw === '' ? 'This row has no amount' : `${quote(raw)} is not an amount of ${quote(currency)}`,
    expected: 'an amount with no more decimals than its currency has, such as 1200.00',
    hint: `${hint}; nothing is reconciled until then`,
  });
}
