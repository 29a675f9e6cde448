import { groupBy } from '../data/group.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, sumMoney, toExactText, toFixed } from '../num/decimal.js';
import { differenceOfMoney } from '../num/money.js';
import { add, compare, divide, type Ratio, ratio } from '../num/ratio.js';
import type { Award } from '../run/run.js';
import {
  type AtRiskOf,
  type Fate,
  fates,
  type LineMove,
  type PersonMove,
  type Spread,
  type TotalMove,
} from './answer.js';
import type { Pair } from './person-moves.js';
import { linesBetween } from './person-moves.js';

/** A pair with how its person fares, and what moved where something did. */
export interface FarePair extends Pair {
  readonly fate: Fate;
  readonly move?: PersonMove;
}

/** Sums of every plan and currency, before and now. */
export function totalMoves(pairs: readonly FarePair[]): TotalMove[] {
  const sides = pairs.flatMap((pair) => {
    const [before, now] = [pair.before.award, pair.now.award];
    const currencies = [...new Set([before.currency, now.currency].filter((one) => one !== undefined))];
    return currencies.map((currency) => ({ pair, currency, plan: now.plan }));
  });
  const groups = groupBy(sides, ({ plan, currency }) => JSON.stringify([plan, currency]));
  return [...groups.values()].map((own) => {
    const { plan, currency } = own[0] as (typeof sides)[number];
    return totalMove(
      plan,
      currency,
      own.map(({ pair }) => pair),
    );
  });
}

function totalMove(plan: string, currency: string, pairs: readonly FarePair[]): TotalMove {
  const digits = minorDigits(currency) ?? 2;
  const of = (side: 'before' | 'now') =>
    pairs.map((pair) => pair[side].award).filter((one) => one.currency === currency);
  const [before, now] = [amountOf(of('before'), 'amount', digits), amountOf(of('now'), 'amount', digits)];
  const known = pairs.flatMap(({ move }) => (move?.difference === undefined ? [] : [move]));
  const lines = mergedLines(known, digits);
  const difference = differenceOfMoney(now, before, digits);
  const moved = sumMoney(
    known.map((one) => one.difference ?? '0'),
    digits,
  );
  const spread = spreadOf(pairs, digits);
  return {
    plan,
    currency,
    before,
    now,
    difference,
    people: Object.fromEntries(
      fates.map((fate) => [fate, pairs.filter((one) => one.fate === fate).length]),
    ) as TotalMove['people'],
    ...(spread && { spread }),
    lines,
    otherwise: differenceOfMoney(difference, moved, digits),
    ...atRiskOf('atRiskBefore', of('before'), digits),
    ...atRiskOf('atRiskNow', of('now'), digits),
  };
}

function amountOf(awards: readonly Award[], key: 'amount' | 'target' | 'atRisk', digits: number): string {
  return sumMoney(
    awards.map((one) => one[key] ?? '0'),
    digits,
  );
}

function mergedLines(moves: readonly PersonMove[], digits: number): LineMove[] {
  const all = moves.flatMap(({ lines }) => lines);
  const side = (key: 'before' | 'now') =>
    all.map(({ stage, name, ...one }) => ({ stage, name, amount: one[key] }));
  return linesBetween(side('before'), side('now'), digits);
}

/** The changes of everybody whose award is known before and now, those of nothing included. */
function spreadOf(pairs: readonly FarePair[], digits: number): Spread | undefined {
  const both = pairs.filter(({ fate, now, before }) =>
    fate === 'unchanged'
      ? now.award.amount !== undefined && before.award.amount !== undefined
      : fate === 'wins' || fate === 'loses',
  );
  const changes = both.map(({ move }) => ratioOfDecimal(move?.difference ?? '0')).toSorted(compare);
  const [lowest, highest] = [changes[0], changes.at(-1)];
  if (!lowest || !highest) return undefined;
  const upper = changes[Math.floor(changes.length / 2)] as Ratio;
  const lower = changes[Math.floor((changes.length - 1) / 2)] as Ratio;
  const median = divide(add(lower, upper), ratio(2));
  // The mean of two amounts ends at most one decimal later than they do.
  const isWhole = (median.n * 10n ** BigInt(digits)) % median.d === 0n;
  return {
    lowest: toFixed(lowest, digits),
    median: toFixed(median, isWhole ? digits : digits + 1),
    highest: toFixed(highest, digits),
  };
}

function atRiskOf(
  key: 'atRiskBefore' | 'atRiskNow',
  awards: readonly Award[],
  digits: number,
): Partial<Record<typeof key, AtRiskOf>> {
  if (!awards.some(({ target }) => target !== undefined)) return {};
  const [target, atRisk] = [amountOf(awards, 'target', digits), amountOf(awards, 'atRisk', digits)];
  const whole = ratioOfDecimal(target);
  const share = whole.n === 0n ? {} : { share: toExactText(divide(ratioOfDecimal(atRisk), whole)) };
  return { [key]: { target, atRisk, ...share } };
}
