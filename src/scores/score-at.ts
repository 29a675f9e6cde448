import { numberOf } from '../concepts/concept.js';
import { conceptOf } from '../concepts/concepts.js';
import type { Plan } from '../concepts/parse-plan.js';
import type { Evaluator } from '../exact/evaluate.js';
import { readersOf } from '../explain/reader.js';
import { exactValue } from '../explain/show.js';
import type { Issue } from '../issue/issue.js';
import { toNumber } from '../metrics/estimate.js';
import type { Literal } from '../num/literal.js';
import { compare, type Ratio } from '../num/ratio.js';
import { type MetricDocument, metricKey } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';
import type { Outline } from '../program/outline.js';
import { isFault, type Value } from '../program/value.js';
import type { BoundActuals } from '../run/bind-actuals.js';
import { otherIntervals } from './intervals.js';
import type { Place } from './score-places.js';
import type { ScoreSteps } from './score-program.js';
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
  const policy = policyOf(document, { measured, counts }, steps.enough && value(steps.enough.operand));
  const isMasked = isBelow(responses, document.sample?.shownFrom);
  const actual = at.bound.find(metricKey(place.metric, place.during), place.group);
  return {
    plan: plan.id,
    metric: place.metric,
    ...(document.title !== undefined && { title: document.title }),
    kind: document.kind,
    level: place.level,
    ...(place.group !== undefined && { group: place.group }),
    ...(place.during !== undefined && { period: place.during }),
    ...(!('fault' in actual) && { status: actual.status }),
    ...(!('fault' in actual) && actual.measuredOn !== undefined && { measuredOn: actual.measuredOn }),
    ...(!isFault(responses) && { responses: toNumber(responses as Ratio) }),
    ...shown(measured, counts, { policy, isMasked }),
    policy,
    how: isMasked && isOwn(policy) ? hidden(document) : howOf(at, policy),
    intervals: isMasked ? [] : intervalsOf(at, document, measured, responses),
    flags: steps.flags
      .filter((flag) => value(flag.operand) === true)
      .map(({ outline }) => outline.name ?? ''),
    ...(isMasked && { masked: true }),
    issues: issuesOf(measured, counts, policy),
  };
}

interface Shown {
  readonly policy: Policy;
  readonly isMasked: boolean;
}

/** The score, and what counts; of a group that is too small only what does not come from its score. */
function shown(
  measured: Value,
  counts: Value,
  { policy, isMasked }: Shown,
): Pick<MetricScore, 'measured' | 'counts'> {
  const [own, paid] = [exactValue(measured), exactValue(counts)];
  return {
    ...(typeof own === 'string' && !isMasked && { measured: own }),
    ...(typeof paid === 'string' && !(isMasked && isOwn(policy)) && { counts: paid }),
  };
}

/** Whether what counts follows from the score itself, and would show it. */
function isOwn(policy: Policy): boolean {
  return ['measured', 'bound', 'blended', 'unknown'].includes(policy);
}

function hidden({ sample }: MetricDocument): string {
  return `fewer than ${sample?.shownFrom} responses: the score is not shown`;
}

function isBelow(responses: Value, least: Literal | undefined): boolean {
  return least !== undefined && (isFault(responses) || compare(responses as Ratio, numberOf(least)) < 0);
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
    segments: [],
    places: [],
    currency: document.metrics[place.metric]?.currency ?? '',
    fact(metric, { level }) {
      const actual = bound.find(
        metric,
        (level ?? place.level) === place.level ? place.group : place.groups[level ?? ''],
      );
      if ('fault' in actual) return undefined;
      return {
        group: undefined,
        status: actual.status,
        measuredOn: actual.measuredOn,
        responses: actual.responses,
      };
    },
    groupOf: () => row,
    words: () => undefined,
  });
  const { outline } = steps.counted;
  if (isFault(person.value(outline.operand))) return '';
  return conceptOf(outline.role)?.say(outline, person) ?? '';
}

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
