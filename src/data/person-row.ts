import { quote } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare, ONE, sign } from '../num/ratio.js';
import { structureColumns } from '../plan/document.js';
import { type Cells, cellIssue, checkOrder, literalCell, readDay, readMeasure, UNTIL } from './cells.js';
import type { Assignment, Employment } from './people.js';
import { cellText } from './table.js';

/** Columns that plans do not name and that change what is paid all the same. */
export const salaryColumns = ['hoursShare', 'salaryIs', 'salaryTimes'] as const;

const STRUCTURE: ReadonlySet<string> = new Set(structureColumns);

/** What a row says of the employment; blank cells are left out. */
export function readEmployment(cells: Cells): Employment {
  return compact({
    name: cellText(cells.row['name']),
    hired: readDay(cells, 'hired'),
    left: readDay(cells, 'left'),
    leftReason: cellText(cells.row['leftReason']),
  });
}

/** What a row says of an assignment; blank cells are left out. */
export function readAssignment(cells: Cells): Assignment {
  const { row, at } = cells;
  const plans = Array.isArray(row['plans'])
    ? Array.from(row['plans'], cellText)
    : cellText(row['plans'])
        .split(/[\s,;|]+/)
        .filter(Boolean);
  const given = Object.entries(row).filter(([key, value]) => !STRUCTURE.has(key) && cellText(value) !== '');
  const known = compact({
    from: readDay(cells, 'from'),
    to: readDay(cells, 'to'),
    currency: cellText(row['currency']),
  });
  checkOrder(cells, 'people.date.order', [known.from, known.to, 'to']);
  return {
    ...known,
    ...((plans.length > 0 || Array.isArray(row['plans'])) && { plans }),
    ...readShare(cells),
    // Entries make own properties whatever the column is called, __proto__ included.
    fields: Object.fromEntries(given.map(([key, value]): [string, Literal] => [key, literalCell(value)])),
    at,
  };
}

function readShare({ row, at, decimal, faults }: Cells): { share?: Literal } {
  const share = literalCell(row['share']);
  if (share === '') return {};
  const value = readMeasure(share, 'share', { decimal });
  const isPart = 'n' in value && sign(value) > 0 && compare(value, ONE) <= 0;
  if (!isPart) {
    faults.push(
      cellIssue(at, 'share', {
        code: 'people.share.form',
        message: 'n' in value ? `${quote(share)} is no part of a person's time` : value.message,
        expected: 'a percentage above 0% and up to 100%, such as 60%',
        hint: `${'n' in value ? 'Correct the cell' : value.hint}; ${UNTIL.people}`,
      }),
    );
  }
  return { share };
}

/** Leaves out what is absent or blank. */
function compact<T extends Record<string, string | undefined>>(record: T): { [K in keyof T]?: string } {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as { [K in keyof T]?: string };
}
