/**
 * Civil days by a formula of our own, so that tests do not trust the library's calendar.
 * Source: the days-from-civil algorithm (Howard Hinnant, chrono-compatible low-level date algorithms).
 */
export function dayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

/** The day of a number. */
export function dayOf(number: number): string {
  const era = Math.floor(number / 146097);
  const rest = number - era * 146097;
  const yearOfEra = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36524) - Math.floor(rest / 146096)) / 365,
  );
  const dayOfYear = rest - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), two(month), two(date)].join('-');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The day so many days later. */
export function shift(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}

/** Days from the first to the last, both counted; 0 when the last is before the first. */
export function countDays(first: string, last: string): number {
  return Math.max(0, dayNumber(last) - dayNumber(first) + 1);
}

/** The day so many months later; the last day of the month where the month is shorter. */
export function shiftMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}-01`;
  const next = index + 1;
  const after = `${String(Math.floor(next / 12)).padStart(4, '0')}-${two((next % 12) + 1)}-01`;
  const length = dayNumber(after) - dayNumber(first);
  return shift(first, Math.min(date, length) - 1);
}
