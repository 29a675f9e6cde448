import { minorDigits } from '../num/currency.js';
import { toExactText, toFixed } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import { decimalUnit, isMultipleOf } from '../num/round.js';
import { type Unit, unitName } from '../program/unit.js';
import { isFault, type Value } from '../program/value.js';

/** Decimals shown of a value that is not rounded in the calculation; three dots say that more follow. */
const SHOWN_DECIMALS = 4;

/**
 * A value in words, with its unit: `98.53%`, `8,500.00 USD`, `52`, `open`. Display only: what is not whole
 * to four decimals is cut there and marked with three dots.
 */
export function showValue(value: Value, unit: Unit, currency: string): string {
  if (isFault(value)) return 'not known';
  if (typeof value === 'boolean') return value ? 'open' : 'closed';
  if (typeof value === 'string') return value;
  const name = unitName(unit);
  if (name === 'ratio') return `${shorten({ n: value.n * 100n, d: value.d })}%`;
  if (name.startsWith('money'))
    return `${grouped(shorten(value, minorDigits(currency) ?? 2))} ${currency}${name === 'money' ? '' : ' per year'}`;
  return shorten(value);
}

/** At least `least` decimals, at most four, with three dots where more follow. */
function shorten(value: Ratio, least = 0): string {
  const shown = Math.max(SHOWN_DECIMALS, least);
  if (!isMultipleOf(value, decimalUnit(shown))) return `${toFixed(value, shown, 'down')}…`;
  const [whole, decimals = ''] = toFixed(value, shown).split('.');
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0');
  return kept === '' ? (whole as string) : `${whole}.${kept}`;
}

function grouped(text: string): string {
  const [whole, ...rest] = text.split('.');
  return [(whole as string).replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** A value for machines: exact decimals, or p/q where they do not end; categories and conditions as they are. */
export function exactValue(value: Value): string | boolean | undefined {
  if (isFault(value)) return undefined;
  return typeof value === 'object' ? toExactText(value) : value;
}
