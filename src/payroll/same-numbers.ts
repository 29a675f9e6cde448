import { groupBy } from '../data/group.js';
import type { Issue } from '../issue/issue.js';
import type { FilePart } from './file-parts.js';
import { isOn, type Layout } from './layout.js';
import { sameNumber } from './pay-issues.js';

/**
 * Ids of one file that payroll reads as one number: they are written as they are, so what they become is told here.
 *
 * Issues:   payroll.employee.twice
 */
export function sameNumbers(parts: readonly FilePart[], { numericIds, title }: Layout): Issue[] {
  return isOn(numericIds) ? parts.flatMap((part) => sameInPart(part, title)) : [];
}

function sameInPart({ rows }: FilePart, title: string): Issue[] {
  const ids = [...new Set(rows.map(({ lines: [{ employeeId }] }) => employeeId))];
  return [...groupBy(ids, withoutZeros).values()]
    .filter(({ length }) => length > 1)
    .map((same) => sameNumber(same, title));
}

/** Digits without the zeros before them; other texts are no number. */
function withoutZeros(id: string): string {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}
