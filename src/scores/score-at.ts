import { numberOf, type Reader } from '../concepts/concept.js';
import { conceptOf } from '../concepts/concepts.js';
import type { Plan } from '../concepts/parse-plan.js';
import { countsText } from '../data/counts.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Issue } from '../issue/issue.js';
import { toNumber } from '../metrics/estimate.js';
import type { Literal } from '../num/literal.js';
import { compare, type Ratio } from '../num/ratio.js';
import { type MetricDocument, metricKey } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';
import type { Outline } from '../program/outline.js';
import { isFault, type Value } from '../program/value.js';
import type { BoundActuals } from '../run/bind-actuals.js';
import { readersOf } from '../trace/reader.js';
import { exactValue } from '../trace/show.js';
import { english } from '../words/english.js';
import { nameIn } from '../words/words.js';
import { otherIntervals } from './intervals.js';
import type { Place } from './score-places.js';
import type { Behind, ScoreSteps } from './score-program.js';
import type { MetricScore, Policy } from './score-report.js';

/** A score at its place, ready to be read. */
export interface At {
  readonly place: Place;
  readonly row: number;
  readonly steps: ScoreSteps;
  readonly plan: Plan;
  readonly evaluator: Evaluator;
  readonly bound: BoundActuals;
  readonly confidence: Literal;
}

/** One score as the report has it. */
export function scoreAt(at: At): MetricScore {
  const { place, plan, steps } = at;
  const document = plan.document.metrics[place.metric] as MetricDocument;
  const value = (operand: Outline['operand']) => at.evaluator.value(operand, 'segment', at.row);
  const [measured, counts, responses] = [steps.measured, steps.counted, steps.responses].map((one) =>
    value(one.operand),
  ) as [Value, Value, Value];
  const enough = steps.enough && value(steps.enough.operand);
  const policy =
    place.level === document.level
      ? policyOf(document, { measured, counts }, enough)
      : policyElsewhere(document, counts);
  // Where nothing was measured there is nothing to hide, and why is told.
  const isMasked = !isFault(measured) && isBelow(responses, document.sample?.shownFrom);
  const isHidden = (isMasked && isOwn(policy)) || showsWider(at, document, policy, value);
  const actual = at.bound.find(metricKey(place.metric, place.during), place.group);
  return {
    plan: plan.id,
    metric: place.metric,
    ...(document.title !== undefined && { title: document.title }),
    kind: document.kind,
    level: place.level,
    ...(place.group !== undefined && { group: place.group }),
    ...besideOf(place),
    ...(place.during !== undefined && { period: place.during }),
    ...(!('fault' in actual) && { status: actual.status }),
    ...(!('fault' in actual) && actual.measuredOn !== undefined && { measuredOn: actual.measuredOn }),
    ...(!isFault(responses) && { responses: toNumber(responses as Ratio) }),
    ...shown(measured, counts, { isMasked, isHidden }),
    policy,
    how:
      isHidden || showsEarlier(at, document, value)
        ? hidden(document, responses, isMasked)
        : howOf(at, policy),
    intervals: isMasked ? [] : intervalsOf(at, document, measured, responses),
    // Of what was not measured nothing is worth a look but that.
    flags: isMasked || isFault(measured) ? [] : flagsAt(at, value),
    ...(isMasked && { masked: true }),
    issues: issuesOf(measured, counts, policy),
  };
}

interface Shown {
  readonly isMasked: boolean;
  readonly isHidden: boolean;
}

/** The groups of wider levels that it is looked at beside. */
function besideOf({ groups, level }: Place): Pick<MetricScore, 'beside'> {
  const { [level]: _own, ...others } = groups;
  return Object.keys(others).length === 0 ? {} : { beside: others };
}

/** The score, and what counts; of a group that is too small only what does not come from its score. */
function shown(
  measured: Value,
  counts: Value,
  { isMasked, isHidden }: Shown,
): Pick<MetricScore, 'measured' | 'counts'> {
  const [own, paid] = [exactValue(measured), exactValue(counts)];
  return {
    ...(typeof own === 'string' && !isMasked && { measured: own }),
    ...(typeof paid === 'string' && !isHidden && { counts: paid }),
  };
}

/** The flags that are raised, and those for which a count is missing. */
function flagsAt({ steps }: At, value: ValueOf): string[] {
  return steps.flags.flatMap(({ operand, outline: { name: own = '' } }) => {
    const name = nameIn(english, own);
    const raised = value(operand);
    return isFault(raised) ? [`not known: ${name}`] : raised === true ? [name] : [];
  });
}

type ValueOf = (operand: Outline['operand']) => Value;

/** Whether what counts would show the score of a wider group that is too small to be shown. */
function showsWider({ steps }: At, document: MetricDocument, policy: Policy, value: ValueOf): boolean {
  const isUsed = policy === 'widerLevel' || policy === 'blended';
  return isUsed && isTooSmall(steps.behind.wider, document, value);
}

/** Whether how it came about would show the score of the period before. */
function showsEarlier({ steps }: At, document: MetricDocument, value: ValueOf): boolean {
  return isTooSmall(steps.behind.earlier, document, value);
}

/** Whether another score is one that may not be shown; where there is none there is nothing to show. */
function isTooSmall(other: Behind | undefined, { sample }: MetricDocument, value: ValueOf): boolean {
  if (other === undefined || isFault(value(other.measured.operand))) return false;
  return isBelow(value(other.responses.operand), sample?.shownFrom);
}

/** Whether what counts follows from the score itself, and would show it. */
function isOwn(policy: Policy): boolean {
  return ['measured', 'bound', 'blended', 'unknown'].includes(policy);
}

/** Why something is not shown: the score itself, or another that it came from. */
function hidden({ sample }: MetricDocument, responses: Value, isMasked: boolean): string {
  const few = `fewer than ${sample?.shownFrom} responses`;
  if (!isMasked) return `another score behind it rests on ${few} and is not shown`;
  return isFault(responses)
    ? 'the number of responses is not known: the score is not shown'
    : `${few}: the score is not shown`;
}

function isBelow(responses: Value, least: Literal | undefined): boolean {
  return least !== undefined && (isFault(responses) || compare(responses as Ratio, numberOf(least)) < 0);
}

/** What became of a score at another level than its own, which no goal reads and nothing stands for. */
function policyElsewhere({ sample }: MetricDocument, counts: Value): Policy {
  if (isFault(counts)) return 'unknown';
  return typeof sample?.pays === 'object' ? 'bound' : 'measured';
}

/** What became of a score. */
function policyOf(
  { sample }: MetricDocument,
  { measured, counts }: { readonly measured: Value; readonly counts: Value },
  enough: Value | undefined,
): Policy {
  const { tooFew, pays } = sample ?? {};
  if (enough === false && typeof tooFew === 'string') return tooFew === 'blend' ? 'blended' : tooFew;
  if (isFault(counts)) return 'unknown';
  if (enough === false) return 'widerLevel';
  if (typeof pays === 'object') return 'bound';
  return pays === 'blended' ? 'blended' : isFault(measured) ? 'unknown' : 'measured';
}

const GOAL_WORDS: Partial<Record<Policy, string>> = {
  spread: 'too few responses: the weight of its goals goes to the others',
  payTarget: 'too few responses: its goals pay target',
  payZero: 'too few responses: its goals pay nothing',
};

/** How what counts came about. */
function howOf(at: At, policy: Policy): string {
  const words = GOAL_WORDS[policy];
  if (words !== undefined) return words;
  const { evaluator, row, steps, bound, place } = at;
  const { document } = at.plan;
  const { person } = readersOf({
    evaluator: { value: (operand) => evaluator.value(operand, 'segment', row) },
    person: row,
    own: [],
    segments: [],
    places: [],
    currency: document.metrics[place.metric]?.currency ?? '',
    fact(metric, { level }) {
      const actual = bound.find(
        metric,
        (level ?? place.level) === place.level ? place.group : place.groups[level ?? ''],
      );
      if ('fault' in actual) return undefined;
      const { status, measuredOn, responses } = actual;
      return { group: undefined, status, measuredOn, responses, counted: countsText(actual) };
    },
    groupOf: () => row,
    origin: () => undefined,
    words: english,
  });
  const layers = layersOf(steps.counted.outline, person);
  return layers.map((outline) => conceptOf(outline.role)?.say(outline, person) ?? '').join('; ');
}

/** What was made of a score, from the first that changed it: the score as measured stands alone. */
function layersOf(outline: Outline, reader: Reader): readonly Outline[] {
  if (isFault(reader.value(outline.operand))) return [];
  const [inner, condition, instead] = outline.children;
  const taken =
    outline.role === 'sampled' && reader.value((condition as Outline).operand) !== true ? instead : inner;
  const below = taken === undefined || taken.role === 'metric' ? [] : layersOf(taken, reader);
  return [...below.filter(({ role }) => LAYERS.has(role)), outline];
}

const LAYERS = new Set(['bound', 'blended', 'sampled', 'changeLimit', 'deadBand']);

function intervalsOf(at: At, { kind }: MetricDocument, measured: Value, responses: Value) {
  const { steps, confidence } = at;
  if (steps.interval === undefined || isFault(measured) || isFault(responses)) return [];
  const [low, high] = steps.interval.map((end) => at.evaluator.value(end, 'segment', at.row)) as [
    Value,
    Value,
  ];
  const isNps = countedBy(kind) === 'nps';
  const method = isNps ? 'adjusted Wald' : 'Wilson';
  const own =
    isFault(low) || isFault(high)
      ? []
      : [
          {
            method,
            confidence: String(confidence),
            low: toNumber(low as Ratio),
            high: toNumber(high as Ratio),
          },
        ];
  const others = isNps ? [] : otherIntervals(measured as Ratio, responses as Ratio, confidence);
  return [...own, ...others];
}

/** Why a score is not known; that of a score that is replaced is told by its policy. */
function issuesOf(measured: Value, counts: Value, policy: Policy): readonly Issue[] {
  if (isFault(counts) && !(policy in GOAL_WORDS)) return counts.fault;
  return policy === 'unknown' && isFault(measured) ? measured.fault : [];
}
