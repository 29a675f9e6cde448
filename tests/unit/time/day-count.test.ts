import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { add, type Ratio } from '../../../src/num/ratio.js';
import { amountOf, type DayCount, dayCounts, positionOf } from '../../../src/time/day-count.js';
import { countDays, dayNumber, dayOf, shift, shiftMonths } from '../../support/calendar.js';

const fraction = ({ n, d }: Ratio) => new Fraction(n, d);
const lowest = (n: number, d = 1) => new Fraction(n, d).toFraction();
const amount = (count: DayCount, start: string, end: string) =>
  fraction(amountOf(positionOf(count), { start, end }));

/**
 * Eight stretches. The printed figures: RISK E3 and the shared vectors e_mechanics.json, "proration …" (2006 ISDA
 * Definitions 4.16(b) and (g); all eight agree with QuantLib), to ten decimals. The fractions: by hand, as written.
 */
const published = [
  // 321 of 366 days; to 1 January is 10 months and 16 of 30; 10 months and 15 of February's 29 days.
  [
    '2024-02-15',
    '2024-12-31',
    321,
    [321, 366],
    0.8770491803,
    [316, 360],
    0.8777777778,
    [305, 348],
    0.8764367816,
  ],
  ['2025-01-01', '2025-12-31', 365, [1, 1], 1, [1, 1], 1, [1, 1], 1],
  ['2024-01-01', '2024-12-31', 366, [1, 1], 1, [1, 1], 1, [1, 1], 1],
  // 290 of 365; 9 months and 14 of 30; 9 months and 15 of March's 31 days.
  [
    '2025-03-17',
    '2025-12-31',
    290,
    [290, 365],
    0.7945205479,
    [284, 360],
    0.7888888889,
    [294, 372],
    0.7903225806,
  ],
  ['2025-07-01', '2026-06-30', 365, [1, 1], 1, [1, 1], 1, [1, 1], 1],
  // 29 of 365; 31 January is a day and February 30; one month and 1 of January's 31 days.
  ['2025-01-31', '2025-02-28', 29, [29, 365], 0.0794520548, [31, 360], 0.0861111111, [32, 372], 0.0860215054],
  // 31/365 + 60/366 = (31 x 366 + 60 x 365) / (365 x 366) = 33,246/133,590; three months in the others.
  ['2023-12-01', '2024-02-29', 91, [33246, 133590], 0.2488659331, [90, 360], 0.25, [3, 12], 0.25],
  // 1 of 366; 29 February is what is missing from 29 to 31; 1 of 29 days of a twelfth.
  ['2024-02-29', '2024-02-29', 1, [1, 366], 0.0027322404, [2, 360], 0.0055555556, [1, 348], 0.0028735632],
] as const;

describe.each(published)(
  '%s to %s',
  (from, to, days, actual, actualFigure, e360, e360Figure, months, monthsFigure) => {
    test(`is ${days} days`, () => {
      expect(amount('calendarDays', from, to).toFraction()).toBe(lowest(days));
    });

    test.each([
      ['act/act', actual, actualFigure],
      ['30/360', e360, e360Figure],
      ['calendarMonths', months, monthsFigure],
    ] as const)('by %s is the fraction %j, printed %d', (count, [n, d], figure) => {
      const found = amount(count, from, to);
      expect(found.toFraction()).toBe(lowest(n, d));
      expect(found.round(10).valueOf()).toBe(figure);
    });
  },
);

describe('shares of a period', () => {
  const share = (
    count: DayCount,
    [from, to]: readonly [string, string],
    [start, end]: readonly [string, string],
  ) =>
    amount(count, from, to)
      .div(amount(count, start, end))
      .toFraction();

  test('EX04: an assignment to 31 July 2021 is 212/365, from 1 August 153/365', () => {
    const year = ['2021-01-01', '2021-12-31'] as const;
    expect(share('calendarDays', ['2021-01-01', '2021-07-31'], year)).toBe(lowest(212, 365));
    expect(share('calendarDays', ['2021-08-01', '2021-12-31'], year)).toBe(lowest(153, 365));
  });

  test('EX06: the whole of 2016 is 1 by every count, and without its last day 365/366 by days', () => {
    const year = ['2016-01-01', '2016-12-31'] as const;
    expect(dayCounts.map((count) => share(count, year, year))).toEqual(['1', '1', '1', '1']);
    expect(share('calendarDays', ['2016-01-01', '2016-12-30'], year)).toBe(lowest(365, 366));
    expect(share('act/act', ['2016-01-01', '2016-12-30'], year)).toBe(lowest(365, 366));
  });

  test('by hand: July to December of a fiscal year over a leap day', () => {
    const year = ['2023-07-01', '2024-06-30'] as const;
    const half = ['2023-07-01', '2023-12-31'] as const;
    expect(share('calendarDays', half, year)).toBe(lowest(184, 366));
    // 184/365 of 184/365 + 182/366 = 184 x 366 of 184 x 366 + 182 x 365 = 67,344 of 133,774
    expect(share('act/act', half, year)).toBe(lowest(67344, 133774));
    expect(share('30/360', half, year)).toBe('1/2');
    expect(share('calendarMonths', half, year)).toBe('1/2');
  });
});

describe('30/360 is 30E/360', () => {
  /** 2006 ISDA Definitions 4.16(f): the end stays on a 31st unless the start is a 30th or 31st. End not counted. */
  const usDays = (start: string, end: string) => {
    const [[y1, m1, d1], [y2, m2, d2]] = [parts(start), parts(end)];
    const last = d2 === 31 && d1 > 29 ? 30 : d2;
    return 360 * (y2 - y1) + 30 * (m2 - m1) + last - Math.min(d1, 30);
  };

  test('by hand: the US rule gives 16 days for 15 to 30 January, and does not add up at the 31st', () => {
    expect([usDays('2025-01-15', '2025-01-31'), usDays('2025-01-31', '2025-02-01')]).toEqual([16, 1]);
    expect(usDays('2025-01-15', '2025-02-01')).toBe(16);
  });

  test('by hand: here 15 to 30 January is 15 days, the 31st 1, both 16', () => {
    expect(amount('30/360', '2025-01-15', '2025-01-30').toFraction()).toBe(lowest(15, 360));
    expect(amount('30/360', '2025-01-31', '2025-01-31').toFraction()).toBe(lowest(1, 360));
    expect(amount('30/360', '2025-01-15', '2025-01-31').toFraction()).toBe(lowest(16, 360));
  });

  test('by hand: the 30th of a month of 31 adds none, the last of February what is missing to 30', () => {
    expect(amount('30/360', '2025-01-30', '2025-01-30').toFraction()).toBe('0');
    expect(amount('30/360', '2025-04-30', '2025-04-30').toFraction()).toBe(lowest(1, 360));
    expect(amount('30/360', '2025-02-28', '2025-02-28').toFraction()).toBe(lowest(3, 360));
    expect(amount('30/360', '2024-02-28', '2024-02-28').toFraction()).toBe(lowest(1, 360));
  });

  test('the two differ by a day from before the 30th to the 30th of a month of 31, and nowhere else', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 900 }), (from, days) => {
        const after = shift(from, days + 1);
        const apart = parts(from)[2] < 30 && parts(after)[2] === 31 ? 1 : 0;
        const found = amount('30/360', from, shift(from, days)).mul(360);
        expect(usDays(from, after) - found.valueOf()).toBe(apart);
      }),
    );
  });
});

describe('leap years', () => {
  test.each([
    [1900, 365],
    [1904, 366],
    [2000, 366],
    [2023, 365],
    [2024, 366],
    [2100, 365],
    [2104, 366],
  ])('%i has %i days, and its 1 March is one after its last of February', (year, days) => {
    expect(amount('calendarDays', `${year}-01-01`, `${year}-12-31`).toFraction()).toBe(lowest(days));
    expect(amount('act/act', `${year}-01-01`, `${year}-01-01`).toFraction()).toBe(lowest(1, days));
    expect(amount('act/act', `${year}-01-01`, `${year}-02-28`).toFraction()).toBe(lowest(59, days));
    const february = days - 337;
    expect(amount('calendarMonths', `${year}-02-28`, `${year}-02-28`).toFraction()).toBe(
      lowest(1, 12 * february),
    );
    expect(amount('calendarDays', `${year}-02-${february}`, `${year}-02-${february}`).toFraction()).toBe('1');
    expect(amount('calendarMonths', `${year}-02-01`, `${year}-02-${february}`).toFraction()).toBe('1/12');
  });

  test('every calendar year from 1900 to 2199 is one year', () => {
    for (let year = 1900; year < 2200; year += 1) {
      const [start, end] = [`${year}-01-01`, `${year}-12-31`];
      expect(amount('calendarDays', start, end).toFraction()).toBe(lowest(countDays(start, end)));
      for (const count of ['act/act', '30/360', 'calendarMonths'] as const)
        expect(amount(count, start, end).toFraction()).toBe('1');
    }
  });

  test('a year from the first of any month is twelve months, and from any day but 29 February 360 days', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const first = `${day.slice(0, 8)}01`;
        expect(amount('calendarMonths', first, shift(shiftMonths(first, 12), -1)).toFraction()).toBe('1');
        if (day.endsWith('-02-29')) return;
        expect(amount('30/360', day, shift(shiftMonths(day, 12), -1)).toFraction()).toBe('1');
      }),
    );
  });
});

const aDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayOf);

function parts(day: string): [year: number, month: number, date: number] {
  return day.split('-').map(Number) as [number, number, number];
}

/** The definitions once more: a day of act/act and of calendarMonths by itself, 30E/360 from both of its ends. */
const references: Readonly<Record<DayCount, (from: string, days: number) => Fraction>> = {
  calendarDays: (_from, days) => new Fraction(days),
  'act/act': (from, days) => sumOfDays(from, days, lengthOfYear),
  calendarMonths: (from, days) => sumOfDays(from, days, (day) => 12 * lengthOfMonth(day)),
  '30/360': (from, days) => {
    const [[y1, m1, d1], [y2, m2, d2]] = [parts(from), parts(shift(from, days))];
    return new Fraction(360 * (y2 - y1) + 30 * (m2 - m1) + Math.min(d2, 30) - Math.min(d1, 30), 360);
  },
};

function sumOfDays(from: string, days: number, daysOfUnit: (day: string) => number): Fraction {
  const counted = new Map<number, number>();
  for (let index = 0; index < days; index += 1) {
    const unit = daysOfUnit(shift(from, index));
    counted.set(unit, (counted.get(unit) ?? 0) + 1);
  }
  return [...counted].reduce((all, [unit, times]) => all.add(new Fraction(times, unit)), new Fraction(0));
}

function lengthOfYear(day: string): number {
  const year = parts(day)[0];
  return dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`);
}

function lengthOfMonth(day: string): number {
  const first = `${day.slice(0, 8)}01`;
  return dayNumber(shiftMonths(first, 1)) - dayNumber(first);
}

describe.each(dayCounts)('%s', (count) => {
  test('is what its definition gives day by day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 1500 }), (from, days) => {
        const found = amount(count, from, shift(from, days - 1));
        expect(found.toFraction()).toBe(references[count](from, days).toFraction());
      }),
      { numRuns: 200 },
    );
  });

  test('a stretch cut at any day adds up exactly', () => {
    const position = positionOf(count);
    fc.assert(
      fc.property(aDay, fc.nat(2000), fc.nat(2000), (from, before, after) => {
        const cut = shift(from, before);
        const end = shift(cut, after + 1);
        const whole = amountOf(position, { start: from, end });
        const [first, second] = [
          amountOf(position, { start: from, end: cut }),
          amountOf(position, { start: shift(cut, 1), end }),
        ];
        expect(fraction(add(first, second)).toFraction()).toBe(fraction(whole).toFraction());
      }),
    );
  });

  test('no day counts less than nothing', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(amount(count, day, day).compare(0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
