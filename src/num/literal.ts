import { decimalOfNumber, ratioOfDecimal } from './decimal.js';
import { type Ratio, ratio } from './ratio.js';

/** How a number may be written: as a JSON number, or as text such as `1200.00`, `12.5%`, `-3` or `2/37`. */
export type Literal = string | number;

/** A number as read: its exact value, and whether it was written in percent. */
export interface ReadNumber {
  readonly value: Ratio;
  readonly percent: boolean;
}

/** Why a text is not a number; each reason has its own advice. */
export type LiteralFault =
  | 'empty'
  | 'form'
  | 'lossy'
  | 'thousands'
  | 'decimalComma'
  | 'exponent'
  | 'zeroDivisor'
  | 'ambiguous';

export type ReadLiteral = ReadNumber | { readonly fault: LiteralFault };

/** What to do about each fault, in the words of an issue's hint. */
export const literalAdvice: Record<LiteralFault, string> = {
  empty: 'Write a number here; nothing is taken to be zero',
  form: 'Write digits with a decimal point, such as 1200.00, 12.5% or 2/37',
  lossy: 'Quote it: a number of more than 15 digits has lost some before it could be read',
  thousands: 'Remove the thousands separators: write 12500.00',
  decimalComma:
    "Write a decimal point, or declare decimal commas for the file: --decimal , or { decimal: ',' }",
  exponent: 'Write the number out without an exponent',
  zeroDivisor: 'Write a divisor other than zero',
  ambiguous: 'Write 58400 or 58400,00: with a point and no comma it could mean 58400 or 58.4',
};

/** The advice for a text of a file with this decimal sign. */
export function adviceOn(fault: LiteralFault, decimal: '.' | ','): string {
  const form = decimal === ',' && ['form', 'thousands', 'decimalComma'].includes(fault);
  return form
    ? 'The file is declared to have decimal commas: write 1234,50, or 1.234,50'
    : literalAdvice[fault];
}

export interface LiteralOptions {
  /** The decimal sign of the texts: with ',' the forms `1234,5`, `1.234,5` and `1 234,5` are read, `1.234` is refused. */
  readonly decimal?: '.' | ',';
}

const PLAIN = /^(-?\d{1,18}(?:\.\d{1,18})?)\s?(%?)$/;
const FRACTION = /^(-?\d{1,18})\/(\d{1,18})(%?)$/;

/**
 * Reads a number exactly. Nothing is guessed: thousands separators, exponents, NaN and numbers that JSON
 * has already cut are refused, each with its own reason.
 *
 * Formula:  `12.5%` is 12.5 / 100; `2/37` is the exact ratio
 * Rounds:   never
 * @example readLiteral('12.5%') // { value: 1/8, percent: true }
 */
export function readLiteral(raw: unknown, options: LiteralOptions = {}): ReadLiteral {
  if (typeof raw === 'number') return readNumber(raw);
  if (typeof raw !== 'string') return { fault: raw === undefined || raw === null ? 'empty' : 'form' };
  const text = raw.trim();
  if (text === '') return { fault: 'empty' };
  if (options.decimal === ',' && couldBeEither(text)) return { fault: 'ambiguous' };
  const canonical = options.decimal === ',' ? withDecimalPoint(text) : text;
  const plain = canonical === undefined ? null : PLAIN.exec(canonical);
  if (plain) return scaled(ratioOfDecimal(plain[1] as string), plain[2] === '%');
  const fraction = FRACTION.exec(canonical ?? text);
  if (fraction) return readFraction(fraction);
  return { fault: faultOf(text) };
}

/** Different texts a reader of a run remembers: pay data repeat percentages and round salaries. */
const REMEMBERED = 4096;

/** Reads literals of one file, each different text once. */
export function literalReader(options: LiteralOptions): (raw: unknown) => ReadLiteral {
  const known = new Map<unknown, ReadLiteral>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const read = readLiteral(raw, options);
    if (known.size < REMEMBERED) known.set(raw, read);
    return read;
  };
}

function readNumber(raw: number): ReadLiteral {
  if (!Number.isFinite(raw)) return { fault: 'form' };
  const text = decimalOfNumber(raw);
  if (significantDigits(text) > 15) return { fault: 'lossy' };
  return PLAIN.test(text) ? scaled(ratioOfDecimal(text), false) : { fault: 'form' };
}

/** Digits that say something: zeros before the first, or after the last of a whole number, do not. */
function significantDigits(text: string): number {
  const digits = text.replace('-', '').replace(/^[0.]+/, '');
  return (text.includes('.') ? digits : digits.replace(/0+$/, '')).replace('.', '').length;
}

function readFraction([, top, bottom, percent]: RegExpExecArray): ReadLiteral {
  const divisor = BigInt(bottom as string);
  if (divisor === 0n) return { fault: 'zeroDivisor' };
  return scaled(ratio(BigInt(top as string), divisor), percent === '%');
}

function scaled(value: Ratio, percent: boolean): ReadNumber {
  return { value: percent ? { n: value.n, d: value.d * 100n } : value, percent };
}

/** In a file of decimal commas `58.400` may be thousands or a point that slipped in. */
function couldBeEither(text: string): boolean {
  return /^-?\d{1,3}\.\d{3}\s?%?$/.test(text);
}

/** `1.234,50`, `1 234,50` (also with no-break spaces) and `1234,5` as `1234.50`; undefined when ambiguous. */
function withDecimalPoint(text: string): string | undefined {
  const sign = text.startsWith('-') ? '-' : '';
  const [, whole, decimals, percent] =
    /^([1-9]\d{0,2}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:,(\d+))?\s?(%?)$/.exec(text.slice(sign.length)) ?? [];
  if (whole === undefined) return undefined;
  const digits = whole.replace(/[.\u00a0\u202f ]/g, '');
  return `${sign}${digits}${decimals ? `.${decimals}` : ''}${percent ?? ''}`;
}

function faultOf(text: string): LiteralFault {
  if (/^-?\d{1,3}([,' \u00a0\u202f]\d{3})+(\.\d+)?\s?%?$/.test(text)) return 'thousands';
  if (/^-?[\d.]+,\d+\s?%?$/.test(text)) return 'decimalComma';
  if (/^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return 'exponent';
  return 'form';
}

/** True when reading gave a number. */
export function isNumber(read: ReadLiteral): read is ReadNumber {
  return !('fault' in read);
}

/**
 * True for `58.400` and the like: somebody who writes thousands with a point means 58400, everybody else
 * 58.4. Money is hardly ever written with three decimals, so money written so is refused.
 */
export function couldBeThousands(raw: unknown, decimal: '.' | ',' = '.'): boolean {
  const form = decimal === '.' ? /^-?[1-9]\d{0,2}\.\d{3}$/ : /^-?[1-9]\d{0,2},\d{3}$/;
  return typeof raw === 'string' && form.test(raw.trim());
}
