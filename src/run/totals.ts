import { groupBy } from '../data/group.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import { formulaOf, isKnown, type KnownAward } from './decider.js';
import type { Award, Total } from './run.js';

/** Sums per plan and currency, exact: awards are rounded before they are summed, never after. */
export function totalsOf(awards: readonly Award[]): Total[] {
  const groups = groupBy(awards.filter(isKnown), ({ plan, currency }) => `${plan} ${currency}`);
  return [...groups.values()].map(totalOf);
}

function totalOf(awards: readonly KnownAward[]): Total {
  const { plan, currency } = awards[0] as KnownAward;
  const digits = minorDigits(currency) ?? 2;
  const sum = (key: 'target' | 'safe' | 'atRisk' | 'amount') =>
    sumMoney(
      awards.map((award) => award[key] ?? '0'),
      digits,
    );
  const targets = { target: sum('target'), safe: sum('safe'), atRisk: sum('atRisk') };
  const hasTarget = awards.some(({ target }) => target !== undefined);
  const formula = awards.some(({ decided }) => decided !== undefined) && {
    formula: sumMoney(awards.map(formulaOf), digits),
  };
  const head = { plan, currency, people: awards.length };
  return { ...head, ...(hasTarget && targets), amount: sum('amount'), ...formula };
}
