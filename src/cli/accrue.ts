import { type Command, Option } from 'commander';
import {
  type Accrual,
  type AccrualDocument,
  accrue as accrueRuns,
  parseAccrualRules,
} from '../accrual/index.js';
import { parseRates, type Rates } from '../data/rates.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { readDocument, writeFiles } from '../node/index.js';
import type { StoredRun } from '../retro/index.js';
import { accrualCsv, accrualJson, journalCsv } from './accrual-files.js';
import { addFileForms } from './calculate-options.js';
import { EXIT } from './exit.js';
import { type FileOptions, type Loaded, loadTable } from './load.js';
import { loadPaid, loadStored } from './load-runs.js';
import { collect } from './option-values.js';
import { printData, printIssues, printMessage } from './print.js';
import { showAccrual } from './show-accrual.js';

/** What `accrue` is told on the command line. */
export interface AccrueCommand extends FileOptions {
  readonly rules: string;
  readonly rates?: string;
  readonly actual?: string;
  readonly by?: readonly string[];
  readonly allowWithheld?: boolean;
  readonly format?: 'table' | 'json' | 'csv';
  readonly out?: string;
}

/** The options of `accrue`. */
export function addAccrueOptions(command: Command): void {
  command
    .optionsGroup('How the cost is recognised:')
    .requiredOption('--rules <file>', 'accrual document: share earned, accounts, on-costs')
    .option('--rates <file>', 'rates of exchange, for a reporting currency')
    .option('--actual <file>', 'run.json of the final run, to compare with and true up to')
    .option('--by <column>', 'a line for each value of this column of people; may be repeated', collect)
    .option('--allow-withheld', 'accrue for the others although people are withheld')
    .optionsGroup('Output:')
    .addOption(
      new Option('--format <format>', 'what goes to standard output; csv is the journal')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    )
    .option('--out <folder>', 'write accrual.json, accrual.csv and journal.csv here, all or none');
  addFileForms(command);
  command.optionsGroup('Other:');
}

interface AccrualInputs {
  readonly runs: readonly StoredRun[];
  readonly rules: AccrualDocument;
  readonly rates?: Rates;
  readonly actual?: StoredRun;
}

/** `accrue`: the cost of awards closing by closing, with its journal; and against what was paid. */
export async function accrue(paths: readonly string[], options: AccrueCommand): Promise<number> {
  const { loaded, issues: found } = await loadAccrual(paths, options);
  if (!loaded) return nothingAccrued(found);
  const { runs, ...how } = loaded;
  const { by, allowWithheld } = options;
  const made = accrueRuns(runs, { ...how, ...(by && { by }), ...(allowWithheld && { allowWithheld }) });
  const issues = [...found, ...named(made.issues, paths, options)];
  if (hasErrors(issues)) return nothingAccrued(issues);
  const accrual = { ...made, issues };
  printData(shown(accrual, options));
  printIssues(issues);
  if (!accrual.holds) {
    printMessage('\nSums that must be equal are not: nothing was written.');
    return EXIT.controlFailed;
  }
  return writeAccrual(accrual, options);
}

function nothingAccrued(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was accrued.');
  return EXIT.invalidInput;
}

function shown(accrual: Accrual, { format }: AccrueCommand): string {
  if (format === 'json') return accrualJson(accrual);
  return format === 'csv' ? journalCsv(accrual) : showAccrual(accrual);
}

async function writeAccrual(accrual: Accrual, { out }: AccrueCommand): Promise<number> {
  if (out === undefined) return EXIT.fine;
  const files = [
    { name: 'accrual.json', content: accrualJson(accrual) },
    { name: 'accrual.csv', content: accrualCsv(accrual) },
    { name: 'journal.csv', content: journalCsv(accrual) },
  ];
  const issues = await writeFiles(out, files);
  printIssues(issues);
  if (issues.length > 0) return EXIT.failure;
  printMessage(`\nWritten to ${out}: ${files.map(({ name }) => name).join(', ')}`);
  return EXIT.fine;
}

/** Reads all files; when one cannot be used nothing is accrued, and all problems are told. */
async function loadAccrual(paths: readonly string[], options: AccrueCommand): Promise<Loaded<AccrualInputs>> {
  const runs = await loadPaid(paths);
  const rules = await loadRules(options.rules);
  const rates = options.rates === undefined ? undefined : await loadTable(options.rates, options, parseRates);
  const actual = options.actual === undefined ? undefined : await loadStored(options.actual);
  const files = [runs, rules, rates, actual];
  const issues = files.flatMap((one) => one?.issues ?? []);
  if (!runs.loaded || !rules.loaded || files.some((one) => one && !one.loaded)) return { issues };
  const loaded = {
    runs: runs.loaded,
    rules: rules.loaded,
    ...(rates?.loaded && { rates: rates.loaded }),
    ...(actual?.loaded && { actual: actual.loaded }),
  };
  return { loaded, issues };
}

async function loadRules(path: string): Promise<Loaded<AccrualDocument>> {
  const { document, issues } = await readDocument(path);
  if (document === undefined || hasErrors(issues)) return { issues };
  const parsed = parseAccrualRules(document);
  const inFile = parsed.issues.map((one) => ({ ...one, at: { file: path, ...one.at } }));
  return parsed.ok ? { loaded: parsed.rules, issues } : { issues: [...issues, ...inFile] };
}

/** Issues of the runs and the rules, with the name of the file instead of their place among them. */
function named(
  issues: readonly Issue[],
  paths: readonly string[],
  { rules, actual }: AccrueCommand,
): Issue[] {
  return issues.map((one) => {
    const [stage, index] = one.path;
    if (stage === 'estimates' && typeof index === 'number') return inFile(one, paths[index], 2);
    if (stage === 'actual') return inFile(one, actual, 1);
    return stage === 'rules' ? inFile(one, rules, 1) : one;
  });
}

function inFile(one: Issue, file: string | undefined, depth: number): Issue {
  return file === undefined || one.at?.file !== undefined
    ? one
    : { ...one, path: one.path.slice(depth), at: { ...one.at, file } };
}
