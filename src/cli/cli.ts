#!/usr/bin/env node
import { Argument, Command, CommanderError, Option } from 'commander';
import { confidenceLevels } from '../metrics/confidence.js';
import { type AccrueCommand, accrue, addAccrueOptions } from './accrue.js';
import { type AuditCommand, addAuditOptions, audit, auditMisuse } from './audit.js';
import { calculate } from './calculate.js';
import { addCalculateOptions, addFileForms, type CalculateCommand, misuse } from './calculate-options.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { addCompareOptions, type CompareCommand, compareMisuse } from './compare-options.js';
import { demo } from './demo.js';
import { diff } from './diff.js';
import { EXIT } from './exit.js';
import { addExplainOptions, type ExplainCommand, explain, misusedExplain } from './explain.js';
import { init } from './init.js';
import { addLintOptions, type LintCommand, lint, misusedLint } from './lint.js';
import { type MetricsCommand, metrics } from './metrics.js';
import { confidence, wholeNumber } from './option-values.js';
import { packageVersion } from './package-files.js';
import { addPayrollOptions, type PayrollCommand, payroll } from './payroll.js';
import { printMessage } from './print.js';
import { addReconcileOptions, type ReconcileCommand, reconcile } from './reconcile.js';
import { schema, schemaNames } from './schema.js';
import { addVerifyOptions, type VerifyCommand, verify } from './verify.js';
import { whatIf } from './what-if.js';
import { addWhatIfOptions, type WhatIfCommand, whatIfMisuse } from './what-if-options.js';
import { addWorksheetOptions, type WorksheetCommand, worksheet } from './worksheet.js';

/** Takes the exit code of what ran. */
type Finish = (code: number) => void;

/** The command line. */
function program(finish: Finish): Command {
  const command = new Command('variable-pay');
  command
    .description('From an incentive plan, people and actuals to what each person is paid, and why.')
    .version(packageVersion())
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 failure, 2 bad usage, 3 invalid input (all problems listed), 4 a control failed',
    );
  addCalculate(command, finish);
  addOthers(command, finish);
  for (const one of command.commands) one.exitOverride();
  return command;
}

function addCalculate(command: Command, finish: Finish): void {
  const added = command
    .command('calculate')
    .description('calculate every award, or the differences to what was paid')
    .argument('<plan...>', 'plan files, YAML or JSON');
  addCalculateOptions(added);
  added.action(async (plans: string[], options: CalculateCommand) => {
    const wrong = misuse(options);
    if (wrong !== undefined) added.error(`error: ${wrong}`, { exitCode: EXIT.usage });
    finish(await calculate(plans, options));
  });
}

function addOthers(command: Command, finish: Finish): void {
  command
    .command('check')
    .description('check plans; all findings are listed')
    .argument('<plan...>', 'plan files, YAML or JSON')
    .option('--expand', 'print the plan as the formula it lowers to')
    .option('--program', 'print the steps it compiles to')
    .option('--json', 'print the findings as JSON')
    .action(async (plans: string[], options) => finish(await check(plans, options)));

  addMetrics(command, finish);
  addExplain(command, finish);
  addVerify(command, finish);
  addCompare(command, finish);
  addWorksheet(command, finish);
  addPayroll(command, finish);
  addAccrue(command, finish);
  addReconcile(command, finish);
  addAudit(command, finish);
  addLint(command, finish);
  addWhatIf(command, finish);

  command
    .command('diff')
    .description('what two versions of a plan say differently, in words')
    .argument('<before>', 'plan file, YAML or JSON')
    .argument('<after>', 'plan file, YAML or JSON')
    .option('--json', 'print the differences as JSON')
    .action(async (before: string, after: string, options) => finish(await diff(before, after, options)));

  command
    .command('schema')
    .description('print the JSON Schema of a kind of file')
    .addArgument(new Argument('<kind>', 'kind of file').choices([...schemaNames]))
    .action(async (kind: (typeof schemaNames)[number]) => finish(await schema(kind)));

  command
    .command('init')
    .description('write a working plan, people and actuals to start from')
    .argument('[folder]', 'where to', '.')
    .action(async (folder: string) => finish(await init(folder)));

  command
    .command('demo')
    .description('calculate the shipped example')
    .option('--out <folder>', 'write its awards and pay files here')
    .option('--rows <count>', 'rows of the award table to print', wholeNumber)
    .action(async (options) => finish(await demo(options)));
}

function addExplain(command: Command, finish: Finish): void {
  const added = command
    .command('explain')
    .description('why the award of a person is what it is: at stake, brought, step by step')
    .argument('<person>', 'id of the person')
    .argument('[plan...]', 'plan files, YAML or JSON; none with --run');
  addExplainOptions(added);
  added.action(async (person: string, plans: string[], options: ExplainCommand) => {
    const wrong = misusedExplain(plans, options);
    if (wrong !== undefined) added.error(`error: ${wrong}`, { exitCode: EXIT.usage });
    finish(await explain(person, plans, options));
  });
}

function addCompare(command: Command, finish: Finish): void {
  const added = command
    .command('compare')
    .description('two stored runs: who moved, by how much, and which inputs brought it')
    .argument('<before>', 'run.json of the first run')
    .argument('[now]', 'run.json of the second run; without it the first is calculated anew on other files');
  addCompareOptions(added);
  added.action(async (before: string, now: string | undefined, options: CompareCommand) => {
    const wrong = compareMisuse(now, options);
    if (wrong !== undefined) added.error(`error: ${wrong}`, { exitCode: EXIT.usage });
    finish(await compare(before, now, options));
  });
}

function addWorksheet(command: Command, finish: Finish): void {
  const added = command
    .command('worksheet')
    .description('what each manager decides on in a stored run, as a file to fill in')
    .argument('<run>', 'run.json as it was written');
  addWorksheetOptions(added);
  added.action(async (run: string, options: WorksheetCommand) => finish(await worksheet(run, options)));
}

function addPayroll(command: Command, finish: Finish): void {
  const added = command
    .command('payroll')
    .description('the files a payroll system imports to pay a stored run, with their control totals')
    .argument('<run>', 'run.json as it was written');
  addPayrollOptions(added);
  added.action(async (run: string, options: PayrollCommand) => finish(await payroll(run, options)));
}

function addReconcile(command: Command, finish: Finish): void {
  const added = command
    .command('reconcile')
    .description('two runs, or a run and pay files, line by line: what payroll has is what was awarded')
    .argument('<before>', 'run.json, or a table of pay (CSV, XLSX, JSON, NDJSON)')
    .argument('<now...>', 'run.json, or tables of pay, which are put together');
  addReconcileOptions(added);
  added.action(async (before: string, now: string[], options: ReconcileCommand) =>
    finish(await reconcile(before, now, options)),
  );
}

function addAudit(command: Command, finish: Finish): void {
  const added = command
    .command('audit')
    .description('a folder from which an auditor does the calculation of a stored run once more')
    .argument('<run>', 'run.json as it was written');
  addAuditOptions(added);
  added.action(async (run: string, options: AuditCommand) => {
    const wrong = auditMisuse(options);
    if (wrong !== undefined) added.error(`error: ${wrong}`, { exitCode: EXIT.usage });
    finish(await audit(run, options));
  });
}

function addWhatIf(command: Command, finish: Finish): void {
  const added = command
    .command('what-if')
    .description('what a change would cost, who wins and loses, and what value brings a wanted figure')
    .argument('<plan...>', 'plan files, YAML or JSON');
  addWhatIfOptions(added);
  added.action(async (plans: string[], options: WhatIfCommand) => {
    const wrong = whatIfMisuse(options);
    if (wrong !== undefined) added.error(`error: ${wrong}`, { exitCode: EXIT.usage });
    finish(await whatIf(plans, options));
  });
}

function addMetrics(command: Command, finish: Finish): void {
  const added = command
    .command('metrics')
    .description('every score with its responses, its interval, and what counts of it for pay')
    .argument('<plan...>', 'plan files, YAML or JSON')
    .requiredOption('--as-of <day>', 'day of the report, YYYY-MM-DD: later measurements do not count')
    .option('--actuals <file>', 'measured values')
    .option('--sources <file>', 'sources document: customer data as exported, with the columns they stand in')
    .option('--people <file>', 'people: which groups belong together, and which were not measured')
    .option(
      '--confidence <share>',
      `confidence of the intervals: ${confidenceLevels.join(', ')}`,
      confidence,
      '95%',
    )
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    );
  addFileForms(added);
  added.action(async (plans: string[], options: MetricsCommand) => {
    finish(await metrics(plans, options));
  });
}

function addLint(command: Command, finish: Finish): void {
  const added = command
    .command('lint')
    .description(
      'argue with plans: cliffs, dead zones, goals that do not matter, people who cannot move their award',
    )
    .argument('<plan...>', 'plan files, YAML or JSON');
  addLintOptions(added);
  added.action(async (plans: string[], options: LintCommand) => {
    const wrong = misusedLint(options);
    if (wrong !== undefined) added.error(`error: ${wrong}`, { exitCode: EXIT.usage });
    finish(await lint(plans, options));
  });
}

function addVerify(command: Command, finish: Finish): void {
  const added = command
    .command('verify')
    .description('derive a stored run once more from its inputs, and tell everything that differs')
    .argument('<run>', 'run.json or audit.json as it was written');
  addVerifyOptions(added);
  added.action(async (run: string, options: VerifyCommand) => finish(await verify(run, options)));
}

function addAccrue(command: Command, finish: Finish): void {
  const added = command
    .command('accrue')
    .description(
      'the cost of awards recognised closing by closing, with its journal, and against what was paid',
    )
    .argument('<run...>', 'run.json of each closing day, in order');
  addAccrueOptions(added);
  added.action(async (runs: string[], options: AccrueCommand) => finish(await accrue(runs, options)));
}

/** A reader such as head that closes the pipe early has what it wants. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.fine);
}

/** Runs the command; bad usage is 2, help and version are 0. */
async function main(): Promise<void> {
  try {
    await program((code) => {
      process.exitCode = code;
    }).parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      printMessage(error instanceof Error ? error.message : String(error));
      process.exitCode = EXIT.failure;
      return;
    }
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);
await main();
