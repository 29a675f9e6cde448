import { type Command, Option } from 'commander';
import {
  type Explained,
  explain as explainPerson,
  explanationText,
  type Language,
  languages,
} from '../explain/index.js';
import { hasErrors } from '../issue/issue.js';
import { readStoredRun, type StoredRun, storeRun } from '../retro/index.js';
import { calculate } from '../run/calculate.js';
import { addDataFiles, addFileForms, dataFiles } from './calculate-options.js';
import { EXIT } from './exit.js';
import { loadInputs } from './inputs.js';
import type { DataFiles, Loaded } from './load.js';
import { loadRun } from './load-runs.js';
import { explanationsJson } from './output-files.js';
import { printData, printIssues, printMessage } from './print.js';

/** What `explain` is told on the command line. */
export interface ExplainCommand extends Partial<DataFiles> {
  readonly run?: string;
  readonly asOf?: string;
  readonly plan?: string;
  readonly full?: boolean;
  readonly attribution?: boolean;
  readonly language?: Language;
  readonly format?: 'text' | 'json';
}

/** The options of `explain`. */
export function addExplainOptions(command: Command): void {
  command
    .optionsGroup('From a stored run, or from files:')
    .option('--run <file>', 'run.json as it was written: nothing else is needed')
    .option('--as-of <day>', 'day of the calculation, YYYY-MM-DD')
    .option('--people <file>', 'people');
  addDataFiles(command);
  addFileForms(command);
  command
    .optionsGroup('Output:')
    .option('--plan <id>', 'only the award of this plan')
    .option('--full', 'every step with its clause, what gates hold and what does not apply')
    .option('--attribution', 'also what each result brought, on average over all orders')
    .addOption(
      new Option('--language <language>', 'language of the text').choices([...languages]).default('en'),
    )
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['text', 'json'])
        .default('text'),
    );
}

/** What is missing or too much on the command line, in words; undefined where all is well. */
export function misusedExplain(plans: readonly string[], options: ExplainCommand): string | undefined {
  const { run, people, asOf } = options;
  const isMissing = plans.length === 0 || people === undefined || asOf === undefined;
  if (run === undefined) return isMissing ? 'give --run, or plans with --people and --as-of' : undefined;
  const beside = FILES.filter((key) => options[key] !== undefined);
  if (plans.length === 0 && beside.length === 0) return undefined;
  return 'give --run alone: a stored run has the plans and files it was calculated on';
}

const FILES = [...dataFiles, 'asOf'] as const;

/** `explain`: why the award of a person is what it is. */
export async function explain(
  person: string,
  plans: readonly string[],
  options: ExplainCommand,
): Promise<number> {
  const { loaded, issues } =
    options.run === undefined ? await calculated(plans, options) : await loadRun(options.run, readStoredRun);
  if (!loaded) {
    printIssues(issues);
    printMessage('\nNothing was explained.');
    return EXIT.invalidInput;
  }
  const { language = 'en', attribution = false, plan } = options;
  const explained = explainPerson(loaded, person, {
    language,
    attribution,
    ...(plan !== undefined && { plan }),
  });
  printExplained(explained, options);
  // Why somebody is not there may be said of a row that could not be read.
  const isThere = explained.explanations.length > 0;
  printIssues([...(isThere ? [] : issues.filter((one) => hasErrors([one]))), ...explained.issues]);
  return hasErrors(explained.issues) ? EXIT.invalidInput : EXIT.fine;
}

function printExplained({ explanations }: Explained, { format, full = false }: ExplainCommand): void {
  if (format === 'json') printData(explanationsJson(explanations));
  else
    for (const [index, one] of explanations.entries())
      printData(`${index > 0 ? '\n' : ''}${explanationText(one, { full })}`);
}

/** A run calculated from files, kept only to be explained. */
async function calculated(paths: readonly string[], options: ExplainCommand): Promise<Loaded<StoredRun>> {
  const { people = '', asOf = '' } = options;
  const { loaded, issues } = await loadInputs(paths, { ...options, people, asOf, format: 'table' });
  if (!loaded) return { issues };
  const { plans, data } = loaded;
  const run = calculate(plans, data, { asOf });
  // A run that was refused as a whole has no awards to explain.
  if (run.awards.length === 0) return { issues: run.issues };
  return { loaded: storeRun(run, { plans, ...data }), issues: run.issues };
}
