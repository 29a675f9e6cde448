import type { Actual } from '../data/actuals.js';
import { countColumns } from '../data/counts.js';
import type { Assignment, Person } from '../data/people.js';
import { isRecord } from '../data/table.js';
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
  const { plans, people, actuals, leave, earnings, exceptions } = inputs;
  const records = <T extends object>(rows: readonly T[], decimal: Decimal = '.') =>
    numbered(order(rows.map((row) => recordWith(row, texts, decimal)))) as T[];
  const persons = people.people.map((person) => personWith(person, texts, columns, people.decimal));
  const rows = actuals.actuals.map((row) => actualWith(row, texts, actuals.decimal));
  const { decisions } = inputs as { readonly decisions?: unknown };
  return {
    plans,
    people: {
      ...{ people: numbered(order(persons)), issues: silent(people.issues), decimal: people.decimal },
    },
    actuals: {
      ...{ actuals: numbered(order(rows)), issues: silent(actuals.issues), decimal: actuals.decimal },
    },
    ...(leave && { leave: { leaves: records(leave.leaves), issues: silent(leave.issues) } }),
    ...(earnings && {
      earnings: {
        ...{ earnings: records(earnings.earnings, earnings.decimal), issues: silent(earnings.issues) },
        decimal: earnings.decimal,
      },
    }),
    ...(exceptions && {
      exceptions: {
        exceptions: records(exceptions.exceptions, exceptions.decimal),
        issues: silent(exceptions.issues),
        decimal: exceptions.decimal,
      },
    }),
    ...(isRecord(decisions) && { decisions: listsWith(decisions, records) }),
  };
}

/** Decisions as any list of records in a file of rows, with what was found in it. */
function listsWith(
  file: Readonly<Record<string, unknown>>,
  records: (rows: readonly object[], decimal?: Decimal) => object[],
) {
  const decimal = file['decimal'] === ',' ? ',' : '.';
  const entries = Object.entries(file).map(([key, value]) => {
    if (key === 'issues') return [key, silent(value as readonly Issue[])];
    return [
      key,
      Array.isArray(value) ? records(value.filter(isRecord), decimal) : value === decimal ? value : NOT_SHOWN,
    ];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
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
