import type { PlanDocument } from '../plan/document.js';
import type { LeaverTreatment, TreatmentWord } from '../plan/people-rules.js';
import type { Words } from '../words/words.js';
import { type Check, report } from './check.js';

/** What a leaver gets: for which days, at which results. Without results the safe part alone is paid. */
export interface Treatment {
  readonly days: 'served' | 'all';
  readonly results: 'actual' | 'target' | 'nothing';
}

/**
 * Leavers: what the plan pays, by the reason for leaving, to who left before the period ended (or before the
 * payment date, where the plan asks for employment then).
 *
 *   prorate     days served, actual results
 *   payTarget   days served, at target: payout 100 %, without gates and modifiers
 *   payActual   all days: the last assignment counts on to the end of the period; actual results
 *   accelerate  all days, at target; nothing is waited for
 *   forfeit     nothing; with `risk.survives.leaving` the safe part for the days served
 */
const TREATMENTS: Readonly<Record<TreatmentWord, Treatment>> = {
  forfeit: { days: 'served', results: 'nothing' },
  prorate: { days: 'served', results: 'actual' },
  payTarget: { days: 'served', results: 'target' },
  payActual: { days: 'all', results: 'actual' },
  accelerate: { days: 'all', results: 'target' },
};

/** A treatment as days and results. */
export function treatmentOf(written: LeaverTreatment): Treatment {
  return typeof written === 'string' ? TREATMENTS[written] : written;
}

/** What the plan says for a reason; undefined when it says nothing. */
export function leaverRule({ leavers = {} }: PlanDocument, reason: string): LeaverTreatment | undefined {
  return Object.hasOwn(leavers, reason) ? leavers[reason] : leavers['otherwise'];
}

/** How somebody who left is treated, in words. */
export function treatmentText({ days, results }: Treatment, left: string, { leavers }: Words): string {
  return leavers.treated(left, leavers[days], leavers[results]);
}

/** Whether the safe part is paid to leavers who forfeit the rest. */
export function survivesLeaving({ risk }: PlanDocument): boolean {
  return risk !== undefined && String(risk.survives?.leaving ?? false) === 'true';
}

/** Checks that a plan with a safe part says whether leavers who forfeit keep it. */
export function checkLeavers(check: Check): void {
  const { leavers = {}, risk } = check.document;
  const forfeits = Object.values(leavers).includes('forfeit');
  // Of base pay at risk nothing is safe.
  const isSafe = risk?.paidAnyway !== undefined || risk?.atLeast !== undefined;
  if (!forfeits || !isSafe || risk?.survives?.leaving !== undefined) return;
  report(check, {
    code: 'plan.risk.survives',
    path: ['risk', 'survives'],
    message: 'Some leavers forfeit, and the plan does not say whether they keep the safe part',
    expected: 'survives: { leaving: true } or { leaving: false }',
    hint: 'Write which it is',
  });
}
