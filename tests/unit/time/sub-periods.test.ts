import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../../src/time/period.js';
import { cutPeriod, type SubPeriodMaker, subPeriodMakers, weekYear } from '../../../src/time/sub-periods.js';
import { countDays, dayNumber, dayOf, shift, shiftMonths } from '../../support/calendar.js';

const period = (start: string, end: string): Period => ({ start, end });
const weeksIn = ({ start, end }: Period) => countDays(start, end) / 7;
const names = (of: Period, maker: SubPeriodMaker) => {
  const parts = cutPeriod(of, maker);
  return parts && Object.keys(parts);
};
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const ends = (of: Period, maker: SubPeriodMaker) =>
  Object.values(cutPeriod(of, maker) ?? {}).map((one) => one.end);

describe('whole months', () => {
  test('by hand: a fiscal year from 1 December has its quarters from December, March, June, September', () => {
    expect(cutPeriod(period('2025-12-01', '2026-11-30'), 'quarters')).toEqual({
      Q1: period('2025-12-01', '2026-02-28'),
      Q2: period('2026-03-01', '2026-05-31'),
      Q3: period('2026-06-01', '2026-08-31'),
      Q4: period('2026-09-01', '2026-11-30'),
    });
    expect(cutPeriod(period('2025-12-01', '2026-11-30'), 'halves')).toEqual({
      H1: period('2025-12-01', '2026-05-31'),
      H2: period('2026-06-01', '2026-11-30'),
    });
  });

  test('by hand: the months of a leap year', () => {
    expect(names(period('2024-01-01', '2024-12-31'), 'months')).toEqual(numbered('M', 12));
    expect(ends(period('2024-01-01', '2024-12-31'), 'months')).toEqual([
      ...['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31', '2024-06-30'],
      ...['2024-07-31', '2024-08-31', '2024-09-30', '2024-10-31', '2024-11-30', '2024-12-31'],
    ]);
  });

  test('by hand: a tax year from 6 April has months from the 6th to the 5th', () => {
    const year = period('2026-04-06', '2027-04-05');
    expect(cutPeriod(year, 'months')?.['M1']).toEqual(period('2026-04-06', '2026-05-05'));
    expect(cutPeriod(year, 'quarters')?.['Q4']).toEqual(period('2027-01-06', '2027-04-05'));
  });

  test.each([
    ['2026-01-01', '2026-06-30', 'quarters', ['Q1', 'Q2']],
    ['2026-01-01', '2026-06-30', 'halves', ['H1']],
    ['2026-04-01', '2026-06-30', 'quarters', ['Q1']],
    ['2026-04-01', '2026-06-30', 'months', ['M1', 'M2', 'M3']],
    ['2026-01-01', '2026-09-30', 'quarters', ['Q1', 'Q2', 'Q3']],
    ['2026-01-01', '2026-05-31', 'months', numbered('M', 5)],
    ['2026-01-01', '2027-12-31', 'halves', numbered('H', 4)],
  ] as const)('%s to %s has %s %j', (start, end, maker, expected) => {
    expect(names(period(start, end), maker)).toEqual(expected);
  });

  test.each([
    ['2026-01-01', '2026-05-31', 'quarters'],
    ['2026-01-01', '2026-05-31', 'halves'],
    ['2026-01-01', '2026-09-30', 'halves'],
    ['2026-01-01', '2026-12-31', '4-4-5'],
    ['2026-01-01', '2026-12-29', 'months'],
    ['2026-01-01', '2026-12-29', 'quarters'],
    ['2026-01-02', '2026-01-01', 'months'],
    ['2026-01-02', '2026-01-01', '4-4-5'],
  ] as const)('%s to %s has no %s', (start, end, maker) => {
    expect(cutPeriod(period(start, end), maker)).toBeUndefined();
  });

  test('by hand: nine months from a first of a month are cut by months, though 273 days are 39 weeks too', () => {
    expect(ends(period('2026-01-01', '2026-09-30'), 'quarters')).toEqual([
      ...['2026-03-31', '2026-06-30', '2026-09-30'],
    ]);
  });
});

describe('week patterns', () => {
  test('4-4-5: the year from 3 January 2010 to 1 January 2011', () => {
    // Source: FinancialForce help 2024.1, "What is a 4,4,5 Calendar?": end dates of its table
    const year = period('2010-01-03', '2011-01-01');
    expect(names(year, '4-4-5')).toEqual(numbered('P', 12));
    expect(ends(year, '4-4-5')).toEqual([
      ...['2010-01-30', '2010-02-27', '2010-04-03', '2010-05-01', '2010-05-29', '2010-07-03'],
      ...['2010-07-31', '2010-08-28', '2010-10-02', '2010-10-30', '2010-11-27', '2011-01-01'],
    ]);
    expect(ends(year, 'quarters')).toEqual(['2010-04-03', '2010-07-03', '2010-10-02', '2011-01-01']);
  });

  test('4-5-4: retail months of 2014', () => {
    // Source: tests of stitchfix/merch_calendar, retail calendar, first days of its months of 2014
    const year = weekYear({ year: 2015, month: 1, weekday: 'saturday', rule: 'nearest' });
    const parts = Object.values(cutPeriod(year, '4-5-4') ?? {});
    expect(parts.slice(0, 11).map(({ start }) => start)).toEqual([
      ...['2014-02-02', '2014-03-02', '2014-04-06', '2014-05-04', '2014-06-01', '2014-07-06'],
      ...['2014-08-03', '2014-08-31', '2014-10-05', '2014-11-02', '2014-11-30'],
    ]);
  });

  test('4-5-4: retail October of 2015 is 4 to 31 October', () => {
    // Source: README of rocksoftcode/nrf-calendar; October is the ninth retail month
    const year = weekYear({ year: 2016, month: 1, weekday: 'saturday', rule: 'nearest' });
    expect(cutPeriod(year, '4-5-4')?.['P9']).toEqual(period('2015-10-04', '2015-10-31'));
  });

  test('5-4-4, by hand: a year from Sunday 1 October 2023', () => {
    expect(ends(period('2023-10-01', '2024-09-28'), '5-4-4').slice(0, 4)).toEqual([
      ...['2023-11-04', '2023-12-02', '2023-12-30', '2024-02-03'],
    ]);
  });

  test.each([
    // 53rd week to the last part: NRF 4-5-4; Planon Lease Accounting, "4-4-5 calendar": 4-4-6, 5-4-5 or 4-5-5
    ['4-4-5', [4, 4, 6]],
    ['4-5-4', [4, 5, 5]],
    ['5-4-4', [5, 4, 5]],
    ['quarters', [13, 13, 14]],
    ['halves', [26, 27]],
  ] as const)('%s of the 53 weeks of retail 2023 end with %j', (maker, last) => {
    const parts = Object.values(cutPeriod(period('2023-01-29', '2024-02-03'), maker) ?? {});
    expect(parts.slice(-last.length).map(weeksIn)).toEqual(last);
  });

  test.each([
    [13, '4-4-5', [4, 4, 5]],
    [14, '4-4-5', [4, 4, 6]],
    [26, '5-4-4', [5, 4, 4, 5, 4, 4]],
    [27, '4-5-4', [4, 5, 4, 4, 5, 5]],
    [39, 'quarters', [13, 13, 13]],
    [40, 'quarters', [13, 13, 14]],
    [14, 'quarters', [14]],
    [27, 'halves', [27]],
    [13, 'halves', undefined],
    [39, 'halves', undefined],
    [12, '4-4-5', undefined],
    [15, '4-4-5', undefined],
    [28, 'quarters', undefined],
    [54, '4-4-5', undefined],
    [65, '4-4-5', undefined],
    [52, 'months', undefined],
  ] as const)('%i weeks by %s: %j', (weeks, maker, expected) => {
    const parts = cutPeriod(period('2023-01-29', shift('2023-01-29', weeks * 7 - 1)), maker);
    expect(parts && Object.values(parts).map(weeksIn)).toEqual(expected);
  });

  test('by hand: 52 weeks and a day are twelve months or nothing', () => {
    expect(cutPeriod(period('2023-01-29', '2024-01-28'), '4-4-5')).toBeUndefined();
    expect(cutPeriod(period('2023-01-29', '2024-01-28'), 'quarters')?.['Q1']?.end).toBe('2023-04-28');
    expect(cutPeriod(period('2023-02-05', '2024-02-05'), 'quarters')).toBeUndefined();
  });

  test('273 days from 29 January 2023 are three retail quarters, though nine months too', () => {
    // Source: Big Lots, form 10-Q for the 39 weeks ended 28 October 2023
    expect(ends(period('2023-01-29', '2023-10-28'), 'quarters')).toEqual([
      ...['2023-04-29', '2023-07-29', '2023-10-28'],
    ]);
  });

  test('retail quarters of 2023 and of 2019', () => {
    // Source: Big Lots, form 10-Q for 28 October 2023, and Gap, form 10-K for 3 February 2024
    expect(ends(period('2023-01-29', '2024-02-03'), 'quarters')).toEqual([
      ...['2023-04-29', '2023-07-29', '2023-10-28', '2024-02-03'],
    ]);
    // Source: tests of stitchfix/merch_calendar, quarters of 2019
    const retail2019 = weekYear({ year: 2020, month: 1, weekday: 'saturday', rule: 'nearest' });
    expect(ends(retail2019, 'quarters').slice(1)).toEqual(['2019-08-03', '2019-11-02', '2020-02-01']);
  });
});

describe('any period', () => {
  const aStart = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2050-12-31') }).map(dayOf);
  const months = fc
    .tuple(aStart, fc.integer({ min: 1, max: 36 }))
    .map(([start, count]) => period(start, shift(shiftMonths(start, count), -1)));
  const weeks = fc
    .tuple(aStart, fc.integer({ min: 1, max: 60 }))
    .map(([start, count]) => period(start, shift(start, 7 * count - 1)));

  test.each(subPeriodMakers)('%s fill it from its first day to its last without a gap', (maker) => {
    fc.assert(
      fc.property(fc.oneof(months, weeks), (of) => {
        const parts = Object.values(cutPeriod(of, maker) ?? { P1: of });
        expect(parts[0]?.start).toBe(of.start);
        expect(parts.at(-1)?.end).toBe(of.end);
        const next = parts.slice(1).map(({ start }) => start);
        expect(parts.slice(0, -1).map(({ end }) => shift(end, 1))).toEqual(next);
        expect(parts.every(({ start, end }) => start <= end)).toBe(true);
      }),
    );
  });
});
