import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Day } from '../time/day.js';
import { cellIssue, listed, UNTIL } from './cells.js';
import type { PersonRecord } from './records.js';

/** A column that says when a change ends, or changes within a change. */
export function refusedColumn(at: TablePlace, column: string): Issue {
  return cellIssue(at, column, {
    code: 'changes.column.refused',
    message: `A change has no ${column}`,
    expected: 'from and the columns that change',
    hint: `Write what holds afterwards as a change from the day after; ${UNTIL.rows}`,
  });
}

/** A column that no row of the people has. */
export function unknownColumn(column: string, known: readonly string[], file: string | undefined): Issue {
  const near = nearest(column, known);
  return issue({
    code: 'rows.column.unknown',
    at: file === undefined ? {} : { file },
    path: [column],
    message: `No row of the people has a column ${quote(column)}`,
    expected: 'a column of the people file',
    hint: near
      ? `Did you mean ${quote(near)}?`
      : 'Correct it if it is misspelt; it is a new column otherwise',
  });
}

/** An id that is not among the people. */
export function unknownPerson(id: string, at: TablePlace): Issue {
  return cellIssue(at, 'id', {
    code: 'changes.person.unknown',
    message: `${quote(id)} is not among the people`,
    expected: 'an id of the people file, or for a new person the day in hired',
    hint: `Correct the id, or write hired; ${UNTIL.rows}`,
  });
}

/** Rows that give one column two values. */
export function contrary(rows: readonly PersonRecord[], column: string): Issue {
  return cellIssue(rows[0]?.at ?? {}, column, {
    code: 'changes.row.differ',
    message: `Rows ${listed(rows)} change ${column} of ${quote(rows[0]?.person)} to different values`,
    expected: 'one value of a column from one day on',
    hint: `Remove the rows that are wrong; ${UNTIL.rows}`,
  });
}

/** A change of a dated column without its day. */
export function noFrom({ person, at }: PersonRecord): Issue {
  return cellIssue(at, 'from', {
    code: 'changes.from.missing',
    message: `This row does not say from which day ${quote(person)} changes`,
    expected: 'a day as YYYY-MM-DD',
    hint: `Write the day; ${UNTIL.rows}`,
  });
}

/** A change on a day without an assignment. */
export function outside({ person, at }: PersonRecord, day: Day): Issue {
  return cellIssue(at, 'from', {
    code: 'changes.from.outside',
    message: `${quote(person)} has no assignment on ${day}, or is not employed`,
    expected: 'a day of the employment in some row of the people',
    hint: `Correct the day, or the days of the people; ${UNTIL.rows}`,
  });
}

/** A change on a day of several assignments. */
export function several({ person, at }: PersonRecord, day: Day): Issue {
  return cellIssue(at, 'from', {
    code: 'changes.from.several',
    message: `${quote(person)} has several assignments on ${day}, and this row does not say which changes`,
    expected: 'a change of somebody with one assignment',
    hint: `Write the change into the people file; ${UNTIL.rows}`,
  });
}

/** A change that a later row of the people ends. */
export function ended({ person, at }: PersonRecord, column: string, day: Day): Issue {
  return cellIssue(at, column, {
    code: 'changes.row.later',
    message: `The new ${column} of ${quote(person)} holds until ${day}, when a row of the people says otherwise`,
    expected: 'later rows of the people with the new value, if it is to last',
    hint: 'Add a change from that day on',
  });
}
