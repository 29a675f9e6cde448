import { partlyCovered } from '../concepts/exception.js';
import type { Treatment } from '../concepts/leaver.js';
import { prorationOf } from '../concepts/proration.js';
import type { Segment } from '../concepts/segment.js';
import { STANDARD, type Variant } from '../concepts/variant.js';
import { cellIssue } from '../data/cells.js';
import type { ExceptionKind, PayException } from '../data/exceptions.js';
import { type Issue, quote } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import type { Words } from '../words/words.js';
import { mixed, type Participant } from './bind-people.js';
import { type Share, weighs } from './shares.js';

/** An exception in a run: what was decided, by whom and why, and what became of it. */
export interface ExceptionUse extends Omit<PayException, 'plan' | 'at' | 'faults'> {
  readonly plan: string;
  /** `notUsed`: there was nothing it could change, such as a treatment of somebody who did not leave. */
  readonly status: 'applied' | 'expired' | 'notYet' | 'notUsed';
}

/** The exceptions of a person that a plan and its period concern. */
export function exceptionsFor(all: readonly PayException[], { plan }: PlanDocument): readonly PayException[] {
  return all.filter((one) => one.plan === undefined || one.plan === plan);
}

/** Whether an exception touches the period. */
export function isInForce({ kind, from, until }: PayException, { period }: PlanDocument): boolean {
  // A treatment is for the day of leaving, which may lie between the period and the payment.
  const begins = kind === 'treatment' || from === undefined || from <= period.end;
  return begins && until >= period.start;
}

/** The exceptions of a person that change something in the period of a plan. */
export function exceptionsInForce(
  all: readonly PayException[],
  document: PlanDocument,
): readonly PayException[] {
  return all.length === 0 ? all : exceptionsFor(all, document).filter((one) => isInForce(one, document));
}

/** How the exceptions of a person change the plan for them. */
export function variantOf(
  exceptions: readonly PayException[],
  segments: readonly Segment[],
  results: Treatment['results'] = 'actual',
): Variant {
  if (exceptions.length === 0) return results === 'actual' ? STANDARD : { results, exceptions: [] };
  const onDays = new Set(segments.flatMap((segment) => segment.exceptions ?? []).map(({ kind }) => kind));
  const kinds = (['targetPercent', 'targetAmount'] as const).filter((kind) => onDays.has(kind));
  const guaranteed = results !== 'nothing' && exceptions.some(({ kind }) => kind === 'guarantee');
  return { results, exceptions: guaranteed ? [...kinds, 'guarantee'] : kinds };
}

/**
 * What keeps an exception from being applied: it does not cover the days it must, its kind says nothing of this
 * plan, or its money is in another currency.
 *
 * Issues:   run.exception.days, run.exception.kind, run.currency.mixed
 */
export function exceptionFaults(
  { person, exceptions, segments, currency }: Participant,
  document: PlanDocument,
): Issue[] {
  const twice = segments.map((segment) => segment.exceptions?.[1]).find((one) => one !== undefined);
  const each = exceptions.flatMap((one) => [
    ...(coversDays(one, segments) ? [] : [partlyCovered(one)]),
    ...(fits(one.kind, document) ? [] : [wrongKind(one)]),
    ...(one.currency === undefined || one.currency === currency
      ? []
      : [mixed(person, `The award is in ${currency} and the ${one.kind} in ${one.currency}`, one.at)]),
  ]);
  return [...each, ...(twice === undefined ? [] : [targetTwice(twice)])];
}

/** A guarantee or a share of the period is stated for all eligible days. */
function coversDays({ kind, from, until }: PayException, segments: readonly Segment[]): boolean {
  if (kind !== 'guarantee' && kind !== 'proration') return true;
  const begins = from === undefined || segments.every((segment) => from <= segment.from);
  return begins && segments.every((segment) => segment.to <= until);
}

function fits(kind: ExceptionKind, document: PlanDocument): boolean {
  const earned = prorationOf(document) === 'earned';
  const { target } = document;
  if (target === undefined) return kind === 'guarantee' || kind === 'treatment' || kind === 'proration';
  if (kind === 'targetPercent') return 'percent' in target;
  return !earned || (kind !== 'targetAmount' && kind !== 'proration');
}

function targetTwice({ person, at }: PayException): Issue {
  return cellIssue(at, 'kind', {
    code: 'run.exception.kind',
    message: `Two exceptions give ${quote(person)} a target on the same days, a percent and an amount`,
    expected: 'one of them on any day',
    hint: 'Remove one, or date them; the person is withheld until then',
  });
}

function wrongKind({ person, kind, at }: PayException): Issue {
  return cellIssue(at, 'kind', {
    code: 'run.exception.kind',
    message: `A ${kind} changes nothing in the target of this plan (person ${quote(person)})`,
    expected: 'an exception that the plan has a place for',
    hint: 'Name the plan it is for in the column plan; the person is withheld until then',
  });
}

/** Whether an exception changes what a participant is paid. */
export function isApplied(one: PayException, participant: Participant): boolean {
  if (one.kind === 'treatment') return participant.leaves;
  if (one.kind === 'guarantee') return participant.variant.exceptions.includes('guarantee');
  if (one.kind === 'proration') return true;
  return participant.segments.some(
    (segment, index) => segment.exceptions?.includes(one) && weighs(participant.shares[index] as Share),
  );
}

/** An exception in words, for whoever asks why the award is what it is. */
export function exceptionText(one: PayException, { exceptions: told, money, number }: Words): string {
  const { kind, value, currency, until, reason, approver } = one;
  const amount = currency === undefined ? number(String(value)) : money(String(value), currency);
  return told.approved(told.until(told.kinds[kind], amount, until), reason, approver);
}
