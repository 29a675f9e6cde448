import { describe, expect, test } from 'vitest';
import {
  annOf,
  expectWithheld,
  goalOf,
  ofCompany,
  paid,
  SHARE_CURVE,
  scored,
  scorePlan,
  stepCalled,
  type Writing,
} from './support.js';

// A score of n points pays 10,000 + 100 n. North has 20 points: 12,000; the company 10: 11,000; West 60: 16,000.
const NORTH = 20;
const company = ofCompany({ value: 10, responses: 400 });
const west = scored({ group: 'West', value: 60, responses: 90 });
const others = [company, west];

/** A plan whose metric counts from 30 responses on. */
const plan = (tooFew: unknown, more: Writing = {}) => scorePlan({ atLeast: 30, tooFew, ...more });

/** A second goal of half the weight, which pays 80 %. */
const spread = (more: Writing = {}): Writing => ({
  ...plan('spread', more),
  metrics: {
    score: { kind: 'nps', level: 'team', sample: { atLeast: 30, tooFew: 'spread', ...more } },
    sales: { kind: 'payout', level: 'company' },
  },
  goals: [goalOf({ weight: '50%' }), { metric: 'sales', weight: '50%' }],
});
const sales = { metric: 'sales', value: '80%', status: 'final' };

const drawn = { toward: 'company', strength: 30 };

interface PolicyCase {
  readonly policy: string;
  readonly document: (more?: Writing) => Writing;
  readonly more: readonly Writing[];
  /** With 30 responses and more; with 29; with none. */
  readonly enough: string;
  readonly few: string;
  readonly nobody: string;
}

const POLICIES: readonly PolicyCase[] = [
  {
    policy: 'spread: the other goal has all the weight',
    document: spread,
    more: [sales],
    // 50 % × 120 % + 50 % × 80 % = 100 %; alone 80 %.
    enough: '10000.00',
    few: '8000.00',
    nobody: '8000.00',
  },
  {
    policy: 'payTarget: 100 %',
    document: (more) => plan('payTarget', more),
    more: [],
    enough: '12000.00',
    few: '10000.00',
    nobody: '10000.00',
  },
  {
    policy: 'payZero: nothing',
    document: (more) => plan('payZero', more),
    more: [],
    enough: '12000.00',
    few: '0.00',
    nobody: '0.00',
  },
  {
    policy: 'use company: 10 points',
    document: (more) => plan({ use: 'company' }, more),
    more: others,
    enough: '12000.00',
    few: '11000.00',
    nobody: '11000.00',
  },
  {
    policy: 'use a column of people: 60 points of the region',
    document: (more) => plan({ use: 'region' }, more),
    more: others,
    enough: '12000.00',
    few: '16000.00',
    nobody: '16000.00',
  },
  {
    policy: 'blend: n ÷ (n + 30) of the own score, the rest of the company',
    document: (more) => plan('blend', { credibility: drawn, ...more }),
    more: others,
    enough: '12000.00',
    // 29/59 × 20 + 30/59 × 10 = 880/59 points: 10,000 + 88,000/59 = 11,491.525…
    few: '11491.53',
    nobody: '11000.00',
  },
  {
    policy: 'blend toward a value',
    document: (more) => plan('blend', { credibility: { toward: { value: 30 }, strength: '14.5' }, ...more }),
    more: [],
    enough: '12000.00',
    // 29 / (29 + 14.5) = 2/3: 2/3 × 20 + 1/3 × 30 = 70/3 points: 12,333.33
    few: '12333.33',
    nobody: '13000.00',
  },
];

describe.each(POLICIES)('$policy', ({ document, more, enough, few, nobody }) => {
  test.each([
    ['exactly the minimum', 30, enough],
    ['one above', 31, enough],
    ['one below', 29, few],
  ])('%s: %i responses', (_when, responses, amount) => {
    expect(paid(document(), [scored({ value: NORTH, responses }), ...more])).toBe(amount);
  });

  test('nobody responded', () => {
    expect(paid(document(), [scored({ responses: 0 }), ...more])).toBe(nobody);
    expect(paid(document(), [scored({ promoters: 0, passives: 0, detractors: 0 }), ...more])).toBe(nobody);
  });

  test('no row: withheld, and the place is named', () => {
    const missing = { document: document(), actuals: more };
    expectWithheld(missing, 'actuals.metric.missing', '"score" has no value for "North"');
  });

  test('no row where the plan counts that as too few', () => {
    expect(paid(document({ notMeasured: 'tooFew' }), more)).toBe(nobody);
  });

  test('a row that does not say how many: withheld, also where no row is too few', () => {
    const actuals = [scored({ value: NORTH }), ...more];
    for (const changes of [{}, { notMeasured: 'tooFew' }])
      expectWithheld({ document: document(changes), actuals }, 'actuals.responses.missing', 'responses');
  });

  test('counts say how many responses there were', () => {
    // 12 − 6 of 30 are 20 points.
    const counts = scored({ promoters: 12, passives: 12, detractors: 6 });
    expect(paid(document(), [counts, ...more])).toBe(enough);
  });
});

describe('a wider score must rest on enough itself', () => {
  const few = scored({ value: NORTH, responses: 4 });
  const use = plan({ use: 'company' });

  test('it has too few', () => {
    const actuals = [few, ofCompany({ value: 10, responses: 29 })];
    expectWithheld({ document: use, actuals }, 'actuals.responses.few', 'of the company rests on 29');
    expect(paid(use, [few, ofCompany({ value: 10, responses: 30 })])).toBe('11000.00');
  });

  test('nobody responded at all', () => {
    expectWithheld(
      { document: use, actuals: [few, ofCompany({ responses: 0 })] },
      'actuals.responses.few',
      'rests on 0',
    );
  });

  test('there is none', () => {
    expectWithheld({ document: use, actuals: [few] }, 'actuals.metric.missing', 'the company');
  });

  test('it does not say how many', () => {
    const actuals = [few, ofCompany({ value: 10 })];
    expectWithheld({ document: use, actuals }, 'actuals.responses.missing', 'responses');
  });

  test('it is not looked at where the own score rests on enough', () => {
    const own = scored({ value: NORTH, responses: 30 });
    expect(paid(use, [own])).toBe('12000.00');
    expect(paid(use, [own, ofCompany({ value: 'n/a', responses: 4 })])).toBe('12000.00');
  });

  test('somebody without a region has none', () => {
    const document = plan({ use: 'region' });
    const people = [
      { id: 'ann', currency: 'USD', team: 'North' },
      { id: 'ben', currency: 'USD', team: 'South', region: 'East' },
    ];
    const actuals = [few, west];
    expectWithheld({ document, actuals, people }, 'people.field.missing', 'region');
  });
});

describe('spread', () => {
  const rows = (responses: number) => [scored({ value: NORTH, responses }), sales];
  test('gives the weight to the others by their weights', () => {
    const metrics = {
      score: { kind: 'nps', level: 'team', sample: { atLeast: 30, tooFew: 'spread' } },
      sales: { kind: 'payout', level: 'company' },
      margin: { kind: 'payout', level: 'company' },
    };
    const goals = [
      goalOf({ weight: '50%' }),
      { metric: 'sales', weight: '20%' },
      { metric: 'margin', weight: '30%' },
    ];
    const actuals = [...rows(4), { metric: 'margin', value: '50%', status: 'final' }];
    // 20/50 × 80 % + 30/50 × 50 % = 62 %.
    const award = annOf({ document: { ...spread(), metrics, goals }, actuals });
    expect(award.amount).toBe('6200.00');
    expect(award.parts).toEqual([
      { stage: 'goal', name: 'score', amount: '0.00' },
      { stage: 'goal', name: 'sales', amount: '3200.00' },
      { stage: 'goal', name: 'margin', amount: '3000.00' },
    ]);
  });

  test('two scores, of which one counts', () => {
    const sample = { atLeast: 30, tooFew: 'spread' };
    const metrics = {
      score: { kind: 'nps', level: 'team', sample },
      stay: { kind: 'retention', level: 'team', sample },
    };
    const goals = [goalOf({ weight: '50%' }), goalOf({ metric: 'stay', weight: '50%', curve: SHARE_CURVE })];
    const stay = (responses: number) => scored({ metric: 'stay', value: '90%', responses });
    const document = { ...spread(), metrics, goals };
    const own = (responses: number) => scored({ value: NORTH, responses });
    // (120 % + 90 %) / 2 = 105 %; 90 % alone; 120 % alone.
    expect(paid(document, [own(30), stay(30)])).toBe('10500.00');
    expect(paid(document, [own(29), stay(30)])).toBe('9000.00');
    expect(paid(document, [own(30), stay(29)])).toBe('12000.00');
  });
});

describe('every line of a score says on how many responses it rests', () => {
  const rows = [scored({ value: NORTH, responses: 29 }), ...others];

  test('use', () => {
    const award = annOf({ document: plan({ use: 'company' }), actuals: rows });
    expect(stepCalled(award, 'score, measured').how).toContain('n = 29');
    expect(stepCalled(award, 'score of the company, measured').how).toContain('n = 400');
    const { shown, how } = stepCalled(award, 'score, what counts');
    expect([shown, how]).toEqual([
      '10',
      '29 responses, too few (at least 30): score of the company, measured',
    ]);
  });

  test('blend', () => {
    const award = annOf({ document: plan('blend', { credibility: drawn }), actuals: rows });
    expect(stepCalled(award, 'score, blended').how).toContain('29 ÷ (29 + 30)');
    expect(stepCalled(award, 'score, measured').how).toContain('n = 29');
    expect(stepCalled(award, 'score of the company, measured').how).toContain('n = 400');
  });

  test.each(['payTarget', 'payZero'])('%s', (policy) => {
    const few = annOf({ document: plan(policy), actuals: rows });
    expect(stepCalled(few, 'enough responses for score').how).toContain('29 responses, needs at least 30');
    const enough = annOf({ document: plan(policy), actuals: [scored({ value: NORTH, responses: 30 })] });
    expect(stepCalled(enough, 'score, measured').how).toContain('n = 30');
  });

  test('spread', () => {
    const award = annOf({ document: spread(), actuals: [...rows, sales] });
    expect(stepCalled(award, 'enough responses for score').how).toContain('n = 29');
    expect(stepCalled(award, 'blend of goals').how).toContain('score does not count');
  });
});

test.each(['payZero', 'spread'])('%s: who gets nothing is told that responses were too few', (tooFew) => {
  const document = scorePlan({ atLeast: 30, tooFew });
  const few = annOf({ document, actuals: [scored({ value: 20, responses: 4 })] });
  expect(few.reasons.map(({ message }) => message)).toEqual([
    'the goals paid nothing; not enough responses for score',
  ]);
});
