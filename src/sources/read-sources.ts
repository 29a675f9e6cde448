import { columnsOf } from '../data/cells.js';
import { rowsOf, type TableInput } from '../data/table.js';
import type { Issue } from '../issue/issue.js';
import { countSource } from './count-source.js';
import type { SourceDocument } from './document.js';
import { noRows, type Tally } from './fact.js';
import { type GroupRows, groupRows, type SourceRow } from './group-rows.js';
import { parseSources } from './parse-sources.js';
import { type Source, settleSource } from './source.js';
import { firstOfEach, issuesOfRows, noColumn, noTable } from './source-issues.js';

/** The tables of the files a sources document names, by these names. */
export type Tables = Readonly<Record<string, TableInput>>;

export interface SourcesOptions {
  /** Decimal sign of text files whose source does not write one; '.' unless given. */
  readonly decimal?: '.' | ',';
}

/**
 * Rows of the actuals file made from customer data. It is a table as it stands: `parseActuals` takes it, and a row
 * whose fault is here is not used there.
 */
export interface SourcesReading {
  readonly rows: readonly SourceRow[];
  /** Why a row has no value, by its position. */
  readonly faults: readonly (Issue | undefined)[];
  readonly tallies: readonly Tally[];
  readonly issues: readonly Issue[];
}

/**
 * Counts customer data as tools export it (answers to surveys, customers, movements of their value) and gives the
 * rows of the actuals file, for each group and for the company. What was not counted is told: in the tally of each
 * file, and as issues with file, row and column. One row that cannot be read makes the values it belongs to unknown,
 * unless the source says `faulty: leaveOut`; a sample never gets smaller in silence.
 *
 * Formula:  counts for nps and shares (the core makes the value of them); see `answerCells` and `cohortCells`
 * Rounds:   never
 * Issues:   all of sources.*, but for sources.file.outside
 * @example  parseActuals(readSources(document, { 'delighted.csv': table }))
 */
export function readSources(document: unknown, tables: Tables, options: SourcesOptions = {}): SourcesReading {
  const parsed = parseSources(document);
  if (!parsed.ok) return { rows: [], faults: [], tallies: [], issues: parsed.issues };
  const read = parsed.sources.sources.map((source, index) =>
    readSource(settleSource(source, index).source, tables, options),
  );
  return {
    ...withoutTwins(
      read.map((made, index) => ({ of: parsed.sources.sources[index] as SourceDocument, made })),
    ),
    tallies: read.flatMap((one) => one.tallies),
    issues: [...new Set(read.flatMap((one) => one.issues))],
  };
}

type Reading = GroupRows & { readonly tallies: readonly Tally[] };

function readSource(source: Source, tables: Tables, options: SourcesOptions): Reading {
  const { document, index, opening } = source;
  const files = [document.file, ...(typeof opening === 'object' ? [opening.file] : [])];
  const given = files.map((file) => (Object.hasOwn(tables, file) ? tables[file] : undefined));
  const missing = files.filter((_, at) => given[at] === undefined);
  if (missing.length > 0)
    return nothing(
      source,
      missing.map((file) => noTable(file, index, Object.keys(tables))),
    );
  const [main = [], start] = given;
  const columns = [...missingColumns(source, main), ...missingOpeningColumns(source, start)];
  if (columns.length > 0) return nothing(source, columns);
  const decimals = files.map((file) => decimalOf(file, document.decimal ?? options.decimal));
  const [decimal = '.', openingDecimal = '.'] = decimals;
  const counting = countSource(source, { main, decimal, opening: start, openingDecimal });
  // Data that the header swallowed would be missing from every value.
  const isHeaderWrong = counting.issues.some((one) => one.code === 'sources.header.rows');
  if (isHeaderWrong) return nothing(source, counting.issues);
  const made = groupRows(source, counting);
  const issues = firstOfEach([...issuesOfRows(source, counting), ...made.issues]);
  return { ...made, issues, tallies: counting.tallies };
}

function nothing({ document }: Source, issues: readonly Issue[]): Reading {
  const tallies = [noRows(document.metric, document.file)];
  return { rows: [], faults: [], tallies, issues: firstOfEach(issues) };
}

/** Only text files have a decimal sign of their own: numbers of a workbook or JSON come with a point. */
function decimalOf(file: string, written: '.' | ',' = '.'): '.' | ',' {
  return /\.(xlsx|json|ndjson|jsonl)$/i.test(file) ? '.' : written;
}

function missingColumns({ index, document, columns, where, skipped }: Source, table: TableInput): Issue[] {
  const { rows } = rowsOf(table, 'rows');
  if (rows.length <= skipped) return [];
  const known = columnsOf(rows);
  const has = new Set(known);
  const named = [
    ...Object.entries(columns).map(([role, column]) => ({ column, path: ['columns', role] })),
    ...[...where.keys()].map((column) => ({ column, path: ['where', column] })),
  ];
  return named
    .filter(({ column }) => !has.has(column))
    .map(({ column, path }) => noColumn(document.file, column, ['sources', index, ...path], known));
}

function missingOpeningColumns({ index, opening }: Source, table: TableInput | undefined): Issue[] {
  if (typeof opening !== 'object' || table === undefined) return [];
  const { rows } = rowsOf(table, 'rows');
  const known = columnsOf(rows);
  return Object.entries(opening.columns)
    .filter(([, column]) => rows.length > 0 && !known.includes(column))
    .map(([role, column]) =>
      noColumn(opening.file, column, ['sources', index, 'opening', 'columns', role], known),
    );
}

/** What a source counts, without the groups it counts by: what is the same here is the same in all for the company. */
function countedIn({ groups: _groups, columns = {}, ...rest }: SourceDocument): string {
  const { group: _group, ...others } = columns;
  return JSON.stringify([others, rest]);
}

/** Two sources that count the same rows of one file, by team and by region, have one row for the company. */
function withoutTwins(read: readonly Counted[]): Pick<SourcesReading, 'rows' | 'faults'> {
  const seen = new Set<string>();
  const kept = read.flatMap(({ of, made: { rows, faults } }) => {
    const counted = countedIn(of);
    const isCompanyKnown = seen.has(counted);
    seen.add(counted);
    const all = rows.map((row, index) => ({ row, fault: faults[index] }));
    return all.filter(({ row }) => row['group'] !== undefined || !isCompanyKnown);
  });
  return { rows: kept.map((one) => one.row), faults: kept.map((one) => one.fault) };
}

/** A source with what was made of it. */
interface Counted {
  readonly of: SourceDocument;
  readonly made: Reading;
}
