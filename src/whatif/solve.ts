import { compare, type Ratio, sign, subtract } from '../num/ratio.js';
import { type Form, formAt, formOf, subtractForms } from './form.js';
import { type Mark, rootsBetween, slopeOf } from './polynomial.js';
import type { SumAlong } from './stretches.js';

type Numbers = Ratio | Form;

/** Where a sum is what was wanted: at a place, on a whole stretch, or nowhere at a jump over it. */
export type Place =
  | { readonly kind: 'point'; readonly at: Mark }
  | {
      readonly kind: 'interval';
      readonly from: Mark;
      readonly to: Mark;
      readonly ends: readonly [boolean, boolean];
    }
  | {
      readonly kind: 'jump';
      readonly at: Mark;
      readonly below?: Ratio | undefined;
      readonly here: Ratio;
      readonly above?: Ratio | undefined;
    };

/** Every place where a sum is what was wanted, in order; none is left out. */
export function placesWhere({ marks, at, between }: SumAlong, wanted: Ratio): Place[] {
  const places: Place[] = [];
  for (const [index, mark] of marks.entries()) {
    const [before, after] = [between[index - 1], index < marks.length - 1 ? between[index] : undefined];
    const here = at[index] as Ratio;
    const isHere = compare(here, wanted) === 0;
    const [below, above] = [before && formAt(before, mark.low), after && formAt(after, mark.high)];
    if (isHere) places.push({ kind: 'point', at: mark });
    else if (isJump([below, here, above], wanted, [before, after]))
      places.push({ kind: 'jump', at: mark, here, below, above });
    if (!after) continue;
    const to = marks[index + 1] as Mark;
    if (isEverywhere(after, wanted)) places.push({ kind: 'interval', from: mark, to, ends: [false, false] });
    else
      for (const root of rootsBetween(formOf(subtractForms(after, wanted)).p, mark.high, to.low))
        places.push({ kind: 'point', at: root });
  }
  return joined(places);
}

function isEverywhere(value: Numbers, wanted: Ratio): boolean {
  return formOf(subtractForms(value, wanted)).p.length === 0;
}

/** Whether the wanted value lies between the sides of a place, or is only neared there. */
function isJump(
  sides: readonly (Ratio | undefined)[],
  wanted: Ratio,
  around: readonly (Numbers | undefined)[],
): boolean {
  const signs = sides.flatMap((side) => (side ? [sign(subtract(side, wanted))] : []));
  const isFlat = around.some((one) => one !== undefined && isEverywhere(one, wanted));
  return !isFlat && new Set(signs).size > 1;
}

/** A stretch with the places at its ends, where they belong to it, and with the next stretch. */
function joined(places: readonly Place[]): Place[] {
  const made: Place[] = [];
  for (const place of places) {
    const last = made.at(-1);
    const isNext = last !== undefined && compare(endOf(last), startOf(place)) === 0;
    if (isNext && last.kind === 'point' && place.kind === 'interval')
      made[made.length - 1] = { ...place, ends: [true, place.ends[1]] };
    else if (isNext && last.kind === 'interval' && place.kind === 'point')
      made[made.length - 1] = { ...last, ends: [last.ends[0], true] };
    else if (isNext && last.kind === 'interval' && place.kind === 'interval' && last.ends[1])
      made[made.length - 1] = { ...last, to: place.to, ends: [last.ends[0], false] };
    else made.push(place);
  }
  return made;
}

function startOf(place: Place): Ratio {
  return place.kind === 'interval' ? place.from.low : place.at.low;
}

function endOf(place: Place): Ratio {
  return place.kind === 'interval' ? place.to.low : place.at.low;
}

/** The lowest and highest that a sum comes to, its limits at jumps included; turning points as near as they are known. */
export function reachOf({ marks, at, between }: SumAlong): {
  readonly lowest: Ratio;
  readonly highest: Ratio;
} {
  const limits = between.flatMap((value, index) => {
    const [from, to] = [marks[index] as Mark, marks[index + 1] as Mark];
    return [from.high, to.low, ...turnsOf(value, from, to)].flatMap((x) => formAt(value, x) ?? []);
  });
  const all = [...at, ...limits];
  const pick = (wanted: number) => all.reduce((best, one) => (compare(one, best) * wanted > 0 ? one : best));
  return { lowest: pick(-1), highest: pick(1) };
}

/** Where the slope of p ÷ q is zero: p′q − pq′ = 0. */
function turnsOf(value: Numbers, from: Mark, to: Mark): Ratio[] {
  const { p, q } = formOf(value);
  if (p.length < 3 && q.length < 2) return [];
  return rootsBetween(slopeOf(p, q), from.high, to.low).map(({ low }) => low);
}
