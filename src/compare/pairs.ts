import { minorDigits } from '../num/currency.js';
import { differenceOfMoney } from '../num/money.js';
import { isZero } from '../retro/outcome.js';
import type { StoredRun } from '../retro/stored-run.js';
import type { Award } from '../run/run.js';
import type { Both, ComparisonStatus } from './comparison.js';

/** A person in a plan with the awards of both runs, and what became of them. */
export interface Pair {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly status: ComparisonStatus;
  readonly awards: Partial<Both<Award>>;
  readonly amounts: Amounts;
}

/** What is known in money; in two currencies there is no difference. */
export interface Amounts {
  readonly currency?: string;
  readonly currencyBefore?: string;
  readonly before?: string;
  readonly now?: string;
  readonly difference?: string;
}

/** Everybody of either run, once for each plan: in the order of the later run, then who is gone. */
export function pairsOf({ before, now }: Both<StoredRun>, only: readonly string[] | undefined): Pair[] {
  const [old, own] = [before, now].map(
    (run) => new Map(run.awards.map((award) => [keyOf(award), award])),
  ) as [Map<string, Award>, Map<string, Award>];
  const wanted = only && new Set(only);
  const looked = lookedAtIn({ before, now });
  return [...new Set([...own.keys(), ...old.keys()])].flatMap((key) => {
    const awards = present(old.get(key), own.get(key));
    const { person, name, plan } = (awards.now ?? awards.before) as Award;
    if (wanted && !wanted.has(person)) return [];
    const amounts = amountsOf(awards);
    const status = statusOf(awards, amounts, looked(person));
    return [
      {
        person,
        ...(name !== undefined && { name }),
        plan,
        status,
        awards,
        amounts: settled(amounts, awards, status),
      },
    ];
  });
}

function keyOf({ plan, person }: Award): string {
  return JSON.stringify([plan, person]);
}

function present(before: Award | undefined, now: Award | undefined): Partial<Both<Award>> {
  return { ...(before && { before }), ...(now && { now }) };
}

/** Whether both runs looked at somebody: a run may be limited to some people. */
function lookedAtIn({ before, now }: Both<StoredRun>): (person: string) => boolean {
  const limits = [before.only, now.only].flatMap((only) => (only === undefined ? [] : [new Set(only)]));
  return (person) => limits.every((limit) => limit.has(person));
}

function statusOf(
  { before, now }: Partial<Both<Award>>,
  amounts: Amounts,
  isLookedAt: boolean,
): ComparisonStatus {
  if (!isLookedAt) return 'notCompared';
  if (before?.status === 'withheld' || now?.status === 'withheld') return 'withheld';
  if (before === undefined) return 'new';
  if (now === undefined) return 'gone';
  if (amounts.currencyBefore !== undefined) return 'moved';
  return amounts.difference === undefined || isZero(amounts.difference) ? 'same' : 'moved';
}

/** Who is not eligible, or not there, has nothing in the currency of the other run. */
function amountsOf({ before, now }: Partial<Both<Award>>): Amounts {
  const currency = now?.currency ?? before?.currency;
  if (currency === undefined) return {};
  const amountIn = (award: Award | undefined) =>
    award?.status === 'withheld' ? undefined : (award?.amount ?? nothingIn(currency));
  const [old, own] = [amountIn(before), amountIn(now)];
  const known = { ...(old !== undefined && { before: old }), ...(own !== undefined && { now: own }) };
  if (before?.currency !== undefined && before.currency !== currency)
    return { currency, currencyBefore: before.currency, ...known };
  if (old === undefined || own === undefined) return { currency, ...known };
  return { currency, ...known, difference: differenceOfMoney(own, old, minorDigits(currency) ?? 2) };
}

/** Where no move is known, only what the runs state themselves. */
function settled(amounts: Amounts, { before, now }: Partial<Both<Award>>, status: ComparisonStatus): Amounts {
  if (status !== 'notCompared' && status !== 'withheld') return amounts;
  const { currency, currencyBefore } = amounts;
  return {
    ...(currency !== undefined && { currency }),
    ...(currencyBefore !== undefined && { currencyBefore }),
    ...(before && amounts.before !== undefined && { before: amounts.before }),
    ...(now && amounts.now !== undefined && { now: amounts.now }),
  };
}

/** Zero with the decimals of a currency. */
export function nothingIn(currency: string): string {
  return differenceOfMoney('0', '0', minorDigits(currency) ?? 2);
}
