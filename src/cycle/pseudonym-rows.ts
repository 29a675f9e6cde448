import type { Actual } from '../data/actuals.js';
import { countColumns } from '../data/counts.js';
import type { Assignment, Person } from '../data/people.js';
import { type Issue, issue } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import type { RunInputs } from '../retro/stored-run.js';
import type { Texts } from './pseudonym-texts.js';

/** What is kept of people: which columns, and which of them hold numbers. */
export interface Columns {
  readonly kept: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** Stands where text was that is not shown. */
export const NOT_SHOWN = '(not shown)';

/** A cell that is no number where one belongs stays none. */
const NO_NUMBER = '?';

type Decimal = '.' | ',';

/** The inputs of a run with pseudonyms; rows in their order, or in that of what they say, which tells nothing. */
export function inputsWith(
  texts: Texts,
  columns: Columns,
  inputs: RunInputs,
  order: <T>(rows: readonly T[]) => readonly T[],
) {
  const { plans, people, actuals, leave, earnings, exceptions, decisions, rates } = inputs;
  const records = <T extends object>(rows: readonly T[], decimal: Decimal = '.') =>
    numbered(order(rows.map((row) => recordWith(row, texts, decimal)))) as T[];
  const file = <T extends object>(rows: T[], { issues }: { readonly issues: readonly Issue[] }) => ({
    rows,
    issues: findingsOf(rows, issues),
  });
  const { rows: persons, ...ofPeople } = file(
    numbered(order(people.people.map((one) => personWith(one, texts, columns, people.decimal)))),
    people,
  );
  const { rows: values, ...ofActuals } = file(
    numbered(order(actuals.actuals.map((one) => actualWith(one, texts, actuals.decimal)))),
    actuals,
  );
  const leaves = leave && file(records(leave.leaves), leave);
  const earned = earnings && file(records(earnings.earnings, earnings.decimal), earnings);
  const excepted = exceptions && file(records(exceptions.exceptions, exceptions.decimal), exceptions);
  const decided = decisions && file(records(decisions.decisions), decisions);
  return {
    plans,
    people: { people: persons, ...ofPeople, decimal: people.decimal },
    actuals: { actuals: values, ...ofActuals, decimal: actuals.decimal },
    ...(leaves && { leave: { leaves: leaves.rows, issues: leaves.issues } }),
    ...(earned && {
      earnings: { earnings: earned.rows, issues: earned.issues, decimal: earnings.decimal },
    }),
    ...(excepted && {
      exceptions: { exceptions: excepted.rows, issues: excepted.issues, decimal: exceptions.decimal },
    }),
    ...(decided && { decisions: { decisions: decided.rows, issues: decided.issues } }),
    ...(rates && { rates: { ...rates, issues: silent(rates.issues) } }),
  };
}

/** What was found in rows, and what was found in a file beside them, each without its words. */
function findingsOf(rows: readonly object[], issues: readonly Issue[]): Issue[] {
  const inRows = rows.flatMap((row) => [
    ...('faults' in row ? (row.faults as readonly Issue[]) : []),
    ...('warnings' in row ? (row.warnings as readonly Issue[]) : []),
  ]);
  const told = new Set(inRows.map(({ code }) => code));
  return [...inRows, ...silent(issues).filter(({ code }) => !told.has(code))];
}

/** Where a row stood in its file says where the person stood in a list: rows are counted anew. */
function numbered<T extends object>(rows: readonly T[]): T[] {
  return rows.map((row, index) => {
    const at = { row: index + 1 };
    const faults = 'faults' in row ? { faults: silent(row.faults as readonly Issue[], at) } : {};
    const assignments =
      'assignments' in row
        ? { assignments: (row.assignments as readonly Assignment[]).map((one) => ({ ...one, at })) }
        : {};
    return { ...row, ...assignments, at, ...faults };
  });
}

function personWith(
  { id, name, leftReason, assignments, warnings, ...person }: Person,
  texts: Texts,
  columns: Columns,
  decimal: Decimal,
): Person {
  return {
    ...{ id: texts.pseudonym(id), ...(name !== undefined && { name: texts.pseudonym(name) }) },
    ...onlyDays(person),
    ...(leftReason !== undefined && { leftReason: texts.text(leftReason) }),
    assignments: assignments.map((one) => assignmentWith(one, texts, columns, decimal)),
    at: {},
    faults: person.faults,
    warnings: silent(warnings),
  };
}

/** Keys that nobody reads are not handed on. */
function onlyDays({ hired, left }: Pick<Person, 'hired' | 'left'>) {
  return { ...(hired !== undefined && { hired }), ...(left !== undefined && { left }) };
}

function assignmentWith(
  { from, to, currency, plans, share, fields }: Assignment,
  texts: Texts,
  { kept, numbers }: Columns,
  decimal: Decimal,
): Assignment {
  const own = Object.entries(fields).filter(([column]) => kept.has(column));
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(currency !== undefined && { currency: String(texts.cell(currency, decimal)) }),
    ...(plans !== undefined && { plans: plans.map(texts.text) }),
    ...(share !== undefined && { share: numberOnly(share, decimal) }),
    fields: Object.fromEntries(
      own.map(([column, cell]): [string, Literal] => [
        column,
        numbers.has(column) ? numberOnly(cell, decimal) : sameOr(cell, texts.text(String(cell))),
      ]),
    ),
    at: {},
  };
}

/** A cell that stays as it is keeps its kind, too. */
function sameOr(cell: Literal, text: string): Literal {
  return String(cell) === text ? cell : text;
}

function numberOnly(cell: Literal, decimal: Decimal): Literal {
  return cell === '' || isNumber(readLiteral(cell, { decimal })) ? cell : NO_NUMBER;
}

function actualWith(row: Actual, texts: Texts, decimal: Decimal): Actual {
  const { metric, group, kind, period, value, target, targets, currency, status, measuredOn, faults } = row;
  const counts = countColumns.flatMap((column) =>
    row[column] === undefined ? [] : [[column, numberOnly(row[column], decimal)] as const],
  );
  return {
    metric: texts.text(metric),
    ...(group !== undefined && { group: texts.text(group) }),
    ...(kind !== undefined && { kind: texts.text(kind) }),
    ...(period !== undefined && { period: partOf(period, texts) }),
    value: numberOnly(value, decimal),
    ...(target !== undefined && { target: numberOnly(target, decimal) }),
    ...(targets && { targets: targetsWith(targets, texts, decimal) }),
    ...(currency !== undefined && { currency: String(texts.cell(currency, decimal)) }),
    status,
    ...(measuredOn !== undefined && { measuredOn }),
    ...Object.fromEntries(counts),
    at: {},
    faults,
  };
}

/** Parts of a period that plans make have names that they do not write, such as Q1, M03, previous-2 or lastYear-Q1. */
function partOf(period: string, texts: Texts): string {
  return /^((previous|lastYear)(-[A-Za-z]?\d{1,3})?|[A-Z]\d{1,2})$/.test(period)
    ? period
    : texts.text(period);
}

function targetsWith(targets: Readonly<Record<string, Literal>>, texts: Texts, decimal: Decimal) {
  const entries = Object.entries(targets).map(
    ([name, cell]) => [texts.text(name), numberOnly(cell, decimal)] as const,
  );
  return Object.fromEntries(entries);
}

/** Keys of records that name people, and those that hold free text. */
const NAMING: readonly string[] = ['person', 'by', 'approver'];
const TEXT: readonly string[] = ['reason', 'note'];

/** A record of leave, earnings, exceptions or decisions. */
function recordWith(row: object, texts: Texts, decimal: Decimal): object {
  const entries = Object.entries(row).map(([key, value]: [string, unknown]) => {
    if (key === 'at' || key === 'faults') return [key, value];
    if (typeof value !== 'string' && typeof value !== 'number') return [key, NOT_SHOWN];
    if (TEXT.includes(key)) return [key, value === '' ? value : NOT_SHOWN];
    return [key, NAMING.includes(key) ? texts.pseudonym(String(value)) : texts.cell(value, decimal)];
  });
  return Object.fromEntries(entries) as object;
}

/** Findings without their words, which quote cells and name people. */
function silent(issues: readonly Issue[], at?: { readonly row: number }): Issue[] {
  return issues.map(({ code }) =>
    issue({
      code: /^[a-z]+(\.[a-z-]+){1,2}$/.test(code) ? code : 'rows.record.form',
      ...(at && { at }),
      message: 'The words of this finding are not shown, as they may name people',
    }),
  );
}
