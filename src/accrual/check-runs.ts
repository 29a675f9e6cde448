import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import type { StoredRun } from '../retro/index.js';
import type { Run } from '../run/run.js';
import type { EarnedRule } from './document.js';
import { type EarnedPlan, serviceOf } from './earned.js';

/** A run whose awards are the estimate of the full cost on its as-of day, or what was paid in the end. */
export interface Closing {
  readonly run: StoredRun;
  /** Where it stands among what was given. */
  readonly path: Path;
  /** What was paid: everything is earned. */
  readonly isPaid: boolean;
}

/** The plans of a run with what decides how their cost is earned. */
export function plansOf({ plans, inputs }: StoredRun): EarnedPlan[] {
  return plans.map(({ plan, period }, index) => {
    const payment = inputs.plans[index]?.payment;
    return { plan, period, ...(payment && { payment }) };
  });
}

/**
 * What keeps runs from being accrued one after the other.
 *
 * Issues:   accrual.run.none, accrual.run.part, accrual.run.order, accrual.run.differs, accrual.run.outside,
 *           accrual.run.draft
 */
export function checkRuns(closings: readonly Closing[], rule: EarnedRule | undefined): Issue[] {
  if (closings.every(({ isPaid }) => isPaid)) return [noRuns()];
  const [first] = closings as readonly [Closing, ...Closing[]];
  return closings.flatMap((closing, index) => {
    const before = closings[index - 1];
    return [
      ...wholeness(closing),
      ...(closing.isPaid && closing.run.status === 'draft' ? [draft(closing)] : []),
      ...(before && closing.run.asOf <= before.run.asOf ? [order(closing, before)] : []),
      ...(isSamePlans(closing.run, first.run) ? [] : [otherPlans(closing, first)]),
      ...(before ? otherCurrencies(closing, before) : []),
      ...(rule === undefined ? [] : outside(closing, rule)),
    ];
  });
}

function noRuns(): Issue {
  return issue({
    code: 'accrual.run.none',
    path: ['estimates'],
    message: 'There is no run to accrue',
    expected: 'a stored run for each closing day',
    hint: 'Calculate the plan as of each closing day and give the runs in order',
  });
}

function wholeness({ run, path }: Closing): Issue[] {
  const { only, follows, awards } = run;
  if (only !== undefined) {
    const many = only.length === 1 ? 'one person' : `${only.length} people`;
    return [notWhole([...path, 'only'], `The run was limited to ${many}`)];
  }
  if (follows !== undefined)
    return [notWhole([...path, 'follows'], 'The run holds differences to what was paid')];
  return awards.length > 0 ? [] : [notWhole([...path, 'awards'], 'Nothing was calculated in the run')];
}

function notWhole(path: Path, message: string): Issue {
  return issue({
    code: 'accrual.run.part',
    path,
    message,
    expected: 'a run of the whole awards of everybody: they are the cost',
    hint: 'Give such a run, or calculate one',
  });
}

function draft({ path }: Closing): Issue {
  return issue({
    code: 'accrual.run.draft',
    path: [...path, 'status'],
    message: 'The run is a draft, and nobody was paid on it',
    expected: 'the final run',
    hint: 'Give the final run, or this one among the estimates',
  });
}

function order({ run, path }: Closing, before: Closing): Issue {
  const isSame = run.asOf === before.run.asOf;
  return issue({
    code: 'accrual.run.order',
    path: [...path, 'asOf'],
    message: isSame
      ? `Two runs are as of ${run.asOf}`
      : `The run is as of ${run.asOf}, and the one before it as of ${before.run.asOf}`,
    expected: 'one run for each closing day, in order',
    hint: isSame ? 'Leave one of the two out' : 'Give the runs in the order of their as-of days',
  });
}

/** Versions may differ: an estimate may be made on an amended plan. */
function isSamePlans(a: Run, b: Run): boolean {
  const named = ({ plans }: Run) =>
    plans.map(({ plan, period }) => JSON.stringify([plan, period.start, period.end])).toSorted();
  return JSON.stringify(named(a)) === JSON.stringify(named(b));
}

function otherPlans({ run, path }: Closing, first: Closing): Issue {
  return issue({
    code: 'accrual.run.differs',
    path: [...path, 'plans'],
    message: `The run is of ${inWords(run)}`,
    expected: `the plans and periods of the first: ${inWords(first.run)}`,
    hint: 'Accrue runs of other plans or periods by themselves',
  });
}

function inWords({ plans }: Run): string {
  return plans.map(({ plan, period }) => `${quote(plan)} for ${period.start} to ${period.end}`).join(', ');
}

/** Runs that share no currency are estimates of different things; single people may well change theirs. */
function otherCurrencies({ run, path }: Closing, before: Closing): Issue[] {
  return run.plans.flatMap(({ plan }) => {
    const [now, then] = [currenciesOf(run, plan), currenciesOf(before.run, plan)];
    if (now.length === 0 || then.length === 0 || now.some((one) => then.includes(one))) return [];
    return [
      issue({
        code: 'accrual.run.differs',
        path: [...path, 'totals'],
        message: `The awards of ${quote(plan)} are in ${now.join(', ')}`,
        expected: `the currency of the run before: ${then.join(', ')}`,
        hint: 'Calculate all runs in one currency; reportingCurrency converts into another',
      }),
    ];
  });
}

function currenciesOf({ totals }: Run, plan: string): string[] {
  return totals.filter((one) => one.plan === plan).map(({ currency }) => currency);
}

/** A run after the last day of service is the final one: until then it is an estimate of the closing day. */
function outside({ run, path }: Closing, rule: EarnedRule): Issue[] {
  return plansOf(run).flatMap((plan) => {
    const { start, end } = serviceOf(rule, plan) ?? plan.period;
    if (run.asOf >= start && (run.asOf <= end || run.status === 'final')) return [];
    return [
      issue({
        code: 'accrual.run.outside',
        path: [...path, 'asOf'],
        message: `The run is a ${run.status} as of ${run.asOf}, and the cost of ${quote(plan.plan)} is earned from ${start} to ${end}`,
        expected: 'an as-of day among these, or a final run after them',
        hint: 'Calculate the run as of the closing day, or as final',
      }),
    ];
  });
}
