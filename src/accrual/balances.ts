import { multiply, type Ratio, ratio } from '../num/ratio.js';
import type { CostAccounts } from './document.js';
import type { Group } from './groups.js';
import type { CostRate } from './on-costs.js';
import { byTotal, split } from './split.js';

/** What is owed on a closing day for a group: the liability for its awards, or for one on-cost of them. */
export interface Balance extends Pick<Group, 'plan' | 'currency' | 'values'> {
  /** The name of the on-cost; absent for the awards themselves. */
  readonly onCost?: string;
  /** The rate of the on-cost. */
  readonly rate?: Ratio;
  /** The group, where it has people on this day. */
  readonly group?: Group;
  readonly accounts: CostAccounts;
  /** In the smallest units of the currency. */
  readonly units: bigint;
}

/**
 * The liability for awards on a closing day.
 *
 * Formula:  estimate of the full period × share earned
 * Units:    smallest units of the currency, and a ratio -> smallest units
 * Rounds:   the total of a plan and currency once, half up; its groups sum to it by largest remainder, ties to the first
 *           in the order of plans, currencies and values of the columns
 * Source:   IAS 19.19, IAS 34 B6, ASC 270-10-45
 */
export function awardBalances(
  groups: readonly Group[],
  shareOf: (plan: string) => Ratio,
  accounts: CostAccounts,
): Balance[] {
  return byTotal(groups).flatMap((some) => {
    const units = split(some.map(({ plan, estimate }) => multiply(ratio(estimate), shareOf(plan))));
    return some.map((group, index): Balance => {
      const { plan, currency, values } = group;
      return { plan, currency, values, group, accounts, units: units[index] ?? 0n };
    });
  });
}

/**
 * The liability for on-costs on a closing day.
 *
 * Formula:  liability for the awards of the group × rate in force on the day
 * Rounds:   the total of a plan, currency and on-cost once, half up; its groups sum to it by largest remainder
 */
export function costBalances(
  awards: readonly Balance[],
  ratesOf: (of: Balance) => readonly CostRate[],
): Balance[] {
  const all = awards.flatMap((award) =>
    ratesOf(award).map(({ name, rate, accounts = award.accounts }) => ({
      ...award,
      onCost: name,
      rate,
      accounts,
    })),
  );
  return byTotal(all).flatMap((some) => {
    const units = split(some.map((one) => multiply(ratio(one.units), one.rate)));
    return some.map((one, index): Balance => ({ ...one, units: units[index] ?? 0n }));
  });
}
