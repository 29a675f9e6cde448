import type { Person } from '../data/people.js';

/** Shorter ids are replaced, but are not looked for: they stand in many texts by chance. */
const SHORTEST = 4;

/** Longer names than this many words are found by their first ones. */
const MOST_WORDS = 6;

/** Tells whether a text names one of some people: by an id or a name, whole or within it, however it is spelt. */
export function namer(people: readonly Pick<Person, 'id' | 'name'>[]): (text: string) => boolean {
  const whole = new Set<string>();
  const within = new Set<string>();
  for (const { id, name } of people)
    for (const text of [id, name ?? '']) {
      const words = wordsOf(text);
      if (text.length < SHORTEST || words.length === 0) continue;
      whole.add(words.join(' '));
      if (isDistinct(text, words)) within.add(words.slice(0, MOST_WORDS).join(' '));
    }
  return (text) => {
    const words = wordsOf(text);
    if (whole.has(words.join(' '))) return true;
    for (let from = 0; from < words.length; from += 1)
      for (let many = 1; many <= MOST_WORDS && from + many <= words.length; many += 1)
        if (within.has(words.slice(from, from + many).join(' '))) return true;
    return false;
  };
}

/** A single word or number, such as Grace or 2026, stands in texts by chance; e-1001 and Ana Silva do not. */
function isDistinct(text: string, words: readonly string[]): boolean {
  return /\p{L}/u.test(text) && (words.length > 1 || /\p{N}/u.test(text));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
