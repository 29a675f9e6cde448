import { describe, expect, test } from 'vitest';
import {
  decimalOfNumber,
  ratioOfDecimal,
  sumMoney,
  toExactText,
  toFixed,
  unitsToText,
} from '../../../src/num/decimal.js';
import { ratio, reduce } from '../../../src/num/ratio.js';

describe('between decimals and ratios', () => {
  test('a numeral is its exact ratio', () => {
    expect(reduce(ratioOfDecimal('-12.50'))).toEqual({ n: -25n, d: 2n });
    expect(reduce(ratioOfDecimal('0.000000000000000001'))).toEqual({ n: 1n, d: 10n ** 18n });
    expect(reduce(ratioOfDecimal('1200'))).toEqual({ n: 1200n, d: 1n });
  });

  test('a JSON number has no exponent', () => {
    expect(decimalOfNumber(1e-7)).toBe('0.0000001');
    expect(decimalOfNumber(1e21)).toBe('1000000000000000000000');
    expect(decimalOfNumber(0.1)).toBe('0.1');
  });

  test('sums of money are exact', () => {
    expect(sumMoney(['0.10', '0.20'], 2)).toBe('0.30');
    expect(sumMoney(['-0.01', '0.01'], 2)).toBe('0.00');
    expect(sumMoney([], 2)).toBe('0.00');
    expect(sumMoney([], 0)).toBe('0');
    expect(sumMoney(Array(1000).fill('99999999999.99'), 2)).toBe('99999999999990.00');
  });

  test.each([
    [ratio(1, 8), 3, '0.125'],
    [ratio(1, 8), 2, '0.13'],
    [ratio(-1, 8), 2, '-0.13'],
    [ratio(2, 3), 2, '0.67'],
    [ratio(-1, 1000), 2, '0.00'],
    [ratio(5), 0, '5'],
    [ratio(-5, 2), 0, '-3'],
  ])('%o with %i decimals is %s', (value, digits, text) => {
    expect(toFixed(value, digits)).toBe(text);
  });

  test('whole units as a numeral, zero without a sign', () => {
    expect([unitsToText(12345n, 2), unitsToText(-5n, 2), unitsToText(0n, 3)]).toEqual([
      '123.45',
      '-0.05',
      '0.000',
    ]);
    expect([unitsToText(1250n, 0), unitsToText(-7n, 0)]).toEqual(['1250', '-7']);
  });

  test.each([
    [ratio(1, 8), '0.125'],
    [ratio(-1, 8), '-0.125'],
    [ratio(2, 37), '2/37'],
    [ratio(-4, 6), '-2/3'],
    [ratio(10, 5), '2'],
    [ratio(0, 7), '0'],
    [ratio(1n, 2n ** 18n), '0.000003814697265625'],
    [ratio(1n, 2n ** 20n), '1/1048576'],
  ])('%o is %s, and nothing is lost', (value, text) => {
    expect(toExactText(value)).toBe(text);
  });
});
