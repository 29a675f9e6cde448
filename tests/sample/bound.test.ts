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

const to = (unit: string, mode = 'halfUp') => ({ to: unit, mode });
const bounded = (bound: unknown, round: Writing = to('0.1')) => scorePlan({ pays: { bound, round } });
const counted = (promoters: number, passives: number, detractors: number) =>
  scored(answers(promoters, passives, detractors));

// Source: shared vectors b_metric_statistics.json (adjusted Wald after Rocks 2016, by mpmath), lower ends at 95 %.
// Of n points 10,000 + 100 n is paid.
describe('the lower end of an nps at 95 %', () => {
  test.each([
    // 10.816641775838477
    [27, 13, 10, '0.1', '11080.00'],
    [27, 13, 10, '0.00001', '11081.66'],
    [27, 13, 10, '1', '11100.00'],
    // 0.990973451237279
    [6, 1, 1, '0.1', '10100.00'],
    [6, 1, 1, '0.01', '10099.00'],
    // 24.94525141303357
    [162, 108, 54, '0.1', '12490.00'],
    // 17.491453034168966, where the plain interval would have no width
    [5, 0, 0, '0.1', '11750.00'],
    [5, 0, 0, '0.001', '11749.10'],
  ])(
    '%i promoters, %i passives, %i detractors, to %s: %s',
    (promoters, passives, detractors, unit, amount) => {
      expect(paid(bounded('95%', to(unit)), [counted(promoters, passives, detractors)])).toBe(amount);
    },
  );
});

// Recalculated with mpmath, 30 digits: 27/13/10 with 3/4, 3/2 and 3/4 added; 45 of 50 and 5 of 50 by Wilson.
const LEVELS = [
  // level, nps low, retention low, churn high
  ['80%', 18.1750699645, 0.832287195691, 0.167712804309],
  ['90%', 14.234499222, 0.808462485848, 0.191537514152],
  ['95%', 10.8166417758, 0.786397685625, 0.213602314375],
  ['98%', 6.84264385823, 0.759364626135, 0.240635373865],
  ['99%', 4.13663327818, 0.740269210404, 0.259730789596],
  ['99.9%', -3.61536175151, 0.683574099645, 0.316425900355],
] as const;

describe.each(LEVELS)('confidence of %s', (level, nps, retention, churn) => {
  test('nps', () => {
    const amount = (10_000 + 100 * Number(nps.toFixed(1))).toFixed(2);
    expect(paid(bounded(level), [counted(27, 13, 10)])).toBe(amount);
  });

  test('a share pays its lower end', () => {
    const document = sharePlan('retention', { pays: { bound: level, round: to('0.01%') } });
    const amount = (100 * Number((100 * retention).toFixed(2))).toFixed(2);
    expect(paid(document, [scored({ count: 45, responses: 50 })])).toBe(amount);
  });

  test('a churn pays its upper end', () => {
    const document = sharePlan('churn', { pays: { bound: level, round: to('0.01%') } });
    const amount = (10_000 - 100 * Number((100 * churn).toFixed(2))).toFixed(2);
    expect(paid(document, [scored({ count: 5, responses: 50 })])).toBe(amount);
  });
});

// Source: shared vectors, Wilson 1927 at 95 %: 45/50 from 0.7863976856252034, 50/50 from 0.9286524008666412,
// 9/10 from 0.5958499732047615, 460/500 from 0.8928936834221487; 0/10 up to 0.27753279986288926.
describe('the end of a share at 95 %', () => {
  const rules = { pays: { bound: '95%', round: to('0.001%') } };

  test.each([
    ['retention', 45, 50, '7864.00'],
    ['retention', 50, 50, '9286.50'],
    ['csat', 9, 10, '5958.50'],
    ['recommendationRate', 460, 500, '8928.90'],
    ['retention', 0, 10, '0.00'],
    // 1 − 0.277533 = 0.722467
    ['churn', 0, 10, '7224.70'],
    // The upper end of 5 of 50 mirrors the lower end of 45 of 50.
    ['churn', 5, 50, '7864.00'],
    ['churn', 10, 10, '0.00'],
  ])('%s, %i of %i: %s', (kind, count, responses, amount) => {
    expect(paid(sharePlan(kind, rules), [scored({ count, responses })])).toBe(amount);
  });

  test('of a value as printed with its responses the same is paid', () => {
    const printed = scored({ value: '90%', responses: 50 });
    expect(paid(sharePlan('retention', rules), [printed])).toBe('7864.00');
  });

  test('a direction of its own says which end pays less', () => {
    const document = sharePlan('csat', rules, { direction: 'lower' });
    const warned = {
      ...document,
      goals: [
        {
          metric: 'score',
          weight: 1,
          reads: 'value',
          curve: [
            ['0%', '100%'],
            ['100%', '0%'],
          ],
        },
      ],
    };
    // The upper end of 45 of 50: 0.9565242350681096.
    expect(paid(warned, [scored({ count: 45, responses: 50 })])).toBe('434.80');
  });
});

describe('a bound is rounded as stated', () => {
  // 10.816641775838477 of 27, 13, 10; mirrored, 10, 13, 27 has −53.33430162038794.
  test.each([
    ['halfUp', '11080.00', '4670.00'],
    ['halfDown', '11080.00', '4670.00'],
    ['halfEven', '11080.00', '4670.00'],
    ['up', '11090.00', '4660.00'],
    ['down', '11080.00', '4670.00'],
    ['ceiling', '11090.00', '4670.00'],
    ['floor', '11080.00', '4660.00'],
  ])('%s', (mode, positive, negative) => {
    expect(paid(bounded('95%', to('0.1', mode)), [counted(27, 13, 10)])).toBe(positive);
    expect(paid(bounded('95%', to('0.1', mode)), [counted(10, 13, 27)])).toBe(negative);
  });

  test('to a unit that is no power of ten', () => {
    // 10.8166 is nearest to 54 fifths, and to 32 thirds (10.667) rather than 33 (11).
    expect(paid(bounded('95%', to('0.2')), [counted(27, 13, 10)])).toBe('11080.00');
    expect(paid(bounded('95%', to('1/3')), [counted(27, 13, 10)])).toBe('11066.67');
    expect(paid(bounded('95%', to('5')), [counted(27, 13, 10)])).toBe('11000.00');
  });

  // A target of 101.25 × 110.8 % is 112.185: only the rounded bound lies on half a cent.
  test.each([
    ['halfUp', '112.19'],
    ['halfDown', '112.18'],
    ['halfEven', '112.18'],
    ['up', '112.19'],
    ['down', '112.18'],
  ])('half a cent by a bound goes where the plan says: %s', (mode, amount) => {
    const document = {
      ...bounded('95%'),
      target: { amount: { money: '101.25' }, hours: 'full', prorate: 'calendarDays' },
      rounding: { award: { to: '0.01', mode } },
    };
    expect(paid(document, [counted(27, 13, 10)])).toBe(amount);
  });
});

describe('what a bound needs', () => {
  test('the counts of an nps', () => {
    const world = { document: bounded('95%'), actuals: [scored({ value: 34, responses: 50 })] };
    for (const count of ['promoters', 'passives', 'detractors'])
      expectWithheld(world, 'actuals.counts.missing', `how many ${count}`);
  });

  test('the responses of a share', () => {
    const document = sharePlan('retention', { pays: { bound: '95%', round: to('0.1%') } });
    expectWithheld(
      { document, actuals: [scored({ value: '90%' })] },
      'actuals.responses.missing',
      'responses',
    );
    expectWithheld(
      { document, actuals: [scored({ count: 0, responses: 0 })] },
      'actuals.responses.none',
      'North',
    );
  });
});

describe('beside other rules', () => {
  const bound = { bound: '95%', round: to('0.1') };
  const six = counted(6, 1, 1);
  const fifty = ofCompany(answers(27, 13, 10));

  test('the wider score that pays instead is its bound, too', () => {
    const document = scorePlan({ atLeast: 9, tooFew: { use: 'company' }, pays: bound });
    // 8 responses: the bound of the company, 10.8; not its score, 34.
    expect(paid(document, [six, fifty])).toBe('11080.00');
    expect(paid(scorePlan({ atLeast: 8, tooFew: { use: 'company' }, pays: bound }), [six, fifty])).toBe(
      '10100.00',
    );
  });

  test('bounds are blended', () => {
    const credibility = { toward: 'company', strength: 24 };
    const document = scorePlan({ atLeast: 9, tooFew: 'blend', credibility, pays: bound });
    // 8/32 × 1.0 + 24/32 × 10.8 = 8.35 points.
    expect(paid(document, [six, fifty])).toBe('10835.00');
  });

  test('its line says both ends, the interval and the rounding', () => {
    const award = annOf({ document: bounded('95%'), actuals: [counted(27, 13, 10)] });
    const { shown, how } = stepCalled(award, 'score, lower bound');
    expect(shown).toBe('10.8');
    for (const words of ['95%', '10.8166', '53.3343', 'adjusted Wald', '0.1']) expect(how).toContain(words);
    expect(stepCalled(award, 'score, measured').how).toContain('n = 50');
  });

  test('the line of a churn says that the upper end pays', () => {
    const document = sharePlan('churn', { pays: { bound: '95%', round: to('0.1%') } });
    const award = annOf({ document, actuals: [scored({ count: 5, responses: 50 })] });
    const { shown, how } = stepCalled(award, 'score, upper bound');
    expect(shown).toBe('21.4%');
    for (const words of ['upper end', '4.34', '21.36', 'Wilson']) expect(how).toContain(words);
  });
});
