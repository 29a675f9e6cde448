import { type Comparison, compare as compareRuns, comparisonText } from '../compare/index.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { replacedRun } from './compare-inputs.js';
import type { CompareCommand } from './compare-options.js';
import { EXIT } from './exit.js';
import { loadStored } from './load-runs.js';
import { comparisonCsv, comparisonJson } from './output-files.js';
import { printData, printIssues, printMessage } from './print.js';

/** `compare`: who moved between two runs, or between a run and itself on other files, and which inputs brought it. */
export async function compare(
  beforePath: string,
  nowPath: string | undefined,
  options: CompareCommand,
): Promise<number> {
  const before = await loadStored(beforePath);
  if (!before.loaded) return nothingCompared(before.issues);
  const now = nowPath === undefined ? await replacedRun(before.loaded, options) : await loadStored(nowPath);
  if (!now.loaded) return nothingCompared([...before.issues, ...now.issues]);
  const { person } = options;
  const comparison = compareRuns(before.loaded, now.loaded, person === undefined ? {} : { only: [person] });
  const issues = [...before.issues, ...now.issues, ...comparison.issues];
  if (hasErrors(comparison.issues)) return nothingCompared(issues);
  printData(shown({ ...comparison, issues }, options));
  printIssues(issues);
  return hasErrors(issues) ? EXIT.invalidInput : EXIT.fine;
}

function nothingCompared(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was compared.');
  return EXIT.invalidInput;
}

function shown(comparison: Comparison, { format, person, language, rows }: CompareCommand): string {
  if (format === 'json') return comparisonJson(comparison);
  if (format === 'csv') return comparisonCsv(comparison);
  return comparisonText(comparison, {
    ...(person !== undefined && { person }),
    ...(language !== undefined && { language }),
    ...(rows !== undefined && { rows }),
  });
}
