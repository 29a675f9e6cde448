import { describe, expect, test } from 'vitest';
import { accrued, quarters, recognised } from './support.js';

/**
 * Both vectors are worked figures after ASC 270-10-45, ASC 710-10-25, IAS 34 B6 and IAS 19.19: the liability is the
 * estimate of the full year times the share earned, the expense its change.
 */
describe('worked figures', () => {
  test('interim accrual with cumulative catch-up: estimates of 100, 120, 60 and 80 thousand, straight over four quarters', () => {
    const runs = quarters([45, 51, 33, 39]);
    expect(runs.map(({ totals }) => totals[0]?.amount)).toEqual([
      '100000.00',
      '120000.00',
      '60000.00',
      '80000.00',
    ]);
    const made = accrued(runs, { earned: { straightLine: 'quarters' } });
    expect(made.issues).toEqual([]);
    expect(recognised(made)).toEqual({
      liability: ['25000.00', '60000.00', '45000.00', '80000.00'],
      expense: ['25000.00', '35000.00', '-15000.00', '35000.00'],
    });
    expect(made.holds).toBe(true);
  });

  test('in proportion to the metric earned: 100 thousand, of which 23, 48, 70 and 100 % are earned', () => {
    const shares = ['23%', '0.48', '70%', '1'];
    const byMetric = shares.map((share, index) => ({
      closing: ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'][index] ?? '',
      share,
    }));
    const made = accrued(quarters([45, 45, 45, 45]), { earned: { byMetric } });
    expect(recognised(made)).toEqual({
      liability: ['23000.00', '48000.00', '70000.00', '100000.00'],
      expense: ['23000.00', '25000.00', '22000.00', '30000.00'],
    });
    expect(made.holds).toBe(true);
  });
});
