import { daysInForce } from '../concepts/in-force.js';
import type { Plan } from '../concepts/parse-plan.js';
import type { Actuals } from '../data/actuals.js';
import type { Decisions } from '../data/decisions.js';
import type { Earnings } from '../data/earnings.js';
import type { Exceptions } from '../data/exceptions.js';
import type { Leaves } from '../data/leave.js';
import type { People } from '../data/people.js';
import type { Rates } from '../data/rates.js';
import { formatIssue, type Issue, issue, quote } from '../issue/issue.js';
import { type Day, isDay } from '../time/day.js';
import { english } from '../words/english.js';
import type { Words } from '../words/words.js';
import { calculatePlan } from './calculate-plan.js';
import { decisionIssues } from './decision-issues.js';
import { daysWithoutPay } from './earnings-days.js';
import { exceptionUses } from './exception-uses.js';
import { onlyPeople } from './only.js';
import { paidTwice } from './paid-twice.js';
import { reconcile } from './reconcile.js';
import { resolvePlan } from './resolve.js';
import type { Award, Run, RunStatus } from './run.js';
import { totalsOf } from './totals.js';
import { unmatched } from './unmatched.js';

/** What a calculation is made on. */
export interface Data {
  readonly people: People;
  readonly actuals: Actuals;
  readonly leave?: Leaves;
  readonly earnings?: Earnings;
  readonly exceptions?: Exceptions;
  readonly decisions?: Decisions;
  /** Rates of exchange, for plans that convert. */
  readonly rates?: Rates;
}

export interface CalculateOptions {
  /** The day of the calculation: actuals measured later are not known yet. */
  readonly asOf: Day;
  /** Whose steps and parts to keep: these people, or everybody. They cost time and memory. */
  readonly steps?: readonly string[] | 'everyone';
  /** Only these people, such as a leaver paid off cycle; everybody without it. */
  readonly only?: readonly string[];
  /** `draft` unless awards are paid on this run. */
  readonly status?: RunStatus;
}

/**
 * Calculates every award of the plans: exactly, each person by the segments and groups of the person.
 *
 * Awards stand in the order of people, plan by plan. A person something is wrong with has no award and
 * stands in nobody's way; every issue is collected, and the reconciliation accounts for everybody. Never
 * throws for data.
 *
 * Rounds:   where the plan says, nowhere else
 * Issues:   those of people and actuals, and run.*
 * @example  calculate([plan], { people, actuals }, { asOf: '2027-01-31' }).awards[0].amount // '8874.85'
 */
export function calculate(plans: readonly Plan[], given: Data, options: CalculateOptions): Run {
  return calculateIn(english, plans, given, options);
}

/** The same, told in the words of a language: only texts differ, and messages of issues stay as they are. */
export function calculateIn(
  words: Words,
  plans: readonly Plan[],
  given: Data,
  options: CalculateOptions,
): Run {
  const { data, refused, usable, resolutions, both } = prepare(words, plans, given, options);
  const results = resolutions.map((resolution) => {
    const barred = both.barred.get(resolution.plan.id) ?? NOBODY;
    return calculatePlan(resolution, data, options, barred);
  });
  const awards = results.flatMap((result) => result.awards);
  const reconciliation = reconcile(usable, data.people, awards);
  const pools = results.flatMap((result) => result.pools);
  const uses = exceptionUses(resolutions, data, both.barred);
  return {
    status: options.status ?? 'draft',
    asOf: options.asOf,
    ...(options.only !== undefined && { only: [...options.only] }),
    plans: plans.map(describe),
    awards,
    totals: totalsOf(awards),
    ...(pools.length > 0 && { pools }),
    reconciliation,
    exceptions: uses.exceptions,
    issues: distinct([
      ...refused,
      ...plans.flatMap((plan) => plan.issues),
      ...issuesOf(data),
      ...unmatched(plans, data, given.people),
      ...both.issues,
      ...resolutions.flatMap(daysWithoutPay),
      ...uses.issues,
      ...decisionIssues(resolutions, awards, { ...options, data }),
      ...results.flatMap((result) => result.issues),
      ...(reconciliation.holds ? [] : [notReconciled()]),
    ]),
  };
}

/** What stands before anything is calculated: who takes part in which plan, and whom two plans would pay. */
export function prepare(words: Words, plans: readonly Plan[], given: Data, options: CalculateOptions) {
  const refused = refuse(plans, given, options);
  const data = options.only === undefined ? given : onlyPeople(given, options.only);
  const usable = refused.some((one) => one.severity === 'error') ? [] : plans;
  const resolutions = usable.map((plan) => resolvePlan(plan, data, words));
  return { data, refused, usable, resolutions, both: paidTwice(resolutions) };
}

export const NOBODY: ReadonlyMap<string, Issue> = new Map();

/** What was found in the files, also where it keeps nobody from being paid. */
function issuesOf({ people, actuals, leave, earnings, exceptions, decisions, rates }: Data): Issue[] {
  const files = [people, actuals, leave, earnings, exceptions, decisions, rates];
  return files.flatMap((file) => file?.issues ?? []);
}

function describe({ id, version, document }: Plan): Run['plans'][number] {
  return {
    plan: id,
    version,
    ...(document.title !== undefined && { title: document.title }),
    period: daysInForce(document),
    ...(document.inForce !== undefined && { amended: true as const }),
  };
}

/** An as-of date that does not exist. */
export function noDay(asOf: string): Issue {
  return issue({
    code: 'run.as-of.form',
    message: `${quote(asOf)} is not a day`,
    expected: 'a day that exists, as YYYY-MM-DD',
    hint: 'Nothing is calculated without it',
  });
}

function refuse(plans: readonly Plan[], { people }: Data, { asOf, steps, only }: CalculateOptions): Issue[] {
  const issues: Issue[] = [];
  if (!isDay(asOf)) issues.push(noDay(asOf));
  if (plans.length === 0)
    issues.push(
      issue({
        code: 'run.plans.none',
        message: 'No plan was given',
        expected: 'at least one plan',
        hint: 'Give the plans to calculate',
      }),
    );
  const ids = plans.map((plan) => plan.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    issues.push(
      issue({
        code: 'run.plans.same',
        message: `The plan ${quote(twice)} was given twice`,
        expected: 'every plan once',
        hint: 'Calculate versions of a plan in runs of their own',
      }),
    );
  }
  const asked = steps === undefined || steps === 'everyone' ? [] : steps;
  return [
    ...issues,
    ...unknownPeople(people, asked, 'run.steps.unknown'),
    ...unknownPeople(people, only ?? [], 'run.only.unknown'),
    ...(only === undefined ? [] : plans.filter(({ document }) => document.pool).map(poolOfSome)),
  ];
}

/** A pool is shared by everybody: a part of some of them is not known without the others. */
function poolOfSome({ id }: Plan): Issue {
  return issue({
    code: 'pool.people.some',
    path: ['only'],
    message: `The plan ${quote(id)} shares out a pool, and the run is of some people only`,
    expected: 'a run of everybody',
    hint: 'Calculate everybody; nobody is paid from a pool by themselves',
  });
}

function unknownPeople(
  people: People,
  asked: readonly string[],
  code: 'run.steps.unknown' | 'run.only.unknown',
): Issue[] {
  if (asked.length === 0) return [];
  const known = new Set(people.people.map((person) => person.id));
  const unknown = asked.filter((id) => !known.has(id));
  return unknown.map((id) =>
    issue({
      code,
      message: `Nobody has the id ${quote(id)}`,
      expected: 'an id of the people file',
      hint: 'Ids are compared as text, letter by letter',
    }),
  );
}

/** Each finding once, whichever plan came upon it. */
function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map([...new Set(issues)].map((one) => [formatIssue(one), one])).values()];
}

function notReconciled(): Issue {
  return issue({
    code: 'run.reconciliation',
    message: 'People in are not paid + zero + not eligible + withheld',
    expected: 'every person counted once',
    hint: 'Do not pay on this run; report the fault',
  });
}

/** The awards of one person, over all plans. */
export function awardsOf(run: Run, person: string): readonly Award[] {
  return run.awards.filter((award) => award.person === person);
}
