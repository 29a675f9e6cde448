import { add, compare, divide, multiply, type Ratio, ratio, subtract } from '../num/ratio.js';
import type { Span } from './form.js';
import { simplestBetween } from './polynomial.js';

/** Where a plan is valid along one of its own numbers; an open end is neared, and not valid itself. */
export interface ValidSpan {
  readonly span: Span;
  readonly isOpen: readonly [boolean, boolean];
}

/** Steps by which a span is walked: a gap that is narrower than one of them may be stepped over. */
const STEPS = 24n;

/** Halvings after which the end of what is valid is known to a millionth of a millionth of the span. */
const HALVINGS = 40;

/**
 * The part of a span in which a plan stays valid, around a value at which it is, or else around the first that is found;
 * undefined where there is none. A plan is tried out at each value: no rule of plans is written down a second time here.
 */
export function validSpan(span: Span, near: Ratio, isValid: (x: Ratio) => boolean): ValidSpan | undefined {
  const isInside = compare(span.from, near) <= 0 && compare(near, span.to) <= 0;
  const start = isInside ? near : placesOf(span.from, span.to).find(isValid);
  if (start === undefined) return undefined;
  const [from, to] = [endFrom(start, span.from, isValid), endFrom(start, span.to, isValid)];
  return { span: { from: from.at, to: to.at }, isOpen: [from.isOpen, to.isOpen] };
}

/** Places from one to another, the first left out. */
function placesOf(from: Ratio, to: Ratio): Ratio[] {
  const width = subtract(to, from);
  return Array.from({ length: Number(STEPS) }, (_, step) =>
    add(from, multiply(width, ratio(BigInt(step) + 1n, STEPS))),
  );
}

interface End {
  readonly at: Ratio;
  readonly isOpen: boolean;
}

/** How far towards an end everything is valid. */
function endFrom(start: Ratio, end: Ratio, isValid: (x: Ratio) => boolean): End {
  if (compare(start, end) === 0) return { at: end, isOpen: false };
  let inside = start;
  for (const place of placesOf(start, end)) {
    if (!isValid(place)) return boundary(inside, place, isValid);
    inside = place;
  }
  return { at: end, isOpen: false };
}

/** The simplest number where valid ends: it is what a person wrote, such as the next point of a curve. */
function boundary(valid: Ratio, invalid: Ratio, isValid: (x: Ratio) => boolean): End {
  let [inside, outside] = [valid, invalid];
  for (let round = 0; round < HALVINGS; round += 1) {
    const middle = divide(add(inside, outside), ratio(2));
    if (isValid(middle)) inside = middle;
    else outside = middle;
  }
  const isUp = compare(inside, outside) < 0;
  const at = isUp ? simplestBetween(inside, outside) : simplestBetween(outside, inside);
  return { at, isOpen: !isValid(at) };
}
