import type { Rates } from '../data/rates.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import { compare, ONE, type Ratio } from '../num/ratio.js';
import type { AccrueOptions } from './accrual.js';
import { type Closing, plansOf } from './check-runs.js';
import type { OnCostDocument } from './document.js';
import { shareEarned } from './earned.js';
import { type Group, groupsOf } from './groups.js';
import { missingRates } from './movements.js';
import { type CostQuestion, checkCosts } from './on-costs.js';

/** What is the same on all closing days. */
export interface Setting extends AccrueOptions {
  readonly columns: readonly string[];
  readonly onCosts: readonly OnCostDocument[];
}

/** Where no rates are given. */
export const NO_RATES: Rates = { rates: [], issues: [] };

/** Everything a closing day is made of, before the one before it is known. */
export interface Measured {
  readonly closing: Closing;
  /** The share earned of each plan. */
  readonly shares: ReadonlyMap<string, Ratio>;
  readonly groups: readonly Group[];
  readonly question: CostQuestion;
}

/** Groups, shares and rates of a closing day, with everything that keeps them from being used. */
export function measure(closing: Closing, setting: Setting) {
  const { rules, columns, onCosts } = setting;
  const { run, isPaid } = closing;
  const asked = plansOf(run).map((plan) => {
    return [plan.plan, isPaid ? ONE : shareEarned(rules.earned, plan, run.asOf)] as const;
  });
  const { groups, issues } = groupsOf(closing, columns);
  const shares = new Map(asked.flatMap(([plan, share]) => ('n' in share ? [[plan, share] as const] : [])));
  const question = { onCosts, columns, closing: run.asOf };
  const found: Issue[] = [
    ...asked.flatMap(([, share]) => ('n' in share ? [] : [share])),
    ...issues,
    ...checkCosts(groups, question),
  ];
  const made: Measured = { closing, shares, groups, question };
  return { made, issues: found };
}

/**
 * Rates that are needed on a closing day and not there: for what is owed, and for what was owed and is reversed.
 *
 * Issues:   rates.rate.missing
 */
export function unconverted(made: readonly Measured[], { rules, rates = NO_RATES }: Setting): Issue[] {
  const to = rules.reportingCurrency;
  if (to === undefined) return [];
  return made.flatMap(({ closing, groups }, index) => {
    const owed = [...(made[index - 1]?.groups ?? []), ...groups].map(({ currency }) => currency);
    return missingRates(owed, { to, on: closing.run.asOf, rates });
  });
}

/**
 * Shares that fall from one closing to the next, as when the day of payment is put off: what was earned stays earned.
 *
 * Issues:   accrual.share.range
 */
export function fallingShares(made: readonly Measured[]): Issue[] {
  return made.slice(1).flatMap(({ closing, shares }, index) =>
    [...shares].flatMap(([plan, share]) => {
      const before = made[index]?.shares.get(plan);
      if (!before || compare(share, before) >= 0) return [];
      return [
        issue({
          code: 'accrual.share.range',
          path: [...closing.path, 'plans', plan],
          message: `The share earned of ${quote(plan)} falls from ${toExactText(before)} to ${toExactText(share)} on ${closing.run.asOf}`,
          expected: 'shares that do not fall: what was earned stays earned',
          hint: 'Check the days of service; the plan may have another payment date than in the run before',
        }),
      ];
    }),
  );
}
