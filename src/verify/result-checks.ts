import type { Plan } from '../concepts/parse-plan.js';
import { isRecord } from '../data/table.js';
import { runForm } from '../retro/run-form.js';
import { calculate, type Data } from '../run/calculate.js';
import type { Award, Run } from '../run/run.js';
import { totalsOf } from '../run/totals.js';
import { type Compared, type Comparison, compareLists } from './compare-lists.js';
import {
  awardComparison,
  exceptionComparison,
  explanationComparison,
  headcountComparison,
  planComparison,
  poolComparison,
  totalComparison,
} from './comparisons.js';
import { type Loose, type LooseRun, misfitsOf, own } from './loose-run.js';
import type { Check, CheckName, CheckNote, Difference } from './verification.js';

/** What came of comparing a result: what was looked at, and what differs. */
export interface ResultChecks {
  readonly checks: readonly Check[];
  readonly differences: readonly Difference[];
}

/** Calculates a run once more from its inputs, with steps for those who have them in it. */
export function derive(run: LooseRun, plans: readonly Plan[], data: Data): Run {
  const steps = run.awards.flatMap((award) =>
    own(award, 'steps') === undefined && own(award, 'parts') === undefined ? [] : [String(award['person'])],
  );
  const { asOf, status, only } = run;
  return calculate(plans, data, { asOf, status, ...(only && { only }), ...(steps.length > 0 && { steps }) });
}

/** Compares everything in a result with what was derived; explanations only where one release made both. */
export function derivedChecks(run: LooseRun, derived: Run, isOwnRelease: boolean): ResultChecks {
  const looked: readonly (readonly [CheckName, readonly Loose[], readonly object[], Comparison])[] = [
    ['plans', run.plans, derived.plans, planComparison],
    ['awards', run.awards, derived.awards, awardComparison],
    ['explanations', run.awards, derived.awards, explanationComparison],
    ['totals', run.totals, derived.totals, totalComparison],
    ...poolsOf(run, derived),
    [
      'reconciliation',
      headcounts(run.reconciliation),
      headcounts(derived.reconciliation),
      headcountComparison,
    ],
    ['exceptions', run.exceptions, derived.exceptions, exceptionComparison],
  ];
  const results = looked.map(([of, stored, expected, comparison]) => {
    if (of === 'explanations' && !isOwnRelease) return notLookedAt(of, 'otherRelease');
    const compared = compareLists(stored, expected, comparison);
    return resultOf(of, of === 'explanations' ? changedOnly(compared) : compared);
  });
  return {
    checks: results.map(({ check }) => check),
    differences: results.flatMap(({ differences }) => differences),
  };
}

/** Pools and the budgets of their groups as one list, where there are any. */
function poolsOf(run: LooseRun, derived: Run) {
  const [stored, expected] = [run.pools, derived.pools].map((pools = []) =>
    (pools as readonly Loose[]).flatMap(withGroups),
  );
  if (stored?.length === 0 && expected?.length === 0) return [];
  return [['pools', stored ?? [], expected ?? [], poolComparison] as const];
}

function withGroups(pool: Loose): Loose[] {
  const groups = own(pool, 'groups');
  const { plan } = pool;
  return [
    pool,
    ...(Array.isArray(groups) ? groups.filter(isRecord).map((group) => ({ ...group, plan })) : []),
  ];
}

/** Awards missing or extra are told once, of the awards. */
function changedOnly(compared: Compared): Compared {
  return { ...compared, differences: compared.differences.filter(({ kind }) => kind === 'changed') };
}

function resultOf(of: CheckName, { differences, compared, isOrdered }: Compared) {
  const verdict = differences.length > 0 || !isOrdered ? ('differs' as const) : ('holds' as const);
  const check: Check = { of, verdict, compared, ...(!isOrdered && { note: 'order' as const }) };
  return { check, differences };
}

function notLookedAt(of: CheckName, note: CheckNote) {
  const check: Check = { of, verdict: 'notVerified', compared: 0, note };
  return { check, differences: [] };
}

/** Counts of all people and of each plan as one list. */
function headcounts({ people, plans, holds }: LooseRun['reconciliation'] | Run['reconciliation']): Loose[] {
  return [{ ...people, holds }, ...plans.map((one) => ({ ...one }))];
}

const DERIVED = ['plans', 'awards', 'explanations', 'totals', 'reconciliation', 'exceptions'] as const;

/** What can be said of a result that cannot be derived: whether its totals are the sums of its own awards. */
export function ownChecks(run: LooseRun, note: CheckNote): ResultChecks {
  const sums = misfitsOf(run, runForm).length > 0 ? undefined : totalsOf(run.awards as unknown as Award[]);
  const compared = sums && compareLists(run.totals, sums, totalComparison);
  const checks = DERIVED.map((of): Check => {
    if (of !== 'totals' || !compared) return notLookedAt(of, note).check;
    return { ...resultOf(of, compared).check, note: 'ownAwards' };
  });
  return { checks, differences: compared?.differences ?? [] };
}
