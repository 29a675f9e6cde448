import { groupBy } from '../data/group.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, sumMoney } from '../num/decimal.js';
import { differenceOfMoney } from '../num/money.js';
import { compare } from '../num/ratio.js';
import type { Attribution, ComparisonTotal, MovedInput, PersonComparison, TotalMove } from './comparison.js';
import { nothingIn } from './pairs.js';

/** What one person adds to the sums of a plan in a currency. */
interface Share {
  readonly plan: string;
  readonly currency: string;
  readonly before: string;
  readonly now: string;
  readonly moves: readonly Omit<TotalMove, 'people'>[];
}

/** Sums of each plan and currency over everybody, and what moved them: of each input its amounts over all people. */
export function totalsOf(people: readonly PersonComparison[]): ComparisonTotal[] {
  const groups = groupBy(people.flatMap(sharesOf), ({ plan, currency }) => JSON.stringify([plan, currency]));
  return [...groups.values()].map(totalOf);
}

/** Before and now of a person, each in its currency; who is known in one run only moves the sum by all of it. */
function sharesOf(one: PersonComparison): Share[] {
  const { plan, status, currency, currencyBefore, difference, inputs } = one;
  if (currency === undefined) return [];
  const nothing = nothingIn(currency);
  if (currencyBefore !== undefined)
    return [oneSided(one, 'before', currencyBefore), oneSided(one, 'now', currency)].flat();
  if (difference === undefined)
    return (['before', 'now'] as const).flatMap((side) => oneSided(one, side, currency));
  const { before = nothing, now = nothing } = one;
  return [{ plan, currency, before, now, moves: movesOf(status, inputs, difference) }];
}

function movesOf(
  status: PersonComparison['status'],
  inputs: readonly Attribution[],
  difference: string,
): Share['moves'] {
  if (status === 'new' || status === 'gone') return [{ why: status, inputs: [], amount: difference }];
  return inputs.map((one) => ({ why: 'inputs', inputs: one.inputs, amount: one.amount }));
}

function oneSided(one: PersonComparison, side: 'before' | 'now', currency: string): Share[] {
  const { plan, status } = one;
  const amount = one[side];
  if (amount === undefined) return [];
  const nothing = nothingIn(currency);
  const both = { before: nothing, now: nothing, [side]: amount };
  const why = status === 'withheld' || status === 'notCompared' ? status : 'currency';
  const moved = differenceOfMoney(both.now, both.before, minorDigits(currency) ?? 2);
  return [{ plan, currency, ...both, moves: [{ why, inputs: [], amount: moved }] }];
}

function totalOf(shares: readonly Share[]): ComparisonTotal {
  const { plan, currency } = shares[0] as Share;
  const digits = minorDigits(currency) ?? 2;
  const sum = (amounts: readonly { readonly amount: string }[]) =>
    sumMoney(
      amounts.map(({ amount }) => amount),
      digits,
    );
  const before = sumMoney(
    shares.map((one) => one.before),
    digits,
  );
  const now = sumMoney(
    shares.map((one) => one.now),
    digits,
  );
  const moves = groupBy(
    shares.flatMap((one) => one.moves),
    ({ why, inputs }) => JSON.stringify([why, inputs.map(inputKey)]),
  );
  const summed = [...moves.values()].map((own) => {
    const { why, inputs } = own[0] as Omit<TotalMove, 'people'>;
    return { why, inputs, people: own.length, amount: sum(own) };
  });
  const difference = differenceOfMoney(now, before, digits);
  return { plan, currency, before, now, difference, moves: summed.toSorted(bySize) };
}

function inputKey({ kind, name }: MovedInput): string {
  return JSON.stringify([kind, name]);
}

/** The largest first, whichever way it went; equal ones by name. */
export function bySize(a: TotalMove, b: TotalMove): number {
  const [left, right] = [a.amount, b.amount].map((amount) => ratioOfDecimal(amount.replace('-', ''))) as [
    ReturnType<typeof ratioOfDecimal>,
    ReturnType<typeof ratioOfDecimal>,
  ];
  const larger = compare(right, left);
  if (larger !== 0) return larger;
  return JSON.stringify([a.why, a.inputs]) < JSON.stringify([b.why, b.inputs]) ? -1 : 1;
}
