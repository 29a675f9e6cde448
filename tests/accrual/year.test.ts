import { describe, expect, test } from 'vitest';
import type { AccrualDocument } from '../../src/accrual/index.js';
import { parseRates } from '../../src/data/rates.js';
import { accrued, estimate, journalIn, paidRun, person, rulesOf } from './support.js';

/**
 * A year by hand. 10 % of salary is target; scores of 45, 51, 33 and 39 are expected at the quarters' ends and pay 100,
 * 120, 60 and 80 % of it; 42 is measured in the end and pays 90 %.
 *
 *                     Q1        Q2        Q3        Q4        paid
 * ann (100, DE, EUR)  100,000   120,000    60,000    80,000    90,000
 * ben (200, DE, EUR)   50,000    60,000    30,000    40,000    45,000
 * cy  (200, US, USD)   20,000    24,000    12,000    16,000    18,000
 * earned                 25 %      50 %      75 %     100 %     100 %
 */
const people = [
  person('ann', { salary: '1000000', costCentre: '100', country: 'DE' }),
  person('ben', { salary: '500000', costCentre: '200', country: 'DE' }),
  person('cy', { salary: '200000', costCentre: '200', country: 'US', currency: 'USD' }),
];
const made = { people };
const runs = [
  estimate('2026-03-31', 45, made),
  estimate('2026-06-30', 51, made),
  estimate('2026-09-30', 33, made),
  estimate('2026-12-31', 39, made),
];
const actual = paidRun('2027-01-31', 42, made);

const own = { accounts: { expense: '6210', liability: '2410' } };
const rules: AccrualDocument = rulesOf({
  earned: { straightLine: 'quarters' },
  accounts: { expense: '6200', liability: '2400', exchange: '6960' },
  onCosts: [
    { name: 'social security', rate: '20.5%', where: { country: 'DE' }, until: '2026-06-30', ...own },
    { name: 'social security', rate: '21%', where: { country: 'DE' }, from: '2026-07-01', ...own },
    { name: 'social security', rate: '7.65%', where: { country: 'US' }, ...own },
  ],
  reportingCurrency: 'EUR',
});
const rates = parseRates(
  [
    ['2026-03-31', '0.92'],
    ['2026-06-30', '0.90'],
    ['2026-09-30', '0.95'],
    ['2026-12-31', '0.93'],
    ['2027-01-31', '0.91'],
  ].map(([day, rate]) => ({ from: 'USD', to: 'EUR', day, rate })),
);
const accrual = accrued(runs, rules, { rates, actual, by: ['costCentre'] });

/** What a line is closing by closing. */
function lines(costCentre: string, country: string, onCost?: string) {
  return accrual.closings.map(({ lines: all }) => {
    const found = all.find(
      ({ group, onCost: cost }) =>
        group['costCentre'] === costCentre && group['country'] === country && cost === onCost,
    );
    return found ?? expect.fail('there is no such line');
  });
}

describe('a year by hand', () => {
  test('has nothing to tell, and every control holds', () => {
    expect(accrual.issues).toEqual([]);
    expect(accrual.columns).toEqual(['costCentre', 'country']);
    expect(accrual.controls.filter(({ holds }) => !holds)).toEqual([]);
    expect(accrual.holds).toBe(true);
    // By closing: 2 currencies × 3 sums; and the two sides of each of 5 days.
    expect(accrual.controls).toHaveLength(5 * 2 * 3 + 5);
  });

  test('awards: the change of what is earned of the estimate', () => {
    const ann = lines('100', 'DE');
    expect(ann.map(({ liability }) => liability)).toEqual([
      ...['25000.00', '60000.00', '45000.00', '80000.00', '90000.00'],
    ]);
    expect(ann.map(({ expense }) => expense)).toEqual([
      ...['25000.00', '35000.00', '-15000.00', '35000.00', '10000.00'],
    ]);
    expect(lines('200', 'DE').map(({ expense }) => expense)).toEqual([
      ...['12500.00', '17500.00', '-7500.00', '17500.00', '5000.00'],
    ]);
    expect(ann.map(({ restsOn }) => restsOn)).toEqual([
      ...['forecast', 'forecast', 'forecast', 'forecast', 'final'],
    ]);
  });

  test('on-costs: 20.5 % of 25,000 and 60,000, then 21 % of 45,000, 80,000 and 90,000', () => {
    const cost = lines('100', 'DE', 'social security');
    expect(cost.map(({ liability }) => liability)).toEqual([
      ...['5125.00', '12300.00', '9450.00', '16800.00', '18900.00'],
    ]);
    expect(cost.map(({ expense }) => expense)).toEqual([
      ...['5125.00', '7175.00', '-2850.00', '7350.00', '2100.00'],
    ]);
    expect(cost.map(({ rate }) => rate)).toEqual(['0.205', '0.205', '0.21', '0.21', '0.21']);
  });

  test('dollars: the liability at the rate of the closing day, what the rate moved apart from the expense', () => {
    // 5,000, 12,000, 9,000, 16,000 and 18,000 dollars at 0.92, 0.90, 0.95, 0.93 and 0.91.
    const reported = lines('200', 'US').map(({ reporting }) => reporting);
    expect(reported.map((one) => one?.liability)).toEqual([
      ...['4600.00', '10800.00', '8550.00', '14880.00', '16380.00'],
    ]);
    // 5,000 × 0.92; 7,000 × 0.90; −3,000 × 0.95; 7,000 × 0.93; 2,000 × 0.91.
    expect(reported.map((one) => one?.expense)).toEqual([
      ...['4600.00', '6300.00', '-2850.00', '6510.00', '1820.00'],
    ]);
    // 5,000 × (0.90 − 0.92); 12,000 × 0.05; 9,000 × −0.02; 16,000 × −0.02.
    expect(reported.map((one) => one?.exchange)).toEqual([
      ...['0.00', '-100.00', '600.00', '-180.00', '-320.00'],
    ]);
  });

  test('on-costs in dollars: half cents go up, and the cent that rounding leaves is exchange difference', () => {
    // 7.65 %: 382.50, 918.00, 688.50, 1,224.00, 1,377.00 dollars; 688.50 × 0.95 = 654.075.
    const reported = lines('200', 'US', 'social security').map(({ reporting }) => reporting);
    expect(reported.map((one) => one?.liability)).toEqual([
      ...['351.90', '826.20', '654.08', '1138.32', '1253.07'],
    ]);
    // 535.50 × 0.90; −229.50 × 0.95 = −218.025; 535.50 × 0.93 = 498.015; 153 × 0.91.
    expect(reported.map((one) => one?.expense)).toEqual([
      ...['351.90', '481.95', '-218.03', '498.02', '139.23'],
    ]);
    expect(reported.map((one) => one?.exchange)).toEqual([...['0.00', '-7.65', '45.91', '-13.78', '-24.48']]);
  });

  test('the journal of the third quarter: all expense is below zero, so the sides are changed', () => {
    expect(journalIn(accrual, '2026-09-30')).toEqual([
      '6200 Cr 15000.00 EUR 100 DE',
      '2400 Dr 15000.00 EUR 100 DE',
      '6210 Cr 2850.00 EUR 100 DE',
      '2410 Dr 2850.00 EUR 100 DE',
      '6200 Cr 7500.00 EUR 200 DE',
      '2400 Dr 7500.00 EUR 200 DE',
      '6210 Cr 1425.00 EUR 200 DE',
      '2410 Dr 1425.00 EUR 200 DE',
      '6200 Cr 2850.00 EUR 200 US',
      '6960 Dr 600.00 EUR 200 US',
      '2400 Dr 2250.00 EUR 200 US',
      '6210 Cr 218.03 EUR 200 US',
      '6960 Dr 45.91 EUR 200 US',
      '2410 Dr 172.12 EUR 200 US',
    ]);
  });

  test('what was accrued against what was paid, by cost centre and in total, is what is trued up', () => {
    const { lines: compared = [], totals = [] } = accrual.againstPaid ?? {};
    expect(compared[0]).toEqual({
      plan: 'daily',
      currency: 'EUR',
      group: { costCentre: '100', country: 'DE' },
      estimate: '80000.00',
      offEstimate: '10000.00',
      accrued: '80000.00',
      paid: '90000.00',
      difference: '10000.00',
      verdict: 'under-accrued',
    });
    expect(
      totals.map(({ onCost = 'awards', currency, accrued: before, paid, difference }) =>
        [onCost, currency, before, paid, difference].join(' '),
      ),
    ).toEqual([
      'awards EUR 120000.00 135000.00 15000.00',
      'social security EUR 25200.00 28350.00 3150.00',
      'awards USD 16000.00 18000.00 2000.00',
      'social security USD 1224.00 1377.00 153.00',
    ]);
    expect(journalIn(accrual, '2027-01-31').slice(0, 2)).toEqual([
      '6200 Dr 10000.00 EUR 100 DE',
      '2400 Cr 10000.00 EUR 100 DE',
    ]);
  });

  test('over-accrued where less is paid: the true-up takes expense back', () => {
    // 33 pays 60 %: 60,000 of 80,000.
    const over = accrued(
      runs.slice(3),
      { earned: 'straightLine' },
      { actual: paidRun('2027-01-31', 33, made) },
    );
    expect(over.againstPaid?.totals.find(({ currency }) => currency === 'EUR')).toMatchObject({
      accrued: '120000.00',
      paid: '90000.00',
      difference: '-30000.00',
      verdict: 'over-accrued',
    });
    expect(journalIn(over, '2027-01-31')).toEqual([
      '6200 Cr 30000.00 EUR',
      '2400 Dr 30000.00 EUR',
      '6200 Cr 4000.00 USD',
      '2400 Dr 4000.00 USD',
    ]);
  });

  test('exact where the estimate came true', () => {
    const exact = accrued(runs.slice(3), {}, { actual: paidRun('2027-01-31', 39, made) });
    expect(exact.againstPaid?.totals.map(({ verdict }) => verdict)).toEqual(['exact', 'exact']);
    expect(journalIn(exact, '2027-01-31')).toEqual([]);
  });

  test('line ids are stable, and no two lines have the same', () => {
    const ids = accrual.journal.map(({ lineId }) => lineId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('daily:2026-03-31:EUR:costCentre=100:country=DE:expense:6200');
    expect(ids[2]).toBe(
      'daily:2026-03-31:EUR:on-cost=social%20security:costCentre=100:country=DE:expense:6210',
    );
    // The first quarter alone has the lines it had when the year was over.
    const first = accrued(runs.slice(0, 1), rules, { rates, by: ['costCentre'] });
    expect(first.journal).toEqual(accrual.journal.filter(({ date }) => date === '2026-03-31'));
  });
});

describe('other decimals than cents', () => {
  const reported = (currency: string, rate: string, to: string) => {
    const run = estimate('2026-03-31', 45, { people: [person('yu', { salary: '1000000', currency })] });
    const accounts = { ...rulesOf().accounts, exchange: '6960' };
    const table = parseRates([{ from: currency, to, day: '2026-03-31', rate }]);
    const made = accrued(
      [run],
      { earned: { straightLine: 'quarters' }, reportingCurrency: to, accounts },
      { rates: table },
    );
    return [made.closings[0]?.totals[0]?.liability, made.closings[0]?.totals[0]?.reporting?.liability];
  };

  test('a quarter of 100,000: 25,000 yen at 0.0061 are 152.50 euros', () => {
    expect(reported('JPY', '0.0061', 'EUR')).toEqual(['25000', '152.50']);
  });

  test('25,000 dinars of a thousand fils at 2.9871234 are 74,678.09 euros; dollars at 150.123456 are 3,753,086 yen', () => {
    // 74,678.085 goes up; 3,753,086.4 goes down.
    expect(reported('KWD', '2.9871234', 'EUR')).toEqual(['25000.000', '74678.09']);
    expect(reported('USD', '150.123456', 'JPY')).toEqual(['25000.00', '3753086']);
  });
});

describe('a currency that nobody has any more', () => {
  test('needs the rate of the day on which it is reversed', () => {
    const all = [person('ann'), person('cy', { currency: 'USD' })];
    const both = [
      estimate('2026-03-31', 45, { people: all }),
      estimate('2026-06-30', 45, { people: all.slice(0, 1) }),
    ];
    const changes = { reportingCurrency: 'EUR', accounts: { ...rulesOf().accounts, exchange: '6960' } };
    const row = { from: 'USD', to: 'EUR', rate: '0.5' };
    const first = parseRates([{ ...row, day: '2026-03-31' }]);
    const { issues } = accrued(both, changes, { rates: first });
    expect(issues.find(({ code }) => code === 'rates.rate.missing')?.message).toContain('2026-06-30');
    const later = parseRates([
      { ...row, day: '2026-03-31' },
      { ...row, day: '2026-06-30', rate: '0.6' },
    ]);
    const made = accrued(both, { ...changes, earned: { straightLine: 'quarters' } }, { rates: later });
    // 1,825 dollars at 0.5 are 912.50; taken back at 0.6, 1,095, of which 182.50 is the rate.
    expect(journalIn(made, '2026-06-30').slice(2)).toEqual([
      '6200 Cr 1095.00 EUR',
      '6960 Dr 182.50 EUR',
      '2400 Dr 912.50 EUR',
    ]);
  });
});
