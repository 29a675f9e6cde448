import { groupBy } from '../data/group.js';

/** An entry of a list, with its place there. */
export interface Entry<T> {
  readonly value: T;
  readonly index: number;
}

/** Two entries that are one and the same thing; one of them alone is new or gone. */
export interface Couple<T> {
  readonly before?: Entry<T>;
  readonly after?: Entry<T>;
}

export interface Pair<T> {
  readonly before: Entry<T>;
  readonly after: Entry<T>;
}

/** True where both documents have it. */
export function isPair<T>(couple: Couple<T>): couple is Pair<T> {
  return couple.before !== undefined && couple.after !== undefined;
}

/** By what an entry is known; undefined where it has nothing of that kind. */
export type Key<T> = (entry: Entry<T>) => string | undefined;

/** The entries of a list. */
export function entriesOf<T>(list: readonly T[]): Entry<T>[] {
  return list.map((value, index) => ({ value, index }));
}

/** Entries with the same key, the first with the first, the second with the second. */
function pairsBy<T>(before: readonly Entry<T>[], after: readonly Entry<T>[], key: Key<T>): Pair<T>[] {
  const waiting = groupBy(before, (one) => JSON.stringify(key(one)) ?? '');
  waiting.delete('');
  const used = new Map<string, number>();
  return after.flatMap((own) => {
    const name = JSON.stringify(key(own)) ?? '';
    const count = used.get(name) ?? 0;
    const old = waiting.get(name)?.[count];
    used.set(name, count + 1);
    return old === undefined ? [] : [{ before: old, after: own }];
  });
}

/** Entries that are in no pair. */
function without<T>(
  entries: readonly Entry<T>[],
  pairs: readonly Pair<T>[],
  side: keyof Pair<T>,
): Entry<T>[] {
  const taken = new Set(pairs.map((pair) => pair[side].index));
  return entries.filter(({ index }) => !taken.has(index));
}

/** Entries that stand across from each other; those of the longer list have nobody. */
export function byPosition<T>(before: readonly Entry<T>[], after: readonly Entry<T>[]): Couple<T>[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    ...(before[index] && { before: before[index] }),
    ...(after[index] && { after: after[index] }),
  }));
}

/**
 * Brings together what is the same in two lists, wherever it stands: by the first key, what is left by the second, and
 * in the end by position, but for what is known well enough to be something else. In the order of the later list;
 * what is gone comes last.
 */
export function bringTogether<T>(
  before: readonly Entry<T>[],
  after: readonly Entry<T>[],
  [key, ...rest]: readonly Key<T>[],
  isKnown: (entry: Entry<T>) => boolean,
): Couple<T>[] {
  if (key === undefined) return leftOver(before, after, isKnown);
  const pairs = pairsBy(before, after, key);
  const gone = without(before, pairs, 'before');
  const added = without(after, pairs, 'after');
  return [...pairs, ...bringTogether(gone, added, rest, isKnown)].toSorted(byPlace);
}

function leftOver<T>(
  before: readonly Entry<T>[],
  after: readonly Entry<T>[],
  isKnown: (entry: Entry<T>) => boolean,
): Couple<T>[] {
  const isUnknown = (entry: Entry<T>) => !isKnown(entry);
  return [
    ...byPosition(before.filter(isUnknown), after.filter(isUnknown)),
    ...after.filter(isKnown).map((one) => ({ after: one })),
    ...before.filter(isKnown).map((one) => ({ before: one })),
  ];
}

function byPlace<T>(a: Couple<T>, b: Couple<T>): number {
  const [first, second] = [a.after?.index, b.after?.index];
  if (first !== undefined && second !== undefined) return first - second;
  if (first === undefined && second === undefined) return (a.before?.index ?? 0) - (b.before?.index ?? 0);
  return first === undefined ? 1 : -1;
}

/**
 * The most pairs that stand in the same order in both lists; the others have moved. Which ones is decided by what the
 * pairs are called, not by which document comes first, so that the same have moved when looked at from the other side.
 */
export function inOrder<T>(pairs: readonly Pair<T>[], key: Key<T>): Pair<T>[] {
  const sorted = (side: keyof Pair<T>) => pairs.toSorted((a, b) => a[side].index - b[side].index);
  const names = (list: readonly Pair<T>[]) => JSON.stringify(list.map((pair) => nameOf(pair, key)));
  const [old, own] = [sorted('before'), sorted('after')];
  return names(old) > names(own)
    ? longestRise(old, ({ after }) => after.index)
    : longestRise(own, ({ before }) => before.index);
}

function nameOf<T>({ before, after }: Pair<T>, key: Key<T>): string {
  return JSON.stringify([key(before) ?? '', key(after) ?? ''].toSorted());
}

/** The longest part of a list that rises, in its order: the smallest end of a rise of each length is kept. */
function longestRise<T>(list: readonly T[], of: (one: T) => number): T[] {
  interface Link {
    readonly one: T;
    readonly rest: Link | undefined;
  }
  const ends: Link[] = [];
  for (const one of list) {
    const length = firstIndex(ends.length, (at) => of((ends[at] as Link).one) >= of(one));
    ends[length] = { one, rest: ends[length - 1] };
  }
  const rise: T[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.rest) rise.push(link.one);
  return rise.reverse();
}

/** The first index for which something holds that goes on holding; the length where there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Brings two lists together in their order: what shares the first key and stands in order is the same; between two
 * such entries the second key decides, and in the end the position.
 */
export function align<T>(
  before: readonly Entry<T>[],
  after: readonly Entry<T>[],
  [key, ...rest]: readonly Key<T>[],
): Couple<T>[] {
  if (key === undefined || before.length === 0 || after.length === 0) return byPosition(before, after);
  const couples: Couple<T>[] = [];
  let [old, now] = [0, 0];
  for (const anchor of [...inOrder(pairsBy(before, after, key), key), undefined]) {
    const [oldEnd, nowEnd] = anchor
      ? [before.indexOf(anchor.before, old), after.indexOf(anchor.after, now)]
      : [before.length, after.length];
    for (const one of align(before.slice(old, oldEnd), after.slice(now, nowEnd), rest)) couples.push(one);
    if (anchor) couples.push(anchor);
    [old, now] = [oldEnd + 1, nowEnd + 1];
  }
  return couples;
}
