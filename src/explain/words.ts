import { english } from '../words/english.js';
import type { Words } from '../words/words.js';
import { englishExplanation } from './english.js';
import type { Language } from './explanation.js';
import type { PointWorld } from './one-point.js';

/** The words of a language: of the steps, and of the text around them. */
export interface ExplainWords {
  readonly language: Language;
  readonly steps: Words;
  readonly text: typeof englishExplanation;
  /** The size of a point of a metric. */
  point(world: PointWorld): string;
}

/** The words of a language. */
export function wordsOf(language: Language): ExplainWords {
  const [steps, text] = [english, englishExplanation];
  return {
    language,
    steps,
    text,
    point: ({ size, move }) => text.pointOf(pointKind(size, move.metric?.kind), move.direction),
  };
}

function pointKind(size: PointWorld['size'], _kind: string | undefined): 'target' | 'percentage' | 'one' {
  if (size.of === 'target') return 'target';
  return size.step.d === 1n ? 'one' : 'percentage';
}
