import fc from 'fast-check';
import Fraction from 'fraction.js';

/** Keys of the schema that hold texts, which another spelling would make another text. */
const TEXTS = [
  ...['plan', 'version', 'title', 'source', 'name', 'closes', 'except', 'notWith', 'earnings', 'is', 'isNot'],
  ...['prorate', 'by'],
];

/** Keys under which the plan's own names stand. */
const NAMED = ['values', 'days', 'leave', 'leavers', 'metrics', 'terms', 'periods', 'calendars'];

/** The same document with its numbers written otherwise and its keys in another order. */
export function respelled(document: unknown): fc.Arbitrary<unknown> {
  return fc.infiniteStream(fc.nat(1_000_000)).map((stream) => {
    const next = (below: number) => (stream.next().value as number) % below;
    return otherwise(document, '', next);
  });
}

type Next = (below: number) => number;

function otherwise(value: unknown, key: string, next: Next): unknown {
  if (Array.isArray(value)) return value.map((one) => otherwise(one, key, next));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [
      name,
      otherwise(inner, NAMED.includes(key) ? '' : name, next),
    ]);
    return Object.fromEntries(shuffled(entries, next));
  }
  const isText = TEXTS.includes(key) || typeof value === 'boolean';
  const number = isText ? undefined : fractionOf(value);
  const spellings = number === undefined ? [value] : spellingsOf(number);
  return spellings[next(spellings.length)];
}

function shuffled<T>(list: readonly T[], next: Next): T[] {
  return list
    .map((one) => ({ one, place: next(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** A number as plans write it; undefined for everything else. */
export function fractionOf(value: unknown): Fraction | undefined {
  const found = /^(-?\d+(?:\.\d+)?(?:\/\d+)?)\s?(%?)$/.exec(String(value).trim());
  if (!found) return undefined;
  const number = new Fraction(found[1] as string);
  return found[2] === '%' ? number.div(100) : number;
}

/** All ways to write a number that plans know. */
function spellingsOf(number: Fraction): (string | number)[] {
  const decimal = number.toString();
  const percent = number.mul(100).toString();
  const isDecimal = (text: string) => /^-?\d{1,17}(\.\d{1,17})?$/.test(text);
  return [
    number.mul(1).toFraction().includes('/') ? number.toFraction() : `${number.toFraction()}/1`,
    ...(isDecimal(decimal) ? [decimal, `${decimal}${decimal.includes('.') ? '0' : '.0'}`] : []),
    ...(isDecimal(decimal) && decimal.length < 15 ? [Number(decimal)] : []),
    ...(isDecimal(percent) ? [`${percent}%`, `${percent} %`] : []),
  ];
}
