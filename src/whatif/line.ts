import { createEvaluator, type Evaluator, movedBy } from '../exact/evaluate.js';
import { compare, divide, multiply, ONE, type Ratio, reduce, subtract } from '../num/ratio.js';
import { isConstant } from '../program/program.js';
import type { Input, Operand, Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import type { Seen } from '../run/seen.js';
import { type Along, formAt, isNumber, isUnsolved, settled } from './form.js';

/** The values of the input at which it was looked at, three of them: two make a line, the third tells whether it is one. */
export type Samples = readonly [Ratio, Ratio, Ratio];

/** The evaluation of a variant of a plan along an input: what of it moves, and how. */
export interface Line {
  readonly steps: readonly Step[];
  readonly rows: Seen['rows'];
  /** Whether a step hangs on the input. */
  readonly moved: readonly boolean[];
  /** The values of what does not. */
  readonly base: Evaluator;
  /** An input of the program on a row, as a function of the input that is sought. */
  inputAlong(step: number, row: number): Along;
  /** A constant of a step, as a function of it. */
  constantAlong(step: number, at: number, constant: Ratio): Along;
  /** The points of a curve, as functions of it. */
  pointsAlong(step: number): readonly (readonly [Along, Along])[];
  /** The evaluation where the input has a value. */
  at(x: Ratio): Evaluator;
}

const NOT_A_LINE: Along = { unsolved: 'an input that does not grow in a straight line' };

/** Three values at the samples as a function: the same, or a straight line; other texts or faults are not solved. */
export function fitted(values: readonly Value[], at: Samples): Along {
  const [first, second, third] = values as [Value, Value, Value];
  if (values.every((one) => isSame(one, first))) return first;
  if (!values.every((one) => typeof one === 'object' && !isFault(one))) return NOT_A_LINE;
  const [a, b, c] = [first, second, third] as [Ratio, Ratio, Ratio];
  const slope = divide(subtract(b, a), subtract(at[1], at[0]));
  const form = settled({ p: [reduce(subtract(a, multiply(slope, at[0]))), reduce(slope)], q: [ONE] });
  const there = formAt(form, at[2]);
  return there && compare(there, c) === 0 ? form : NOT_A_LINE;
}

function isSame(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (isFault(a) || isFault(b)) return isFault(a) && isFault(b);
  return compare(a, b) === 0;
}

/** The evaluations of one variant in three samples, as one line; undefined where their programs are not alike. */
export function lineOf(
  seen: readonly [Seen, Seen, Seen],
  at: Samples,
  isTouched: (input: Input) => boolean,
): Line | undefined {
  const programs = seen.map(({ engine }) => engine.program.steps);
  const [steps, ...others] = programs as [readonly Step[], readonly Step[], readonly Step[]];
  if (
    others.some(
      (one) =>
        one.length !== steps.length || !one.every((step, index) => isAlike(step, steps[index] as Step)),
    )
  )
    return undefined;
  const [{ rows, engine }] = seen;
  const isMoving = (index: number) => {
    const step = steps[index] as Step;
    return (step.op === 'input' && isTouched(step.input)) || differs(stepsOf(programs, index));
  };
  const inputAlong = inputsAlong(seen, at);
  return {
    steps,
    rows,
    moved: movedBy(steps, isMoving),
    base: engine.evaluator,
    inputAlong,
    ...constantsAlong(programs, at),
    at: kept((x) => {
      const here = stepsAt(programs, at, x);
      const placeOf = new Map(
        here.flatMap((step, index) => (step.op === 'input' ? [[step.input, index] as const] : [])),
      );
      const read: Seen['rows']['read'] = (input, scope, row) => {
        const index = placeOf.get(input);
        return (
          (index === undefined ? undefined : valueAlong(inputAlong(index, row), x)) ??
          rows.read(input, scope, row)
        );
      };
      return createEvaluator({ steps: here }, { ...rows, read });
    }),
  };
}

type Programs = readonly (readonly Step[])[];

/** A step in every sample. */
function stepsOf(programs: Programs, index: number): readonly Step[] {
  return programs.map((own) => own[index] as Step);
}

function inputsAlong(seen: readonly [Seen, Seen, Seen], at: Samples): Line['inputAlong'] {
  const known = new Map<string, Along>();
  return (index, row) => {
    const key = `${index} ${row}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const values = seen.map(({ engine, rows }): Value => {
      const step = engine.program.steps[index] as Step & { readonly op: 'input' };
      return rows.read(step.input, step.scope, row);
    });
    const made = fitted(values, at);
    known.set(key, made);
    return made;
  };
}

function constantsAlong(programs: Programs, at: Samples): Pick<Line, 'constantAlong' | 'pointsAlong'> {
  const isSamePlan = programs.every((own) => own === programs[0]);
  const along = (index: number, pick: (step: Step) => Ratio) =>
    fitted(stepsOf(programs, index).map(pick), at);
  return {
    constantAlong: (step, place, constant) =>
      isSamePlan ? constant : along(step, (one) => (argsIn(one)[place] as Ratio | undefined) ?? constant),
    pointsAlong: (step) =>
      pointsIn(programs[0]?.[step] as Step).map((point, index) => {
        const side = (which: 0 | 1) =>
          isSamePlan ? point[which] : along(step, (one) => pointsIn(one)[index]?.[which] as Ratio);
        return [side(0), side(1)] as const;
      }),
  };
}

/** The value of a function at a place; undefined where it has none. */
function valueAlong(value: Along, x: Ratio): Value | undefined {
  if (isUnsolved(value)) return undefined;
  return isNumber(value) ? formAt(value, x) : value;
}

/** The steps with their constants at a place. */
function stepsAt(programs: Programs, at: Samples, x: Ratio): Step[] {
  const number = (own: readonly Ratio[]) =>
    (valueAlong(fitted(own, at), x) as Ratio | undefined) ?? (own[0] as Ratio);
  return (programs[0] as readonly Step[]).map((step, index): Step => {
    const all = stepsOf(programs, index);
    if (!differs(all)) return step;
    const args = argsIn(step).map((arg, place) =>
      isConstant(arg) ? number(all.map((one) => argsIn(one)[place] as Ratio)) : arg,
    );
    const points = pointsIn(step).map((_, place) =>
      ([0, 1] as const).map((which) => number(all.map((one) => pointsIn(one)[place]?.[which] as Ratio))),
    );
    const curve = step.op === 'curve' ? { curve: { ...step.curve, points } } : {};
    return { ...step, ...('args' in step && { args }), ...curve } as Step;
  });
}

/** Remembers the evaluators of the places asked for last. */
function kept(make: (x: Ratio) => Evaluator): (x: Ratio) => Evaluator {
  const known = new Map<string, Evaluator>();
  return (x) => {
    const key = `${x.n}/${x.d}`;
    const made = known.get(key) ?? make(x);
    if (known.size > MOST_KEPT) known.clear();
    known.set(key, made);
    return made;
  };
}

const MOST_KEPT = 400;

function argsIn(step: Step): readonly Operand[] {
  return step.op === 'input' ? [] : step.args;
}

function pointsIn(step: Step): readonly (readonly [Ratio, Ratio])[] {
  return step.op === 'curve' ? step.curve.points : [];
}

/** Two steps that differ in nothing but constants. */
function isAlike(a: Step, b: Step): boolean {
  return shapeOf(a) === shapeOf(b);
}

function shapeOf(step: Step): string {
  const { unit: _unit, ...rest } = step;
  const plain =
    rest.op === 'curve' ? { ...rest, curve: { ...rest.curve, points: rest.curve.points.length } } : rest;
  const isMoney = rest.op === 'input' && rest.input.from === 'money';
  const args = 'args' in plain ? { args: plain.args.map((arg) => (isConstant(arg) ? 'constant' : arg)) } : {};
  return JSON.stringify(
    isMoney ? { ...rest, input: { ...rest.input, amount: 0 } } : { ...plain, ...args },
    (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );
}

function differs(steps: readonly Step[]): boolean {
  const [first, ...others] = steps.map((step) => [
    ...argsIn(step).filter(isConstant),
    ...pointsIn(step).flat(),
  ]) as Ratio[][];
  return others.some((one) => one.some((value, index) => compare(value, first?.[index] as Ratio) !== 0));
}
