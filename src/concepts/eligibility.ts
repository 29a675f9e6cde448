import { cellIssue } from '../data/cells.js';
import type { PayException } from '../data/exceptions.js';
import type { Leave } from '../data/leave.js';
import type { Assignment, Person } from '../data/people.js';
import { missingField } from '../data/people-issues.js';
import { type Issue, quote } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import type { PlanDocument } from '../plan/document.js';
import type { EligibilityDocument, TreatmentWord } from '../plan/people-rules.js';
import { addDays, addMonths, type Day, daysBetween, earlier } from '../time/day.js';
import { overlap, type Period } from '../time/period.js';
import type { Words } from '../words/words.js';
import { numberOf } from './concept.js';
import { partlyCovered } from './exception.js';
import { daysInForce } from './in-force.js';
import { partialDays } from './leave.js';
import { leaverRule, survivesLeaving, type Treatment, treatmentOf } from './leaver.js';
import { isInPopulation, type ReadCell } from './population.js';
import { cutByExceptions, cutByLeave, lastingUntil, type Segment, segmentsOf } from './segment.js';

/** Why somebody does not take part, or was paid nothing. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
}

export type ReasonCode =
  | 'not-in-plan'
  | 'not-employed'
  | 'not-in-population'
  | 'left-before-period-end'
  | 'left-before-payment'
  | 'forfeited'
  | 'hired-too-late'
  | 'service-too-short'
  | 'gate-closed'
  | 'no-day-counts'
  | 'target-zero'
  | 'payout-zero'
  | 'rounded-to-zero'
  | 'decided'
  | 'withheld';

/** What else is known of a person, for one plan. */
export interface PersonRecords {
  readonly leaves: readonly Leave[];
  /** Exceptions in force. */
  readonly exceptions: readonly PayException[];
  readonly read: ReadCell;
  /** The language in which who does not take part is told why. */
  readonly words: Words;
}

/** Who takes part with which days; who does not and why; or what must be known first. */
export type Eligibility =
  | {
      readonly segments: readonly Segment[];
      /** How somebody is paid who left early; absent for everybody else. */
      readonly leaver?: Treatment;
    }
  | { readonly reason: Reason }
  | { readonly faults: readonly Issue[] };

/**
 * Eligibility: whether a person takes part, and with which days. A filter of people, not a factor of pay.
 *
 * Formula:  days of the period on which the version is in force ∩ days employed ∩ days of assignments in this plan and its population; then
 *           hiredBy and minimumService, which counts from hire to the end of the period or leaving, both days
 *           included. Who left early is treated as `leavers` says for the reason, otherwise as employedAt says
 * Issues:   people.field.missing when a rule needs the day of hire or a field, run.leaver.reason, run.leave.type
 */
export function eligibilityOf(person: Person, document: PlanDocument, records: PersonRecords): Eligibility {
  const { period, eligibility } = document;
  const { reasons } = records.words;
  const { hired = period.start, left = period.end } = person;
  const inForce = daysInForce(document);
  const counted = overlap(inForce, { start: hired, end: left });
  const inPlan = person.assignments.filter((one) => isInPlan(one, document));
  if (inPlan.length === 0) return refuse('not-in-plan', reasons.otherPlans);
  if (!counted) return refuse('not-employed', reasons.notEmployed(inForce.start, inForce.end));
  const refused = eligibility && ruleAgainst(person, eligibility, period, records.words);
  if (refused) return refused;
  const employed = segmentsOf(inPlan, counted, records.read);
  const within = withinPopulation(person, employed, document, records);
  if (!('segments' in within)) return within;
  const leaver = leavesEarly(person, document) ? treatmentFor(person, document, records) : undefined;
  if (leaver && !('days' in leaver)) return leaver;
  const days =
    leaver?.days === 'all' ? lastingUntil(within.segments, counted.end, inForce.end) : within.segments;
  const leave = partialDays(untilLeaving(records.leaves, person), document);
  if (leave.faults.length > 0) return { faults: leave.faults };
  const segments = cutByExceptions(cutByLeave(days, leave.days), records.exceptions);
  return leaver ? { segments, leaver } : { segments };
}

/** Whether an assignment is in a plan: it names it, or names none. */
export function isInPlan({ plans }: Assignment, { plan }: PlanDocument): boolean {
  return plans === undefined || plans.includes(plan);
}

type Refused = Exclude<Eligibility, { readonly segments: unknown }>;

function refuse(code: ReasonCode, message: string): Refused {
  return { reason: { code, message } };
}

/** Leave that lasts, lasts until leaving. */
function untilLeaving(leaves: readonly Leave[], { left }: Person): readonly Leave[] {
  return left === undefined ? leaves : leaves.map((one) => ({ to: left, ...one }));
}

/** Whether somebody left before the last day of the period, or before the payment where the plan asks for employment then. */
export function leavesEarly(
  { left }: Pick<Person, 'left'>,
  { period, payment, eligibility }: PlanDocument,
): boolean {
  const until = eligibility?.employedAt === 'paymentDate' ? payment?.date : undefined;
  return left !== undefined && left < (until ?? period.end);
}

/** How somebody is treated who left early; undefined where the plan says nothing: for the days served. */
function treatmentFor(
  person: Person,
  document: PlanDocument,
  records: PersonRecords,
): Treatment | Refused | undefined {
  const rule = treatmentRule(person, document, records);
  if (rule === undefined) return undefined;
  if (typeof rule === 'object' && ('reason' in rule || 'faults' in rule)) return rule;
  const treatment = treatmentOf(rule);
  if (treatment.results !== 'nothing' || survivesLeaving(document)) return treatment;
  const { leavers, reasons } = records.words;
  const { left, leftReason } = person;
  const gone = leftReason === undefined ? leavers.left(left) : leavers.leftFor(left, leftReason);
  return refuse('forfeited', reasons.forfeits(gone));
}

function treatmentRule(person: Person, document: PlanDocument, { exceptions, words }: PersonRecords) {
  const { reasons } = words;
  const decided = exceptions.find((one) => one.kind === 'treatment');
  const { left = '', leftReason = '' } = person;
  if (decided && (left > decided.until || left < (decided.from ?? left)))
    return { faults: [partlyCovered(decided)] };
  if (decided) return decided.value as TreatmentWord;
  const { employedAt } = document.eligibility ?? {};
  const rule = document.leavers === undefined ? undefined : leaverRule(document, leftReason);
  if (document.leavers !== undefined && leftReason === '')
    return {
      faults: [missingField(person.id, person.at, 'leftReason', 'what the plan pays leavers depends on it')],
    };
  if (rule !== undefined) return rule;
  if (employedAt !== undefined) {
    return employedAt === 'periodEnd'
      ? refuse('left-before-period-end', reasons.leftBeforeEnd(left, document.period.end))
      : refuse('left-before-payment', reasons.leftBeforePayment(left, document.payment?.date));
  }
  return document.leavers === undefined ? undefined : { faults: [unknownReason(person, document)] };
}

function unknownReason({ id, leftReason, at }: Person, { leavers = {} }: PlanDocument): Issue {
  return cellIssue(at, 'leftReason', {
    code: 'run.leaver.reason',
    message: `The plan does not say what leavers by ${quote(leftReason)} get (person ${quote(id)})`,
    expected: `one of ${Object.keys(leavers).join(', ') || 'the reasons under leavers, which has none'}`,
    hint: 'Correct the reason, or add it (or otherwise) to leavers in the plan; the person is withheld until then',
  });
}

/** The segments whose assignment belongs to the population of the plan. */
function withinPopulation(
  person: Person,
  segments: readonly Segment[],
  { eligibility, period }: PlanDocument,
  { read, words: { reasons } }: PersonRecords,
): { readonly segments: readonly Segment[] } | Refused {
  if (segments.length === 0) return refuse('not-employed', reasons.noAssignment(period.start, period.end));
  const rules = eligibility?.where;
  if (rules === undefined) return { segments };
  const tests = segments.map(({ assignment }) => isInPopulation(rules, { person, assignment }, read));
  const faults = tests.filter((one) => typeof one === 'object').flat();
  if (faults.length > 0) return { faults };
  const kept = segments.filter((_, index) => tests[index] === true);
  return kept.length > 0 ? { segments: kept } : refuse('not-in-population', reasons.population);
}

function ruleAgainst(
  person: Person,
  rules: EligibilityDocument,
  period: Period,
  words: Words,
): Refused | undefined {
  const { hiredBy, minimumService } = rules;
  if (hiredBy === undefined && minimumService === undefined) return undefined;
  if (person.hired === undefined)
    return { faults: [missingField(person.id, person.at, 'hired', 'the plan asks for the day of hire')] };
  if (hiredBy !== undefined && person.hired > hiredBy)
    return refuse('hired-too-late', words.reasons.hiredTooLate(person.hired, hiredBy));
  return minimumService
    ? serviceAgainst({ ...person, hired: person.hired }, minimumService, period, words)
    : undefined;
}

function serviceAgainst(
  person: Person & { readonly hired: Day },
  minimum: { readonly days?: Literal; readonly months?: Literal },
  period: Period,
  { reasons }: Words,
): Refused | undefined {
  const { hired } = person;
  const last = person.left === undefined ? period.end : earlier(person.left, period.end);
  const days = daysBetween(hired, last);
  const needed = minimum.days === undefined ? 0 : wholeOf(minimum.days);
  if (days < needed) return refuse('service-too-short', reasons.fewDays(days, last, needed));
  const months = minimum.months === undefined ? 0 : wholeOf(minimum.months);
  if (months === 0 || addDays(addMonths(hired, months), -1) <= last) return undefined;
  return refuse('service-too-short', reasons.fewMonths(hired, months, last));
}

function wholeOf(literal: Literal): number {
  const { n, d } = numberOf(literal);
  return Number(n / d);
}
