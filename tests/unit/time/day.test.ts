import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  earlier,
  isDay,
  later,
  wholeMonths,
} from '../../../src/time/day.js';
import { daysIn, monthsIn, overlap } from '../../../src/time/period.js';

describe('days', () => {
  test.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])(
    '%s is a day',
    (day) => {
      expect(isDay(day)).toBe(true);
    },
  );

  test.each([
    ...['2026-02-30', '2026-02-29', '2100-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10'],
    ...['2026-01-00', '26-01-01', '2026-1-1', '2026/01/01', '01.01.2026', '20260101', '2026-01-01T00:00'],
    ...['1899-12-31', '2200-01-01', '0000-01-01', '', ' 2026-01-01', '２０２６-01-01', '-2026-01-01'],
    ...[20260101, null, undefined, new Date(0), { day: 1 }],
  ])('%j is not', (day) => {
    expect(isDay(day)).toBe(false);
  });

  test.each([
    ['2026-01-01', '2026-12-31', 365],
    ['2024-01-01', '2024-12-31', 366],
    ['2026-10-01', '2026-12-31', 92],
    ['2026-06-30', '2026-06-30', 1],
    ['2026-06-30', '2026-06-29', 0],
    ['2026-03-28', '2026-03-30', 3],
    ['2024-02-28', '2024-03-01', 3],
    ['1900-02-28', '1900-03-01', 2],
  ])('from %s to %s are %i days', (first, last, days) => {
    expect(daysBetween(first, last)).toBe(days);
  });

  test('days and months later', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
  });

  test('the earlier and the later', () => {
    expect([earlier('2026-01-31', '2026-02-01'), later('2026-01-31', '2026-02-01')]).toEqual([
      '2026-01-31',
      '2026-02-01',
    ]);
  });

  test.each([
    ['2026-01-01', '2026-12-31', 12],
    ['2026-04-01', '2026-06-30', 3],
    ['2025-12-01', '2026-11-30', 12],
    ['2026-02-01', '2026-02-28', 1],
    ['2024-02-01', '2024-02-29', 1],
    ['2026-01-15', '2026-02-14', 1],
    ['2026-02-01', '2026-02-27', undefined],
    ['2025-12-29', '2026-12-27', undefined],
    ['2026-01-01', '2026-01-01', undefined],
    ['2024-02-01', '2024-02-28', undefined],
  ])('from %s to %s are %s whole months', (first, last, months) => {
    expect(wholeMonths(first, last)).toBe(months);
    expect(monthsIn({ start: first, end: last })).toBe(months);
  });

  test('what two periods share', () => {
    const year = { start: '2026-01-01', end: '2026-12-31' };
    expect(overlap(year, { start: '2025-06-01', end: '2026-01-01' })).toEqual({
      start: '2026-01-01',
      end: '2026-01-01',
    });
    expect(overlap(year, { start: '2027-01-01', end: '2027-12-31' })).toBeUndefined();
    expect(daysIn({ start: '2024-01-01', end: '2024-12-31' })).toBe(366);
  });
});
