import type { Assignment, Person } from '../data/people.js';
import { type Issue, issue } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import type { EligibilityDocument, PlanDocument } from '../plan/document.js';
import { addDays, addMonths, type Day, daysBetween, earlier, later } from '../time/day.js';
import { overlap, type Period } from '../time/period.js';
import { numberOf } from './concept.js';

/** Why somebody does not take part, or was paid nothing. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
}

export type ReasonCode =
  | 'not-in-plan'
  | 'not-employed'
  | 'left-before-period-end'
  | 'hired-too-late'
  | 'service-too-short'
  | 'gate-closed'
  | 'target-zero'
  | 'payout-zero'
  | 'rounded-to-zero'
  | 'withheld';

/** A stretch of eligible days of one assignment. */
export interface Segment {
  readonly assignment: Assignment;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** Who takes part with which days; who does not and why; or what must be known first. */
export type Eligibility =
  | { readonly segments: readonly Segment[] }
  | { readonly reason: Reason }
  | { readonly faults: readonly Issue[] };

/**
 * Eligibility: whether a person takes part, and with which days. A filter of people, not a factor of pay.
 *
 * Formula:  days of the period ∩ days employed ∩ days of assignments in this plan; then employedAt, hiredBy and
 *           minimumService, which counts from hire to the end of the period or leaving, both days included
 * Issues:   people.field.missing when a rule needs the day of hire
 */
export function eligibilityOf(person: Person, document: PlanDocument): Eligibility {
  const { period, eligibility } = document;
  const { hired = period.start, left = period.end } = person;
  const counted = overlap(period, { start: hired, end: left });
  if (!person.assignments.some((one) => isInPlan(one, document)))
    return refuse('not-in-plan', 'assigned to other plans only');
  if (!counted) return refuse('not-employed', `not employed between ${period.start} and ${period.end}`);
  const refused = eligibility && ruleAgainst(person, eligibility, period);
  if (refused) return refused;
  const segments = segmentsOf(person.assignments, counted, document);
  return segments.length > 0
    ? { segments }
    : refuse('not-employed', 'no assignment on any day of the period');
}

function isInPlan({ plans }: Assignment, { plan }: PlanDocument): boolean {
  return plans === undefined || plans.includes(plan);
}

function refuse(code: ReasonCode, message: string): Eligibility {
  return { reason: { code, message } };
}

/** The days of an assignment among those that count; none when it lies outside them. */
function segmentsOf(assignments: readonly Assignment[], counted: Period, document: PlanDocument): Segment[] {
  const segments: Segment[] = [];
  for (const assignment of assignments) {
    if (!isInPlan(assignment, document)) continue;
    const { from, to } = assignment;
    const first = from === undefined ? counted.start : later(from, counted.start);
    const last = to === undefined ? counted.end : earlier(to, counted.end);
    const days = daysBetween(first, last);
    if (days > 0) segments.push({ assignment, from: first, to: last, days });
  }
  return segments;
}

function ruleAgainst(person: Person, rules: EligibilityDocument, period: Period): Eligibility | undefined {
  const { employedAt, hiredBy, minimumService } = rules;
  if (employedAt === 'periodEnd' && person.left !== undefined && person.left < period.end) {
    return refuse(
      'left-before-period-end',
      `left on ${person.left}, before the period ended on ${period.end}`,
    );
  }
  if (hiredBy === undefined && minimumService === undefined) return undefined;
  if (person.hired === undefined) return { faults: [noHireDay(person)] };
  if (hiredBy !== undefined && person.hired > hiredBy)
    return refuse('hired-too-late', `hired on ${person.hired}, after ${hiredBy}`);
  return minimumService ? serviceAgainst(person, person.hired, minimumService, period) : undefined;
}

function serviceAgainst(
  person: Person,
  hired: Day,
  minimum: { readonly days?: Literal; readonly months?: Literal },
  period: Period,
): Eligibility | undefined {
  const last = person.left === undefined ? period.end : earlier(person.left, period.end);
  const days = daysBetween(hired, last);
  const needed = minimum.days === undefined ? 0 : wholeOf(minimum.days);
  if (days < needed)
    return refuse('service-too-short', `${days} days of service by ${last}, ${needed} needed`);
  const months = minimum.months === undefined ? 0 : wholeOf(minimum.months);
  if (months === 0 || addDays(addMonths(hired, months), -1) <= last) return undefined;
  return refuse('service-too-short', `hired on ${hired}: fewer than ${months} months of service by ${last}`);
}

function wholeOf(literal: Literal): number {
  const { n, d } = numberOf(literal);
  return Number(n / d);
}

function noHireDay({ id, at }: Person): Issue {
  return issue({
    code: 'people.field.missing',
    at: { ...at, column: 'hired' },
    path: ['hired'],
    message: `${JSON.stringify(id)} has no day of hire, and the plan asks for it`,
    expected: 'a day as YYYY-MM-DD',
    hint: 'Write the day of hire; the person is withheld until then',
  });
}
