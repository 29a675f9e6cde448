import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import type { Assignment, Person } from './people.js';

/** Several rows of one id that contradict each other. */
export function duplicate(rows: readonly Person[], differing: readonly string[]): Issue {
  const [first] = rows as [Person];
  const why =
    differing.length > 0 ? `and differ in ${differing.join(', ')}` : 'without a day from which each counts';
  return issue({
    code: 'people.id.duplicate',
    at: { ...first.at, column: 'id' },
    path: ['id'],
    message: `${quote(first.id)} stands in rows ${rows.map((row) => row.at.row).join(', ')} ${why}`,
    expected:
      'one row per person, or one per assignment: each but the first with from, and name, hired and left the same in all',
    hint: 'Remove the rows that are wrong, or date them; this person is withheld until then',
  });
}

/** Days between two assignments. */
export function gap(id: string, before: Assignment, after: Assignment): Issue {
  return issue({
    code: 'people.assignment.gap',
    at: { ...after.at, column: 'from' },
    path: ['from'],
    message: `${quote(id)} has no assignment between ${before.to} and ${after.from}`,
    expected: 'assignments that follow each other day by day',
    hint: 'Nothing is paid for the days between; correct the days if the person worked',
  });
}

/** Two assignments on the same days. */
export function overlap(id: string, { at, from }: Assignment): Issue {
  return issue({
    code: 'people.assignment.overlap',
    at: { ...at, column: 'from' },
    path: ['from'],
    message: `Two assignments of ${quote(id)} cover ${from ?? 'the same days'}`,
    expected: 'assignments that follow each other, each with from, and to before the next begins',
    hint: 'End the earlier assignment on the day before; this person is withheld until then',
  });
}

/** A row without an id. */
export function noId(at: TablePlace): Issue {
  return issue({
    code: 'people.id.missing',
    at: { ...at, column: 'id' },
    path: ['id'],
    message: 'This row has no id, so nobody can be paid for it',
    expected: 'an id for every person',
    hint: 'Write the id; the row is withheld until then',
  });
}

/** No row has an id. */
export function noIdColumn(at: TablePlace): Issue {
  return issue({
    code: 'people.column.missing',
    at: at.file === undefined ? {} : { file: at.file },
    path: ['id'],
    message: 'No row has an id: there is no column id, or it is empty',
    expected: 'a column called id',
    hint: 'Rename the column that identifies people to id',
  });
}

/** A row that is not an object. */
export function notARecord(row: unknown, at: TablePlace): Issue {
  return issue({
    code: 'people.row.form',
    at,
    message: `${quote(row)} is not a record`,
    expected: 'an object with id and other fields; assignments is a list of objects',
    hint: 'Compare with the schema: variable-pay schema people',
  });
}

/** No rows at all. */
export function nobody(): Issue {
  return issue({
    code: 'people.none',
    message: 'There are no people',
    expected: 'at least one row',
    hint: 'Check that this is the right file',
  });
}

/** An id that lost digits. */
export function cutId(at: TablePlace, id: string): Issue {
  return issue({
    code: 'people.id.form',
    at: { ...at, column: 'id' },
    path: ['id'],
    message: `${quote(id)} is not the id that was written: digits were lost before it could be read`,
    expected: 'ids as text',
    hint: 'Quote the id in JSON, or make the column text in the spreadsheet; the row is withheld until then',
  });
}

/** A column nearly called like one with a meaning of its own. */
export function nearColumn(column: string, near: string, file: string | undefined): Issue {
  return issue({
    code: 'people.column.near',
    at: file === undefined ? {} : { file },
    path: [column],
    message: `The column ${quote(column)} is read as a field of its own, and is nearly ${quote(near)}`,
    expected: `${near}, if that is meant`,
    hint: 'Rename it; columns are compared letter by letter',
  });
}
