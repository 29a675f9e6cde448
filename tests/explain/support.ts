import {
  type Explained,
  type Explanation,
  explain,
  explainEveryone,
  explanationText,
  type Language,
  languages,
} from '../../src/explain/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { draft, type Made } from '../retro/support.js';
import type { Writing } from '../support/base.js';

export { draft, type Made, type Writing };

/** The one explanation of a person. */
export function explained(
  run: StoredRun,
  person = 'ann',
  options: Parameters<typeof explain>[2] = {},
): Explanation {
  const { explanations, issues }: Explained = explain(run, person, options);
  const [first] = explanations;
  if (!first || issues.length > 0) throw new Error(`${person}: ${JSON.stringify(issues)}`);
  return first;
}

/** The text of a person's explanation, with plain spaces. */
export function textOf(run: StoredRun, person = 'ann', language: Language = 'en', full = false): string {
  return plain(explanationText(explained(run, person, { language }), { full }));
}

/** Spaces at which no line breaks as plain ones. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ');
}

/** Everything that is told of a person: the short and the full text and the JSON, in each language. */
export function everythingTold(run: StoredRun, person = 'ann'): string {
  return languages
    .flatMap((language) => {
      const { explanations } = explain(run, person, { language, attribution: true });
      return explanations.flatMap((one) => [
        explanationText(one),
        explanationText(one, { full: true }),
        JSON.stringify(one).replace(/sha256:[0-9a-f]+/g, ''),
      ]);
    })
    .map((text) => plain(text).replaceAll(/sha256:[0-9a-f]+/g, ''))
    .join('\n');
}

/** What is told of everybody at once, as `explainEveryone` gives it. */
export function everyone(run: StoredRun, language: Language = 'en'): Explanation[] {
  return [...explainEveryone(run, { language })];
}

/** What a point more would have added, by metric. */
export function pointsOf({ onePoint }: Explanation): Readonly<Record<string, string>> {
  return Object.fromEntries(onePoint.map(({ metric, point, adds }) => [metric, `${point}: ${adds}`]));
}

/** What is still to be reached: `North score: 40 → 45 pays 100%`. */
export function nextOf({ next }: Explanation): string[] {
  return next.map(
    ({ name, now, at, pays }) => `${name}: ${now} → ${at}${pays === undefined ? '' : ` pays ${pays}`}`,
  );
}
