import type { Plan } from '../concepts/parse-plan.js';
import type { Actuals } from '../data/actuals.js';
import type { People } from '../data/people.js';
import { createEvaluator } from '../exact/evaluate.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { confidenceLevels, zOf } from '../metrics/confidence.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { bindActuals, checkAgainstPlan } from '../run/bind-actuals.js';
import { noDay } from '../run/calculate.js';
import { unmatchedActuals } from '../run/unmatched.js';
import { type Day, isDay } from '../time/day.js';
import { scoreAt } from './score-at.js';
import { placesOf } from './score-places.js';
import { type ScoreSteps, scoreProgram } from './score-program.js';
import type { MetricScore, ScoreReport } from './score-report.js';
import { groupsOfPeople, siteRows } from './sites.js';

export interface ScoreOptions {
  readonly asOf: Day;
  /** Confidence of the intervals that are shown; 95% where not given. Those that pay have that of the plan. */
  readonly confidence?: Literal;
}

/** What scores are looked at on. */
export interface ScoreData {
  readonly actuals: Actuals;
  /** Says which groups belong together, and which have not been measured. */
  readonly people?: People;
}

/**
 * Every score of the metrics of some plans: on how many responses it rests, where the true score may well lie, what
 * counts for pay by the sample rules, and what it would have been without them.
 *
 * Formula:  what counts is calculated by the steps that calculate awards
 * Units:    those of the metric; intervals are estimates, and numbers
 * Issues:   run.as-of.form, scores.confidence.level, scores.level.unknown, and those of actuals
 * @example  scores([plan], { actuals, people }, { asOf: '2027-01-31' }).scores[0]?.responses // 412
 */
export function scores(
  plans: readonly Plan[],
  { actuals, people }: ScoreData,
  options: ScoreOptions,
): ScoreReport {
  const refused = refusalsOf(options);
  const all = refused.length > 0 ? [] : plans.flatMap((plan) => scoresOf(plan, { actuals, people }, options));
  return {
    format: 'variable-pay/scores',
    formatVersion: 1,
    asOf: options.asOf,
    scores: all,
    issues: [
      ...new Set([
        ...refused,
        ...actuals.issues,
        ...(people?.issues ?? []),
        ...unmatchedActuals(plans, actuals, people),
        ...plans.flatMap((plan) => checkAgainstPlan(actuals, plan)),
      ]),
    ],
  };
}

/** What keeps any score from being looked at. */
function refusalsOf({ asOf, confidence = CONFIDENCE }: ScoreOptions): Issue[] {
  const read = readLiteral(confidence);
  const isKnown = isNumber(read) && zOf(read.value) !== undefined;
  return [...(isDay(asOf) ? [] : [noDay(asOf)]), ...(isKnown ? [] : [noLevel(confidence)])];
}

function noLevel(confidence: unknown): Issue {
  return issue({
    code: 'scores.confidence.level',
    path: ['confidence'],
    message: `${quote(confidence)} is not a confidence that intervals are shown at`,
    expected: `one of ${confidenceLevels.join(', ')}`,
    hint: 'Write it as text with its percent sign; npsFromCounts and rateFromCounts take any',
  });
}

/** The confidence of intervals that are shown, where none is asked for. */
const CONFIDENCE = '95%';

function scoresOf(
  plan: Plan,
  { actuals, people }: { readonly actuals: Actuals; readonly people: People | undefined },
  { asOf, confidence = CONFIDENCE }: ScoreOptions,
): MetricScore[] {
  const { metrics, period } = plan.document;
  const groups = groupsOfPeople(people?.people ?? [], period);
  const places = Object.keys(metrics).flatMap((metric) => placesOf(metric, plan, actuals, groups));
  const bound = bindActuals(actuals, metrics, asOf);
  const program = scoreProgram(plan, confidence);
  const steps = places.map((place) => program.of(place));
  const evaluator = createEvaluator({ steps: program.steps }, siteRows(places, bound));
  return places.map((place, row) =>
    scoreAt({ place, row, steps: steps[row] as ScoreSteps, plan, evaluator, bound, confidence }),
  );
}
