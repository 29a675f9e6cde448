import { adjustedWald, wilson } from '../metrics/interval.js';
import { compare, divide, type Ratio } from '../num/ratio.js';
import { payoutAt } from '../program/curve.js';
import type { Curve, Operation, Relation } from '../program/step.js';
import { type Fault, isFault, mergeFaults, type Value } from '../program/value.js';
import { descending, type Place, unlisted } from './faults.js';

/** A step or constant, asked for a row. */
export type Cell = (row: number) => Value;

/** Two numbers by an operation; faults are carried, all of them. */
export function combine(a: Value, b: Value, operation: (a: Ratio, b: Ratio) => Value): Value {
  if (isFault(a)) return isFault(b) ? mergeFaults([a, b]) : a;
  return isFault(b) ? b : operation(a as Ratio, b as Ratio);
}

export function chain(
  [first, second, ...others]: readonly Cell[],
  operation: (a: Ratio, b: Ratio) => Value,
): Cell {
  const [left, right] = [first as Cell, second];
  if (right === undefined) return left;
  return (row) => {
    let value = combine(left(row), right(row), operation);
    for (const other of others) value = combine(value, other(row), operation);
    return value;
  };
}

export function unary(argument: Cell, operation: (value: Value) => Value): Cell {
  return (row) => {
    const value = argument(row);
    return isFault(value) ? value : operation(value);
  };
}

/** Numbers that are all needed; every cause is named where some cannot be had. */
export function list(cells: readonly Cell[], operation: (values: readonly Value[]) => Value): Cell {
  return (row) => {
    const values = cells.map((cell) => cell(row));
    const faults = values.filter(isFault);
    return faults.length > 0 ? mergeFaults(faults) : operation(values);
  };
}

/** Whether at least so many hold; where that is decided, the others need not be known. */
export function together(conditions: readonly Cell[], least: number): Cell {
  return (row) => {
    const values = conditions.map((condition) => condition(row));
    const held = values.filter((value) => value === true).length;
    const faults = values.filter(isFault);
    if (held >= least) return true;
    return held + faults.length < least ? false : mergeFaults(faults);
  };
}

const ABSENT = new Set([
  'actuals.metric.missing',
  'actuals.metric.not-yet',
  'actuals.responses.none',
  'actuals.responses.few',
  'people.field.missing',
]);

/** Whether a value was measured. A value that is there and wrong stays a fault: it is not the same as none. */
export function present(argument: Cell): Cell {
  return (row) => {
    const value = argument(row);
    if (!isFault(value)) return true;
    return value.fault.every(({ code }) => ABSENT.has(code)) ? false : value;
  };
}

/** A curve whose points are values themselves; they must ascend, as those of the plan do. */
export function payoutOver(curve: Curve, x: Ratio, knots: readonly Ratio[]): Value {
  const points = Array.from({ length: knots.length / 2 }, (_, index) => [
    knots[2 * index],
    knots[2 * index + 1],
  ]);
  const falls = points.findIndex(
    ([at], index) => index > 0 && compare(at as Ratio, points[index - 1]?.[0] as Ratio) < 0,
  );
  if (falls > 0) return descending(points[falls - 1]?.[0] as Ratio, points[falls]?.[0] as Ratio);
  return payoutAt({ ...curve, points: points as unknown as Curve['points'] }, x);
}

/** Only the taken branch is computed. */
export function select([condition, then, otherwise]: readonly [Cell, Cell, Cell]): Cell {
  return (row) => {
    const value = condition(row);
    if (isFault(value)) return value;
    return value === true ? then(row) : otherwise(row);
  };
}

/** A score that is too weak for pay is as good as not measured: nobody reads it by mistake. */
export function sample(
  [enough, score, responses]: readonly [Cell, Cell, Cell, Cell],
  weak: (responses: Value, row: number) => Fault,
): Cell {
  return (row) => {
    const value = enough(row);
    if (isFault(value)) return value;
    return value === true ? score(row) : weak(responses(row), row);
  };
}

/** An end of a confidence interval. */
export function boundOf({ interval, end, z }: Operation & { op: 'bound' }, values: readonly Ratio[]): Ratio {
  const [score, ...counts] = values as [Ratio, Ratio, Ratio, Ratio];
  if (interval === 'wilson') return wilson(score, counts[0], z)[end];
  const [promoters, passives, detractors] = counts;
  return adjustedWald({ promoters, passives, detractors }, z)[end];
}

export function holds(relation: Relation, order: number): boolean {
  if (relation === 'atLeast') return order >= 0;
  if (relation === 'moreThan') return order > 0;
  return relation === 'atMost' ? order <= 0 : order < 0;
}

/** A quotient; a divisor of zero is a fault of whoever needs it. */
export function quotient([dividend, divisor]: readonly [Cell, Cell], zero: (row: number) => Fault): Cell {
  return (row) => {
    const by = divisor(row);
    const isZero = !isFault(by) && (by as Ratio).n === 0n;
    return combine(dividend(row), isZero ? zero(row) : by, divide);
  };
}

/** The value of a category; only that one is computed. */
export function lookUp(
  { keys }: Operation & { op: 'table' },
  [category, ...values]: readonly Cell[],
  place: (row: number) => Place,
): Cell {
  const cells = new Map(keys.map((key, index) => [key, values[index] as Cell]));
  const otherwise = values[keys.length];
  return (row) => {
    const found = (category as Cell)(row);
    if (isFault(found)) return found;
    const cell = cells.get(found as string) ?? otherwise;
    return cell ? cell(row) : unlisted(found as string, keys, place(row));
  };
}
