import { add, compare, divide, negate, type Ratio, ratio, sign, subtract } from '../num/ratio.js';
import { type Form, formAt, formOf, isForm, type Span, subtractForms } from './form.js';
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

/** A sum as it is paid, each award rounded, and by how much that can differ from what it is before. */
export interface Paid {
  at(x: Ratio): Ratio;
  readonly within: Ratio;
}

/**
 * Every place where a sum is what was wanted, in order; none is left out. Where it stands still, at a cap or a floor, it is
 * never what was wanted before it is rounded: there, what is paid counts.
 */
export function placesWhere(sum: SumAlong, wanted: Ratio, paid?: Paid): Place[] {
  const isPaid = (x: Ratio, unrounded: Ratio) =>
    paid !== undefined && isNear(unrounded, wanted, paid) && compare(paid.at(x), wanted) === 0;
  const places = joined(
    placesIn(sum, wanted, paid ? isPaid : undefined),
    (x) => paid !== undefined && compare(paid.at(x), wanted) === 0,
  );
  if (places.some(({ kind }) => kind !== 'jump')) return places;
  const rounded = sum.marks.flatMap((mark, index): Place[] =>
    isPaid(mark.low, sum.at[index] as Ratio) ? [{ kind: 'point', at: mark }] : [],
  );
  return rounded.length > 0 ? rounded : places;
}

/** Whether a sum before it is rounded is what is paid where its unrounded value is given. */
type IsPaid = (x: Ratio, unrounded: Ratio) => boolean;

function isNear(value: Ratio, wanted: Ratio, { within }: Paid): boolean {
  const off = subtract(value, wanted);
  return compare(sign(off) < 0 ? negate(off) : off, within) <= 0;
}

function placesIn({ marks, at, between }: SumAlong, wanted: Ratio, isPaid: IsPaid | undefined): Place[] {
  const places: Place[] = [];
  const isWhole = between.map((value, index) =>
    isPaid && !isForm(value)
      ? isPaid(middleOf(marks[index] as Mark, marks[index + 1] as Mark), value)
      : isEverywhere(value, wanted),
  );
  for (const [index, mark] of marks.entries()) {
    const [before, after] = [between[index - 1], index < marks.length - 1 ? between[index] : undefined];
    const here = at[index] as Ratio;
    const isFlat = isWhole[index - 1] === true || isWhole[index] === true;
    const isHere = isFlat && isPaid ? isPaid(mark.low, here) : compare(here, wanted) === 0;
    const [below, above] = [before && formAt(before, mark.low), after && formAt(after, mark.high)];
    if (isHere) places.push({ kind: 'point', at: mark });
    else if (!isFlat && isJump([below, here, above], wanted))
      places.push({ kind: 'jump', at: mark, here, below, above });
    if (!after) continue;
    const to = marks[index + 1] as Mark;
    if (isWhole[index]) places.push({ kind: 'interval', from: mark, to, ends: [false, false] });
    else
      for (const root of rootsBetween(formOf(subtractForms(after, wanted)).p, mark.high, to.low))
        places.push({ kind: 'point', at: root });
  }
  return places;
}

function middleOf(from: Mark, to: Mark): Ratio {
  return divide(add(from.high, to.low), ratio(2));
}

function isEverywhere(value: Numbers, wanted: Ratio): boolean {
  return formOf(subtractForms(value, wanted)).p.length === 0;
}

/** Whether the wanted value lies between the sides of a place, or is only neared there. */
function isJump(sides: readonly (Ratio | undefined)[], wanted: Ratio): boolean {
  const signs = sides.flatMap((side) => (side ? [sign(subtract(side, wanted))] : []));
  return new Set(signs).size > 1;
}

/** A stretch with the places at its ends, where they belong to it, and with the next stretch. */
function joined(places: readonly Place[], isPaidAt: (x: Ratio) => boolean): Place[] {
  const made: Place[] = [];
  for (const place of places) {
    const last = made.at(-1);
    const isNext = last !== undefined && isBeside(last, place, isPaidAt);
    if (isNext && last.kind === 'point' && place.kind === 'interval')
      made[made.length - 1] = { ...place, from: last.at, ends: [true, place.ends[1]] };
    else if (isNext && last.kind === 'interval' && place.kind === 'point')
      made[made.length - 1] = { ...last, to: place.at, ends: [last.ends[0], true] };
    else if (isNext && last.kind === 'interval' && place.kind === 'interval' && last.ends[1])
      made[made.length - 1] = { ...last, to: place.to, ends: [last.ends[0], false] };
    else made.push(place);
  }
  return made;
}

/** Whether two places touch, or a stretch and a point beside it have only values between them that are rounded to the same. */
function isBeside(last: Place, next: Place, isPaidAt: (x: Ratio) => boolean): boolean {
  const [end, start] = [endOf(last), startOf(next)];
  if (compare(end, start) === 0) return true;
  const kinds = new Set([last.kind, next.kind]);
  return kinds.has('point') && kinds.has('interval') && isPaidAt(middleOf(markAt(end), markAt(start)));
}

function markAt(x: Ratio): Mark {
  return { low: x, high: x };
}

function startOf(place: Place): Ratio {
  return place.kind === 'interval' ? place.from.low : place.at.low;
}

function endOf(place: Place): Ratio {
  return place.kind === 'interval' ? place.to.low : place.at.low;
}

type Opens = readonly [boolean, boolean];

/** A sum whose left-out ends are only neared: there it has its limits. */
export function withOpenEnds(sum: SumAlong, [isFromOpen, isToOpen]: Opens): SumAlong {
  const { marks, at, between } = sum;
  const limit = (value: Numbers | undefined, mark: Mark | undefined) =>
    value && mark && formAt(value, mark.low);
  const first = isFromOpen ? limit(between[0], marks[0]) : undefined;
  const last = isToOpen ? limit(between.at(-1), marks.at(-1)) : undefined;
  return { ...sum, at: [first ?? (at[0] as Ratio), ...at.slice(1, -1), last ?? (at.at(-1) as Ratio)] };
}

/** A place without the left-out ends of what is looked at; nothing where it is such an end. */
export function withoutOpenEnds(
  place: Place,
  { span, isOpen }: { readonly span: Span; readonly isOpen: Opens },
): Place[] {
  const isLeftOut = (x: Ratio) =>
    (isOpen[0] && compare(x, span.from) === 0) || (isOpen[1] && compare(x, span.to) === 0);
  if (place.kind !== 'interval') return isLeftOut(place.at.low) ? [] : [place];
  const { from, to, ends } = place;
  return [{ ...place, ends: [ends[0] && !isLeftOut(from.low), ends[1] && !isLeftOut(to.low)] }];
}

/** An end of what a sum comes to; and where it comes to it, unless it is only neared. */
export interface Reach {
  readonly value: Ratio;
  readonly at?: Ratio;
}

/** The lowest and highest that a sum comes to, its limits at jumps included; turning points as near as they are known. */
export function reachOf({ marks, at, between }: SumAlong): {
  readonly lowest: Reach;
  readonly highest: Reach;
} {
  const here = marks.map(({ low }, index): Reach => ({ value: at[index] as Ratio, at: low }));
  const limits = between.flatMap((value, index): Reach[] => {
    const [from, to] = [marks[index] as Mark, marks[index + 1] as Mark];
    if (!isForm(value)) return [{ value, at: middleOf(from, to) }];
    const turns = turnsOf(value, from, to).flatMap((x) => reachAt(value, x, x));
    return [...turns, ...[from.high, to.low].flatMap((x) => reachAt(value, x))];
  });
  const all = [...here, ...limits];
  const pick = (wanted: number) =>
    all.reduce((best, one) => (compare(one.value, best.value) * wanted > 0 ? one : best));
  return { lowest: pick(-1), highest: pick(1) };
}

function reachAt(value: Numbers, x: Ratio, at?: Ratio): Reach[] {
  const known = formAt(value, x);
  return known ? [{ value: known, ...(at && { at }) }] : [];
}

/** Where the slope of p ÷ q is zero: p′q − pq′ = 0. */
function turnsOf(value: Numbers, from: Mark, to: Mark): Ratio[] {
  const { p, q } = formOf(value);
  if (p.length < 3 && q.length < 2) return [];
  return rootsBetween(slopeOf(p, q), from.high, to.low).map(({ low }) => low);
}
