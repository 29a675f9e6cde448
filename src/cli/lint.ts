import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Plan } from '../concepts/parse-plan.js';
import type { Actuals } from '../data/actuals.js';
import { eachOnce, hasErrors, type Issue, pointer, printable } from '../issue/issue.js';
import {
  type Finding,
  type LintData,
  type LintLimits,
  type LintReport,
  lint as lintPlan,
} from '../lint/index.js';
import { heading } from '../words/columns.js';
import { addDataFiles, addFileForms } from './calculate-options.js';
import { EXIT } from './exit.js';
import { type DataFiles, type FileOptions, type Loaded, loadActuals, loadData, loadPlan } from './load.js';
import { collect } from './option-values.js';
import { printData, printIssues, printMessage } from './print.js';

/** What `lint` is told on the command line. */
export interface LintCommand extends Partial<DataFiles> {
  readonly asOf?: string;
  readonly history?: readonly string[];
  readonly limit?: readonly string[];
  readonly json?: boolean;
}

/** The options of `lint`. */
export function addLintOptions(command: Command): void {
  command
    .optionsGroup('People, to tell findings in money and find those who cannot move their award:')
    .option('--people <file>', 'people')
    .option('--as-of <day>', 'day by which results are known, YYYY-MM-DD');
  addDataFiles(command);
  command
    .optionsGroup('The past:')
    .option(
      '--history <path>',
      'measured values of past years: a file, or a folder of them; may be repeated',
      collect,
    );
  addFileForms(command);
  command
    .optionsGroup('What is argued about:')
    .option('--limit <name=value>', 'another limit, such as jump=25% or kink=3; may be repeated', collect)
    .optionsGroup('Output:')
    .option('--json', 'print the findings as JSON');
}

/** What is missing on the command line, in words; undefined where all is well. */
export function misusedLint(options: LintCommand): string | undefined {
  const beside = [options.people, options.asOf];
  const isPart = beside.some((one) => one === undefined) && beside.some((one) => one !== undefined);
  if (isPart) return 'give --people and --as-of together';
  const alone = (['actuals', 'sources', 'changes', 'leave', 'earnings', 'exceptions'] as const).find(
    (key) => options[key] !== undefined && options.people === undefined,
  );
  return alone === undefined
    ? undefined
    : `give --people and --as-of with --${alone}; past results are --history`;
}

/** Limits as written, `jump=25%`; the lint says which of them it does not know. */
function limitsIn(written: readonly string[] = []): LintLimits {
  return Object.fromEntries(
    written.map((one) => {
      const [name = '', ...value] = one.split('=');
      return [name, value.join('=')];
    }),
  );
}

/** `lint`: what speaks against plans. */
export async function lint(paths: readonly string[], options: LintCommand): Promise<number> {
  const plans = await Promise.all(paths.map(loadPlan));
  const history = await loadHistory(options.history, options);
  const data = await loadPeopleData(options);
  const issues = [...plans, ...(history ? [history] : []), ...(data ? [data] : [])].flatMap(
    (one) => one.issues,
  );
  const read = plans.flatMap((one) => (one.loaded ? [one.loaded] : []));
  if (read.length < plans.length || (history && !history.loaded) || (data && !data.loaded)) {
    printIssues(issues);
    printMessage('\nNothing was looked at.');
    return EXIT.invalidInput;
  }
  const reports = read.map((plan) =>
    lintPlan(plan, {
      ...(data?.loaded && { data: data.loaded }),
      ...(history?.loaded && { history: history.loaded }),
      limits: limitsIn(options.limit),
    }),
  );
  const all = eachOnce([...issues, ...reports.flatMap((report) => report.issues)]);
  print(read, reports, all, options);
  if (hasErrors(all)) return EXIT.invalidInput;
  return reports.some(({ findings }) => hasErrors(findings)) ? EXIT.controlFailed : EXIT.fine;
}

async function loadPeopleData(options: LintCommand): Promise<Loaded<LintData> | undefined> {
  const { people, asOf } = options;
  if (people === undefined || asOf === undefined) return undefined;
  const { loaded, issues } = await loadData({ ...options, people });
  return loaded ? { loaded: { ...loaded, asOf }, issues } : { issues };
}

/** Reads the files of the past, and those of a folder in the order of their names. */
async function loadHistory(
  paths: readonly string[] | undefined,
  forms: FileOptions,
): Promise<Loaded<Actuals[]> | undefined> {
  if (paths === undefined) return undefined;
  const files = (await Promise.all(paths.map(filesAt))).flat();
  const sets = await Promise.all(files.map((actuals) => loadActuals({ ...formsOf(forms), actuals })));
  const issues = sets.flatMap((one) => one.issues);
  const read = sets.flatMap((one) => (one.loaded ? [one.loaded] : []));
  return read.length < sets.length ? { issues } : { loaded: read, issues };
}

function formsOf({ decimal, encoding, delimiter, sheet }: FileOptions): FileOptions {
  return {
    ...(decimal && { decimal }),
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  };
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.(csv|tsv|xlsx|json|ndjson|jsonl)$/i.test(name));
  // A folder without tables is read as a file, which says that it cannot be.
  return names.length === 0 ? [path] : names.toSorted().map((name) => join(path, name));
}

function print(
  plans: readonly Plan[],
  reports: readonly LintReport[],
  issues: readonly Issue[],
  { json }: LintCommand,
): void {
  if (json) {
    printData(
      JSON.stringify(
        {
          format: 'variable-pay/lint',
          formatVersion: 1,
          plans: reports.map(({ issues: _own, ...one }) => one),
          issues,
        },
        null,
        2,
      ),
    );
    return;
  }
  // What was not looked at is not said to be fine.
  if (!hasErrors(issues))
    for (const [index, report] of reports.entries()) printData(reportText(plans[index] as Plan, report));
  printIssues(issues);
}

/** The findings of a plan: where, what, what to do, and the clause. */
function reportText({ id, version }: Plan, { findings, judged }: LintReport): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const count =
    findings.length === 0
      ? 'nothing to argue about'
      : `${findings.length} finding${findings.length === 1 ? '' : 's'}, ${errors} of them ${errors === 1 ? 'an error' : 'errors'}`;
  return [
    heading(`${printable(id)} version ${printable(version)}: ${count}`),
    ...(judged === 'award' ? [] : [JUDGED[judged]]),
    ...findings.map(findingText),
  ].join('\n');
}

/** What was not looked at is not said to be fine. */
const JUDGED = {
  'award before the pool': 'Judged is what the plan pays before its pool; the pool itself is not.',
  shapes: 'Judged are the shapes of its curves and conditions; what the pool gives is not.',
};

function findingText({ severity, subject, path, message, hint, source, code }: Finding): string {
  const where = pointer(path);
  const head = [severity, subject, where && `(${where})`].filter(Boolean).join(' ');
  const lines = [
    `${head} [${code}]`,
    `  ${message}.`,
    ...(hint ? [`  Remedy: ${hint}.`] : []),
    ...(source ? [`  Clause: ${source}`] : []),
  ];
  return lines.map(printable).join('\n');
}
