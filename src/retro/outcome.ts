import { minorDigits } from '../num/currency.js';
import { differenceOfMoney } from '../num/money.js';
import type { Award } from '../run/run.js';
import type { Known } from './paid.js';

/** What became of a person in a plan, against what was paid. */
export const outcomeStatuses = ['changed', 'unchanged', 'withheld', 'missing'] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

/** Amounts of one person in one plan and currency. */
export interface AmountChange {
  readonly currency: string;
  /** Paid before; absent where no final run states anything. */
  readonly before?: string;
  readonly now: string;
  readonly amount: string;
}

export interface Outcome {
  readonly status: OutcomeStatus;
  /** The award of the new calculation; of somebody missing the last one there was. */
  readonly award: Award;
  readonly known: Known | undefined;
  /** One for each currency; none for who is withheld or missing, or was never paid and is due nothing. */
  readonly amounts: readonly AmountChange[];
}

/** A new award against what was paid. */
export function outcomeOf(award: Award, known: Known | undefined): Outcome {
  if (award.status === 'withheld') return { status: 'withheld', award, known, amounts: [] };
  const amounts = currenciesOf(award, known).map((currency) => changeIn(currency, award, known));
  const status = amounts.every(({ amount }) => isZero(amount)) ? 'unchanged' : 'changed';
  return { status, award, known, amounts };
}

/** The old currency before the new one. */
function currenciesOf({ currency }: Award, known: Known | undefined): string[] {
  const all = [known?.statement?.award.currency, currency];
  return [...new Set(all.filter((one) => one !== undefined))];
}

function changeIn(currency: string, award: Award, known: Known | undefined): AmountChange {
  const paid = known?.statement && amountIn(currency, known.statement.award, 'amount');
  const now = amountIn(currency, award, 'amount');
  const amount = differenceOfMoney(now, paid ?? '0', minorDigits(currency) ?? 2);
  return { currency, ...(paid !== undefined && { before: paid }), now, amount };
}

/** The decisions on two awards of a person, beside each other; nothing where neither was decided. */
export function decisionsOf(before: Award | undefined, now: Award | undefined) {
  const [old, own] = [before?.decided, now?.decided];
  if (old === undefined && own === undefined) return {};
  return { decided: { ...(old && { before: old }), ...(own && { now: own }) } };
}

/** An amount of an award in a currency; zero in any other than its own. */
export function amountIn(
  currency: string,
  award: Award,
  key: 'amount' | 'target' | 'safe' | 'atRisk',
): string {
  const own = award.currency === currency ? award[key] : undefined;
  return own ?? differenceOfMoney('0', '0', minorDigits(currency) ?? 2);
}

/** True for an amount of nothing. */
export function isZero(amount: string): boolean {
  return /^-?[0.]*$/.test(amount);
}
