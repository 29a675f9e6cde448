import { actualCauses, isOnlyStatus } from './actual-causes.js';
import { type Cause, cause } from './cause.js';
import { decisionCauses } from './decision-causes.js';
import { employmentCauses } from './employment-causes.js';
import { personCauses } from './person-causes.js';
import { planCauses } from './plan-causes.js';
import { rateCauses } from './rate-causes.js';
import { earningsCauses, exceptionCauses, leaveCauses } from './record-causes.js';
import type { Side } from './side.js';

/**
 * Why an award differs from the one that was paid: every input of it that is another one now. The as-of date, and
 * for plans that compare people the others, are named only where nothing else explains the difference.
 */
export function causesOf(before: Side, now: Side): readonly Cause[] {
  const found = [
    ...employmentCauses(before, now),
    ...personCauses(before, now),
    ...leaveCauses(before, now),
    ...earningsCauses(before, now),
    ...exceptionCauses(before, now),
    ...actualCauses(before, now),
    ...planCauses(before, now),
    ...decisionCauses(before, now),
    ...rateCauses(before, now),
  ];
  if (!found.every(isOnlyStatus)) return found;
  const isLater = before.asOf !== now.asOf;
  return [
    ...found,
    ...(isLater ? [cause('asOf', 'as-of date', { before: before.asOf, now: now.asOf })] : []),
    ...(now.reads.others ? [cause('others', 'what other people have', {})] : []),
  ];
}

/** Whether something was found that can change an amount. */
export function explains(causes: readonly Cause[]): boolean {
  return !causes.every(isOnlyStatus);
}
