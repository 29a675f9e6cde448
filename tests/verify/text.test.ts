import { describe, expect, test } from 'vitest';
import { verificationText } from '../../src/verify/index.js';
import { phrases } from '../../src/verify/words.js';
import { draft, person } from '../retro/support.js';
import { verifyEdited } from './support.js';

/** Every text of a phrase-book by its place; functions are left out. */
function textsOf(value: unknown, place: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${place}/${key}`));
}

describe('a verification in words', () => {
  test('every sentence is said in French, with its typography', () => {
    const english = new Map(textsOf(phrases.en, ''));
    for (const [place, text] of textsOf(phrases.fr, '')) {
      if (english.get(place)?.includes(' ')) expect(text, place).not.toBe(english.get(place));
      // A space before a colon or semicolon never breaks the line, and apostrophes are curly.
      expect(text, place).not.toMatch(/ [:;]|'/);
    }
  });

  test('names the person, what is stored and what is derived', () => {
    const stored = draft({ people: [person('ann')] });
    // 10 % of 73,000 is 7,300 for the whole of 2026.
    const made = verifyEdited(stored, (run) =>
      Object.assign(run.awards[0] as object, { amount: '1234567.00' }),
    );
    expect(verificationText(made)).toContain(
      'award ann in daily: award 1,234,567.00 stored, 7,300.00 derived',
    );
    expect(verificationText(made, 'fr')).toContain(
      'montant ann, plan daily\u00a0: montant\u00a0: conservé 1\u202f234\u202f567,00, recalculé 7\u202f300,00',
    );
  });

  test('control characters of a file never reach a terminal', () => {
    const stored = draft({ people: [person('ann')] });
    const made = verifyEdited(stored, (run) =>
      Object.assign(run.awards[0] as object, { name: 'a\u001b[2Jb\n' }),
    );
    expect(made.differences).toHaveLength(1);
    expect(verificationText(made)).not.toContain('\u001b');
  });

  test('of very many differences the first are told, and how many more there are', () => {
    const people = Array.from({ length: 130 }, (_, index) => person(`p${index}`));
    const made = verifyEdited(draft({ people }), (run) => {
      for (const award of run.awards) award['name'] = 'x';
    });
    expect(made.differences).toHaveLength(130);
    expect(verificationText(made)).toContain('  … and 30 more; as JSON there are all');
  });
});
