import { numberOf } from '../concepts/concept.js';
import { eligibilityOf, type Reason, type Segment } from '../concepts/eligibility.js';
import type { Plan } from '../concepts/parse-plan.js';
import { AWARD_ROUNDING } from '../concepts/rounding.js';
import { safeShare } from '../concepts/safe-part.js';
import { awardCurrency } from '../concepts/target.js';
import type { Person } from '../data/people.js';
import { createEvaluator, type Evaluator } from '../exact/evaluate.js';
import { partsOf } from '../explain/parts.js';
import { readerAt } from '../explain/reader.js';
import { stepsOf } from '../explain/steps.js';
import { type Issue, issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { toFixed } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { multiply, type Ratio, subtract } from '../num/ratio.js';
import { decimalUnit, isMultipleOf, roundTo } from '../num/round.js';
import { type Fault, isFault } from '../program/value.js';
import { bindActuals, checkAgainstPlan } from './bind-actuals.js';
import { currencyOf, type Participant } from './bind-people.js';
import { type BoundRows, bindRows } from './bind-rows.js';
import type { CalculateOptions, Data } from './calculate.js';
import { type Facts, factsOf } from './facts.js';
import type { Award } from './run.js';
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
  const resolved = data.people.people.map((person) => resolve(person, plan, participants));
  const actuals = bindActuals(data.actuals, plan.document.metrics, options.asOf);
  const rows = bindRows(plan.document, participants, actuals, data.people.decimal);
  const evaluator = createEvaluator(plan.program, rows);
  const facts = factsOf(plan, rows, actuals);
  const asked = options.steps === 'everyone' ? undefined : new Set(options.steps ?? []);
  const context: Context = {
    plan,
    rows,
    evaluator,
    facts,
    wantsSteps: (id) => asked === undefined || asked.has(id),
  };
  const issues = new Set<Issue>(checkAgainstPlan(data.actuals, plan.document.metrics));
  const awards = data.people.people.map((person, index) => {
    const award = awardOf(person, resolved[index] as Resolved, participants, context);
    for (const one of award.faults) issues.add(one);
    return award.award;
  });
  return { awards, issues: [...issues, ...facts.unknownGroups(data.actuals)] };
}

function resolve(person: Person, { document }: Plan, participants: Participant[]): Resolved {
  if (person.faults.length > 0) return { faults: person.faults };
  const eligibility = eligibilityOf(person, document);
  if (!('segments' in eligibility)) return eligibility;
  const currency = currencyOf(person, eligibility.segments, awardCurrency(document));
  if (typeof currency !== 'string') return { faults: currency.fault };
  participants.push({ person, segments: eligibility.segments, currency });
  return { participant: participants.length - 1 };
}

interface Context {
  readonly plan: Plan;
  readonly rows: BoundRows;
  readonly evaluator: Evaluator;
  readonly facts: Facts;
  wantsSteps(person: string): boolean;
}

interface WithFaults {
  readonly award: Award;
  readonly faults: readonly Issue[];
}

function awardOf(
  person: Person,
  resolved: Resolved,
  participants: readonly Participant[],
  context: Context,
): WithFaults {
  if ('faults' in resolved) return withheld(person, context.plan, resolved.faults);
  if ('reason' in resolved)
    return {
      award: { ...identity(person, context.plan), status: 'notEligible', reasons: [resolved.reason] },
      faults: [],
    };
  return evaluate(participants[resolved.participant] as Participant, resolved.participant, context);
}

function identity(person: Person, { id, version, document }: Plan) {
  const { start, end } = document.period;
  return {
    person: person.id,
    ...(person.name !== undefined && { name: person.name }),
    plan: id,
    version,
    period: { start, end },
  };
}

function withheld(person: Person, plan: Plan, faults: readonly Issue[]): WithFaults {
  const reasons = faults.map(
    ({ code, message }): Reason => ({ code: 'withheld', message: `${message} [${code}]` }),
  );
  return { award: { ...identity(person, plan), status: 'withheld', reasons }, faults };
}

/** One person's award: exact until the rounding the plan states. */
function evaluate(participant: Participant, row: number, context: Context): WithFaults {
  const { plan, evaluator, rows } = context;
  const { person } = participant;
  const currency = participant.currency as string;
  const digits = minorDigits(currency) ?? 2;
  const [amount, target, unit] = [plan.program.award, plan.program.target, plan.program.awardUnit].map(
    (operand) => evaluator.value(operand, 'person', row),
  );
  const faults = [amount, target, unit].filter(
    (value): value is Fault => value !== undefined && isFault(value),
  );
  if (faults.length > 0) return withheld(person, plan, [...new Set(faults.flatMap((one) => one.fault))]);
  if (!isMultipleOf(amount as Ratio, decimalUnit(digits)))
    return withheld(person, plan, [finer(participant, plan)]);
  const segments = Array.from(
    { length: rows.endSegment(row) - rows.firstSegment(row) },
    (_, index) => rows.firstSegment(row) + index,
  );
  const paid = (amount as Ratio).n !== 0n;
  const reasons = paid ? [] : zeroReasons(plan.program, evaluator, row, segments, target as Ratio);
  const trace = context.wantsSteps(person.id) ? traceOf(context, row, segments, currency) : {};
  const award: Award = {
    ...identity(person, plan),
    status: paid ? 'paid' : 'zero',
    reasons,
    currency,
    amount: toFixed(amount as Ratio, digits),
    ...split(plan, target as Ratio, unit as Ratio, digits),
    ...context.facts.restsOn(row, segments),
    ...trace,
  };
  return { award, faults: [] };
}

/** Target, its safe part and the rest, rounded as the award is, the rest by difference: they sum. */
function split({ document }: Plan, target: Ratio, unit: Ratio, digits: number) {
  const { mode } = document.rounding?.award ?? AWARD_ROUNDING;
  const whole = roundTo(target, unit, mode);
  const safe = roundTo(multiply(target, numberOf(safeShare(document) as Literal)), unit, mode);
  return {
    target: toFixed(whole, digits),
    safe: toFixed(safe, digits),
    atRisk: toFixed(subtract(whole, safe), digits),
  };
}

function traceOf(
  { plan, evaluator, facts }: Context,
  person: number,
  segments: readonly number[],
  currency: string,
) {
  const reader = readerAt({
    evaluator,
    person,
    segments,
    currency,
    currencyOf: facts.currencyOf,
    fact: facts.fact,
  });
  const { outline } = plan.program;
  return { parts: partsOf(outline, reader, minorDigits(currency) ?? 2), steps: stepsOf(outline, reader) };
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
