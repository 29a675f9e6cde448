import { literalValue } from '../concepts/check.js';
import { numberOf } from '../concepts/concept.js';
import { lowerCurve } from '../concepts/curve-document.js';
import { goalName } from '../concepts/names.js';
import type { Plan } from '../concepts/parse-plan.js';
import { directionRead } from '../concepts/reading.js';
import { type Issue, issue } from '../issue/issue.js';
import { zOf } from '../metrics/confidence.js';
import { adjustedWald, wilson } from '../metrics/interval.js';
import { noiseShare } from '../metrics/noise.js';
import { toExactText, toFixed } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  ONE,
  type Ratio,
  ratio,
  sign,
  subtract,
} from '../num/ratio.js';
import { type GoalDocument, type MetricDocument, metricIn } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';

const HUNDRED = ratio(100);
const HALF = ratio(1, 2);
/** The interval that the warning looks at where no bound pays. */
const CONFIDENCE = '95%';

/** A goal on a score that is estimated, with what its curve asks of it. */
interface Staked {
  readonly goal: GoalDocument;
  readonly name: string;
  readonly metric: MetricDocument;
  readonly atLeast: Ratio;
  readonly confidence: Literal;
  /** Rising: what is read, in the unit of the metric, and the payout. */
  readonly points: readonly (readonly [Ratio, Ratio])[];
  readonly threshold: Ratio;
  readonly target: Ratio;
}

/**
 * Warnings about money that hangs on luck: a goal whose score, on as few responses as the plan lets count, has an
 * interval wider than the way from threshold to target.
 *
 * Formula:  width of the interval at target, on `atLeast` responses > |target − threshold| of the curve; for an nps
 *           without passives, which is the widest
 * Issues:   plan.sample.noise
 * Source:   noise share, RISK B4: a quarterly retention bonus over 20 accounts is 95 % luck
 */
export function checkSampling({ document }: Plan): Issue[] {
  return (document.goals ?? []).flatMap((goal, index) => {
    const staked = stakedBy(goal, document);
    if (staked === undefined) return [];
    const distance = magnitude(subtract(staked.target, staked.threshold));
    if (compare(widthAt(staked, staked.atLeast), distance) <= 0) return [];
    return [tooWide(staked, distance, index)];
  });
}

function stakedBy(goal: GoalDocument, document: Plan['document']): Staked | undefined {
  const metric = metricIn(document, goal.metric);
  const atLeast = metric?.sample?.atLeast;
  if (!metric || atLeast === undefined || countedBy(metric.kind) === undefined || goal.curve === undefined)
    return undefined;
  const scale = scaleOf(goal, metric);
  const { points } = lowerCurve(goal.curve, '0', directionRead(goal, document)).curve;
  const read = points.map(([x, y]) => [literalValue(x), literalValue(y)] as const);
  if (scale === undefined || read.some(([x, y]) => !x || !y)) return undefined;
  const known = (read as [Ratio, Ratio][]).map(([x, y]) => [multiply(x, scale), y] as const);
  const target = known.find(([, y]) => equal(y, ONE))?.[0];
  const paying = known.filter(([, y]) => sign(y) > 0);
  const lowest = paying.reduce<readonly [Ratio, Ratio] | undefined>(
    (least, one) => (least === undefined || compare(one[1], least[1]) < 0 ? one : least),
    undefined,
  );
  if (target === undefined || lowest === undefined || equal(lowest[0], target)) return undefined;
  const { pays } = metric.sample ?? {};
  return {
    goal,
    name: goalName(goal, document),
    metric,
    atLeast: numberOf(atLeast),
    confidence: typeof pays === 'object' ? pays.bound : CONFIDENCE,
    points: known,
    threshold: lowest[0],
    target,
  };
}

/** What one of what the curve reads is in the unit of the metric; undefined where that is not known beforehand. */
function scaleOf({ reads }: GoalDocument, { target, achievement }: MetricDocument): Ratio | undefined {
  if (reads === undefined || reads === 'value') return ONE;
  const isPlain = reads === 'achievement' && (achievement ?? 'value/target') === 'value/target';
  return isPlain && target !== undefined && typeof target !== 'object' ? numberOf(target) : undefined;
}

/** How wide the interval is at target, on so many responses. */
function widthAt({ metric, target, confidence }: Staked, responses: Ratio): Ratio {
  const z = zOf(numberOf(confidence)) ?? ONE;
  const { low, high } =
    countedBy(metric.kind) === 'nps'
      ? adjustedWald(withoutPassives(target, responses), z)
      : wilson(target, responses, z);
  return subtract(high, low);
}

function withoutPassives(score: Ratio, responses: Ratio) {
  const promoters = multiply(responses, multiply(HALF, add(ONE, divide(score, HUNDRED))));
  return { promoters, passives: ratio(0), detractors: subtract(responses, promoters) };
}

/** More responses than any survey has are not looked for. */
const MOST = 1_000_000n;

/** The fewest responses at which the interval is no wider than the way to target. */
function needed(staked: Staked, distance: Ratio): bigint | undefined {
  const fits = (responses: bigint) => compare(widthAt(staked, ratio(responses)), distance) <= 0;
  if (!fits(MOST)) return undefined;
  let [few, many] = [1n, MOST];
  while (few < many) {
    const middle = (few + many) / 2n;
    if (fits(middle)) many = middle;
    else few = middle + 1n;
  }
  return many;
}

function tooWide(staked: Staked, distance: Ratio, index: number): Issue {
  const { goal, metric, atLeast, confidence, name } = staked;
  const isShare = countedBy(metric.kind) === 'share';
  const inWords = (value: Ratio) =>
    isShare ? `${toFixed(multiply(value, HUNDRED), 1)} percentage points` : `${toFixed(value, 1)} points`;
  const width = widthAt(staked, atLeast);
  const enough = needed(staked, distance);
  return issue({
    code: 'plan.sample.noise',
    path: ['goals', index],
    message: `${goal.weight} hangs on ${JSON.stringify(name)}, which may rest on ${toExactText(atLeast)} responses: its ${confidence} interval at target is then ${inWords(width)} wide, and from threshold to target it is ${inWords(distance)}${noiseText(staked)}`,
    expected: enough === undefined ? 'a longer way from threshold to target' : `at least ${enough} responses`,
    hint: 'Raise sample.atLeast, measure a wider level, blend by credibility, or stake less on it',
    ...(goal.source !== undefined && { source: goal.source }),
  });
}

/** The share of the payout's variance that is luck, where the plan says how much true rates differ. */
function noiseText({ metric, target, points, atLeast }: Staked): string {
  const strength = metric.sample?.credibility?.strength;
  if (
    strength === undefined ||
    countedBy(metric.kind) !== 'share' ||
    compare(points[0]?.[0] ?? ONE, points.at(-1)?.[0] ?? ONE) > 0
  )
    return '';
  const [a, b] = [multiply(target, numberOf(strength)), multiply(subtract(ONE, target), numberOf(strength))];
  const noise = noiseShare({
    prior: { a: toExactText(a), b: toExactText(b) },
    customers: toExactText(atLeast),
    curve: points.map(([x, y]) => [toExactText(x), toExactText(y)] as const),
  });
  return noise.ok ? `; ${Math.round(noise.result.noiseShare * 100)} % of what it pays is luck` : '';
}

function magnitude(value: Ratio): Ratio {
  return sign(value) < 0 ? { n: -value.n, d: value.d } : value;
}
