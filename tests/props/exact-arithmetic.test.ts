import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import { toExactText, toFixed } from '../../src/num/decimal.js';
import { isNumber, readLiteral } from '../../src/num/literal.js';
import {
  add,
  compare,
  divide,
  higher,
  lower,
  multiply,
  negate,
  type Ratio,
  ratio,
  reduce,
  sign,
  subtract,
} from '../../src/num/ratio.js';
import { roundingModes, roundTo } from '../../src/num/round.js';
import { round } from '../support/reference/number.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

/** One value held twice: by the library and by fraction.js. */
type Pair = readonly [ours: Ratio, theirs: Fraction];

const whole = fc.oneof(
  fc.bigInt({ min: -50n, max: 50n }),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
);
const divisor = fc.oneof(fc.bigInt({ min: 1n, max: 60n }), fc.bigInt({ min: 1n, max: 10n ** 18n }));
const leaf: fc.Arbitrary<Pair> = fc
  .tuple(whole, divisor)
  .map(([n, d]) => [ratio(n, d), new Fraction(n, d)] as const);

const operations: Readonly<Record<string, (a: Pair, b: Pair) => Pair>> = {
  add: ([a, x], [b, y]) => [add(a, b), x.add(y)],
  subtract: ([a, x], [b, y]) => [subtract(a, b), x.sub(y)],
  multiply: ([a, x], [b, y]) => [multiply(a, b), x.mul(y)],
  divide: ([a, x], [b, y]) => (b.n === 0n ? [a, x] : [divide(a, b), x.div(y)]),
  lower: ([a, x], [b, y]) => [lower(a, b), x.lt(y) ? x : y],
  higher: ([a, x], [b, y]) => [higher(a, b), x.gt(y) ? x : y],
  negate: ([a, x]) => [negate(a), x.neg()],
};

const { tree } = fc.letrec<{ tree: Pair }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom(...Object.keys(operations)), tie('tree'), tie('tree'))
      .map(([name, a, b]) => (operations[name] as (typeof operations)['add'])?.(a, b) as Pair),
  ),
}));

function expectSame([ours, theirs]: Pair): void {
  const { n, d } = reduce(ours);
  expect(ours.d > 0n).toBe(true);
  expect([n, d]).toEqual([theirs.s * theirs.n, theirs.d]);
}

describe('ratios against fraction.js', () => {
  test('random expressions have the same value', () => {
    fc.assert(fc.property(tree, expectSame), { numRuns: 3000, seed: 1 });
  });

  test('order and sign', () => {
    fc.assert(
      fc.property(tree, tree, ([a, x], [b, y]) => {
        expect(Math.sign(compare(a, b))).toBe(x.compare(y));
        expect(sign(a)).toBe(x.compare(0));
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  test('rounding to a unit, every mode, on and beside ties', () => {
    const unit = fc.constantFrom('1', '0.01', '0.05', '10', '1/3', '0.001');
    const halves = fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), unit, fc.constantFrom(-1n, 0n, 1n))
      .map(([count, text, beside]) => {
        const step = new Fraction(text);
        const value = step.mul(new Fraction(count, 2n)).add(new Fraction(beside, 10n ** 30n));
        return [value, text] as const;
      });
    const any = fc.tuple(
      tree.map(([, theirs]) => theirs),
      unit,
    );
    fc.assert(
      fc.property(fc.oneof(halves, any), fc.constantFrom(...roundingModes), ([value, text], mode) => {
        const step = new Fraction(text);
        const ours = roundTo(ratio(value.s * value.n, value.d), ratio(step.n, step.d), mode);
        expectSame([ours, round(value, step, mode)]);
      }),
      { numRuns: 5000, seed: 3 },
    );
  });

  test('text loses nothing: what is printed reads back as the same number', () => {
    fc.assert(
      fc.property(leaf, ([ours, theirs]) => {
        const text = toExactText(ours);
        expect(new Fraction(text).equals(theirs), text).toBe(true);
        if (text.includes('/')) expect([2n, 5n]).not.toContain(theirs.d);
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  test('decimals and percentages read as fraction.js reads them', () => {
    const numeral = fc
      .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(12), fc.constantFrom('', '%', ' %'))
      .map(
        ([units, digits, percent]) =>
          [toFixed(ratio(units, 10n ** BigInt(digits)), digits), percent] as const,
      );
    fc.assert(
      fc.property(numeral, ([text, percent]) => {
        const read = readLiteral(`${text}${percent}`);
        if (!isNumber(read)) throw new Error(text);
        expectSame([read.value, new Fraction(text).div(percent === '' ? 1 : 100)]);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});
