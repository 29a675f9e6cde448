import { exceptionKinds } from '../data/exceptions.js';
import { isCurrency } from '../num/currency.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import type { PlanDocument } from '../plan/document.js';
import { treatmentWords } from '../plan/people-rules.js';
import type { Pseudonym } from '../retro/pseudonym.js';
import type { RunInputs } from '../retro/stored-run.js';
import { isDay } from '../time/day.js';

/** What becomes of the texts of a run: the same text becomes the same wherever it stands, so that groups stay groups. */
export interface Texts {
  readonly pseudonym: Pseudonym;
  /** A text: as it is where the plan writes it or it is of a column to keep, and a pseudonym otherwise. */
  text(text: string): string;
  /** A cell of a record: a number, day or currency as it is, otherwise as a text. */
  cell(cell: Literal, decimal: '.' | ','): Literal;
}

/** Words with a meaning of their own in cells. */
const WORDS: ReadonlySet<string> = new Set(['fullTime', 'actual', ...exceptionKinds, ...treatmentWords]);
const YES_OR_NO = /^(yes|no|true|false)$/i;

/** The texts of a run, by what its plans write, the ids and names of its people, and the values that are kept. */
export function textsOf(
  pseudonym: Pseudonym,
  { plans, people }: RunInputs,
  kept: ReadonlySet<string>,
): Texts {
  const written = textsWritten(plans);
  const named = new Set(people.people.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name])));
  const text = (one: string) => {
    if (one === '' || written.has(one) || WORDS.has(one) || YES_OR_NO.test(one)) return one;
    // An address names somebody in whatever column it stands.
    return kept.has(one) && !named.has(one) && !one.includes('@') ? one : pseudonym(one);
  };
  const cell = (raw: Literal, decimal: '.' | ',') => (isPlain(raw, decimal) ? raw : text(String(raw)));
  return { pseudonym, text, cell };
}

function isPlain(raw: Literal, decimal: '.' | ','): boolean {
  return isNumber(readLiteral(raw, { decimal })) || isDay(raw) || isCurrency(String(raw));
}

/** Every text that plans write, as a key or a value: what is compared with cells is among them, and numbers are not. */
export function textsWritten(plans: readonly PlanDocument[]): ReadonlySet<string> {
  const written = new Set<string>();
  const waiting: unknown[] = [...plans];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') written.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        written.add(key);
        waiting.push(inner);
      }
  }
  return written;
}
