import { quote } from '../issue/issue.js';
import { zOf } from '../metrics/confidence.js';
import { ONE } from '../num/ratio.js';
import { countedBy } from '../plan/metric-kinds.js';
import type { BoundDocument } from '../plan/sample-rules.js';
import type { Outline } from '../program/outline.js';
import type { Operand, Operation } from '../program/step.js';
import { type Compiled, type Concept, compiled, madeBy, numberOf } from './concept.js';
import { roundingText } from './rounding.js';
import { isLowerBetter, labelOf, readOf, type Score } from './score.js';

/**
 * Cautious bound: the end of a score's confidence interval that pays less, so that pay hangs on what the responses
 * prove.
 *
 * Formula:  the lower end of the two-sided interval, or the upper end where less is better: Wilson for shares, adjusted
 *           Wald for nps
 * Units:    those of the metric
 * Rounds:   as `round` says: a bound is irrational; it is calculated to 40 digits, the same on every machine
 * Issues:   actuals.counts.missing, plan.sample.kind
 * Source:   Wilson 1927; Rocks 2016 (RISK B1, B2)
 */
export const bound: Concept<never> = madeBy('metric', 'bound', {
  say(outline, reader) {
    const { pays, interval, end } = outline.node as BoundOutline;
    const { words } = reader;
    const { bound: told } = words;
    const [, low = '', high = ''] = outline.children.map((child: Outline) => reader.show(child));
    const bound = `${told[end]} ${told.interval(String(pays.bound), low, high)} (${told[interval]})`;
    return told.rounded(bound, roundingText(pays.round, words));
  },
});

interface BoundOutline {
  readonly pays: BoundDocument;
  readonly interval: 'wilson' | 'adjustedWald';
  readonly end: 'upper' | 'lower';
}

/** The bound of a measured score that pays. */
export function boundOfScore(measured: Compiled, pays: BoundDocument, score: Score): Compiled {
  const { compiler, span } = score;
  if (span.periods.length > 1 && span.how !== 'last' && span.how !== 'pooled') reportParts(score);
  const end = isLowerBetter(score) ? 'high' : 'low';
  const [low, high] = intervalOf(measured, pays.bound, score);
  const { unit, scope } = measured;
  // Of very few answers the adjusted interval may lie on the better side of the score; it pays no more than the score.
  const cautious = compiler.add(
    end === 'low'
      ? { op: 'lowest', args: [low, measured.operand] }
      : { op: 'highest', args: [high, measured.operand] },
    unit,
    scope,
  );
  const args = [cautious, numberOf(pays.round.to)] as const;
  const operand = compiler.add({ op: 'round', args, mode: pays.round.mode }, unit, scope);
  const shown = [low, high].map((one) => compiled('measured', {}, { operand: one, unit, scope }));
  const interval = countedBy(score.metric.kind) === 'nps' ? 'adjustedWald' : 'wilson';
  const named = {
    ...labelOf(score, end === 'low' ? 'lower bound' : 'upper bound'),
    pays,
    interval,
    end: end === 'low' ? 'lower' : 'upper',
  };
  return compiled('bound', named, {
    operand,
    unit,
    scope,
    children: [measured, ...shown],
    isLowerBetter: isLowerBetter(score),
  });
}

/** The mean of several scores has no interval of its own; pooled responses have. */
function reportParts({ read, compiler }: Score): void {
  compiler.report({
    code: 'plan.sample.parts',
    path: ['metrics', read.name, 'sample', 'pays'],
    message: `A bound of ${quote(read.name)} is of the responses of several parts of the period, and the plan takes their mean or sum`,
    expected: 'accumulates: pooled, or last',
    hint: 'Pool the parts: each then counts by its responses',
  });
}

/** Both ends of the confidence interval of a score. */
export function intervalOf(
  { operand, unit, scope }: Compiled,
  confidence: string | number,
  score: Score,
): readonly [Operand, Operand] {
  const { compiler, metric } = score;
  const isNps = countedBy(metric.kind) === 'nps';
  const counts = ['promoters', 'passives', 'detractors'] as const;
  // The score is read beside its counts, so that a row nobody can believe has no interval.
  const args = isNps
    ? [operand, ...counts.map((count) => readOf(score, count).operand)]
    : [operand, readOf(score, 'responses').operand];
  const interval = isNps ? 'adjustedWald' : 'wilson';
  const z = zOf(numberOf(confidence)) ?? ONE;
  const at = (end: 'low' | 'high') =>
    compiler.add({ op: 'bound', interval, end, z, args } satisfies Operation, unit, scope);
  return [at('low'), at('high')];
}
