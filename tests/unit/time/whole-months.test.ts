import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthAfterLast, monthOfFirst } from '../../../src/time/day-count.js';
import { dayNumber, dayOf, shift } from '../../support/calendar.js';

/** The month of `YYYY-MM`: 12 x year + month - 1. */
const month = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5)) - 1;

describe('the month a stretch counts from', () => {
  test.each([
    // EX05, threshold 9
    ['2025-03-09', 9, '2025-03'],
    ['2025-03-10', 9, '2025-04'],
    // by hand
    ['2025-03-01', 1, '2025-03'],
    ['2025-03-02', 1, '2025-04'],
    ['2025-12-16', 15, '2026-01'],
    ['2025-12-31', 31, '2025-12'],
    ['2024-02-29', 28, '2024-03'],
  ])('%s, starts by %i: %s', (day, startBy, first) => {
    expect(monthOfFirst(day, startBy)).toBe(month(first));
  });
});

describe('the month after the last that counts', () => {
  test.each([
    // EX05, threshold 20: to 31 October, to 30 September
    ['2025-10-20', 20, '2025-11'],
    ['2025-10-19', 20, '2025-10'],
    // by hand: the last of a month always counts
    ['2025-02-28', 30, '2025-03'],
    ['2024-02-28', 30, '2024-02'],
    ['2024-02-29', 30, '2024-03'],
    ['1900-02-28', 31, '1900-03'],
    ['2000-02-28', 31, '2000-02'],
    ['2100-02-28', 31, '2100-03'],
    ['2025-04-30', 31, '2025-05'],
    ['2025-12-31', 31, '2026-01'],
    ['2025-12-15', 16, '2025-12'],
    ['2025-12-16', 16, '2026-01'],
    ['2025-03-01', 1, '2025-04'],
  ])('%s, ends from %i: %s', (day, endFrom, after) => {
    expect(monthAfterLast(day, endFrom)).toBe(month(after));
  });
});

describe('whole months of a stretch', () => {
  const months = (from: string, to: string, startBy: number, endFrom: number) =>
    monthAfterLast(to, endFrom) - monthOfFirst(from, startBy);

  test.each([
    // by hand, startBy 15 and endFrom 16: hired on the 16th of March is April to December
    ['2026-01-01', '2026-12-31', 15, 16, 12],
    ['2026-03-15', '2026-12-31', 15, 16, 10],
    ['2026-03-16', '2026-12-31', 15, 16, 9],
    ['2026-03-16', '2026-08-15', 15, 16, 4],
    ['2026-03-20', '2026-03-25', 15, 16, 0],
    // by hand, startBy 9 and endFrom 20: from 1 April to the end of February
    ['2026-03-10', '2026-03-19', 9, 20, -1],
  ])('%s to %s, by %i and from %i: %i', (from, to, startBy, endFrom, whole) => {
    expect(months(from, to, startBy, endFrom)).toBe(whole);
  });

  const aDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2110-12-31') }).map(dayOf);

  test('with one threshold for both, stretches that follow each other count every month once', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.nat(800),
        fc.nat(800),
        fc.integer({ min: 1, max: 31 }),
        (from, before, after, at) => {
          const cut = shift(from, before);
          const end = shift(cut, after + 1);
          expect(months(from, cut, at, at) + months(shift(cut, 1), end, at, at)).toBe(
            months(from, end, at, at),
          );
        },
      ),
    );
  });
});
