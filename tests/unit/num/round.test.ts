import { describe, expect, test } from 'vitest';
import { ratioOfDecimal, toExactText } from '../../../src/num/decimal.js';
import { ratio } from '../../../src/num/ratio.js';
import {
  decimalUnit,
  isMultipleOf,
  type RoundingMode,
  roundTo,
  roundToInteger,
} from '../../../src/num/round.js';

/** By hand, from the definition of each mode: columns are the values below. */
const VALUES = ['2.5', '-2.5', '3.5', '-3.5', '2.4', '-2.4', '2.6', '-2.6', '0.5', '-0.5', '2', '-2', '0'];
const TABLE: Readonly<Record<RoundingMode, readonly number[]>> = {
  halfUp: [3, -3, 4, -4, 2, -2, 3, -3, 1, -1, 2, -2, 0],
  halfDown: [2, -2, 3, -3, 2, -2, 3, -3, 0, 0, 2, -2, 0],
  halfEven: [2, -2, 4, -4, 2, -2, 3, -3, 0, 0, 2, -2, 0],
  up: [3, -3, 4, -4, 3, -3, 3, -3, 1, -1, 2, -2, 0],
  down: [2, -2, 3, -3, 2, -2, 2, -2, 0, 0, 2, -2, 0],
  ceiling: [3, -2, 4, -3, 3, -2, 3, -2, 1, 0, 2, -2, 0],
  floor: [2, -3, 3, -4, 2, -3, 2, -3, 0, -1, 2, -2, 0],
};

const cells = Object.entries(TABLE).flatMap(([mode, row]) =>
  row.map((whole, index) => [mode as RoundingMode, VALUES[index] as string, whole] as const),
);

describe('rounding', () => {
  test.each(cells)('%s of %s is %i', (mode, value, whole) => {
    expect(roundToInteger(ratioOfDecimal(value), mode)).toBe(BigInt(whole));
  });

  test.each([
    ['2.345', '0.01', 'halfUp', '2.35'],
    ['-2.345', '0.01', 'halfUp', '-2.35'],
    ['2.345', '0.01', 'halfEven', '2.34'],
    ['1.325', '0.05', 'halfUp', '1.35'],
    ['12344.99', '10', 'halfUp', '12340'],
    ['12345', '10', 'halfUp', '12350'],
    ['12345', '10', 'halfEven', '12340'],
    ['0.98534', '0.001', 'halfUp', '0.985'],
  ] as const)('%s to %s, %s, is %s', (value, unit, mode, expected) => {
    expect(toExactText(roundTo(ratioOfDecimal(value), ratioOfDecimal(unit), mode))).toBe(expected);
  });

  test('a value a hair off the tie goes to its own side', () => {
    const hair = ratio(1n, 10n ** 40n);
    const tie = ratio(5n, 1000n);
    expect(roundToInteger({ n: tie.n * hair.d * 100n - hair.n, d: tie.d * hair.d }, 'halfUp')).toBe(0n);
    expect(roundToInteger({ n: tie.n * hair.d * 100n + hair.n, d: tie.d * hair.d }, 'halfDown')).toBe(1n);
  });

  test('multiples of a unit', () => {
    expect(isMultipleOf(ratio(1, 20), decimalUnit(2))).toBe(true);
    expect(isMultipleOf(ratio(1, 200), decimalUnit(2))).toBe(false);
    expect(isMultipleOf(ratio(-7), decimalUnit(0))).toBe(true);
  });
});
