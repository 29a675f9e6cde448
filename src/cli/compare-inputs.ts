import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { formatIssue, hasErrors, type Issue, issue, quote } from '../issue/issue.js';
import { type StoredRun, storeRun } from '../retro/index.js';
import { calculate, type Data } from '../run/calculate.js';
import type { CompareCommand } from './compare-options.js';
import { changed, type Loaded, loadActuals, loadPeople, loadPlan, loadRecords } from './load.js';

/** A run calculated anew with some of its files replaced; what it found that the run had not is told. */
export async function replacedRun(run: StoredRun, options: CompareCommand): Promise<Loaded<StoredRun>> {
  const plans = await replacedPlans(run, options);
  const data = await replacedData(run, options);
  const issues = [...plans.issues, ...data.issues];
  if (!plans.loaded || !data.loaded) return { issues };
  const { asOf = run.asOf } = options;
  const calculated = calculate(plans.loaded, data.loaded, { asOf, ...(run.only && { only: run.only }) });
  const known = new Set(run.issues.map(formatIssue));
  const found = [...new Set([...issues, ...calculated.issues.filter((one) => !known.has(formatIssue(one)))])];
  if (calculated.awards.length === 0 && hasErrors(found)) return { issues: found };
  return { loaded: storeRun(calculated, { plans: plans.loaded, ...data.loaded }), issues: found };
}

/** The plans of the run, with those of the files in the place of the same plan. */
async function replacedPlans(
  { inputs }: StoredRun,
  { plan: paths = [] }: CompareCommand,
): Promise<Loaded<readonly Plan[]>> {
  const own = inputs.plans.flatMap((document) => {
    const parsed = parsePlan(document);
    return parsed.ok ? [parsed.plan] : [];
  });
  const read = await Promise.all(paths.map(loadPlan));
  const others = read.flatMap((one) => (one.loaded ? [one.loaded] : []));
  const strange = others.filter(({ id }) => own.every((one) => one.id !== id));
  const issues = [...read.flatMap((one) => one.issues), ...strange.map(({ id }) => unknownPlan(id, own))];
  if (others.length < paths.length || strange.length > 0) return { issues };
  return { loaded: own.map((one) => others.find(({ id }) => id === one.id) ?? one), issues };
}

function unknownPlan(id: string, own: readonly Plan[]): Issue {
  return issue({
    code: 'compare.plan.unknown',
    message: `The run has no plan ${quote(id)} that this one could replace`,
    expected: `one of ${own.map((plan) => quote(plan.id)).join(', ')}`,
    hint: 'Give another version of a plan of the run, under the same id',
  });
}

/** The files of the run, with those that are named in their place. */
async function replacedData({ inputs }: StoredRun, options: CompareCommand): Promise<Loaded<Data>> {
  const { people: path, actuals, sources } = options;
  const people =
    path === undefined
      ? await changed({ loaded: inputs.people, issues: [] }, options)
      : await loadPeople({ ...options, people: path });
  const isMeasured = actuals !== undefined || sources !== undefined;
  const measured = isMeasured ? await loadActuals(options) : { loaded: inputs.actuals, issues: [] };
  const records = await loadRecords(options);
  const issues = [people, measured, records].flatMap((one) => one.issues);
  if (!people.loaded || !measured.loaded || !records.loaded) return { issues };
  const { leave, earnings, exceptions, decisions, rates } = { ...inputs, ...records.loaded };
  const loaded = {
    people: people.loaded,
    actuals: measured.loaded,
    ...(leave && { leave }),
    ...(earnings && { earnings }),
    ...(exceptions && { exceptions }),
    ...(decisions && { decisions }),
    ...(rates && { rates }),
  };
  return { loaded, issues };
}
