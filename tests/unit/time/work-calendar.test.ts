import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { add, ONE, type Ratio, ratio, ZERO } from '../../../src/num/ratio.js';
import { type WorkCalendar, workIn } from '../../../src/time/work-calendar.js';
import { countDays, dayNumber, dayOf, shift } from '../../support/calendar.js';

const fraction = ({ n, d }: Ratio) => new Fraction(n, d);
const HALF = ratio(1, 2);

/** A week in which the first so many days from Monday are worked. */
const weekOf = (days: number) => Array.from({ length: 7 }, (_, index) => (index < days ? ONE : ZERO));
const calendar = (days: number, named: Readonly<Record<string, Ratio>> = {}): WorkCalendar => ({
  week: weekOf(days),
  days: new Map(Object.entries(named)),
});
const work = (of: WorkCalendar, start: string, end: string) =>
  fraction(workIn(of, { start, end })).toFraction();

/** 1 January 2000 was a Saturday. Monday is 0. */
const weekday = (day: string) => (((dayNumber(day) - dayNumber('2000-01-01') + 5) % 7) + 7) % 7;

/** Day by day, on a calendar of our own. */
function walked({ week, days }: WorkCalendar, start: string, end: string): Fraction {
  let all = new Fraction(0);
  for (let index = 0; index < countDays(start, end); index += 1) {
    const day = shift(start, index);
    all = all.add(fraction(days.get(day) ?? (week[weekday(day)] as Ratio)));
  }
  return all;
}

describe('work of a period', () => {
  test('EX17: a month of four weeks is 20 days of a week of five, 12 of a week of three, 16 of two weeks each', () => {
    // February 2027: 28 days from a Monday
    const [five, three] = [calendar(5), calendar(3)];
    expect(work(five, '2027-02-01', '2027-02-28')).toBe('20');
    expect(work(three, '2027-02-01', '2027-02-28')).toBe('12');
    const both = add(
      workIn(five, { start: '2027-02-01', end: '2027-02-14' }),
      workIn(three, { start: '2027-02-15', end: '2027-02-28' }),
    );
    expect(fraction(both).toFraction()).toBe('16');
  });

  test.each([
    // 1 January 2024 was a Monday: 52 weeks to Sunday 29 December, then Monday and Tuesday: 52 x 5 + 2
    ['2024-01-01', '2024-12-31', '262'],
    // from a Wednesday to a Wednesday: 52 x 5 + 1
    ['2025-01-01', '2025-12-31', '261'],
    // Saturday and Sunday
    ['2024-01-06', '2024-01-07', '0'],
    // Friday to Monday
    ['2024-01-05', '2024-01-08', '2'],
    ['2024-02-29', '2024-02-29', '1'],
    // 1900 began on a Monday and had 365 days: 52 x 5 + 1
    ['1900-01-01', '1900-12-31', '261'],
    // no day at all
    ['2024-01-02', '2024-01-01', '0'],
  ])('%s to %s is %s days from Monday to Friday', (start, end, days) => {
    expect(work(calendar(5), start, end)).toBe(days);
  });

  test('by hand: December 2026 is 23 weekdays less half of Thursday the 24th and Friday the 25th', () => {
    const christmas = { '2026-12-24': HALF, '2026-12-25': ZERO };
    expect(work(calendar(5), '2026-12-01', '2026-12-31')).toBe('23');
    expect(work(calendar(5, christmas), '2026-12-01', '2026-12-31')).toBe('43/2');
    expect(work(calendar(5, christmas), '2026-12-21', '2026-12-27')).toBe('7/2');
  });

  test('by hand: a Saturday that is worked counts, a free Sunday changes nothing', () => {
    const named = { '2026-12-19': ONE, '2026-12-20': ZERO };
    expect(work(calendar(5, named), '2026-12-14', '2026-12-20')).toBe('6');
  });

  test('named days count at both ends of the period and not outside it', () => {
    const named = { '2026-12-21': ZERO, '2026-12-24': ZERO, '2026-12-25': HALF, '2026-12-28': ZERO };
    expect(work(calendar(5, named), '2026-12-24', '2026-12-25')).toBe('1/2');
    expect(work(calendar(5, named), '2026-12-22', '2026-12-27')).toBe('5/2');
  });

  test('by hand: three hundred years from a Monday', () => {
    // 300 x 365 and 73 leap days (1904 to 2196, not 2100) are 109,573 days: 15,653 weeks, a Monday and a Tuesday
    expect(work(calendar(5), '1900-01-01', '2199-12-31')).toBe(String(15_653 * 5 + 2));
  });
});

const weight = fc
  .tuple(fc.bigInt({ min: -3n, max: 40n }), fc.bigInt({ min: 1n, max: 12n }))
  .map(([n, d]) => ratio(n, d));
const FIRST = dayNumber('1960-01-01');
const aDay = fc.integer({ min: FIRST, max: dayNumber('2040-12-31') }).map(dayOf);

/** A calendar whose named days lie in and about the period. */
const situation = fc
  .record({
    start: aDay,
    days: fc.nat(500),
    week: fc.array(weight, { minLength: 7, maxLength: 7 }),
    named: fc.array(fc.tuple(fc.integer({ min: -30, max: 530 }), weight), { maxLength: 20 }),
  })
  .map(({ start, days, week, named }) => ({
    of: { week, days: new Map(named.map(([at, one]) => [shift(start, at), one] as const)) },
    start,
    end: shift(start, days),
  }));

describe('any calendar', () => {
  test('is what a walk over the days gives', () => {
    fc.assert(
      fc.property(situation, ({ of, start, end }) => {
        expect(work(of, start, end)).toBe(walked(of, start, end).toFraction());
      }),
    );
  });

  test('a period cut at any day adds up exactly', () => {
    fc.assert(
      fc.property(situation, fc.nat(), ({ of, start, end }, at) => {
        const cut = shift(start, at % countDays(start, end));
        const parts = add(workIn(of, { start, end: cut }), workIn(of, { start: shift(cut, 1), end }));
        expect(fraction(parts).toFraction()).toBe(work(of, start, end));
      }),
    );
  });
});
