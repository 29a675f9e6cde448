import { isNumber, readLiteral } from '../num/literal.js';
import { reduce } from '../num/ratio.js';

/** Data of a plan: keys and values as written. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for an object with keys; lists have places. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the plan itself has under a key, whatever its name; never what JavaScript gives every object. */
export function own(fields: unknown, key: string): unknown {
  return isFields(fields) && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The keys that say something. */
export function keysOf(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => fields[key] !== undefined);
}

/** Lists of texts of which each counts, wherever it stands. */
const TEXT_LISTS: ReadonlySet<string> = new Set(['closes', 'except', 'notWith', 'earnings', 'is', 'isNot']);

/** What is under `of` beside `result`: the fields by which another person is found. */
const OF_RESULT = 'of result';

/** Keys of texts that only look like numbers at times: the codes "0100" and "100" are two. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['plan', 'version', 'title', 'source', 'name', 'neutralised', OF_RESULT],
  ...TEXT_LISTS,
]);

/** Lists whose order changes nothing: what is summed, or must all hold. */
const UNORDERED: ReadonlySet<string> = new Set([
  ...['sum', 'product', 'mean', 'highest', 'lowest', 'all', 'any', 'of', 'where', 'weighted'],
  ...TEXT_LISTS,
]);

/** What has keys that the plan itself has named, such as the categories of a table: `source` may be one of them. */
const NAMED_BY_PLAN: ReadonlySet<string> = new Set(['values', 'days', 'target', 'targets', OF_RESULT]);

/** Whether what stands under a key is text that is never a number. */
export function isTextKey(key: string): boolean {
  return TEXTS.has(key);
}

/** Whether a key holds a list of texts. */
export function isTextList(key: string): boolean {
  return TEXT_LISTS.has(key);
}

/** Whether the order of the list under a key changes nothing. */
export function isUnordered(key: string): boolean {
  return UNORDERED.has(key);
}

/** Whether a value is an object whose keys are names that the plan gave. */
export function hasOwnNames(value: unknown, key: string): value is Fields {
  return NAMED_BY_PLAN.has(key) && isFields(value);
}

/** The key under which a value is understood: a name that the plan gave says nothing about what stands there. */
export function keyWithin(holder: unknown, holderKey: string, key: string): string {
  if (hasOwnNames(holder, holderKey)) return holderKey === 'targets' ? 'target' : '';
  return key === 'of' && own(holder, 'result') !== undefined ? OF_RESULT : key;
}

/** One form for what may be written in two: a curve of points without its key, one text without its list. */
export function inOneForm(value: unknown, key: string): unknown {
  if (key === 'curve' && Array.isArray(value)) return { points: value };
  return (key === 'is' || key === 'isNot') && !Array.isArray(value) ? [value] : value;
}

/**
 * What a value means, as a text that two values share exactly when they mean the same: `50%`, `0.5` and `"1/2"` are one
 * number, the order of keys says nothing, nor does that of what is summed.
 */
export function meaningOf(value: unknown, key: string, isText = isTextKey(key)): string {
  const formed = inOneForm(value, key);
  if (Array.isArray(formed)) {
    const items = formed.map((one) => meaningOf(one, isTextList(key) ? '' : key, isText));
    return `[${(isUnordered(key) ? items.toSorted() : items).join()}]`;
  }
  if (!isFields(formed)) return leafMeaning(formed, isText);
  const inside = keysOf(formed)
    .toSorted()
    .map((one) => {
      const within = keyWithin(formed, key, one);
      return `${JSON.stringify(one)}:${meaningOf(formed[one], within, isText || isTextKey(within))}`;
    });
  return `{${inside.join()}}`;
}

function leafMeaning(value: unknown, isText: boolean): string {
  const read = isText ? undefined : readLiteral(value);
  if (read === undefined || !isNumber(read)) return JSON.stringify(String(value));
  const { n, d } = reduce(read.value);
  return `${n}/${d}`;
}
