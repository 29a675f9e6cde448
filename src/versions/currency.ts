import type { PlanDocument } from '../plan/document.js';
import { hasOwnNames, isFields, keyWithin, own } from './meaning.js';
import { isMoney } from './nodes.js';

/**
 * A plan in which every amount of money names its currency: where none is written, the plan's. Amounts are then
 * compared and told as what is paid, and all of them change with the currency of the plan. `isNamedByPlan` says under
 * which keys of the plan names stand that the plan itself gave: one of them may be `money`.
 */
export function withCurrencies(
  document: PlanDocument,
  isNamedByPlan: (key: string) => boolean,
): PlanDocument {
  const { currency } = document;
  if (currency === undefined) return document;
  const entries = Object.entries(document).map(([key, value]) => [
    key,
    filledIn(value, isNamedByPlan(key) ? 'values' : '', currency),
  ]);
  return Object.fromEntries(entries) as PlanDocument;
}

function filledIn(value: unknown, key: string, currency: string): unknown {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, key, currency));
  if (!isFields(value)) return value;
  const isOpen = !hasOwnNames(value, key) && isMoney(value) && own(value, 'currency') === undefined;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [
    name,
    filledIn(inner, keyWithin(value, key, name), currency),
  ]);
  return Object.fromEntries(isOpen ? [...entries, ['currency', currency]] : entries);
}
