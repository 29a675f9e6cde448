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
  const known = new Map<number, Map<number, Along>>();
  const constants = (index: number, pick: (step: Step) => Ratio) =>
    fitted(
      programs.map((own) => pick(own[index] as Step)),
      at,
    );

  function inputAlong(index: number, row: number): Along {
    const rowsOf = known.get(index) ?? new Map<number, Along>();
    known.set(index, rowsOf);
    const found = rowsOf.get(row);
    if (found !== undefined) return found;
    const values = seen.map((one, sample): Value => {
      const step = programs[sample]?.[index] as Step & { readonly op: 'input' };
      return one.rows.read(step.input, step.scope, row);
    });
    const made = fitted(values, at);
    rowsOf.set(row, made);
    return made;
  }

  const isMoving = (index: number) => {
    const step = steps[index] as Step;
    if (step.op === 'input' && isTouched(step.input)) return true;
    return differs(programs.map((own) => own[index] as Step));
  };
  const moved = movedBy(steps, isMoving);
  const evaluators = new Map<string, Evaluator>();
  return {
    steps,
    rows,
    moved,
    base: engine.evaluator,
    inputAlong,
    constantAlong: (step, place, constant) =>
      programs.every((own) => own === steps)
        ? constant
        : constants(step, (one) => (argsIn(one)[place] as Ratio | undefined) ?? constant),
    pointsAlong: (step) =>
      pointsIn(steps[step] as Step).map((_, index) => {
        const side = (which: 0 | 1) => constants(step, (one) => pointsIn(one)[index]?.[which] as Ratio);
        return [side(0), side(1)] as const;
      }),
    at: (x) => {
      const key = `${x.n}/${x.d}`;
      const made = evaluators.get(key) ?? evaluatorAt(x);
      if (evaluators.size > MOST_KEPT) evaluators.clear();
      evaluators.set(key, made);
      return made;
    },
  };

  function evaluatorAt(x: Ratio): Evaluator {
    const atX = (value: Along): Value | undefined =>
      isUnsolved(value) ? undefined : isNumber(value) ? formAt(value, x) : value;
    const number = (value: Along, otherwise: Ratio) => (atX(value) as Ratio | undefined) ?? otherwise;
    const here = steps.map((step, index): Step => {
      if (!differs(programs.map((own) => own[index] as Step))) return step;
      const args = argsIn(step).map((arg, place) =>
        isConstant(arg)
          ? number(
              constants(index, (one) => argsIn(one)[place] as Ratio),
              arg,
            )
          : arg,
      );
      const points = pointsIn(step).map(([px, py], place) => [
        number(
          constants(index, (one) => pointsIn(one)[place]?.[0] as Ratio),
          px,
        ),
        number(
          constants(index, (one) => pointsIn(one)[place]?.[1] as Ratio),
          py,
        ),
      ]);
      const curve = step.op === 'curve' ? { curve: { ...step.curve, points } } : {};
      return { ...step, ...('args' in step && { args }), ...curve } as Step;
    });
    const placeOf = new Map(
      here.flatMap((step, index) => (step.op === 'input' ? [[step.input, index] as const] : [])),
    );
    const read: Seen['rows']['read'] = (input, scope, row) => {
      const index = placeOf.get(input);
      const value = index === undefined ? undefined : atX(inputAlong(index, row));
      return value ?? rows.read(input, scope, row);
    };
    return createEvaluator({ steps: here }, { ...rows, read });
  }
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
