import { Decimal } from 'decimal.js';

/** A copy of its own, so that no setting made elsewhere reaches pay; no amount has nearly as many digits. */
const Money = Decimal.clone({ defaults: true, precision: 100 });

/**
 * What is still to be paid: the new amount less the one before, both rounded to `digits` decimals already.
 *
 * Formula:  now − before
 * Rounds:   never
 * @example  differenceOfMoney('85.00', '100.10', 2) // '-15.10'
 */
export function differenceOfMoney(now: string, before: string, digits: number): string {
  const difference = new Money(now).minus(before);
  // A zero of two negative amounts would keep a sign.
  return (difference.isZero() ? new Money(0) : difference).toFixed(digits);
}
