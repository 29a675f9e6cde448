import { minorDigits } from '../num/currency.js';
import { sumMoney, unitsToText } from '../num/decimal.js';
import { differenceOfMoney } from '../num/money.js';
import type { SeenAward } from '../run/calculate-plan.js';
import type { Award } from '../run/run.js';
import type { AwardPart } from '../trace/parts.js';
import { orderOf } from '../trace/parts.js';
import type { Fate, LineMove, PersonMove } from './answer.js';
import { partsIn } from './outcome.js';

/** An award before and now, of one person in one plan. */
export interface Pair {
  readonly before: SeenAward;
  readonly now: SeenAward;
}

/** How the person of a pair fares. */
export function fateOf({ before: { award: before }, now: { award: now } }: Pair): Fate {
  if (before === now) return 'unchanged';
  if (now.status === 'withheld') return before.status === 'withheld' ? 'unchanged' : 'withheldNow';
  if (before.status === 'withheld') return 'withheldBefore';
  const currencies = [before.currency, now.currency].filter((one) => one !== undefined);
  if (new Set(currencies).size > 1) return 'otherCurrency';
  const difference = differenceIn(before, now);
  return /^-?[0.]*$/.test(difference) ? 'unchanged' : difference.startsWith('-') ? 'loses' : 'wins';
}

/** Who takes no part has nothing. */
function differenceIn(before: Award, now: Award): string {
  const digits = minorDigits(now.currency ?? before.currency ?? '') ?? 2;
  return differenceOfMoney(now.amount ?? '0', before.amount ?? '0', digits);
}

/** What moved of a person, with the lines that moved. */
export function personMove(pair: Pair, fate: PersonMove['fate']): PersonMove {
  const { award: before } = pair.before;
  const { award: now } = pair.now;
  const isKnown = fate === 'wins' || fate === 'loses';
  const currency = now.currency ?? before.currency;
  const nothing = unitsToText(0n, minorDigits(currency ?? '') ?? 2);
  const amounts = isKnown ? { before: before.amount ?? nothing, now: now.amount ?? nothing } : {};
  return {
    person: now.person,
    ...(now.name !== undefined && { name: now.name }),
    plan: now.plan,
    fate,
    statusBefore: before.status,
    statusNow: now.status,
    ...(currency !== undefined && { currency }),
    ...(before.amount !== undefined && { before: before.amount }),
    ...(now.amount !== undefined && { now: now.amount }),
    ...amounts,
    ...(isKnown && { difference: differenceIn(before, now) }),
    reasons: now.status === 'paid' ? [] : now.reasons.map(({ message }) => message),
    lines: isKnown
      ? linesBetween(partsIn(pair.before), partsIn(pair.now), minorDigits(currency ?? '') ?? 2)
      : [],
  };
}

type Amounts = { readonly before: string[]; readonly now: string[] };

/** The lines that differ between two lists of parts, in stage order; parts of one name are one line. */
export function linesBetween(before: readonly Line[], now: readonly Line[], digits: number): LineMove[] {
  const lines = new Map<string, Line & Amounts>();
  for (const [side, parts] of [
    ['before', before],
    ['now', now],
  ] as const)
    for (const part of parts) {
      const key = JSON.stringify([part.stage, part.name]);
      const known = lines.get(key) ?? { ...part, before: [], now: [] };
      known[side].push(part.amount);
      lines.set(key, known);
    }
  return [...lines.values()]
    .map(({ stage, name, ...sides }): LineMove => {
      const [was, is] = [sumMoney(sides.before, digits), sumMoney(sides.now, digits)];
      return { stage, name, before: was, now: is, difference: differenceOfMoney(is, was, digits) };
    })
    .filter(({ difference }) => !/^-?[0.]*$/.test(difference))
    .toSorted((a, b) => orderOf(a.stage) - orderOf(b.stage));
}

type Line = Pick<AwardPart, 'stage' | 'name' | 'amount'>;
