import { describe, expect, test } from 'vitest';
import { convertMoney, parseRates } from '../../../src/data/rates.js';

const row = { from: 'USD', to: 'EUR', day: '2027-01-29', rate: '0.9123' };

describe('rates of exchange', () => {
  test('are read as they are written, for one day or several', () => {
    const { rates, issues } = parseRates([row, { ...row, day: '2027-01-30', until: '2027-01-31' }]);
    expect(issues).toEqual([]);
    expect(rates[0]).toEqual({
      from: 'USD',
      to: 'EUR',
      day: '2027-01-29',
      until: '2027-01-29',
      rate: '0.9123',
    });
    expect(rates[1]?.until).toBe('2027-01-31');
  });

  test.each([
    ['from', { from: 'UDS' }, 'is not a currency'],
    ['to', { to: undefined }, 'is not a currency'],
    ['day', { day: '2027-02-30' }, 'is not a day'],
    ['until', { until: '2027-01-28' }, 'lies before'],
    ['until', { until: 'soon' }, 'is not a day'],
    ['rate', { rate: '0' }, 'is not a rate'],
    ['rate', { rate: '-1.2' }, 'is not a rate'],
    ['rate', { rate: '91%' }, 'is not a rate'],
    ['rate', { rate: '0,9123' }, 'is not a rate'],
    ['rate', { to: 'USD' }, 'A USD would be'],
  ])('with a wrong %s are not used', (column, wrong, says) => {
    const { rates, issues } = parseRates([{ ...row, ...wrong }]);
    expect(rates).toEqual([]);
    expect(issues.map(({ code }) => code)).toContain('rates.rate.form');
    expect(issues[0]).toMatchObject({ at: { row: 1, column }, message: expect.stringContaining(says) });
  });

  test('of one day contradict each other, and neither is used', () => {
    const { rates, issues } = parseRates([
      { ...row, day: '2027-01-01', until: '2027-01-31', rate: '0.9' },
      row,
      { ...row, day: '2027-02-01' },
    ]);
    expect(rates.map(({ day }) => day)).toEqual(['2027-02-01']);
    expect(issues).toMatchObject([{ code: 'rates.rate.twice', at: { row: 2, column: 'day' } }]);
  });

  test('which are no rows say so', () => {
    expect(parseRates('rates' as never).issues).toMatchObject([{ code: 'rows.record.form' }]);
    expect(parseRates([]).issues).toMatchObject([{ code: 'rows.none' }]);
    expect(parseRates([7 as never]).issues).toMatchObject([{ code: 'rows.record.form', at: { row: 1 } }]);
  });
});

describe('an amount is converted', () => {
  const rates = parseRates([row, { ...row, to: 'JPY', rate: '156.5' }]);
  const on = '2027-01-29';

  // 100.00 × 0.9123 = 91.23; 0.05 × 0.9123 = 0.045615; 1.00 × 156.5 = 156.5, a tie at whole yen.
  test.each([
    ['100.00', 'EUR', 'halfUp', '91.23'],
    ['-0.05', 'EUR', 'halfUp', '-0.05'],
    ['0.05', 'EUR', 'down', '0.04'],
    ['1.00', 'JPY', 'halfUp', '157'],
    ['1.00', 'JPY', 'halfEven', '156'],
  ] as const)('%s USD into %s, %s: %s', (amount, to, mode, expected) => {
    expect(convertMoney(amount, { from: 'USD', to, on }, rates, mode)).toMatchObject({
      ok: true,
      amount: expected,
    });
  });

  test('into its own currency without a rate', () => {
    const same = { from: 'EUR', to: 'EUR', on };
    expect(convertMoney('1.00', same, { rates: [] })).toEqual({ ok: true, amount: '1.00', rate: '1' });
  });

  test.each([
    { from: 'EUR', to: 'USD', on },
    { from: 'USD', to: 'EUR', on: '2027-01-30' },
    { from: 'JPY', to: 'EUR', on },
  ])('never by a rate turned round, of another day or crossed: %o', (conversion) => {
    expect(convertMoney('1', conversion, rates)).toMatchObject({ issue: { code: 'rates.rate.missing' } });
  });
});
