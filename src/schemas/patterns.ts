import type * as z from 'zod';
import { currency, day, identity, literal, name, wholeNumber } from '../plan/fields.js';

const NUMBER = String.raw`-?[0-9]{1,18}(\.[0-9]{1,18})?\s?%?`;
const FRACTION = String.raw`-?[0-9]{1,18}/(?!0+%?\s*$)[0-9]{1,18}%?`;

/**
 * The form of texts that zod checks by code, which JSON Schema cannot carry. A pattern may let through what
 * reading refuses (30 February, the currency ABC), never the other way round; a test compares the two.
 */
const patterns: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [literal, String.raw`^\s*(${NUMBER}|${FRACTION})\s*$`],
  [wholeNumber, String.raw`^\s*(${NUMBER}|${FRACTION})\s*$`],
  [day, '^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'],
  [currency, '^[A-Z]{3}$'],
  [name, '^(?!(constructor|prototype|company)$)[A-Za-z][A-Za-z0-9_-]{0,63}$'],
  [identity, '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'],
]);

/** The pattern of a field, whatever words were added to it afterwards. */
export function patternOf(schema: z.core.$ZodType): string | undefined {
  for (let one: z.core.$ZodType | undefined = schema; one; one = one._zod.parent) {
    const pattern = patterns.get(one);
    if (pattern !== undefined) return pattern;
  }
  return undefined;
}
