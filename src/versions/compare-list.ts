import { comparePoints, isPointList } from './compare-points.js';
import { align, bringTogether, byPosition, type Couple, type Entry, entriesOf, type Key } from './match.js';
import { isTextList, isUnordered, meaningOf, own } from './meaning.js';
import { kindOf } from './nodes.js';
import { added, type Compare, changed, type PlanDifference, removed } from './plan-difference.js';
import { type Holders, itemOf, type Spot } from './spot.js';
import { quoted } from './words.js';

type List = readonly unknown[];

/** What two lists say differently, item by item. */
export function compareList(
  before: List,
  after: List,
  spot: Spot,
  holders: Holders,
  compare: Compare,
): PlanDifference[] {
  if (isTextList(spot.key)) return compareTexts(before, after, spot, holders);
  if (isPointList(spot.key)) return comparePoints(before, after, spot, holders, compare);
  if (isRange(spot.key, [...before, ...after])) return compareRange(before, after, spot);
  const couples = isUnordered(spot.key)
    ? anyOrder(before, after, spot.key)
    : inTheirOrder(before, after, spot.key);
  return couples.flatMap(({ before: old, after: now }) => {
    const name = old && now ? nameOfItem(now.value, now.index, spot) : '';
    return compare(old?.value, now?.value, itemOf(spot, name, old?.index, now?.index, holders));
  });
}

/** Lowest and highest, told together unless one of them is a formula. */
function isRange(key: string, ends: List): boolean {
  return key === 'within' && ends.every((one) => typeof one !== 'object');
}

function compareRange(before: List, after: List, spot: Spot): PlanDifference[] {
  const isSame = meaningOf(before, spot.key) === meaningOf(after, spot.key);
  return isSame ? [] : [changed(spot, before, after)];
}

/** What one text of a list is called where it is new or gone, other than the list. */
const ONE_OF: Readonly<Record<string, string>> = { is: 'category', isNot: 'excluded category' };

/** Texts of which each counts by itself, such as the goals that a gate closes. One for one is a change. */
function compareTexts(before: List, after: List, spot: Spot, holders: Holders): PlanDifference[] {
  const text: Key<unknown> = ({ value }) => String(value);
  const alone = bringTogether(entriesOf(before), entriesOf(after), [text], () => true).filter(isAlone);
  const isOneForOne = alone.length === 2 && alone[0]?.before === undefined && alone[1]?.after === undefined;
  const couples = isOneForOne ? [{ ...alone[0], ...alone[1] }] : alone;
  return couples.map(({ before: old, after: now }) => {
    const label = old && now ? spot.label : (ONE_OF[spot.key] ?? spot.label);
    const at = { ...itemOf(spot, '', old?.index, now?.index, holders), steps: spot.steps, label };
    if (old && now) return changed(at, old.value, now.value);
    return now ? added(at, now.value) : removed(at, old?.value);
  });
}

function isAlone({ before, after }: Couple<unknown>): boolean {
  return before === undefined || after === undefined;
}

/** Items of a list that is read in its order: place by place; in lists of other lengths what is the same comes first. */
function inTheirOrder(before: List, after: List, key: string): Couple<unknown>[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  if (before.length === after.length) return byPosition(old, now);
  return align(old, now, [({ value }) => meaningOf(value, key)]);
}

/** Items of a list whose order says nothing: by meaning, name, what they read and kind; the rest by position. */
function anyOrder(before: List, after: List, key: string): Couple<unknown>[] {
  const isRules = key === 'where';
  const keys: Key<unknown>[] = [
    ({ value }) => meaningOf(value, key),
    ({ value }) => textIn(value, 'name'),
    ({ value }) => thingOf(value),
    ({ value }) => (isRules ? undefined : kindOf(value)),
  ];
  const isKnown = ({ value }: Entry<unknown>) => isRules || textIn(value, 'name') !== undefined;
  return bringTogether(entriesOf(before), entriesOf(after), keys, isKnown);
}

function textIn(value: unknown, key: string): string | undefined {
  const text = own(value, key);
  return typeof text === 'string' ? text : undefined;
}

/** What an item reads, whatever it makes of it; undefined where it reads nothing by name. */
function thingOf(value: unknown): string | undefined {
  const kind = kindOf(value);
  if (kind === undefined)
    return own(value, 'payout') === undefined ? undefined : thingOf(own(value, 'payout'));
  const inside = own(value, kind);
  const read = own(inside, 'of') ?? inside;
  return Array.isArray(read) ? undefined : JSON.stringify([kind, meaningOf(read, kind)]);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `sum 2`, `weighted "Retention"`, `where country`, `week Saturday`. */
function nameOfItem(value: unknown, index: number, { key, label }: Spot): string {
  const name = textIn(value, 'name');
  if (key === 'where') return `${label} ${textIn(value, 'person') ?? index + 1}`;
  if (key === 'week') return `${label} ${WEEKDAYS[index] ?? index + 1}`;
  return `${label} ${name === undefined ? index + 1 : quoted(name)}`;
}
