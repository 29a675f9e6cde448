import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import type { Day } from '../time/day.js';
import { type Cells, cellIssue, isCutId, listed, UNTIL, unknownColumns } from './cells.js';
import { groupBy } from './group.js';
import type { People } from './people.js';
import { cutId } from './people-issues.js';
import { cellText, isRecord, noRecord, type Row, rowsOf, type TableInput } from './table.js';

/** A row that belongs to a person. With faults it cannot be used, and the person is withheld. */
export interface PersonRecord {
  /** The id of the person. */
  readonly person: string;
  readonly at: TablePlace;
  readonly faults: readonly Issue[];
}

/** How the rows of a file are read. */
export interface RecordForm {
  /** What the file is, and the key its list may stand under. */
  readonly kind: 'leave' | 'earnings' | 'exceptions' | 'decisions' | 'changes';
  /** Columns with a meaning; absent where every column has one. */
  readonly columns?: readonly string[];
  readonly decimal: '.' | ',';
}

/** Records as read, and what was found in rows that belong to nobody. */
export interface Records<R> {
  readonly records: readonly (R & PersonRecord)[];
  readonly issues: readonly Issue[];
}

/**
 * Reads rows that belong to people. A row with an id becomes a record, whatever is wrong with it; a row
 * without one belongs to nobody and is an issue.
 *
 * Issues:   rows.record.form, rows.none, rows.id.missing, people.id.form, rows.column.unknown, rows.row.duplicate
 */
export function readRecords<R extends object>(
  input: TableInput,
  { kind, columns, decimal }: RecordForm,
  read: (cells: Cells) => R,
): Records<R> {
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, kind);
  if (!isTable) return { records: [], issues: [notARecord(kind, input, {})] };
  const { file } = placeOf(0);
  const issues = rows.length === 0 ? [noRows(kind, file)] : [];
  if (columns) issues.push(...unknownColumns('rows.column.unknown', { rows, file }, columns));
  const twins = twinsOf(rows, placeOf);
  const records = Array.from(rows, (row, index): (R & PersonRecord)[] => {
    const [at, fault] = [placeOf(index), faultOf(index)];
    const person = isRecord(row) ? cellText(row['id']) : '';
    if (person === '') issues.push(fault ?? (isRecord(row) ? noId(at) : notARecord(kind, row, at)));
    if (person === '') return [];
    const faults = [fault, isCutId(row['id'], person) && cutId(at, person), twins.get(row)];
    const found = faults.filter((one) => typeof one === 'object');
    return [{ ...read({ stage: 'rows', row, at, decimal, faults: found }), person, at, faults: found }];
  });
  return { records: records.flat(), issues };
}

/** Everything found: in rows of nobody, and in each record. */
export function allIssues({ records, issues }: Records<object>): Issue[] {
  return [...new Set([...issues, ...records.flatMap((record) => record.faults)])];
}

/** The issue of every row that stands in the file more than once. */
function twinsOf(rows: readonly Row[], placeOf: (index: number) => TablePlace): Map<Row, Issue> {
  const filled = (row: Row) =>
    Object.entries(row)
      .map(([column, cell]) => [column, cellText(cell)])
      .filter(([, text]) => text !== '');
  const all = rows.map((row, index) => ({ row, at: placeOf(index) })).filter(({ row }) => isRecord(row));
  const groups = groupBy(all, ({ row }) => JSON.stringify(filled(row).sort()));
  const twins = [...groups.values()].filter((group) => group.length > 1);
  return new Map(
    twins.flatMap((group) => {
      const found = twice(group);
      return group.map(({ row }) => [row, found] as const);
    }),
  );
}

/** Days a record covers; an open end lasts. */
export interface Lasting {
  readonly from?: Day;
  readonly to?: Day;
  /** Records of two plans do not meet; one without a plan meets every plan. */
  readonly plan?: string;
}

/**
 * Adds an issue to both of two records that cover the same days, of those that `keyOf` puts together. Records
 * with faults are left out: their days are not known.
 */
export function markOverlaps<R extends PersonRecord>(
  records: readonly R[],
  keyOf: (record: R) => string,
  daysOf: (record: R) => Lasting,
  tell: (before: R, after: R) => Issue,
): R[] {
  const found = new Map<R, Issue[]>();
  const latest = new Map<string, Map<string, R>>();
  const start = (record: R) => daysOf(record).from ?? '';
  const end = (record: R) => daysOf(record).to ?? '~';
  const sound = records.filter((record) => record.faults.length === 0);
  for (const after of sound.toSorted((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))) {
    const byPlan = latest.get(keyOf(after)) ?? new Map<string, R>();
    latest.set(keyOf(after), byPlan);
    const { plan = '' } = daysOf(after);
    for (const [other, before] of byPlan) {
      if ((plan !== '' && other !== '' && other !== plan) || start(after) > end(before)) continue;
      const clash = tell(before, after);
      for (const one of [before, after]) {
        const known = found.get(one);
        if (known) known.push(clash);
        else found.set(one, [clash]);
      }
    }
    const known = byPlan.get(plan);
    if (known === undefined || end(known) < end(after)) byPlan.set(plan, after);
  }
  return records.map((one) => ({ ...one, faults: [...one.faults, ...(found.get(one) ?? [])] }));
}

/**
 * Warnings about records of people who are not among the people.
 *
 * Issues:   rows.id.unknown
 */
export function unknownIds(records: readonly PersonRecord[], { people }: Pick<People, 'people'>): Issue[] {
  const known = new Set(people.map((person) => person.id));
  const first = new Map<string, PersonRecord>();
  for (const record of records)
    if (!known.has(record.person) && !first.has(record.person)) first.set(record.person, record);
  return [...first.values()].map(({ person, at }) =>
    cellIssue(at, 'id', {
      code: 'rows.id.unknown',
      message: `Nobody has the id ${quote(person)}`,
      expected: 'an id of the people file',
      hint: 'Ids are compared as text, letter by letter; the row is not used',
    }),
  );
}

function twice(rows: readonly { readonly at: TablePlace }[]): Issue {
  return issue({
    code: 'rows.row.duplicate',
    at: rows[0]?.at ?? {},
    message: `Rows ${listed(rows)} are the same`,
    expected: 'every row once',
    hint: `Remove what was exported twice, or put the rows into one; ${UNTIL.rows}`,
  });
}

function noId(at: TablePlace): Issue {
  return cellIssue(at, 'id', {
    code: 'rows.id.missing',
    message: 'This row has no id, so it belongs to nobody',
    expected: 'the id of a person',
    hint: 'Write the id, or remove the row; it is not used until then',
  });
}

function noRows(kind: string, file: string | undefined): Issue {
  return issue({
    code: 'rows.none',
    at: file === undefined ? {} : { file },
    path: [kind],
    message: `There are no ${kind} rows`,
    expected: 'at least one row',
    hint: 'Check that this is the right file, or leave it out',
  });
}

function notARecord(kind: string, row: unknown, at: TablePlace): Issue {
  return noRecord(row, {
    code: 'rows.record.form',
    at,
    path: [kind],
    expected: 'an object with id and other columns',
    hint: `Compare with the schema: variable-pay schema ${kind === 'changes' ? 'people' : kind}`,
  });
}
