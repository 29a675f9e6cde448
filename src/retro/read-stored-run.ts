import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { isRecord } from '../data/table.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import type { Parsed } from '../plan/read-plan.js';
import { reconcile } from '../run/reconcile.js';
import type { Run } from '../run/run.js';
import { totalsOf } from '../run/totals.js';
import type { Period } from '../time/period.js';
import { type Form, type Misfit, MOST_MISFITS } from './form.js';
import { inputsForm } from './inputs-form.js';
import { runForm } from './run-form.js';
import type { StoredRun } from './stored-run.js';

/**
 * Reads a stored run from a file somebody may have edited: every amount, status and day must have its form, its
 * plans must parse, everybody must have one award in each plan, and totals and counts must be those of the awards.
 * Never throws.
 *
 * Issues:   retro.run.form
 * @example  const read = readStoredRun(JSON.parse(text)); if (read.ok) correct([read.run], now);
 */
export function readStoredRun(json: unknown): Parsed<'run', StoredRun> {
  const misfits = misfitsOf(json, runForm, []);
  if (misfits.length === 0) misfits.push(...misfitsOf(inputsOf(json), inputsForm, ['inputs']));
  if (misfits.length > 0) return refused(misfits);
  // Every key that is read has its form, as was just looked at.
  const run = json as StoredRun;
  const contrary = contradictions(run);
  return contrary.length > 0 ? refused(contrary) : { ok: true, run, issues: [] };
}

/**
 * Reads a run without what it was calculated on, such as last year's to compare with.
 *
 * Issues:   retro.run.form
 */
export function readRun(json: unknown): Parsed<'run', Run> {
  const misfits = misfitsOf(json, runForm, []);
  // Every key that is read has its form, as was just looked at.
  return misfits.length > 0 ? refused(misfits) : { ok: true, run: json as Run, issues: [] };
}

function inputsOf(json: unknown): unknown {
  return isRecord(json) && Object.hasOwn(json, 'inputs') ? json['inputs'] : undefined;
}

function misfitsOf(value: unknown, form: Form, path: Path): Misfit[] {
  const found: Misfit[] = [];
  form(value, path, found);
  return found.slice(0, MOST_MISFITS);
}

function refused(misfits: readonly Misfit[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: misfits.map(misfitIssue) };
}

function misfitIssue({ path, value, expected }: Misfit): Issue {
  return issue({
    code: 'retro.run.form',
    path,
    message:
      value === undefined
        ? 'This is not a stored run: something is missing'
        : `This is not a run as it was stored: ${quote(value)} does not belong here`,
    expected,
    hint: 'Give the run.json that was written, unchanged; what was paid cannot be told from another',
  });
}

/** Where parts of a run that must agree do not: an award changed or taken out by hand shows here. */
function contradictions(run: StoredRun): Misfit[] {
  const { follows, inputs } = run;
  if (follows !== undefined)
    return [{ path: ['follows'], value: follows, expected: 'a run of whole awards, not of differences' }];
  const parsed = inputs.plans.map((document) => parsePlan(document));
  const plans = parsed.flatMap((one) => (one.ok ? [one.plan] : []));
  const found = [...parsed.flatMap(brokenPlan), ...plansAgainst(run, plans), ...awardsAgainst(run)];
  return found.length > 0 ? found.slice(0, MOST_MISFITS) : sumsAgainst(run, plans);
}

function brokenPlan(parsed: ReturnType<typeof parsePlan>, index: number): Misfit[] {
  const [first] = parsed.issues;
  if (parsed.ok || !first) return [];
  const path = ['inputs', 'plans', index, ...first.path];
  return [{ path, value: first.message, expected: 'a plan without faults' }];
}

function plansAgainst({ plans, inputs }: StoredRun, parsed: readonly Plan[]): Misfit[] {
  if (parsed.length < inputs.plans.length) return [];
  if (plans.length !== parsed.length)
    return [{ path: ['plans'], value: plans.length, expected: `${parsed.length} plans` }];
  return plans.flatMap(({ plan, version, period }, index): Misfit[] => {
    const { id, version: own, document } = parsed[index] as Plan;
    if (id === plan && own === version && isSame(document.period, period)) return [];
    return [
      { path: ['plans', index], value: plan, expected: `plan, version and period of inputs/plans/${index}` },
    ];
  });
}

function isSame(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Awards of the plans of the run, each in its version and for its period. */
function awardsAgainst({ plans, awards }: StoredRun): Misfit[] {
  const known = new Map(plans.map((one) => [one.plan, one]));
  return awards.flatMap(({ plan, version, period }, index): Misfit[] => {
    const own = known.get(plan);
    if (own && own.version === version && isSame(own.period, period)) return [];
    const expected = 'the plan, version and period of a plan of the run';
    return [{ path: ['awards', index, 'plan'], value: plan, expected }];
  });
}

/** Counts and totals are made once more from the awards. */
function sumsAgainst(
  { awards, totals, reconciliation, inputs: { people } }: StoredRun,
  plans: readonly Plan[],
): Misfit[] {
  // A run that was refused as a whole has no awards, and states nobody's.
  const { holds, people: counted } = reconcile(awards.length === 0 ? [] : plans, people, awards);
  const found: Misfit[] = [];
  if (!holds || JSON.stringify(counted) !== JSON.stringify(inOrder(reconciliation.people)))
    found.push({
      path: ['reconciliation'],
      value: reconciliation.people,
      expected: 'one award of every person in each plan, counted as they are',
    });
  const sums = totalsOf(awards).map((one) => JSON.stringify(one));
  const stated = totals.map(({ plan, currency, people: count, target, safe, atRisk, amount, formula }) =>
    JSON.stringify({ plan, currency, people: count, target, safe, atRisk, amount, formula }),
  );
  if (sums.length !== stated.length || sums.some((sum) => !stated.includes(sum)))
    found.push({ path: ['totals'], value: totals, expected: 'the sums of the awards' });
  return found;
}

function inOrder({ in: given, paid, zero, notEligible, withheld }: Run['reconciliation']['people']) {
  return { in: given, paid, zero, notEligible, withheld };
}
