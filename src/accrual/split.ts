import { groupBy } from '../data/group.js';
import { allocate } from '../num/allocate.js';
import { add, type Ratio, ZERO } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';

/** Shares of a total, which is rounded once, half up; the parts sum to it by largest remainder, ties to the first. */
export function split(shares: readonly Ratio[]): bigint[] {
  return allocate(roundToInteger(shares.reduce(add, ZERO), 'halfUp'), shares);
}

/** What has a total of its own. */
interface Totalled {
  readonly plan: string;
  readonly currency: string;
  readonly onCost?: string;
}

/** Things of one plan, currency and on-cost, which have a total of their own. */
export function byTotal<T extends Totalled>(all: readonly T[]): T[][] {
  return [...groupBy(all, ({ plan, currency, onCost }) => JSON.stringify([plan, currency, onCost])).values()];
}
