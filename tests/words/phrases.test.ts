import { describe, expect, test } from 'vitest';
import { stages } from '../../src/plan/formula.js';
import { awardStatuses } from '../../src/run/run.js';
import { english } from '../../src/words/english.js';
import { french } from '../../src/words/french.js';
import { frenchNames } from '../../src/words/french-names.js';
import { englishHeadings, frenchHeadings } from '../../src/words/headings.js';
import { nameIn, type Phrase, type Words } from '../../src/words/words.js';

/** What stands for whatever a phrase is about; no language changes it. */
const GIVEN = ['Xa', 'Yb', 'Zc'];

/** A language without its names, which are said in another way. */
function phrasesOf({ name: _name, ...phrases }: Words) {
  return phrases;
}

/** What every phrase of a book says, by where it stands. */
function sayings(book: unknown, path = ''): Map<string, string> {
  if (typeof book === 'string') return new Map([[path, book]]);
  if (typeof book === 'function') return new Map([[path, String(book(...GIVEN))]]);
  const inner = Object.entries(book as object).map(([key, value]) => sayings(value, `${path}/${key}`));
  return new Map(inner.flatMap((one) => [...one]));
}

/** The same of names, which are known by what they are in English. */
function nameSayings(words: Words): Map<string, string> {
  const said = Object.entries(frenchNames).map(([say, phrase]) => {
    const of = typeof phrase === 'string' ? [] : GIVEN.slice(0, phrase.length);
    return [say, nameIn(words, { say, of } as Phrase)] as const;
  });
  return new Map(said);
}

// Signs, proper names, and words that are the same in both languages.
const SAME = ['/number', '/bound/wilson', 'with', 'node', 'condition'];

const books = [
  ['phrases', sayings(phrasesOf(english)), sayings(phrasesOf(french))],
  ['names', nameSayings(english), nameSayings(french)],
  ['headings', sayings(englishHeadings), sayings(frenchHeadings)],
] as const;

describe.each(books)('%s', (_which, own, other) => {
  test('French says something for each, and nothing else', () => {
    expect([...other.keys()]).toEqual([...own.keys()]);
    expect([...other].filter(([, said]) => said.trim() === '').map(([key]) => key)).toEqual([]);
    expect([...other].filter(([, said]) => said.includes('undefined'))).toEqual([]);
  });

  test('what is a sentence is not the English one', () => {
    const same = [...own].filter(([key, said]) => other.get(key) === said).map(([key]) => key);
    expect(same).toEqual(SAME.filter((key) => own.has(key)));
  });

  test('whatever a phrase is about is said in both, as often', () => {
    const count = (said: string, given: string) => said.split(given).length;
    const differing = [...own].filter(([key, said]) =>
      GIVEN.some((given) => count(said, given) !== count(other.get(key) ?? '', given)),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('French has its own signs: a curved apostrophe, and a space at which no line breaks before : ; « » %', () => {
    const wrong = [...other].filter(
      ([, said]) => said.includes("'") || /[^\u00a0\u202f][:;»%]|«[^\u00a0]/.test(said),
    );
    expect(wrong).toEqual([]);
  });
});

describe('headings', () => {
  test('there is one for every stage and status', () => {
    expect(Object.keys(englishHeadings.stages)).toEqual([...stages]);
    expect(Object.keys(englishHeadings.statuses)).toEqual([...awardStatuses]);
  });
});
