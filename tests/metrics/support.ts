import { expect } from 'vitest';
import { formatIssue } from '../../src/index.js';
import { toNumber } from '../../src/metrics/estimate.js';
import type { Scored } from '../../src/metrics/index.js';
import { ratioOfDecimal } from '../../src/num/decimal.js';
import { divide, type Ratio } from '../../src/num/ratio.js';

/** The result of a call that must have one. */
export function resultOf<T>(scored: Scored<T>): T {
  if (!scored.ok) throw new Error(scored.issues.map(formatIssue).join('\n'));
  return scored.result;
}

/** An exact text, a numeral or p/q of any length, as a ratio. */
export function exact(text: string): Ratio {
  const [top = '', bottom = '1'] = text.split('/');
  return divide(ratioOfDecimal(top), ratioOfDecimal(bottom));
}

/** An exact text as the nearest number. */
export function numberOf(text: string): number {
  return toNumber(exact(text));
}

/** The codes of what was found, and that nothing was calculated. */
export function codesOf(scored: Scored<unknown>): readonly string[] {
  expect(scored.ok).toBe(false);
  return scored.issues.map((one) => one.code);
}
