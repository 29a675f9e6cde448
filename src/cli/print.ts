import { formatIssue, type Issue } from '../issue/issue.js';

/** Data goes to standard output. */
export function printData(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Messages go to standard error. */
export function printMessage(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** More than this nobody reads on a screen. */
const MOST = 200;

/** Issues, errors first, each a line; and how many there are. */
export function printIssues(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  const errors = issues.filter((one) => one.severity === 'error');
  const warnings = issues.filter((one) => one.severity === 'warning');
  printMessage(
    `\nIssues: ${errors.length} error${errors.length === 1 ? '' : 's'}, ${warnings.length} warning${warnings.length === 1 ? '' : 's'}`,
  );
  const all = [...errors, ...warnings];
  for (const one of all.slice(0, MOST)) printMessage(formatIssue(one));
  if (all.length > MOST) printMessage(`… and ${all.length - MOST} more; run.json and --format json have all`);
}
