import { numberOf } from '../concepts/concept.js';
import { directionOf } from '../concepts/fact.js';
import { argsOf } from '../exact/evaluate.js';
import type { Literal } from '../num/literal.js';
import { type Ratio, sign, ZERO } from '../num/ratio.js';
import { type MetricDocument, metricIn, metricOfKey, type PlanDocument } from '../plan/document.js';
import { isConstant, type Program } from '../program/program.js';
import { type Input, keysOfOthers, type Step } from '../program/step.js';
import { movesPay, type Neutral, neutralOfField, neutralOfMetric, plannedTarget } from './neutral.js';

/** An input that moves awards: a metric, at all levels and in all parts of the period; or a column of people. */
export interface Move {
  readonly kind: 'metric' | 'person';
  readonly name: string;
  /** What explanations call it. */
  readonly title: string;
  readonly direction: 'higher' | 'lower';
  /** The metric, where it is one. */
  readonly metric?: MetricDocument;
  /** Its steps: of the values themselves, and of what they were counted from. */
  readonly steps: readonly number[];
  /** Of a column that is a factor: nothing, below which nobody is judged; without it the column can be anything. */
  readonly lowest?: Ratio;
  neutralIn(input: Input): Neutral | undefined;
  /** Of a metric: the target that the plan states for what is read. */
  targetIn?(input: Input): Ratio | undefined;
}

/**
 * The inputs on which an award hangs beside the person's target opportunity: every metric that is read, and the columns of
 * people that a goal, modifier or gate reads or that the plan declares with a neutral value. Salary, target percent and
 * other bases move nothing: they are what is at stake.
 */
export function movesOf(program: Program, document: PlanDocument): readonly Move[] {
  const { steps, target, award } = program;
  const fixed = new Set(target === undefined || isConstant(target) ? [] : restsOn(program, target));
  const used = new Set(isConstant(award) ? [] : restsOn(program, award));
  const found = new Map<string, Move & { readonly steps: number[] }>();
  for (const [index, step] of steps.entries()) {
    if (step.op !== 'input' || fixed.has(index) || !used.has(index)) continue;
    const move = moveOf(step.input, document);
    if (!move) continue;
    const key = `${move.kind} ${move.name}`;
    const known = found.get(key);
    if (known) known.steps.push(index);
    else found.set(key, { ...move, steps: [index] });
  }
  return [...found.values()];
}

/** The steps of which a value is made, itself among them; also those of what is read of other people. */
function restsOn({ steps, crossed }: Program, operand: number): number[] {
  const found = new Set([operand]);
  for (const one of found) {
    const step = steps[one] as Step;
    const reads = keysOfOthers(step).flatMap((key) => crossed.get(key)?.read.operand ?? []);
    for (const arg of [...argsOf(step), ...reads]) if (!isConstant(arg)) found.add(arg);
  }
  return [...found];
}

function moveOf(input: Input, document: PlanDocument): Omit<Move, 'steps'> | undefined {
  if (input.from === 'metric')
    return input.part === 'target' ? undefined : metricMove(input.metric, document);
  if (input.from !== 'person' || input.type.startsWith('money')) return undefined;
  if (!movesPay(input.field, document)) return undefined;
  const neutral = neutralOfField(input.field, document);
  const { fields = {} } = document;
  const declared = Object.hasOwn(fields, input.field) ? fields[input.field] : undefined;
  const title = declared?.title ?? input.field;
  const lowest = isFactor(input.field, neutral, document) ? { lowest: ZERO } : {};
  return {
    kind: 'person',
    name: input.field,
    title,
    direction: 'higher',
    ...lowest,
    neutralIn: (one) => (neutral && fits(neutral, one) ? neutral : undefined),
  };
}

/** Whether a neutral value is a number where a number is read, and a word where words are. */
function fits(neutral: Neutral, input: Input): boolean {
  return 'value' in neutral && (typeof neutral.value === 'object') === isPersonNumber(input);
}

/** Whether an input is a number that a person has. */
export function isPersonNumber(input: Input): boolean {
  return input.from === 'person' && input.type !== 'category' && input.type !== 'yesNo';
}

/** Whether a column only multiplies: what is added, read by a curve or held within negative bounds can lie below zero. */
function isFactor(name: string, neutral: Neutral | undefined, document: PlanDocument): boolean {
  const { goals = [], gates = [], modifiers = [] } = document;
  if (neutral && 'value' in neutral && typeof neutral.value === 'object' && sign(neutral.value) <= 0)
    return false;
  const isHeldBelow = (low: Literal | undefined) => low !== undefined && sign(numberOf(low)) < 0;
  return !(
    goals.some(({ person, curve }) => person === name && curve !== undefined) ||
    gates.some(({ person }) => person === name) ||
    modifiers.some(
      ({ from, how, curve, within }) =>
        from.person === name && (how === 'add' || curve !== undefined || isHeldBelow(within?.[0])),
    )
  );
}

function metricMove(key: string, document: PlanDocument): Omit<Move, 'steps'> | undefined {
  const name = metricOfKey(key);
  const metric = metricIn(document, name);
  if (!metric) return undefined;
  return {
    kind: 'metric',
    name,
    title: metric.title ?? name,
    direction: directionOf(metric),
    metric,
    neutralIn: (input) =>
      input.from === 'metric' ? neutralOfMetric(name, periodOf(input.metric), document) : undefined,
    targetIn: (input) =>
      input.from === 'metric' ? plannedTarget(name, periodOf(input.metric), document) : undefined,
  };
}

/** The part of the period in the key of a metric's values. */
function periodOf(key: string): string | undefined {
  const [, , period] = key.split(' ');
  return period;
}
