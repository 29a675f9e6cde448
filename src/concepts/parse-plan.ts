import { hasErrors, type Issue } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { FormulaDocument } from '../plan/formula.js';
import { type Parsed, readPlanDocument } from '../plan/read-plan.js';
import type { Program } from '../program/program.js';
import { lowerPlan } from './award.js';
import type { Check } from './check.js';
import {
  checkCalendars,
  checkEligibility,
  checkLeave,
  checkProration,
  checkSubPeriods,
} from './check-people.js';
import { checkMetrics, checkPeriod, checkRounding } from './check-plan.js';
import { checkTarget } from './check-target.js';
import { compileFormula } from './compile.js';
import { checkGates } from './gate.js';
import { checkGoals } from './goal.js';
import { checkLeavers } from './leaver.js';
import { checkLimits } from './limit.js';
import { checkModifiers } from './modifier.js';
import { checkRisk } from './safe-part.js';

/** A checked and compiled plan. Immutable; keep it and calculate with it as often as you like. */
export interface Plan {
  readonly id: string;
  readonly version: string;
  readonly document: PlanDocument;
  /** The plan as formula nodes. */
  readonly formula: FormulaDocument;
  /** The plan as steps; no data has been seen. */
  readonly program: Program;
  /** Warnings of the checks. */
  readonly issues: readonly Issue[];
}

/**
 * Reads, checks and compiles a plan document. Everything found is collected: a plan with errors is not
 * compiled, a plan with warnings is.
 *
 * Issues:   every plan.* code
 * @example  const parsed = parsePlan(document); if (parsed.ok) calculate([parsed.plan], data, { asOf });
 */
export function parsePlan(data: unknown): Parsed<'plan', Plan> {
  const read = readPlanDocument(data);
  if (!read.ok) return read;
  const { document } = read;
  const issues = checkMeaning(document);
  if (hasErrors(issues)) return { ok: false, issues };
  const formula = lowerPlan(document);
  const program = compileFormula(formula, document);
  const plan: Plan = {
    id: document.plan,
    version: String(document.version),
    document,
    formula,
    program,
    issues,
  };
  return { ok: true, plan, issues };
}

/** The checks of meaning, one per part of the plan, all run. */
function checkMeaning(document: PlanDocument): Issue[] {
  const check: Check = { document, issues: [] };
  for (const part of [
    checkPeriod,
    checkSubPeriods,
    checkEligibility,
    checkTarget,
    checkProration,
    checkCalendars,
    checkLeave,
    checkMetrics,
    checkGoals,
    checkGates,
    checkModifiers,
    checkLimits,
    checkRisk,
    checkLeavers,
    checkRounding,
  ])
    part(check);
  return check.issues;
}
