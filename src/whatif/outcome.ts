import { minorDigits } from '../num/currency.js';
import { NOBODY, prepare } from '../run/calculate.js';
import { awardsIn, type SeenAward } from '../run/calculate-plan.js';
import { readersIn } from '../run/seen.js';
import type { AwardPart } from '../trace/parts.js';
import { english } from '../words/english.js';
import type { Ground } from './overlay.js';

/**
 * The awards of all plans with the evaluations they are read from, plan by plan in the order of people; none where the
 * calculation is refused.
 */
export function outcomeOf({ plans, data, asOf }: Ground): readonly SeenAward[] {
  const { resolutions, both, data: own } = prepare(english, plans, data, { asOf });
  return resolutions.flatMap((resolution) => {
    const barred = both.barred.get(resolution.plan.id) ?? NOBODY;
    return [...awardsIn(resolution, own, { asOf }, { barred, issues: new Set() })];
  });
}

/** The parts of an award, which sum to it; of who is withheld or takes no part there are none. */
export function partsIn({ seen }: SeenAward): readonly AwardPart[] {
  if (!seen) return [];
  return seen.engine.partsOf(readersIn(seen).person, minorDigits(seen.participant.currency) ?? 2);
}
