import { formatIssue, type Issue } from '../issue/issue.js';
import { structureColumns } from '../plan/document.js';
import { type Cells, columnsOf } from './cells.js';
import { type Change, changeAssignments, valuesOf } from './change-assignments.js';
import { contrary, refusedColumn, unknownColumn, unknownPerson } from './changes-issues.js';
import { groupBy } from './group.js';
import { placeOfLeaving, settle, statedIn } from './merge-rows.js';
import type { People, Person } from './people.js';
import { readAssignment, readEmployment, salaryColumns } from './person-row.js';
import { allIssues, readRecords } from './records.js';
import { cellText, rowsOf, type TableInput } from './table.js';

/**
 * Merges changes onto people: a row has `id`, `from` and the columns that change; blank cells change nothing.
 * A change holds from its day until the next dated row of the people begins. `name`, `hired`, `left` and
 * `leftReason` need no `from`. An id that is not among the people and has `hired` is a new person. Numbers are
 * written as in the people file. Merging the same changes once more changes nothing.
 *
 * Issues:   rows.*, changes.*, people.share.*, people.assignment.*, people.plans.beside, people.date.order, people.left.missing
 * @example  applyChanges(people, [{ id: 'e-1', from: '2026-07-01', salary: '90000' }])
 */
export function applyChanges(people: People, input: TableInput): People {
  const { decimal } = people;
  const read = readRecords(input, { kind: 'changes', decimal }, readChange);
  const changes = groupBy(read.records, ({ person }) => person);
  const ids = new Set(people.people.map(({ id }) => id));
  const known = people.people.map((person) => changed(person, changes.get(person.id), decimal));
  const added = [...changes].filter(([id]) => !ids.has(id)).map(([id, own]) => newPerson(id, own, decimal));
  const all = [...known, ...added];
  const found = all.filter(({ id }) => changes.has(id)).flatMap((one) => [...one.faults, ...one.warnings]);
  const columns = unknownColumns(people, input);
  return {
    people: all,
    issues: distinct([...people.issues, ...columns, ...allIssues(read), ...found]),
    decimal,
  };
}

function readChange(cells: Cells): Omit<Change, 'person' | 'at' | 'faults'> {
  for (const column of ['to', 'assignments'])
    if (cellText(cells.row[column]) !== '') cells.faults.push(refusedColumn(cells.at, column));
  return { ...readEmployment(cells), assignment: readAssignment(cells) };
}

/** A person after the changes; as before, and withheld, where something is wrong with one of them. */
function changed(person: Person, changes: readonly Change[] | undefined, decimal: '.' | ','): Person {
  if (changes === undefined) return person;
  const { stated, differing } = statedIn(changes);
  const after = changeAssignments({ ...person, ...stated }, changes);
  const faults = changes.flatMap((change) => change.faults);
  if (person.faults.length === 0) faults.push(...differing.map((column) => contrary(changes, column)));
  if (person.faults.length === 0 && faults.length === 0) faults.push(...after.faults);
  if (faults.length > 0 || person.faults.length > 0)
    return { ...person, faults: distinct([...person.faults, ...faults]) };
  const at = placeOfLeaving(changes) ?? person.at;
  const settled = settle({ ...person, ...stated, assignments: after.assignments }, decimal, at);
  return { ...settled, warnings: distinct([...person.warnings, ...settled.warnings, ...after.warnings]) };
}

/** Somebody who is not among the people: hired, and all changes without a day count from then. */
function newPerson(id: string, changes: readonly Change[], decimal: '.' | ','): Person {
  const { at } = changes[0] as Change;
  const hired = changes.find((change) => change.hired !== undefined)?.hired;
  const nobody: Person = { id, at, assignments: [], faults: [], warnings: [] };
  if (hired === undefined) {
    const faults = changes.flatMap((change) => change.faults);
    const isMisread = faults.some(({ path }) => path[0] === 'hired');
    return { ...nobody, faults: distinct(isMisread ? faults : [...faults, unknownPerson(id, at)]) };
  }
  const dated = changes.map((change) => ({ ...change, assignment: { from: hired, ...change.assignment } }));
  const days = dated
    .filter(({ assignment }) => valuesOf(assignment).size > 0)
    .map((one) => one.assignment.from);
  const [from = hired] = days.toSorted();
  return changed({ ...nobody, assignments: [{ from, fields: {}, at }] }, dated, decimal);
}

/** Columns that no row of the people has: a slip would leave the right one as it was. */
function unknownColumns({ people }: People, input: TableInput): Issue[] {
  const { rows, placeOf } = rowsOf(input, 'changes');
  const known = new Set<string>([...structureColumns, ...salaryColumns]);
  for (const { assignments } of people)
    for (const { fields } of assignments) for (const field of Object.keys(fields)) known.add(field);
  const unknown = columnsOf(rows).filter((column) => !known.has(column));
  return unknown.map((column) => unknownColumn(column, [...known], placeOf(0).file));
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [formatIssue(one), one])).values()];
}
