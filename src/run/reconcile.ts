import type { Plan } from '../concepts/parse-plan.js';
import type { People } from '../data/people.js';
import { type Award, type AwardStatus, awardStatuses, type Headcount, type Reconciliation } from './run.js';

/** With several plans, what matters most about a person: something withheld, then paid, then zero. */
const PRECEDENCE: readonly AwardStatus[] = ['withheld', 'paid', 'zero', 'notEligible'];

/**
 * Accounts for everybody: people in = paid + zero + not eligible + withheld, over all plans and in each.
 * People are counted in the data, statuses in the awards, so that somebody lost between them shows.
 */
export function reconcile(plans: readonly Plan[], people: People, awards: readonly Award[]): Reconciliation {
  const ids = people.people.map((person) => person.id);
  const perPlan = plans.map((plan) => {
    const own = plans.length === 1 ? awards : awards.filter((award) => award.plan === plan.id);
    return { plan: plan.id, ...headcount(ids, statusOfEach(own), own.length) };
  });
  const overall = statusOfEach(awards);
  const counts = plans.length === 1 ? perPlan[0] : headcount(ids, overall, overall.size);
  const all = plans.length === 0 || !counts ? nobodyCalculated(ids) : counts;
  return {
    people: publicCount(all),
    plans: perPlan.map(({ plan, ...count }) => ({ plan, ...publicCount(count) })),
    holds: [all, ...perPlan].every((one) => one.counted),
  };
}

/** Without a plan nothing was calculated for anybody. */
function nobodyCalculated(ids: readonly string[]) {
  return { in: ids.length, paid: 0, zero: 0, notEligible: 0, withheld: ids.length, counted: true };
}

function statusOfEach(awards: readonly Award[]): Map<string, AwardStatus> {
  const statuses = new Map<string, AwardStatus>();
  for (const { person, status } of awards) {
    const known = statuses.get(person);
    if (known === undefined || PRECEDENCE.indexOf(status) < PRECEDENCE.indexOf(known))
      statuses.set(person, status);
  }
  return statuses;
}

function headcount(
  ids: readonly string[],
  statuses: ReadonlyMap<string, AwardStatus>,
  entries: number,
): Headcount & { counted: boolean } {
  const count = Object.fromEntries(awardStatuses.map((status) => [status, 0])) as Record<AwardStatus, number>;
  for (const status of statuses.values()) count[status] += 1;
  const everybody =
    ids.every((id) => statuses.has(id)) && entries === ids.length && statuses.size === ids.length;
  return { in: ids.length, ...count, counted: everybody };
}

function publicCount({ in: given, paid, zero, notEligible, withheld }: Headcount): Headcount {
  return { in: given, paid, zero, notEligible, withheld };
}
