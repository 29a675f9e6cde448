/**
 * What a step's value is made of: exponents of money and year, points or a count; or a category or
 * condition. `any` is a plain number that takes the unit of its neighbour; `unknown` is that of a part with a fault,
 * which has been reported and is not reported again where it is used.
 *
 * Adding a ratio to money, or forgetting that a salary is per year, is a fault of the plan, found before
 * any data is seen.
 */
export type Unit = NumberUnit | 'category' | 'condition' | 'any' | 'unknown';

export interface NumberUnit {
  readonly money: number;
  readonly points: number;
  readonly count: number;
  readonly year: number;
}

const NONE: NumberUnit = { money: 0, points: 0, count: 0, year: 0 };

export const RATIO: Unit = NONE;
export const MONEY: Unit = { ...NONE, money: 1 };
export const POINTS: Unit = { ...NONE, points: 1 };
export const COUNT: Unit = { ...NONE, count: 1 };
export const YEAR: Unit = { ...NONE, year: 1 };
export const MONEY_PER_YEAR: Unit = { ...NONE, money: 1, year: -1 };

function isNumberUnit(unit: Unit): unit is NumberUnit {
  return typeof unit === 'object';
}

/** True for a plain ratio. */
export function isRatio(unit: Unit): boolean {
  return isNumberUnit(unit) && unit.money === 0 && unit.points === 0 && unit.count === 0 && unit.year === 0;
}

/** True when two values can be added or compared. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a === 'unknown' || b === 'unknown') return true;
  if (a === 'any' || b === 'any') return typeof a === typeof b || isNumberUnit(a === 'any' ? b : a);
  if (!isNumberUnit(a) || !isNumberUnit(b)) return a === b;
  return a.money === b.money && a.points === b.points && a.count === b.count && a.year === b.year;
}

/** The unit of a product (sign 1) or quotient (sign −1). */
export function combineUnits(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (a === 'unknown' || b === 'unknown') return 'unknown';
  if (a === 'any') return b === 'any' ? 'any' : sign === 1 ? b : combineUnits(RATIO, b, sign);
  if (b === 'any') return a;
  if (!isNumberUnit(a) || !isNumberUnit(b)) throw new TypeError('Only numbers are multiplied.');
  const of = (key: keyof NumberUnit) => a[key] + sign * b[key];
  return { money: of('money'), points: of('points'), count: of('count'), year: of('year') };
}

/** The unit in words: `money per year`, `points`, `ratio`. */
export function unitName(unit: Unit): string {
  if (!isNumberUnit(unit)) return unit === 'any' ? 'number' : unit;
  const keys = ['money', 'points', 'count', 'year'] as const;
  const times = (key: (typeof keys)[number], sign: 1 | -1) =>
    Array.from({ length: Math.max(0, sign * unit[key]) }, () => key);
  const above = keys.flatMap((key) => times(key, 1));
  const below = keys.flatMap((key) => times(key, -1));
  if (above.length + below.length === 0) return 'ratio';
  return [above.join(' × ') || '1', ...below].join(' per ');
}
