import type { Issue, TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Literal } from '../num/literal.js';
import { structureColumns } from '../plan/document.js';
import type { Day } from '../time/day.js';
import { type Cells, columnsOf, isCutId } from './cells.js';
import { groupBy } from './group.js';
import { mergeRows } from './merge-rows.js';
import { cutId, nearColumn, nobody, noId, noIdColumn, notARecord } from './people-issues.js';
import { readAssignment, readEmployment, salaryColumns } from './person-row.js';
import { cellText, isRecord, type Row, type RowOptions, rowsOf, type TableInput } from './table.js';

/** A stretch of days in which nothing about a person's job changes. Open ends last as long as the employment. */
export interface Assignment {
  readonly from?: Day;
  /** Also where the row left it blank and a later one follows: the day before that. */
  readonly to?: Day;
  /** Currency of every amount of this assignment. */
  readonly currency?: string;
  /** Plans the person takes part in; absent: every plan whose eligibility the person meets. */
  readonly plans?: readonly string[];
  /** The part of the person's time in this assignment, where several run at once, as written; absent: all of it. */
  readonly share?: Literal;
  /** Salary, target percent, team, rating and every other column, as written. */
  readonly fields: Readonly<Record<string, Literal>>;
  readonly at: TablePlace;
}

/** What is the same in all rows of a person. */
export interface Employment {
  readonly name?: string;
  readonly hired?: Day;
  readonly left?: Day;
  /** Why the person left; plans say what leavers get by it. */
  readonly leftReason?: string;
}

/** A person as given. With faults nothing about the person can be trusted, and the person is withheld. */
export interface Person extends Employment {
  readonly id: string;
  readonly assignments: readonly Assignment[];
  readonly at: TablePlace;
  readonly faults: readonly Issue[];
  /** What deserves a look but keeps nobody from being paid. */
  readonly warnings: readonly Issue[];
}

/** People as read, with everything that was found. Plain data; the rows stay as they were. */
export interface People {
  readonly people: readonly Person[];
  readonly issues: readonly Issue[];
  readonly decimal: '.' | ',';
}

export interface PeopleOptions extends RowOptions {}

/**
 * Reads people: one row each; one row per change with its own `from`, which lasts until the day before the
 * next; rows with `from` and `to`, also several at once with a `share` each; or objects with `assignments`.
 * Nobody is lost: a row that cannot be read becomes a person who is withheld, with the reason.
 *
 * Issues:   people.id.*, people.column.*, people.date.*, people.assignment.*, people.share.*, people.left.missing,
 *           people.plans.beside, people.row.form, people.none
 * @example  parsePeople([{ id: 'e-1', salary: '85000', currency: 'USD', targetPercent: '10%', team: 'North' }])
 */
export function parsePeople(input: TableInput, { decimal = '.' }: PeopleOptions = {}): People {
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, 'people');
  if (!isTable) return { people: [], issues: [notARecord(input, {})], decimal };
  const read = Array.from(rows, (row, index) => {
    const fault = faultOf(index);
    const faults = fault === undefined ? [] : [fault];
    return readRow({ stage: 'people', row, at: placeOf(index), decimal, faults });
  });
  const missing =
    rows.length > 0 && rows.every((row) => !isRecord(row) || cellText(row['id']) === '')
      ? [noIdColumn(placeOf(0))]
      : [];
  const people = [...groupBy(read, ({ id }) => id).values()].map((group) => mergeRows(group, decimal));
  const perRow = missing.length > 0 ? people.map((person) => ({ ...person, faults: missing })) : people;
  const near = nearColumns(rows, placeOf(0).file);
  const issues = [
    ...new Set([...near, ...perRow.flatMap((person) => [...person.faults, ...person.warnings])]),
  ];
  return { people: perRow, issues: rows.length === 0 ? [nobody()] : issues, decimal };
}

/** What a row says of a person. A row the file reader does not vouch for has its fault already. */
function readRow(cells: Cells): Person {
  const { row, at, faults } = cells;
  if (!isRecord(row))
    return {
      id: `(row ${at.row})`,
      assignments: [],
      at,
      faults: [...faults, notARecord(row, at)],
      warnings: [],
    };
  const id = cellText(row['id']);
  if (id === '') faults.push(noId(at));
  else if (isCutId(row['id'], id)) faults.push(cutId(at, id));
  const listed = row['assignments'];
  const nested: unknown[] =
    listed === undefined || listed === null || listed === '' ? [row] : [listed].flat();
  const records = nested.filter(isRecord);
  if (nested.length === 0 || records.length < nested.length || isRecord(listed))
    faults.push(notARecord(listed, at));
  return {
    id: id === '' ? `(no id, row ${at.row})` : id,
    ...readEmployment(cells),
    assignments: records.map((one) =>
      readAssignment(one === row ? cells : { ...cells, row: { ...row, ...one } }),
    ),
    at,
    faults,
    warnings: [],
  };
}

const KNOWN: readonly string[] = [...structureColumns, ...salaryColumns];

/** Columns nearly called like one with a meaning of its own: `Left` would leave a leaver in for the year. */
function nearColumns(rows: readonly Row[], file: string | undefined): Issue[] {
  return columnsOf(rows).flatMap((column) => {
    const near = KNOWN.includes(column) || column.length < 4 ? undefined : nearest(column, KNOWN, 1);
    return near === undefined ? [] : [nearColumn(column, near, file)];
  });
}
