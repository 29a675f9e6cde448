import { numberOf } from '../concepts/concept.js';
import type { Reason } from '../concepts/eligibility.js';
import { daysInForce } from '../concepts/in-force.js';
import type { Plan } from '../concepts/parse-plan.js';
import { AWARD_ROUNDING } from '../concepts/rounding.js';
import { safeShare } from '../concepts/safe-part.js';
import type { Segment } from '../concepts/segment.js';
import { STANDARD, type Variant } from '../concepts/variant.js';
import type { Person } from '../data/people.js';
import { createEvaluator } from '../exact/evaluate.js';
import { type Issue, issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { unitsToText } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { multiply, type Ratio, subtract, ZERO } from '../num/ratio.js';
import { decimalUnit, isMultipleOf, powerOfTen, roundToUnits } from '../num/round.js';
import { worded } from '../program/outline.js';
import type { Crossed } from '../program/program.js';
import { isFault, type Value } from '../program/value.js';
import type { Period } from '../time/period.js';
import { partsOf } from '../trace/parts.js';
import { planLines } from '../trace/steps.js';
import type { Words } from '../words/words.js';
import { type BoundActuals, bindActuals, checkAgainstPlan } from './bind-actuals.js';
import type { Participant } from './bind-people.js';
import { type BoundRows, bindRows } from './bind-rows.js';
import type { CalculateOptions, Data } from './calculate.js';
import { type Decide, decisionsIn } from './decisions.js';
import { factsOf } from './facts.js';
import { masksOf } from './masks.js';
import { type PoolUse, poolUseOf } from './pool-use.js';
import type { Resolution, Resolved } from './resolve.js';
import type { Award, AwardStatus } from './run.js';
import { type Engine, readersIn, type Seen, traceOf } from './seen.js';
import { perVariant } from './variants.js';
import { zeroReasons } from './zero-reasons.js';

interface PlanResult {
  readonly awards: readonly Award[];
  readonly issues: readonly Issue[];
  readonly pools: readonly PoolUse[];
}

/** An award with the evaluation it was read from; what takes no part, or is withheld, was not evaluated. */
export interface SeenAward {
  readonly award: Award;
  readonly seen?: Seen;
}

/**
 * Calculates one plan for everybody who was resolved: binds rows, evaluates the program person by person, and
 * writes down what became of each. `barred` are people whom two plans would pay.
 */
export function calculatePlan(
  resolution: Resolution,
  data: Data,
  options: CalculateOptions,
  barred: ReadonlyMap<string, Issue>,
): PlanResult {
  const issues = new Set<Issue>(checkAgainstPlan(data.actuals, resolution.plan));
  const pools: PoolUse[] = [];
  const awards = [...awardsIn(resolution, data, options, { barred, issues, pools })].map(
    ({ award }) => award,
  );
  return { awards, issues: [...issues], pools };
}

/** What the awards of a plan are calculated with, and what is found on the way. */
export interface Findings {
  readonly barred: ReadonlyMap<string, Issue>;
  readonly issues: Set<Issue>;
  /** Where what became of the pool is written down. */
  readonly pools?: PoolUse[];
}

/** The awards of a plan one by one, in the order of people, each with its evaluation while it stands. */
export function* awardsIn(
  resolution: Resolution,
  data: Data,
  options: CalculateOptions,
  { barred, issues, pools }: Findings,
): Generator<SeenAward> {
  const { plan, participants } = resolution;
  const actuals = bindActuals(data.actuals, plan.document.metrics, options.asOf);
  const rows = bindRows(resolution, actuals, barred, (person, key) => {
    const { program, evaluator } = engineOf((participants[person] as Participant).variant);
    return evaluator.value((program.crossed.get(key) as Crossed).read.operand, 'person', person);
  });
  const asked = options.steps === 'everyone' ? undefined : new Set(options.steps ?? []);
  const engineOf = perVariant((variant) => engineFor(resolution, variant, rows, actuals));
  const context: Context = {
    issues,
    plan,
    words: resolution.words,
    rows,
    engineOf,
    period: daysInForce(plan.document),
    safe: numberOf(safeShare(plan.document) as Literal),
    wantsSteps: (id) => asked === undefined || asked.has(id),
  };
  const decide = decisionsIn({ plan, words: resolution.words, asOf: options.asOf }, data);
  for (const [index, person] of data.people.people.entries()) {
    const bar = barred.get(person.id);
    const resolved = bar ? { faults: [bar] } : (resolution.resolved[index] as Resolved);
    const found = awardOf(person, resolved, participants, context);
    yield decide === undefined ? found : afterDecision(person, found, { ...context, decide });
  }
  const use = pools && poolUseOf(plan, engineOf(STANDARD), rows);
  if (use) pools.push(use);
}

function engineFor(
  { plan, programOf, words }: Resolution,
  variant: Variant,
  rows: BoundRows,
  actuals: BoundActuals,
): Engine {
  const { document } = plan;
  const program = programOf(variant);
  const outline = worded(program.outline, words);
  const facts = factsOf({ document, program }, rows, actuals, words);
  return {
    program,
    outline,
    words,
    evaluator: createEvaluator(program, rows),
    facts,
    hides: masksOf(document, program, rows, facts.responses),
    partsOf: partsOf(outline),
    lines: planLines(outline),
  };
}

interface Context {
  /** What is found on the way. */
  readonly issues: Set<Issue>;
  readonly plan: Plan;
  readonly words: Words;
  readonly rows: BoundRows;
  engineOf(variant: Variant): Engine;
  /** The days on which the plan is in force, which all its awards share. */
  readonly period: Period;
  /** The share of target that is safe. */
  readonly safe: Ratio;
  wantsSteps(person: string): boolean;
}

function awardOf(
  person: Person,
  resolved: Resolved,
  participants: readonly Participant[],
  context: Context,
): SeenAward {
  if ('participant' in resolved)
    return evaluate(participants[resolved.participant] as Participant, resolved.participant, context);
  if ('faults' in resolved) return { award: withheld(person, context, resolved.faults) };
  return { award: draftOf(person, context.plan, context.period, 'notEligible', [resolved.reason]) };
}

/** What was decided comes last; who has a decision that cannot be applied is withheld. */
function afterDecision(
  person: Person,
  { award, seen }: SeenAward,
  context: Context & { readonly decide: Decide },
): SeenAward {
  const after = context.decide(award, seen?.participant, context.issues);
  if ('faults' in after) return { award: withheld(person, context, after.faults) };
  return { award: after.award, ...(seen && { seen }) };
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
function evaluate(participant: Participant, row: number, context: Context): SeenAward {
  const { plan, rows } = context;
  const { person, currency, notes } = participant;
  const engine = context.engineOf(participant.variant);
  const { program, evaluator } = engine;
  const digits = minorDigits(currency) ?? 2;
  const amount = evaluator.value(program.award, 'person', row);
  const target = program.target === undefined ? undefined : evaluator.value(program.target, 'person', row);
  const unit = evaluator.value(program.awardUnit, 'person', row);
  if (isFault(amount) || (target !== undefined && isFault(target)) || isFault(unit))
    return { award: withheld(person, context, issuesOf([amount, target ?? unit, unit])) };
  if (isFiner(unit as Ratio, digits)) return { award: withheld(person, context, [finer(participant, plan)]) };
  const paid = (amount as Ratio).n !== 0n;
  const counted = rows.counted(row);
  const reasons = paid
    ? NOTHING
    : zeroReasons(program, evaluator, row, counted, target as Ratio | undefined, context.words);
  const award = draftOf(person, plan, context.period, paid ? 'paid' : 'zero', reasons);
  award.currency = currency;
  award.amount = unitsToText(unitsOf(amount as Ratio, digits), digits);
  if (target !== undefined)
    splitTarget(award, context, [target as Ratio, unit as Ratio, basePayOf(engine, row)], digits);
  const status = engine.facts.restsOn(counted);
  if (status !== undefined) award.restsOn = status;
  if (notes.length > 0) award.notes = notes;
  const seen: Seen = { engine, rows, participant, row };
  if (!context.wantsSteps(person.id)) return { award, seen };
  const readers = readersIn(seen);
  return { award: { ...award, ...traceOf(seen, readers) }, seen: { ...seen, readers } };
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

/** What of target is for base pay put at risk, of which nothing is safe. */
function basePayOf({ program, evaluator }: Engine, row: number): Ratio {
  const value = program.basePay === undefined ? ZERO : evaluator.value(program.basePay, 'person', row);
  return isFault(value) ? ZERO : (value as Ratio);
}

/** Target, its safe part and the rest, rounded as the award is, the rest by difference: they sum. */
function splitTarget(
  award: Draft,
  { plan, safe }: Context,
  [target, unit, basePay]: readonly [Ratio, Ratio, Ratio],
  digits: number,
): void {
  const { mode } = plan.document.rounding?.award ?? AWARD_ROUNDING;
  const whole = roundToUnits(target, unit, { mode, digits });
  const own = basePay.n === 0n ? target : subtract(target, basePay);
  const safePart = safe.n === 0n ? 0n : roundToUnits(multiply(own, safe), unit, { mode, digits });
  award.target = unitsToText(whole, digits);
  award.safe = unitsToText(safePart, digits);
  award.atRisk = unitsToText(whole - safePart, digits);
}

function finer({ person, currency, segments }: Participant, { document }: Plan): Issue {
  const at = (segments[0] as Segment).assignment.at;
  return issue({
    code: 'run.rounding.finer',
    at,
    path: ['rounding', 'award', 'to'],
    message: `The plan rounds to ${document.rounding?.award?.to}, and ${currency} has no such unit (person ${JSON.stringify(person.id)})`,
    expected: 'to: currency, or a multiple of its smallest unit',
    hint: 'Correct the plan; the person is withheld until then',
  });
}
