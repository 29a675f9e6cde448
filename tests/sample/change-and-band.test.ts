import { describe, expect, test } from 'vitest';
import {
  annOf,
  answers,
  expectWithheld,
  goalOf,
  ofCompany,
  paid,
  scored,
  scorePlan,
  sharePlan,
  stepCalled,
  type Writing,
} from './support.js';

const previous = (row: Writing) => scored({ period: 'previous', ...row });

describe('a score counts as moved by so much at most', () => {
  const document = scorePlan({ changeAtMost: 10 });
  // 20 points before; 10,000 + 100 n is paid.
  test.each([
    ['up by less', 25, '12500.00'],
    ['up by exactly so much', 30, '13000.00'],
    ['up by more', 31, '13000.00'],
    ['up by far', 100, '13000.00'],
    ['not at all', 20, '12000.00'],
    ['down by exactly so much', 10, '11000.00'],
    ['down by more', '9.99', '11000.00'],
    ['down by far', -100, '11000.00'],
  ])('%s: %s', (_how, value, amount) => {
    expect(paid(document, [scored({ value }), previous({ value: 20 })])).toBe(amount);
  });

  test.each([
    ['there is no earlier row', []],
    ['nobody responded before', [previous({ responses: 0 })]],
    ['the earlier row was measured after the date', [previous({ value: 20, measuredOn: '2027-02-01' })]],
    ['the earlier row is of another team', [previous({ value: 20, group: 'South' })]],
  ])('%s: the score itself', (_why, rows) => {
    const award = annOf({ document, actuals: [scored({ value: 50, responses: 12 }), ...rows] });
    expect(award.amount).toBe('15000.00');
    expect(stepCalled(award, 'score, within the limit on change').how).toContain('no earlier score');
    expect(stepCalled(award, 'score, measured').how).toContain('n = 12');
  });

  test('an earlier row that cannot be read is not the same as none', () => {
    const actuals = [scored({ value: 50 }), previous({ value: 'n/a' })];
    expectWithheld({ document, actuals }, 'actuals.value.number', 'n/a');
  });

  test('an earlier score by its counts', () => {
    // 40 − 20 of 100 are 20 points.
    expect(paid(document, [scored({ value: 50 }), previous(answers(40, 40, 20))])).toBe('13000.00');
  });

  test('a share moves by percentage points', () => {
    const share = sharePlan('retention', { changeAtMost: '2%' });
    expect(paid(share, [scored({ value: '95%' }), previous({ value: '90%' })])).toBe('9200.00');
    expect(paid(share, [scored({ value: '85%' }), previous({ value: '90%' })])).toBe('8800.00');
  });

  test('its line says from where', () => {
    const award = annOf({ document, actuals: [scored({ value: 50 }), previous({ value: 20 })] });
    expect(stepCalled(award, 'score, within the limit on change').how).toContain(
      '50, at most 10 from 20 before',
    );
  });
});

describe('in each quarter', () => {
  const each = { each: 'quarter', weights: ['25%', '25%', '25%', '25%'] };
  const document = scorePlan({ changeAtMost: 10 }, { each: 'quarter' }, { goals: [goalOf(each)] });
  const quarters = (...values: number[]) =>
    values.map((value, index) => scored({ period: `Q${index + 1}`, value }));

  test('the first is limited by the period before, each other by the quarter before it', () => {
    // Q1: 50, within 10 of 0: 10. Q2: 55, within 10 of 50. Q3: 20, within 10 of 55: 45. Q4: 25, within 10 of 20.
    // (10 + 55 + 45 + 25) / 4 = 33.75 points.
    expect(paid(document, [previous({ value: 0 }), ...quarters(50, 55, 20, 25)])).toBe('13375.00');
  });

  test('without a period before the first is not limited', () => {
    // (50 + 55 + 45 + 25) / 4 = 43.75.
    expect(paid(document, quarters(50, 55, 20, 25))).toBe('14375.00');
  });

  test('one quarter that a goal reads', () => {
    const second = scorePlan(
      { changeAtMost: 10 },
      { each: 'quarter' },
      { goals: [goalOf({ during: 'Q2' })] },
    );
    expect(paid(second, [previous({ value: -90 }), ...quarters(50, 80, 0, 0)])).toBe('16000.00');
    const first = scorePlan({ changeAtMost: 10 }, { each: 'quarter' }, { goals: [goalOf({ during: 'Q1' })] });
    expect(paid(first, [previous({ value: -90 }), ...quarters(50, 80, 0, 0)])).toBe('2000.00');
  });
});

describe('a score so near to target counts as target', () => {
  const document = scorePlan({ deadBand: 2 }, { target: 24 });
  test.each([
    ['at the lower edge', 22, '12400.00'],
    ['inside, below', '22.5', '12400.00'],
    ['at target', 24, '12400.00'],
    ['inside, above', '25.999', '12400.00'],
    ['at the upper edge', 26, '12400.00'],
    ['outside, above', '26.01', '12601.00'],
    ['outside, below', '21.99', '12199.00'],
    ['far outside', -30, '7000.00'],
  ])('%s: %s', (_where, value, amount) => {
    expect(paid(document, [scored({ value })])).toBe(amount);
  });

  test('the target of the actuals', () => {
    const own = scorePlan({ deadBand: 2 });
    expect(paid(own, [scored({ value: 22, target: 24 })])).toBe('12400.00');
    expect(paid(own, [scored({ value: 22, target: 25 })])).toBe('12200.00');
    expectWithheld({ document: own, actuals: [scored({ value: 22 })] }, 'actuals.target.missing', 'score');
  });

  test('a share, and a churn', () => {
    const stay = sharePlan('retention', { deadBand: '0.5%' }, { target: '90%' });
    expect(paid(stay, [scored({ value: '89.5%' })])).toBe('9000.00');
    expect(paid(stay, [scored({ value: '89.4%' })])).toBe('8940.00');
    const leave = sharePlan('churn', { deadBand: '0.5%' }, { target: '10%' });
    expect(paid(leave, [scored({ value: '10.5%' })])).toBe('9000.00');
    expect(paid(leave, [scored({ value: '10.6%' })])).toBe('8940.00');
  });

  test('an achievement and a distance from target read it, too', () => {
    const achieved = goalOf({
      reads: 'achievement',
      curve: [
        ['0%', '0%'],
        ['200%', '200%'],
      ],
    });
    const goals = (goal: Writing) => scorePlan({ deadBand: 2 }, { target: 24 }, { goals: [goal] });
    expect(paid(goals(achieved), [scored({ value: 26 })])).toBe('10000.00');
    // 30 ÷ 24 = 125 %.
    expect(paid(goals(achieved), [scored({ value: 30 })])).toBe('12500.00');
    expect(paid(goals(goalOf({ reads: 'aboveTarget' })), [scored({ value: 26 })])).toBe('10000.00');
    expect(paid(goals(goalOf({ reads: 'aboveTarget' })), [scored({ value: 30 })])).toBe('10600.00');
  });

  test('its line says whether', () => {
    const how = (value: number) =>
      stepCalled(annOf({ document, actuals: [scored({ value })] }), 'score, with its dead band').how;
    expect(how(22)).toContain('22 is within 2 of the target 24');
    expect(how(21)).toContain('21 is not within 2 of the target 24');
  });
});

describe('the limit on change, too few responses, the dead band, in this order', () => {
  const sample = { atLeast: 30, tooFew: { use: 'company' }, changeAtMost: 10, deadBand: 2 };
  const document = scorePlan(sample, { target: 22 });
  const company = ofCompany(answers(27, 13, 10));
  const companyBefore = (value: number, responses: number) =>
    ofCompany({ value, responses, period: 'previous' });

  test('each has its line', () => {
    // 8 answers are too few: the company's 34, which was 11 on 100 answers, so 21 counts: within 2 of 22, 22 points.
    const award = annOf({ document, actuals: [scored(answers(6, 1, 1)), company, companyBefore(11, 100)] });
    expect(award.amount).toBe('12200.00');
    const values = [
      'score, measured',
      'score of the company, measured',
      'score of the company, within the limit on change',
      'score, what counts',
      'score, with its dead band',
    ].map((name) => stepCalled(award, name).shown);
    expect(values).toEqual(['62.5', '34', '21', '21', '22']);
  });

  test('outside the dead band what the limit left is paid', () => {
    const actuals = [scored(answers(6, 1, 1)), company, companyBefore(9, 100)];
    expect(paid(document, actuals)).toBe('11900.00');
  });

  test('an earlier score from too few responses limits nothing', () => {
    const actuals = [scored(answers(6, 1, 1)), company];
    expect(paid(document, [...actuals, companyBefore(9, 29)])).toBe('13400.00');
    expect(paid(document, [...actuals, companyBefore(9, 30)])).toBe('11900.00');
  });
});

describe('the bound, too few responses, the dead band, in this order', () => {
  const round = { to: '0.1', mode: 'halfUp' };
  const sample = { atLeast: 30, tooFew: { use: 'company' }, pays: { bound: '95%', round }, deadBand: 2 };
  const document = scorePlan(sample, { target: 12 });

  test('the bound of the company pays for few, and counts as target near it', () => {
    // Lower ends by the shared vectors: 10.8 of 27, 13, 10, within 2 of 12; 24.9 of 162, 108, 54.
    const company = ofCompany(answers(27, 13, 10));
    expect(paid(document, [scored(answers(6, 1, 1)), company])).toBe('11200.00');
    expect(paid(document, [scored(answers(162, 108, 54)), company])).toBe('12490.00');
  });
});
