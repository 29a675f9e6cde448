import { compare, type Ratio, ZERO } from '../num/ratio.js';
import { isFault } from '../program/value.js';
import {
  type Along,
  addForms,
  type Form,
  formAt,
  formOf,
  isNumber,
  isSamePolynomial,
  isUnsolved,
  type Span,
  subtractForms,
  type Unsolved,
} from './form.js';
import type { Piece } from './piece.js';
import { type Mark, polynomial } from './polynomial.js';

type Numbers = Ratio | Form;

/** What one person adds, as functions of the input: one for each stretch, and the exact value at the places between them. */
export interface Along1 {
  readonly stretches: readonly Stretch[];
  /** The value at a place, by the evaluation there; nothing where it cannot be had. */
  at(x: Ratio): Ratio;
  /** The award at a place as it is paid, rounded; nothing where it is withheld. */
  paidAt(x: Ratio): Ratio;
  /** Target at a place; nothing where the plan has none. */
  targetAt(x: Ratio): Ratio;
  /** What the award is rounded to: by no more do the two differ. */
  readonly unit: Ratio;
}

export interface Stretch {
  readonly from: Mark;
  readonly value: Numbers;
}

/** More stretches than this are those of a rounding inside the plan, taken one by one. */
const MOST_STRETCHES = 5000;

/** The stretches of one value over a span; or on what it hangs where it is not solved. */
export function stretchesOf(read: (span: Span) => Piece, { from, to }: Span): readonly Stretch[] | Unsolved {
  const stretches: Stretch[] = [];
  let mark: Mark = { low: from, high: from };
  while (compare(mark.high, to) < 0) {
    const { value, until } = read({ from: mark.high, to });
    if (isUnsolved(value)) return value;
    if (stretches.length >= MOST_STRETCHES)
      return { unsolved: 'a rounding inside the plan, in more steps than are looked at' };
    stretches.push({ from: mark, value: numberIn(value) });
    mark = until;
  }
  return stretches;
}

/** Who is withheld adds nothing. */
function numberIn(value: Along): Numbers {
  return isNumber(value) && !isFaulty(value) ? value : ZERO;
}

function isFaulty(value: Along): boolean {
  return typeof value === 'object' && !isUnsolved(value) && !('p' in value) && isFault(value);
}

/** A sum over people as a function of the input: between two marks, and at each of them. */
export interface SumAlong {
  readonly marks: readonly Mark[];
  /** The sum at each mark. */
  readonly at: readonly Ratio[];
  /** The sum between a mark and the next. */
  readonly between: readonly Numbers[];
}

/** Sums what people add. */
export function sumAlong(people: readonly Along1[], { from, to }: Span): SumAlong {
  const events = eventsOf(people, from);
  const ends = [...events.values()].toSorted((a, b) => compare(a.mark.low, b.mark.low));
  const [first] = people
    .map(({ stretches }) => stretches[0]?.value ?? ZERO)
    .reduce<[Sum]>(([sum], one) => [plus(sum, one)], [new Map()]);
  let sum: Sum = first;
  const marks: Mark[] = [{ low: from, high: from }];
  const at: Ratio[] = [people.reduce((all, one) => addRatio(all, one.at(from)), ZERO)];
  const between: Numbers[] = [single(sum)];
  for (const { mark, changes } of ends) {
    const here = changes.reduce(
      (all, { person, left }) => {
        const before = formAt(left, mark.low) ?? ZERO;
        return addRatio(all, subtractRatio(person.at(mark.low), before));
      },
      sumAt(sum, mark.low),
    );
    for (const { left, right } of changes) sum = plus(sum, subtractForms(right, left));
    marks.push(mark);
    at.push(here);
    between.push(single(sum));
  }
  marks.push({ low: to, high: to });
  at.push(people.reduce((all, one) => addRatio(all, one.at(to)), ZERO));
  return { marks, at, between };
}

interface Event {
  readonly mark: Mark;
  readonly changes: { readonly person: Along1; readonly left: Numbers; readonly right: Numbers }[];
}

function eventsOf(people: readonly Along1[], from: Ratio): Map<string, Event> {
  const events = new Map<string, Event>();
  for (const person of people)
    for (const [index, { from: mark, value }] of person.stretches.entries()) {
      const before = person.stretches[index - 1];
      if (!before || compare(mark.low, from) <= 0) continue;
      const key = `${mark.low.n}/${mark.low.d}`;
      const known = events.get(key) ?? { mark, changes: [] };
      known.changes.push({ person, left: before.value, right: value });
      events.set(key, known);
    }
  return events;
}

/** Functions of one divisor are summed as polynomials. */
type Sum = ReadonlyMap<string, Form>;

function plus(sum: Sum, value: Numbers): Sum {
  const form = formOf(value);
  const key = form.q.map(({ n, d }) => `${n}/${d}`).join(' ');
  const known = sum.get(key);
  const next = sum as Map<string, Form>;
  const made = known ? formOf(addForms(known, form)) : form;
  next.set(key, isSamePolynomial(made.q, form.q) ? made : { p: polynomial([]), q: form.q });
  return next;
}

function single(sum: Sum): Numbers {
  return [...sum.values()].filter(({ p }) => p.length > 0).reduce<Numbers>(addForms, ZERO);
}

function sumAt(sum: Sum, x: Ratio): Ratio {
  return [...sum.values()].reduce((all, one) => addRatio(all, formAt(one, x) ?? ZERO), ZERO);
}

function addRatio(a: Ratio, b: Ratio): Ratio {
  return addForms(a, b) as Ratio;
}

function subtractRatio(a: Ratio, b: Ratio): Ratio {
  return subtractForms(a, b) as Ratio;
}
