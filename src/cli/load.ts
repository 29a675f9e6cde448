import { extname } from 'node:path';
import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { type Actuals, parseActuals } from '../data/actuals.js';
import { type People, parsePeople } from '../data/people.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { type Delimiter, type Encoding, readDocument, readTable } from '../node/index.js';
import { printMessage } from './print.js';

/** How text files are written, as the person at the keyboard declares it. */
export interface FileOptions {
  readonly decimal?: '.' | ',';
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
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

/** Reads the people file. */
export async function loadPeople(path: string, options: FileOptions): Promise<Loaded<People>> {
  const { table, issues, notes } = await readTable(path, tableOptions(options));
  notes.forEach(printMessage);
  if (hasErrors(issues) && table.rows.length === 0) return { issues };
  return { loaded: parsePeople(table, decimalOf(path, options)), issues };
}

/** Reads the actuals file. */
export async function loadActuals(path: string, options: FileOptions): Promise<Loaded<Actuals>> {
  const { table, issues, notes } = await readTable(path, tableOptions(options));
  notes.forEach(printMessage);
  if (hasErrors(issues) && table.rows.length === 0) return { issues };
  return { loaded: parseActuals(table, decimalOf(path, options)), issues };
}

function tableOptions({ encoding, delimiter, sheet }: FileOptions) {
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  };
}

/** Only text files have a decimal sign of their own: numbers of a workbook or JSON come with a point. */
function decimalOf(path: string, { decimal }: FileOptions): { decimal?: '.' | ',' } {
  const isText = ['.csv', '.tsv', '.txt', ''].includes(extname(path).toLowerCase());
  return isText && decimal !== undefined ? { decimal } : {};
}
