import type { english } from './english.js';
import type { NameBook } from './names.js';

/**
 * The phrase-book of a language: everything an explanation says beside what the plan wrote itself. Every language has
 * every phrase of the English one, or it does not compile.
 */
export type Words = typeof english;

/** A name that the library makes, as data, so that it can be said in any language: which phrase, and of what. */
export interface Phrase {
  readonly say: keyof NameBook;
  readonly of?: readonly Name[];
}

/** What a line of an explanation is called: as the plan wrote it, which is never translated, or a phrase. */
export type Name = string | Phrase;

type NamesOf<Said> = Said extends (...of: infer Texts extends string[]) => string
  ? { [At in keyof Texts]: Name }
  : [];

/**
 * Makes a name of a phrase.
 *
 * @example  told('limit of', 'NPS') // in English `limit of NPS`, in French `limite de NPS`
 */
export function told<Key extends keyof NameBook>(say: Key, ...of: NamesOf<NameBook[Key]>): Phrase {
  return of.length === 0 ? { say } : { say, of };
}

/** Whether a name is one that the library made. */
export function isPhrase(name: unknown): name is Phrase {
  return typeof name === 'object' && name !== null && 'say' in name;
}

/** A name in the words of a language; what the plan wrote as it is. */
export function nameIn(words: Words, name: Name): string {
  if (typeof name === 'string') return name;
  return words.name(
    name.say,
    (name.of ?? []).map((one) => nameIn(words, one)),
  );
}
