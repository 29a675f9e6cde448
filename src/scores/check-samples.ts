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
  /** In the order of the plan: what is read, in the unit of the metric, and the payout. */
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
  const direction = directionRead(goal, document);
  const { points } = lowerCurve(goal.curve, '0', direction).curve;
  const read = points.map(([x, y]) => [literalValue(x), literalValue(y)] as const);
  if (scale === undefined || read.some(([x, y]) => !x || !y)) return undefined;
  const known = (read as [Ratio, Ratio][]).map(([x, y]) => [multiply(x, scale), y] as const);
  const ascending = known.toSorted(([a], [b]) => compare(a, b));
  const way = wayToTarget(direction === 'lower' ? ascending.toReversed() : ascending);
  if (way === undefined) return undefined;
  const { threshold, target } = way;
  const { pays } = metric.sample ?? {};
  return {
    goal,
    name: goalName(goal, document),
    metric,
    atLeast: numberOf(atLeast),
    confidence: typeof pays === 'object' ? pays.bound : CONFIDENCE,
    points: known,
    threshold,
    target,
  };
}

/**
 * From where the curve pays least to where it pays target, worst point first: what a score has to go to be paid in full.
 * Where no point pays exactly target it lies between two.
 */
function wayToTarget(
  points: Staked['points'],
): { readonly threshold: Ratio; readonly target: Ratio } | undefined {
  const at = points.findIndex(([, y]) => compare(y, ONE) >= 0);
  const [before, reached] = [points[at - 1], points[at]];
  if (!before || !reached) return undefined;
  const share = divide(subtract(ONE, before[1]), subtract(reached[1], before[1]));
  const target = add(before[0], multiply(share, subtract(reached[0], before[0])));
  const threshold = points
    .slice(0, at)
    .reduce((least, one) => (compare(one[1], least[1]) <= 0 ? one : least))[0];
  return equal(threshold, target) ? undefined : { threshold, target };
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
  return multiply(subtract(high, low), ownWeight(metric, responses));
}

/** How much of a score pays: a blended one moves only by its own weight. */
function ownWeight({ sample }: MetricDocument, responses: Ratio): Ratio {
  const strength = sample?.pays === 'blended' ? sample.credibility?.strength : undefined;
  return strength === undefined ? ONE : divide(responses, add(responses, numberOf(strength)));
}

function withoutPassives(score: Ratio, responses: Ratio) {
  const promoters = multiply(responses, multiply(HALF, add(ONE, divide(score, HUNDRED))));
  return { promoters, passives: ratio(0), detractors: subtract(responses, promoters) };
}

/** More responses than any survey has are not looked for. */
const MOST = 1_000_000n;

/** The fewest responses at which the interval is no wider than the way to target. */
function needed(staked: Staked, distance: Ratio): bigint | undefined {
  // A blended score moves less for few responses, too: no number of them is the fewest.
  if (staked.metric.sample?.pays === 'blended') return undefined;
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
  const inWords = (value: Ratio) => {
    const points = isShare ? multiply(value, HUNDRED) : value;
    return `${toFixed(points, compare(points, ONE) < 0 ? 3 : 1)} ${isShare ? 'percentage points' : 'points'}`;
  };
  const width = widthAt(staked, atLeast);
  const enough = needed(staked, distance);
  return issue({
    code: 'plan.sample.noise',
    path: ['goals', index],
    message: `${goal.weight} hangs on ${JSON.stringify(name)}, which may rest on ${toExactText(atLeast)} responses: its ${confidence} interval at target is then ${inWords(width)} wide, and from threshold to target it is ${inWords(distance)}${noiseText(staked)}`,
    expected:
      enough === undefined
        ? 'a longer way from threshold to target, or a greater strength of credibility'
        : `at least ${enough} responses`,
    hint: 'Raise sample.atLeast, measure a wider level, blend by credibility, or stake less on it',
    ...(goal.source !== undefined && { source: goal.source }),
  });
}

/** The share of the payout's variance that is luck, where the plan says how much true rates differ. */
function noiseText({ metric, target, points, atLeast }: Staked): string {
  const strength = metric.sample?.credibility?.strength;
  if (
    metric.sample?.pays === 'blended' ||
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
