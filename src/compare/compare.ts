import { decisionsOf } from '../retro/outcome.js';
import type { StoredRun } from '../retro/stored-run.js';
import { attributed } from './attribute.js';
import { lookedAt, refusedRuns } from './check-runs.js';
import {
  type Both,
  type CompareOptions,
  type Comparison,
  comparisonStatuses,
  type PersonComparison,
} from './comparison.js';
import { type Pair, pairsOf } from './pairs.js';
import type { Attributed } from './solve.js';
import { totalsOf } from './totals.js';

/**
 * Compares two stored runs: everybody of either once in each plan, found by person and plan id whatever the periods and
 * versions, and each difference attributed to the inputs that moved. Nothing is estimated: people are calculated on some
 * inputs as now and the others as before, and what an input brought is averaged over all orders in which they could
 * have moved. Who has the same award in both has no attribution, whatever moved.
 *
 * Formula:  difference = now − before = sum of what is attributed, to the cent
 * Rounds:   attributed amounts, by largest remainder
 * Issues:   compare.*
 * @example  compare(lastYear, thisYear).people[0]?.inputs[0] // { inputs: [{ kind: 'person', name: 'salary' }], amount: '312.50', … }
 */
export function compare(before: StoredRun, now: StoredRun, { only }: CompareOptions = {}): Comparison {
  const runs = { before, now };
  const refused = refusedRuns(runs, only);
  if (refused.length > 0) return { ...comparisonOf(runs, []), issues: refused };
  const pairs = pairsOf(runs, only);
  const found = attributed(
    pairs.filter(({ status, amounts }) => status === 'moved' && amounts.difference !== undefined),
    runs,
  );
  const people = pairs.map((pair) => personOf(pair, found.get(pair)));
  return { ...comparisonOf(runs, people), issues: lookedAt(runs, people) };
}

function comparisonOf(
  { before, now }: Both<StoredRun>,
  people: readonly PersonComparison[],
): Omit<Comparison, 'issues'> {
  const counts = Object.fromEntries(comparisonStatuses.map((status) => [status, 0])) as Record<
    PersonComparison['status'],
    number
  >;
  for (const { status } of people) counts[status] += 1;
  return {
    runs: { before: named(before), now: named(now) },
    people,
    totals: totalsOf(people),
    counts,
  };
}

/** What is no run has neither. */
function named(run: StoredRun | undefined): Comparison['runs']['before'] {
  return { asOf: run?.asOf ?? '', status: run?.status ?? 'draft' };
}

function personOf(
  { person, name, plan, status, awards, amounts }: Pair,
  found: Attributed | undefined,
): PersonComparison {
  return {
    person,
    ...(name !== undefined && { name }),
    plan,
    status,
    ...(awards.before && { statusBefore: awards.before.status }),
    ...(awards.now && { statusNow: awards.now.status }),
    ...amounts,
    ...decisionsOf(awards.before, awards.now),
    ...(found && { attribution: found.attribution }),
    inputs: found?.inputs ?? [],
  };
}
