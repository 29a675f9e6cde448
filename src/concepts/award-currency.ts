import type { MoneyLiteral, PlanDocument } from '../plan/document.js';
import type { BasisDocument, Ladder } from '../plan/people-rules.js';

/**
 * The currency every award of the plan is in: what the plan states, or that of all amounts of its target;
 * undefined when each award is in the currency of the person's pay.
 */
export function awardCurrency({ currency, target }: PlanDocument): string | undefined {
  if (currency !== undefined || target === undefined) return currency;
  const amounts = 'amount' in target ? target.amount : target.of;
  const currencies = new Set(typeof amounts === 'object' ? currenciesIn(amounts) : []);
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

/** The currency of each rung; undefined for a column, which is in the currency of the person's pay. */
function currenciesIn(rung: Ladder<MoneyLiteral> | (BasisDocument & object)): (string | undefined)[] {
  if ('money' in rung) return [rung.currency];
  if (!('by' in rung)) return [undefined];
  const below = 'otherwise' in rung && typeof rung.otherwise === 'object' ? currenciesIn(rung.otherwise) : [];
  return [rung.currency, ...below];
}
