import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { confidenceLevels, zOf } from '../../src/metrics/confidence.js';
import { toFixed } from '../../src/num/decimal.js';
import { isNumber, readLiteral } from '../../src/num/literal.js';
import { type Ratio, ratio } from '../../src/num/ratio.js';

const Exact = Decimal.clone({ defaults: true, precision: 70 });

function levelOf(text: string): Ratio {
  const read = readLiteral(text);
  if (!isNumber(read)) throw new Error(text);
  return read.value;
}

/** π by Machin's formula: 16 arctan(1/5) − 4 arctan(1/239), each by its series. */
function pi(): Decimal {
  const arctan = (divisor: number) => {
    let [power, sum] = [new Exact(1).div(divisor), new Exact(0)];
    for (let k = 0; k < 120; k += 1) {
      sum = sum.plus(power.div(2 * k + 1));
      power = power.div(-divisor * divisor);
    }
    return sum;
  };
  return arctan(5).times(16).minus(arctan(239).times(4));
}

/**
 * How much of a normal distribution lies within z of its middle, by the power series of the error function:
 * 2/√(2π) × Σ (−1)^k z^(2k+1) / (2^k k! (2k+1)).
 */
function within(z: Decimal): Decimal {
  let [term, sum] = [z, new Exact(0)];
  for (let k = 0; k < 200; k += 1) {
    sum = sum.plus(term.div(2 * k + 1));
    term = term
      .times(z)
      .times(z)
      .div(-2 * (k + 1));
  }
  return sum.times(2).div(pi().times(2).sqrt());
}

describe('confidence levels', () => {
  test('the list is closed', () => {
    expect(confidenceLevels).toEqual(['80%', '90%', '95%', '98%', '99%', '99.9%']);
    expect(zOf(ratio(97, 100))).toBeUndefined();
    expect(zOf(ratio(19, 20))).toEqual(zOf(ratio(95, 100)));
  });

  // A slope of 0.0035 at 3.29 and 0.35 at 1.28: 38 digits of the level are at least 36 of z.
  test.each(confidenceLevels)('z of %s holds just that much of a normal distribution', (text) => {
    const level = levelOf(text);
    const z = zOf(level);
    if (z === undefined) throw new Error(text);
    const held = within(new Exact(toFixed(z, 39)));
    const off = held.minus(new Exact(String(level.n)).div(String(level.d))).abs();
    expect(off.lt('1e-38')).toBe(true);
  });

  // Source: any table of the normal distribution, such as NIST/SEMATECH e-Handbook 1.3.6.7.1, inverted.
  test('z as tables print it', () => {
    expect(confidenceLevels.map((text) => toFixed(zOf(levelOf(text)) ?? ratio(0), 3))).toEqual([
      '1.282',
      '1.645',
      '1.960',
      '2.326',
      '2.576',
      '3.291',
    ]);
  });
});
