import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/index.js';
import { answers, mover, ofCompany, scored, scorePlan, somebody } from '../sample/support.js';
import { draft, everythingTold, explained, type Writing } from './support.js';

/** Pays 80 % below 90 points, so that what is paid does not tell the score. */
const coarse = {
  metric: 'score',
  weight: 1,
  curve: {
    points: [
      [-100, '80%'],
      [90, '120%'],
    ],
    shape: 'steps',
  },
};

const planWith = (sample: Writing, metric: Writing = {}, goal: Writing = {}, changes: Writing = {}) =>
  scorePlan({ shownFrom: 10, ...sample }, metric, { goals: [{ ...coarse, ...goal }], ...changes });

function toldOf(document: Writing, actuals: readonly Writing[], person: Writing = somebody()): string {
  const run = draft({ documents: [document], people: [person], actuals });
  expect(run.awards[0]?.status, JSON.stringify(run.awards[0]?.reasons)).toBe('paid');
  return everythingTold(run);
}

/** Neither the numbers themselves nor with a French comma; what is found is shown with what stands around it. */
function expectNone(told: string, ...figures: readonly string[]): void {
  for (const figure of figures)
    for (const written of [figure, figure.replace('.', ',')]) {
      const at = told.indexOf(written);
      expect(at < 0 ? 'not there' : told.slice(Math.max(0, at - 60), at + 30)).toBe('not there');
    }
}

// That seven answered may be told, what they answered may not: 5 promoters, 1 passive, 1 detractor are 400/7 = 57.142…
const SEVEN = ['57.14', '400/7', '5 promo'];
const round = { to: '0.1', mode: 'halfUp' };

describe('the score of seven answers, of a plan that shows scores from ten', () => {
  test('is in nothing that is told, nor are the counts', () => {
    const told = toldOf(planWith({}), [scored(answers(5, 1, 1))]);
    expectNone(told, ...SEVEN);
    expect(told).toContain('not shown');
    expect(told).toContain('non affiché');
  });

  test('is shown from ten on', () => {
    // 7 − 1 of 10 are 60 points.
    const told = toldOf(planWith({}), [scored(answers(7, 2, 1))]);
    expect(told).toContain('7 promoters, 2 passives, 1 detractor');
    expect(told).toContain('7 promoteurs, 2 passifs, 1 détracteur');
    expect(told).not.toContain('not shown');
  });

  test('reported as a value it is hidden as well', () => {
    expectNone(toldOf(planWith({}), [scored({ value: '57.3', responses: 7 })]), '57.3', '573/10');
  });

  test.each([
    ['its lower bound', { pays: { bound: '95%', round } }],
    ['within a limit on change', { changeAtMost: 3 }],
    ['within a dead band', { deadBand: 4 }],
    ['flagged', { flags: { responseRate: '90%', tens: '1%', change: 1 } }],
  ])('%s', (_, sample) => {
    const target = 'deadBand' in sample ? { target: 60 } : {};
    const told = toldOf(planWith(sample, target), [
      scored({ ...answers(5, 1, 1), invited: 50 }),
      scored({ ...answers(5, 0, 2), period: 'previous' }),
    ]);
    // 3 of 7 the period before are 300/7 = 42.857…; limited to 3 points up it is 45.857…
    expectNone(told, ...SEVEN, '42.85', '300/7', '45.85', '321/7', '14.28', '100/7');
  });

  test('blended with that of the company', () => {
    const credibility = { toward: 'company', strength: 21 };
    // 7/28 × 400/7 + 21/28 × 20 = 100/7 + 15 = 205/7 = 29.285…
    const told = toldOf(planWith({ pays: 'blended', credibility }), [
      scored(answers(5, 1, 1)),
      ofCompany(answers(60, 40, 40)),
    ]);
    expectNone(told, ...SEVEN, '29.28', '205/7');
  });

  test('of each quarter, and of all together', () => {
    const each = { each: 'quarter' };
    const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map((period) => scored({ ...answers(5, 1, 1), period }));
    const weights = ['25%', '25%', '25%', '25%'];
    expectNone(toldOf(planWith({}, each, { each: 'quarter', weights }), quarters), ...SEVEN);
    // 4 × 7 are 28 in all: pooled is shown from 29.
    const pooled = planWith({ shownFrom: 29 }, { ...each, accumulates: 'pooled' });
    expectNone(toldOf(pooled, quarters), '57.14', '400/7', '5 promo', '20 promo');
  });

  test('as achievement of its target, and above it', () => {
    const target = { target: '41.7' };
    // 57.142… ÷ 41.7 = 137.03… %, and 15.44… above.
    for (const [reads, points] of [
      [
        'achievement',
        [
          ['0%', '80%'],
          ['300%', '120%'],
        ],
      ],
      [
        'aboveTarget',
        [
          [-100, '80%'],
          [90, '120%'],
        ],
      ],
    ] as const) {
      const told = toldOf(planWith({}, target, { reads, curve: { points, shape: 'steps' } }), [
        scored(answers(5, 1, 1)),
      ]);
      expectNone(told, ...SEVEN, '137.0', '15.44', '40000/2919', '1081/70');
    }
  });

  test('behind a gate, open or closed', () => {
    const gates = (least: number) => ({ gates: [{ metric: 'score', atLeast: least, reads: 'value' }] });
    expectNone(toldOf(planWith({}, {}, {}, gates(50)), [scored(answers(5, 1, 1))]), ...SEVEN);
    const closed = draft({
      documents: [planWith({}, {}, {}, gates(60))],
      people: [somebody()],
      actuals: [scored(answers(5, 1, 1))],
    });
    expect(closed.awards[0]?.amount).toBe('0.00');
    expectNone(everythingTold(closed), ...SEVEN);
  });

  test('in a formula of its own', () => {
    const formula = {
      curve: {
        of: { difference: [{ metric: 'score' }, 12], name: 'Above twelve' },
        points: coarse.curve.points,
        shape: 'steps',
      },
    };
    const { goals: _, ...plan } = planWith({});
    // 57.142… − 12 = 45.142… = 316/7
    expectNone(toldOf({ ...plan, payout: formula }, [scored(answers(5, 1, 1))]), ...SEVEN, '45.14', '316/7');
  });

  test('a point more of it is not told either', () => {
    const run = (count: number) =>
      draft({
        documents: [planWith({})],
        people: [somebody()],
        actuals: [scored({ value: 20, responses: count })],
      });
    expect(explained(run(7))).toMatchObject({ onePoint: [], next: [] });
    expect(explained(run(10)).onePoint).toHaveLength(1);
  });

  test('of one of two teams hides that team alone', () => {
    const told = toldOf(
      planWith({}),
      [scored(answers(5, 1, 1)), scored({ ...answers(7, 2, 1), group: 'South' })],
      mover,
    );
    expectNone(told, ...SEVEN);
    expect(told).toContain('7 promoters, 2 passives, 1 detractor');
  });
});

describe('a wider score', () => {
  const wider = { atLeast: 10, tooFew: { use: 'company' } };

  test('that stands for that of seven is shown', () => {
    // 60 − 40 of 140 are 20/1.4 = 100/7 points.
    const told = toldOf(planWith(wider), [scored(answers(5, 1, 1)), ofCompany(answers(60, 40, 40))]);
    expectNone(told, ...SEVEN);
    expect(told).toContain('60 promoters, 40 passives, 40 detractors');
    expect(told).toContain('14.2857…');
  });

  test('of too few itself is not', () => {
    // The company has 14, enough to count from ten on, too few to be shown from 29 on: 8 of 14 are 400/7 too.
    const document = planWith({ ...wider, shownFrom: 29 });
    const told = toldOf(document, [scored(answers(2, 1, 1)), ofCompany(answers(10, 2, 2))]);
    expectNone(told, ...SEVEN, '2 promo', '10 promo');
  });
});

/** Sales of Ann and others, judged against something of all of them. */
const among = (payout: Writing, changes: Writing = {}) =>
  scorePlan(
    undefined,
    { kind: 'count', level: 'person' },
    { goals: [{ name: 'Sales', weight: 1, payout }], ...changes },
  );
const sold = (sales: Readonly<Record<string, number | undefined>>) => ({
  people: Object.keys(sales).map((id) => somebody({ id })),
  actuals: Object.entries(sales).flatMap(([id, value]) =>
    value === undefined ? [] : [{ metric: 'score', group: id, value, status: 'final' }],
  ),
});
const ofPeers = (of: Writing) => ({
  curve: {
    of,
    points: [
      [0, '80%'],
      [1000, '120%'],
    ],
    shape: 'steps',
  },
});

describe('what other people have', () => {
  test.each([
    ['the mean of two', { peers: 'mean' }, '152'],
    ['the sum of two', { peers: 'sum' }, '304'],
    ['the best of many', { peers: 'highest' }, '203'],
    ['the least of many', { peers: 'lowest' }, '97'],
  ])('%s is not shown', (what, fold, figure) => {
    const of = { ...fold, of: { metric: 'score' }, among: 'team', name: 'Of all' };
    const two = { ann: 101, ben: 203 };
    const sales = what.endsWith('many') ? { ...two, cleo: 131, dan: 97 } : two;
    const run = draft({ documents: [among(ofPeers(of))], ...sold(sales) });
    expect(run.awards[0]?.status).toBe('paid');
    expectNone(everythingTold(run), figure);
  });

  test('the mean with three others is, and not where one of them is left out', () => {
    const of = { peers: 'mean', of: { metric: 'score' }, among: 'team', missing: 'leaveOut', name: 'Of all' };
    const documents = [among(ofPeers(of))];
    // 101 + 203 + 131 + 165 = 600, a quarter of which is 150; of three 469 ÷ 3 = 156.33…
    const four = { ann: 101, ben: 203, cleo: 131, dan: 165 };
    expect(everythingTold(draft({ documents, ...sold(four) }))).toContain('150');
    expectNone(everythingTold(draft({ documents, ...sold({ ...four, cleo: undefined }) })), '156');
  });

  test('the mean of the best two of ten is not', () => {
    const of = { meanOfTop: '20%', count: 'nearest', of: { metric: 'score' }, among: 'team', name: 'Best' };
    const sales = Object.fromEntries(
      [101, 110, 120, 130, 140, 150, 160, 170, 206, 210].map((value, index) => [
        index === 0 ? 'ann' : `p${index}`,
        value,
      ]),
    );
    // (206 + 210) ÷ 2 = 208
    expectNone(
      everythingTold(draft({ documents: [among(ofPeers(of))], ...sold(sales) })),
      '208',
      '206',
      '210',
    );
  });
});

test('an unknown person is told nothing, whoever asks', () => {
  const run = draft({ documents: [planWith({})], people: [somebody()], actuals: [scored(answers(5, 1, 1))] });
  expect(JSON.stringify(explain(run, 'nobody'))).not.toMatch(/57|ann/);
});
