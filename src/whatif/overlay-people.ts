import type { Assignment, People, Person } from '../data/people.js';
import type { Issue, Path } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { type Change, changed, numberOfChange, writtenExactly } from './change.js';
import { noNumber, refusedValue, unknownName } from './faults.js';
import type { ColumnInput } from './input.js';

/** People after a change, and whose rows it was. */
export interface ChangedPeople {
  readonly people: People;
  readonly touched: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * People with one column changed: of everybody who has it, of some, or of those in groups. Blank cells stay blank where the
 * column grows; days of employment and currencies are no columns that change.
 *
 * Issues:   whatif.column.unknown, whatif.person.unknown, whatif.value.number, whatif.value.refused
 */
export function changePeople(
  people: People,
  { input, change, path }: { readonly input: ColumnInput; readonly change: Change; readonly path: Path },
): ChangedPeople {
  const issues = namesIn(people, input, path);
  const by = numberOfChange(change);
  if (change.how !== 'is' && by === undefined) issues.push(noNumber(change.raw, path));
  if (change.how === 'is' && !['string', 'number'].includes(typeof change.raw))
    issues.push(noNumber(change.raw, path));
  if (issues.length > 0) return { people, touched: [], issues };
  const ids = input.person === undefined ? undefined : new Set([input.person].flat());
  const found: Found = { input, change, path, decimal: people.decimal, touched: [], issues };
  const next = people.people.map((person) =>
    ids === undefined || ids.has(person.id) ? withColumn(person, found) : person,
  );
  if (found.issues.length > 0) return { people, touched: [], issues: found.issues.slice(0, MOST) };
  return { people: { ...people, people: next }, touched: found.touched, issues: [] };
}

/** One kind of fault in thousands of rows is told by its first. */
const MOST = 5;

interface Found {
  readonly input: ColumnInput;
  readonly change: Change;
  readonly path: Path;
  readonly decimal: '.' | ',';
  readonly touched: string[];
  readonly issues: Issue[];
}

function withColumn(person: Person, found: Found): Person {
  const assignments = person.assignments.map((one) =>
    isMeant(one, found.input) ? changedCell(one, found) : one,
  );
  if (assignments.every((one, index) => one === person.assignments[index])) return person;
  found.touched.push(person.id);
  return { ...person, assignments };
}

function isMeant({ fields }: Assignment, { where = {} }: ColumnInput): boolean {
  return Object.entries(where).every(
    ([key, wanted]) =>
      Object.hasOwn(fields, key) && [wanted].flat().some((one) => String(one) === String(fields[key])),
  );
}

function changedCell(
  assignment: Assignment,
  { input: { column }, change, decimal, path, issues }: Found,
): Assignment {
  const { fields } = assignment;
  const cell = Object.hasOwn(fields, column) ? fields[column] : undefined;
  const write = (value: Literal): Assignment => ({ ...assignment, fields: { ...fields, [column]: value } });
  if (change.how === 'is') return write(inDecimals(change.raw as Literal, decimal));
  if (cell === undefined || cell === '') return assignment;
  const read = readLiteral(cell, { decimal });
  const by = numberOfChange(change);
  if (!isNumber(read) || by === undefined) {
    issues.push(noNumber(cell, path));
    return assignment;
  }
  const text = writtenExactly(changed(read.value, change.how, by));
  if (text === undefined)
    issues.push(refusedValue(`${cell} would have too many digits`, path, 'at most 18 digits'));
  return text === undefined ? assignment : write(text);
}

/** A question is written with a decimal point, the file perhaps with a comma. */
function inDecimals(raw: Literal, decimal: '.' | ','): Literal {
  const read = decimal === ',' ? readLiteral(raw) : undefined;
  return read && isNumber(read) ? (writtenExactly(read.value) ?? raw) : raw;
}

function namesIn({ people }: People, { column, person, where = {} }: ColumnInput, path: Path): Issue[] {
  const columns = new Set(
    people.flatMap(({ assignments }) => assignments.flatMap(({ fields }) => Object.keys(fields))),
  );
  const issues = [column, ...Object.keys(where)]
    .filter((key) => !columns.has(key))
    .map((key) => unknownName('column', key, [...columns], path));
  const ids = new Set(people.map(({ id }) => id));
  for (const id of person === undefined ? [] : [person].flat())
    if (!ids.has(id)) issues.push(unknownName('person', id, [...ids], path));
  for (const [key, wanted] of Object.entries(where)) {
    if (!columns.has(key)) continue;
    const known = new Set(
      people.flatMap(({ assignments }) => assignments.map(({ fields }) => String(fields[key] ?? ''))),
    );
    for (const one of [wanted].flat().map(String))
      if (!known.has(one))
        issues.push(unknownName('value', one, [...known].filter(Boolean), [...path, 'where', key]));
  }
  return issues;
}
