import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Literal } from '../num/literal.js';
import { structureColumns } from '../plan/document.js';
import { addDays, type Day, isDay } from '../time/day.js';
import {
  cutId,
  duplicate,
  gap,
  nearColumn,
  nobody,
  noId,
  noIdColumn,
  notARecord,
  overlap,
} from './people-issues.js';
import { cellText, isRecord, type Row, rowsOf, type TableInput } from './table.js';

/** A stretch of days in which nothing about a person's job changes. Open ends last as long as the employment. */
export interface Assignment {
  readonly from?: Day;
  readonly to?: Day;
  /** Currency of every amount of this assignment. */
  readonly currency?: string;
  /** Plans the person takes part in; absent: every plan whose eligibility the person meets. */
  readonly plans?: readonly string[];
  /** Salary, target percent, team, rating and every other column, as written. */
  readonly fields: Readonly<Record<string, Literal>>;
  readonly at: TablePlace;
}

/** A person as given. With faults nothing about the person can be trusted, and the person is withheld. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly hired?: Day;
  readonly left?: Day;
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

export interface PeopleOptions {
  /** The decimal sign of the file; '.' unless declared. */
  readonly decimal?: '.' | ',';
}

const STRUCTURE: ReadonlySet<string> = new Set(structureColumns);

/**
 * Reads people: one row each, or one row per assignment with its own `from`; or objects with `assignments`.
 * Nobody is lost: a row that cannot be read becomes a person who is withheld, with the reason.
 *
 * Issues:   people.id.*, people.column.missing, people.date.*, people.assignment.*, people.row.form
 * @example  parsePeople([{ id: 'e-1', salary: '85000', currency: 'USD', targetPercent: '10%', team: 'North' }])
 */
export function parsePeople(input: TableInput, options: PeopleOptions = {}): People {
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, 'people');
  const decimal = options.decimal ?? '.';
  if (!isTable) return { people: [], issues: [notARecord(input, {})], decimal };
  const read = Array.from(rows, (row, index) => withFault(readRow(row, placeOf(index)), faultOf(index)));
  const missing =
    rows.length > 0 && rows.every((row) => !isRecord(row) || cellText(row['id']) === '')
      ? [noIdColumn(placeOf(0))]
      : [];
  const people = [...groupById(read).values()].map(mergeRows);
  const perRow = missing.length > 0 ? people.map((person) => ({ ...person, faults: missing })) : people;
  const near = nearColumns(rows, placeOf(0).file);
  const issues = [
    ...new Set([...near, ...perRow.flatMap((person) => [...person.faults, ...person.warnings])]),
  ];
  return { people: perRow, issues: rows.length === 0 ? [nobody()] : issues, decimal };
}

/** A row the file reader does not vouch for is withheld. */
function withFault(person: Person, fault: Issue | undefined): Person {
  return fault === undefined ? person : { ...person, faults: [fault, ...person.faults] };
}

function readRow(row: Row, at: TablePlace): Person {
  if (!isRecord(row))
    return { id: `(row ${at.row})`, assignments: [], at, faults: [notARecord(row, at)], warnings: [] };
  const id = cellText(row['id']);
  const faults: Issue[] = id === '' ? [noId(at)] : isCut(row['id'], id) ? [cutId(at, id)] : [];
  const day = (key: string, from: Row, place: TablePlace) => readDay(key, from, place, faults);
  const employment = compact({
    name: cellText(row['name']),
    hired: day('hired', row, at),
    left: day('left', row, at),
  });
  const listed = row['assignments'];
  const nested: unknown[] =
    listed === undefined || listed === null || listed === '' ? [row] : [listed].flat();
  const assignments = nested
    .filter(isRecord)
    .map((one) => readAssignment(one === row ? row : { ...row, ...one }, at, day));
  if (nested.length === 0 || assignments.length < nested.length || isRecord(listed))
    faults.push(notARecord(row['assignments'], at));
  checkOrder(employment.hired, employment.left, 'left', at, faults);
  for (const one of assignments) checkOrder(one.from, one.to, 'to', one.at, faults);
  return {
    id: id === '' ? `(no id, row ${at.row})` : id,
    ...employment,
    assignments,
    at,
    faults,
    warnings: [],
  };
}

function readAssignment(
  row: Row,
  at: TablePlace,
  day: (key: string, from: Row, place: TablePlace) => Day | undefined,
): Assignment {
  const plans = Array.isArray(row['plans'])
    ? Array.from(row['plans'], cellText)
    : cellText(row['plans'])
        .split(/[\s,;|]+/)
        .filter(Boolean);
  const given = Object.entries(row).filter(
    ([key, value]) => !STRUCTURE.has(key) && value !== undefined && value !== null && value !== '',
  );
  // Entries make own properties whatever the column is called, __proto__ included.
  const fields = Object.fromEntries(
    given.map(([key, value]): [string, Literal] => [
      key,
      typeof value === 'number' ? value : cellText(value),
    ]),
  );
  const known = compact({
    from: day('from', row, at),
    to: day('to', row, at),
    currency: cellText(row['currency']),
  });
  return { ...known, ...((plans.length > 0 || Array.isArray(row['plans'])) && { plans }), fields, at };
}

/** Leaves out what is absent or blank. */
function compact<T extends Record<string, string | undefined>>(record: T): { [K in keyof T]?: string } {
  const kept = Object.entries(record).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as { [K in keyof T]?: string };
}

function readDay(key: string, row: Row, at: TablePlace, faults: Issue[]): Day | undefined {
  const text = cellText(row[key]);
  if (text === '' || isDay(text)) return text === '' ? undefined : text;
  faults.push(
    issue({
      code: 'people.date.form',
      at: { ...at, column: key },
      path: [key],
      message: `${quote(text)} is not a day`,
      expected: 'a day that exists, as YYYY-MM-DD',
      hint: 'Correct the cell; this person is withheld until then',
    }),
  );
  return undefined;
}

function checkOrder(
  first: Day | undefined,
  last: Day | undefined,
  column: string,
  at: TablePlace,
  faults: Issue[],
): void {
  if (first === undefined || last === undefined || first <= last) return;
  faults.push(
    issue({
      code: 'people.date.order',
      at: { ...at, column },
      path: [column],
      message: `${last} lies before ${first}`,
      expected: 'an end on or after the beginning',
      hint: 'Correct one of the two days; this person is withheld until then',
    }),
  );
}

function groupById(people: readonly Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const group = groups.get(person.id);
    if (group) group.push(person);
    else groups.set(person.id, [person]);
  }
  return groups;
}

/** One person of all rows with the same id: dated rows are assignments, others contradict each other. */
function mergeRows(rows: readonly Person[]): Person {
  const [first] = rows as [Person];
  const faults = rows.flatMap((row) => row.faults);
  const assignments = rows.flatMap((row) => row.assignments).toSorted(byStart);
  if (rows.length > 1) {
    const differing = (['name', 'hired', 'left'] as const).filter((key) =>
      rows.some((row) => row[key] !== first[key]),
    );
    const undated = assignments.filter((one) => one.from === undefined).length > 1;
    if (undated || differing.length > 0) return { ...first, faults: [...faults, duplicate(rows, differing)] };
  }
  const pairs = assignments
    .slice(1)
    .map((after, index) => [assignments[index] as Assignment, after] as const);
  const overlapping = pairs.find(([before, after]) => overlaps(before, after));
  const gaps = pairs
    .filter(([before, after]) => leavesGap(before, after))
    .map(([before, after]) => gap(first.id, before, after));
  const warnings = [...first.warnings, ...gaps];
  return {
    ...first,
    assignments,
    warnings,
    faults: overlapping ? [...faults, overlap(first.id, overlapping[1])] : faults,
  };
}

function byStart(a: Assignment, b: Assignment): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

function leavesGap(before: Assignment, after: Assignment): boolean {
  return before.to !== undefined && after.from !== undefined && addDays(before.to, 1) < after.from;
}

function overlaps(before: Assignment, after: Assignment): boolean {
  return before.to === undefined || after.from === undefined || after.from <= before.to;
}

/** Columns nearly called like one with a meaning of its own: `Left` would leave a leaver in for the year. */
function nearColumns(rows: readonly Row[], file: string | undefined): Issue[] {
  const columns = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])));
  return [...columns].flatMap((column) => {
    const near =
      STRUCTURE.has(column) || column.length < 4 ? undefined : nearest(column, structureColumns, 1);
    return near === undefined ? [] : [nearColumn(column, near, file)];
  });
}

/** Numbers of more than 15 digits, and errors of a spreadsheet, are not the id somebody wrote. */
function isCut(raw: unknown, id: string): boolean {
  return (
    (typeof raw === 'number' && !Number.isSafeInteger(raw)) ||
    /^#(MORE|NOT|N\/A|REF|VALUE|NAME|NUM|DIV|NULL)/.test(id)
  );
}
