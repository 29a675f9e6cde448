import { groupBy } from '../data/group.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Layout, LayoutFile } from './layout.js';
import type { PayLine } from './pay-line.js';
import { type PayRow, plainField, rowsOfLines } from './pay-row.js';
import type { ReadSetting, SettingOf } from './settings.js';

/** The rows of the files of one currency, and of one legal employer where they differ by that. */
export interface FilePart {
  readonly currency: string;
  readonly rows: readonly PayRow[];
}

/** Lines by the files they go into. */
export function fileParts(lines: readonly PayLine[], layout: Layout, read: ReadSetting): FilePart[] {
  const employers = Object.entries(layout.settings ?? {}).filter(([, { by }]) => by === 'legalEmployer');
  const keyOf = (line: PayLine) =>
    JSON.stringify([
      line.currency,
      ...employers.map(([name]) => read(name, line) ?? ''),
      ...(layout.perFile ?? []).map((field) => plainField(line, field)),
    ]);
  const parts = [...groupBy(lines, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const seen = new Map<string, number>();
  return parts.map(([, own]) => ({
    currency: own[0]?.currency ?? '',
    rows: rowsOfLines(own, layout).map((row) => ({
      lines: row,
      before: countedBefore(row[0], layout, seen),
    })),
  }));
}

/** How many rows came before that payroll would take for this one. */
function countedBefore(line: PayLine, { unique }: Layout, seen: Map<string, number>): number {
  if (unique === undefined) return 0;
  const key = JSON.stringify(unique.map((field) => plainField(line, field)));
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return before;
}

/**
 * Rows that would replace each other when they are imported, unless the layout numbers them.
 *
 * Issues:   payroll.line.twice
 */
export function replacedRows(parts: readonly FilePart[], layout: Layout, read: ReadSetting): Issue[] {
  const { unique = [], sequence = '' } = layout;
  const again = parts.flatMap(({ rows }) => rows.filter(({ before }) => before > 0));
  return again
    .filter(({ lines: [line] }) => read(sequence, line) === undefined)
    .map(({ lines: [line] }) =>
      issue({
        code: 'payroll.line.twice',
        path: ['lines', line.lineId],
        message: `${quote(line.employeeId)} has a second line for ${quote(line.payCode)} on ${line.payDate}, in ${line.currency}: ${layout.title} would keep the last only`,
        expected: `one line for each ${unique.join(', ')}`,
        hint:
          sequence === ''
            ? 'Pay in one currency: convert in the pay map; or use another pay code'
            : `Convert in the pay map, use another pay code, or give the setting ${quote(sequence)} if sequence numbers are configured`,
      }),
    );
}

/**
 * Rows that would pay two people as one: ids of payroll tell people apart within a legal employer only.
 *
 * Issues:   payroll.line.mixed
 */
export function sharedRows(parts: readonly FilePart[]): Issue[] {
  return parts
    .flatMap(({ rows }) => rows)
    .filter(({ lines }) => new Set(lines.map(({ legalEmployer }) => legalEmployer)).size > 1)
    .map(({ lines }) => {
      const employers = [...new Set(lines.map(({ legalEmployer = '' }) => legalEmployer))].toSorted();
      return issue({
        code: 'payroll.line.mixed',
        path: ['lines', lines[0].lineId],
        message: `Lines of ${quote(lines[0].employeeId)} would be one row and are of ${employers.map(quote).join(' and ')}: that may be two people`,
        expected: 'files of their own for legal employers, or one legal employer for each id',
        hint: 'Give the settings by legal employer, so that each has its own file, or pay codes of their own',
      });
    });
}

/** Settings in a text: `{name}`, or `{name:_3}` filled up with _ to three letters. */
export const SLOT = /\{([A-Za-z][A-Za-z0-9_-]*)(?::([^{}\d])(\d))?\}/g;

/** Fields of the line that may stand there beside settings. */
export const SLOT_FIELDS: readonly string[] = ['currency', 'legalEmployer', 'payCode'];

/** A text of the layout with its settings put in. */
export function filledIn(
  text: string,
  read: ReadSetting,
  line: SettingOf & Pick<PayLine, 'currency'>,
): string {
  return text.replace(SLOT, (_, name: string, fill?: string, width?: string) => {
    const value = name === 'currency' ? line.currency : (plainName(name, line) ?? read(name, line) ?? '');
    return fill === undefined ? value : value.padEnd(Number(width), fill);
  });
}

function plainName(name: string, line: SettingOf): string | undefined {
  return name === 'legalEmployer' || name === 'payCode' ? (line[name] ?? '') : undefined;
}

/**
 * The name of a file of a part; a name that a disk may not take is refused.
 *
 * Issues:   payroll.cell.form
 */
export function fileNameOf(
  { name }: LayoutFile,
  { rows }: FilePart,
  read: ReadSetting,
): { readonly name: string; readonly issues: readonly Issue[] } {
  const [line] = (rows[0] as PayRow).lines;
  const filled = filledIn(name, read, line);
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._+&-]{0,119}$/u.test(filled)) return { name: filled, issues: [] };
  return {
    name: filled,
    issues: [
      issue({
        code: 'payroll.cell.form',
        path: ['files', filled],
        message: `${quote(filled)} cannot be the name of a file`,
        expected: 'letters, digits, blanks, dots, &, +, - or _ (120 at most)',
        hint: 'Correct the setting or the legal employer that stands in it',
      }),
    ],
  };
}
