import { describe, expect, test } from 'vitest';
import type { Writing } from '../../support/base.js';
import { decided, plainAward, plainPerson, plainPlan, plainRun } from '../../support/plain.js';

const salaried = plainPlan({ target: { percent: '10%', of: 'salary', prorate: 'calendarDays' } });
const ann = (changes: Writing = {}) => plainPerson({ salary: 36_500, ...changes });
const statusOf = (setting: Parameters<typeof plainRun>[0]) =>
  plainRun(setting).exceptions.map(({ status }) => status);

/** A day of target is 10 at 10 %; the result is 80 %. */
describe('exceptions', () => {
  test('a target percent counts for its days only', () => {
    // 100 days at 20 a day and 265 at 10: (2,000 + 2,650) x 80 %
    const exceptions = [decided('targetPercent', '20%', { until: '2026-04-10' })];
    const award = plainAward({ document: salaried, people: ann(), exceptions });
    expect([award.amount, award.target]).toEqual(['3720.00', '4650.00']);
    expect(award.notes).toEqual(['exception: targetPercent 20% until 2026-04-10, agreed, approved by CFO']);
  });

  test('a target amount is for the whole period and counts for its days', () => {
    // 100 days of 7,300/365 = 20 and 265 of 10
    const exceptions = [decided('targetAmount', '7300', { until: '2026-04-10' })];
    expect(plainAward({ document: salaried, people: ann(), exceptions }).target).toBe('4650.00');
  });

  test('a target amount of a quarter is for the quarter', () => {
    const document = { ...salaried, period: { start: '2026-01-01', end: '2026-03-31' } };
    const exceptions = [decided('targetAmount', '900')];
    // 45 of 90 days
    const people = ann({ hired: '2026-02-15' });
    expect(plainAward({ document, people, exceptions }).target).toBe('450.00');
  });

  test('a share of the period takes the place of the days', () => {
    const people = plainPerson({ hired: '2026-12-01' });
    const award = plainAward({ people, exceptions: [decided('proration', '75%')] });
    expect([award.amount, award.target]).toEqual(['21900.00', '27375.00']);
  });

  test('a share of the period is kept in proportion over a move', () => {
    // 181 days of 100 and 184 of 200: x 50 %
    const document = plainPlan({
      target: { amount: { person: 'potential' }, hours: 'full', prorate: 'calendarDays' },
    });
    const people = plainPerson(
      { from: '2026-01-01', potential: 36_500 },
      { from: '2026-07-01', potential: 73_000 },
    );
    expect(plainAward({ document, people, exceptions: [decided('proration', '50%')] }).target).toBe(
      '27450.00',
    );
  });

  test('a share of the period counts where no day would: leave, or no whole month', () => {
    const exceptions = [decided('proration', '50%')];
    const onLeave = plainAward({
      document: plainPlan({ leave: { parental: { counts: '0%' } } }),
      leave: [{ id: 'ann', type: 'parental', from: '2025-12-01' }],
      exceptions,
    });
    expect(onLeave.target).toBe('18250.00');
    const wholeMonths = { startBy: 15, endFrom: 16 };
    const late = plainAward({
      document: plainPlan({ target: { amount: { money: 36_500 }, hours: 'full', prorate: { wholeMonths } } }),
      people: plainPerson({ hired: '2026-12-20' }),
      exceptions,
    });
    expect(late.target).toBe('18250.00');
  });

  test('a guarantee is a floor as written, also behind a closed gate and for part of the year', () => {
    const exceptions = [decided('guarantee', '8000.50')];
    const document = plainPlan({ gates: [{ metric: 'result', atLeast: '90%' }] });
    expect(plainAward({ document, exceptions }).amount).toBe('8000.50');
    const people = plainPerson({ hired: '2026-12-01' });
    const award = plainAward({ people, exceptions });
    // 31 days of 100 x 80 % = 2,480
    expect(award.amount).toBe('8000.50');
    expect(award.parts).toEqual([
      { stage: 'goal', name: 'Result', amount: '2480.00' },
      { stage: 'award limit', name: 'guaranteed award', amount: '5520.50' },
    ]);
  });

  test('a guarantee below the award changes nothing', () => {
    expect(plainAward({ exceptions: [decided('guarantee', '29200')] }).amount).toBe('29200.00');
  });

  test('each is listed with what became of it', () => {
    const expired = decided('guarantee', '1', { until: '2025-12-31' });
    const coming = decided('guarantee', '1', { from: '2027-01-01', until: '2027-12-31' });
    const unused = decided('treatment', 'prorate');
    expect(statusOf({ exceptions: [expired, coming, unused] })).toEqual(['expired', 'notYet', 'notUsed']);
    expect(statusOf({ exceptions: [decided('guarantee', '1')] })).toEqual(['applied']);
  });

  test('what ended before the day that counts is not said to be applied', () => {
    const document = plainPlan({
      target: { percent: '10%', of: 'salary', prorate: 'none', asOf: 'periodEnd' },
    });
    const exceptions = [decided('targetPercent', '20%', { until: '2026-06-30' })];
    const setting = { document, people: ann(), exceptions };
    expect(plainAward(setting).target).toBe('3650.00');
    expect(plainAward(setting).notes).toBeUndefined();
    expect(statusOf(setting)).toEqual(['notUsed']);
  });

  test('a percent and an amount are one after the other, not at once', () => {
    const percent = decided('targetPercent', '20%', { until: '2026-04-10' });
    const amount = (from: string) => decided('targetAmount', '7300', { from });
    // 100 days of 20 by percent, 265 of 7,300/365 = 20
    const after = { document: salaried, people: ann(), exceptions: [percent, amount('2026-04-11')] };
    expect(plainAward(after).target).toBe('7300.00');
    expect(statusOf(after)).toEqual(['applied', 'applied']);
    const run = plainRun({ ...after, exceptions: [percent, amount('2026-04-10')] });
    expect(run.awards[0]?.status).toBe('withheld');
    expect(run.issues.map(({ code }) => code)).toEqual(['run.exception.kind']);
  });

  describe('of somebody in two plans', () => {
    const beside = [plainPlan({ plan: 'sales' })];
    const outcome = (exceptions: Writing[], people = plainPerson({ plans: 'plain sales' })) => {
      const { awards, issues } = plainRun({ exceptions, beside, people });
      return [awards.map(({ amount, status }) => amount ?? status), issues.map(({ code }) => code)];
    };

    test.each([['guarantee'], ['targetAmount']])('a %s must say for which plan it is', (kind) => {
      expect(outcome([decided(kind, '40000')])).toEqual([['withheld', 'withheld'], ['run.exception.plan']]);
    });

    test('an amount counts in the plan it names', () => {
      expect(outcome([decided('guarantee', '40000', { plan: 'sales' })])).toEqual([
        ['29200.00', '40000.00'],
        [],
      ]);
    });

    test('what is a share counts in both', () => {
      // 36,500 x 50 % x 80 %
      expect(outcome([decided('proration', '50%')])).toEqual([['14600.00', '14600.00'], []]);
    });

    test('an amount needs no plan for who takes part in one of them', () => {
      const people = plainPerson({ plans: 'plain' });
      expect(outcome([decided('guarantee', '40000')], people)).toEqual([['40000.00', 'notEligible'], []]);
    });
  });
});
