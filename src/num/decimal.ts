import { type Ratio, reduce } from './ratio.js';
import { powerOfTen, type RoundingMode, roundToInteger } from './round.js';

/** The exact ratio of a plain decimal numeral such as `-12.50`. The caller has checked its form. */
export function ratioOfDecimal(text: string): Ratio {
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: powerOfTen(text.length - point - 1) };
}

/** The shortest decimal numeral of a JSON number, without an exponent: 1e-7 gives `0.0000001`. */
export function decimalOfNumber(value: number): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value));
  if (!parts) return String(value);
  const [, sign = '', first = '', rest = '', exponent = '0'] = parts;
  const power = Number(exponent);
  return power < 0
    ? `${sign}0.${'0'.repeat(-power - 1)}${first}${rest}`
    : `${sign}${(first + rest).padEnd(power + 1, '0')}`;
}

/** The exact sum of money already rounded to `digits` decimals. */
export function sumMoney(amounts: readonly string[], digits: number): string {
  return unitsToText(
    amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n),
    digits,
  );
}

/** The exact difference of two amounts of money already rounded to `digits` decimals. */
export function subtractMoney(amount: string, less: string, digits: number): string {
  return unitsToText(BigInt(amount.replace('.', '')) - BigInt(less.replace('.', '')), digits);
}

/** A ratio with exactly `digits` decimals, rounded half up where it has more: for display and for money. */
export function toFixed(value: Ratio, digits: number, mode: RoundingMode = 'halfUp'): string {
  const units = roundToInteger({ n: value.n * powerOfTen(digits), d: value.d }, mode);
  return unitsToText(units, digits);
}

/** A whole number of units of 10^−digits as a numeral: 12345n with 2 digits is `123.45`; zero has no sign. */
export function unitsToText(units: bigint, digits: number): string {
  const negative = units < 0n;
  const text = (negative ? -units : units).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${negative ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(text.length - digits)}` : ''}`;
}

/** Longer decimals than this nobody reads: the fraction is shorter. */
const LONGEST = 18;

/**
 * An exact value as text that loses nothing: a decimal numeral where 18 decimals hold it, `p/q` in lowest terms
 * where they do not.
 *
 * @example toExactText(ratio(1n, 8n)) // '0.125'
 * @example toExactText(ratio(2n, 37n)) // '2/37'
 */
export function toExactText(value: Ratio): string {
  const short = shortText(value);
  if (short !== undefined) return short;
  const scaled = value.n * powerOfTen(LONGEST);
  const units = scaled / value.d;
  if (units * value.d === scaled) return shortest(units);
  const { n, d } = reduce(value);
  return `${n}/${d}`;
}

/** Most values are small and end soon: those in doubles that hold them exactly, which is several times faster. */
function shortText({ n, d }: Ratio): string | undefined {
  if (n > SMALL || n < -SMALL || d > SMALL) return undefined;
  const scaled = Number(n) * SHORT_SCALE;
  const units = scaled / Number(d);
  return Number.isInteger(units) && units * Number(d) === scaled ? String(units / SHORT_SCALE) : undefined;
}

/** Times the scale still below 2^53. */
const SMALL = 90_000_000_000n;
const SHORT_SCALE = 10_000;

function shortest(units: bigint): string {
  const text = unitsToText(units, LONGEST);
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  return text[end - 1] === '.' ? text.slice(0, end - 1) : text.slice(0, end);
}

/** A ratio in percent: 12.5 is `1250 %`, two thirds are `200/3 %`. */
export function inPercent({ n, d }: Ratio): string {
  return `${toExactText({ n: n * 100n, d })} %`;
}
