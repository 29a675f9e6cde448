import { parseEarnings, parseExceptions, parseLeave } from '../../src/data/index.js';
import { type Award, type Issue, parseActuals, parsePeople, type Run } from '../../src/index.js';
import { calculateIn } from '../../src/run/calculate.js';
import type { Words } from '../../src/words/words.js';
import type { Input } from '../cases/run-case.js';
import { planOf } from '../support/base.js';

/** A run with the steps of everybody, told in a language. */
export function runIn(words: Words, input: Input): Run {
  const { leave, earnings, exceptions } = input;
  const data = {
    people: parsePeople(input.people),
    actuals: parseActuals(input.actuals),
    ...(leave && { leave: parseLeave(leave) }),
    ...(earnings && { earnings: parseEarnings(earnings) }),
    ...(exceptions && { exceptions: parseExceptions(exceptions) }),
  };
  return calculateIn(words, [planOf(input.plan)], data, { asOf: input.asOf, steps: 'everyone' });
}

/** Every text of an award that is told in a language; of who is withheld the reasons are issues, which are not. */
export function textsOf({
  status,
  reasons,
  notes = [],
  segments = [],
  steps = [],
  parts = [],
}: Award): string[] {
  return [
    ...(status === 'withheld' ? [] : reasons.map(({ message }) => message)),
    ...notes,
    ...segments.map(({ share }) => share),
    ...parts.map(({ name }) => name),
    ...steps.flatMap(({ name, shown, how }) => [name, shown, how]),
  ];
}

/** A run without its texts: what must be the same in every language. */
export function withoutTexts({ awards, ...run }: Run) {
  return {
    ...run,
    issues: run.issues.map(({ code, message }: Issue) => `${code} ${message}`),
    awards: awards.map(({ reasons, notes, segments, steps, parts, ...award }) => ({
      ...award,
      codes: reasons.map(({ code }) => code),
      notes: notes?.length,
      segments: segments?.map(({ share: _share, ...segment }) => segment),
      parts: parts?.map(({ stage, amount }) => [stage, amount]),
      steps: steps?.map(({ stage, segment, value }) => [stage, segment, value]),
    })),
  };
}
