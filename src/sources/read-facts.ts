import { cellIssue, isCutId } from '../data/cells.js';
import { cellText, isRecord, noRecord, type Row, rowsOf, type TableInput } from '../data/table.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import type { Day } from '../time/day.js';
import { dayOfMoment } from '../time/moment.js';
import type { Columns, Role } from './document.js';
import type { Fact } from './fact.js';

/** How the rows of a file are read. */
export interface RowForm {
  readonly file: string;
  readonly columns: Columns;
  /** The role whose text may stand once; absent where rows have no id. */
  readonly once?: Role | undefined;
  readonly skipped: number;
  readonly groups: ReadonlyMap<string, string>;
  readonly where: ReadonlyMap<string, ReadonlySet<string>>;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** The codes of what a cell can have wrong. */
export type CellCode =
  | 'sources.id.form'
  | 'sources.score.form'
  | 'sources.amount.form'
  | 'sources.day.form'
  | 'sources.kind.unknown';

/** The cells of a row by what they are for, and where their faults go. */
export interface RowCells {
  raw(role: Role): unknown;
  text(role: Role): string;
  /** The day of the row; undefined where it has none. */
  readonly day: Day | undefined;
  refuse(code: CellCode, role: Role, told: Told): void;
}

/** What a fault says beside its code and place. */
export interface Told {
  readonly message: string;
  readonly expected: string;
  readonly hint: string;
}

/** The rows of a file as facts, and those that are none. */
export interface Facts<T> {
  readonly facts: readonly Fact<T>[];
  readonly rows: number;
  readonly blank: number;
  readonly filtered: number;
  /** Groups as the file names them. */
  readonly groupCells: ReadonlySet<string>;
  /** Faults of the whole file. */
  readonly issues: readonly Issue[];
}

/**
 * Reads the rows of a file. Rows that `where` does not accept are not looked at; whatever is wrong with a row
 * stays with it.
 *
 * Issues:   sources.row.form, sources.id.form, sources.day.form, sources.header.rows, and those of `read`
 */
export function readFacts<T>(
  input: TableInput,
  form: RowForm,
  read: (cells: RowCells) => T,
): Facts<T | undefined> {
  const { rows, placeOf, faultOf } = rowsOf(input, 'rows');
  const placed = (index: number): TablePlace => ({ file: form.file, ...placeOf(index) });
  const facts: Fact<T | undefined>[] = [];
  const issues: Issue[] = [];
  const groupCells = new Set<string>();
  let [blank, filtered] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const at = placed(index);
    const fault = faultOf(index) ?? (isRecord(row) ? undefined : notARecord(row, at));
    if (index < form.skipped) {
      if (!fault && looksLikeData(row, form, at, read)) issues.push(skippedData(at));
    } else if (fault) facts.push(unreadable(at, fault));
    else if (isBlank(row)) blank += 1;
    else if (!isAccepted(row, form)) filtered += 1;
    else {
      facts.push(factOf(row, form, at, read));
      if (form.columns.group !== undefined) groupCells.add(cellText(own(row, form.columns.group)));
    }
  }
  return { facts, rows: Math.max(rows.length - form.skipped, 0), blank, filtered, groupCells, issues };
}

function own(row: Row, column: string | undefined): unknown {
  return column !== undefined && Object.hasOwn(row, column) ? row[column] : undefined;
}

function isBlank(row: Row): boolean {
  return Object.keys(row).every((column) => cellText(row[column]) === '');
}

function isAccepted(row: Row, { where }: RowForm): boolean {
  for (const [column, texts] of where) if (!texts.has(cellText(own(row, column)))) return false;
  return true;
}

function factOf<T>(row: Row, form: RowForm, at: TablePlace, read: (cells: RowCells) => T): Fact<T> {
  const faults: Issue[] = [];
  const raw = (role: Role) => own(row, form.columns[role]);
  const text = (role: Role) => cellText(raw(role));
  const refuse = (code: CellCode, role: Role, told: Told) =>
    void faults.push(cellIssue(at, form.columns[role] ?? role, { code, ...told }));
  const id = form.once === undefined ? '' : text(form.once);
  if (form.once !== undefined && (id === '' || isCutId(raw(form.once), id)))
    refuse('sources.id.form', form.once, noId(id));
  const day = dayOf(text('day'), form, refuse);
  const group = text('group');
  return {
    at,
    id,
    group: form.groups.get(group) ?? group,
    content: JSON.stringify(Object.keys(form.columns).map((role) => text(role as Role))),
    isOutside: day !== undefined && (day < (form.from ?? day) || day > (form.until ?? day)),
    value: read({ raw, text, day, refuse }),
    faults,
    ofAnyGroup: false,
  };
}

/** The day of a row; one that cannot be read matters where days decide what counts. */
function dayOf(text: string, form: RowForm, refuse: RowCells['refuse']): Day | undefined {
  const day = dayOfMoment(text);
  const isNeeded = form.from !== undefined || form.until !== undefined || form.columns.kind !== undefined;
  if (day === undefined && isNeeded && form.columns.day !== undefined)
    refuse('sources.day.form', 'day', {
      message: text === '' ? 'This row has no day' : `${quote(text)} is not a day`,
      expected: 'a day as YYYY-MM-DD, an ISO timestamp, or Unix seconds',
      hint: 'Correct the cell: whether the row counts depends on its day',
    });
  return day;
}

function unreadable(at: TablePlace, fault: Issue): Fact<undefined> {
  const nothing = { id: '', group: '', content: '', isOutside: false, value: undefined };
  return { at, ...nothing, faults: [fault], ofAnyGroup: true };
}

/** A row below the names that reads without a fault is no header: skipping it would lose an answer in silence. */
function looksLikeData<T>(row: Row, form: RowForm, at: TablePlace, read: (cells: RowCells) => T): boolean {
  return factOf(row, form, at, read).faults.length === 0;
}

function skippedData(at: TablePlace): Issue {
  return issue({
    code: 'sources.header.rows',
    at,
    message: 'This row belongs to the header, and it looks like data',
    expected: 'a header of as many rows as the layout or headerRows says',
    hint: 'If rows of the header were removed from the file, write headerRows: 1',
  });
}

function notARecord(row: unknown, at: TablePlace): Issue {
  return noRecord(row, {
    code: 'sources.row.form',
    at,
    expected: 'an object with a value for each column',
    hint: 'Correct or remove the row',
  });
}

function noId(id: string): Told {
  return {
    message: id === '' ? 'This row has no id' : `${quote(id)} is not the id somebody wrote`,
    expected: 'an id, whole and as text',
    hint: 'Export the ids as text; without them nobody can tell a row exported twice from two rows',
  };
}
