import { groupBy } from '../data/group.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import { differenceOfMoney } from '../num/money.js';
import type { CorrectionHeadcount, CorrectionReconciliation, CorrectionTotal } from './correction.js';
import { type AmountChange, type Outcome, type OutcomeStatus, outcomeStatuses } from './outcome.js';
import type { StoredRun } from './stored-run.js';

/** Sums per plan and currency over everybody whose award is known, changed or not. */
export function totalsOf(outcomes: readonly Outcome[]): CorrectionTotal[] {
  const amounts = outcomes.flatMap(({ award, amounts: own }) =>
    own.map((one) => ({ ...one, plan: award.plan })),
  );
  const groups = groupBy(amounts, ({ plan, currency }) => JSON.stringify([plan, currency]));
  return [...groups.values()].map(totalOf);
}

function totalOf(amounts: readonly (AmountChange & { readonly plan: string })[]): CorrectionTotal {
  const { plan, currency } = amounts[0] as (typeof amounts)[number];
  const digits = minorDigits(currency) ?? 2;
  const nothing = differenceOfMoney('0', '0', digits);
  const sum = (of: (one: AmountChange) => string) => sumMoney(amounts.map(of), digits);
  const before = sum((one) => one.before ?? nothing);
  const now = sum((one) => one.now);
  return {
    plan,
    currency,
    people: amounts.length,
    before,
    now,
    amount: differenceOfMoney(now, before, digits),
  };
}

/** With several plans, what matters most about a person. */
const PRECEDENCE: readonly OutcomeStatus[] = ['missing', 'withheld', 'changed', 'unchanged'];

/**
 * Accounts for everybody: people in = changed + unchanged + withheld + missing. People are counted in the data of
 * the new calculation and in what was paid, statuses in the outcomes, so that somebody lost between them shows.
 */
export function reconcile(now: StoredRun, outcomes: readonly Outcome[]): CorrectionReconciliation {
  const ids = now.inputs.people.people.map(({ id }) => id);
  const count = (own: readonly Outcome[], isPerPlan: boolean) => headcount(ids, own, isPerPlan);
  const plans = now.plans.map(({ plan }) => ({
    plan,
    ...count(
      outcomes.filter(({ award }) => award.plan === plan),
      true,
    ),
  }));
  const { holds, ...people } = count(outcomes, false);
  return {
    people,
    plans: plans.map(({ holds: _, ...one }) => one),
    holds: holds && plans.every((one) => one.holds),
  };
}

function headcount(
  ids: readonly string[],
  outcomes: readonly Outcome[],
  isPerPlan: boolean,
): CorrectionHeadcount & { readonly holds: boolean } {
  const statuses = new Map<string, OutcomeStatus>();
  for (const { award, status } of outcomes) {
    const known = statuses.get(award.person);
    if (known === undefined || PRECEDENCE.indexOf(status) < PRECEDENCE.indexOf(known))
      statuses.set(award.person, status);
  }
  const missing = outcomes.filter(({ status }) => status === 'missing').map(({ award }) => award.person);
  const everybody = new Set([...ids, ...missing]);
  const count = Object.fromEntries(outcomeStatuses.map((status) => [status, 0]));
  for (const status of statuses.values()) count[status] = (count[status] ?? 0) + 1;
  const isOnce = !isPerPlan || outcomes.length === everybody.size;
  const holds = isOnce && statuses.size === everybody.size && [...everybody].every((id) => statuses.has(id));
  const { changed = 0, unchanged = 0, withheld = 0, missing: lost = 0 } = count;
  return { in: everybody.size, changed, unchanged, withheld, missing: lost, holds };
}

/** Nothing was compared: everybody is as good as withheld. */
export function nobodyCompared({ inputs: { people } }: StoredRun): CorrectionReconciliation {
  const many = people.people.length;
  return {
    people: { in: many, changed: 0, unchanged: 0, withheld: many, missing: 0 },
    plans: [],
    holds: true,
  };
}
