import type { Plan } from '../concepts/parse-plan.js';
import { type Issue, issue } from '../issue/issue.js';
import { ratioOfDecimal, toExactText } from '../num/decimal.js';
import { divide } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { isFault } from '../program/value.js';
import type { Data } from '../run/calculate.js';
import type { SeenAward } from '../run/calculate-plan.js';
import type { Seen } from '../run/seen.js';
import { totalsOf } from '../run/totals.js';
import type { Day } from '../time/day.js';
import { outcomeOf } from './outcome.js';
import { overlay } from './overlay.js';
import { readScenario, type Scenario } from './scenario.js';

/** A past year: its people and actuals, and what of the plan was otherwise then, such as its period and targets. */
export interface PastYear {
  readonly name: string;
  readonly data: Data;
  readonly asOf: Day;
  readonly plan?: NonNullable<Scenario['plan']>;
}

/** How often a gate or a goal did what people fear or hope. */
export interface Held {
  readonly name: string;
  /** People on whom it was judged. */
  readonly people: number;
  /** Of a gate: for whom it was closed; of a goal: whom it paid something. */
  readonly count: number;
}

/** What a plan would have cost in a year. */
export interface YearAnswer {
  readonly year: string;
  readonly totals: readonly {
    readonly plan: string;
    readonly currency: string;
    readonly people: number;
    readonly amount: string;
    readonly target?: string;
    /** Cost ÷ target, an exact ratio. */
    readonly ofTarget?: string;
  }[];
  readonly withheld: number;
  readonly gatesClosed: readonly Held[];
  readonly goalsPaid: readonly Held[];
  readonly issues: readonly Issue[];
}

/** Years beside each other, and goals whose threshold was met by nobody, or by everybody, in every year. */
export interface BackTest {
  readonly years: readonly YearAnswer[];
  readonly neverMet: readonly string[];
  readonly alwaysMet: readonly string[];
}

/**
 * A plan on the people and actuals of past years: what it would have cost, which gates would have closed, and which
 * thresholds nobody, or everybody, would have met.
 *
 * Formula:  ofTarget = Σ awards ÷ Σ target of a plan and currency
 * Issues:   those of scenarios and of the run, by year
 * @example  backTest([plan], [{ name: '2025', data, asOf: '2026-01-31', plan: { 'period/start': '2025-01-01', 'period/end': '2025-12-31' } }])
 */
export function backTest(plans: readonly Plan[], years: readonly PastYear[]): BackTest {
  const answers = years.map((year) => yearAnswer(plans, year));
  const known = answers.filter(({ issues }) => issues.length === 0);
  const names = [...new Set(known.flatMap(({ goalsPaid }) => goalsPaid.map(({ name }) => name)))];
  const held = (name: string) =>
    known.flatMap(({ goalsPaid }) => goalsPaid.filter((one) => one.name === name));
  return {
    years: answers,
    neverMet: names.filter((name) => held(name).every(({ count }) => count === 0)),
    alwaysMet: names.filter((name) => held(name).every(({ count, people }) => count === people)),
  };
}

function yearAnswer(plans: readonly Plan[], { name, data, asOf, plan }: PastYear): YearAnswer {
  const read = plan === undefined ? { edits: [], issues: [] } : readScenario(name, { plan });
  const then = overlay({ plans, data, asOf }, read.edits);
  const issues = [...read.issues, ...then.issues];
  const seen = issues.length > 0 ? [] : outcomeOf(then);
  if (issues.length === 0 && seen.length === 0) issues.push(nobody(name));
  return {
    year: name,
    totals: totalsOf(seen.map(({ award }) => award)).map(
      ({ plan: id, currency, people, amount, target }) => ({
        plan: id,
        currency,
        people,
        amount,
        ...(target !== undefined && { target }),
        ...(target !== undefined &&
          isSome(target) && {
            ofTarget: toExactText(divide(ratioOfDecimal(amount), ratioOfDecimal(target))),
          }),
      }),
    ),
    withheld: seen.filter(({ award }) => award.status === 'withheld').length,
    gatesClosed: heldIn(seen, 'gate'),
    goalsPaid: heldIn(seen, 'goal'),
    issues,
  };
}

function isSome(amount: string): boolean {
  return /[1-9]/.test(amount);
}

/** Each gate, for whom it was closed; each goal, whom it paid more than nothing. */
function heldIn(seen: readonly SeenAward[], stage: 'gate' | 'goal'): Held[] {
  const counts = new Map<string, { people: number; count: number }>();
  const places = new Map<Seen['engine'], readonly Outline[]>();
  for (const { seen: one } of seen) {
    if (!one) continue;
    const known = places.get(one.engine) ?? placesIn(one.engine.outline, stage);
    places.set(one.engine, known);
    for (const place of known) {
      const name = String(place.name);
      const own = counts.get(name) ?? { people: 0, count: 0 };
      own.people += 1;
      if (isHeld(place, stage, one)) own.count += 1;
      counts.set(name, own);
    }
  }
  return [...counts].map(([name, own]) => ({ name, ...own }));
}

/** The named gates and goals of an outline, each once. */
function placesIn(outline: Outline, stage: 'gate' | 'goal'): readonly Outline[] {
  const isIt =
    outline.stage === stage && outline.name !== undefined && (stage === 'goal' || outline.role === 'when');
  const inner = outline.children.flatMap((child) => placesIn(child, stage));
  const all = isIt ? [outline, ...inner.filter((one) => one.name !== outline.name)] : inner;
  return [...new Map(all.map((one) => [String(one.name), one])).values()];
}

/** Closed on any day that counts; paid on any day that counts. */
function isHeld(place: Outline, stage: 'gate' | 'goal', { engine, rows, row }: Seen): boolean {
  const { operand, scope } =
    stage === 'gate' ? { operand: place.children[0]?.operand ?? place.operand, scope: place.scope } : place;
  const isWhole = scope === 'company' || scope === 'person';
  const values = isWhole
    ? [engine.evaluator.value(operand, 'person', row)]
    : rows.counted(row).map((segment) => engine.evaluator.value(operand, 'segment', segment));
  if (stage === 'gate') return values.some((value) => value === false);
  return values.some((value) => typeof value === 'object' && !isFault(value) && value.n !== 0n);
}

function nobody(year: string): Issue {
  return issue({
    code: 'whatif.scenario.form',
    path: [year],
    message: 'Nothing was calculated for this year',
    expected: 'people, and a day as YYYY-MM-DD in asOf',
    hint: 'Calculate the year by itself to see what is wrong',
  });
}
