import { describe, expect, test } from 'vitest';
import {
  annOf,
  expectWithheld,
  mover,
  ofCompany,
  paid,
  scored,
  scorePlan,
  somebody,
  stepsCalled,
  type Writing,
} from './support.js';

// 181 days in North until 30 June, 184 in South. North has 20 points of 4 responses, South 50 of 40.
const rows = [
  scored({ value: 20, responses: 4 }),
  scored({ group: 'South', value: 50, responses: 40 }),
  ofCompany({ value: 10, responses: 400 }),
  scored({ group: 'West', value: 60, responses: 400 }),
];
const plan = (tooFew: unknown, more: Writing = {}) => scorePlan({ atLeast: 30, tooFew, ...more });

describe('somebody who moves from a team with too few responses to one with enough', () => {
  // South: 15,000 × 184/365 = 7,561.64 in each.
  test.each([
    // 10,000 × 181/365 = 4,958.90 (4,958.904 + 7,561.644 = 12,520.548)
    ['payTarget', '12520.55'],
    ['payZero', '7561.64'],
    // 11,000 × 181/365 = 5,454.795
    [{ use: 'company' }, '13016.44'],
    // 16,000 × 181/365 = 7,934.247
    [{ use: 'region' }, '15495.89'],
  ])('%o', (tooFew, amount) => {
    expect(paid(plan(tooFew), rows, [mover])).toBe(amount);
  });

  test('blended: each by its own responses', () => {
    const document = plan('blend', { credibility: { toward: 'company', strength: 36 } });
    // North 4/40 × 20 + 36/40 × 10 = 11 points, 11,100 × 181/365 = 5,504.384; South 50: 7,561.644.
    expect(paid(document, rows, [mover])).toBe('13066.03');
  });

  test('spread: the other goal has all the weight on the days in North only', () => {
    const document = {
      ...plan('spread'),
      metrics: {
        score: { kind: 'nps', level: 'team', sample: { atLeast: 30, tooFew: 'spread' } },
        sales: { kind: 'payout', level: 'company' },
      },
      goals: [
        { ...(plan('spread')['goals'] as Writing[])[0], weight: '50%' },
        { metric: 'sales', weight: '50%' },
      ],
    };
    const sales = { metric: 'sales', value: '80%', status: 'final' };
    // North 80 %, South 50 % × 150 % + 50 % × 80 % = 115 %: (8,000 × 181 + 11,500 × 184) / 365 = 9,764.384.
    const award = annOf({ document, actuals: [...rows, sales], people: [mover] });
    expect(award.amount).toBe('9764.38');
    // score: 7,500 × 184/365 = 3,780.82; sales: (8,000 × 181 + 4,000 × 184) / 365 = 5,983.56.
    expect(award.parts?.map(({ name, amount }) => [name, amount])).toEqual([
      ['score', '3780.82'],
      ['sales', '5983.56'],
    ]);
  });

  test('each line says on how many', () => {
    const award = annOf({ document: plan({ use: 'company' }), actuals: rows, people: [mover] });
    const [north, south] = stepsCalled(award, 'score, measured').map((step) => step.how);
    expect(north).toContain('team North, final, n = 4');
    expect(south).toContain('team South, final, n = 40');
    const counted = stepsCalled(award, 'score, what counts').map((step) => step.how);
    expect(counted[0]).toContain('4 responses, too few');
    expect(counted[1]).toBe('40 responses, enough (at least 30)');
  });

  test('the limit on change of each team is by its own score before', () => {
    const document = scorePlan({ changeAtMost: 10 });
    const previous = scored({ group: 'South', period: 'previous', value: 30 });
    // North 20 as it is, South 40: (12,000 × 181 + 14,000 × 184) / 365 = 13,008.219.
    expect(paid(document, [...rows, previous], [mover])).toBe('13008.22');
  });
});

describe('a score of the person', () => {
  const own = (responses: number) => scored({ group: 'ann', value: 30, responses });
  const personal = (tooFew: unknown, more: Writing = {}) =>
    scorePlan({ atLeast: 30, tooFew, ...more }, { level: 'person' });

  test('is that of the team where it rests on too few', () => {
    const team = scored({ group: 'North', value: 20, responses: 30 });
    expect(paid(personal({ use: 'team' }), [own(30), team])).toBe('13000.00');
    expect(paid(personal({ use: 'team' }), [own(29), team])).toBe('12000.00');
    expect(paid(personal({ use: 'team' }, { notMeasured: 'tooFew' }), [team])).toBe('12000.00');
    expectWithheld({ document: personal({ use: 'team' }), actuals: [team] }, 'actuals.metric.missing', 'ann');
  });

  test('is that of both teams for somebody who moves', () => {
    const north = scored({ value: 20, responses: 30 });
    // (12,000 × 181 + 15,000 × 184) / 365 = 13,512.329.
    expect(paid(personal({ use: 'team' }), [own(29), ...rows.slice(1), north], [mover])).toBe('13512.33');
    expect(paid(personal({ use: 'team' }), [own(30), ...rows.slice(1), north], [mover])).toBe('13000.00');
    expectWithheld(
      { document: personal({ use: 'team' }), actuals: [own(29), ...rows], people: [mover] },
      'actuals.responses.few',
      '"North" rests on 4',
    );
  });

  test('costs and helps nobody else', () => {
    const people = [somebody(), somebody({ id: 'ben' })];
    const team = scored({ group: 'North', value: 20, responses: 30 });
    const actuals = [own(29), scored({ group: 'ben', value: 60, responses: 30 }), team];
    expect(paid(personal({ use: 'team' }), actuals, people)).toBe('12000.00');
    const withheld = {
      document: personal('payZero'),
      actuals: [scored({ group: 'ben', value: 60, responses: 30 })],
      people,
    };
    expectWithheld(withheld, 'actuals.metric.missing', '"ann"');
  });

  test.each([
    ['payTarget', '10000.00'],
    ['payZero', '0.00'],
  ])('%s', (policy, amount) => {
    expect(paid(personal(policy), [own(29)])).toBe(amount);
    expect(paid(personal(policy), [own(30)])).toBe('13000.00');
  });

  test('is drawn toward the team', () => {
    const document = scorePlan(
      { pays: 'blended', credibility: { toward: 'team', strength: 10 } },
      { level: 'person' },
    );
    // (30 × 30 + 10 × 20) / 40 = 27.5.
    expect(paid(document, [own(30), scored({ value: 20, responses: 4 })])).toBe('12750.00');
  });
});

describe('a score of the company', () => {
  test.each([
    ['payTarget', '10000.00'],
    ['payZero', '0.00'],
  ])('%s for everybody', (tooFew, amount) => {
    const document = scorePlan({ atLeast: 30, tooFew }, { level: 'company' });
    expect(paid(document, [ofCompany({ value: 20, responses: 29 })], [mover])).toBe(amount);
    expect(paid(document, [ofCompany({ value: 20, responses: 30 })], [mover])).toBe('12000.00');
  });
});
