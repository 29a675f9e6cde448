import { minorDigits } from '../num/currency.js';
import { sumMoney, toExactText, unitsToText } from '../num/decimal.js';
import type { AccrualLine, AccrualTotal, ReportedAmounts } from './accrual.js';
import { leastSure } from './groups.js';
import { valuesByColumn } from './journal.js';
import type { Booked, Movement } from './movements.js';
import { byTotal } from './split.js';

/** A movement as it is given out. */
export function lineOf(one: Movement, columns: readonly string[], reportingCurrency?: string): AccrualLine {
  const { plan, currency, values, onCost, rate, group, units, expense, booked } = one;
  const digits = digitsOf(currency);
  const ofAwards = onCost === undefined && group;
  return {
    plan,
    currency,
    group: valuesByColumn(columns, values),
    ...(onCost !== undefined && { onCost }),
    ...(rate && { rate: toExactText(rate) }),
    ...(ofAwards && { people: group.people, estimate: unitsToText(group.estimate, digits) }),
    ...(group?.restsOn && { restsOn: group.restsOn }),
    liability: unitsToText(units, digits),
    expense: unitsToText(expense, digits),
    ...(booked && reportingCurrency !== undefined && { reporting: reported(booked, reportingCurrency) }),
  };
}

function reported({ rate, liability, expense, exchange }: Booked, currency: string): ReportedAmounts {
  const money = (units: bigint) => unitsToText(units, digitsOf(currency));
  return {
    currency,
    rate: toExactText(rate),
    liability: money(liability),
    expense: money(expense),
    exchange: money(exchange),
  };
}

/** Sums of lines by plan, currency and on-cost, in their order. */
export function totalsOf(lines: readonly AccrualLine[]): AccrualTotal[] {
  return byTotal(lines).map((some): AccrualTotal => {
    const { plan, currency, onCost } = some[0] as AccrualLine;
    const sum = (key: 'estimate' | 'liability' | 'expense') =>
      summed(
        some.map((one) => one[key]),
        currency,
      );
    const restsOn = leastSure(some.map((one) => one.restsOn));
    const reporting = reportedSum(some);
    return {
      plan,
      currency,
      ...(onCost === undefined
        ? { people: some.reduce((all, { people = 0 }) => all + people, 0), estimate: sum('estimate') }
        : { onCost }),
      ...(restsOn && { restsOn }),
      liability: sum('liability'),
      expense: sum('expense'),
      ...(reporting && { reporting }),
    };
  });
}

function reportedSum(lines: readonly AccrualLine[]): ReportedAmounts | undefined {
  const all = lines.flatMap(({ reporting }) => (reporting ? [reporting] : []));
  const [first] = all;
  if (!first) return undefined;
  const { currency, rate } = first;
  const sum = (key: 'liability' | 'expense' | 'exchange') =>
    summed(
      all.map((one) => one[key]),
      currency,
    );
  return { currency, rate, liability: sum('liability'), expense: sum('expense'), exchange: sum('exchange') };
}

/** The sum of amounts of one currency; what is absent is none. */
export function summed(amounts: readonly (string | undefined)[], currency: string): string {
  return sumMoney(
    amounts.filter((amount) => amount !== undefined),
    digitsOf(currency),
  );
}

function digitsOf(currency: string): number {
  return minorDigits(currency) ?? 2;
}
