import { hasErrors, type Issue } from '../issue/issue.js';
import type { Award, Total } from '../run/run.js';
import { totalsOf } from '../run/totals.js';
import { outcomeAfter } from './incremental.js';
import { overlay } from './overlay.js';
import { type Prepared, refusals } from './prepared.js';
import { type Edit, readScenario, type Scenario } from './scenario.js';

/** Awards with a scenario, without what moved; none where it is refused. */
export interface BareAnswer {
  /** In the order of the run; an award that did not move is that of the run. */
  readonly awards: readonly Award[];
  readonly totals: readonly Total[];
  readonly issues: readonly Issue[];
}

/**
 * The awards and totals with a scenario, and nothing about what moved: what sweeps read, and the fastest question.
 *
 * Issues:   those of `whatIf`
 * @example  awardsWith(prepared, { actuals: { revenue: { times: '110%' } } }).totals[0]?.amount // '24000.00'
 */
export function awardsWith(prepared: Prepared, scenario: Scenario): BareAnswer {
  const { edits, issues } = readScenario('scenario', scenario);
  return hasErrors(issues) ? { awards: [], totals: [], issues } : awardsAfter(prepared, edits);
}

/** The awards and totals after single changes. */
export function awardsAfter(prepared: Prepared, edits: readonly Edit[]): BareAnswer {
  const overlaid = overlay(prepared, edits);
  const issues = [...refusals(prepared), ...overlaid.issues];
  if (hasErrors(issues)) return { awards: [], totals: [], issues };
  const awards = outcomeAfter(prepared, overlaid).map(({ award }) => award);
  return { awards, totals: totalsOf(awards), issues };
}
