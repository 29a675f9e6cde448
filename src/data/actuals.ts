import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { adviceOn, isNumber, type Literal, readLiteral } from '../num/literal.js';
import { ONE, sign } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import { type Day, isDay } from '../time/day.js';
import { cellText, isRecord, type Row, rowsOf, type TableInput } from './table.js';

/** How sure a value is, from least to most. */
export const actualStatuses = ['forecast', 'provisional', 'final'] as const;
export type ActualStatus = (typeof actualStatuses)[number];

/** A measured value as given. With faults it cannot be used, and whoever needs it is withheld. */
export interface Actual {
  readonly metric: string;
  /** The team, country or person it is for; absent for the company. */
  readonly group?: string;
  readonly value: Literal;
  readonly target?: Literal;
  readonly currency?: string;
  readonly status: ActualStatus;
  readonly measuredOn?: Day;
  /** Answers or customers behind the value. */
  readonly responses?: number;
  readonly at: TablePlace;
  readonly faults: readonly Issue[];
}

/** Actuals as read, with everything that was found. */
export interface Actuals {
  readonly actuals: readonly Actual[];
  readonly issues: readonly Issue[];
  readonly decimal: '.' | ',';
}

export interface ActualsOptions {
  readonly decimal?: '.' | ',';
}

const COLUMNS = ['metric', 'group', 'value', 'target', 'currency', 'status', 'measuredOn', 'responses'];

/**
 * Reads actuals: one row per value. Several rows of one metric and group are its history: the latest
 * measured by the as-of date counts; two of one day contradict each other.
 *
 * Issues:   actuals.row.*, actuals.metric.name, actuals.value.*, actuals.status.unknown, actuals.date.form, actuals.responses.count
 * @example  parseActuals([{ metric: 'nps', group: 'North', value: 52, responses: 412, status: 'final', measuredOn: '2027-01-12' }])
 */
export function parseActuals(input: TableInput, options: ActualsOptions = {}): Actuals {
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, 'actuals');
  const decimal = options.decimal ?? '.';
  if (!isTable) return { actuals: [], issues: [notARecord(input, {})], decimal };
  const read = Array.from(rows, (row, index) =>
    withFault(readActual(row, placeOf(index), decimal), faultOf(index)),
  );
  const actuals = markDuplicates(read);
  const unknown = unknownColumns(rows, placeOf(0).file);
  return { actuals, issues: [...new Set([...unknown, ...actuals.flatMap((one) => one.faults)])], decimal };
}

/** A row the file reader does not vouch for is not used, and nor is what it may have replaced. */
function withFault(actual: Actual, fault: Issue | undefined): Actual {
  return fault === undefined ? actual : { ...actual, faults: [fault, ...actual.faults] };
}

function readActual(input: Row, at: TablePlace, decimal: '.' | ','): Actual {
  const isRow = isRecord(input);
  const row: Row = isRow ? input : {};
  const faults: Issue[] = isRow ? [] : [notARecord(input, at)];
  const text = (key: string) => cellText(row[key]);
  const optional = { group: text('group'), currency: text('currency'), target: literalCell(row['target']) };
  if (isRow && text('metric') === '') faults.push(noMetric(at));
  if (isRow) checkNumber(row['value'], 'value', at, decimal, faults);
  if (optional.target !== '') checkNumber(optional.target, 'target', at, decimal, faults);
  const status = readStatus(text('status'), at, faults);
  const dated = readMeasuredOn(text('measuredOn'), at, faults);
  const counted = readResponses(row['responses'], at, decimal, faults);
  const kept = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
  return {
    metric: text('metric'),
    ...kept,
    value: literalCell(row['value']),
    status,
    ...dated,
    ...counted,
    at,
    faults,
  };
}

function literalCell(cell: unknown): Literal {
  return typeof cell === 'number' ? cell : cellText(cell);
}

function checkNumber(
  cell: unknown,
  column: string,
  at: TablePlace,
  decimal: '.' | ',',
  faults: Issue[],
): void {
  const read = readLiteral(cell, { decimal });
  if (isNumber(read)) return;
  faults.push(
    issue({
      code: read.fault === 'empty' ? 'actuals.value.missing' : 'actuals.value.number',
      at: { ...at, column },
      path: [column],
      message: read.fault === 'empty' ? 'This row has no value' : `${quote(cell)} is not a number`,
      expected: 'a number such as 95.2% or 1200.00',
      hint:
        read.fault === 'empty'
          ? 'Write the value, or remove the row: a metric that was not measured is reported, never zero'
          : adviceOn(read.fault, decimal),
    }),
  );
}

function readStatus(text: string, at: TablePlace, faults: Issue[]): ActualStatus {
  const known = actualStatuses.find((status) => status === text);
  if (known) return known;
  faults.push(
    issue({
      code: 'actuals.status.unknown',
      at: { ...at, column: 'status' },
      path: ['status'],
      message: text === '' ? 'This row does not say how sure its value is' : `${quote(text)} is not a status`,
      expected: 'forecast, provisional or final',
      hint: 'Write one of them: awards say on which they rest',
    }),
  );
  return 'forecast';
}

function readMeasuredOn(text: string, at: TablePlace, faults: Issue[]): { measuredOn?: Day } {
  if (text === '') return {};
  if (isDay(text)) return { measuredOn: text };
  faults.push(
    issue({
      code: 'actuals.date.form',
      at: { ...at, column: 'measuredOn' },
      path: ['measuredOn'],
      message: `${quote(text)} is not a day`,
      expected: 'a day that exists, as YYYY-MM-DD',
      hint: 'Correct the cell; the value is not used until then',
    }),
  );
  return {};
}

function readResponses(
  cell: unknown,
  at: TablePlace,
  decimal: '.' | ',',
  faults: Issue[],
): { responses?: number } {
  if (cell === undefined || cell === null || cell === '') return {};
  const read = readLiteral(cell, { decimal });
  if (isNumber(read) && !read.percent && sign(read.value) >= 0 && isMultipleOf(read.value, ONE)) {
    return { responses: Number(read.value.n / read.value.d) };
  }
  faults.push(
    issue({
      code: 'actuals.responses.count',
      at: { ...at, column: 'responses' },
      path: ['responses'],
      message: `${quote(cell)} is not a number of responses`,
      expected: 'a whole number, 0 or more',
      hint: 'Correct the cell; the value is not used until then',
    }),
  );
  return {};
}

/** Two values of one metric, group and day contradict each other: neither is used. */
function markDuplicates(actuals: readonly Actual[]): Actual[] {
  const groups = new Map<string, Actual[]>();
  for (const one of actuals) {
    const key = JSON.stringify([one.metric, one.group, one.measuredOn]);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  const found = new Map<Actual, Issue>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const one = duplicate(group);
    for (const actual of group) found.set(actual, one);
  }
  return actuals.map((one) =>
    found.has(one) ? { ...one, faults: [...one.faults, found.get(one) as Issue] } : one,
  );
}

/** Row numbers, the first of many. */
function listed(rows: readonly Actual[]): string {
  const shown = rows
    .slice(0, 10)
    .map((row) => row.at.row)
    .join(', ');
  return rows.length > 10 ? `${shown} and ${rows.length - 10} more` : shown;
}

function duplicate(rows: readonly Actual[]): Issue {
  const [first] = rows as [Actual];
  const where = [
    quote(first.metric),
    first.group && `of ${quote(first.group)}`,
    first.measuredOn && `on ${first.measuredOn}`,
  ];
  return issue({
    code: 'actuals.row.duplicate',
    at: first.at,
    message: `Rows ${listed(rows)} all give ${where.filter(Boolean).join(' ')}`,
    expected: 'one row per metric, group and day of measurement',
    hint: 'Remove the rows that are wrong; none of them is used until then',
  });
}

function unknownColumns(rows: readonly Row[], file: string | undefined): Issue[] {
  const columns = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])));
  return [...columns]
    .filter((column) => !COLUMNS.includes(column))
    .map((column) =>
      issue({
        code: 'actuals.column.unknown',
        at: file === undefined ? {} : { file },
        path: [column],
        message: `The column ${quote(column)} has no meaning here and is not read`,
        expected: `one of ${COLUMNS.join(', ')}`,
        hint: 'Rename it if it is misspelt',
      }),
    );
}

function noMetric(at: TablePlace): Issue {
  return issue({
    code: 'actuals.metric.name',
    at: { ...at, column: 'metric' },
    path: ['metric'],
    message: 'This row does not say which metric it is',
    expected: 'the name of a metric of the plan',
    hint: 'Write the name, or remove the row',
  });
}

function notARecord(row: unknown, at: TablePlace): Issue {
  return issue({
    code: 'actuals.row.form',
    at,
    message: `${quote(row)} is not a record`,
    expected: 'an object with metric, value and status',
    hint: 'Compare with the schema: variable-pay schema actuals',
  });
}
