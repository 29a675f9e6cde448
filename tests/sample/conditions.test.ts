import { describe, expect, test } from 'vitest';
import {
  annOf,
  expectWithheld,
  formulaPlan,
  goalOf,
  ofCompany,
  paid,
  pays,
  scored,
  scorePlan,
  stepCalled,
  type Writing,
} from './support.js';

const few = scored({ value: 20, responses: 29 });
const enough = scored({ value: 20, responses: 30 });
const toCompany = { atLeast: 30, tooFew: { use: 'company' } };
const toZero = { atLeast: 30, tooFew: 'payZero' };
const company = ofCompany({ value: 10, responses: 400 });
/** 100 % where a condition holds, 50 % otherwise. */
const decided = (when: Writing, sample: Writing) =>
  formulaPlan({ when, then: '100%', otherwise: '50%' }, sample);
const YES = '10000.00';
const NO = '5000.00';

describe('enough', () => {
  test('holds from the minimum on', () => {
    const document = decided({ enough: 'score' }, toZero);
    expect(paid(document, [enough])).toBe(YES);
    expect(paid(document, [few])).toBe(NO);
    expect(paid(document, [scored({ responses: 0 })])).toBe(NO);
  });

  test('of another level', () => {
    const document = decided({ enough: 'score', level: 'company' }, toZero);
    expect(paid(document, [few, company])).toBe(YES);
    expect(paid(document, [enough, ofCompany({ value: 10, responses: 29 })])).toBe(NO);
  });

  test('of a part of the period', () => {
    const when = { enough: 'score', during: 'Q2' };
    const document = { ...decided(when, toZero), periods: 'quarters' };
    expect(paid(document, [scored({ period: 'Q2', value: 20, responses: 30 }), few])).toBe(YES);
    expect(paid(document, [scored({ period: 'Q2', value: 20, responses: 29 }), enough])).toBe(NO);
  });

  test('a row that is missing, or does not say, is not the same as too few', () => {
    const document = decided({ enough: 'score' }, toZero);
    expectWithheld({ document, actuals: [] }, 'actuals.metric.missing', 'North');
    expectWithheld({ document, actuals: [scored({ value: 20 })] }, 'actuals.responses.missing');
    expect(paid(decided({ enough: 'score' }, { ...toZero, notMeasured: 'tooFew' }), [])).toBe(NO);
  });

  test('its line says how many there were', () => {
    const award = annOf({ document: decided({ enough: 'score' }, toZero), actuals: [few] });
    const { how } = stepCalled(award, 'enough responses for score');
    expect(how).toContain('29 responses, needs at least 30');
    expect(how).toContain('n = 29');
  });
});

describe('present', () => {
  test('does not hold for too few, unless something stands for them', () => {
    const when = { present: { metric: 'score' } };
    expect(paid(decided(when, toZero), [few])).toBe(NO);
    expect(paid(decided(when, toZero), [enough])).toBe(YES);
    expect(paid(decided(when, toZero), [scored({ responses: 0 })])).toBe(NO);
    expect(paid(decided(when, toZero), [])).toBe(NO);
    expect(paid(decided(when, toCompany), [few, company])).toBe(YES);
    expect(paid(decided(when, toCompany), [few, ofCompany({ value: 10, responses: 4 })])).toBe(NO);
  });

  test('nobody responded is not measured, also without rules', () => {
    const document = formulaPlan({ when: { present: { metric: 'score' } }, then: '100%', otherwise: '50%' });
    expect(paid(document, [scored({ responses: 0 })])).toBe(NO);
    expect(paid(document, [scored({ value: 20, responses: 4 })])).toBe(YES);
  });

  test('a row that does not say how many is a fault, not nothing', () => {
    const world = {
      document: decided({ present: { metric: 'score' } }, toZero),
      actuals: [scored({ value: 20 })],
    };
    expectWithheld(world, 'actuals.responses.missing');
  });
});

describe('gates and modifiers', () => {
  const goals = [
    goalOf({
      curve: [
        [-100, '100%'],
        [100, '100%'],
      ],
    }),
  ];

  test('a gate on a score that a wider one stands for', () => {
    const document = scorePlan(toCompany, {}, { goals, gates: [{ metric: 'score', atLeast: 15 }] });
    expect(paid(document, [enough, company])).toBe('10000.00');
    expect(paid(document, [few, company])).toBe('0.00');
  });

  test('a gate that is open on too few', () => {
    const gate = { when: { any: [{ not: { enough: 'score' } }, { metric: 'score', atLeast: 25 }] } };
    const document = scorePlan({ atLeast: 30, tooFew: 'payTarget' }, {}, { gates: [gate] });
    expect(paid(document, [few])).toBe('10000.00');
    // 20 points are fewer than 25.
    expect(paid(document, [enough])).toBe('0.00');
    expect(paid(document, [scored({ value: 25, responses: 30 })])).toBe('12500.00');
  });

  test('a gate that is closed on too few', () => {
    const document = scorePlan(toZero, {}, { gates: [{ when: { enough: 'score' } }] });
    const { status, reasons } = annOf({ document, actuals: [few] });
    expect([status, reasons[0]?.code]).toEqual(['zero', 'gate-closed']);
    expect(paid(document, [enough])).toBe('12000.00');
  });

  test('a gate of one goal', () => {
    const sales = { metric: 'sales', name: 'Sales', weight: '50%' };
    const document = {
      ...scorePlan(),
      metrics: {
        score: { kind: 'nps', level: 'team', sample: toCompany },
        sales: { kind: 'payout', level: 'company' },
      },
      goals: [goalOf({ weight: '50%' }), sales],
      gates: [{ when: { enough: 'score' }, closes: ['Sales'] }],
    };
    const rows = [company, { metric: 'sales', value: '80%', status: 'final' }];
    // 50 % × 120 % + 50 % × 80 %; 50 % × 110 % and a closed gate.
    expect(paid(document, [enough, ...rows])).toBe('10000.00');
    expect(paid(document, [few, ...rows])).toBe('5500.00');
  });

  test('a modifier reads what counts', () => {
    const modifiers = [
      {
        from: { metric: 'score' },
        curve: [
          [-100, '100%'],
          [100, '120%'],
        ],
      },
    ];
    const document = scorePlan(toCompany, {}, { goals, modifiers });
    // 20 points: 112 %; 10 points: 111 %.
    expect(paid(document, [enough, company])).toBe('11200.00');
    expect(paid(document, [few, company])).toBe('11100.00');
  });
});

describe('formulas over a score from too few responses', () => {
  const change = pays({ change: 'score', since: 'previousPeriod' });
  const previous = scored({ period: 'previous', value: 5, responses: 1 });

  test('where nothing says what becomes of it, whoever needs it is withheld, and the row is named', () => {
    const document = formulaPlan(pays({ metric: 'score' }), toZero);
    const [reason] = annOf({ document, actuals: [few] }).reasons;
    expect(reason?.message).toContain('"score" of "North" rests on 29 responses');
    expect(paid(document, [enough])).toBe('12000.00');
  });

  test('a branch that asks first', () => {
    const payout = { when: { enough: 'score' }, then: pays({ metric: 'score' }), otherwise: '70%' };
    expect(paid(formulaPlan(payout, toZero), [few])).toBe('7000.00');
    expect(paid(formulaPlan(payout, toZero), [enough])).toBe('12000.00');
  });

  test('a term and a matrix read what counts', () => {
    const plan = { ...formulaPlan(pays({ term: 'own' }), toCompany), terms: { own: { metric: 'score' } } };
    expect(paid(plan, [few, company])).toBe('11000.00');
    const matrix = {
      rows: { of: { metric: 'score' }, at: [0, 100] },
      columns: { of: { metric: 'score', level: 'company' }, at: [0, 100] },
      values: [
        ['0%', '0%'],
        ['100%', '100%'],
      ],
      shape: 'line',
    };
    // The row decides: 10 points of the company where the own are too few, 20 where they are not.
    expect(paid(formulaPlan({ matrix }, toCompany), [few, company])).toBe('1000.00');
    expect(paid(formulaPlan({ matrix }, toCompany), [enough, company])).toBe('2000.00');
  });

  test('a change is of the score as measured, which must rest on enough', () => {
    const document = formulaPlan(change, toCompany);
    expect(paid(document, [enough, previous, company])).toBe('11500.00');
    expectWithheld({ document, actuals: [few, previous, company] }, 'actuals.responses.few', '29');
  });

  test('the same metric at another level must rest on enough there', () => {
    const document = formulaPlan(pays({ metric: 'score', level: 'region' }), toCompany);
    const west = (responses: number) => scored({ group: 'West', value: 60, responses });
    expect(paid(document, [few, company, west(30)])).toBe('16000.00');
    expectWithheld(
      { document, actuals: [few, company, west(29)] },
      'actuals.responses.few',
      '"West" rests on 29',
    );
  });
});

describe('peers', () => {
  const ann = { id: 'ann', currency: 'USD', team: 'North' };
  const people = [ann, { ...ann, id: 'ben', team: 'South' }];
  const south = scored({ group: 'South', value: 50, responses: 40 });
  const mean = (more: Writing = {}) =>
    pays({ peers: 'mean', of: { metric: 'score' }, among: 'company', ...more });

  test('are compared by what counts', () => {
    // (10 + 50) / 2 with the company for North; (20 + 50) / 2.
    const document = formulaPlan(mean(), toCompany);
    expect(paid(document, [few, south, company], people)).toBe('13000.00');
    expect(paid(document, [enough, south, company], people)).toBe('13500.00');
  });

  test('whose score rests on too few is left out where the plan says so, and a fault of all otherwise', () => {
    const leaving = formulaPlan(mean({ missing: 'leaveOut' }), toZero);
    expect(paid(leaving, [few, south], people)).toBe('15000.00');
    expectWithheld(
      { document: formulaPlan(mean(), toZero), actuals: [few, south], people },
      'actuals.responses.few',
      '29',
    );
  });

  test('the mean of the top', () => {
    const top = pays({ meanOfTop: '50%', of: { metric: 'score' }, among: 'company', count: 'up' });
    expect(paid(formulaPlan(top, toCompany), [few, south, company], people)).toBe('15000.00');
  });
});
