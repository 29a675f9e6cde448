import { hasErrors, type Issue } from '../issue/issue.js';
import { type PayRun, payLines } from '../payroll/index.js';
import { correct, storeRun } from '../retro/index.js';
import { calculate as calculateRun } from '../run/calculate.js';
import type { Run } from '../run/run.js';
import { groupThousands } from '../words/grouped.js';
import type { CalculateCommand } from './calculate-options.js';
import { EXIT } from './exit.js';
import { type Inputs, loadInputs } from './inputs.js';
import { nameRuns } from './load-runs.js';
import { finalRunIn } from './output-folder.js';
import { printIssues, printMessage } from './print.js';
import { printResult } from './print-result.js';
import type { Result } from './result.js';
import { isMisdecided, writeResult } from './write-result.js';

/** `calculate`: every person's award, or the difference to what was paid; to the screen, and to files with --out. */
export async function calculate(planPaths: readonly string[], options: CalculateCommand): Promise<number> {
  const kept = options.out === undefined ? [] : await finalRunIn(options.out);
  if (kept.length > 0) return nothingCalculated(kept);
  const { loaded, issues } = await loadInputs(planPaths, options);
  if (!loaded) return nothingCalculated(issues);
  const result = resultOf(loaded, options);
  const refused = result.issues.filter(isRefusal);
  if (refused.length > 0) return nothingCalculated(refused);
  printResult(result, options);
  printPay(result.pay);
  printIssues(result.issues);
  const unwritten = await writeResult(result, options);
  return exitOf(result, unwritten, options);
}

function nothingCalculated(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was calculated.');
  return EXIT.invalidInput;
}

/** A run that cannot be followed: what was paid is not known, and no difference may be shown. */
function isRefusal({ severity, code }: Issue): boolean {
  return severity === 'error' && /^retro\.(run|plan)\./.test(code);
}

function resultOf(
  { plans, data, paid, previous, issues: ofFiles }: Inputs,
  options: CalculateCommand,
): Result {
  const { asOf, steps = [], only, final, follows = [] } = options;
  const status = final ? 'final' : 'draft';
  const calculated = calculateRun(plans, data, { asOf, steps, status, ...(only && { only }) });
  const run: Run = { ...calculated, issues: [...new Set([...ofFiles, ...calculated.issues])] };
  const common = { run, ...(previous && { previous }) };
  if (run.awards.length === 0) return { ...common, issues: run.issues };
  const stored = storeRun(run, { plans, ...data }, paid);
  const corrected = follows.length === 0 ? undefined : correct(paid, stored);
  const issues = nameRuns(corrected?.issues ?? [], follows);
  const correction = corrected && { ...corrected, issues, run: { ...corrected.run, issues } };
  // On decisions that cannot stand nobody shall be paid, not even on the screen.
  const pay = isMisdecided({ run, stored }) ? undefined : payOf(correction?.run ?? run, options);
  return {
    ...common,
    stored,
    ...(correction && { correction }),
    ...(pay && { pay }),
    issues: [...run.issues, ...issues, ...(pay?.issues ?? [])],
  };
}

/** Pay lines, when a day or a code for them is given; both are needed. */
function payOf(run: Run, { payDate, payCode, negatives }: CalculateCommand): PayRun | undefined {
  if (payDate === undefined && payCode === undefined) return undefined;
  const asked = { payDate: payDate ?? '', payCode: payCode ?? '' };
  return payLines(run, { ...asked, ...(negatives && { negatives }) });
}

function printPay(pay: PayRun | undefined): void {
  for (const { currency, lines, amount } of pay?.controls ?? [])
    printMessage(`Pay lines: ${lines} in ${currency}, control total ${groupThousands(amount)}`);
}

function exitOf(
  result: Result,
  unwritten: readonly Issue[],
  { allowWithheld = false }: CalculateCommand,
): number {
  const { run, correction, pay } = result;
  if (unwritten.length > 0) return EXIT.failure;
  if (!run.reconciliation.holds || correction?.reconciliation.holds === false) return EXIT.controlFailed;
  if (run.issues.some(({ code }) => code === 'decisions.budget.exceeded')) return EXIT.controlFailed;
  if (isMisdecided(result)) return EXIT.invalidInput;
  const found = [...(correction?.issues ?? []), ...(pay?.issues ?? [])];
  if (run.plans.length === 0 || run.awards.length === 0 || hasErrors(found)) return EXIT.invalidInput;
  return hasErrors(run.issues) && !allowWithheld ? EXIT.invalidInput : EXIT.fine;
}
