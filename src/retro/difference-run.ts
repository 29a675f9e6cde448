import type { Issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { differenceOfMoney } from '../num/money.js';
import type { Award, Headcount, Run } from '../run/run.js';
import { totalsOf } from '../run/totals.js';
import { type Cause, causeText } from './cause.js';
import type { CorrectionHeadcount, CorrectionReconciliation } from './correction.js';
import { type AmountChange, amountIn, isZero, type Outcome } from './outcome.js';
import type { StoredRun } from './stored-run.js';

/** What a run of differences is made of. */
export interface Parts {
  readonly follows: number;
  readonly outcomes: readonly Outcome[];
  readonly causes: ReadonlyMap<Outcome, readonly Cause[]>;
  readonly reconciliation: CorrectionReconciliation;
  readonly issues: readonly Issue[];
}

/** A run whose awards are the differences: what was changed is paid, what was not is zero. */
export function differenceRun(now: StoredRun, parts: Parts): Run {
  const { status, asOf, only, plans, exceptions } = now;
  const { follows, outcomes, causes, reconciliation, issues } = parts;
  const awards = outcomes.flatMap((one) => awardsOf(one, causes.get(one) ?? []));
  return {
    status,
    asOf,
    ...(only && { only }),
    follows,
    plans,
    awards,
    totals: totalsOf(awards),
    reconciliation: {
      people: asRun(reconciliation.people),
      plans: reconciliation.plans.map(({ plan, ...count }) => ({ plan, ...asRun(count) })),
      holds: reconciliation.holds,
    },
    exceptions,
    issues,
  };
}

function asRun({ in: given, changed, unchanged, withheld, missing }: CorrectionHeadcount): Headcount {
  return { in: given, paid: changed, zero: unchanged, notEligible: 0, withheld: withheld + missing };
}

function awardsOf(outcome: Outcome, causes: readonly Cause[]): Award[] {
  const { award, known, amounts } = outcome;
  const { person, name, plan, version, period, restsOn } = award;
  return amounts
    .filter(({ amount }) => !isZero(amount))
    .map((change) => ({
      person,
      ...(name !== undefined && { name }),
      plan,
      version,
      period,
      status: 'paid' as const,
      reasons: [],
      currency: change.currency,
      amount: change.amount,
      ...targetsOf(change, award, known?.statement?.award),
      ...(restsOn !== undefined && { restsOn }),
      ...(causes.length > 0 && { notes: causes.map(causeText) }),
    }));
}

/** Target, its safe part and the rest, as differences too. */
function targetsOf({ currency }: AmountChange, now: Award, before: Award | undefined) {
  if (now.target === undefined && before?.target === undefined) return {};
  const digits = minorDigits(currency) ?? 2;
  const changeOf = (key: 'target' | 'safe' | 'atRisk') =>
    differenceOfMoney(
      amountIn(currency, now, key),
      before === undefined ? '0' : amountIn(currency, before, key),
      digits,
    );
  return { target: changeOf('target'), safe: changeOf('safe'), atRisk: changeOf('atRisk') };
}
