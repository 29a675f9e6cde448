import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { dayPlan, draft, person, scores } from '../retro/support.js';
import { linesOf, personIn } from './support.js';

// 10 % of 73,000 is 7,300 a year, 20 a day; a score of 45 pays 100 %, of 60 it pays 150 %.
const ann = draft({ people: [person('ann')] });

describe('who cannot be compared has a status', () => {
  test('new and gone people are one line of the totals', () => {
    const comparison = compare(ann, draft({ people: [person('ben', { salary: '36500' })] }));
    expect(comparison.people).toEqual([
      {
        ...{ person: 'ben', plan: 'daily', status: 'new', statusNow: 'paid', currency: 'EUR' },
        ...{ before: '0.00', now: '3650.00', difference: '3650.00', inputs: [] },
      },
      {
        ...{ person: 'ann', plan: 'daily', status: 'gone', statusBefore: 'paid', currency: 'EUR' },
        ...{ before: '7300.00', now: '0.00', difference: '-7300.00', inputs: [] },
      },
    ]);
    expect(comparison.totals[0]?.moves).toEqual([
      { why: 'gone', inputs: [], people: 1, amount: '-7300.00' },
      { why: 'new', inputs: [], people: 1, amount: '3650.00' },
    ]);
    expect(comparison.totals[0]?.difference).toBe('-3650.00');
  });

  test('of who is withheld no move is known, and the total says so', () => {
    const withheld = draft({ people: [person('ann', { salary: 'n/a' })] });
    const comparison = compare(ann, withheld);
    expect(personIn(comparison, 'ann')).toEqual({
      ...{ person: 'ann', plan: 'daily', status: 'withheld', statusBefore: 'paid', statusNow: 'withheld' },
      ...{ currency: 'EUR', before: '7300.00', inputs: [] },
    });
    expect(comparison.totals).toEqual([
      {
        ...{ plan: 'daily', currency: 'EUR', before: '7300.00', now: '0.00', difference: '-7300.00' },
        moves: [{ why: 'withheld', inputs: [], people: 1, amount: '-7300.00' }],
      },
    ]);
  });

  test('a run that was limited to some people says nothing of the others', () => {
    const people = [person('ann'), person('ben')];
    const limited = draft({ people, actuals: scores(60), options: { only: ['ann'] } });
    const comparison = compare(draft({ people }), limited);
    expect(comparison.people.map(({ person: id, status }) => `${id} ${status}`)).toEqual([
      'ann moved',
      'ben notCompared',
    ]);
    expect(personIn(comparison, 'ben')).toMatchObject({ before: '7300.00' });
    expect(personIn(comparison, 'ben')).not.toHaveProperty('difference');
  });

  test('two currencies: both amounts, no difference, nothing attributed', () => {
    const dollars = draft({ people: [person('ann', { currency: 'USD', salary: '80300' })] });
    const comparison = compare(ann, dollars);
    expect(personIn(comparison, 'ann')).toEqual({
      ...{ person: 'ann', plan: 'daily', status: 'moved', statusBefore: 'paid', statusNow: 'paid' },
      ...{ currency: 'USD', currencyBefore: 'EUR', before: '7300.00', now: '8030.00', inputs: [] },
    });
    expect(
      comparison.totals.map(({ currency, difference, moves }) => [currency, difference, moves[0]?.why]),
    ).toEqual([
      ['EUR', '-7300.00', 'currency'],
      ['USD', '8030.00', 'currency'],
    ]);
    expect(comparison.issues.map(({ code }) => code)).toEqual(['compare.currency.differs']);
  });

  test('who is not eligible has nothing, and the hire that decides it is named', () => {
    const documents = [dayPlan({ eligibility: { hiredBy: '2026-06-30' } })];
    const runOf = (hired: string) => draft({ people: [person('ann', { hired })], documents });
    const comparison = compare(runOf('2026-08-01'), runOf('2026-01-01'));
    expect(personIn(comparison, 'ann')).toMatchObject({
      statusBefore: 'notEligible',
      before: '0.00',
      now: '7300.00',
    });
    expect(linesOf(comparison, 'ann')).toEqual(['employment 7300.00: hired 2026-08-01 → 2026-01-01']);
  });

  test('plans are compared each by itself, and one that only a run has is new', () => {
    const other = dayPlan({
      plan: 'other',
      target: { percent: '5%', of: 'salary', prorate: 'calendarDays' },
    });
    const now = draft({ people: [person('ann', { plans: 'daily other' })], documents: [dayPlan(), other] });
    expect(
      compare(ann, now).people.map(({ plan, status, difference }) => [plan, status, difference]),
    ).toEqual([
      ['daily', 'same', '0.00'],
      ['other', 'new', '3650.00'],
    ]);
  });
});

describe('what cannot be compared', () => {
  const codes = (before: unknown, now: unknown, only?: readonly string[]) =>
    compare(before as StoredRun, now as StoredRun, only && { only }).issues.map(({ code, path }) => [
      code,
      path[0],
    ]);

  test('no run, a run without inputs, and differences', () => {
    const { inputs: _, ...bare } = ann;
    for (const broken of [
      undefined,
      null,
      'run',
      [],
      {},
      bare,
      { ...ann, inputs: { ...ann.inputs, people: [] } },
    ])
      expect(codes(broken, ann)).toEqual([['compare.run.form', 'before']]);
    expect(codes(ann, {})).toEqual([['compare.run.form', 'now']]);
    expect(codes({}, {})).toHaveLength(2);
    expect(codes(ann, { ...ann, follows: 1 })).toEqual([['compare.run.differences', 'now']]);
    expect(compare({} as StoredRun, ann)).toMatchObject({ people: [], totals: [] });
  });

  test('somebody who is in neither run; ids are text', () => {
    expect(codes(ann, ann, ['ann', 'Ann', '__proto__'])).toEqual([
      ['compare.person.unknown', undefined],
      ['compare.person.unknown', undefined],
    ]);
    expect(compare(ann, ann, { only: ['ann'] }).people).toHaveLength(1);
  });

  test('runs without a plan in common', () => {
    const other = draft({ people: [person('ann')], documents: [dayPlan({ plan: 'other' })] });
    expect(codes(ann, other)).toEqual([['compare.plan.none', 'plans']]);
  });
});

describe('privacy', () => {
  test('what moved one person is in no other person and in no total', () => {
    const people = (salary: string) => [person('ann', { salary }), person('ben')];
    const comparison = compare(
      draft({ people: people('73000') }),
      draft({ people: people('98765'), actuals: scores(60) }),
    );
    const { people: all, ...rest } = comparison;
    const others = all.filter(({ person: id }) => id !== 'ann');
    expect(JSON.stringify(personIn(comparison, 'ann'))).toContain('98765');
    expect(JSON.stringify([others, rest])).not.toContain('98765');
    expect(JSON.stringify(rest)).not.toContain('"ann"');
  });
});
