import { describe, expect, test } from 'vitest';
import {
  annOf,
  answers,
  expectWithheld,
  formulaPlan,
  goalOf,
  ofCompany,
  paid,
  pays,
  scored,
  scorePlan,
  stepCalled,
  stepsCalled,
  type Writing,
} from './support.js';

const quarters = (rows: readonly Writing[], changes: Writing = {}) =>
  rows.map((row, index) => scored({ period: `Q${index + 1}`, ...row, ...changes }));
// 10, 20, 30 and 40 points of 10, 20, 30 and 40 responses.
const rising = quarters([1, 2, 3, 4].map((one) => ({ value: 10 * one, responses: 10 * one })));
const whole = (accumulates: string, sample?: Writing) => scorePlan(sample, { each: 'quarter', accumulates });

describe('quarters put together', () => {
  test.each([
    ['sum', '20000.00'],
    ['last', '14000.00'],
    ['mean', '12500.00'],
    // (100 + 400 + 900 + 1600) / 100 = 30
    ['pooled', '13000.00'],
  ])('%s', (how, amount) => {
    expect(paid(whole(how), rising)).toBe(amount);
  });

  test.each([
    // The responses of all quarters count, of the last only those of the last.
    ['sum', 100, '20000.00'],
    ['mean', 100, '12500.00'],
    ['pooled', 100, '13000.00'],
    ['last', 40, '14000.00'],
  ])('%s rests on %i responses', (how, responses, amount) => {
    expect(paid(whole(how, { atLeast: responses, tooFew: 'payZero' }), rising)).toBe(amount);
    expect(paid(whole(how, { atLeast: responses + 1, tooFew: 'payZero' }), rising)).toBe('0.00');
  });

  test('pooled counts are those of one big sample', () => {
    const counts = [answers(10, 5, 5), answers(7, 3, 5), answers(6, 3, 0), answers(4, 2, 0)];
    // 27, 13 and 10 in all: 34 points, lower end at 95 % 10.816641775838477 (shared vectors).
    expect(paid(whole('pooled'), quarters(counts))).toBe('13400.00');
    const bound = { bound: '95%', round: { to: '0.1', mode: 'halfUp' } };
    expect(paid(whole('pooled', { pays: bound }), quarters(counts))).toBe('11080.00');
  });

  test('pooled needs the responses of every quarter', () => {
    const silent = rising.map(({ responses, ...row }) =>
      row['period'] === 'Q3' ? row : { ...row, responses },
    );
    expectWithheld({ document: whole('pooled'), actuals: silent }, 'actuals.responses.missing');
    expect(paid(whole('mean'), silent)).toBe('12500.00');
  });

  test('a wider score is put together in the same way', () => {
    const company = [1, 2, 3, 4].map((one) =>
      ofCompany({ period: `Q${one}`, value: 50 - 10 * one, responses: 100 * one }),
    );
    const document = whole('pooled', { atLeast: 101, tooFew: { use: 'company' } });
    // (40 × 100 + 30 × 200 + 20 × 300 + 10 × 400) / 1000 = 20.
    expect(paid(document, [...rising, ...company])).toBe('12000.00');
  });

  test('halves of pooled quarters', () => {
    const document = {
      ...whole('pooled'),
      periods: 'halves',
      goals: [goalOf({ during: 'H2' })],
    };
    // (900 + 1600) / 70 = 250/7 points.
    expect(paid(document, rising)).toBe('13571.43');
  });
});

describe('each quarter by itself', () => {
  const each = { each: 'quarter', weights: ['25%', '25%', '25%', '25%'] };
  const judged = (sample: Writing) => scorePlan(sample, { each: 'quarter' }, { goals: [goalOf(each)] });
  const rows = quarters([
    { value: 20, responses: 29 },
    { value: 50, responses: 30 },
    { responses: 0 },
    { value: 50, responses: 31 },
  ]);
  const company = [1, 2, 3, 4].map((one) => ofCompany({ period: `Q${one}`, value: 10 * one, responses: 90 }));

  test.each([
    // 100 %, 150 %, 100 %, 150 %
    ['payTarget', '12500.00'],
    // 0 %, 150 %, 0 %, 150 %
    ['payZero', '7500.00'],
    // 110 %, 150 %, 130 %, 150 %
    [{ use: 'company' }, '13500.00'],
  ])('too few pays %o', (tooFew, amount) => {
    expect(paid(judged({ atLeast: 30, tooFew }), [...rows, ...company])).toBe(amount);
  });

  test('blended in each', () => {
    const credibility = { toward: 'company', strength: 30 };
    // Q2: half of 50 and half of 20; Q4: 31/61 × 50 + 30/61 × 40 = 2750/61; Q1: 29/59 × 20 + 30/59 × 10 = 880/59;
    // Q3: the 30 of the company. (35 + 45.0819672 + 14.9152542 + 30) / 4 = 31.24930536.
    const document = judged({ pays: 'blended', credibility });
    expect(paid(document, [...rows, ...company])).toBe('13124.93');
  });

  test('a quarter without a row', () => {
    const gap = rows.filter((row) => row['period'] !== 'Q3');
    const sample = { atLeast: 30, tooFew: 'payTarget' };
    expectWithheld({ document: judged(sample), actuals: gap }, 'actuals.metric.missing', 'Q3');
    expect(paid(judged({ ...sample, notMeasured: 'tooFew' }), gap)).toBe('12500.00');
  });

  test('every line says on how many', () => {
    const award = annOf({ document: judged({ atLeast: 30, tooFew: 'payTarget' }), actuals: rows });
    for (const [index, responses] of [29, 30, 0, 31].entries()) {
      const { how } = stepCalled(award, `enough responses for score in Q${index + 1}`);
      expect(how).toContain(`${responses} responses, needs at least 30`);
    }
    expect(stepsCalled(award, 'score in Q2, measured')[0]?.how).toContain('n = 30');
  });
});

describe('rolling over parts of the period', () => {
  const rolling = (periods: number, more: Writing = {}, metric: Writing = {}) =>
    formulaPlan(pays({ metric: 'score', rolling: periods, ...more }), undefined, {
      each: 'quarter',
      ...metric,
    });
  const before = scored({ period: 'previous', value: 100, responses: 10 });

  test('the last part and those before it', () => {
    // (30 + 40) / 2; (20 + 30 + 40) / 3.
    expect(paid(rolling(2), rising)).toBe('13500.00');
    expect(paid(rolling(3), rising)).toBe('13000.00');
  });

  test('pooled', () => {
    // (400 + 900 + 1600) / 90 = 290/9 points.
    expect(paid(rolling(3, {}, { accumulates: 'pooled' }), rising)).toBe('13222.22');
  });

  test('before the first part are the periods before', () => {
    // (100 + 10 + 20) / 3 = 130/3.
    expect(paid(rolling(3, { during: 'Q2' }), [...rising, before])).toBe('14333.33');
    // (10 × 100 + 10 × 10 + 20 × 20) / 40 = 37.5.
    expect(paid(rolling(3, { during: 'Q2' }, { accumulates: 'pooled' }), [...rising, before])).toBe(
      '13750.00',
    );
    expectWithheld(
      { document: rolling(3, { during: 'Q1' }), actuals: [...rising, before] },
      'actuals.metric.missing',
      'previous-2',
    );
  });

  test('in each quarter', () => {
    const give = {
      curve: {
        of: { metric: 'score', rolling: 2 },
        points: [
          [-100, '0%'],
          [100, '200%'],
        ],
      },
    };
    const document = formulaPlan(
      { each: 'quarter', give, weights: ['25%', '25%', '25%', '25%'] },
      undefined,
      { each: 'quarter' },
    );
    // Means: (100 + 10) / 2, 15, 25, 35: 130 / 4 = 32.5.
    expect(paid(document, [...rising, before])).toBe('13250.00');
  });

  test('a rolling mean rests on the responses of all its parts', () => {
    const payout = pays({ metric: 'score', rolling: 3 });
    const sample = (atLeast: number) => ({ atLeast, tooFew: { use: 'company' } });
    const company = [2, 3, 4].map((one) => ofCompany({ period: `Q${one}`, value: one, responses: 900 }));
    const plan = (atLeast: number) => formulaPlan(payout, sample(atLeast), { each: 'quarter' });
    expect(paid(plan(90), [...rising, ...company])).toBe('13000.00');
    // (2 + 3 + 4) / 3 = 3 points of the company.
    expect(paid(plan(91), [...rising, ...company])).toBe('10300.00');
  });
});
