import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  equal,
  higher,
  lower,
  multiply,
  negate,
  ONE,
  ratio,
  reduce,
  sign,
  subtract,
  ZERO,
} from '../../../src/num/ratio.js';

const third = ratio(1, 3);

describe('ratio', () => {
  test('a negative denominator moves its sign up', () => {
    expect(ratio(1, -3)).toEqual({ n: -1n, d: 3n });
    expect(reduce(ratio(-4, -6))).toEqual({ n: 2n, d: 3n });
  });

  test('a denominator of zero is a fault of the program', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  // STYLE section 2: with decimals of 40 digits "1/3 + 1/3 + 1/3 >= 1 is false".
  test('three thirds are one', () => {
    expect(equal(add(add(third, third), third), ONE)).toBe(true);
    expect(compare(add(add(third, third), third), ONE)).toBe(0);
  });

  test('the four operations', () => {
    expect(reduce(add(ratio(1, 2), third))).toEqual({ n: 5n, d: 6n });
    expect(reduce(subtract(third, ratio(1, 2)))).toEqual({ n: -1n, d: 6n });
    expect(reduce(multiply(ratio(2, 37), ratio(37, 4)))).toEqual({ n: 1n, d: 2n });
    expect(reduce(divide(ratio(1, 2), ratio(-3, 4)))).toEqual({ n: -2n, d: 3n });
    expect(negate(third)).toEqual({ n: -1n, d: 3n });
  });

  test('order does not depend on terms', () => {
    expect(equal(ratio(90, 100), ratio(9, 10))).toBe(true);
    expect(compare(ratio(-1, 2), ratio(-1, 3))).toBe(-1);
    expect(lower(ratio(1, 2), third)).toBe(third);
    expect(higher(third, ratio(1, 2))).toEqual(ratio(1, 2));
    expect([sign(ratio(-1, 5)), sign(ZERO), sign(third)]).toEqual([-1, 0, 1]);
  });

  test('sums over many denominators stay in small terms', () => {
    let sum = ZERO;
    for (let d = 1; d <= 60; d += 1) sum = add(sum, ratio(1, d));
    for (let d = 1; d <= 60; d += 1) sum = subtract(sum, ratio(1, d));
    expect(sign(sum)).toBe(0);
    expect(sum.d < 1n << 400n).toBe(true);
  });
});
