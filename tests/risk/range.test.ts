import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../src/num/decimal.js';
import { add, compare, divide, higher, lower, multiply, type Ratio, ratio } from '../../src/num/ratio.js';
import { roundingModes, roundTo } from '../../src/num/round.js';
import type { Relation } from '../../src/program/step.js';
import {
  ANYTHING,
  comparisonOf,
  exactly,
  highestOf,
  hull,
  lowestOf,
  negative,
  productOf,
  quotientOf,
  type Range,
  roundedOf,
  sumOf,
} from '../../src/risk/range.js';

// Brute force: every number of a grid that lies in a range, against what the arithmetic says of the range as a whole.
// An end of a range that lies on the grid is a number of the grid, so the least and greatest result are among those tried.

const half = (halves: number): Ratio => ratio(halves, 2);
const range = (low: number | undefined, high: number | undefined): Range => ({
  low: low === undefined ? undefined : half(low),
  high: high === undefined ? undefined : half(high),
});
const told = ({ low, high }: Range) => [low && toExactText(low), high && toExactText(high)];

/** Ends in halves from −3 to 3, either of them open. */
const ranges = fc
  .tuple(
    fc.integer({ min: -6, max: 6 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom('', '', '', 'low', 'high', 'both'),
  )
  .map(([low, width, open]) =>
    range(
      open === 'low' || open === 'both' ? undefined : low,
      open === 'high' || open === 'both' ? undefined : low + width,
    ),
  );

/** Numbers in a range: by quarters, and far out where an end is open. */
function within({ low, high }: Range): Ratio[] {
  const far = [ratio(-1000n), ratio(1000n), ratio(-1n, 1000n), ratio(1n, 1000n)];
  const grid = Array.from({ length: 49 }, (_, index) => ratio(index - 24, 4));
  return [...grid, ...far].filter((x) => (!low || compare(x, low) >= 0) && (!high || compare(x, high) <= 0));
}

function isIn(value: Ratio, { low, high }: Range): boolean {
  return (!low || compare(value, low) >= 0) && (!high || compare(value, high) <= 0);
}

function expectAllIn(results: readonly Ratio[], found: Range): void {
  expect(results.filter((result) => !isIn(result, found)).map(toExactText), `in ${told(found)}`).toEqual([]);
}

const pairs = fc.tuple(ranges, ranges);

/** Every result lies in the range told; an end that both have closed is reached by one, and an open end only where results go far. */
function expectHeld(
  a: Range,
  b: Range,
  of: (x: Ratio, y: Ratio) => Ratio,
  found: Range,
  isTight: boolean,
): void {
  const results = within(a).flatMap((x) => within(b).map((y) => of(x, y)));
  expectAllIn(results, found);
  if (!isTight) return;
  const [least, most] = [results.reduce(lower), results.reduce(higher)];
  if (found.low) expect(toExactText(least)).toBe(toExactText(found.low));
  else expect(compare(least, ratio(-9n)) < 0).toBe(true);
  if (found.high) expect(toExactText(most)).toBe(toExactText(found.high));
  else expect(compare(most, ratio(9n)) > 0).toBe(true);
}

describe('arithmetic of ranges against every number in them', () => {
  test.each([
    ['sum', sumOf, add],
    ['lowest', lowestOf, lower],
    ['highest', highestOf, higher],
  ] as const)('%s holds every result, and no more', (_name, over, of) => {
    fc.assert(fc.property(pairs, ([a, b]) => expectHeld(a, b, of, over(a, b), true)));
  });

  test('product holds every result, and no more', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const found = productOf(a, b);
        // Of what is nearly zero and open the grid comes to no end: only what is closed on both sides is reached.
        const isClosed = [a.low, a.high, b.low, b.high].every((end) => end !== undefined);
        expectHeld(a, b, multiply, found, isClosed);
        const results = within(a).flatMap((x) => within(b).map((y) => multiply(x, y)));
        if (!found.low) expect(compare(results.reduce(lower), ratio(-50n)) < 0, 'goes far down').toBe(true);
        if (!found.high) expect(compare(results.reduce(higher), ratio(50n)) > 0, 'goes far up').toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('quotient holds every result; where the divisor stays on one side of zero, no more', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const found = quotientOf(a, b);
        const [left, right] = [within(a), within(b).filter(({ n }) => n !== 0n)];
        expectAllIn(
          left.flatMap((x) => right.map((y) => divide(x, y))),
          found,
        );
        const isClosed = [a.low, a.high, b.low, b.high].every((end) => end !== undefined);
        const isAway = (b.low && b.low.n > 0n) || (b.high && b.high.n < 0n);
        if (!isClosed || !isAway) return;
        const results = left.flatMap((x) => right.map((y) => divide(x, y)));
        expect(told(found)).toEqual([results.reduce(lower), results.reduce(higher)].map(toExactText));
      }),
      { numRuns: 200 },
    );
  });

  test.each<Relation>(['atLeast', 'moreThan', 'atMost', 'lessThan'])(
    '%s: whether it can hold, and fail',
    (relation) => {
      const holds = (order: number) =>
        ({ atLeast: order >= 0, moreThan: order > 0, atMost: order <= 0, lessThan: order < 0 })[relation];
      fc.assert(
        fc.property(pairs, ([a, b]) => {
          const results = within(a).flatMap((x) => within(b).map((y) => holds(compare(x, y))));
          expect(comparisonOf(relation, a, b)).toEqual({
            can: results.includes(true),
            canFail: results.includes(false),
          });
        }),
      );
    },
  );

  test.each(roundingModes)('rounding %s keeps the order', (mode) => {
    fc.assert(
      fc.property(ranges, (a) => {
        const found = roundedOf(a, ratio(2n, 3n), mode);
        const results = within(a).map((x) => roundTo(x, ratio(2n, 3n), mode));
        expectAllIn(results, found);
        if (found.low && found.high)
          expect([results.reduce(lower), results.reduce(higher)].map(toExactText)).toEqual(told(found));
      }),
    );
  });

  test('hull holds both', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expectAllIn([...within(a), ...within(b)], hull(a, b));
      }),
    );
  });
});

describe('ends worked out by hand', () => {
  test('a product with an open end: a factor of zero keeps it closed, a sign turns it', () => {
    expect(told(productOf(exactly(ratio(0n)), ANYTHING))).toEqual(['0', '0']);
    // From 2 up, times −3 to −1: from minus infinity to −2.
    expect(told(productOf(range(4, undefined), range(-6, -2)))).toEqual([undefined, '-2']);
    // 0 to 2 times something of at most 3, and possibly far below zero: at most 6.
    expect(told(productOf(range(0, 4), range(undefined, 6)))).toEqual([undefined, '6']);
    // Something that can have either sign, times something open that can, too.
    expect(told(productOf(range(-2, 4), range(-2, undefined)))).toEqual([undefined, undefined]);
    expect(told(negative(range(undefined, 6)))).toEqual(['-3', undefined]);
  });

  test('a quotient near zero: open on the side it grows on, and nothing known where the divisor changes its sign', () => {
    // 1 to 2 over 0 to 4: it grows without end, and is never less than 1/4.
    expect(told(quotientOf(range(2, 4), range(0, 8)))).toEqual(['0.25', undefined]);
    expect(told(quotientOf(range(0, 4), range(0, undefined)))).toEqual(['0', undefined]);
    expect(told(quotientOf(range(-4, -2), range(0, 8)))).toEqual([undefined, '-0.25']);
    expect(told(quotientOf(range(2, 4), range(-8, 0)))).toEqual([undefined, '-0.25']);
    expect(told(quotientOf(range(2, 4), range(-2, 2)))).toEqual([undefined, undefined]);
    expect(told(quotientOf(range(2, 4), range(2, undefined)))).toEqual(['0', '2']);
  });
});
