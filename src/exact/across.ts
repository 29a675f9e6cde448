import { add, compare, divide, multiply, type Ratio, ratio, reduce, ZERO } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import type { Take } from '../program/step.js';
import { isFault, mergeFaults, type Value } from '../program/value.js';

type Folded = Exclude<Take, { fold: 'rank' }>;
type MeanOfTop = Extract<Take, { fold: 'meanOfTop' }>;
type Rank = Extract<Take, { fold: 'rank' }>;

/** The values that can be had, or what is wrong with the others: each cause is named once. */
export function knownOf(values: readonly Value[], leaveOut: boolean): readonly Ratio[] | Value {
  const faults = values.filter(isFault);
  if (faults.length > 0 && !leaveOut) return mergeFaults(faults);
  return values.filter((one) => !isFault(one)) as Ratio[];
}

/**
 * One number made of the values of other people.
 *
 * Formula:  sum, mean, lowest, highest, count; the mean of the best part; the value of the only one
 * Domain:   undefined where there is nobody to make it of, or several for the only one
 * Rounds:   the number of people in a best part, as the plan says; nothing else
 */
export function foldOver(take: Folded, values: readonly Ratio[]): Ratio | undefined {
  if (take.fold === 'sum') return values.reduce(add, ZERO);
  if (take.fold === 'count') return ratio(values.length);
  if (values.length === 0 || (take.fold === 'only' && values.length > 1)) return undefined;
  if (take.fold === 'mean') return meanOf(values);
  if (take.fold === 'meanOfTop') return meanOf(bestFirst(values, take).slice(0, topOf(take, values.length)));
  const ordered = values.toSorted(compare);
  return take.fold === 'highest' ? ordered.at(-1) : ordered[0];
}

function meanOf(values: readonly Ratio[]): Ratio {
  return divide(values.reduce(add, ZERO), ratio(values.length));
}

function bestFirst(values: readonly Ratio[], { direction }: Pick<Rank, 'direction'>): Ratio[] {
  return values.toSorted((a, b) => (direction === 'higher' ? compare(b, a) : compare(a, b)));
}

/** How many people the best part is; at least one. */
export function topOf({ part, count }: Pick<MeanOfTop, 'part' | 'count'>, people: number): number {
  const mode = count === 'up' ? 'ceiling' : count === 'down' ? 'floor' : 'halfUp';
  return Math.max(1, Number(roundToInteger(multiply(part, ratio(people)), mode)));
}

/**
 * The place of every value among others, 1 is best; people with one value share the best, the mean or the worst of
 * their places.
 */
export function placesOf(take: Rank, values: readonly Ratio[]): (value: Ratio) => Ratio | undefined {
  const places = new Map<string, { readonly first: number; last: number }>();
  for (const [index, value] of bestFirst(values, take).entries()) {
    const known = places.get(textOf(value));
    if (known) known.last = index + 1;
    else places.set(textOf(value), { first: index + 1, last: index + 1 });
  }
  return (value) => {
    const place = places.get(textOf(value));
    if (!place) return undefined;
    if (take.ties === 'mean') return ratio(place.first + place.last, 2);
    return ratio(take.ties === 'best' ? place.first : place.last);
  };
}

function textOf(value: Ratio): string {
  const { n, d } = reduce(value);
  return `${n}/${d}`;
}
