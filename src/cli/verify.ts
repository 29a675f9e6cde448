import type { Command } from 'commander';
import { Option } from 'commander';
import { type AuditFile, checkAudit, isAuditFile } from '../cycle/index.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import {
  type GivenInputs,
  type Verification,
  type VerificationLanguage,
  verificationLanguages,
  verificationText,
  verify as verifyRun,
} from '../verify/index.js';
import { otherTables } from './audit-files.js';
import { addDataFiles, addFileForms } from './calculate-options.js';
import { EXIT } from './exit.js';
import { type DataFiles, type Loaded, loadGiven, loadPlan } from './load.js';
import { loadJson } from './load-runs.js';
import { collect } from './option-values.js';
import { verificationJson } from './output-files.js';
import { printData, printIssues, printMessage } from './print.js';

/** What `verify` is told on the command line. */
export interface VerifyCommand extends Partial<DataFiles> {
  readonly plan?: readonly string[];
  readonly language?: VerificationLanguage;
  readonly format?: 'table' | 'json';
}

/** The options of `verify`. */
export function addVerifyOptions(command: Command): void {
  command
    .optionsGroup('What the run should have been made on (compared with what is stored in it):')
    .option('--plan <file>', 'plan, YAML or JSON; may be repeated', collect)
    .option('--people <file>', 'people');
  addDataFiles(command);
  addFileForms(command);
  command
    .optionsGroup('Output:')
    .addOption(
      new Option('--language <language>', 'language of the text')
        .choices([...verificationLanguages])
        .default('en'),
    )
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['table', 'json'])
        .default('table'),
    );
}

/** `verify`: a stored run derived once more from its inputs, and compared with the files given beside. */
export async function verify(path: string, options: VerifyCommand): Promise<number> {
  const run = await loadJson(path);
  const given = await loadGivenInputs(options);
  const issues = [...run.issues, ...given.issues];
  printIssues(issues);
  if (!run.loaded || !given.loaded) {
    printMessage('\nNothing was verified.');
    return EXIT.invalidInput;
  }
  const { value } = run.loaded;
  const verification = verifyRun(isAuditFile(value) ? value.run : value, given.loaded);
  const { format, language } = options;
  printData(format === 'json' ? verificationJson(verification) : verificationText(verification, language));
  const found = isAuditFile(value) ? await besideRun(path, value) : [];
  if (found.length > 0) printMessage(OTHER);
  printIssues(found);
  if (isAuditFile(value) && found.length === 0) printMessage(BESIDE);
  return found.length > 0 && verification.holds ? EXIT.controlFailed : exitOf(verification);
}

const OTHER = 'The audit file does not hold: something beside the run is not of it.';
const BESIDE = 'Receipt, sample, explanations and the tables beside are those of this run.';

/** What speaks against the rest of an audit file, and against the tables beside it. */
async function besideRun(path: string, value: unknown): Promise<readonly Issue[]> {
  const found = checkAudit(value);
  return found.length > 0 || path === '-' ? found : await otherTables(path, value as AuditFile);
}

async function loadGivenInputs({ plan = [], ...files }: VerifyCommand): Promise<Loaded<GivenInputs>> {
  const plans = await Promise.all(plan.map(loadPlan));
  const data = await loadGiven(files);
  const issues = [...plans, data].flatMap((one) => one.issues).filter((one) => hasErrors([one]));
  const read = plans.flatMap((one) => (one.loaded ? [one.loaded] : []));
  if (read.length < plans.length || !data.loaded) return { issues };
  return { loaded: { ...data.loaded, ...(read.length > 0 && { plans: read }) }, issues };
}

function exitOf({ run, holds }: Verification): number {
  if (!run) return EXIT.invalidInput;
  return holds ? EXIT.fine : EXIT.controlFailed;
}
