import { receiptOf } from '../cycle/index.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { writeFiles } from '../node/index.js';
import type { CalculateCommand } from './calculate-options.js';
import { awardsCsv, differencesCsv, exceptionsCsv, payFiles, receiptJson, runJson } from './output-files.js';
import { alone, filesLeft } from './output-folder.js';
import { printIssues, printMessage } from './print.js';
import type { Result } from './result.js';

/** A final run in which everybody is withheld paid nobody: kept, it would only stand in the way of the next. */
function isOfNobody({ run: { status, reconciliation } }: Result): boolean {
  return status === 'final' && reconciliation.people.withheld === reconciliation.people.in;
}

/** A decision that cannot be applied, or a budget that was exceeded: nobody shall be paid on such a run. */
export function isMisdecided({ run, stored }: Pick<Result, 'run' | 'stored'>): boolean {
  const isOfDecision = ({ severity, code }: Issue) => severity === 'error' && code.startsWith('decisions.');
  return run.issues.some(isOfDecision) || hasErrors(stored?.inputs.decisions?.issues ?? []);
}

/**
 * Writes all files, or none: not when nothing was calculated, not when the pay lines that were asked for are refused, and
 * not when something is wrong with what managers decided.
 */
export async function writeResult(result: Result, { out }: CalculateCommand): Promise<Issue[]> {
  const { run, stored, correction, pay } = result;
  if (out === undefined) return [];
  if (!stored || hasErrors(pay?.issues ?? []) || isOfNobody(result) || isMisdecided(result)) {
    printMessage('\nNothing was written.');
    return [];
  }
  const paid = pay ? payFiles(pay) : [];
  const proof = receiptOf(stored, paid);
  if (!proof.ok) {
    printIssues(proof.issues);
    return [...proof.issues];
  }
  const files = [
    { name: 'awards.csv', content: awardsCsv(run) },
    { name: 'run.json', content: runJson(stored) },
    { name: 'receipt.json', content: receiptJson(proof.receipt) },
    ...(run.exceptions.length > 0 ? [{ name: 'exceptions.csv', content: exceptionsCsv(run) }] : []),
    ...(correction ? [{ name: 'differences.csv', content: differencesCsv(correction) }] : []),
    ...paid,
  ];
  const names = files.map(({ name }) => name);
  const issues = await alone(out, () => writeFiles(out, files));
  printIssues(issues);
  if (issues.length > 0) return issues;
  printMessage(`\nWritten to ${out}: ${names.join(', ')}`);
  printIssues(await filesLeft(out, names));
  return [];
}
