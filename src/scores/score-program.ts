import { intervalOf } from '../concepts/bound.js';
import { compilerOf } from '../concepts/compile.js';
import type { Compiled, Compiler } from '../concepts/concept.js';
import { countedScore } from '../concepts/counted.js';
import { enoughFor, responsesOf } from '../concepts/enough.js';
import { earlier, flagsOf } from '../concepts/flag.js';
import { spanOf } from '../concepts/measured.js';
import type { Plan } from '../concepts/parse-plan.js';
import { measuredScore, type Score } from '../concepts/score.js';
import type { Literal } from '../num/literal.js';
import type { MetricDocument } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';
import type { Program } from '../program/program.js';
import type { Operand } from '../program/step.js';

/** What is looked at of one metric, at one level and in one part of the period. */
export interface ScoreSteps {
  readonly measured: Compiled;
  readonly counted: Compiled;
  readonly responses: Compiled;
  /** Whether it rests on enough; undefined without a minimum. */
  readonly enough: Compiled | undefined;
  readonly flags: readonly Compiled[];
  /** Other scores that what counts would show: that of a wider level, and that of the period before. */
  readonly behind: { readonly wider: Behind | undefined; readonly earlier: Behind | undefined };
  /** Both ends of the interval, where the kind has one that could pay. */
  readonly interval: readonly [Operand, Operand] | undefined;
}

/** A score behind another, with its responses. */
export interface Behind {
  readonly measured: Compiled;
  readonly responses: Compiled;
}

/** Which score: of a metric, at a level, in a part of the period. */
export interface ScoreKey {
  readonly metric: string;
  readonly level: string;
  readonly during: string | undefined;
}

/** The steps of the scores of a plan, made of the nodes that pay: what is reported is what awards are calculated on. */
export interface ScoreProgram {
  readonly steps: Program['steps'];
  of(key: ScoreKey): ScoreSteps;
}

/** Steps for the scores of a plan, compiled as they are asked for. */
export function scoreProgram(plan: Plan, confidence: Literal): ScoreProgram {
  const { compiler, steps } = compilerOf(plan);
  const known = new Map<string, ScoreSteps>();
  return {
    steps,
    of(key) {
      const text = JSON.stringify([key.metric, key.level, key.during]);
      const made = known.get(text) ?? compileScore(key, confidence, compiler);
      known.set(text, made);
      return made;
    },
  };
}

function compileScore(
  { metric: name, level, during }: ScoreKey,
  confidence: Literal,
  compiler: Compiler,
): ScoreSteps {
  const metric = compiler.metrics[name] as MetricDocument;
  const read = {
    name,
    node: {},
    ...(during !== undefined && { during }),
    ...(level !== metric.level && { level }),
  };
  const span = spanOf(read, metric, compiler);
  const score: Score = { read, metric, compiler, span };
  const measured = measuredScore(score);
  const { sample } = metric;
  const isMinimum = sample?.atLeast !== undefined || sample?.flags?.then !== undefined;
  const isOne = span.periods.length === 1 || span.how === 'last' || span.how === 'pooled';
  return {
    measured,
    counted: countedScore(read, metric, compiler, span),
    responses: responsesOf(score),
    enough: isMinimum ? enoughFor(score) : undefined,
    flags: flagsOf(score),
    behind: {
      wider: widerScore(score),
      earlier: sample?.changeAtMost === undefined ? undefined : behind(earlier(score)),
    },
    interval:
      countedBy(metric.kind) !== undefined && isOne ? intervalOf(measured, confidence, score) : undefined,
  };
}

function behind(score: Score): Behind {
  return { measured: measuredScore(score), responses: responsesOf(score) };
}

/** The score that one is drawn toward, or replaced by. */
function widerScore(score: Score): Behind | undefined {
  const { tooFew, credibility } = score.metric.sample ?? {};
  const level = typeof tooFew === 'object' ? tooFew.use : credibility?.toward;
  return typeof level === 'string' ? behind({ ...score, read: { ...score.read, level } }) : undefined;
}
