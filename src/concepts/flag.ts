import { ratio } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import type { Operand } from '../program/step.js';
import type { Unit } from '../program/unit.js';
import { type Name, nameIn, told } from '../words/words.js';
import { type Compiled, type Concept, compiled, madeBy, numberOf, type Reader } from './concept.js';
import { spanBefore } from './earlier.js';
import { readOf, type Score } from './score.js';

const MINUS_ONE = ratio(-1n);

/**
 * Flag: something about a score that is worth a look before it pays. A flag changes no pay, unless the plan says that
 * what is flagged counts as too few responses.
 *
 * Formula:  responseRate: responses < rate × invited; tens: |tens ÷ responses − that of the period before| > the limit;
 *           change: |score − that of the period before| > the limit. Without an earlier period, or with one of too few
 *           responses, there is no change
 * Issues:   actuals.counts.missing
 * Source:   begging for tens and choosing who is asked are what is seen where pay hangs on scores (RISK B6: satrixsolutions.com)
 */
export const flag: Concept<never> = madeBy('metric', 'flag', {
  say: (outline, reader) =>
    reader.value(outline.operand) === true ? reader.words.flag.raised : reader.words.flag.notRaised,
});

/** The flags that the rules of a metric ask for, each a condition that holds where it is raised. */
export function flagsOf(score: Score): Compiled[] {
  const { flags = {} } = score.metric.sample ?? {};
  return [
    ...(flags.responseRate === undefined ? [] : [lowResponse(score, flags.responseRate)]),
    ...(flags.tens === undefined ? [] : [moreTens(score, flags.tens)]),
    ...(flags.change === undefined ? [] : [greatChange(score, flags.change)]),
  ];
}

function lowResponse(score: Score, rate: string | number): Compiled {
  const { compiler } = score;
  const [responses, invited] = [readOf(score, 'responses'), readOf(score, 'invited')];
  const { scope, unit } = invited;
  const wanted = compiler.add({ op: 'multiply', args: [invited.operand, numberOf(rate)] }, unit, scope);
  const operand = compiler.add(
    { op: 'compare', relation: 'lessThan', args: [responses.operand, wanted] },
    'condition',
    scope,
  );
  return raised(told('response rate below', String(rate)), operand, scope);
}

/** Shares are compared without dividing: nobody may have responded. */
function moreTens(score: Score, limit: string | number): Compiled {
  const { compiler } = score;
  const [now, before] = [score, earlier(score)].map((one) => ({
    tens: readOf(one, 'tens'),
    responses: readOf(one, 'responses'),
  })) as [Share, Share];
  const { scope, unit } = now.tens;
  const times = (...args: Operand[]) => compiler.add({ op: 'multiply', args }, unit, scope);
  const difference = apart(
    times(now.tens.operand, before.responses.operand),
    times(before.tens.operand, now.responses.operand),
    { unit, scope },
    score,
  );
  const allowed = times(now.responses.operand, before.responses.operand, numberOf(limit));
  return sinceBefore(
    told('share of tens changed by more than', String(limit)),
    [difference, allowed],
    score,
    scope,
  );
}

interface Share {
  readonly tens: ReturnType<typeof readOf>;
  readonly responses: ReturnType<typeof readOf>;
}

function greatChange(score: Score, limit: string | number): Compiled {
  const [now, before] = [readOf(score, 'value'), readOf(earlier(score), 'value')];
  const difference = apart(now.operand, before.operand, now, score);
  return sinceBefore(
    told('changed by more than', String(limit)),
    [difference, numberOf(limit)],
    score,
    now.scope,
  );
}

/** The same score in the period before. */
export function earlier(score: Score): Score {
  const { read, metric, span, compiler } = score;
  return { ...score, span: spanBefore(read, metric, span, compiler) };
}

/** How far two values lie apart. */
function apart(
  a: Operand,
  b: Operand,
  { unit, scope }: { readonly unit: Unit; readonly scope: string },
  { compiler }: Score,
): Operand {
  const negative = (one: Operand) => compiler.add({ op: 'multiply', args: [one, MINUS_ONE] }, unit, scope);
  const up = compiler.add({ op: 'add', args: [a, negative(b)] }, unit, scope);
  return compiler.add({ op: 'highest', args: [up, negative(up)] }, unit, scope);
}

/** A flag that compares with the period before; where there was none, nothing has changed. */
function sinceBefore(name: Name, args: readonly [Operand, Operand], score: Score, scope: string): Compiled {
  const { compiler } = score;
  const exceeds = compiler.add({ op: 'compare', relation: 'moreThan', args }, 'condition', scope);
  const { scope: before } = readOf(earlier(score), 'value');
  const operand = compiler.add(
    { op: 'all', args: [...comparable(score), exceeds] },
    'condition',
    joinScopes(scope, before),
  );
  return raised(name, operand, scope);
}

function raised(name: Name, operand: Operand, scope: string): Compiled {
  return compiled('flag', { name, quiet: true }, { operand, unit: 'condition', scope });
}

/** What must hold for a score to be compared with the period before: it was measured then, on enough responses. */
export function comparable(score: Score): Operand[] {
  const { compiler, metric } = score;
  const before = readOf(earlier(score), 'value');
  const present = compiler.add({ op: 'present', args: [before.operand] }, 'condition', before.scope);
  const { atLeast } = metric.sample ?? {};
  if (atLeast === undefined) return [present];
  const { operand, scope } = readOf(earlier(score), 'responses');
  const args = [operand, numberOf(atLeast)] as const;
  return [present, compiler.add({ op: 'compare', relation: 'atLeast', args }, 'condition', scope)];
}

/** The names of the flags that are raised. */
export function raisedNames(flags: readonly Outline[], reader: Reader): string[] {
  return flags.flatMap(({ name = '', operand }) =>
    reader.value(operand) === true ? [nameIn(reader.words, name)] : [],
  );
}
