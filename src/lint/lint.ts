import type { Plan } from '../concepts/parse-plan.js';
import type { Actuals } from '../data/actuals.js';
import { hasErrors, type Issue } from '../issue/issue.js';
import { type Judged, judgedOf, saidBeforePool, withoutPool } from './before-pool.js';
import { curveCliffs, gateCliffs } from './cliffs.js';
import type { Finding } from './finding.js';
import { decidedGates, idleGates } from './gates.js';
import { readHistory } from './history.js';
import { type LintLimits, limitsOf } from './limits.js';
import { type MetricModel, modelsOf } from './models.js';
import { noisyMetrics } from './noise.js';
import { peopleWithoutInfluence } from './people.js';
import { type LintData, readPeople } from './people-seen.js';
import { placesOf } from './places.js';
import type { Linting } from './setting.js';
import { deadZones, kinks } from './stretches.js';
import { drowningMetric } from './swings.js';
import { thresholdsInHistory } from './thresholds.js';
import { typicalOf } from './typical.js';
import { smallWeights } from './weights.js';

export interface LintOptions {
  /** People with their results: findings are told in money, and people who cannot move their award are found. */
  readonly data?: LintData;
  /** Actuals of past years, one set each or all in one: every row is a past result. */
  readonly history?: readonly Actuals[];
  /** What is expected of metrics, by name: dead zones are told by how likely results fall there. */
  readonly models?: Readonly<Record<string, MetricModel>>;
  /** From where on something is worth arguing about. */
  readonly limits?: LintLimits;
}

/** What speaks against a plan, errors first; and what was wrong with what it was looked at with. */
export interface LintReport {
  readonly plan: string;
  readonly version: string;
  /** What the findings are of: what each person gets of a pool hangs on all others, and is not looked at. */
  readonly judged: Judged;
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
}

const RULES: readonly ((linting: Linting) => Finding[])[] = [
  curveCliffs,
  gateCliffs,
  deadZones,
  kinks,
  thresholdsInHistory,
  smallWeights,
  decidedGates,
  idleGates,
  noisyMetrics,
  drowningMetric,
  peopleWithoutInfluence,
];

/**
 * Argues with a plan: cliffs, dead zones, kinks, thresholds that history says are always or never met, weights too small to
 * matter, gates that never close or change nothing, scores from too few responses, one result that drowns the others, and
 * people who cannot move their award. Each finding names the clause, its figures and a remedy. The steps that pay are
 * read, of formulas as of goals; curves whose points are calculated are not looked at. A plan with a pool is judged by what
 * it pays before it.
 *
 * Units:    shares of target with everything else at target; figures are exact decimals, or p/q where they do not end
 * Rounds:   never; money for the people given to the currency
 * Issues:   lint.*, plan.gate.never, plan.sample.noise
 * Source:   limits.ts
 * @example  lint(plan, { history: [last, before] }).findings.map(({ code }) => code)
 */
export function lint(
  given: Plan,
  { data, history, models: stated, limits: givenLimits }: LintOptions = {},
): LintReport {
  const judged = judgedOf(given);
  const isBeforePool = judged === 'award before the pool';
  const plan = isBeforePool ? withoutPool(given) : given;
  const issues: Issue[] = [];
  const limits = limitsOf(givenLimits, issues);
  const models = modelsOf(stated, plan.document, issues);
  const head = { plan: plan.id, version: plan.version, judged };
  if (hasErrors(issues)) return { ...head, findings: [], issues };
  const linting: Linting = {
    plan,
    limits,
    models,
    places: placesOf(plan.program, plan.document),
    typical: typicalOf(plan.program, plan.document),
    history: history && readHistory(history, plan.document, issues),
    people: data && readPeople(plan, data, issues),
  };
  const found = RULES.flatMap((rule) => rule(linting));
  const findings = isBeforePool ? found.map(saidBeforePool) : found;
  const [errors, warnings] = (['error', 'warning'] as const).map((level) =>
    findings.filter(({ severity }) => severity === level),
  );
  return { ...head, findings: [...(errors ?? []), ...(warnings ?? [])], issues: [...new Set(issues)] };
}
