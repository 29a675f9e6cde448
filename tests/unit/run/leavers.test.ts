import { describe, expect, test } from 'vitest';
import type { Writing } from '../../support/base.js';
import { decided, plainAward, plainPerson, plainPlan, plainRun } from '../../support/plain.js';

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

  test.each([
    ['money', { cap: { money: 5000 } }, '5000.00'],
    // 20 % of 18,100
    ['a share of target', { cap: '20%', of: 'target' }, '3620.00'],
    ['a floor above it', { cap: { money: 5000 }, floor: { money: 4999 } }, '5000.00'],
  ])('is under the cap of the award: %s', (_what, award, amount) => {
    const document = rule('forfeit', { limits: { award }, ...safe(true) });
    expect(plainAward({ document, people: left() }).amount).toBe(amount);
  });

  test('is not lifted by a guarantee, which is listed as not used', () => {
    const document = rule('forfeit', safe(true));
    const run = plainRun({ document, people: left(), exceptions: [decided('guarantee', '20000')] });
    expect(run.awards[0]?.amount).toBe('5430.00');
    expect(run.awards[0]?.notes).toEqual([
      'left on 2026-06-30 (retirement): days served, only the safe part',
    ]);
    expect(run.exceptions.map(({ status }) => status)).toEqual(['notUsed']);
  });

  test('is the floor under the whole, where that is how the plan states it', () => {
    const document = rule('forfeit', {
      risk: { atLeast: '30%', survives: { closedGate: true, leaving: true } },
    });
    expect(plainAward({ document, people: left() }).amount).toBe('5430.00');
  });

  test('does not wait for results that it does not need', () => {
    const document = rule('forfeit', { ...closed, ...safe(true) });
    expect(plainAward({ document, people: left(), actuals: [] }).amount).toBe('5430.00');
  });

  describe('where it does not survive a closed gate', () => {
    const survives = { closedGate: false, leaving: true };
    const gated = (atLeast: string) =>
      rule('forfeit', { gates: [{ metric: 'result', atLeast }], risk: { paidAnyway: '30%', survives } });

    test('is paid behind an open gate, and not behind a closed one', () => {
      expect(plainAward({ document: gated('80%'), people: left() }).amount).toBe('5430.00');
      expect(plainAward({ document: gated('81%'), people: left() }).amount).toBe('0.00');
    });

    test('waits for the result of the gate', () => {
      const award = plainAward({ document: gated('80%'), people: left(), actuals: [] });
      expect(award.status).toBe('withheld');
    });
  });
});

describe('who is paid for all days of the period', () => {
  test.each([
    // 90 days of 100, at 80 % or at target
    ['payActual', '7200.00'],
    ['accelerate', '9000.00'],
  ])('%s: nothing goes on where no assignment reached the day of leaving', (word, amount) => {
    const people = left({ from: '2025-01-01', to: '2026-03-31' });
    expect(plainAward({ document: rule(word), people }).amount).toBe(amount);
  });

  test('counts the assignment of the day of leaving on, not one that another plan had followed', () => {
    const row = { left: '2026-06-30', leftReason: 'retirement' };
    const people = plainPerson(
      { ...row, from: '2026-01-01', to: '2026-01-31', plans: 'plain' },
      { ...row, from: '2026-02-01', plans: 'elsewhere' },
    );
    // 31 days of 100 at 80 %; the days from February on are the other plan's
    expect(plainAward({ document: rule('payActual'), people }).amount).toBe('2480.00');
  });

  const leave = { leave: { parental: { counts: '0%' } } };
  test.each([
    // 365 - 30 days of 100 at 80 %
    ['payActual', {}, '26800.00'],
    ['payActual', { to: '2026-06-30' }, '26800.00'],
    // 181 - 30 days
    ['prorate', {}, '12080.00'],
  ])('%s, leave until %j: leave lasts until leaving at the longest', (word, end, amount) => {
    const away = [{ id: 'ann', type: 'parental', from: '2026-06-01', ...end }];
    expect(plainAward({ document: rule(word, leave), people: left(), leave: away }).amount).toBe(amount);
  });
});

describe('without proration', () => {
  const target = { percent: '10%', of: 'salary', prorate: 'none' };
  const metrics = { result: { kind: 'payout', level: 'team' } };
  const actuals = ['North', 'South'].map((group) => ({
    metric: 'result',
    group,
    value: '80%',
    status: 'final',
  }));
  const row = { left: '2026-06-30', leftReason: 'retirement', salary: 36_500, team: 'North' };
  const moved = (second: Writing) =>
    plainPerson({ ...row, from: '2026-01-01' }, { ...row, from: '2026-04-01', ...second });

  test('a leaver at target does not wait for what only results depend on', () => {
    const document = rule('payTarget', { target, metrics });
    // 10 % of 36,500
    expect(plainAward({ document, people: moved({ team: 'South' }), actuals }).amount).toBe('3650.00');
  });

  test.each([
    ['payTarget', { salary: 40_000 }],
    ['payTarget', { hoursShare: '60%', salaryIs: 'actual' }],
    ['prorate', { team: 'South' }],
  ])('%s: assignments that differ in %j are withheld', (word, second) => {
    const document = rule(word, { target, metrics });
    const run = plainRun({ document, people: moved(second), actuals });
    expect(run.awards[0]?.status).toBe('withheld');
    const errors = run.issues.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['run.segments.differ']);
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
