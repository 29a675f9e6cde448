import { describe, expect, test } from 'vitest';
import { calculate, parseActuals, parsePlan } from '../../src/index.js';
import { causeText, correct, storeRun } from '../../src/retro/index.js';
import { peopleOf, planOf } from '../support/base.js';
import { awardPlan } from '../support/formula-plan.js';
import {
  annOf,
  answers,
  calculated,
  expectWithheld,
  formulaPlan,
  goalOf,
  ofCompany,
  paid,
  pays,
  scored,
  scorePlan,
  sharePlan,
  somebody,
  stepCalled,
  type Writing,
} from './support.js';

/** What an attack on the first version found, mended: each of these paid wrongly, crashed or hid something. */
const round = { to: '0.1', mode: 'halfUp' };
const bound = { pays: { bound: '95%', round } };
const codesOf = (document: unknown) => parsePlan(document).issues.map(({ code }) => code);

describe('money keeps its currency', () => {
  const commission = (sample: Writing) => {
    const sold = { kind: 'money', currency: 'EUR', level: 'team', target: 100_000, sample };
    return awardPlan(
      { prorated: { product: ['1%', { metric: 'sold' }] }, by: 'calendarDays' },
      { metrics: { sold } },
    );
  };
  // A plan in USD: 1 % of 100,000 EUR is not 1,000 USD. Without rules, and with a minimum alone, this is told.
  test('with a minimum alone', () => {
    expect(codesOf(commission({ atLeast: 30, tooFew: 'payZero' }))).toContain('plan.currency.mixed');
  });

  test.each<Writing>([
    { atLeast: 30, tooFew: { use: 'company' } },
    { pays: 'blended', credibility: { toward: 'company', strength: 30 } },
    { changeAtMost: 10 },
    { deadBand: 10 },
  ])('%o', (sample) => {
    expect(codesOf(commission(sample))).toContain('plan.currency.mixed');
  });
});

describe('a row that contradicts itself is believed by nobody', () => {
  const contrary = scored({ ...answers(27, 13, 10), value: 90 });

  test('its bound', () => {
    expectWithheld({ document: scorePlan(bound), actuals: [contrary] }, 'actuals.counts.value', '90');
  });

  test('its number of responses', () => {
    const document = scorePlan({ atLeast: 51, tooFew: { use: 'company' } });
    const actuals = [contrary, ofCompany({ value: 10, responses: 400 })];
    expectWithheld({ document, actuals }, 'actuals.counts.value', '90');
  });

  test('a value of nobody', () => {
    // 90 points of no answers at all pay 19,000.
    expectWithheld(
      { document: scorePlan(), actuals: [scored({ value: 90, responses: 0 })] },
      'actuals.counts.sum',
    );
  });

  test('the bound of nobody', () => {
    // Three answers that are added are no answers: −80 points are paid.
    expectWithheld(
      { document: scorePlan(bound), actuals: [scored(answers(0, 0, 0))] },
      'actuals.responses.none',
    );
  });
});

describe('a share in whole percents beside its count', () => {
  const kept = (value: unknown, count = 523) => [scored({ count, responses: 1000, value })];

  test('52 % are 523 of 1000', () => {
    expect(paid(sharePlan('retention'), kept('52%'))).toBe('5230.00');
  });

  test.each(['100%', '1', 1])('%s are not 600 of 1000', (value) => {
    const world = { document: sharePlan('retention'), actuals: kept(value, 600) };
    expectWithheld(world, 'actuals.counts.value', '0.6');
  });

  test.each(['0%', 0])('%s are not 400 of 1000', (value) => {
    expectWithheld({ document: sharePlan('retention'), actuals: kept(value, 400) }, 'actuals.counts.value');
  });
});

describe('a metric of months that is judged each quarter', () => {
  // 0 points in each month of Q1, 20 in Q2, 40 in Q3, 60 in Q4.
  const months = Array.from({ length: 12 }, (_, index) =>
    scored({ period: `M${index + 1}`, value: 20 * Math.floor(index / 3), responses: 9 }),
  );
  const goals = [goalOf({ each: 'quarter', weights: ['25%', '25%', '25%', '25%'] })];
  const monthly = (sample: Writing) => scorePlan(sample, { each: 'month', accumulates: 'mean' }, { goals });

  test('the quarter before is made of its months: the limit on change', () => {
    // 0; within 5 of 0: 5; within 5 of 20: 25; within 5 of 40: 45. The mean is 18.75 points; unlimited it is 30.
    expect(paid(monthly({ changeAtMost: 5 }), months)).toBe('11875.00');
  });

  test('the quarter before is made of its months: the flag on change', () => {
    // Q1 as it is, 100 %; the others are flagged and pay nothing.
    const sample = { tooFew: 'payZero', flags: { change: 5, then: 'tooFew' } };
    expect(paid(monthly(sample), months)).toBe('2500.00');
  });
});

describe('rolling means', () => {
  const rising = [10, 20, 30, 40].map((value, index) =>
    scored({ period: `Q${index + 1}`, value, responses: 10 }),
  );

  test('are compared with the rolling mean before, not with one period', () => {
    const payout = pays({ metric: 'score', rolling: 3 });
    const document = formulaPlan(payout, { changeAtMost: 1 }, { each: 'quarter' });
    const actuals = [...rising, scored({ period: 'previous', value: -90, responses: 10 })];
    // The mean of Q2 to Q4 is 30, that of Q1 to Q3 is 20: 30 counts as 21. Neither is limited by −90.
    expect(paid(document, actuals)).toBe('12100.00');
  });

  test.each([
    { metric: 'score', rolling: 999_999_999_999 },
    { change: 'score', since: { meanOfLast: 999_999_999_999 } },
  ])('more periods than a list can hold are refused, and nothing is thrown: %o', (of) => {
    expect(parsePlan(formulaPlan(pays(of))).ok).toBe(false);
  });
});

describe('pooled quarters', () => {
  const quarters = [10, 20, 30, 40].map((value, index) =>
    scored({ period: `Q${index + 1}`, value, responses: value }),
  );
  const pooled = scorePlan(undefined, { each: 'quarter', accumulates: 'pooled' });

  test('a quarter in which nobody responded weighs nothing', () => {
    const silent = quarters.map((row) =>
      row['period'] === 'Q2' ? scored({ period: 'Q2', responses: 0 }) : row,
    );
    // (10 × 10 + 30 × 30 + 40 × 40) / 80 = 32.5.
    expect(paid(pooled, silent)).toBe('13250.00');
  });

  test('quarters in which nobody responded have no score', () => {
    const silent = quarters.map(({ period }) => scored({ period, responses: 0 }));
    const { reasons } = annOf({ document: pooled, actuals: silent });
    expect(reasons.map(({ message }) => message).join()).not.toContain('run.division.zero');
  });
});

describe('no row counts as too few', () => {
  test('whose and where is told', () => {
    const sample = { atLeast: 30, tooFew: { use: 'company' }, notMeasured: 'tooFew' };
    const actuals = [scored({ value: 20, responses: 4 }), ofCompany({ value: 10, responses: 29 })];
    const { issues } = calculated({ document: scorePlan(sample), actuals });
    const found = issues.find(({ code }) => code === 'actuals.responses.few');
    expect([found?.at?.row, found?.message.includes('the company')]).toEqual([2, true]);
  });

  test('also where the only rule is a flag', () => {
    const flags = { responseRate: '20%', then: 'tooFew' };
    const document = scorePlan({ tooFew: 'payTarget', notMeasured: 'tooFew', flags });
    expect(paid(document, [])).toBe('10000.00');
  });
});

describe('what a plan must say', () => {
  const neutralised = (sample?: Writing) => ({
    ...scorePlan(),
    metrics: {
      score: { kind: 'nps', level: 'team', ...(sample && { sample }) },
      sales: { kind: 'payout', level: 'company' },
    },
    goals: [goalOf({ weight: '50%' }), { metric: 'sales', weight: '50%', neutralised: 'outage' }],
  });

  test('what becomes of the weight of a neutralised goal', () => {
    expect(codesOf(neutralised())).toContain('plan.weights.missing');
  });

  test('also where another goal spreads its weight', () => {
    expect(codesOf(neutralised({ atLeast: 30, tooFew: 'spread' }))).toContain('plan.weights.missing');
  });

  test.each([500, -101])('a value that no nps can have: %i', (value) => {
    const credibility = { toward: { value }, strength: 30 };
    expect(parsePlan(scorePlan({ pays: 'blended', credibility })).ok).toBe(false);
  });
});

describe('counts', () => {
  const held = (changes: Writing) => ({
    document: scorePlan(),
    actuals: [scored({ value: 20, ...changes })],
  });

  test('1.000 could be a thousand', () => {
    expectWithheld(held({ responses: '1.000' }), 'actuals.responses.count', '1.000');
  });

  test('are no fractions', () => {
    expectWithheld(held({ responses: '60/2' }), 'actuals.responses.count', '60/2');
  });

  test('of more digits than numbers hold exactly are refused', () => {
    const [all, one] = ['9007199254740992', '9007199254740993'];
    expectWithheld(
      held({ promoters: one, passives: 0, detractors: 0, value: 100, responses: all }),
      'actuals.responses.count',
      one,
    );
  });
});

describe('explanations', () => {
  const few = scored({ value: 20, responses: 4 });

  test.each([
    ['payTarget', '10000.00'],
    ['payZero', '0.00'],
  ])('what too few responses pay is a part of the goal: %s', (tooFew, amount) => {
    const { parts } = annOf({ document: scorePlan({ atLeast: 30, tooFew }), actuals: [few] });
    expect(parts).toEqual([{ stage: 'goal', name: 'score', amount }]);
  });

  test('on enough there is no part of nothing', () => {
    const enough = scored({ value: 20, responses: 30 });
    const { parts } = annOf({ document: scorePlan({ atLeast: 30, tooFew: 'payZero' }), actuals: [enough] });
    expect(parts).toEqual([{ stage: 'goal', name: 'score', amount: '12000.00' }]);
  });

  test('an achievement of the company does not rest on the responses of the team', () => {
    const goals = [
      goalOf({
        reads: 'achievement',
        curve: [
          ['0%', '0%'],
          ['200%', '200%'],
        ],
      }),
    ];
    const document = scorePlan({ atLeast: 30, tooFew: { use: 'company' } }, { target: 40 }, { goals });
    const award = annOf({ document, actuals: [few, ofCompany({ value: 10, responses: 400 })] });
    expect(stepCalled(award, 'score, achievement').how).not.toContain('n = 4)');
  });

  test('a pooled score rests on all responses', () => {
    const rows = [10, 20, 30, 40].map((value, index) =>
      scored({ period: `Q${index + 1}`, value, responses: value }),
    );
    const document = scorePlan(undefined, { each: 'quarter', accumulates: 'pooled' });
    expect(stepCalled(annOf({ document, actuals: rows }), 'score, measured').how).toContain('n = 100');
  });
});

describe('corrections name what changed', () => {
  function causes(sample: Writing, before: readonly Writing[], now: readonly Writing[]): string[] {
    const plans = [planOf(scorePlan(sample))];
    const [paidRun, corrected] = [before, now].map((rows) => {
      const data = { people: peopleOf([somebody()]), actuals: parseActuals(rows) };
      return storeRun(calculate(plans, data, { asOf: '2027-01-31', status: 'final' }), { plans, ...data });
    }) as [ReturnType<typeof storeRun>, ReturnType<typeof storeRun>];
    return correct([paidRun], corrected).differences.flatMap((one) => one.causes.map(causeText));
  }
  const use = { atLeast: 30, tooFew: { use: 'company' } };
  const company = (value: number) => ofCompany({ value, responses: 400 });
  const own = (responses: number) => scored({ value: 20, responses });

  test('promoters', () => {
    const found = causes(bound, [scored(answers(27, 13, 10))], [scored(answers(40, 0, 10))]);
    expect(found.join()).toContain('27');
  });

  test('responses', () => {
    expect(causes(use, [own(29), company(10)], [own(30), company(10)]).join()).toContain('29');
  });

  test('the score of a wider level', () => {
    expect(causes(use, [own(29), company(10)], [own(29), company(12)]).join()).toContain('10');
  });
});
