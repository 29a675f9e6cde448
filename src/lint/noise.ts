import { goalName } from '../concepts/names.js';
import type { Plan } from '../concepts/parse-plan.js';
import { toExactText } from '../num/decimal.js';
import { compare, type Ratio } from '../num/ratio.js';
import type { MetricDocument } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';
import { checkSampling } from '../scores/check-samples.js';
import type { Finding } from './finding.js';
import type { PastResults } from './history.js';
import type { Linting } from './setting.js';

/**
 * Scores with too few responses for the money on them: the rule of `check`, on the fewest responses that the plan lets
 * count, or, where it says nothing, on the fewest that past results had.
 *
 * Issues:   plan.sample.noise
 */
export function noisyMetrics({ plan, history = [] }: Linting): Finding[] {
  const metrics = Object.fromEntries(
    Object.entries(plan.document.metrics).map(([name, metric]) => [name, withFewest(name, metric, history)]),
  );
  const document = { ...plan.document, metrics } as Plan['document'];
  return checkSampling({ ...plan, document }).map((one): Finding => {
    const goal = document.goals?.[Number(one.path[1])];
    const atLeast = goal?.metric === undefined ? undefined : metrics[goal.metric]?.sample?.atLeast;
    const figures = {
      ...(goal && { weight: String(goal.weight) }),
      ...(atLeast !== undefined && { responses: String(atLeast) }),
    };
    return { ...one, subject: goal ? goalName(goal, document) : '', figures };
  });
}

/** A metric as if the plan let the fewest responses of the past count, where it states no number itself. */
function withFewest(name: string, metric: MetricDocument, history: PastResults): MetricDocument {
  if (metric.sample?.atLeast !== undefined || countedBy(metric.kind) === undefined) return metric;
  const own = history.filter((one) => one.metric === name).flatMap(({ responses }) => responses ?? []);
  if (own.length === 0) return metric;
  const least = own.reduce((a: Ratio, b) => (compare(b, a) < 0 ? b : a));
  return { ...metric, sample: { ...metric.sample, atLeast: toExactText(least) } };
}
