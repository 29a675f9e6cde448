import { extname } from 'node:path';
import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { type Actuals, mergeActuals, parseActuals } from '../data/actuals.js';
import { applyChanges } from '../data/changes.js';
import { type Decisions, mergeDecisions, parseDecisions } from '../data/decisions.js';
import { parseEarnings } from '../data/earnings.js';
import { parseExceptions } from '../data/exceptions.js';
import { parseLeave } from '../data/leave.js';
import { type People, parsePeople } from '../data/people.js';
import { parseRates, type Rates } from '../data/rates.js';
import type { RowOptions, Table } from '../data/table.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { type Delimiter, type Encoding, readDocument, readTable } from '../node/index.js';
import type { Data } from '../run/calculate.js';
import type { Tally } from '../sources/index.js';
import { loadSources } from './load-sources.js';
import { printMessage } from './print.js';

/** How text files are written, as the person at the keyboard declares it. */
export interface FileOptions {
  readonly decimal?: '.' | ',';
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
}

/** The files of a calculation. */
export interface DataFiles extends FileOptions {
  readonly people: string;
  readonly actuals?: string | undefined;
  readonly sources?: string;
  readonly changes?: readonly string[];
  readonly leave?: string;
  readonly earnings?: string;
  readonly exceptions?: string;
  readonly decisions?: readonly string[];
  readonly rates?: string;
}

/** What was read; issues name the files. */
export interface Loaded<T> {
  readonly loaded?: T;
  readonly issues: readonly Issue[];
}

/** Reads, checks and compiles a plan file. */
export async function loadPlan(path: string): Promise<Loaded<Plan>> {
  const { document, issues } = await readDocument(path);
  if (hasErrors(issues)) return { issues };
  const parsed = parsePlan(document);
  const named = parsed.issues.map((one) => ({ ...one, at: { file: path, ...one.at } }));
  if (!parsed.ok) return { issues: [...issues, ...named] };
  return { loaded: { ...parsed.plan, issues: named }, issues: [...issues, ...named] };
}

/** Reads people, with the changes applied in their order. */
export async function loadPeople(
  options: Pick<DataFiles, 'people' | 'changes' | keyof FileOptions>,
): Promise<Loaded<People>> {
  return changed(await loadTable(options.people, options, parsePeople), options);
}

/** People with the changes of files applied, in their order. */
export async function changed(
  base: Loaded<People>,
  options: Pick<DataFiles, 'changes' | keyof FileOptions>,
): Promise<Loaded<People>> {
  const issues = [...base.issues];
  let people = base.loaded;
  for (const path of options.changes ?? []) {
    const changes = await loadTable(path, options, (table) => table);
    issues.push(...changes.issues);
    people = people && changes.loaded && applyChanges(people, changes.loaded);
  }
  return people ? { loaded: people, issues } : { issues };
}

/** Reads all files of a calculation but the plans; one that is named and cannot be read keeps all from being used. */
export async function loadData(options: DataFiles): Promise<Loaded<Data>> {
  const { loaded, issues } = await loadGiven(options);
  const actuals = loaded?.actuals ?? parseActuals([]);
  return loaded?.people ? { loaded: { ...loaded, people: loaded.people, actuals }, issues } : { issues };
}

/** Reads the files that are named; one that cannot be read keeps all from being used. */
export async function loadGiven(options: Partial<DataFiles>): Promise<Loaded<Partial<Data>>> {
  const { people: path, actuals: values, sources } = options;
  const people = path === undefined ? undefined : await loadPeople({ ...options, people: path });
  const isMeasured = values !== undefined || sources !== undefined;
  const actuals = isMeasured ? await loadActuals(options) : undefined;
  const records = await loadRecords(options);
  const files = [people, actuals, records];
  const issues = files.flatMap((one) => one?.issues ?? []);
  if (files.some((one) => one !== undefined && one.loaded === undefined)) return { issues };
  const data = {
    ...(people?.loaded && { people: people.loaded }),
    ...(actuals?.loaded && { actuals: actuals.loaded }),
    ...records.loaded,
  };
  return { loaded: data, issues };
}

/** Reads the files about single people that are named: leave, earnings, exceptions and decisions. */
export async function loadRecords(
  options: Pick<DataFiles, RecordFile> & FileOptions,
): Promise<Loaded<Pick<Data, RecordFile>>> {
  const leave = await loadOptional(options.leave, options, (table) => parseLeave(table));
  const earnings = await loadOptional(options.earnings, options, parseEarnings);
  const exceptions = await loadOptional(options.exceptions, options, parseExceptions);
  const decisions = await loadDecisions(options);
  const rates = await loadOptional(options.rates, options, parseRates);
  const files = [leave, earnings, exceptions, decisions, rates];
  const issues = files.flatMap((one) => one?.issues ?? []);
  if (files.some((one) => one !== undefined && one.loaded === undefined)) return { issues };
  const loaded = {
    ...(leave?.loaded && { leave: leave.loaded }),
    ...(earnings?.loaded && { earnings: earnings.loaded }),
    ...(exceptions?.loaded && { exceptions: exceptions.loaded }),
    ...(decisions?.loaded && { decisions: decisions.loaded }),
    ...(rates?.loaded && { rates: rates.loaded }),
  };
  return { loaded, issues };
}

/** Reads the decisions of all files that are named, as one. */
async function loadDecisions(
  options: Pick<DataFiles, 'decisions'> & FileOptions,
): Promise<Loaded<Decisions> | undefined> {
  if (options.decisions === undefined) return undefined;
  const files: Loaded<Decisions>[] = [];
  for (const path of options.decisions) files.push(await loadTable(path, options, parseDecisions));
  const issues = files.flatMap((one) => one.issues);
  const read = files.flatMap(({ loaded }) => (loaded ? [loaded] : []));
  return read.length < files.length ? { issues } : { loaded: mergeDecisions(read), issues };
}

/** The files with rows of single people. */
type RecordFile = 'leave' | 'earnings' | 'exceptions' | 'decisions' | 'rates';

/** Reads actuals as given, and those counted from sources as exported. */
export async function loadActuals(
  options: Pick<DataFiles, 'actuals' | 'sources'> & FileOptions,
): Promise<Loaded<Actuals>> {
  const given: Loaded<Actuals> =
    options.actuals === undefined
      ? { loaded: parseActuals([]), issues: [] }
      : await loadTable<Actuals>(options.actuals, options, parseActuals);
  if (options.sources === undefined) return given;
  const sources = await loadSources(options.sources, options);
  // What was not read at all was told; it has no rows to account for.
  const tallies = sources.loaded?.tallies.filter(({ rows }) => rows > 0) ?? [];
  tallies.map(tallyText).forEach(printMessage);
  const issues = [...given.issues, ...sources.issues];
  if (!given.loaded || !sources.loaded) return { issues };
  return { loaded: mergeActuals(given.loaded, parseActuals(sources.loaded)), issues };
}

/** How many rows of a source were counted, and what became of the others. */
function tallyText({ metric, file, rows, counted, unattributed, ...others }: Tally): string {
  const words: Readonly<Record<keyof typeof others, string>> = {
    blank: 'blank',
    filtered: 'not accepted by where',
    outside: 'of other days',
    duplicates: 'a second time',
    unanswered: 'not answered',
    faulty: 'with faults',
    customers: 'there at the start',
    newCustomers: 'new since',
  };
  const told = Object.entries(others).filter(([, count]) => count > 0);
  const rest = told.map(([key, count]) => `${count} ${words[key as keyof typeof others]}`);
  const alone = unattributed > 0 ? ` (${unattributed} without a group)` : '';
  return [`${file} for ${metric}: ${rows} rows, ${counted} counted${alone}`, ...rest].join(', ');
}

/** Reads rates of exchange. */
export function loadRates(path: string, options: FileOptions): Promise<Loaded<Rates>> {
  return loadTable(path, options, parseRates);
}

type Parse<T> = (table: Table, options: RowOptions) => T;

/** Reads a table from a file, and what it means. */
export async function loadTable<T>(path: string, options: FileOptions, parse: Parse<T>): Promise<Loaded<T>> {
  const { table, issues, notes } = await readTable(path, tableOptions(options));
  notes.forEach(printMessage);
  if (hasErrors(issues) && table.rows.length === 0) return { issues };
  return { loaded: parse(table, decimalOf(path, options)), issues };
}

async function loadOptional<T>(
  path: string | undefined,
  options: FileOptions,
  parse: Parse<T>,
): Promise<Loaded<T> | undefined> {
  return path === undefined ? undefined : await loadTable(path, options, parse);
}

/** What is said of all files, for the reader of one. */
export function tableOptions({ encoding, delimiter, sheet }: FileOptions) {
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  };
}

/** Only text files have a decimal sign of their own: numbers of a workbook or JSON come with a point. */
export function decimalOf(path: string, { decimal }: FileOptions): RowOptions {
  const isText = ['.csv', '.tsv', '.txt', ''].includes(extname(path).toLowerCase());
  return isText && decimal !== undefined ? { decimal } : {};
}
