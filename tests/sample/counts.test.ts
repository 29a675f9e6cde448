import { describe, expect, test } from 'vitest';
import { calculate, parseActuals } from '../../src/index.js';
import { peopleOf, planOf } from '../support/base.js';
import {
  answers,
  expectWithheld,
  formulaPlan,
  goalOf,
  paid,
  pays,
  scored,
  scorePlan,
  sharePlan,
  somebody,
  type Writing,
} from './support.js';

const nps = scorePlan();
const retention = sharePlan('retention');

describe('a score from its counts', () => {
  test.each([
    // 100 × (27 − 10) / 50 = 34
    [27, 13, 10, '13400.00'],
    // 62.5
    [6, 1, 1, '16250.00'],
    [0, 7, 0, '10000.00'],
    // −100/3
    [0, 2, 1, '6666.67'],
  ])('%i promoters, %i passives, %i detractors', (promoters, passives, detractors, amount) => {
    expect(paid(nps, [scored(answers(promoters, passives, detractors))])).toBe(amount);
  });

  test.each([
    ['retention', 523, 1000, '5230.00'],
    // Source: shared vectors, "CSAT top-2-box": 40 + 45 of 100.
    ['csat', 85, 100, '8500.00'],
    ['recommendationRate', 1, 3, '3333.33'],
    ['churn', 5, 50, '9000.00'],
  ])('%s of %i of %i', (kind, count, responses, amount) => {
    expect(paid(sharePlan(kind), [scored({ count, responses })])).toBe(amount);
  });

  // Source: shared vectors, "NRR, GRR … from customer rows": 0.86 and 0.77.
  test('retention of revenue is not counted, and has responses', () => {
    for (const [kind, value, amount] of [
      ['netRevenueRetention', '86%', '8600.00'],
      ['grossRevenueRetention', '77%', '7700.00'],
    ] as const)
      expect(
        paid(sharePlan(kind, { atLeast: 5, tooFew: 'payZero' }), [scored({ value, responses: 5 })]),
      ).toBe(amount);
    const more = scorePlan(
      undefined,
      { kind: 'netRevenueRetention' },
      {
        goals: [
          goalOf({
            curve: [
              ['0%', '0%'],
              ['200%', '200%'],
            ],
          }),
        ],
      },
    );
    expect(paid(more, [scored({ value: '120%' })])).toBe('12000.00');
    expectWithheld(
      { document: sharePlan('grossRevenueRetention'), actuals: [scored({ value: '103%' })] },
      'actuals.value.range',
    );
  });

  test('exact thirds stand on a threshold', () => {
    // 1 promoter of 3 are 100/3 points, exactly where the curve jumps.
    const curve = {
      bands: [
        { from: -100, to: '100/3', pays: '50%' },
        { from: '100/3', pays: '150%' },
      ],
    };
    const document = scorePlan(undefined, {}, { goals: [goalOf({ curve })] });
    expect(paid(document, [scored(answers(1, 2, 0))])).toBe('15000.00');
    expect(paid(document, [scored({ value: '33.3333333333' })])).toBe('5000.00');
    expect(paid(document, [scored(answers(333_333, 666_667, 0))])).toBe('5000.00');
    const third = sharePlan('retention');
    const goals = [
      goalOf({
        curve: {
          bands: [
            { from: '0%', to: '1/3', pays: '50%' },
            { from: '1/3', pays: '150%' },
          ],
        },
      }),
    ];
    expect(paid({ ...third, goals }, [scored({ count: 1, responses: 3 })])).toBe('15000.00');
    expect(paid({ ...third, goals }, [scored({ value: '33.3%' })])).toBe('5000.00');
  });

  test('many counts stay exact', () => {
    // (10^15 − 1) / (2 × 10^15 + 1) is nearly 1/2: 14,999.9999…
    expect(paid(nps, [scored(answers(1e15, 1e15, 1))])).toBe('15000.00');
    const all = sharePlan('retention');
    expect(paid(all, [scored({ count: 333_333_333_333_333, responses: 999_999_999_999_999 })])).toBe(
      '3333.33',
    );
  });
});

describe('a value as printed beside its counts', () => {
  const counts = answers(5227, 4773, 0);
  test.each([
    // 52.27 by the counts: that is what pays, whatever was printed.
    ['52.3'],
    ['52.27'],
    ['52'],
    ['52.270'],
    [52.3],
    [52],
    ['5227/100'],
  ])('%s agrees with 52.27', (value) => {
    expect(paid(nps, [scored({ ...counts, value })])).toBe('15227.00');
  });

  test.each([['52.4'], ['52.2'], ['52.30'], ['53'], ['51'], ['52.28'], [-52.27], ['523/10']])(
    '%s contradicts 52.27: withheld',
    (value) => {
      const world = { document: nps, actuals: [scored({ ...counts, value })] };
      expectWithheld(world, 'actuals.counts.value', 'its counts give, 52.27');
    },
  );

  test.each([
    [523, 1000, '52.3%'],
    [523, 1000, '52.3 %'],
    [523, 1000, '0.523'],
    [523, 1000, 0.523],
    [523, 1000, '0.52'],
    [600, 1000, '60%'],
    [1, 3, '33.3%'],
    [1, 3, '1/3'],
    [2, 3, '66.67%'],
    [1, 8, '12.5%'],
  ])('%i of %i agree with %s', (count, responses, value) => {
    const alone = paid(retention, [scored({ count, responses })]);
    expect(paid(retention, [scored({ count, responses, value })])).toBe(alone);
  });

  test.each([
    [523, 1000, '52.4%'],
    [523, 1000, '53%'],
    [523, 1000, '0.53'],
    [1, 3, '33.4%'],
    [1, 3, '333/1000'],
    [2, 3, '66.6%'],
  ])('%i of %i contradict %s: withheld', (count, responses, value) => {
    const world = { document: retention, actuals: [scored({ count, responses, value })] };
    expectWithheld(world, 'actuals.counts.value', value);
  });

  test('a blank value is that of the counts', () => {
    for (const value of ['', ' ', null, undefined])
      expect(paid(nps, [scored({ ...counts, value })])).toBe('15227.00');
  });

  test('with decimal commas', () => {
    const pay = (value: string) => {
      const actuals = parseActuals([scored({ ...counts, value })], { decimal: ',' });
      const data = { people: peopleOf([somebody()]), actuals };
      return calculate([planOf(nps)], data, { asOf: '2027-01-31' }).awards[0]?.amount;
    };
    expect([pay('52,3'), pay('52,27'), pay('52,4')]).toEqual(['15227.00', '15227.00', undefined]);
  });
});

describe('what belongs together', () => {
  test('responses may be written beside promoters, and must be their sum', () => {
    expect(paid(nps, [scored({ ...answers(27, 13, 10), responses: 50 })])).toBe('13400.00');
    const world = { document: nps, actuals: [scored({ ...answers(27, 13, 10), responses: 51 })] };
    expectWithheld(world, 'actuals.counts.sum', '50 promoters, passives and detractors');
  });

  test('tens are among the promoters, responses among the invited', () => {
    expect(paid(nps, [scored({ ...answers(27, 13, 10), tens: 27, invited: 50 })])).toBe('13400.00');
    for (const [wrong, names] of [
      [{ tens: 28 }, '28 answers of 10'],
      [{ invited: 49 }, '49 were invited'],
    ] as const)
      expectWithheld(
        { document: nps, actuals: [scored({ ...answers(27, 13, 10), ...wrong })] },
        'actuals.counts.sum',
        names,
      );
  });

  test('tens without promoters', () => {
    const row = (changes: Writing) => [scored({ value: 20, ...changes })];
    expect(paid(nps, row({ tens: 3, responses: 40 }))).toBe('12000.00');
    expectWithheld({ document: nps, actuals: row({ tens: 41, responses: 40 }) }, 'actuals.counts.sum', '41');
  });

  test('two rows of one day contradict each other, whatever their counts', () => {
    const rows = [scored(answers(27, 13, 10)), scored(answers(27, 13, 10))];
    expectWithheld({ document: nps, actuals: rows }, 'actuals.row.duplicate', 'score');
  });

  test('the latest row counts with its own counts', () => {
    const rows = [
      scored({ ...answers(27, 13, 10), measuredOn: '2027-01-05' }),
      scored({ ...answers(6, 1, 1), measuredOn: '2027-01-04' }),
    ];
    expect(paid(nps, rows)).toBe('13400.00');
    const document = scorePlan({ atLeast: 9, tooFew: 'payZero' });
    expect(
      paid(
        document,
        rows.map((row, index) => ({ ...row, measuredOn: `2027-01-0${4 + index}` })),
      ),
    ).toBe('0.00');
  });
});

describe('rolling means', () => {
  const rolling = (periods: number, metric: Writing = {}, sample?: Writing) =>
    formulaPlan(pays({ metric: 'score', rolling: periods }), sample, metric);
  const rows = [
    scored({ value: 40, responses: 40 }),
    scored({ value: 10, responses: 10, period: 'previous' }),
    scored({ value: 1, responses: 50, period: 'previous-2' }),
  ];

  test('of the period and those before it', () => {
    expect(paid(rolling(1), rows)).toBe('14000.00');
    expect(paid(rolling(2), rows)).toBe('12500.00');
    expect(paid(rolling(3), rows)).toBe('11700.00');
  });

  test('pooled by responses', () => {
    // (40 × 40 + 10 × 10) / 50 = 34; with 50 × 1: 1750 / 100 = 17.5.
    expect(paid(rolling(2, { accumulates: 'pooled' }), rows)).toBe('13400.00');
    expect(paid(rolling(3, { accumulates: 'pooled' }), rows)).toBe('11750.00');
  });

  test('all responses together are enough', () => {
    const sample = (atLeast: number) => ({ atLeast, tooFew: { use: 'company' } });
    expect(paid(rolling(3, {}, sample(100)), rows)).toBe('11700.00');
    const company = rows.map(({ group: _group, ...row }) => ({ ...row, responses: 101 }));
    expect(paid(rolling(3, {}, sample(101)), [...rows, ...company])).toBe('11700.00');
    expectWithheld(
      { document: rolling(3, {}, sample(304)), actuals: [...rows, ...company] },
      'actuals.responses.few',
    );
  });

  test('a period that is missing is a fault', () => {
    expectWithheld({ document: rolling(4), actuals: rows }, 'actuals.metric.missing', 'previous-3');
  });
});
