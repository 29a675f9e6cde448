import { groupThousands } from '../explain/show.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { writeFiles } from '../node/index.js';
import { type PayRun, payLines } from '../payroll/pay-lines.js';
import { awardsOf, calculate as calculateRun } from '../run/calculate.js';
import type { Run } from '../run/run.js';
import { EXIT } from './exit.js';
import { type FileOptions, loadActuals, loadPeople, loadPlan } from './load.js';
import { awardsCsv, awardsNdjson, payFiles, runJson } from './output-files.js';
import { printData, printIssues, printMessage } from './print.js';
import { showRun, showSteps } from './show-run.js';

export interface CalculateCommand extends FileOptions {
  readonly people: string;
  readonly actuals: string;
  readonly asOf: string;
  readonly steps?: readonly string[];
  readonly rows?: number;
  readonly format?: 'table' | 'json' | 'ndjson' | 'csv';
  readonly out?: string;
  readonly payDate?: string;
  readonly payCode?: string;
  readonly allowWithheld?: boolean;
}

/** Rows of the award table a terminal is given; files always have everybody. */
const ROWS = 100;

/** `calculate`: every person's award from plans, people and actuals; to the screen, and to files with --out. */
export async function calculate(planPaths: readonly string[], options: CalculateCommand): Promise<number> {
  const inputs = await load(planPaths, options);
  if (inputs === undefined) return EXIT.invalidInput;
  const calculated = calculateRun(inputs.plans, inputs, { asOf: options.asOf, steps: options.steps ?? [] });
  const run: Run = { ...calculated, issues: [...new Set([...inputs.issues, ...calculated.issues])] };
  const pay = payOf(run, options);
  printRun(run, options);
  if (pay) printPay(pay);
  printIssues([...run.issues, ...(pay?.issues ?? [])]);
  const unwritten = await write(run, pay, options);
  return exitOf(run, pay, unwritten, options);
}

/** Pay lines, when a day or a code for them is given; both are needed. */
function payOf(run: Run, { payDate, payCode }: CalculateCommand): PayRun | undefined {
  if (payDate === undefined && payCode === undefined) return undefined;
  return payLines(run, { payDate: payDate ?? '', payCode: payCode ?? '' });
}

async function load(planPaths: readonly string[], options: CalculateCommand) {
  const plans = await Promise.all(planPaths.map(loadPlan));
  const people = await loadPeople(options.people, options);
  const actuals = await loadActuals(options.actuals, options);
  const issues = [...plans, people, actuals].flatMap((one) => one.issues);
  const loaded = plans.flatMap((one) => (one.loaded ? [one.loaded] : []));
  if (loaded.length < plans.length || !people.loaded || !actuals.loaded) {
    printIssues(issues);
    printMessage('\nNothing was calculated.');
    return undefined;
  }
  const ofFiles = [...people.issues, ...actuals.issues];
  return { plans: loaded, people: people.loaded, actuals: actuals.loaded, issues: ofFiles };
}

function printRun(run: Run, options: CalculateCommand): void {
  const printers = {
    json: runJson,
    ndjson: awardsNdjson,
    csv: awardsCsv,
    table: (one: Run) => showRun(one, options.rows ?? ROWS),
  };
  const format = options.format ?? 'table';
  printData(printers[format](run));
  if (format !== 'table') return;
  for (const award of (options.steps ?? []).flatMap((person) => awardsOf(run, person)))
    printData(showSteps(award));
}

function printPay({ controls }: PayRun): void {
  for (const { currency, lines, amount } of controls)
    printMessage(`Pay lines: ${lines} in ${currency}, control total ${groupThousands(amount)}`);
}

/** Writes all files, or none: not when nothing was calculated, and not when the pay lines that were asked for are refused. */
async function write(run: Run, pay: PayRun | undefined, { out }: CalculateCommand): Promise<Issue[]> {
  if (out === undefined) return [];
  if (run.awards.length === 0 || hasErrors(pay?.issues ?? [])) {
    printMessage('\nNothing was written.');
    return [];
  }
  const files = [
    { name: 'awards.csv', content: awardsCsv(run) },
    { name: 'run.json', content: runJson(run) },
    ...payFiles(pay?.lines ?? []),
  ];
  const issues = await writeFiles(out, files);
  printIssues(issues);
  if (issues.length === 0) printMessage(`\nWritten to ${out}: ${files.map((file) => file.name).join(', ')}`);
  return issues;
}

function exitOf(
  run: Run,
  pay: PayRun | undefined,
  unwritten: readonly Issue[],
  { allowWithheld = false }: CalculateCommand,
): number {
  if (unwritten.length > 0) return EXIT.failure;
  if (!run.reconciliation.holds) return EXIT.controlFailed;
  if (run.plans.length === 0 || run.awards.length === 0 || hasErrors(pay?.issues ?? []))
    return EXIT.invalidInput;
  return hasErrors(run.issues) && !allowWithheld ? EXIT.invalidInput : EXIT.fine;
}
