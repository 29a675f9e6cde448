import { isCutId } from '../data/cells.js';
import type { Assignment, People, Person } from '../data/people.js';
import { cellText } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Award } from '../run/run.js';
import { type Day, earlier } from '../time/day.js';
import type { FromColumn } from './pay-map.js';

/** What a column says of the person of an award, or why that cannot be told. */
export type PersonCell = { readonly text: string } | { readonly issue: Issue };

/** Reads a column of people for an award. */
export type ReadPerson = (award: Award, from: FromColumn) => PersonCell;

/** Later than every day. */
const OPEN = '9999-12-31';

/** The last day that counts for an award: the end of its period, or the day the person left. */
export function lastDayOf({ period }: Pick<Award, 'period'>, { left = OPEN }: Pick<Person, 'left'>): Day {
  return earlier(period.end, left);
}

/**
 * Reads columns of people as they stand on the last day that counts: of the assignment in force, or of the last
 * one of the plan that ended before.
 *
 * Issues:   payroll.person.missing, payroll.person.column
 */
export function personReader(people: People | undefined): ReadPerson {
  const known = new Map(people?.people.map((person) => [person.id, person]));
  return (award, { column }) => {
    const person = known.get(award.person);
    if (person === undefined) return { issue: noPerson(award) };
    if (column === 'id') return { text: person.id };
    const inForce = assignmentsOn(person, award);
    if (column === 'name') return cellIn(person, inForce, column, [person.name ?? '']);
    return cellIn(
      person,
      inForce,
      column,
      inForce.map(({ fields }) => valueIn(fields, column)),
    );
  };
}

/** The assignments of a plan in force on the last day that counts; several share the time. */
function assignmentsOn(person: Person, award: Award): readonly Assignment[] {
  const day = lastDayOf(award, person);
  const own = person.assignments.filter(({ plans }) => plans === undefined || plans.includes(award.plan));
  const begun = own.filter(({ from = '' }) => from <= day);
  const inForce = begun.filter(({ to = OPEN }) => to >= day);
  if (inForce.length > 0) return inForce;
  const last = begun
    .map(({ to = OPEN }) => to)
    .toSorted()
    .at(-1);
  return begun.filter(({ to = OPEN }) => to === last);
}

/** A cell as text; the number of a long id that a spreadsheet cut short is none. */
function valueIn(fields: Assignment['fields'], column: string): string {
  const raw = Object.hasOwn(fields, column) ? fields[column] : undefined;
  const text = cellText(raw);
  return isCutId(raw, text) ? '' : text;
}

function cellIn(
  person: Person,
  inForce: readonly Assignment[],
  column: string,
  texts: readonly string[],
): PersonCell {
  const [text = '', ...others] = new Set(texts);
  if (text !== '' && others.length === 0) return { text };
  const columns = inForce.flatMap(({ fields }) => Object.keys(fields));
  const near = columns.includes(column) ? undefined : nearest(column, columns);
  return {
    issue: issue({
      code: 'payroll.person.column',
      at: { ...(inForce[0]?.at ?? person.at), column },
      path: [column],
      message:
        others.length > 0
          ? `${quote(person.id)} has ${[text, ...others].map(quote).join(' and ')} as ${quote(column)} on the last day that counts`
          : `${quote(person.id)} has no ${quote(column)} on the last day that counts`,
      expected: 'one text, which the pay map reads from this column',
      hint: near
        ? `Did you mean the column ${quote(near)}? Correct the pay map`
        : 'Correct the people and calculate once more, or name another column in the pay map',
    }),
  };
}

function noPerson({ person }: Award): Issue {
  return issue({
    code: 'payroll.person.missing',
    message: `${quote(person)} is to be paid and is not among the people of the run`,
    expected: 'a stored run, which has the people it was calculated on',
    hint: 'Give the run.json that was written: columns of people are read from it',
  });
}
