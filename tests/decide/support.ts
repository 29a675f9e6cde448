import { parseDecisions } from '../../src/data/index.js';
import { type CalculateOptions, calculate, type Data, type Run } from '../../src/index.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { dayPlan, person, scores } from '../retro/support.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';

/** Who decides, and within what: 80 % to 120 % of 7,300 is 5,840 to 8,760. */
export const RULES = {
  by: 'manager',
  range: { from: '80%', to: '120%' },
  budget: '100%',
  reason: 'required',
  source: 'Section 9',
};

/** 10 % of 73,000 is 7,300 a year, 20 for each of the 365 days of 2026; managers decide. */
export function decidedPlan(rules: Writing = {}, changes: Writing = {}): Writing {
  return stated(dayPlan({ decisions: stated({ ...RULES, ...rules }), ...changes }));
}

/** A change to undefined takes the key away. */
function stated(writing: Writing): Writing {
  return Object.fromEntries(Object.entries(writing).filter(([, value]) => value !== undefined));
}

/** Somebody whose manager is m-1. */
export function report(id: string, changes: Writing = {}): Writing {
  return person(id, { manager: 'm-1', ...changes });
}

/** A decision of m-1 on the plan. */
export function decision(id: string, amount: unknown, changes: Writing = {}): Writing {
  const of = { id, plan: 'daily', amount, currency: 'EUR' };
  return { ...of, by: 'm-1', on: '2027-01-20', reason: 'Led the launch', ...changes };
}

/** What a run is made of; ann and ben where nothing else is said. */
export interface Made {
  readonly people?: readonly Writing[];
  readonly decisions?: readonly Writing[];
  readonly actuals?: readonly Writing[];
  readonly documents?: readonly Writing[];
  readonly options?: Partial<CalculateOptions>;
}

export const ANN_AND_BEN: readonly Writing[] = [report('ann'), report('ben')];

export function dataOf({ people = ANN_AND_BEN, decisions, actuals = scores().slice(0, 1) }: Made): Data {
  return {
    people: peopleOf(people),
    actuals: actualsOf(actuals),
    ...(decisions && { decisions: parseDecisions(decisions) }),
  };
}

export function runOf(made: Made = {}): Run {
  const plans = (made.documents ?? [decidedPlan()]).map(planOf);
  return calculate(plans, dataOf(made), { asOf: '2027-01-31', ...made.options });
}

export function storedOf(made: Made = {}): StoredRun {
  const plans = (made.documents ?? [decidedPlan()]).map(planOf);
  return storeRun(runOf(made), { plans, ...dataOf(made) });
}

/** The codes of what is wrong with the decisions of a run. */
export function decisionCodes({ issues }: Pick<Run, 'issues'>): string[] {
  return issues.map(({ code }) => code).filter((code) => code.startsWith('decisions.'));
}
