import { groupBy } from '../data/group.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import type { Layout, LineField } from './layout.js';
import type { PayLine } from './pay-line.js';

/** A row of a pay file: a line, or several that payroll must see as one. */
export interface PayRow {
  readonly lines: readonly [PayLine, ...PayLine[]];
  /** How many rows before it payroll would take for the same. */
  readonly before: number;
}

/** What a field says of a row, or the different things its lines say. */
export type FieldText = { readonly text: string } | { readonly mixed: readonly string[] };

/**
 * Lines as rows: those that agree in the fields of the layout are one, with the sum of their amounts. Their order is
 * that of the lines.
 */
export function rowsOfLines(lines: readonly PayLine[], { row }: Pick<Layout, 'row'>): PayRow['lines'][] {
  const keyOf = (line: PayLine) =>
    JSON.stringify((row ?? ['lineId']).map((field) => plainField(line, field)));
  return [...groupBy(lines, keyOf).values()] as unknown as PayRow['lines'][];
}

/** A field of a line as text; blank where the line does not say it. */
export function plainField(line: PayLine, field: LineField): string {
  if (field === 'sequence' || field === 'flags') return '';
  return line[field] ?? '';
}

/** A field of a row: amounts are summed, periods span, ids of lines are joined; all else must be the same. */
export function fieldOfRow({ lines }: PayRow, field: LineField, code?: string): FieldText {
  if (field === 'amount') return { text: amountOf(lines, code) };
  const texts = [...new Set(lines.map((line) => plainField(line, field)))].toSorted();
  if (field === 'lineId') return { text: texts.join('+') };
  if (field === 'periodStart') return { text: texts[0] ?? '' };
  if (field === 'periodEnd') return { text: texts.at(-1) ?? '' };
  return sameText(texts);
}

/** A flag of a row. */
export function flagOfRow({ lines }: PayRow, flag: string): FieldText {
  const said = lines.map(({ flags = {} }) => (Object.hasOwn(flags, flag) ? (flags[flag] ?? '') : ''));
  return sameText([...new Set(said)]);
}

function sameText(texts: readonly string[]): FieldText {
  const [text = '', ...others] = texts;
  return others.length > 0 ? { mixed: texts } : { text };
}

/** The sum of a row, or of its lines with one pay code: blank where there are none. */
function amountOf(lines: PayRow['lines'], code: string | undefined): string {
  const own = code === undefined ? lines : lines.filter(({ payCode }) => payCode === code);
  if (own.length === 0) return '';
  return sumMoney(
    own.map(({ amount }) => amount),
    minorDigits(lines[0].currency) ?? 2,
  );
}
