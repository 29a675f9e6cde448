import { describe, expect, test } from 'vitest';
import { goalOf, mover, scored, scorePlan, sharePlan, somebody } from '../sample/support.js';
import { draft, explained, nextOf, pointsOf, textOf, type Writing } from './support.js';

/** Of a target of 10,000: an nps of n points pays 10,000 + 100 n where nothing else is said. */
const ofScore = (value: unknown, changes: Writing = {}, metric: Writing = {}, person = somebody()) =>
  draft({
    documents: [scorePlan(undefined, metric, changes)],
    people: [person],
    actuals: [scored({ value })],
  });
const withCurve = (curve: unknown, goal: Writing = {}) => ({ goals: [goalOf({ curve, ...goal })] });
const STEPS = {
  points: [
    [0, '50%'],
    [40, '100%'],
    [60, '150%'],
  ],
  shape: 'steps',
};
const LINE = [
  [0, '0%'],
  [50, '150%'],
];
const ofChurn = (value: string, curve?: unknown) =>
  draft({
    documents: [
      curve === undefined ? sharePlan('churn') : scorePlan(undefined, { kind: 'churn' }, withCurve(curve)),
    ],
    people: [somebody()],
    actuals: [scored({ value })],
  });

describe('what one more point would have added', () => {
  test.each([
    // 20 pay 12,000, 21 pay 12,100.
    ['on a line', ofScore(20), '1 more: 100.00'],
    // 50 points pay 150 %, and so does every more.
    ['past the end of a line', ofScore(60, withCurve(LINE)), '1 more: 0.00'],
    // 49 pay 147 %, 50 pay 150 %: 300.
    ['up to the end of a line', ofScore(49, withCurve(LINE)), '1 more: 300.00'],
    // There are no 101 points.
    ['at the most there can be', ofScore(100), '1 more: 0.00'],
    // 39 pay 50 %, 40 pay 100 %.
    ['up to a step', ofScore(39, withCurve(STEPS)), '1 more: 5000.00'],
    ['between two steps', ofScore(40, withCurve(STEPS)), '1 more: 0.00'],
    // 30 of 40 are 75 %; 1 % of 40 more is 76 %.
    [
      'of a result against its target',
      ofScore(
        30,
        withCurve(
          [
            ['0%', '0%'],
            ['200%', '200%'],
          ],
          { reads: 'achievement' },
        ),
        { target: 40 },
      ),
      '1% of target more: 100.00',
    ],
    // Lost are 10 %, which pays 90 %, or 9 %, which pays 91 %.
    ['where lower is better', ofChurn('10%'), '1 percentage point less: 100.00'],
    ['where nothing is lost', ofChurn('0%'), '1 percentage point less: 0.00'],
    // 39 do not reach 40, which pay 14,000.
    ['of a closed gate', ofScore(39, { gates: [{ metric: 'score', atLeast: 40 }] }), '1 more: 14000.00'],
    ['far from a closed gate', ofScore(30, { gates: [{ metric: 'score', atLeast: 40 }] }), '1 more: 0.00'],
    // 70 % of target hang on it.
    ['beside a safe part', ofScore(20, { risk: { paidAnyway: '30%' } }), '1 more: 70.00'],
    // 12,000 and 12,100 are both 12,000.
    [
      'of an award rounded to 500',
      ofScore(20, { rounding: { award: { to: 500, mode: 'down' } } }),
      '1 more: 0.00',
    ],
    // 12,000 is the cap.
    ['of a capped award', ofScore(20, { limits: { award: { cap: '120%', of: 'target' } } }), '1 more: 0.00'],
    // Half of the year: 181 of 365 days of 10,000, of which a hundredth is 49.589…; 5,950.68 becomes 6,000.27.
    ['of somebody who left in June', ofScore(20, {}, {}, somebody({ left: '2026-06-30' })), '1 more: 49.59'],
  ])('%s', (_, run, adds) => {
    expect(pointsOf(explained(run))).toEqual({ score: adds });
  });

  test('of a score of two teams, in both', () => {
    const run = draft({
      documents: [scorePlan()],
      people: [mover],
      actuals: [scored({ value: 20 }), scored({ value: 40, group: 'South' })],
    });
    // 100 for the whole year, whatever the team.
    expect(pointsOf(explained(run))).toEqual({ score: '1 more: 100.00' });
  });

  test('less is said with its sign, in both languages', () => {
    // Who gets more customers gets less: 20 pay 80 %, 21 pay 79 %.
    const run = ofScore(
      20,
      withCurve({
        points: [
          [0, '100%'],
          [100, '0%'],
        ],
      }),
    );
    expect(textOf(run)).toContain('  score, 1 more: -100.00 USD');
    expect(textOf(run, 'ann', 'fr')).toContain('  score, 1 de plus : -100,00 USD');
    expect(textOf(ofScore(20))).toContain('  score, 1 more: +100.00 USD');
    expect(textOf(ofScore(100))).toContain('  score, 1 more: +0.00 USD');
  });

  test('is in the currency of the person, to its smallest unit', () => {
    const inYen = (currency: string, money: number) =>
      draft({
        documents: [
          scorePlan(
            undefined,
            {},
            { currency, target: { amount: { money }, hours: 'full', prorate: 'calendarDays' } },
          ),
        ],
        people: [somebody({ currency })],
        actuals: [scored({ value: 20 })],
      });
    expect(textOf(inYen('JPY', 1_500_000))).toContain('  score, 1 more: +15,000 JPY');
    expect(textOf(inYen('BHD', 1234))).toContain('  score, 1 more: +12.340 BHD');
    expect(textOf(inYen('BHD', 1234), 'ann', 'fr')).toContain('  score, 1 de plus : +12,340 BHD');
  });
});

describe('next thresholds', () => {
  test.each([
    ['on a line', ofScore(20, withCurve(LINE)), ['score: 20 → 50 pays 150%']],
    ['at the end of a line', ofScore(50, withCurve(LINE)), []],
    ['below the first step', ofScore(-5, withCurve(STEPS)), ['score: -5 → 0 pays 50%']],
    ['on a step', ofScore(40, withCurve(STEPS)), ['score: 40 → 60 pays 150%']],
    // Of 4.8 %, 4.75 % is nearer than 4 %.
    [
      'the nearest where lower is better',
      ofChurn('4.8%', {
        points: [
          ['4%', '150%'],
          ['4.75%', '120%'],
          ['5%', '100%'],
        ],
        shape: 'steps',
      }),
      ['score: 4.8% → 4.75% pays 120%'],
    ],
    ['where lower is better, at the best', ofChurn('0%'), []],
    // A point that pays no more is no threshold: 60 pays what 50 pays, 80 pays more.
    [
      'past a flat stretch',
      ofScore(
        55,
        withCurve([
          [0, '0%'],
          [50, '100%'],
          [60, '100%'],
          [80, '150%'],
        ]),
      ),
      ['score: 55 → 80 pays 150%'],
    ],
  ])('%s', (_, run, next) => {
    expect(nextOf(explained(run))).toEqual(next);
  });

  test('a closed gate and what opens it; an open one is none', () => {
    const gates = [{ name: 'Enough', metric: 'score', atLeast: 40 }];
    const curve = { gates, goals: [goalOf({ curve: STEPS })] };
    expect(nextOf(explained(ofScore(39, curve)))).toEqual([
      'Enough: 39 → at least 40',
      'score: 39 → 40 pays 100%',
    ]);
    expect(nextOf(explained(ofScore(40, curve)))).toEqual(['score: 40 → 60 pays 150%']);
    expect(textOf(ofScore(39, curve), 'ann', 'fr')).toContain(
      '  Enough : 39 à présent ; remplie avec au moins 40',
    );
  });

  test('a bound that is no number of the plan is told as it is, a category by its text', () => {
    const gates = [
      { name: 'As before', metric: 'score', atLeast: { term: 'least' } },
      { name: 'Rated', person: 'rating', is: 'good' },
      { name: 'Trained', person: 'trained', is: true },
    ];
    const run = ofScore(
      39,
      {
        gates,
        terms: { least: { sum: [20, 25] } },
        fields: { trained: { kind: 'yesNo' }, rating: { kind: 'category' } },
      },
      {},
      somebody({ rating: 'fair', trained: 'no' }),
    );
    expect(nextOf(explained(run)).slice(0, 3).toSorted()).toEqual([
      'As before: 39 → at least 45',
      'Rated: fair → good',
      'Trained: no → yes',
    ]);
    expect(nextOf(explained(run, 'ann', { language: 'fr' }))).toContain('Trained: non → oui');
  });

  test('amounts of money are told as such', () => {
    const sales = {
      documents: [
        scorePlan(
          undefined,
          { kind: 'money', currency: 'USD' },
          withCurve([
            ['1000000', '50%'],
            ['2500000', '100%'],
          ]),
        ),
      ],
      people: [somebody()],
      actuals: [scored({ value: '1000000' })],
    };
    expect(textOf(draft(sales))).toContain('  score: 1,000,000.00 USD now; at 2,500,000.00 USD it pays 100%');
    expect(textOf(draft(sales), 'ann', 'fr')).toContain(
      '  score : 1 000 000,00 USD à présent ; à 2 500 000,00 USD, versement de 100 %',
    );
  });

  test('of each quarter, named by it', () => {
    const each = { each: 'quarter', weights: ['25%', '25%', '25%', '25%'] };
    const documents = [
      scorePlan(undefined, { each: 'quarter' }, { goals: [goalOf({ curve: LINE, ...each })] }),
    ];
    const actuals = [10, 50, 20, 20].map((value, index) => scored({ value, period: `Q${index + 1}` }));
    expect(nextOf(explained(draft({ documents, people: [somebody()], actuals })))).toEqual([
      'score, Q1: 10 → 50 pays 150%',
      'score, Q3: 20 → 50 pays 150%',
      'score, Q4: 20 → 50 pays 150%',
    ]);
  });

  test('a choice of a formula is no gate', () => {
    const { goals: _, ...plan } = scorePlan();
    const payout = (when: Writing) => ({
      product: [{ when, then: '150%', otherwise: '100%', name: 'Choice' }, '100%'],
    });
    const nexts = (when: Writing) =>
      nextOf(
        explained(
          draft({
            documents: [{ ...plan, fields: { role: { kind: 'category' } }, payout: payout(when) }],
            people: [somebody({ role: 'officer' })],
            actuals: [scored({ value: 20 })],
          }),
        ),
      );
    expect(nexts({ person: 'role', is: 'chief' })).toEqual([]);
    expect(nexts({ metric: 'score', atLeast: { sum: [20, 25] } })).toEqual([]);
    expect(nexts({ metric: 'score', atLeast: 45 })).toEqual(['Choice: 20 → at least 45']);
  });
});
