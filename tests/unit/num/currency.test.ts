import { expect, test } from 'vitest';
import { isCurrency, minorDigits } from '../../../src/num/currency.js';

// Source: shared vectors e_mechanics.json, "minor units by currency" (ISO 4217).
test.each([
  ['JPY', 0],
  ['USD', 2],
  ['KWD', 3],
  ['CLF', 4],
  ['HUF', 2],
  ['MRU', 2],
  ['EUR', 2],
  ['ISK', 0],
  ['TND', 3],
  ['IDR', 2],
  ['COP', 2],
] as const)('%s has %i decimals', (code, digits) => {
  expect(minorDigits(code)).toBe(digits);
});

test.each(['', 'usd', 'Euro', 'DEM', '$', 'US', 'USDT', '__proto__', 'constructor', 'XXX'])(
  '%j is not a currency',
  (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(minorDigits(code)).toBeUndefined();
  },
);
