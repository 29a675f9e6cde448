import { groupBy } from '../data/group.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, sumMoney, toFixed } from '../num/decimal.js';
import { differenceOfMoney } from '../num/money.js';
import { compare, divide, multiply, type Ratio, ratio, sign } from '../num/ratio.js';
import type { Award, Run } from '../run/run.js';
import { isZero } from './outcome.js';

/** Somebody whose award moved between two runs. Money as decimal strings. */
export interface Mover {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly currency: string;
  /** `new` is only in the later run, `gone` only in the earlier one. */
  readonly status: 'moved' | 'new' | 'gone';
  readonly before: string;
  readonly after: string;
  /** after − before. */
  readonly amount: string;
  /** Of before, to a tenth: for people; absent where nothing was before. */
  readonly percent?: string;
}

/**
 * The people whose award moved most between two runs, such as last year's and this year's: by person and plan,
 * whatever the periods; `count` of each currency, as amounts of two cannot be compared. Who is withheld in one of
 * them, or was not looked at, is left out: nothing is known about their move.
 *
 * Formula:  amount = after − before; percent = amount ÷ |before|
 * @example  movers(lastYear, thisYear, 10)[0] // { person: 'e-3', amount: '4120.00', percent: '52.1%', … }
 */
export function movers(before: Run, after: Run, count: number): Mover[] {
  const [old, own] = [entriesOf(before), entriesOf(after)];
  const keys = [...new Set([...old.keys(), ...own.keys()])];
  const all = keys.flatMap((key) => {
    const person = personOf(key);
    if (!isLookedAt(before, person) || !isLookedAt(after, person)) return [];
    return moversOf(old.get(key), own.get(key));
  });
  const currencies = [...groupBy(all, ({ currency }) => currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return currencies.flatMap(([, moved]) => moved.toSorted(byAmount).slice(0, count));
}

/** The awards of each person in each plan. */
function entriesOf({ awards }: Run): Map<string, Award[]> {
  return groupBy(awards, ({ person, plan }) => JSON.stringify([person, plan]));
}

function personOf(key: string): string {
  return JSON.parse(key)[0];
}

function isLookedAt({ only }: Run, person: string): boolean {
  return only === undefined || only.includes(person);
}

function moversOf(before: readonly Award[] | undefined, after: readonly Award[] | undefined): Mover[] {
  const [first] = [...(after ?? []), ...(before ?? [])];
  const all = [...(before ?? []), ...(after ?? [])];
  if (!first || all.some(({ status }) => status === 'withheld')) return [];
  const status = before === undefined ? 'new' : after === undefined ? 'gone' : 'moved';
  const currencies = [...new Set(all.map(({ currency }) => currency).filter((one) => one !== undefined))];
  const { person, name, plan } = first;
  return currencies.flatMap((currency) => {
    const digits = minorDigits(currency) ?? 2;
    const [old, own] = [before, after].map((awards) => sumIn(awards ?? [], currency, digits)) as [
      string,
      string,
    ];
    const amount = differenceOfMoney(own, old, digits);
    if (isZero(amount)) return [];
    return {
      person,
      ...(name !== undefined && { name }),
      plan,
      currency,
      status,
      before: old,
      after: own,
      amount,
      ...percentOf(amount, old),
    };
  });
}

function sumIn(awards: readonly Award[], currency: string, digits: number): string {
  const amounts = awards.flatMap((award) =>
    award.currency === currency && award.amount !== undefined ? [award.amount] : [],
  );
  return sumMoney(amounts, digits);
}

function percentOf(amount: string, before: string): { readonly percent?: string } {
  const whole = absolute(ratioOfDecimal(before));
  if (whole.n === 0n) return {};
  return { percent: `${toFixed(divide(multiply(ratioOfDecimal(amount), ratio(100n)), whole), 1)}%` };
}

function byAmount(a: Mover, b: Mover): number {
  const larger = compare(absolute(ratioOfDecimal(b.amount)), absolute(ratioOfDecimal(a.amount)));
  if (larger !== 0) return larger;
  return [a.person, a.plan].join('\n') < [b.person, b.plan].join('\n') ? -1 : 1;
}

function absolute(value: Ratio): Ratio {
  return sign(value) < 0 ? { n: -value.n, d: value.d } : value;
}
