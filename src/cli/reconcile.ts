import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  canonicalColumns,
  joined,
  type PayColumns,
  type PayGiven,
  type PayReconciliation,
  readPayTable,
  reconcilePay,
} from '../cycle/index.js';
import { isRecord, type Table } from '../data/table.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { readTable } from '../node/index.js';
import { payLines } from '../payroll/index.js';
import { readRun } from '../retro/index.js';
import { addFileForms } from './calculate-options.js';
import { EXIT } from './exit.js';
import { decimalOf, type FileOptions, type Loaded, loadRates, tableOptions } from './load.js';
import { loadJson, loadRun, loadStored } from './load-runs.js';
import { wholeNumber } from './option-values.js';
import { loadPayMap } from './payroll.js';
import { printData, printIssues, printMessage } from './print.js';
import { reconciliationCsv, reconciliationJson, showReconciliation } from './show-reconciliation.js';

/** What `reconcile` is told on the command line. */
export interface ReconcileCommand extends FileOptions {
  readonly columns?: PayColumns;
  readonly map?: string;
  readonly payDate?: string;
  readonly rates?: string;
  readonly rows?: number;
  readonly format?: 'table' | 'json' | 'csv';
}

/** The options of `reconcile`. */
export function addReconcileOptions(command: Command): void {
  command
    .option(
      '--columns <columns>',
      'columns of tables that are no canonical pay files: id=…,amount=…,currency=… (or a currency such as EUR), and code=…',
      payColumns,
    )
    .option(
      '--map <file>',
      'pay map: runs stand as the lines they are paid by, under the ids and codes of payroll',
    )
    .option('--pay-date <day>', 'with --map: day of payment, YYYY-MM-DD')
    .option('--rates <file>', 'with --map: rates of exchange, where it converts')
    .option('--rows <count>', 'rows of the table to print', wholeNumber)
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    );
  addFileForms(command);
}

const KEYS = ['id', 'code', 'amount', 'currency'] as const;

/** `id=Personnel no.,amount=Gross,currency=EUR` as columns. */
function payColumns(text: string): PayColumns {
  const said = new Map(
    text.split(',').map((one): [string, string] => {
      const at = one.indexOf('=');
      return [one.slice(0, Math.max(at, 0)).trim(), one.slice(at + 1).trim()];
    }),
  );
  const wrong = [...said].find(([key, column]) => !KEYS.some((one) => one === key) || column === '');
  const [id, code, amount, currency] = KEYS.map((key) => said.get(key));
  if (wrong || id === undefined || amount === undefined || currency === undefined)
    throw new InvalidArgumentError(
      'Write it as id=…,amount=…,currency=… with the names of the columns, and code=… if there is one.',
    );
  return { id, amount, currency, ...(code !== undefined && { code }) };
}

/** `reconcile`: two runs, or a run and what payroll has, line by line. */
export async function reconcile(
  before: string,
  now: readonly string[],
  options: ReconcileCommand,
): Promise<number> {
  const sides = [await loadSide([before], options), await loadSide(now, options)] as const;
  const [left, right] = sides;
  const issues = sides.flatMap((one) => one.issues);
  if (!left.loaded || !right.loaded) return nothingReconciled(issues);
  const made = reconcilePay(left.loaded, right.loaded);
  const all = [...issues, ...made.issues];
  if (hasErrors(all)) return nothingReconciled(all);
  printData(shown({ ...made, issues: all }, [before, now.join(' + ')], options));
  printIssues(all);
  return made.agrees ? EXIT.fine : EXIT.controlFailed;
}

function nothingReconciled(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was reconciled.');
  return EXIT.invalidInput;
}

function shown(
  made: PayReconciliation,
  names: readonly [string, string],
  { format, rows }: ReconcileCommand,
): string {
  if (format === 'json') return reconciliationJson(made);
  return format === 'csv' ? reconciliationCsv(made) : showReconciliation(made, names, rows);
}

/** The files of a side: one run, or tables of pay that are put together. */
async function loadSide(paths: readonly string[], options: ReconcileCommand): Promise<Loaded<PayGiven>> {
  const [path = '', ...others] = paths;
  if (others.length === 0 && (await isRunFile(path)))
    return options.map === undefined ? loadRun(path, readRun) : loadPaidLines(path, options);
  const read = await Promise.all(paths.map((one) => loadPay(one, options)));
  const issues = read.flatMap((one) => one.issues);
  const sides = read.flatMap((one) => (one.loaded ? [one.loaded] : []));
  return sides.length < paths.length ? { issues } : { loaded: joined(sides), issues };
}

/** A run as the lines it is paid by. */
async function loadPaidLines(path: string, options: ReconcileCommand): Promise<Loaded<PayGiven>> {
  const { map = '', payDate = '' } = options;
  const stored = await loadStored(path);
  const read = await loadPayMap(map);
  const rates = options.rates === undefined ? undefined : await loadRates(options.rates, options);
  const issues = [stored, read, ...(rates ? [rates] : [])].flatMap((one) => one.issues);
  if (!stored.loaded || !read.loaded || (rates && !rates.loaded)) return { issues };
  const made = payLines(stored.loaded, {
    ...{ payDate, map: read.loaded, negatives: true },
    ...(rates?.loaded && { rates: rates.loaded }),
  });
  const found = [...issues, ...made.issues];
  return hasErrors(found) ? { issues: found } : { loaded: made.lines, issues: found };
}

/** A run, or an audit file with one; other JSON files may be tables. */
async function isRunFile(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() !== '.json') return false;
  const value = (await loadJson(path)).loaded?.value;
  return isRecord(value) && (Object.hasOwn(value, 'awards') || Object.hasOwn(value, 'run'));
}

async function loadPay(path: string, options: ReconcileCommand) {
  const { table, issues, notes } = await readTable(path, tableOptions(options));
  notes.forEach(printMessage);
  if (hasErrors(issues) && table.rows.length === 0) return { issues };
  const { columns } = options;
  const isOwn = columns === undefined || isCanonical(table);
  const read = readPayTable(table, { ...decimalOf(path, options), ...(!isOwn && { columns }) });
  return { ...(read.ok && { loaded: read.pay }), issues: [...new Set([...issues, ...read.issues])] };
}

function isCanonical({ rows: [first] }: Table): boolean {
  const own = first ?? {};
  return Object.values(canonicalColumns).every((column) => Object.hasOwn(own, column));
}
