import { hasErrors, type Issue } from '../issue/issue.js';
import { type ScoreReport, scores } from '../scores/index.js';
import { EXIT } from './exit.js';
import type { FileOptions } from './load.js';
import { loadActuals, loadPeople, loadPlan } from './load.js';
import { scoresCsv } from './output-files.js';
import { printData, printIssues } from './print.js';
import { showScores } from './show-scores.js';

/** What `metrics` is told on the command line. */
export interface MetricsCommand extends FileOptions {
  readonly asOf: string;
  readonly actuals?: string;
  readonly sources?: string;
  readonly people?: string;
  readonly confidence?: string;
  readonly format?: 'table' | 'json' | 'csv';
}

/** `metrics`: every score with the responses behind it, what counts for pay, and what it would be without rules. */
export async function metrics(paths: readonly string[], options: MetricsCommand): Promise<number> {
  const plans = await Promise.all(paths.map(loadPlan));
  const actuals = await loadActuals(options);
  const people =
    options.people === undefined ? undefined : await loadPeople({ ...options, people: options.people });
  const issues = [...plans, actuals, ...(people ? [people] : [])].flatMap((one) => one.issues);
  const read = plans.flatMap((one) => (one.loaded ? [one.loaded] : []));
  if (read.length < plans.length || !actuals.loaded || (people && !people.loaded)) {
    printIssues(issues);
    return EXIT.invalidInput;
  }
  const { asOf, confidence } = options;
  const data = { actuals: actuals.loaded, ...(people?.loaded && { people: people.loaded }) };
  const report = scores(read, data, { asOf, ...(confidence !== undefined && { confidence }) });
  const all = [...new Set([...issues, ...report.issues, ...report.scores.flatMap((one) => one.issues)])];
  printReport(report, all, options);
  return hasErrors(all) ? EXIT.invalidInput : EXIT.fine;
}

function printReport(report: ScoreReport, issues: readonly Issue[], { format }: MetricsCommand): void {
  if (format === 'json') {
    printData(JSON.stringify({ ...report, issues }, null, 2));
    return;
  }
  printData(format === 'csv' ? scoresCsv(report) : showScores(report));
  printIssues(issues);
}
