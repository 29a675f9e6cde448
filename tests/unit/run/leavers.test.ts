import { describe, expect, test } from 'vitest';
import type { Writing } from '../../support/base.js';
import { decided, plainAward, plainPerson, plainPlan } from '../../support/plain.js';

/** Ann leaves on 30 June 2026, after 181 of 365 days; the result is 80 %, and a day is 100. */
const left = (changes: Writing = {}) =>
  plainPerson({ left: '2026-06-30', leftReason: 'retirement', ...changes });
const rule = (retirement: unknown, changes: Writing = {}) =>
  plainPlan({ leavers: { retirement, otherwise: 'forfeit' }, ...changes });

const closed = { gates: [{ name: 'Gate', metric: 'result', atLeast: '90%' }] };
const safe = (leaving: boolean) => ({ risk: { paidAnyway: '30%', survives: { closedGate: true, leaving } } });

describe('what leavers get', () => {
  test.each([
    ['prorate', '14480.00'], // 18,100 x 80 %
    ['payTarget', '18100.00'],
    ['payActual', '29200.00'], // 36,500 x 80 %
    ['accelerate', '36500.00'],
    [{ days: 'served', results: 'actual' }, '14480.00'],
    [{ days: 'served', results: 'target' }, '18100.00'],
    [{ days: 'all', results: 'actual' }, '29200.00'],
    [{ days: 'all', results: 'target' }, '36500.00'],
  ])('%j: %s', (word, amount) => {
    expect(plainAward({ document: rule(word), people: left() }).amount).toBe(amount);
  });

  test('forfeit: nothing, with the reason and the day', () => {
    const award = plainAward({ document: rule('forfeit'), people: left() });
    expect(award.status).toBe('notEligible');
    expect(award.reasons).toEqual([
      { code: 'forfeited', message: 'left on 2026-06-30 (retirement) and forfeits the award' },
    ]);
  });

  test('at target nothing measured, no gate, modifier or limit of the payout counts', () => {
    const document = rule('payTarget', {
      ...closed,
      modifiers: [{ from: { person: 'rating' }, table: { values: { good: '150%' } } }],
      limits: { payout: { cap: '50%' } },
    });
    expect(plainAward({ document, people: left(), actuals: [] }).amount).toBe('18100.00');
  });

  test('the limit of the award binds leavers too', () => {
    const document = rule('accelerate', { limits: { award: { cap: { money: 20_000 } } } });
    expect(plainAward({ document, people: left() }).amount).toBe('20000.00');
  });

  test('who stays to the last day is no leaver', () => {
    const people = left({ left: '2026-12-31' });
    expect(plainAward({ document: rule('forfeit'), people }).amount).toBe('29200.00');
  });

  test('with employment on the payment date the days up to it are those of a leaver', () => {
    const document = rule('forfeit', {
      eligibility: { employedAt: 'paymentDate' },
      payment: { date: '2027-03-15' },
    });
    expect(plainAward({ document, people: left({ left: '2027-03-14' }) }).status).toBe('notEligible');
    expect(plainAward({ document, people: left({ left: '2027-03-15' }) }).amount).toBe('29200.00');
  });

  test('a listed reason wins over employment at the end of the period', () => {
    const document = plainPlan({
      leavers: { retirement: 'prorate' },
      eligibility: { employedAt: 'periodEnd' },
    });
    expect(plainAward({ document, people: left() }).amount).toBe('14480.00');
    const other = plainAward({ document, people: left({ leftReason: 'resignation' }) });
    expect(other.reasons.map(({ code }) => code)).toEqual(['left-before-period-end']);
  });

  test('without leavers in the plan days served count, at actual results', () => {
    expect(plainAward({ people: plainPerson({ left: '2026-06-30' }) }).amount).toBe('14480.00');
  });
});

describe('the safe part of leavers who forfeit', () => {
  test('is paid for days served where it survives leaving', () => {
    // 18,100 x 30 %
    const award = plainAward({ document: rule('forfeit', safe(true)), people: left() });
    expect([award.amount, award.target, award.safe]).toEqual(['5430.00', '18100.00', '5430.00']);
  });

  test('is forfeited where it does not', () => {
    const award = plainAward({ document: rule('forfeit', safe(false)), people: left() });
    expect(award.status).toBe('notEligible');
  });

  test.each([
    [
      'what a closed gate pays',
      { gates: [{ name: 'Gate', metric: 'result', atLeast: '90%', otherwise: '25%' }] },
    ],
    ['a floor of the payout', { limits: { payout: { floor: '20%' } } }],
    ['a floor of the payout per segment', { limits: { payout: { floor: '20%', per: 'segment' } } }],
    ['a floor of the award', { limits: { award: { floor: { money: 20_000 } } } }],
  ])('is all that is paid: not %s', (_what, changes) => {
    const document = rule('forfeit', { ...changes, ...safe(true) });
    expect(plainAward({ document, people: left() }).amount).toBe('5430.00');
  });

  test('does not wait for results that it does not need', () => {
    const document = rule('forfeit', { ...closed, ...safe(true) });
    expect(plainAward({ document, people: left(), actuals: [] }).amount).toBe('5430.00');
  });
});

describe('who is no question of leaving', () => {
  test('who is not in the population needs no reason of leaving', () => {
    const document = rule('prorate', { eligibility: { where: [{ person: 'country', is: 'FR' }] } });
    const award = plainAward({ document, people: left({ country: 'DE', leftReason: '' }) });
    expect(award.reasons.map(({ code }) => code)).toEqual(['not-in-population']);
  });

  test('who was hired too late needs no reason of leaving', () => {
    const document = rule('prorate', { eligibility: { hiredBy: '2026-03-31' } });
    const award = plainAward({ document, people: left({ hired: '2026-04-01', leftReason: '' }) });
    expect(award.reasons.map(({ code }) => code)).toEqual(['hired-too-late']);
  });
});

test('a treatment by exception wins over the reason, also where the plan has no leavers', () => {
  const exceptions = [decided('treatment', 'payActual')];
  expect(plainAward({ document: rule('forfeit'), people: left(), exceptions }).amount).toBe('29200.00');
  expect(plainAward({ people: plainPerson({ left: '2026-06-30' }), exceptions }).amount).toBe('29200.00');
});
