import { describe, expect, test } from 'vitest';
import {
  annOf,
  answers,
  expectWithheld,
  ofCompany,
  paid,
  scored,
  scorePlan,
  sharePlan,
  stepCalled,
  type Writing,
} from './support.js';

const blended = (credibility: Writing, more: Writing = {}) => ({ pays: 'blended', credibility, ...more });
const round = { to: '0.1', mode: 'halfUp' };

describe('weight = n ÷ (n + strength)', () => {
  // Source: shared vectors, "Dirichlet shrinkage of a small-sample NPS": 6, 1, 1 (62.5 of 8), team 30, strength 30:
  // weight 8/38, 36.8421052631579 = 700/19. 10,000 + 70,000/19 = 13,684.2105…
  test.each([
    ['a value', { value: 30 }, []],
    ['the company', 'company', [ofCompany({ value: 30, responses: 400 })]],
    ['the region', 'region', [scored({ group: 'West', value: 30, responses: 60 })]],
  ])('62.5 points of 8 answers are drawn toward the 30 of %s', (_whose, toward, rows) => {
    const document = scorePlan(blended({ toward, strength: 30 }));
    const award = annOf({ document, actuals: [scored(answers(6, 1, 1)), ...rows] });
    expect(award.amount).toBe('13684.21');
    const { value, how } = stepCalled(award, 'score, blended');
    expect(value).toBe('700/19');
    expect(how).toContain('8 ÷ (8 + 30)');
    expect(stepCalled(award, 'score, measured').how).toContain('n = 8');
  });

  // Source: shared vectors, "beta-binomial shrinkage … with prior Beta(46,4)": strength 50 toward 46/50 = 92 %.
  test.each([
    // 0.9166666666666666 = 11/12
    [9, 10, '9166.67'],
    // 0.9333333333333333 = 14/15
    [10, 10, '9333.33'],
    // 0.7733333333333333 = 58/75
    [70, 100, '7733.33'],
  ])('%i of %i customers toward 92 %', (count, responses, amount) => {
    const document = sharePlan('retention', blended({ toward: { value: '92%' }, strength: 50 }));
    expect(paid(document, [scored({ count, responses })])).toBe(amount);
  });

  test('rounded where the plan says', () => {
    const rule = (mode: string) => blended({ toward: { value: 30 }, strength: 30, round: { to: 1, mode } });
    // 36.842…
    expect(paid(scorePlan(rule('halfUp')), [scored(answers(6, 1, 1))])).toBe('13700.00');
    expect(paid(scorePlan(rule('down')), [scored(answers(6, 1, 1))])).toBe('13600.00');
  });

  test('a strength that is no whole number', () => {
    // 8 / (8 + 0.5) × 62.5 + 0.5 / 8.5 × 30 = (500 + 15) / 8.5 = 60.588235…
    const document = scorePlan(blended({ toward: { value: 30 }, strength: '0.5' }));
    expect(paid(document, [scored(answers(6, 1, 1))])).toBe('16058.82');
  });
});

describe('weight = √(n ÷ fullAt), at most 1', () => {
  const document = scorePlan(blended({ toward: { value: 30 }, fullAt: 100, round }));
  test.each([
    // √(25/100) = 1/2: (62 + 30) / 2 = 46
    [25, '14600.00'],
    // √(1/2) = 0.70710678: 30 + 32 × 0.70710678 = 52.627417
    [50, '15260.00'],
    // √(99/100) = 0.99498744: 61.8396
    [99, '16180.00'],
    [100, '16200.00'],
    [101, '16200.00'],
    [1_000_000, '16200.00'],
  ])('62 points of %i responses, full at 100: %s', (responses, amount) => {
    expect(paid(document, [scored({ value: 62, responses })])).toBe(amount);
  });

  test('a published standard: 1083 responses (90 %, 5 %)', () => {
    // RISK B3: (z/k)² = 1082.217…, so 1083. √(40/1083) = 0.19218336: 30 + 32 × 0.19218336 = 36.149868.
    const standard = scorePlan(
      blended({ toward: { value: 30 }, fullAt: 1083, round: { to: '0.001', mode: 'halfUp' } }),
    );
    const award = annOf({ document: standard, actuals: [scored({ value: 62, responses: 40 })] });
    expect(award.amount).toBe('13615.00');
    expect(stepCalled(award, 'score, blended').how).toContain('√(40 ÷ 1083)');
  });
});

describe('the edges', () => {
  const toCompany = blended({ toward: 'company', strength: 30 });
  const company = ofCompany({ value: 10, responses: 400 });

  test('nobody responded: the wider score alone, and its line says so', () => {
    const award = annOf({ document: scorePlan(toCompany), actuals: [scored({ responses: 0 }), company] });
    expect(award.amount).toBe('11000.00');
    expect(stepCalled(award, 'score, blended').how).toContain('nobody responded');
  });

  test('no row: withheld', () => {
    expectWithheld({ document: scorePlan(toCompany), actuals: [company] }, 'actuals.metric.missing', 'North');
  });

  test('a row that does not say how many: withheld', () => {
    const actuals = [scored({ value: 10 }), company];
    expectWithheld({ document: scorePlan(toCompany), actuals }, 'actuals.responses.missing', 'responses');
  });

  test('without the wider score: withheld', () => {
    const actuals = [scored({ value: 20, responses: 30 })];
    expectWithheld({ document: scorePlan(toCompany), actuals }, 'actuals.metric.missing', 'the company');
  });

  test('with as many as the strength it is the mean', () => {
    expect(paid(scorePlan(toCompany), [scored({ value: 20, responses: 30 }), company])).toBe('11500.00');
  });

  test('blended and too few: another policy says what pays', () => {
    const document = scorePlan({ ...toCompany, atLeast: 30, tooFew: 'payTarget' });
    expect(paid(document, [scored({ value: 20, responses: 29 }), company])).toBe('10000.00');
    expect(paid(document, [scored({ value: 20, responses: 30 }), company])).toBe('11500.00');
  });

  test('blended, and from too few the wider score alone', () => {
    const document = scorePlan({ ...toCompany, atLeast: 30, tooFew: { use: 'company' } });
    expect(paid(document, [scored({ value: 20, responses: 29 }), company])).toBe('11000.00');
    expect(paid(document, [scored({ value: 20, responses: 30 }), company])).toBe('11500.00');
  });

  test('a churn is drawn up as well as down', () => {
    const document = sharePlan('churn', blended({ toward: { value: '8%' }, strength: 10 }));
    // (10 × 0 % + 10 × 8 %) / 20 = 4 %; (10 × 20 % + 10 × 8 %) / 20 = 14 %.
    expect(paid(document, [scored({ count: 0, responses: 10 })])).toBe('9600.00');
    expect(paid(document, [scored({ count: 2, responses: 10 })])).toBe('8600.00');
  });
});
