import { describe, expect, test } from 'vitest';
import type { Award } from '../../../src/index.js';
import type { Writing } from '../../support/base.js';
import { plainAward, plainPerson, plainPlan } from '../../support/plain.js';

/** The segments in short: `from to: share in words`. */
function told({ segments = [] }: Award): string[] {
  return segments.map(({ from, to, share }) => `${from} ${to}: ${share}`);
}

/** The places of the segments in which a step is said; none where it is said once for all. */
function placesOf({ steps = [] }: Award, name: string): (number | undefined)[] {
  return steps.filter((step) => step.name === name).map(({ segment }) => segment);
}

const salaried = { percent: '10%', of: 'salary', prorate: 'calendarDays' };
const away = [{ id: 'ann', type: 'parental', from: '2026-03-01', to: '2026-05-31' }];
const noPay = { leave: { parental: { counts: '0%' } } };

describe('segments of an award', () => {
  const raised = plainAward({
    document: plainPlan({ target: salaried, ...noPay }),
    people: plainPerson({ from: '2026-01-01', salary: 100_000 }, { from: '2026-07-01', salary: 120_000 }),
    leave: away,
  });

  test('are all of them, also those that count nothing, each with its share in words', () => {
    // January and February 59, March to May 92, June 30, July to December 184 days
    expect(told(raised)).toEqual([
      '2026-01-01 2026-02-28: 59/365 days',
      '2026-03-01 2026-05-31: 92/365 days × 0% (leave: parental)',
      '2026-06-01 2026-06-30: 30/365 days',
      '2026-07-01 2026-12-31: 184/365 days',
    ]);
    expect(raised.segments?.map(({ days, leave }) => [days, leave])).toEqual([
      [59, undefined],
      [92, 'parental'],
      [30, undefined],
      [184, undefined],
    ]);
  });

  test('are named by their place in steps that differ', () => {
    expect(placesOf(raised, 'salary')).toEqual([1, 3, 4]);
    expect(placesOf(raised, 'target opportunity')).toEqual([1, 3, 4]);
  });

  test('are not named in a step that is the same in all of them', () => {
    expect(placesOf(raised, 'Result')).toEqual([undefined]);
    const steady = plainAward({
      document: plainPlan({ target: salaried, ...noPay }),
      people: plainPerson({ salary: 100_000 }),
      leave: away,
    });
    expect(steady.segments).toHaveLength(3);
    expect(placesOf(steady, 'salary')).toEqual([undefined]);
    expect(placesOf(steady, 'target × payout')).toEqual([undefined]);
  });

  test('of somebody away all year is told with what it counts', () => {
    const award = plainAward({
      document: plainPlan(noPay),
      leave: [{ ...away[0], from: '2025-12-01', to: '' }],
    });
    expect([award.status, award.reasons.map(({ code }) => code)]).toEqual(['zero', ['no-day-counts']]);
    expect(told(award)).toEqual(['2026-01-01 2026-12-31: all days × 0% (leave: parental)']);
  });
});

describe('shares in words', () => {
  const target = (prorate: unknown): Writing => ({
    target: { amount: { money: 36_500 }, hours: 'full', prorate },
  });
  const calendars = { five: { week: [1, 1, 1, 1, 1, 0, 0] } };
  const wordsOf = (changes: Writing, person: Writing, leave: Writing[] = []) =>
    plainAward({ document: plainPlan(changes), people: plainPerson(person), leave }).segments?.map(
      ({ share }) => share,
    );

  test.each([
    ['calendar days', target('calendarDays'), ['92/365 days']],
    // days of 30 in a year of 360, three of twelve months
    ['30/360', target('30/360'), ['90/360 days by 30/360']],
    ['calendar months', target('calendarMonths'), ['3/12 months by calendarMonths']],
    ['whole months', target({ wholeMonths: { startBy: 15, endFrom: 16 } }), ['3/12 months']],
    // 261 weekdays in 2026 (52 weeks and Thursday 31 December), 66 from 1 October: 22 + 21 + 23
    ['working days', { ...target({ workingDays: 'five' }), calendars }, ['66/261 working days']],
    ['a table', target({ table: [[90, '50%']] }), ['50% for 92 days × 92/92']],
    ['no proration', target('none'), ['not prorated']],
  ])('%s', (_way, changes, expected) => {
    expect(wordsOf(changes, { hired: '2026-10-01' })).toEqual(expected);
  });

  test('part of the time and part of the leave stand behind', () => {
    const leave = [{ id: 'ann', type: 'sick', from: '2026-01-01', to: '2026-12-31' }];
    const changes = { leave: { sick: { counts: '50%' } } };
    expect(wordsOf(changes, { from: '2026-01-01', share: '60%' }, leave)).toEqual([
      'all days × 50% (leave: sick) × 60% of the time',
    ]);
  });
});
