import type { Issue, TablePlace } from '../issue/issue.js';
import { cellIssue, checkOrder, UNTIL } from './cells.js';
import type { Assignment, Employment, Person } from './people.js';
import { duplicate } from './people-issues.js';
import { isUndatedTwice, timelineOf } from './timeline.js';

const EMPLOYMENT = ['name', 'hired', 'left', 'leftReason'] as const;
type EmploymentColumn = (typeof EMPLOYMENT)[number];

/** One person of all rows with the same id: dated rows are assignments, others contradict each other. */
export function mergeRows(rows: readonly Person[], decimal: '.' | ','): Person {
  const [first] = rows as [Person];
  const faults = rows.flatMap((row) => row.faults);
  const assignments = rows.flatMap((row) => row.assignments);
  const { stated } = statedIn(rows);
  const differing = EMPLOYMENT.filter((key) => rows.some((row) => contradicts(row, stated, key)));
  if (differing.length > 0 || (rows.length > 1 && isUndatedTwice(assignments)))
    return { ...first, faults: [...faults, duplicate(rows, differing)] };
  return settle({ ...first, ...stated, assignments, faults }, decimal, placeOfLeaving(rows) ?? first.at);
}

/** Where the leaving is stated. */
export function placeOfLeaving(
  rows: readonly (Employment & { readonly at: TablePlace })[],
): TablePlace | undefined {
  return (rows.find((row) => row.left !== undefined) ?? rows.find((row) => row.leftReason !== undefined))?.at;
}

/** What rows say of the employment, and where they differ; blank cells say nothing. */
export function statedIn(rows: readonly Employment[]): { stated: Employment; differing: EmploymentColumn[] } {
  const stated = Object.fromEntries(
    EMPLOYMENT.flatMap((key) => {
      const row = rows.find((one) => one[key] !== undefined);
      return row ? [[key, row[key]]] : [];
    }),
  ) as Employment;
  const differs = (key: EmploymentColumn) =>
    rows.some((row) => row[key] !== undefined && row[key] !== stated[key]);
  return { stated, differing: EMPLOYMENT.filter(differs) };
}

/** A blank cell means the same as the other rows, but not in a row of days that their hire or leaving excludes. */
function contradicts(row: Person, stated: Employment, key: EmploymentColumn): boolean {
  if (row[key] !== undefined) return row[key] !== stated[key];
  const { hired = '', left = '~' } = stated;
  const isOutside = ({ from = '', to = '~' }: Assignment) => (key === 'left' ? from > left : to < hired);
  return (
    (key === 'left' || key === 'hired') && row.assignments.length > 0 && row.assignments.every(isOutside)
  );
}

/** A person with the days of the assignments worked out, and what was found in them; `at` is where the leaving is stated. */
export function settle(person: Person, decimal: '.' | ',', at: TablePlace): Person {
  const { hired, left, leftReason } = person;
  const faults: Issue[] = [...person.faults];
  checkOrder({ at, faults }, 'people.date.order', [hired, left, 'left']);
  if (leftReason !== undefined && left === undefined) faults.push(noDayOfLeaving(at));
  const timeline = timelineOf(person, person.assignments, decimal);
  return {
    ...person,
    assignments: timeline.assignments,
    faults: [...faults, ...timeline.faults],
    warnings: timeline.warnings,
  };
}

function noDayOfLeaving(at: TablePlace): Issue {
  return cellIssue(at, 'left', {
    code: 'people.left.missing',
    message: 'This row says why the person left, and not when',
    expected: 'the last day of the employment in left',
    hint: `Write the day, or clear leftReason; ${UNTIL.people}`,
  });
}
