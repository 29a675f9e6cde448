import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../../src/time/period.js';
import { cutPeriod, weekYear } from '../../../src/time/sub-periods.js';
import { countDays, dayNumber, shift, shiftMonths } from '../../support/calendar.js';

const weeksIn = ({ start, end }: Period) => countDays(start, end) / 7;

describe('years of 52 or 53 weeks', () => {
  test('26 CFR 1.441-2(a)(4): November 2001 ends on the 24th by its last Saturday, on 1 December by the nearest', () => {
    const november = { year: 2001, month: 11, weekday: 'saturday' } as const;
    expect(weekYear({ ...november, rule: 'last' }).end).toBe('2001-11-24');
    expect(weekYear({ ...november, rule: 'nearest' }).end).toBe('2001-12-01');
  });

  test.each([
    // Source: Target, forms 10-K for fiscal 2022 and 2023 (364 and 371 days); Gap and Kohl's report the same days
    [2022, '2022-01-30', '2023-01-28', 52],
    [2023, '2023-01-29', '2024-02-03', 53],
    // Source: tests of stitchfix/merch_calendar
    [2017, '2017-01-29', '2018-02-03', 53],
    [2018, '2018-02-04', '2019-02-02', 52],
    [2019, '2019-02-03', '2020-02-01', 52],
  ])('retail %i is %s to %s, %i weeks', (year, start, end, weeks) => {
    const found = weekYear({ year: year + 1, month: 1, weekday: 'saturday', rule: 'nearest' });
    expect(found).toEqual({ start, end });
    expect(weeksIn(found)).toBe(weeks);
  });

  test('Target: its fiscal years 2011 to 2024', () => {
    // Source: its forms 10-K, "fiscal year ended"
    const expected = [
      ...['2012-01-28', '2013-02-02', '2014-02-01', '2015-01-31', '2016-01-30', '2017-01-28', '2018-02-03'],
      ...['2019-02-02', '2020-02-01', '2021-01-30', '2022-01-29', '2023-01-28', '2024-02-03', '2025-02-01'],
    ];
    const found = expected.map((_, index) =>
      weekYear({ year: 2012 + index, month: 1, weekday: 'saturday', rule: 'nearest' }),
    );
    expect(found.map(({ end }) => end)).toEqual(expected);
  });

  test('retail years of 53 weeks from 1995 to 2060', () => {
    // Source: nrf.com, "4-5-4 Calendar": 2000, 2006, 2012, 2017 and 2023; the later ones: public 4-5-4 calendars
    const long = Array.from({ length: 66 }, (_, index) => 1995 + index).filter(
      (year) => weeksIn(weekYear({ year: year + 1, month: 1, weekday: 'saturday', rule: 'nearest' })) === 53,
    );
    expect(long).toEqual([1995, 2000, 2006, 2012, 2017, 2023, 2028, 2034, 2040, 2045, 2051, 2056]);
  });

  test('Apple: the last Saturday of September', () => {
    // Source: Apple, form 10-K for each year
    const apple = (year: number) => weekYear({ year, month: 9, weekday: 'saturday', rule: 'last' });
    expect([2020, 2021, 2022, 2023, 2024].map((year) => apple(year).end)).toEqual([
      ...['2020-09-26', '2021-09-25', '2022-09-24', '2023-09-30', '2024-09-28'],
    ]);
    expect([2022, 2023, 2024].map((year) => weeksIn(apple(year)))).toEqual([52, 53, 52]);
    expect(apple(2023).start).toBe('2022-09-25');
    // Source: its forms 10-Q of fiscal 2024
    expect(Object.values(cutPeriod(apple(2024), 'quarters') ?? {}).map(({ end }) => end)).toEqual([
      '2023-12-30',
      '2024-03-30',
      '2024-06-29',
      '2024-09-28',
    ]);
  });

  test.each([
    // Source: Wikipedia, "4–4–5 calendar": both tables, 2006 to 2019
    [
      'last',
      [
        ...['2006-08-26', '2007-08-25', '2008-08-30', '2009-08-29', '2010-08-28', '2011-08-27', '2012-08-25'],
        ...['2013-08-31', '2014-08-30', '2015-08-29', '2016-08-27', '2017-08-26', '2018-08-25', '2019-08-31'],
      ],
    ],
    [
      'nearest',
      [
        ...['2006-09-02', '2007-09-01', '2008-08-30', '2009-08-29', '2010-08-28', '2011-09-03', '2012-09-01'],
        ...['2013-08-31', '2014-08-30', '2015-08-29', '2016-09-03', '2017-09-02', '2018-09-01', '2019-08-31'],
      ],
    ],
  ] as const)('the %s Saturday of August', (rule, expected) => {
    const found = expected.map((_, index) =>
      weekYear({ year: 2006 + index, month: 8, weekday: 'saturday', rule }),
    );
    expect(found.map(({ end }) => end)).toEqual(expected);
  });

  test('other weekdays: Johnson & Johnson to the Sunday nearest 31 December, Micron to the Thursday nearest 31 August', () => {
    // Source: tests of pandas, FY5253, from the companies' reports
    const jnj = [2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012].map(
      (year) => weekYear({ year, month: 12, weekday: 'sunday', rule: 'nearest' }).end,
    );
    expect(jnj).toEqual([
      ...['2005-01-02', '2006-01-01', '2006-12-31', '2007-12-30', '2008-12-28', '2010-01-03', '2011-01-02'],
      ...['2012-01-01', '2012-12-30'],
    ]);
    const micron = (year: number) => weekYear({ year, month: 8, weekday: 'thursday', rule: 'nearest' });
    expect([micron(2011).end, micron(2012).end]).toEqual(['2011-09-01', '2012-08-30']);
  });

  test('every rule gives years of 52 or 53 weeks that follow each other', () => {
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 1901, max: 2198 }),
          month: fc.integer({ min: 1, max: 12 }),
          weekday: fc.constantFrom(...weekdays),
          rule: fc.constantFrom('last' as const, 'nearest' as const),
        }),
        (which) => {
          const found = weekYear(which);
          expect([52, 53]).toContain(weeksIn(found));
          expect(weekYear({ ...which, year: which.year + 1 }).start).toBe(shift(found.end, 1));
          // 1 January 2000 was a Saturday, the sixth of the week
          const weekday = (((dayNumber(found.end) - dayNumber('2000-01-01') + 5) % 7) + 7) % 7;
          expect(weekdays[weekday]).toBe(which.weekday);
          const first = `${which.year}-${String(which.month).padStart(2, '0')}-01`;
          const late = dayNumber(found.end) - dayNumber(shift(shiftMonths(first, 1), -1));
          expect(which.rule === 'last' ? late <= 0 && late > -7 : Math.abs(late) <= 3).toBe(true);
        },
      ),
    );
  });
});
