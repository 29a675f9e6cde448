import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { inPercent } from '../num/decimal.js';
import { compare, ONE, type Ratio } from '../num/ratio.js';
import type { Day } from '../time/day.js';
import { cellIssue, listed, UNTIL } from './cells.js';
import type { Assignment, Person } from './people.js';
import { noRecord } from './table.js';

/** Several rows of one id that contradict each other. */
export function duplicate(rows: readonly Person[], differing: readonly string[]): Issue {
  const [first] = rows as [Person];
  const why =
    differing.length > 0 ? `and differ in ${differing.join(', ')}` : 'without a day from which each counts';
  return cellIssue(first.at, 'id', {
    code: 'people.id.duplicate',
    message: `${quote(first.id)} stands in rows ${listed(rows)} ${why}`,
    expected:
      'one row per person, or one per assignment: each but the first with from, and name, hired and left the same in all',
    hint: 'Remove the rows that are wrong, or date them; this person is withheld until then',
  });
}

/** Days between two assignments, or after the last; of one plan, or of the person. */
export function gap(id: string, plan: string | undefined, before: Assignment, after?: Assignment): Issue {
  const { at } = after ?? before;
  const days = after ? `between ${before.to} and ${after.from}` : `after ${before.to}`;
  return cellIssue(at, after ? 'from' : 'to', {
    code: 'people.assignment.gap',
    message: `${quote(id)} has no assignment ${plan ? `in ${plan} ` : ''}${days}`,
    expected: 'assignments that follow each other day by day',
    hint: 'Nothing is paid for these days; correct the days if the person worked',
  });
}

/** Two assignments on the same days. */
export function overlap(id: string, { at, from }: Assignment): Issue {
  return cellIssue(at, 'from', {
    code: 'people.assignment.overlap',
    message: `Two assignments of ${quote(id)} cover ${from ?? 'the same days'}`,
    expected: 'assignments that follow each other, or a share for each of those at once',
    hint: `End the earlier assignment on the day before, or write the shares; ${UNTIL.people}`,
  });
}

/** An assignment without an end, beside a later one in other plans. */
export function beside(id: string, open: Assignment, last: Assignment): Issue {
  return cellIssue(open.at, 'to', {
    code: 'people.plans.beside',
    message: `${quote(id)} stays in ${open.plans?.join(', ')} when row ${last.at.row} begins in other plans on ${last.from}`,
    expected: 'the last day of an assignment that ended',
    hint: 'Write to where this was a move; both are paid otherwise',
  });
}

/** Shares that sum to more than 100 %, which cannot be, or to less, which may be meant. */
export function sharesAre(id: string, rows: readonly Assignment[], sum: Ratio, day: Day): Issue {
  const above = compare(sum, ONE) > 0;
  return cellIssue(rows.at(-1)?.at ?? {}, 'share', {
    code: above ? 'people.share.above' : 'people.share.below',
    message: `The shares of ${quote(id)} in rows ${listed(rows)} sum to ${inPercent(sum)} ${day ? `on ${day}` : 'from the first day'}`,
    expected: 'shares that sum to 100 % on every day',
    hint: above
      ? `Correct a share or the days; ${UNTIL.people}`
      : 'Nothing is paid for the rest; correct a share or the days',
  });
}

/** A row without an id. */
export function noId(at: TablePlace): Issue {
  return cellIssue(at, 'id', {
    code: 'people.id.missing',
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
  return noRecord(row, {
    code: 'people.row.form',
    at,
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
  return cellIssue(at, 'id', {
    code: 'people.id.form',
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

/** A blank cell that what is paid depends on. */
export function missingField(id: string, at: TablePlace, field: string, why: string): Issue {
  return cellIssue(at, field, {
    code: 'people.field.missing',
    message: `${quote(id)} has no ${field}, and ${why}`,
    expected: `a value in the column ${field}`,
    hint: `Write it; ${UNTIL.people}`,
  });
}
