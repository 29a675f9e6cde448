import { lowerPlan } from '../concepts/award.js';
import { compileFormula } from '../concepts/compile.js';
import type { Plan } from '../concepts/parse-plan.js';
import { isPoolAlone } from '../concepts/pool.js';
import type { Finding } from './finding.js';

/** What findings are of: of a pool alone, whose parts are not known without people, the shapes of its curves and gates. */
export type Judged = 'award' | 'award before the pool' | 'shapes';

export function judgedOf({ document }: Plan): Judged {
  if (document.pool === undefined) return 'award';
  return isPoolAlone(document) ? 'shapes' : 'award before the pool';
}

/**
 * The plan as it pays before its pool. What somebody gets of a pool hangs on what all others have, which no plan says; what
 * goals pay before it does not. Nothing of that reads the pool, so it stands without it.
 */
export function withoutPool(plan: Plan): Plan {
  const { pool: _pool, ...document } = plan.document;
  const formula = lowerPlan(document);
  return { ...plan, document, formula, program: compileFormula(formula, document).program };
}

/** A finding that is true of the award before the pool, and says so. */
export function saidBeforePool(finding: Finding): Finding {
  return { ...finding, message: `Before the pool: ${finding.message}` };
}
