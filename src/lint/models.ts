import { type Issue, issue, quote } from '../issue/issue.js';
import { toNumber } from '../metrics/estimate.js';
import { upperTail } from '../metrics/normal.js';
import { fieldsOf, numberAt } from '../metrics/read.js';
import { anyNumber, positive } from '../metrics/rules.js';
import type { Literal } from '../num/literal.js';
import { compare, divide, equal, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import { metricIn, type PlanDocument } from '../plan/document.js';
import type { Outline } from '../program/outline.js';
import type { Value } from '../program/value.js';
import { isValueStep, movesBehind } from './places.js';
import type { Linting } from './setting.js';
import type { Piece } from './shape.js';
import { asNumber } from './typical.js';

/** What somebody expects of a metric: about this value, so far off on either side; normal. In the unit of the metric. */
export interface MetricModel {
  readonly mean: Literal;
  readonly sd: Literal;
}

export type Models = ReadonlyMap<string, { readonly mean: Ratio; readonly sd: Ratio }>;

/** The models that were stated; what cannot stand is told. */
export function modelsOf(given: unknown, document: PlanDocument, issues: Issue[]): Models {
  const models = new Map<string, { readonly mean: Ratio; readonly sd: Ratio }>();
  for (const [metric, raw] of Object.entries(given ?? {})) {
    if (metricIn(document, metric) === undefined) issues.push(noMetric(metric, document));
    const fields = fieldsOf(raw, ['mean', 'sd'], issues, ['models', metric]);
    const [mean, sd] = [numberAt(fields, 'mean', anyNumber), numberAt(fields, 'sd', positive)];
    if (mean && sd) models.set(metric, { mean, sd });
  }
  return models;
}

function noMetric(metric: string, { metrics }: PlanDocument): Issue {
  return issue({
    code: 'lint.model.metric',
    path: ['models', metric],
    message: `The plan has no metric ${quote(metric)} that could be expected to be anything`,
    expected: `one of ${Object.keys(metrics).join(', ')}`,
    hint: 'Name the metric as the plan does',
  });
}

/**
 * How likely what a part of the plan reads falls into some stretches, by the model of the one metric it rests on; an
 * estimate, and undefined where there is no model or the reading is no straight line over the metric.
 *
 * Formula:  Σ over stretches of Φ((to − mean) ÷ sd) − Φ((from − mean) ÷ sd)
 */
export function chanceOf(part: Outline, pieces: readonly Piece[], linting: Linting): number | undefined {
  const read = modelRead(part, linting);
  if (!read) return undefined;
  const below = (x: Ratio | undefined, open: number) =>
    x ? 1 - upperTail(toNumber(divide(subtract(x, read.mean), read.sd))) : open;
  return pieces.reduce((sum, { from, to }) => sum + below(to, 1) - below(from, 0), 0);
}

/** The model of a metric as the part reads it. */
function modelRead({ operand }: Outline, { typical, models }: Linting) {
  const [move, other] = movesBehind(operand, typical.program, typical.moves);
  const model = move?.kind === 'metric' && !other ? models.get(move.name) : undefined;
  if (!move || !model) return undefined;
  const steps = move.steps.filter((index) => isValueStep(typical.program.steps[index]));
  const reads = (value: Ratio) =>
    asNumber(typical.valueWith(operand, new Map<number, Value>(steps.map((step) => [step, value]))));
  const { mean, sd } = model;
  const [low, middle, high] = [subtract(mean, sd), mean, subtract(mean, { n: -sd.n, d: sd.d })].map(reads);
  if (!low || !middle || !high) return undefined;
  const [before, after] = [subtract(middle, low), subtract(high, middle)];
  if (!equal(before, after) || sign(after) === 0) return undefined;
  return { mean: middle, sd: compare(after, ratio(0)) > 0 ? after : { n: -after.n, d: after.d } };
}
