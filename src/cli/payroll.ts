import type { Command } from 'commander';
import type { Rates } from '../data/rates.js';
import { hasErrors, type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { readDocument, writeFiles } from '../node/index.js';
import {
  type Layout,
  type PayableRun,
  type PayFiles,
  type PayMap,
  parsePayLayout,
  parsePayMap,
  payFiles,
  payLayout,
  payLayouts,
} from '../payroll/index.js';
import type { Parsed } from '../plan/read-plan.js';
import { correct } from '../retro/index.js';
import { formatTable, heading } from '../words/columns.js';
import { groupThousands } from '../words/grouped.js';
import { addFileForms } from './calculate-options.js';
import { EXIT } from './exit.js';
import { type FileOptions, type Loaded, loadRates } from './load.js';
import { loadPaid, loadStored, nameRuns } from './load-runs.js';
import { collect } from './option-values.js';
import { alone, filesLeft, finalRunIn } from './output-folder.js';
import { printData, printIssues, printMessage } from './print.js';
import { terminalWidth } from './terminal.js';

/** What `payroll` is told on the command line. */
export interface PayrollCommand extends FileOptions {
  readonly layout: string;
  readonly map: string;
  readonly payDate: string;
  readonly rates?: string;
  readonly follows?: readonly string[];
  readonly negatives?: boolean;
  readonly draft?: boolean;
  readonly out: string;
}

/** The options of `payroll`. */
export function addPayrollOptions(command: Command): void {
  const names = payLayouts.map(({ layout }) => layout).join(', ');
  command
    .optionsGroup('How it is paid:')
    .requiredOption('--layout <name|file>', `${names}; or a layout of your own, YAML or JSON`)
    .requiredOption('--map <file>', 'pay map, YAML or JSON: the codes, ids and settings of the payroll')
    .requiredOption('--pay-date <day>', 'day of payment, YYYY-MM-DD')
    .option('--rates <file>', 'rates of exchange, where the pay map converts')
    .option(
      '--follows <file>',
      'run.json of a final run that was paid: pays the differences to it; in order',
      collect,
    )
    .option('--negatives', 'write negative lines, too')
    .option('--draft', 'pay a draft, which may change after it was paid')
    .requiredOption('--out <folder>', 'write the files here, all or none');
  addFileForms(command);
}

/** `payroll`: a stored run as the files of a payroll system. */
export async function payroll(path: string, options: PayrollCommand): Promise<number> {
  const kept = await finalRunIn(options.out);
  const { loaded, issues: ofFiles } = await loadPay(path, options);
  const issues = [...kept, ...ofFiles];
  if (!loaded) return nothingWritten(issues);
  const { run, layout, map, rates } = loaded;
  const { payDate, negatives, draft } = options;
  const made = payFiles(run, {
    ...{ layout, map, payDate },
    ...(rates && { rates }),
    ...(negatives && { negatives }),
    ...(draft && { drafts: draft }),
  });
  const found = [...issues, ...made.issues.map((one) => inFile(one, options.map))];
  if (hasErrors(found)) return nothingWritten(found);
  return written(made, found, options);
}

async function written(made: PayFiles, found: readonly Issue[], { out }: PayrollCommand): Promise<number> {
  const names = made.files.map(({ name }) => name);
  const failed = names.length === 0 ? [] : await alone(out, () => writeFiles(out, made.files));
  if (failed.length > 0) {
    printIssues([...failed, ...found]);
    printMessage('\nNothing was written.');
    return EXIT.failure;
  }
  printData(controlTable(made));
  printIssues([...found, ...(await filesLeft(out, names))]);
  printMessage(names.length === 0 ? '\nNothing was written.' : `\nWritten to ${out}: ${names.join(', ')}`);
  return EXIT.fine;
}

function nothingWritten(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was written.');
  return issues.some(({ code }) => code === 'payroll.control.failed')
    ? EXIT.controlFailed
    : EXIT.invalidInput;
}

/** The totals payroll must confirm, of the run and of each file. */
function controlTable({ files, controls, ofRun }: PayFiles): string {
  const isConverted = JSON.stringify(controls) !== JSON.stringify(ofRun);
  const rows = [
    ...ofRun.map(({ currency, lines, amount }) => [
      'the run',
      currency,
      String(lines),
      groupThousands(amount),
    ]),
    ...(isConverted ? controls : []).map(({ currency, lines, amount }) => [
      'converted',
      currency,
      String(lines),
      groupThousands(amount),
    ]),
    ...files.map(({ name, currency, rows, amount }) => [
      name,
      currency,
      String(rows),
      groupThousands(amount),
    ]),
  ];
  const columns = [
    { title: '' },
    { title: 'currency' },
    { title: 'lines', right: true },
    { title: 'control total', right: true },
  ];
  return [heading('Control totals'), formatTable(columns, rows, terminalWidth())].join('\n');
}

/** Issues of the pay map, with the name of its file. */
function inFile({ path, ...one }: Issue, file: string): Issue {
  return path[0] === 'map' ? { ...one, path: path.slice(1), at: { file } } : { ...one, path };
}

/** Everything a payment is made of, as read. */
interface Pay {
  readonly run: PayableRun;
  readonly layout: Layout;
  readonly map: PayMap;
  readonly rates?: Rates;
}

async function loadPay(path: string, options: PayrollCommand): Promise<Loaded<Pay>> {
  const run = await loadPayable(path, options.follows ?? []);
  const layout = await loadLayout(options.layout);
  const map = await loadPayMap(options.map);
  const rates = options.rates === undefined ? undefined : await loadRates(options.rates, options);
  const issues = [run, layout, map, ...(rates ? [rates] : [])].flatMap((one) => one.issues);
  const ofRates = rates?.loaded?.issues ?? [];
  const all = [...issues, ...ofRates];
  if (!run.loaded || !layout.loaded || !map.loaded || (rates && !rates.loaded) || hasErrors(ofRates))
    return { issues: all };
  const pay = { run: run.loaded, layout: layout.loaded, map: map.loaded };
  return { loaded: { ...pay, ...(rates?.loaded && { rates: rates.loaded }) }, issues: all };
}

/** The run, or what it differs by from the final runs that were paid. */
async function loadPayable(path: string, follows: readonly string[]): Promise<Loaded<PayableRun>> {
  const stored = await loadStored(path);
  const paid = await loadPaid(follows);
  const issues = [...stored.issues, ...paid.issues];
  if (!stored.loaded || !paid.loaded) return { issues };
  if (follows.length === 0) return { loaded: stored.loaded, issues };
  const corrected = correct(paid.loaded, stored.loaded);
  const found = [...issues, ...nameRuns(corrected.issues, follows)];
  return { loaded: { ...corrected.run, inputs: stored.loaded.inputs }, issues: found };
}

/** Reads a pay map. */
export function loadPayMap(path: string): Promise<Loaded<PayMap>> {
  return loadDocument(path, parsePayMap, 'map');
}

async function loadLayout(nameOrFile: string): Promise<Loaded<Layout>> {
  const known = payLayout(nameOrFile);
  if (known) return { loaded: known, issues: [] };
  if (/\.(ya?ml|json)$/i.test(nameOrFile)) return loadDocument(nameOrFile, parsePayLayout, 'layout');
  const names = payLayouts.map(({ layout }) => layout);
  const near = nearest(nameOrFile, names);
  return {
    issues: [
      issue({
        code: 'payroll.value.form',
        path: ['layout'],
        message: `There is no layout called ${quote(nameOrFile)}`,
        expected: `one of ${names.join(', ')}, or a file named .yaml or .json`,
        hint: near ? `Did you mean ${quote(near)}?` : 'Describe it in a file: variable-pay schema pay-layout',
      }),
    ],
  };
}

async function loadDocument<Key extends string, T>(
  path: string,
  parse: (data: unknown) => Parsed<Key, T>,
  key: Key,
): Promise<Loaded<T>> {
  const { document, issues } = await readDocument(path);
  if (hasErrors(issues)) return { issues };
  const parsed = parse(document);
  const named = parsed.issues.map((one) => ({ ...one, at: { file: path, ...one.at } }));
  if (!parsed.ok) return { issues: [...issues, ...named] };
  return { loaded: (parsed as { readonly [K in Key]: T })[key], issues: [...issues, ...named] };
}
