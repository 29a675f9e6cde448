import type { Plan } from '../concepts/parse-plan.js';
import type { Actuals } from '../data/actuals.js';
import type { People } from '../data/people.js';
import { formatIssue, type Issue, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { type Day, isDay } from '../time/day.js';
import { calculatePlan } from './calculate-plan.js';
import { reconcile } from './reconcile.js';
import type { Award, Run } from './run.js';
import { totalsOf } from './totals.js';

/** What a calculation is made on. */
export interface Data {
  readonly people: People;
  readonly actuals: Actuals;
}

export interface CalculateOptions {
  /** The day of the calculation: actuals measured later are not known yet. */
  readonly asOf: Day;
  /** Whose steps and parts to keep: these people, or everybody. They cost time and memory. */
  readonly steps?: readonly string[] | 'everyone';
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
export function calculate(plans: readonly Plan[], data: Data, options: CalculateOptions): Run {
  const refused = refuse(plans, data, options);
  const usable = refused.some((one) => one.severity === 'error') ? [] : plans;
  const results = usable.map((plan) => calculatePlan(plan, data, options));
  const awards = results.flatMap((result) => result.awards);
  const reconciliation = reconcile(usable, data.people, awards);
  const broken = reconciliation.holds ? [] : [notReconciled()];
  const found = [
    ...refused,
    ...plans.flatMap((plan) => plan.issues),
    ...data.people.issues,
    ...data.actuals.issues,
  ];
  return {
    asOf: options.asOf,
    plans: plans.map(describe),
    awards,
    totals: totalsOf(awards),
    reconciliation,
    issues: distinct([
      ...found,
      ...misspeltPlans(plans, data),
      ...unusedMetrics(plans, data),
      ...results.flatMap((result) => result.issues),
      ...broken,
    ]),
  };
}

function describe({ id, version, document }: Plan): Run['plans'][number] {
  const { start, end } = document.period;
  return {
    plan: id,
    version,
    ...(document.title !== undefined && { title: document.title }),
    period: { start, end },
  };
}

function refuse(plans: readonly Plan[], { people }: Data, { asOf, steps }: CalculateOptions): Issue[] {
  const issues: Issue[] = [];
  if (!isDay(asOf)) {
    issues.push(
      issue({
        code: 'run.as-of.form',
        message: `${quote(asOf)} is not a day`,
        expected: 'a day that exists, as YYYY-MM-DD',
        hint: 'Nothing is calculated without it',
      }),
    );
  }
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
  return [...issues, ...unknownPeople(people, steps)];
}

function unknownPeople(people: People, steps: CalculateOptions['steps']): Issue[] {
  if (steps === undefined || steps === 'everyone' || steps.length === 0) return [];
  const known = new Set(people.people.map((person) => person.id));
  const unknown = steps.filter((asked) => !known.has(asked));
  return unknown.map((asked) =>
    issue({
      code: 'run.steps.unknown',
      message: `Nobody has the id ${quote(asked)}`,
      expected: 'an id of the people file',
      hint: 'Ids are compared as text, letter by letter',
    }),
  );
}

/** Plans people are assigned to that are not given, when a given one is so near that a slip is likely. */
function misspeltPlans(plans: readonly Plan[], { people }: Data): Issue[] {
  const known = plans.map((plan) => plan.id);
  const first = new Map<string, Issue['at']>();
  for (const { assignments } of people.people) {
    for (const one of assignments) {
      for (const id of one.plans ?? []) if (!known.includes(id) && !first.has(id)) first.set(id, one.at);
    }
  }
  return [...first].flatMap(([id, at]) => {
    const near = nearest(id, known);
    return near === undefined ? [] : [misspelt(id, near, at)];
  });
}

function misspelt(id: string, near: string, at: Issue['at']): Issue {
  return issue({
    code: 'people.plans.unknown',
    at: { ...at, column: 'plans' },
    path: ['plans'],
    message: `People are assigned to ${quote(id)}, which is not among the plans given`,
    expected: 'the id of a plan',
    hint: `Did you mean ${quote(near)}?`,
  });
}

/** Rows of actuals for metrics that none of the plans has: misspelt, or of another plan. */
function unusedMetrics(plans: readonly Plan[], { actuals }: Data): Issue[] {
  const known = new Set(plans.flatMap((plan) => Object.keys(plan.document.metrics)));
  const unused = actuals.actuals.filter((one) => one.metric !== '' && !known.has(one.metric));
  return [...new Map(unused.map((one) => [one.metric, one])).values()].map((one) =>
    issue({
      code: 'actuals.metric.unknown',
      at: { ...one.at, column: 'metric' },
      path: ['metric'],
      message: `No plan has a metric ${quote(one.metric)}`,
      expected: [...known].join(', ') || 'no metric at all',
      hint: 'Correct the name if it is misspelt',
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
