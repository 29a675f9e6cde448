import { add, compare, divide, equal, multiply, type Ratio, sign, ZERO } from '../num/ratio.js';
import { isConstant } from '../program/program.js';
import type { Operand, Step } from '../program/step.js';
import type { Range } from './range.js';

/** An item of a weighted mean: its weight and value, and when it counts; always, where nothing is said. */
export interface MeanItem {
  readonly weight: Ratio;
  readonly value: Operand;
  readonly counts: Operand | undefined;
}

/**
 * The items of a quotient that is a mean by weights: Σ weight × value ÷ Σ weight, of those that count. A mean lies between
 * its values, which the ends of a sum and of a quotient alone would not show.
 */
export function meanItems(steps: readonly Step[], [sum, all]: readonly Operand[]): MeanItem[] | undefined {
  const [values, weights] = [addends(steps, sum), addends(steps, all)];
  if (!values || !weights || values.length !== weights.length) return undefined;
  const items = values.map((value, index) => itemOf(steps, value, weights[index] as Operand));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function addends(steps: readonly Step[], operand: Operand | undefined): readonly Operand[] | undefined {
  const step = stepOf(steps, operand);
  return step?.op === 'add' ? step.args : undefined;
}

/** Weight × what is paid, over the weight; or both where the item counts, and nothing otherwise. */
function itemOf(steps: readonly Step[], product: Operand, own: Operand): MeanItem | undefined {
  const step = stepOf(steps, product);
  if (step?.op !== 'multiply' || step.args.length !== 2) return undefined;
  const [weight, value] = step.args as [Operand, Operand];
  if (!isConstant(weight) || sign(weight) <= 0) return undefined;
  if (isSame(weight, own)) return { weight, value, counts: undefined };
  const [paid, counted] = [selected(steps, value), selected(steps, own)];
  if (!paid || !counted || paid.counts !== counted.counts || !isSame(counted.value, weight)) return undefined;
  return { weight, ...paid };
}

/** What a step gives where a condition holds, and nothing otherwise. */
function selected(steps: readonly Step[], operand: Operand): Omit<MeanItem, 'weight'> | undefined {
  const step = stepOf(steps, operand);
  if (step?.op !== 'select') return undefined;
  const [counts, value, otherwise] = step.args;
  return isConstant(otherwise) && otherwise.n === 0n ? { value, counts } : undefined;
}

/** An item that can count, with what its value can be; some must count. */
export interface Weighed {
  readonly weight: Ratio;
  readonly value: Range;
  readonly mustCount: boolean;
}

/** Between what a mean lies: at its greatest those count that must, and of the others those that raise it; at its least those that lower it. */
export function meanOver(items: readonly Weighed[]): Range {
  return { low: endOf(items, 'low', -1), high: endOf(items, 'high', 1) };
}

function endOf(items: readonly Weighed[], end: keyof Range, way: 1 | -1): Ratio | undefined {
  const valued = items.flatMap(({ weight, mustCount, value }) => {
    const at = value[end];
    return at ? [{ weight, mustCount, at }] : [];
  });
  if (valued.length < items.length) return undefined;
  const ordered = valued.toSorted(
    (a, b) => Number(b.mustCount) - Number(a.mustCount) || way * compare(b.at, a.at),
  );
  let [sum, all] = [ZERO, ZERO];
  for (const { weight, mustCount, at } of ordered) {
    // Value × weights against the sum is the value against the mean so far.
    if (!mustCount && way * compare(multiply(at, all), sum) <= 0 && all.n !== 0n) continue;
    [sum, all] = [add(sum, multiply(weight, at)), add(all, weight)];
  }
  return all.n === 0n ? undefined : divide(sum, all);
}

function stepOf(steps: readonly Step[], operand: Operand | undefined): Step | undefined {
  return operand === undefined || isConstant(operand) ? undefined : steps[operand];
}

function isSame(a: Operand, b: Operand): boolean {
  return isConstant(a) && isConstant(b) ? equal(a, b) : a === b;
}
