import type { Path } from '../issue/issue.js';
import type { PlanDocument } from '../plan/document.js';
import { compareFields } from './compare.js';
import { bringTogether, type Couple, type Entry, entriesOf, inOrder, isPair, type Key } from './match.js';
import { meaningOf } from './meaning.js';
import { type PartList, partOf, type Reading } from './parts.js';
import { added, moved, type PlanDifference, removed } from './plan-difference.js';
import { spotOf } from './spot.js';

/** The two plans that are compared. */
export interface Plans {
  readonly before: PlanDocument;
  readonly after: PlanDocument;
}

/** The lists of a plan that hold parts with names. */
type PartKey = 'goals' | 'gates' | 'modifiers';

/** A goal, gate or modifier with the plan it stands in. */
interface Standing<One> {
  readonly one: One;
  readonly document: PlanDocument;
}

/**
 * What two lists of goals, gates or modifiers say differently, as the later plan has them, then what is gone. One of
 * them is the same where it says all the same, has the same name or, renamed, reads the same.
 */
export function compareParts<One extends object>(
  list: PartList<One>,
  key: PartKey,
  plans: Plans,
): PlanDifference[] {
  const [before, after] = [plans.before, plans.after].map((document) => {
    const all = (document[key] ?? []) as unknown as readonly One[];
    return entriesOf(all.map((one) => ({ one, document })));
  }) as [Entry<Standing<One>>[], Entry<Standing<One>>[]];
  const couples = bringTogether(before, after, keysOf(list), (entry) => isKnown(list, entry));
  const pairs = couples.filter(isPair);
  const inPlace = new Set(list.isOrdered ? inOrder(pairs, meaning) : pairs);
  return couples.flatMap((couple) => compareCouple(couple, list, key, inPlace));
}

function keysOf<One>(list: PartList<One>): Key<Standing<One>>[] {
  return [
    meaning,
    ({ value }) => list.name(value.one, value.document) || undefined,
    ({ value }) => readKey(list.reading(value.one)),
    ({ value: { one } }) => list.reading(one).metric ?? list.reading(one).person,
  ];
}

function readKey({ metric, person, during, reads }: Reading): string | undefined {
  return (metric ?? person) === undefined ? undefined : JSON.stringify([metric, person, during, reads]);
}

function meaning({ value }: Entry<Standing<unknown>>): string {
  return meaningOf(value.one, '');
}

/** Whether something has a name or reads something with a name, so that its place alone makes it nothing else. */
function isKnown<One>(list: PartList<One>, { value }: Entry<Standing<One>>): boolean {
  return list.name(value.one, value.document) !== '' || readKey(list.reading(value.one)) !== undefined;
}

function compareCouple<One extends object>(
  couple: Couple<Standing<One>>,
  list: PartList<One>,
  key: PartKey,
  inPlace: ReadonlySet<Couple<Standing<One>>>,
): PlanDifference[] {
  const { before, after } = couple;
  const told = after ?? before;
  if (!told) return [];
  const path = (entry: Entry<Standing<One>> | undefined): Path => (entry ? [key, entry.index] : [key]);
  const spot = spotOf(
    partOf(list, told.value.one, told.index, told.value.document),
    path(before),
    path(after),
  );
  if (before && after) {
    const move = inPlace.has(couple) ? [] : [moved(spot, before.index, after.index)];
    return [...move, ...compareFields(before.value.one, after.value.one, spot)];
  }
  const text = list.summary(told.value.one, told.value.document);
  return [after ? added(spot, after.value.one, text) : removed(spot, told.value.one, text)];
}
