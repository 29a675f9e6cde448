import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { adviceOn, isNumber, type Literal, readLiteral } from '../num/literal.js';
import type { Day } from '../time/day.js';
import { type Cells, cellIssue, listed, literalCell, readDay, unknownColumns } from './cells.js';
import { type Counts, countColumns, readCounts } from './counts.js';
import { groupBy } from './group.js';
import { cellText, isRecord, noRecord, type Row, type RowOptions, rowsOf, type TableInput } from './table.js';

/** How sure a value is, from least to most. */
export const actualStatuses = ['forecast', 'provisional', 'final'] as const;
export type ActualStatus = (typeof actualStatuses)[number];

/** A measured value as given. With faults it cannot be used, and whoever needs it is withheld. */
export interface Actual extends Counts {
  readonly metric: string;
  /** The team, country or person it is for; absent for the company. */
  readonly group?: string;
  /** What was counted, where a row says it: it must be the kind of the metric. */
  readonly kind?: string;
  /** The named part of the period it was measured in; absent for the whole. */
  readonly period?: string;
  /** Blank where the counts say it, and where nobody responded. */
  readonly value: Literal;
  readonly target?: Literal;
  /** Several targets by name: the columns target.board and so on. */
  readonly targets?: Readonly<Record<string, Literal>>;
  readonly currency?: string;
  readonly status: ActualStatus;
  readonly measuredOn?: Day;
  readonly at: TablePlace;
  readonly faults: readonly Issue[];
}

/** Actuals as read, with everything that was found. */
export interface Actuals {
  readonly actuals: readonly Actual[];
  readonly issues: readonly Issue[];
  readonly decimal: '.' | ',';
}

export interface ActualsOptions extends RowOptions {}

const COLUMNS = [
  'metric',
  'group',
  'period',
  'kind',
  'value',
  'target',
  'currency',
  'status',
  'measuredOn',
  ...countColumns,
];

/**
 * Reads actuals: one row per value. Several rows of one metric and group are its history: the latest
 * measured by the as-of date counts; two of one day contradict each other.
 *
 * Issues:   actuals.row.*, actuals.metric.name, actuals.value.*, actuals.status.unknown, actuals.date.form, actuals.responses.count, actuals.counts.sum
 * @example  parseActuals([{ metric: 'nps', group: 'North', value: 52, responses: 412, status: 'final', measuredOn: '2027-01-12' }])
 */
export function parseActuals(input: TableInput, { decimal = '.' }: ActualsOptions = {}): Actuals {
  const { rows, isTable, placeOf, faultOf } = rowsOf(input, 'actuals');
  if (!isTable) return { actuals: [], issues: [notARecord(input, {})], decimal };
  const read = Array.from(rows, (row, index) => {
    const at = placeOf(index);
    // A row the file reader does not vouch for is not used, and nor is what it may have replaced.
    const faults = [faultOf(index), isRecord(row) ? undefined : notARecord(row, at)].filter(isIssue);
    const cells: Row = isRecord(row) ? row : {};
    return readActual({ stage: 'actuals', row: cells, at, decimal, faults }, isRecord(row));
  });
  const actuals = markDuplicates(read);
  const unknown = unknownColumns('actuals.column.unknown', { rows, file: placeOf(0).file }, COLUMNS);
  return { actuals, issues: [...new Set([...unknown, ...actuals.flatMap((one) => one.faults)])], decimal };
}

function isIssue(found: Issue | undefined): found is Issue {
  return found !== undefined;
}

function readActual(cells: Cells, isRow: boolean): Actual {
  const { row, at, faults } = cells;
  const text = (key: string) => cellText(row[key]);
  const optional = {
    group: text('group'),
    period: text('period'),
    kind: text('kind'),
    currency: text('currency'),
    target: literalCell(row['target']),
  };
  if (isRow && text('metric') === '') faults.push(noMetric(at));
  const counted = readCounts(cells);
  const isCounted = counted.count !== undefined || counted.promoters !== undefined || counted.responses === 0;
  // A blank value is told where nothing else says why it is blank.
  const isExplained = isCounted || faults.length > 0;
  if (isRow && !(isExplained && literalCell(row['value']) === '')) checkNumber(cells, 'value');
  if (optional.target !== '') checkNumber(cells, 'target');
  const targets = readTargets(cells);
  const status = readStatus(text('status'), at, faults);
  const measuredOn = readDay(cells, 'measuredOn');
  const kept = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== ''));
  return {
    metric: text('metric'),
    ...kept,
    ...(Object.keys(targets).length > 0 && { targets }),
    value: literalCell(row['value']),
    status,
    ...(measuredOn !== undefined && { measuredOn }),
    ...counted,
    at,
    faults,
  };
}

const NAMED_TARGET = /^target\.[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** The named targets that are filled in a row. */
function readTargets(cells: Cells): Record<string, Literal> {
  const filled = Object.keys(cells.row).filter(
    (column) => NAMED_TARGET.test(column) && literalCell(cells.row[column]) !== '',
  );
  for (const column of filled) checkNumber(cells, column);
  return Object.fromEntries(
    filled.map((column) => [column.slice('target.'.length), literalCell(cells.row[column])]),
  );
}

function checkNumber({ row, at, decimal, faults }: Cells, column: string): void {
  const cell = column.startsWith('target') ? literalCell(row[column]) : row[column];
  const read = readLiteral(cell, { decimal });
  if (isNumber(read)) return;
  const isBlank = read.fault === 'empty';
  faults.push(
    cellIssue(at, column, {
      code: isBlank ? 'actuals.value.missing' : 'actuals.value.number',
      message: isBlank ? 'This row has no value' : `${quote(cell)} is not a number`,
      expected: 'a number such as 95.2% or 1200.00',
      hint: isBlank
        ? 'Write the value, or remove the row: a metric that was not measured is reported, never zero'
        : adviceOn(read.fault, decimal),
    }),
  );
}

function readStatus(text: string, at: TablePlace, faults: Issue[]): ActualStatus {
  const known = actualStatuses.find((status) => status === text);
  if (known) return known;
  faults.push(
    cellIssue(at, 'status', {
      code: 'actuals.status.unknown',
      message: text === '' ? 'This row does not say how sure its value is' : `${quote(text)} is not a status`,
      expected: 'forecast, provisional or final',
      hint: 'Write one of them: awards say on which they rest',
    }),
  );
  return 'forecast';
}

/** Actuals of two files as one: a value that both give, for one day or without one, is a contradiction. */
export function mergeActuals(one: Actuals, other: Actuals): Actuals {
  const groups = groupBy([...one.actuals, ...other.actuals], keyOf);
  const own = new Set(one.actuals);
  const found = new Map<Actual, Issue>();
  for (const rows of groups.values()) {
    const [mine, theirs] = [rows.filter((row) => own.has(row)), rows.filter((row) => !own.has(row))];
    for (const row of mine)
      for (const beside of theirs) {
        // A row of a later day is the newer measurement; without a day nobody can tell which counts.
        const isDated = row.measuredOn !== undefined && beside.measuredOn !== undefined;
        if (isDated && row.measuredOn !== beside.measuredOn) continue;
        const told = bothGive(row);
        found.set(row, told);
        found.set(beside, told);
      }
  }
  const actuals = [...one.actuals, ...other.actuals].map((row) => withFault(row, found.get(row)));
  const issues = [...one.issues, ...other.issues, ...found.values()];
  return { actuals, issues: [...new Set(issues)], decimal: one.decimal };
}

function withFault(row: Actual, fault: Issue | undefined): Actual {
  return fault === undefined ? row : { ...row, faults: [...row.faults, fault] };
}

/** Which value a row is, but for the day. */
function keyOf({ metric, group, period }: Actual): string {
  return JSON.stringify([metric, group, period]);
}

function bothGive(row: Actual): Issue {
  return issue({
    code: 'actuals.row.duplicate',
    at: row.at,
    message: `This row and the sources both give ${whichOf(row).join(' ')}`,
    expected: 'one of them, or a measuredOn in both',
    hint: 'Remove one; neither is used until then',
  });
}

/** What a row measures, in words. */
function whichOf({ metric, group, period, measuredOn }: Actual): string[] {
  return [
    quote(metric),
    ...(group === undefined ? [] : [`of ${quote(group)}`]),
    ...(period === undefined ? [] : [`in ${quote(period)}`]),
    ...(measuredOn === undefined ? [] : [`on ${measuredOn}`]),
  ];
}

/** Two values of one metric, group and day contradict each other: neither is used. */
function markDuplicates(actuals: readonly Actual[]): Actual[] {
  const groups = groupBy(actuals, (one) =>
    JSON.stringify([one.metric, one.group, one.period, one.measuredOn]),
  );
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

function duplicate(rows: readonly Actual[]): Issue {
  const [first] = rows as [Actual];
  return issue({
    code: 'actuals.row.duplicate',
    at: first.at,
    message: `Rows ${listed(rows)} all give ${whichOf(first).join(' ')}`,
    expected: 'one row per metric, group and day of measurement',
    hint: 'Remove the rows that are wrong; none of them is used until then',
  });
}

function noMetric(at: TablePlace): Issue {
  return cellIssue(at, 'metric', {
    code: 'actuals.metric.name',
    message: 'This row does not say which metric it is',
    expected: 'the name of a metric of the plan',
    hint: 'Write the name, or remove the row',
  });
}

function notARecord(row: unknown, at: TablePlace): Issue {
  return noRecord(row, {
    code: 'actuals.row.form',
    at,
    expected: 'an object with metric, value and status',
    hint: 'Compare with the schema: variable-pay schema actuals',
  });
}
