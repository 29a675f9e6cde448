import { noRate, type Rates, rateOn } from '../data/rates.js';
import type { Issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { multiply, type Ratio, ratio } from '../num/ratio.js';
import { powerOfTen } from '../num/round.js';
import type { Day } from '../time/day.js';
import type { Balance } from './balances.js';
import { inGroupOrder } from './groups.js';
import { byTotal, split } from './split.js';

/** A liability on a closing day with its change since the closing before, which is the expense. */
export interface Movement extends Balance {
  readonly expense: bigint;
  /** The same in the reporting currency, where there is one. */
  readonly booked?: Booked;
}

/** Amounts in the smallest units of the reporting currency: liability now = before + expense + exchange difference. */
export interface Booked {
  readonly rate: Ratio;
  readonly liability: bigint;
  readonly expense: bigint;
  readonly exchange: bigint;
}

/** What stays one line from closing to closing. An on-cost that moves to another account is reversed on the old one. */
export function keyOf({ plan, currency, values, onCost, accounts }: Balance): string {
  return JSON.stringify([plan, currency, values, onCost, accounts.expense, accounts.liability]);
}

/**
 * Cumulative catch-up: what an estimate was wrong by falls into the period in which it becomes known.
 *
 * Formula:  expense = liability now − liability at the closing before, for every line of either
 * Rounds:   never
 * Source:   IAS 34 B6 and 28; vector: estimates 100, 120, 60, 80 thousand give 25, 35, −15, 35 thousand
 */
export function catchUp(now: readonly Balance[], before: readonly Movement[]): Movement[] {
  const earlier = new Map(before.map((one) => [keyOf(one), one.units]));
  const kept = new Set(now.map(keyOf));
  const reversed = before
    .filter((one) => !kept.has(keyOf(one)) && (one.units !== 0n || (one.booked?.liability ?? 0n) !== 0n))
    .map(({ plan, currency, values, onCost, accounts }) => ({
      ...{ plan, currency, values, accounts, units: 0n },
      ...(onCost !== undefined && { onCost }),
    }));
  return [...now, ...reversed].map((one) => ({
    ...one,
    expense: one.units - (earlier.get(keyOf(one)) ?? 0n),
  }));
}

/** Into which currency, at the rates of which day. */
export interface Booking {
  readonly to: string;
  readonly on: Day;
  readonly rates: Pick<Rates, 'rates'>;
}

/**
 * The rates that are needed on a closing day and not there.
 *
 * Issues:   rates.rate.missing
 */
export function missingRates(currencies: readonly string[], { to, on, rates }: Booking): Issue[] {
  return [...new Set(currencies)]
    .map((from) => ({ from, to, on }))
    .filter((one) => rateOn(rates, one) === undefined)
    .map(noRate);
}

/**
 * Movements in the reporting currency.
 *
 * Formula:  liability = liability × rate of the closing day; expense = expense × the same rate; what the liability of
 *           before became worth more or less by the change of the rate is the exchange difference, with the cent that
 *           rounding leaves
 * Rounds:   the total of a plan, currency and on-cost once, half up; lines sum to it by largest remainder
 * Source:   IAS 21.23(a) and 21.28: monetary items at the closing rate, differences in profit or loss
 */
export function book(
  movements: readonly Movement[],
  before: readonly Movement[],
  booking: Booking,
): Movement[] {
  const earlier = new Map(before.map((one) => [keyOf(one), one.booked?.liability ?? 0n]));
  const booked = byTotal(movements).flatMap((some) => {
    const rate = rateOn(booking.rates, { from: some[0]?.currency ?? '', to: booking.to, on: booking.on });
    if (rate === undefined) return [];
    const factor = multiply(rate, scaleOf(some[0]?.currency ?? '', booking.to));
    const liabilities = split(some.map(({ units }) => multiply(ratio(units), factor)));
    const expenses = split(some.map((one) => multiply(ratio(one.expense), factor)));
    return some.map((one, index): [Movement, Booked] => {
      const [liability, expense] = [liabilities[index] ?? 0n, expenses[index] ?? 0n];
      const exchange = liability - (earlier.get(keyOf(one)) ?? 0n) - expense;
      return [one, { rate, liability, expense, exchange }];
    });
  });
  const byMovement = new Map(booked);
  return movements.map((one) => {
    const found = byMovement.get(one);
    return found ? { ...one, booked: found } : one;
  });
}

/** Smallest units of one currency in those of another: a yen is 100 cents' worth of digits. */
function scaleOf(from: string, to: string): Ratio {
  return ratio(powerOfTen(minorDigits(to) ?? 2), powerOfTen(minorDigits(from) ?? 2));
}

/** The order of lines: plans as in the run, currencies and values letter by letter, awards before their on-costs. */
export function inPlace(plans: readonly string[], onCosts: readonly string[]) {
  return (a: Balance, b: Balance): number =>
    inGroupOrder(plans)(a, b) || onCosts.indexOf(a.onCost ?? '') - onCosts.indexOf(b.onCost ?? '');
}
