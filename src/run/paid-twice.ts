import type { Segment } from '../concepts/segment.js';
import { cellIssue } from '../data/cells.js';
import type { PayException } from '../data/exceptions.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { overlap } from '../time/period.js';
import type { Participant } from './bind-people.js';
import type { Resolution } from './resolve.js';

/** People barred from a plan, by plan and person, and warnings. */
export interface PaidTwice {
  readonly barred: ReadonlyMap<string, ReadonlyMap<string, Issue>>;
  readonly issues: readonly Issue[];
}

/**
 * Finds the same days of one person in two plans: where one plan excludes the other the person is withheld in
 * both; otherwise it is a warning, unless the person's row names both plans.
 *
 * Issues:   run.plans.exclusive, run.plans.both, run.exception.plan
 */
export function paidTwice(resolutions: readonly Resolution[]): PaidTwice {
  const barred = new Map(resolutions.map(({ plan }) => [plan.id, new Map<string, Issue>()]));
  const issues: Issue[] = [];
  for (const [index, first] of resolutions.entries()) {
    const inFirst = new Map(first.participants.map((one) => [one.person.id, one]));
    for (const second of resolutions.slice(index + 1)) {
      const bar = (id: string, found: Issue) => {
        for (const { plan } of [first, second]) barred.get(plan.id)?.set(id, found);
      };
      for (const { person, exceptions } of second.participants) {
        const amount = exceptions.find((one) => one.currency !== undefined && one.plan === undefined);
        if (amount && inFirst.get(person.id)?.exceptions.includes(amount))
          bar(person.id, whichPlan(amount, [first.plan.id, second.plan.id]));
      }
      const exclude = excludes(first, second) || excludes(second, first);
      const meet = exclude ? onSameDays : inSameRow;
      const twice = second.participants.filter(
        ({ person, segments }) =>
          !barred.get(second.plan.id)?.has(person.id) &&
          inFirst.get(person.id)?.segments.some((one) => segments.some((other) => meet(one, other))),
      );
      if (!exclude && twice.length > 0) issues.push(both(twice, first, second));
      for (const { person } of exclude ? twice : [])
        bar(person.id, exclusive(person.id, first.plan.id, second.plan.id, person.at));
    }
  }
  return { barred, issues };
}

function excludes({ plan }: Resolution, { plan: other }: Resolution): boolean {
  return plan.document.eligibility?.notWith?.includes(other.id) === true;
}

/** The same days; parts of the time of one person are not the same. */
function onSameDays(a: Segment, b: Segment): boolean {
  if (a.time !== undefined && b.time !== undefined && a.assignment !== b.assignment) return false;
  return overlap({ start: a.from, end: a.to }, { start: b.from, end: b.to }) !== undefined;
}

/** The same days of a row that names no plans, so that nobody wrote down that both are meant. */
function inSameRow(a: Segment, b: Segment): boolean {
  return a.assignment === b.assignment && a.assignment.plans === undefined && onSameDays(a, b);
}

function exclusive(id: string, first: string, second: string, at: TablePlace): Issue {
  return cellIssue(at, 'plans', {
    code: 'run.plans.exclusive',
    message: `${quote(id)} would be paid for the same days by ${quote(first)} and ${quote(second)}, which exclude each other`,
    expected: 'one of the two plans for each day',
    hint: 'Write the plan of each stretch of days in the column plans; the person is withheld until then',
  });
}

/** An amount by exception that would be paid by each of several plans. */
function whichPlan({ person, kind, at }: PayException, plans: readonly string[]): Issue {
  return cellIssue(at, 'plan', {
    code: 'run.exception.plan',
    message: `The ${kind} of ${quote(person)} does not say for which plan it is, and would count in each`,
    expected: `one of ${plans.join(', ')}`,
    hint: 'Write the plan; the person is withheld in them until then',
  });
}

function both(people: readonly Participant[], first: Resolution, second: Resolution): Issue {
  return issue({
    code: 'run.plans.both',
    message: `${quote(first.plan.id)} and ${quote(second.plan.id)} pay the same days of the same people (${people.length} ${people.length === 1 ? 'person' : 'people'}, such as ${quote(people[0]?.person.id)})`,
    expected: 'people with the plans that are meant in the column plans',
    hint: 'Name both plans there, or one; notWith in a plan keeps people out of both',
  });
}
