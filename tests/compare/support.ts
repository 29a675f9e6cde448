import type { Attribution, Comparison, PersonComparison } from '../../src/compare/index.js';
import { causeText } from '../../src/retro/index.js';

/** Who moved: before, now, difference and how far it could be told apart. */
export function movedOf({ people }: Comparison): string[] {
  const moved = people.filter(({ status }) => status === 'moved');
  return moved.map(({ person, before, now, difference, attribution }) =>
    [person, before, now, difference, attribution].join(' '),
  );
}

/** What somebody's difference is attributed to, a line each. */
export function linesOf({ people }: Comparison, person: string): string[] {
  return people.filter((one) => one.person === person).flatMap(({ inputs }) => inputs.map(lineOf));
}

/** The comparison of one person. */
export function personIn({ people }: Comparison, person: string): PersonComparison {
  const found = people.find((one) => one.person === person);
  if (!found) throw new Error(`Nobody is called ${person}.`);
  return found;
}

function lineOf({ inputs, amount, causes, details = [] }: Attribution): string {
  const names = inputs.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`));
  const why = [...causes.map(causeText), ...details].join('; ');
  return `${names.join(' + ')} ${amount}${why === '' ? '' : `: ${why}`}`;
}
