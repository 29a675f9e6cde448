import { listed } from '../data/cells.js';
import { groupBy } from '../data/group.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Fact } from './fact.js';

/** Facts of which each stands once. */
export interface Once<T> {
  readonly facts: readonly Fact<T>[];
  /** How many rows said what another had said. */
  readonly duplicates: number;
  readonly issues: readonly Issue[];
}

/**
 * Rows of one id: when they say the same the file was exported twice and they count once; when they differ nobody
 * knows which is right and none counts. Rows without an id stay as they are.
 *
 * Issues:   sources.row.duplicate, sources.id.twice
 */
export function onceById<T>(facts: readonly Fact<T>[]): Once<T> {
  const issues: Issue[] = [];
  const kept: Fact<T>[] = facts.filter((fact) => fact.id === '');
  let duplicates = 0;
  for (const group of groupBy(
    facts.filter((fact) => fact.id !== ''),
    (fact) => fact.id,
  ).values()) {
    const [first, ...others] = group as [Fact<T>, ...Fact<T>[]];
    if (others.every((other) => other.content === first.content)) {
      kept.push(first);
      duplicates += others.length;
      if (others.length > 0) issues.push(sameRow(group));
    } else kept.push(...contradicting(group, differing(group)));
  }
  return { facts: kept, duplicates, issues };
}

/**
 * Rows without an id that say the same: two like movements of a day, or one exported twice. Nobody can tell, so
 * none counts.
 *
 * Issues:   sources.row.twice
 */
export function onceByContent<T>(facts: readonly Fact<T>[]): readonly Fact<T>[] {
  const groups = groupBy(
    facts.filter((fact) => fact.content !== ''),
    (fact) => fact.content,
  );
  const unreadable = facts.filter((fact) => fact.content === '');
  const settled = [...groups.values()].flatMap((group) =>
    group.length === 1 ? group : contradicting(group, likeRows(group)),
  );
  return [...unreadable, ...settled];
}

function contradicting<T>(group: readonly Fact<T>[], found: Issue): Fact<T>[] {
  return group.map((fact) => ({ ...fact, faults: [...fact.faults, found] }));
}

function sameRow<T>(group: readonly Fact<T>[]): Issue {
  return issue({
    code: 'sources.row.duplicate',
    at: (group[1] as Fact<T>).at,
    message: `Rows ${listed(group)} with the id ${quote(group[0]?.id)} are the same and count once`,
    expected: 'every row once',
    hint: 'Check that the file was not put together from two exports that overlap',
  });
}

function differing<T>(group: readonly Fact<T>[]): Issue {
  return issue({
    code: 'sources.id.twice',
    at: (group[0] as Fact<T>).at,
    message: `Rows ${listed(group)} all have the id ${quote(group[0]?.id)} and differ`,
    expected: 'one row for each id',
    hint: 'Remove the rows that are wrong; none of them counts until then',
  });
}

function likeRows<T>(group: readonly Fact<T>[]): Issue {
  return issue({
    code: 'sources.row.twice',
    at: (group[0] as Fact<T>).at,
    message: `Rows ${listed(group)} are the same, and have no id to tell two movements from one exported twice`,
    expected: 'a column with an id of each movement',
    hint: 'Name it under columns as id, or put the rows into one; none of them counts until then',
  });
}
