import { describe, expect, test } from 'vitest';
import { awardOf, runOf } from '../../support/base.js';

/** What a plan of one goal pays of a target of 1,000,000: in hundredths of a percent, as written. */
function paid(metric: object, goal: object, value: string | number): string | undefined {
  const run = runOf({
    document: {
      plan: 'one-goal',
      version: 1,
      period: { start: '2026-01-01', end: '2026-12-31' },
      target: { amount: { money: '1000000', currency: 'USD' }, prorate: 'none' },
      metrics: { measured: { level: 'company', ...metric } },
      goals: [{ metric: 'measured', weight: 1, ...goal }],
    },
    people: [{ id: 'ann' }],
    actuals: [{ metric: 'measured', value, status: 'final' }],
  });
  return awardOf(run, 'ann').amount;
}

const bands = {
  reads: 'value',
  curve: {
    bands: [
      { to: '85%', pays: '20%' },
      { from: '85%', to: '90%', pays: '50%' },
      { from: '90%', pays: '100%' },
    ],
  },
};

describe('bands: a boundary belongs to the better band', () => {
  test.each([
    ['0%', '200000.00'],
    ['84.99%', '200000.00'],
    ['85%', '500000.00'],
    ['89.99%', '500000.00'],
    ['90%', '1000000.00'],
    ['100%', '1000000.00'],
  ])('retention of %s pays %s', (value, amount) => {
    expect(paid({ kind: 'retention' }, bands, value)).toBe(amount);
  });

  test.each([
    ['0%', '1000000.00'],
    ['85%', '1000000.00'],
    ['85.01%', '500000.00'],
    ['90%', '500000.00'],
    ['90.01%', '200000.00'],
  ])('where lower is better, %s pays %s', (value, amount) => {
    const curve = {
      bands: [
        { to: '85%', pays: '100%' },
        { from: '85%', to: '90%', pays: '50%' },
        { from: '90%', pays: '20%' },
      ],
    };
    expect(paid({ kind: 'churn' }, { reads: 'value', curve }, value)).toBe(amount);
  });

  test('a worst band that is closed pays nothing beyond it', () => {
    const closed = {
      reads: 'value',
      curve: {
        bands: [
          { from: '85%', to: '90%', pays: '50%' },
          { from: '90%', pays: '100%' },
        ],
      },
    };
    expect(paid({ kind: 'retention' }, closed, '84.99%')).toBe('0.00');
  });
});

describe('what a goal reads', () => {
  const line = {
    curve: [
      ['0%', '0%'],
      ['200%', '200%'],
    ],
  };

  // At twice the target, target/value gives 50 % and 2 − value/target gives 0 %.
  test.each([
    ['target/value', '10%', '500000.00'],
    ['2 - value/target', '10%', '0.00'],
    ['2 - value/target', '4%', '1200000.00'],
    ['target/value', '4%', '1250000.00'],
  ])('churn against 5 %% by %s at %s pays %s', (achievement, value, amount) => {
    const metric = { kind: 'churn', target: '5%', achievement };
    expect(paid(metric, { reads: 'achievement', ...line }, value)).toBe(amount);
  });

  // Retention 90 % against a target of 90 %: as a value 90 %, as an achievement 100 %.
  test('a value and an achievement pay different things', () => {
    const metric = { kind: 'retention', target: '90%' };
    expect(paid(metric, { reads: 'value', ...line }, '90%')).toBe('900000.00');
    expect(paid(metric, { reads: 'achievement', ...line }, '90%')).toBe('1000000.00');
  });

  test('above target, for what can be negative', () => {
    const goal = {
      reads: 'aboveTarget',
      curve: [
        [-5, '0%'],
        [0, '100%'],
        [5, '200%'],
      ],
    };
    expect(paid({ kind: 'points', target: -3 }, goal, -5)).toBe('600000.00');
    expect(paid({ kind: 'points', target: -3 }, goal, 0)).toBe('1600000.00');
  });

  test('a payout decided elsewhere pays itself, within the limits of the goal', () => {
    expect(paid({ kind: 'payout' }, {}, '87.5%')).toBe('875000.00');
    expect(paid({ kind: 'payout' }, { cap: '185%' }, '240%')).toBe('1850000.00');
    expect(paid({ kind: 'payout' }, { floor: '20%' }, '-10%')).toBe('200000.00');
  });
});
