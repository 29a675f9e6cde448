import { leavesEarly } from '../concepts/eligibility.js';
import type { Employment } from '../data/people.js';
import type { PlanDocument } from '../plan/document.js';
import { later } from '../time/day.js';
import { type Cause, cause } from './cause.js';
import type { Side } from './side.js';

/**
 * Changes of hire, leaving and its reason that can reach the award: a hire before the period is the same as
 * another one where no rule counts service, and so is leaving after everything has ended.
 */
export function employmentCauses(before: Side, now: Side): Cause[] {
  const documents = [before.plan.document, now.plan.document];
  const changed = (
    column: keyof Employment,
    read: (own: Employment, plan: PlanDocument) => string | undefined,
  ) => {
    const [old, own] = [before.person[column], now.person[column]];
    const matters = documents.some((plan) => read(before.person, plan) !== read(now.person, plan));
    if (old === own || !matters) return [];
    return [cause('person', column, { before: old, now: own, at: { ...now.person.at, column } })];
  };
  return [
    ...changed('hired', hiredAsRead),
    ...changed('left', leftAsRead),
    ...changed('leftReason', reasonAsRead),
  ];
}

function hiredAsRead({ hired }: Employment, { period, eligibility }: PlanDocument): string | undefined {
  const { hiredBy, minimumService } = eligibility ?? {};
  return hiredBy || minimumService ? hired : later(hired ?? period.start, period.start);
}

function leftAsRead(own: Employment, plan: PlanDocument): string | undefined {
  return leavesEarly(own, plan) ? own.left : undefined;
}

function reasonAsRead(own: Employment, plan: PlanDocument): string | undefined {
  return plan.leavers && leavesEarly(own, plan) ? own.leftReason : undefined;
}
