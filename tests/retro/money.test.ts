import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOfMoney } from '../../src/num/money.js';

test.each([
  ['9140.00', '7300.00', 2, '1840.00'],
  ['85.00', '100.10', 2, '-15.10'],
  ['0.30', '0.10', 2, '0.20'],
  ['7300', '7301', 0, '-1'],
  ['1.005', '1.004', 3, '0.001'],
  ['-5.00', '-5.00', 2, '0.00'],
  ['0', '0', 2, '0.00'],
  ['123456789012345678901234567890.12', '0.11', 2, '123456789012345678901234567890.01'],
])('%s − %s is exact', (now, before, digits, expected) => {
  expect(differenceOfMoney(now, before, digits)).toBe(expected);
});

test('in cents it is the difference of whole numbers', () => {
  const cents = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
  const text = (units: bigint) => {
    const digits = String(units < 0n ? -units : units).padStart(3, '0');
    return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(differenceOfMoney(text(a), text(b), 2)).toBe(text(a - b));
    }),
    { numRuns: 500, seed: 71 },
  );
});
