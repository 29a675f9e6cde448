import { type Issue, quote } from '../issue/issue.js';
import type { Day } from '../time/day.js';
import { cellIssue, checkOrder, neededDay, neededText, readDay, UNTIL } from './cells.js';
import { allIssues, markOverlaps, type PersonRecord, readRecords } from './records.js';
import type { TableInput } from './table.js';

/** Days somebody did not work, both ends counted. With faults it cannot be used, and the person is withheld. */
export interface Leave extends PersonRecord {
  /** Such as parental or sick; plans say what each type counts. */
  readonly type: string;
  readonly from: Day;
  /** Absent while it lasts. */
  readonly to?: Day;
}

/** Leave as read, with everything that was found. */
export interface Leaves {
  readonly leaves: readonly Leave[];
  readonly issues: readonly Issue[];
}

/** The columns of the leave file. */
export const leaveColumns = ['id', 'type', 'from', 'to'] as const;

/**
 * Reads leave: one row per absence, both ends counted; a blank `to` lasts.
 *
 * Issues:   rows.*, leave.overlap
 * @example  parseLeave([{ id: 'e-1', type: 'parental', from: '2026-03-01', to: '2026-05-31' }])
 */
export function parseLeave(input: TableInput): Leaves {
  const read = readRecords(input, { kind: 'leave', columns: leaveColumns, decimal: '.' }, (cells) => {
    const type = neededText(cells, 'type', 'a type of leave of the plan');
    const from = neededDay(cells, 'from');
    const to = readDay(cells, 'to');
    checkOrder(cells, 'rows.date.order', [from, to, 'to']);
    return { type, from, ...(to !== undefined && { to }) };
  });
  const leaves = markOverlaps(
    read.records,
    ({ person }) => person,
    (leave) => leave,
    overlap,
  );
  return { leaves, issues: allIssues({ ...read, records: leaves }) };
}

function overlap(before: Leave, after: Leave): Issue {
  return cellIssue(after.at, 'from', {
    code: 'leave.overlap',
    message: `Rows ${before.at.row} and ${after.at.row} both put ${quote(after.person)} on leave on ${after.from}`,
    expected: 'one leave on any day',
    hint: `End the earlier one on the day before; ${UNTIL.rows}`,
  });
}
