import { groupBy } from '../data/group.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { ratioOfDecimal } from '../num/decimal.js';
import { compare } from '../num/ratio.js';
import type { Parsed } from '../plan/read-plan.js';
import type { Award, Run } from '../run/run.js';

/**
 * Whose awards an auditor re-adds by hand: everybody; the people named; the `largest` awards of each plan and currency; or
 * `every` so-manieth person in the order of ids, from the first on. Nothing is left to chance, so that anybody draws the
 * same people.
 */
export type Sample =
  | 'everybody'
  | { readonly people: readonly string[] }
  | { readonly largest: number }
  | { readonly every: number };

/**
 * The people of a sample, each once, in the order of the run.
 *
 * Issues:   cycle.sample.count, cycle.sample.person
 * @example  sampled(run, { largest: 10 }) // { ok: true, people: ['e-1004', …] }
 */
export function sampled(run: Run, sample: Sample): Parsed<'people', readonly string[]> {
  const ids = [...new Set(run.awards.map(({ person }) => person))];
  if (sample === 'everybody') return { ok: true, people: ids, issues: [] };
  const issues = 'people' in sample ? unknown(sample.people, ids) : wrongCount(sample);
  if (issues.length > 0) return { ok: false, issues };
  const chosen = new Set(chosenOf(run.awards, sample, ids));
  return { ok: true, people: ids.filter((id) => chosen.has(id)), issues: [] };
}

function chosenOf(
  awards: readonly Award[],
  sample: Exclude<Sample, 'everybody'>,
  ids: readonly string[],
): readonly string[] {
  if ('people' in sample) return sample.people;
  // Without another order JavaScript sorts texts by their code units.
  if ('every' in sample) return ids.toSorted().filter((_, index) => index % sample.every === 0);
  const groups = groupBy(awards.filter(isAmount), ({ plan, currency }) => JSON.stringify([plan, currency]));
  return [...groups.values()].flatMap((own) =>
    own
      .toSorted((a, b) => compare(ratioOfDecimal(b.amount), ratioOfDecimal(a.amount)))
      .slice(0, sample.largest)
      .map(({ person }) => person),
  );
}

function isAmount(award: Award): award is Award & { readonly amount: string } {
  return award.amount !== undefined;
}

function wrongCount(sample: Exclude<Sample, 'everybody' | { readonly people: unknown }>): Issue[] {
  const count = 'largest' in sample ? sample.largest : sample.every;
  if (Number.isSafeInteger(count) && count >= 1) return [];
  return [
    issue({
      code: 'cycle.sample.count',
      path: ['sample'],
      message: `${quote(count)} is not a number of people`,
      expected: 'a whole number from 1 on',
      hint: 'Say how many of the largest, or every how manieth person',
    }),
  ];
}

function unknown(people: readonly string[], ids: readonly string[]): Issue[] {
  const known = new Set(ids);
  const strangers = people.length === 0 ? [''] : people.filter((id) => !known.has(id));
  return strangers.map((id) =>
    issue({
      code: 'cycle.sample.person',
      path: ['sample', 'people'],
      message: people.length === 0 ? 'The sample names nobody' : `Nobody in the run has the id ${quote(id)}`,
      expected: 'ids of people of the run',
      hint: 'Ids are compared as text, letter by letter',
    }),
  );
}
