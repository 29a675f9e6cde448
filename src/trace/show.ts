import { minorDigits } from '../num/currency.js';
import { toExactText, unitsToText } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import { isRatio, type Unit } from '../program/unit.js';
import { isFault, type Value } from '../program/value.js';
import type { Words } from '../words/words.js';

/** Decimals shown of a value that is not rounded in the calculation; three dots say that more follow. */
const SHOWN_DECIMALS = 4;
const SHOWN_SCALE = 10_000n;

/**
 * A value in words, with its unit: `98.53%`, `8,500.00 USD`, `52`, `open`. Display only: what is not whole
 * to four decimals is cut there and marked with three dots.
 */
export function showValue(value: Value, unit: Unit, currency: string, words: Words): string {
  if (isFault(value)) return words.notKnown;
  if (typeof value === 'boolean') return value ? words.open : words.closed;
  if (typeof value === 'string') return value;
  if (typeof unit === 'object' && unit.money > 0) {
    const amount = words.money(shorten(value, minorDigits(currency) ?? 2), currency);
    return unit.year < 0 ? words.perYear(amount) : amount;
  }
  if (isRatio(unit)) return words.percent(shorten({ n: value.n * 100n, d: value.d }, 0));
  return words.number(shorten(value, 0));
}

/** At least `least` decimals, at most four, with three dots where more follow. */
function shorten({ n, d }: Ratio, least: number): string {
  const scaled = n * SHOWN_SCALE;
  const units = scaled / d;
  const isWhole = units * d === scaled;
  const text = isWhole ? trimmed(units, least) : unitsToText(units, SHOWN_DECIMALS);
  return isWhole ? text : `${text}…`;
}

/** A number of ten-thousandths without zeros at the end, but for so many decimals. */
function trimmed(units: bigint, least: number): string {
  if (least === 2 && units % 100n === 0n) return unitsToText(units / 100n, 2);
  if (least === 0 && units % SHOWN_SCALE === 0n) return (units / SHOWN_SCALE).toString();
  const text = unitsToText(units, SHOWN_DECIMALS);
  let end = text.length;
  while (end > text.length - SHOWN_DECIMALS + least && text[end - 1] === '0') end -= 1;
  return text[end - 1] === '.' ? text.slice(0, end - 1) : text.slice(0, end);
}

/** A value for machines: exact decimals, or p/q where they do not end; categories and conditions as they are. */
export function exactValue(value: Value): string | boolean | undefined {
  if (isFault(value)) return undefined;
  return typeof value === 'object' ? toExactText(value) : value;
}
