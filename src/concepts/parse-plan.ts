import { hasErrors, type Issue, type Path } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { FormulaDocument } from '../plan/formula.js';
import { type Parsed, readPlanDocument } from '../plan/read-plan.js';
import type { Program } from '../program/program.js';
import { lowerPlan } from './award.js';
import type { Check } from './check.js';
import { checkFormulas } from './check-formula.js';
import { checkCalendars, checkEligibility, checkLeave, checkSubPeriods } from './check-people.js';
import { checkMetrics, checkPeriod, checkRounding } from './check-plan.js';
import { checkProration } from './check-proration.js';
import { checkTarget } from './check-target.js';
import { compileFormula } from './compile.js';
import { checkConversion } from './conversion.js';
import { checkDecisions } from './decision.js';
import { checkGates } from './gate-check.js';
import { checkGoals } from './goal.js';
import { checkInForce } from './in-force.js';
import { checkLeavers } from './leaver.js';
import { checkLimits } from './limit.js';
import { checkModifiers } from './modifier.js';
import { checkPool } from './pool-check.js';
import { checkRisk } from './safe-part.js';
import { checkSamples } from './sample-check.js';

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
  if (hasErrors(issues)) return { ok: false, issues: [...issues, ...moreFaults(document, issues)] };
  const formula = lowerPlan(document);
  const { program, issues: found } = compileFormula(formula, document);
  const all = [...issues, ...found];
  if (hasErrors(all)) return { ok: false, issues: all };
  const plan: Plan = {
    id: document.plan,
    version: String(document.version),
    document,
    formula,
    program,
    issues: all,
  };
  return { ok: true, plan, issues: all };
}

/**
 * What is wrong with the formulas of a plan that has other faults: told in the same round, as far as they can be looked
 * at beside the others.
 */
function moreFaults(document: PlanDocument, known: readonly Issue[]): readonly Issue[] {
  const placeOf = ({ code, path }: Issue) => JSON.stringify([code, path]);
  const places = new Set(known.map(placeOf));
  try {
    const { issues } = compileFormula(lowerPlan(document), document);
    return issues.filter((one) => isInFormula(one.path) && !places.has(placeOf(one)));
  } catch (error) {
    // A part with a fault may be such that nothing can be made of it; that fault has been told.
    if (error instanceof TypeError) return [];
    throw error;
  }
}

/** Whether a place is inside a formula that the plan wrote itself. */
function isInFormula([part, index, key]: Path): boolean {
  if (part === 'terms' || part === 'payout' || part === 'award' || part === 'pool') return true;
  if (index === undefined || key === undefined) return false;
  return part === 'goals'
    ? key === 'payout' || key === 'each'
    : part === 'gates'
      ? key === 'value' || key === 'when'
      : key === 'from';
}

/** The checks of meaning, one per part of the plan, all run. */
function checkMeaning(document: PlanDocument): Issue[] {
  const check: Check = { document, issues: [] };
  for (const part of [
    checkFormulas,
    checkPeriod,
    checkConversion,
    checkInForce,
    checkSubPeriods,
    checkEligibility,
    checkTarget,
    checkProration,
    checkCalendars,
    checkLeave,
    checkMetrics,
    checkSamples,
    checkGoals,
    checkGates,
    checkModifiers,
    checkLimits,
    checkPool,
    checkRisk,
    checkLeavers,
    checkRounding,
    checkDecisions,
  ])
    part(check);
  return check.issues;
}
