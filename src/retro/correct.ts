import { hasErrors, type Issue } from '../issue/issue.js';
import type { Award } from '../run/run.js';
import type { Cause } from './cause.js';
import { causeFinder } from './cause-finder.js';
import { explains } from './causes.js';
import { notReconciled, outcomeIssues, unexplained } from './correct-issues.js';
import type { Correction, Difference, Held } from './correction.js';
import { nobodyCompared, reconcile, totalsOf } from './count.js';
import { differenceRun } from './difference-run.js';
import { decisionsOf, isZero, type Outcome, outcomeOf } from './outcome.js';
import { checkPaid, type Known, keyOf, knownOf } from './paid.js';
import type { StoredRun } from './stored-run.js';

/**
 * The differences of a new calculation, on corrected inputs, to what was paid; with the inputs that changed.
 *
 * `paid` are final runs in order of payment. What somebody was paid in a plan and period is the award in the last
 * of them that states one. Who is in none is due the whole award; who is withheld now gets no difference; who was
 * paid and is no longer among the people is an error; who is not eligible any more pays back. Following the same
 * correction once more gives nothing.
 *
 * Formula:  difference = award now − award paid, both rounded as the plan says; in each currency
 * Rounds:   never
 * Issues:   retro.run.*, retro.plan.period, retro.person.*, retro.cause.unknown, retro.reconciliation
 * @example  correct([december], storeRun(run, { plans, ...data })).differences[0] // { amount: '248.11', causes: [{ input: 'salary', … }], … }
 */
export function correct(paid: readonly StoredRun[], now: StoredRun): Correction {
  const found = checkPaid(paid, now);
  if (hasErrors(found)) return nothing(paid, now, found);
  const known = knownOf(paid);
  const outcomes = [
    ...now.awards.map((award) => outcomeOf(award, known.get(keyOf(award)))),
    ...missingFrom(now, known),
  ];
  const placeOf = placesIn(now);
  const changed = outcomes.filter(({ status }) => status === 'changed');
  const causesFor = causeFinder(changed, now);
  const causes = new Map(changed.map((one) => [one, causesFor(one)]));
  const reconciliation = reconcile(now, outcomes);
  const unknown = changed.filter((one) => one.known?.statement && !explains(causes.get(one) ?? []));
  const issues = [
    ...found,
    ...outcomeIssues(outcomes, paid, placeOf),
    ...unknown.map((one) => unexplained(one, placeOf)),
    ...(reconciliation.holds ? [] : [notReconciled()]),
  ];
  const differences = changed.flatMap((one) => differencesOf(one, causes.get(one) ?? []));
  return {
    asOf: now.asOf,
    status: now.status,
    differences,
    unchanged: outcomes.filter(({ status }) => status === 'unchanged').length,
    held: outcomes.flatMap(heldOf),
    totals: totalsOf(outcomes),
    reconciliation,
    issues,
    run: differenceRun(now, { follows: paid.length, outcomes, causes, reconciliation, issues }),
  };
}

/** Something is wrong with the runs to follow: nobody is compared. */
function nothing(paid: readonly StoredRun[], now: StoredRun, issues: readonly Issue[]): Correction {
  const reconciliation = nobodyCompared(now);
  const none = { follows: paid.length, outcomes: [], causes: new Map(), reconciliation, issues };
  return {
    asOf: now.asOf,
    status: now.status,
    differences: [],
    unchanged: 0,
    held: [],
    totals: [],
    reconciliation,
    issues,
    run: differenceRun(now, none),
  };
}

/** Who took part in a final run, or was withheld, and is not among the people now; nobody where only some are looked at. */
function missingFrom(now: StoredRun, known: ReadonlyMap<string, Known>): Outcome[] {
  if (now.only !== undefined) return [];
  const people = new Set(now.inputs.people.people.map(({ id }) => id));
  const plans = new Set(now.plans.map(({ plan, period }) => keyOf({ plan, period, person: '' })));
  return [...known.values()]
    .filter(({ last }) => !people.has(last.person) && plans.has(keyOf({ ...last, person: '' })))
    .filter(({ last, statement }) => (statement?.award ?? last).status !== 'notEligible')
    .map((one) => ({ status: 'missing' as const, award: one.last, known: one, amounts: [] }));
}

function placesIn({ inputs }: StoredRun) {
  const places = new Map(inputs.people.people.map(({ id, at }) => [id, at]));
  return (person: string) => places.get(person);
}

function differencesOf({ award, known, amounts }: Outcome, causes: readonly Cause[]): Difference[] {
  const { plan, version, period, status, reasons } = award;
  const head = { ...named(award), plan, version, period };
  const decided = decisionsOf(known?.statement?.award, award);
  return amounts
    .filter(({ amount }) => !isZero(amount))
    .map((amount) => ({ ...head, ...amount, ...decided, status, reasons, causes }));
}

function heldOf({ status, award, known }: Outcome): Held[] {
  if (status !== 'withheld' && status !== 'missing') return [];
  const { plan, period } = award;
  const { amount, currency } = known?.statement?.award ?? {};
  const before = amount !== undefined && currency !== undefined ? { before: { amount, currency } } : {};
  const gone = { code: 'withheld', message: 'no longer among the people' } as const;
  const reasons = status === 'missing' ? [gone] : award.reasons;
  return [{ ...named(award), plan, period, status, reasons, ...before }];
}

function named({ person, name }: Award): { readonly person: string; readonly name?: string } {
  return { person, ...(name !== undefined && { name }) };
}
