import { numberOf } from '../concepts/concept.js';
import { eligibilityOf, type Reason, type Segment } from '../concepts/eligibility.js';
import type { Plan } from '../concepts/parse-plan.js';
import { AWARD_ROUNDING } from '../concepts/rounding.js';
import { safeShare } from '../concepts/safe-part.js';
import { awardCurrency } from '../concepts/target.js';
import type { People, Person } from '../data/people.js';
import { createEvaluator, type Evaluator } from '../exact/evaluate.js';
import { partsOf } from '../explain/parts.js';
import { readersOf } from '../explain/reader.js';
import { type LinePlan, planLines, stepsOf } from '../explain/steps.js';
import { type Issue, issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { unitsToText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { multiply, type Ratio } from '../num/ratio.js';
import { decimalUnit, isMultipleOf, powerOfTen, roundToUnits } from '../num/round.js';
import type { PlanDocument } from '../plan/document.js';
import { isFault, type Value } from '../program/value.js';
import type { Period } from '../time/period.js';
import { bindActuals, checkAgainstPlan } from './bind-actuals.js';
import { currencyOf, type Participant } from './bind-people.js';
import { type BoundRows, bindRows } from './bind-rows.js';
import type { CalculateOptions, Data } from './calculate.js';
import { type Facts, factsOf } from './facts.js';
import type { Award, AwardStatus } from './run.js';
import { zeroReasons } from './zero-reasons.js';

interface PlanResult {
  readonly awards: readonly Award[];
  readonly issues: readonly Issue[];
}

/** What became of a person before anything is calculated. */
type Resolved =
  | { readonly participant: number }
  | { readonly reason: Reason }
  | { readonly faults: readonly Issue[] };

/**
 * Calculates one plan for everybody: resolves who takes part with which days, binds rows, evaluates the
 * program person by person, and writes down what became of each.
 */
export function calculatePlan(plan: Plan, data: Data, options: CalculateOptions): PlanResult {
  const participants: Participant[] = [];
  const columns = columnsOf(data.people);
  const resolved = data.people.people.map((person) => resolve(person, plan, { participants, columns }));
  const actuals = bindActuals(data.actuals, plan.document.metrics, options.asOf);
  const rows = bindRows(plan.document, participants, actuals, data.people.decimal);
  const evaluator = createEvaluator(plan.program, rows);
  const facts = factsOf(plan, rows, actuals);
  const asked = options.steps === 'everyone' ? undefined : new Set(options.steps ?? []);
  const safe = numberOf(safeShare(plan.document) as Literal);
  const issues = new Set<Issue>(checkAgainstPlan(data.actuals, plan.document.metrics));
  const context: Context = {
    issues,
    plan,
    rows,
    evaluator,
    period: { start: plan.document.period.start, end: plan.document.period.end },
    facts,
    safe,
    lines: planLines(plan.program.outline),
    wantsSteps: (id) => asked === undefined || asked.has(id),
  };
  const awards = data.people.people.map((person, index) =>
    awardOf(person, resolved[index] as Resolved, participants, context),
  );
  return { awards, issues: [...issues, ...facts.unknownGroups(data.actuals, data.people)] };
}

function resolve(
  person: Person,
  plan: Plan,
  { participants, columns }: { participants: Participant[]; columns: () => ReadonlySet<string> },
): Resolved {
  const { document } = plan;
  if (person.faults.length > 0) return { faults: person.faults };
  const eligibility = eligibilityOf(person, document);
  if (!('segments' in eligibility)) return eligibility;
  const absent = absentAtEnd(eligibility.segments, document);
  if (absent) return { reason: absent };
  const currency = currencyOf({ person, columns }, eligibility.segments, awardCurrency(document));
  if (typeof currency !== 'string') return { faults: currency.fault };
  const differ = differingSegments(person, eligibility.segments, plan);
  if (differ) return { faults: [differ] };
  participants.push({ columns, person, segments: eligibility.segments, currency });
  return { participant: participants.length - 1 };
}

/** With asOf: periodEnd what counts is the assignment on the last day; without one there nothing does. */
function absentAtEnd(segments: readonly Segment[], { target, period }: PlanDocument): Reason | undefined {
  if (target.asOf === undefined || segments.at(-1)?.to === period.end) return undefined;
  return { code: 'not-in-plan', message: `no assignment in this plan on ${period.end}, the day that counts` };
}

/** The columns with a value in some row, found when somebody first asks. */
function columnsOf({ people }: People): () => ReadonlySet<string> {
  let known: Set<string> | undefined;
  return () => {
    if (known) return known;
    known = new Set();
    for (const { assignments } of people) {
      for (const { fields, currency } of assignments) {
        if (currency !== undefined) known.add('currency');
        for (const field of Object.keys(fields)) known.add(field);
      }
    }
    return known;
  };
}

/** Without proration or a date there are no shares to sum segments by: what the plan reads of them must be the same. */
function differingSegments(
  { id }: Person,
  segments: readonly Segment[],
  { document, program }: Plan,
): Issue | undefined {
  const { prorate, asOf } = document.target;
  if (prorate !== 'none' || asOf !== undefined || segments.length === 1) return undefined;
  const read = program.steps.flatMap((step) =>
    step.op === 'input' && step.input.from === 'person' ? [step.input.field] : [],
  );
  const levels = Object.values(document.metrics).map((metric) => metric.level);
  const fields = [...read, ...levels.filter((level) => level !== 'company' && level !== 'person')];
  const differs = ({ assignment }: Segment) =>
    assignment.currency !== segments[0]?.assignment.currency ||
    fields.some((field) => assignment.fields[field] !== segments[0]?.assignment.fields[field]);
  const different = segments.find(differs);
  if (!different) return undefined;
  return issue({
    code: 'run.segments.differ',
    at: different.assignment.at,
    message: `${JSON.stringify(id)} has assignments that differ, and the plan neither prorates nor says which counts`,
    expected: 'one assignment in the period, or asOf: periodEnd in the target of the plan',
    hint: 'Let the plan prorate or say asOf, or give one row with what counts; the person is withheld until then',
  });
}

interface Context {
  /** What is found on the way. */
  readonly issues: Set<Issue>;
  readonly plan: Plan;
  readonly rows: BoundRows;
  readonly evaluator: Evaluator;
  /** The period of the plan, which all its awards share. */
  readonly period: Period;
  readonly facts: Facts;
  /** The share of target that is safe. */
  readonly safe: Ratio;
  readonly lines: LinePlan;
  wantsSteps(person: string): boolean;
}

function awardOf(
  person: Person,
  resolved: Resolved,
  participants: readonly Participant[],
  context: Context,
): Award {
  if ('participant' in resolved)
    return evaluate(participants[resolved.participant] as Participant, resolved.participant, context);
  if ('faults' in resolved) return withheld(person, context, resolved.faults);
  return draftOf(person, context.plan, context.period, 'notEligible', [resolved.reason]);
}

type Draft = { -readonly [Key in keyof Award]: Award[Key] };

/** An award of a person; fields are set one by one because there is one for everybody. */
function draftOf(
  person: Person,
  { id, version }: Plan,
  period: Period,
  status: AwardStatus,
  reasons: readonly Reason[],
): Draft {
  const draft: Draft = { person: person.id, plan: id, version, period, status, reasons };
  if (person.name !== undefined) draft.name = person.name;
  return draft;
}

function withheld(person: Person, { plan, period, issues }: Context, faults: readonly Issue[]): Award {
  for (const one of faults) issues.add(one);
  const messages = new Set(faults.map(({ code, message }) => `${message} [${code}]`));
  const reasons = [...messages].map((message): Reason => ({ code: 'withheld', message }));
  return draftOf(person, plan, period, 'withheld', reasons);
}

const NOTHING: readonly never[] = [];

/** One person's award: exact until the rounding the plan states. */
function evaluate(participant: Participant, row: number, context: Context): Award {
  const { plan, evaluator, rows, facts } = context;
  const { person } = participant;
  const currency = participant.currency as string;
  const digits = minorDigits(currency) ?? 2;
  const amount = evaluator.value(plan.program.award, 'person', row);
  const target = evaluator.value(plan.program.target, 'person', row);
  const unit = evaluator.value(plan.program.awardUnit, 'person', row);
  if (isFault(amount) || isFault(target) || isFault(unit))
    return withheld(person, context, issuesOf([amount, target, unit]));
  if (isFiner(unit as Ratio, digits)) return withheld(person, context, [finer(participant, plan)]);
  const paid = (amount as Ratio).n !== 0n;
  const reasons = paid
    ? NOTHING
    : zeroReasons(plan.program, evaluator, row, rows.counted(row), target as Ratio);
  const award = draftOf(person, plan, context.period, paid ? 'paid' : 'zero', reasons);
  award.currency = currency;
  award.amount = unitsToText(unitsOf(amount as Ratio, digits), digits);
  splitTarget(award, context, [target as Ratio, unit as Ratio], digits);
  const status = facts.restsOn(rows.firstCounted(row), rows.endSegment(row));
  if (status !== undefined) award.restsOn = status;
  if (context.wantsSteps(person.id)) Object.assign(award, traceOf(context, row, rows.counted(row), currency));
  return award;
}

/** Whether the plan rounds to less than the currency's smallest unit. */
function isFiner(unit: Ratio, digits: number): boolean {
  return !isMultipleOf(unit, decimalUnit(digits));
}

/** An amount that is whole in units of 10^−digits, counted in them. */
function unitsOf({ n, d }: Ratio, digits: number): bigint {
  return (n * powerOfTen(digits)) / d;
}

function issuesOf(values: readonly Value[]): Issue[] {
  return [...new Set(values.filter(isFault).flatMap((one) => one.fault))];
}

/** Target, its safe part and the rest, rounded as the award is, the rest by difference: they sum. */
function splitTarget(
  award: Draft,
  { plan, safe }: Context,
  [target, unit]: readonly [Ratio, Ratio],
  digits: number,
): void {
  const { mode } = plan.document.rounding?.award ?? AWARD_ROUNDING;
  const whole = roundToUnits(target, unit, { mode, digits });
  const safePart = safe.n === 0n ? 0n : roundToUnits(multiply(target, safe), unit, { mode, digits });
  award.target = unitsToText(whole, digits);
  award.safe = unitsToText(safePart, digits);
  award.atRisk = unitsToText(whole - safePart, digits);
}

function traceOf(context: Context, person: number, segments: readonly number[], currency: string) {
  const { plan, evaluator, facts, rows, lines } = context;
  const { groupOf } = rows;
  const reading = {
    evaluator,
    person,
    segments,
    currency,
    groupOf,
    currencyOf: facts.currencyOf,
    fact: facts.fact,
  };
  const readers = readersOf(reading);
  const parts = partsOf(plan.program.outline, readers.person, minorDigits(currency) ?? 2);
  return { parts, segments: rows.stretches(segments), steps: stepsOf(lines, readers) };
}

function finer({ person, currency, segments }: Participant, { document }: Plan): Issue {
  const at = (segments[0] as Segment).assignment.at;
  return issue({
    code: 'run.rounding.finer',
    at,
    path: ['rounding', 'award', 'to'],
    message: `The plan rounds to ${document.rounding?.award?.to}, and ${currency as string} has no such unit (person ${JSON.stringify(person.id)})`,
    expected: 'to: currency, or a multiple of its smallest unit',
    hint: 'Correct the plan; the person is withheld until then',
  });
}
