import { stringify } from 'yaml';
import type { Plan } from '../concepts/parse-plan.js';
import { checkNeutral } from '../explain/index.js';
import { hasErrors, type Issue, printable } from '../issue/issue.js';
import { withoutStages } from '../plan/formula.js';
import { listProgram } from '../program/listing.js';
import { checkSampling } from '../scores/index.js';
import { EXIT } from './exit.js';
import { loadPlan } from './load.js';
import { printData, printIssues } from './print.js';

interface CheckOptions {
  readonly expand?: boolean;
  readonly program?: boolean;
  readonly json?: boolean;
}

/** `check`: is this a plan, and what does it mean? All findings are listed. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const all: Issue[] = [];
  for (const path of paths) {
    const { loaded, issues } = await loadPlan(path);
    all.push(...issues);
    if (!loaded) continue;
    const more = [...checkSampling(loaded), ...checkNeutral(loaded)];
    all.push(...more.map((one) => ({ ...one, at: { file: path } })));
    if (!options.json) printPlan(loaded, path, options);
  }
  printFindings(all, options);
  return hasErrors(all) ? EXIT.invalidInput : EXIT.fine;
}

/** All that was found, for people or as JSON. */
export function printFindings(issues: readonly Issue[], { json }: Pick<CheckOptions, 'json'>): void {
  if (json) printData(JSON.stringify({ format: 'variable-pay/issues', formatVersion: 1, issues }, null, 2));
  else printIssues(issues);
}

function printPlan(plan: Plan, path: string, { expand, program }: CheckOptions): void {
  if (expand)
    printData(stringify(withoutStages(plan.formula), { aliasDuplicateObjects: false, lineWidth: 110 }));
  if (program) printData(listProgram(plan.program).map(printable).join('\n'));
  if (expand || program) return;
  const { goals = [], gates = [], modifiers = [], terms = {} } = plan.document;
  const count = (many: number, what: string) => `${many} ${what}${many === 1 ? '' : 's'}`;
  const counts = [
    ...(goals.length > 0 ? [count(goals.length, 'goal')] : ['a formula']),
    ...(Object.keys(terms).length > 0 ? [count(Object.keys(terms).length, 'term')] : []),
    count(gates.length, 'gate'),
    count(modifiers.length, 'modifier'),
  ].join(', ');
  printData(
    `${path}: plan ${plan.id} version ${plan.version} is fine: ${counts}, ${plan.program.steps.length} steps`,
  );
}
