import { english } from '../words/english.js';
import { french } from '../words/french.js';
import { englishHeadings, frenchHeadings, type Headings } from '../words/headings.js';
import type { Words } from '../words/words.js';
import { type ExplanationWords, englishExplanation } from './english.js';
import type { Language } from './explanation.js';
import { frenchExplanation } from './french.js';

/** The words of a language: of the steps, of their headings, and of the text around them. */
export interface ExplainWords {
  readonly language: Language;
  readonly steps: Words;
  readonly headings: Headings;
  readonly text: ExplanationWords;
}

const books: Readonly<Record<Language, ExplainWords>> = {
  en: { language: 'en', steps: english, headings: englishHeadings, text: englishExplanation },
  fr: { language: 'fr', steps: french, headings: frenchHeadings, text: frenchExplanation },
};

/** The words of a language. */
export function wordsOf(language: Language): ExplainWords {
  return books[language];
}
