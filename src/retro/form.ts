import { isRecord } from '../data/table.js';
import type { Path } from '../issue/issue.js';

/** A place in data that is not as it should be. */
export interface Misfit {
  readonly path: Path;
  readonly value: unknown;
  readonly expected: string;
}

/** Compares a value with the form it should have, and tells where it differs. */
export type Form = (value: unknown, path: Path, found: Misfit[]) => void;

/** Data that is wrong throughout need not be told throughout. */
export const MOST_MISFITS = 20;

/** A value that a test accepts. */
export function that(expected: string, fits: (value: unknown) => boolean): Form {
  return (value, path, found) => {
    if (!fits(value)) found.push({ path, value, expected });
  };
}

export const anyText: Form = that('text', (value) => typeof value === 'string');
export const flag: Form = that('true or false', (value) => typeof value === 'boolean');
export const count: Form = that(
  'a whole number',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);

/** One of some words. */
export function oneOf(words: readonly string[]): Form {
  return that(`one of ${words.join(', ')}`, (value) => typeof value === 'string' && words.includes(value));
}

/** A list whose elements have a form. */
export function listOf(form: Form): Form {
  return (value, path, found) => {
    if (!Array.isArray(value)) {
      found.push({ path, value, expected: 'a list' });
      return;
    }
    for (let index = 0; index < value.length && found.length < MOST_MISFITS; index += 1)
      form(value[index], [...path, index], found);
  };
}

/** An object with keys of any name whose values have a form. */
export function valuesOf(form: Form): Form {
  return (value, path, found) => {
    if (!isRecord(value)) found.push({ path, value, expected: 'an object' });
    else for (const [key, inner] of Object.entries(value)) form(inner, [...path, key], found);
  };
}

/** An object with keys that are needed, and others that may be absent. Keys nobody reads are let be. */
export function objectWith(
  needed: Readonly<Record<string, Form>>,
  optional: Readonly<Record<string, Form>> = {},
): Form {
  return (value, path, found) => {
    if (!isRecord(value)) {
      found.push({ path, value, expected: 'an object' });
      return;
    }
    const own = (key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);
    for (const [key, form] of Object.entries(needed)) form(own(key), [...path, key], found);
    for (const [key, form] of Object.entries(optional))
      if (own(key) !== undefined) form(own(key), [...path, key], found);
  };
}

/** Several forms at once; the later are only asked where the earlier hold. */
export function both(first: Form, second: Form): Form {
  return (value, path, found) => {
    const before = found.length;
    first(value, path, found);
    if (found.length === before) second(value, path, found);
  };
}
