import type { PlanDocument } from '../plan/document.js';
import type { Formula, WeightedItem, WeightedNode } from '../plan/formula.js';
import { type Name, told } from '../words/words.js';
import { lowerBlend, scoredName } from './award.js';
import { clauseOf } from './check.js';
import { prorationOf } from './proration.js';
import { lowerStake } from './safe-part.js';
import { STANDARD, type Variant } from './variant.js';

/** What of target hangs on one goal, for the days that count. */
export interface Stake {
  /** The goal, as its parts are called. */
  readonly name: Name;
  readonly source?: string;
  readonly formula: Formula;
  /** Of the payout as a whole, where nothing says what of it hangs on what: what it is called as a part of the award. */
  readonly paidAs?: Name;
}

/**
 * The part of target at risk, split over what it hangs on: the goals, or the named parts of a payout that blends them.
 *
 * Formula:  prorated(part at risk × weight); where the weight of a goal that does not count is spread, the weight it
 *           has this time. All of them sum to the part at risk, unless no goal counts
 * Units:    money
 * Domain:   empty for a plan that states its award: nothing says what of target hangs on what
 */
export function lowerStakes(document: PlanDocument, { results }: Variant = STANDARD): readonly Stake[] {
  if (document.award !== undefined || document.target === undefined) return [];
  const blend = blendOf(document);
  const items = blend?.weighted ?? [];
  // Who is paid at target whatever the results has nothing hanging on goals.
  if (results === 'target' || !blend || items.some(({ name }) => name === undefined))
    return [{ name: told('payout'), formula: staked(document, '100%'), paidAs: scoredName(document) }];
  return items.map((item, index) => ({
    name: item.name as Name,
    ...sourceOf(document, index),
    formula: staked(document, shareOf(blend, item)),
  }));
}

function sourceOf({ goals = [] }: PlanDocument, index: number): { readonly source?: string } {
  return clauseOf(goals[index] ?? {});
}

function staked(document: PlanDocument, share: Formula): Formula {
  return { prorated: { product: [lowerStake(document), share] }, by: prorationOf(document) };
}

/** The blend whose items the part at risk hangs on: of the goals, or the payout where that is one. */
function blendOf(document: PlanDocument): WeightedNode | undefined {
  if (document.payout === undefined) return weightedIn(lowerBlend(document));
  const { payout, terms = {} } = document;
  const named = typeof payout === 'object' && 'term' in payout ? payout.term : undefined;
  return weightedIn(named !== undefined && Object.hasOwn(terms, named) ? terms[named] : payout);
}

function weightedIn(formula: Formula | undefined): WeightedNode | undefined {
  return typeof formula === 'object' && 'weighted' in formula ? formula : undefined;
}

/** The weight of an item; where others give theirs to it, its share of those that count. */
function shareOf({ weighted, missing, of }: WeightedNode, own: WeightedItem): Formula {
  if (missing !== 'reweight')
    return of === 'salary'
      ? { quotient: [own.weight, { sum: weighted.map(({ weight }) => weight) }] }
      : own.weight;
  const items = weighted.map((item) => ({ ...item, payout: item === own ? '100%' : '0%' }));
  return { weighted: items, missing, ...(of !== undefined && { of }) };
}
