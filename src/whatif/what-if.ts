import { compare } from '../compare/compare.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { storeRun } from '../retro/index.js';
import { calculate } from '../run/calculate.js';
import type { SeenAward } from '../run/calculate-plan.js';
import type { ScenarioAnswer } from './answer.js';
import { outcomeAfter } from './incremental.js';
import { type Overlaid, overlay } from './overlay.js';
import { fateOf, personMove } from './person-moves.js';
import { type Prepared, refusals } from './prepared.js';
import { readScenario, type Scenario } from './scenario.js';
import { type FarePair, totalMoves } from './total-moves.js';
import { withheldIn } from './withheld.js';

export interface WhatIfOptions {
  /** Also what each changed input brought, whatever the order: it costs a calculation for every set of inputs. */
  readonly inputs?: boolean;
}

/**
 * Answers what-if questions: what each scenario costs, who wins and loses, and which lines of the awards moved.
 *
 * Originals stay as they are. A scenario that names what is not there, or makes the plan invalid, is refused alone, with the
 * place and the nearest name; the others go on. Lines and people sum to the differences, exactly.
 *
 * Formula:  difference = award with the scenario − award as it is, to the cent
 * Rounds:   where the plan says, nowhere else
 * Issues:   whatif.scenario.form, whatif.metric.unknown and the other whatif.*.unknown, whatif.period.unsaid, whatif.value.*,
 *           whatif.plan.invalid
 * @example  whatIf(prepareWhatIf([plan], data, { asOf }), { 'NPS 60': { actuals: { recommendation: 60 } } })[0]?.totals[0]?.difference
 */
export function whatIf(
  prepared: Prepared,
  scenarios: Readonly<Record<string, Scenario>>,
  options: WhatIfOptions = {},
): ScenarioAnswer[] {
  const refused = refusals(prepared);
  return Object.entries(scenarios).map(([name, written]) => {
    const { edits, issues } = readScenario(name, written);
    if (refused.length > 0) return refusal(name, refused);
    const overlaid = overlay(prepared, edits);
    const found = [...issues, ...overlaid.issues];
    return hasErrors(found) ? refusal(name, found) : answerOf(prepared, { name, overlaid }, options);
  });
}

function answerOf(
  prepared: Prepared,
  { name, overlaid }: { readonly name: string; readonly overlaid: Overlaid },
  { inputs = false }: WhatIfOptions,
): ScenarioAnswer {
  const after = outcomeAfter(prepared, overlaid);
  const pairs = pairsOf(prepared.seen(), after);
  const withheld = withheldIn(
    overlaid,
    after.map(({ award }) => award),
  );
  return {
    scenario: name,
    refused: false,
    totals: totalMoves(pairs),
    people: pairs.flatMap(({ move }) => (move ? [move] : [])),
    ...(inputs && { comparison: comparisonOf(prepared, overlaid) }),
    ...(withheld.count > 0 && { withheld: withheld.count }),
    issues: withheld.issues,
  };
}

/** Every award before and now, with what moved. */
export function pairsOf(before: readonly SeenAward[], after: readonly SeenAward[]): FarePair[] {
  return before.map((one, index): FarePair => {
    const pair = { before: one, now: after[index] ?? one };
    const fate = fateOf(pair);
    return fate === 'unchanged' ? { ...pair, fate } : { ...pair, fate, move: personMove(pair, fate) };
  });
}

/** Both as stored runs, compared: what each input brought, on average over all orders. */
function comparisonOf({ plans, data, asOf, run }: Prepared, after: Overlaid) {
  const now = calculate(after.plans, after.data, { asOf });
  return compare(storeRun(run, { plans, ...data }), storeRun(now, { plans: after.plans, ...after.data }));
}

function refusal(scenario: string, issues: readonly Issue[]): ScenarioAnswer {
  return { scenario, refused: true, totals: [], people: [], issues };
}
