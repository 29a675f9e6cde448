import type { Plan } from '../concepts/parse-plan.js';
import type { Issue } from '../issue/issue.js';
import { formatPlanDifference, type PlanDifference, planDifferences } from '../versions/index.js';
import { printFindings } from './check.js';
import { EXIT } from './exit.js';
import { loadPlan } from './load.js';
import { printData, printIssues } from './print.js';

interface DiffOptions {
  readonly json?: boolean;
}

/** `diff`: what two versions of a plan say differently. Both are checked first, as `check` does. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  const [old, now] = [await loadPlan(before), await loadPlan(after)];
  const issues = [...old.issues, ...now.issues];
  if (!old.loaded || !now.loaded) {
    printFindings(issues, options);
    return EXIT.invalidInput;
  }
  const differences = planDifferences(old.loaded.document, now.loaded.document);
  if (options.json) printData(json({ before: old.loaded, after: now.loaded }, differences, issues));
  else {
    printData(lines(differences));
    printIssues(issues);
  }
  return EXIT.fine;
}

/** One line for each, by the parts of the plan. */
function lines(differences: readonly PlanDifference[]): string {
  return differences.length === 0
    ? 'Both plans say the same.'
    : differences.map(formatPlanDifference).join('\n');
}

interface Compared {
  readonly before: Plan;
  readonly after: Plan;
}

function json(
  { before, after }: Compared,
  differences: readonly PlanDifference[],
  issues: readonly Issue[],
): string {
  const [old, now] = [before, after].map(({ id, version }) => ({ plan: id, version }));
  const format = { format: 'variable-pay/plan-differences', formatVersion: 1 };
  return JSON.stringify({ ...format, before: old, after: now, differences, issues }, null, 2);
}
