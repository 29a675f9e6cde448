import { isNumber, readLiteral } from '../num/literal.js';
import { compare, ONE, sign, subtract } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import { told } from '../words/words.js';
import { BASE_PAY, checkBasePay, OWN_TARGET } from './base-pay.js';
import { type Check, checkWritten, clauseOf, literalValue, percentText, report } from './check.js';
import { numberOf } from './concept.js';
import { behindPlanGates, planGates } from './gate.js';
import { prorationOf } from './proration.js';
import { OPPORTUNITY, TARGET } from './target.js';

/**
 * The declared risk split: what part of target is safe, and what part is at risk.
 *
 * Formula:  paidAnyway: target = safe + at risk, award = safe + at risk × payout;
 *           atLeast: award = highest(safe, target × payout), all of target moves, with a floor under it
 * Units:    ratio of target
 * Issues:   plan.risk.form, plan.risk.range, plan.risk.survives
 */
export function safeShare({ risk }: PlanDocument): Formula {
  return risk?.paidAnyway ?? risk?.atLeast ?? '0';
}

/** Share of target on which the formula pays, when part of it is paid anyway; undefined when it is all of target. */
function stakeShare({ risk }: PlanDocument): string | undefined {
  return risk?.paidAnyway === undefined ? undefined : percentText(subtract(ONE, numberOf(risk.paidAnyway)));
}

/** Whether the safe part is paid when a gate of the whole payout is closed. */
export function survivesClosedGate({ risk }: PlanDocument): boolean {
  return String(risk?.survives?.closedGate ?? true) === 'true';
}

/** What is at stake: all of target, or what is left of it beside the safe part. */
export function lowerStake(document: PlanDocument): Formula {
  const share = stakeShare(document);
  const labels = { name: told('at risk'), stage: 'risk split' } as const;
  if (share === undefined) return TARGET;
  if (document.risk?.basePay === undefined) return { product: [share, TARGET], ...labels };
  return { sum: [{ product: [share, OWN_TARGET] }, BASE_PAY], ...labels };
}

/** What the safe part is a share of: the plan's own target, of a stretch of days or for the days that count. */
function lowerSafeBasis(document: PlanDocument, isProrated: boolean): Formula {
  if (document.risk?.basePay === undefined) return isProrated ? OPPORTUNITY : TARGET;
  return isProrated ? { prorated: OWN_TARGET, by: prorationOf(document) } : OWN_TARGET;
}

/** The safe part, when it is paid anyway. */
export function lowerSafePart(document: PlanDocument): Formula[] {
  return document.risk?.paidAnyway === undefined ? [] : [lowerSafeValue(document)];
}

/** The safe share of target opportunity; behind the gates, segment by segment, unless it survives them. */
export function lowerSafeValue(document: PlanDocument): Formula {
  const labels = { name: told('safe part'), stage: 'risk split', ...clauseOf(document.risk ?? {}) } as const;
  const share = safeShare(document);
  if (survivesClosedGate(document) || planGates(document).length === 0)
    return { product: [share, lowerSafeBasis(document, true)], ...labels };
  const safe: Formula = { product: [share, lowerSafeBasis(document, false)], ...labels };
  return { prorated: behindPlanGates(document, safe, () => '0'), by: prorationOf(document) };
}

/** Checks the risk split: one way of stating it, between 0 and 100 %, and what becomes of it behind closed gates. */
export function checkRisk(check: Check): void {
  const { risk } = check.document;
  if (!risk) return;
  const stated = (['paidAnyway', 'atLeast'] as const).filter((key) => risk[key] !== undefined);
  checkBasePay(check);
  // Base pay may be all that a plan says of risk; then nothing is safe.
  if (stated.length === 0 && risk.basePay !== undefined) return;
  if (stated.length !== 1) reportForm(check);
  for (const key of stated) checkShare(check, key, risk[key] ?? '0');
  const { gates = [] } = check.document;
  const closesAll = gates.some((one) => one.closes === undefined && one.except === undefined);
  if (closesAll && risk.survives?.closedGate === undefined) reportSurvives(check);
}

function checkShare(check: Check, key: string, raw: string | number): void {
  checkWritten(check, raw, 'ratio', ['risk', key]);
  const value = literalValue(raw);
  if (
    !value ||
    (sign(value) >= 0 && compare(value, ONE) <= 0 && isNumber(readLiteral(percentText(subtract(ONE, value)))))
  )
    return;
  report(check, {
    code: 'plan.risk.range',
    path: ['risk', key],
    message: `${raw} of target cannot be safe`,
    expected: 'a share from 0% to 100% of target',
    hint: 'Write the safe share; the rest of target is at risk',
  });
}

function reportForm(check: Check): void {
  report(check, {
    code: 'plan.risk.form',
    path: ['risk'],
    message: 'The safe part must be stated in one way',
    expected: 'paidAnyway (the formula pays on the rest) or atLeast (a floor under the whole)',
    hint: 'Keep one of them; a plan without a safe part has no risk key',
  });
}

function reportSurvives(check: Check): void {
  report(check, {
    code: 'plan.risk.survives',
    path: ['risk', 'survives'],
    message:
      'A gate can close the whole payout, and the plan does not say whether the safe part is paid then',
    expected: 'survives: { closedGate: true } or { closedGate: false }',
    hint: 'Write which it is',
  });
}
