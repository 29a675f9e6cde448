import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  annOf,
  answers,
  expectWithheld,
  ofCompany,
  paid,
  scored,
  scorePlan,
  stepCalled,
  type Writing,
} from './support.js';

// 40 − 20 of 100 answers: 20 points, 12,000 as measured. What is flagged pays target, 10,000.
const now = (changes: Writing = {}) => scored({ ...answers(40, 40, 20), tens: 30, invited: 500, ...changes });
const previously = (changes: Writing = {}) =>
  scored({ period: 'previous', ...answers(20, 60, 20), tens: 20, ...changes });
const flagged = (flags: Writing, more: Writing = {}) =>
  scorePlan({ tooFew: 'payTarget', flags: { ...flags, then: 'tooFew' }, ...more });
const CALM = '12000.00';
const RAISED = '10000.00';

describe('fewest responses for each invited', () => {
  const document = flagged({ responseRate: '20%' });
  test.each([
    // 100 of 500 are exactly 20 %.
    ['exactly the rate', 500, CALM],
    ['one more invited', 501, RAISED],
    ['everybody responded', 100, CALM],
  ])('%s', (_when, invited, amount) => {
    expect(paid(document, [now({ invited })])).toBe(amount);
  });

  test('a row that does not say how many were invited: withheld', () => {
    expectWithheld(
      { document, actuals: [now({ invited: '' })] },
      'actuals.counts.missing',
      'how many invited',
    );
  });

  test('nobody of the invited responded: raised', () => {
    expect(paid(document, [scored({ responses: 0, invited: 500 })])).toBe(RAISED);
  });
});

describe('greatest change of the share of tens', () => {
  const document = flagged({ tens: '10%' });
  test.each([
    // 30 % of 100 now, 20 % of 100 before.
    ['exactly so much', 30, 20, CALM],
    ['one answer more', 31, 20, RAISED],
    ['less, and as far', 10, 20, CALM],
    ['less, and farther', 9, 20, RAISED],
    ['the same', 20, 20, CALM],
  ])('%s', (_when, tens, earlier, amount) => {
    expect(paid(document, [now({ tens }), previously({ tens: earlier })])).toBe(amount);
  });

  test('shares are compared, not numbers', () => {
    // 30 of 100 and 60 of 200 are the same share.
    const doubled = previously({ ...answers(80, 80, 40), tens: 60 });
    expect(paid(document, [now(), doubled])).toBe(CALM);
    expect(paid(document, [now(), previously({ ...answers(80, 80, 40), tens: 30 })])).toBe(RAISED);
  });

  test('without a period before nothing has changed', () => {
    expect(paid(document, [now({ tens: 40 })])).toBe(CALM);
    expect(paid(document, [now({ tens: 40 }), scored({ period: 'previous', responses: 0 })])).toBe(CALM);
  });

  test('a row that does not say how many tens: withheld, of now and of before', () => {
    for (const actuals of [
      [now({ tens: '' }), previously()],
      [now(), previously({ tens: '' })],
    ])
      expectWithheld({ document, actuals }, 'actuals.counts.missing', 'how many tens');
  });
});

describe('greatest change of the score', () => {
  const document = flagged({ change: 15 });
  const earlier = (value: number) => scored({ period: 'previous', value });
  test.each([
    [5, CALM],
    [4, RAISED],
    [35, CALM],
    [36, RAISED],
    [20, CALM],
  ])('20 points now, %i before', (value, amount) => {
    expect(paid(document, [now(), earlier(value)])).toBe(amount);
  });

  test('without a period before nothing has changed', () => {
    expect(paid(document, [now()])).toBe(CALM);
  });
});

describe('several flags, and a minimum', () => {
  test('one raised flag is enough', () => {
    const document = flagged({ responseRate: '20%', tens: '10%', change: 15 });
    expect(paid(document, [now(), previously({ ...answers(40, 40, 20), tens: 30 })])).toBe(CALM);
    expect(paid(document, [now({ invited: 501 }), previously()])).toBe(RAISED);
    // From 0 points before, by 20.
    expect(paid(document, [now(), previously({ tens: 30, ...answers(30, 40, 30) })])).toBe(RAISED);
  });

  test('enough responses and no flag', () => {
    const document = flagged({ responseRate: '20%' }, { atLeast: 100 });
    expect(paid(document, [now()])).toBe(CALM);
    expect(paid(document, [now({ invited: 501 })])).toBe(RAISED);
    expect(paid(document, [now({ ...answers(40, 40, 19), invited: 495 })])).toBe(RAISED);
  });

  test('what is flagged is replaced by a wider score, and its line says why', () => {
    const document = scorePlan({
      atLeast: 30,
      tooFew: { use: 'company' },
      flags: { responseRate: '20%', then: 'tooFew' },
    });
    const company = ofCompany({ value: 10, responses: 100, invited: 500 });
    const award = annOf({ document, actuals: [now({ invited: 501 }), company] });
    expect(award.amount).toBe('11000.00');
    expect(stepCalled(award, 'response rate below 20%').how).toBe('raised');
    const { how } = stepCalled(award, 'score, what counts');
    for (const words of ['100 responses', 'at least 30', 'response rate below 20%'])
      expect(how).toContain(words);
  });

  test('a wider score that is flagged itself does not count', () => {
    const document = scorePlan({
      tooFew: { use: 'company' },
      flags: { responseRate: '20%', then: 'tooFew' },
    });
    const company = ofCompany({ value: 10, responses: 100, invited: 501 });
    expectWithheld(
      { document, actuals: [now({ invited: 501 }), company] },
      'actuals.responses.few',
      'the company',
    );
  });

  test('read without a policy what is flagged is as good as not measured', () => {
    const gates = [{ when: { any: [{ not: { enough: 'score' } }, { metric: 'score', atLeast: 30 }] } }];
    const document = { ...flagged({ responseRate: '20%' }), gates };
    // Flagged, the gate is open and target is paid; calm, 20 points are fewer than 30.
    expect(paid(document, [now({ invited: 501 })])).toBe(RAISED);
    expect(paid(document, [now()])).toBe('0.00');
  });
});

describe('flags without then change no pay', () => {
  const flags = { responseRate: '100%', tens: '1%', change: 1 };
  const count = fc.integer({ min: 0, max: 40 });
  const row = fc.tuple(count, count, count).filter((all) => all.some((one) => one > 0));

  test('with rows that would raise all of them', () => {
    expect(paid(scorePlan({ flags }), [now(), previously()])).toBe(CALM);
    // Nor does the plan need what they would read.
    expect(paid(scorePlan({ flags }), [scored({ value: 20 })])).toBe(CALM);
  });

  test('any scores, any other rules', () => {
    const rules = fc.constantFrom<Writing>(
      {},
      { atLeast: 20, tooFew: 'payTarget' },
      { atLeast: 20, tooFew: 'payZero' },
      { pays: 'blended', credibility: { toward: { value: 30 }, strength: 30 } },
      { changeAtMost: 5 },
    );
    fc.assert(
      fc.property(row, row, rules, (own, earlier, more) => {
        const actuals = [
          scored({ ...answers(...own), tens: 0, invited: 1000 }),
          scored({ period: 'previous', ...answers(...earlier), tens: earlier[0] }),
        ];
        const bare = Object.keys(more).length === 0 ? undefined : more;
        expect(paid(scorePlan({ ...more, flags }), actuals)).toBe(paid(scorePlan(bare), actuals));
      }),
      { numRuns: 60, seed: 41 },
    );
  });
});
