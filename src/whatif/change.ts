import { isRecord } from '../data/table.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { add, multiply, type Ratio, reduce } from '../num/ratio.js';
import { type ChangeKind, changeKinds } from './input.js';

/** What becomes of one input. */
export interface Change {
  readonly how: ChangeKind;
  /** As written: a number, or for `is` any value the input can have. */
  readonly raw: unknown;
}

/** A change as written: a value, `{ is: … }`, `{ plus: … }` or `{ times: … }`; undefined where it is none of these. */
export function changeOf(written: unknown): Change | undefined {
  if (!isRecord(written)) return isValue(written) ? { how: 'is', raw: written } : undefined;
  const given = changeKinds.filter((how) => Object.hasOwn(written, how));
  const [how] = given;
  return how !== undefined && given.length === 1 ? { how, raw: written[how] } : undefined;
}

function isValue(written: unknown): written is Literal | boolean {
  return ['string', 'number', 'boolean'].includes(typeof written);
}

/** The exact number of a change; undefined where it is none. */
export function numberOfChange({ raw }: Change): Ratio | undefined {
  const read = readLiteral(raw);
  return isNumber(read) ? read.value : undefined;
}

/**
 * A number as it is after a change.
 *
 * Formula:  is: the value; plus: number + value; times: number × value
 * Rounds:   never
 */
export function changed(number: Ratio, how: ChangeKind, by: Ratio): Ratio {
  if (how === 'is') return by;
  return how === 'plus' ? add(number, by) : multiply(number, by);
}

/** The most digits of a number in a file. */
const MOST_DIGITS = 18;

/** An exact number as files have it: a fraction, which no reader takes for anything else; undefined where it is too long. */
export function writtenExactly(value: Ratio): string | undefined {
  const { n, d } = reduce(value);
  const digits = [n < 0n ? -n : n, d].map((part) => String(part).length);
  return digits.every((count) => count <= MOST_DIGITS) ? `${n}/${d}` : undefined;
}
