import { compareList } from './compare-list.js';
import { compareMatrix } from './compare-matrix.js';
import { type Fields, hasOwnNames, inOneForm, isFields, keysOf, meaningOf, own } from './meaning.js';
import { isMoney, isShareOfTarget, kindOf } from './nodes.js';
import { added, changed, type PlanDifference, removed } from './plan-difference.js';
import { type Holders, into, type Spot, stepsTo } from './spot.js';
import { comparatorOf, comparisonIn, scopeIn, scopeOf, textOf } from './words.js';

/**
 * What two values say differently. Objects are compared key by key and lists item by item, so that a change is told
 * where it is and nothing around it is repeated; only where one thing has become another are both told.
 */
export function compareValues(before: unknown, after: unknown, spot: Spot): PlanDifference[] {
  if (before === undefined || after === undefined) return onOneSide(before, after, spot);
  const [old, now] = [inOneForm(before, spot.key), inOneForm(after, spot.key)];
  if (Array.isArray(old) && Array.isArray(now))
    return compareList(old, now, spot, { before, after }, compareValues);
  if (hasOwnNames(old, spot.key) && hasOwnNames(now, spot.key)) return compareKeys(old, now, spot);
  if (isFields(old) && isFields(now) && !isOtherThing(old, now, spot))
    return spot.key === 'matrix'
      ? compareMatrix(old, now, spot, compareValues)
      : compareFields(old, now, spot, { before, after });
  if (meaningOf(before, spot.key, spot.isText) === meaningOf(after, spot.key, spot.isText)) return [];
  return [changed(spot, before, after)];
}

function onOneSide(before: unknown, after: unknown, spot: Spot): PlanDifference[] {
  if (after !== undefined) return [added(spot, after)];
  return before === undefined ? [] : [removed(spot, before)];
}

/** Another kind of node; or an amount that is told as one, with its currency. */
function isOtherThing(before: Fields, after: Fields, { key }: Spot): boolean {
  if (kindOf(before) !== kindOf(after)) return true;
  if (key === 'curve' && (own(before, 'bands') === undefined) !== (own(after, 'bands') === undefined))
    return true;
  const areOne = [before, after].every((one) => isMoney(one) || isShareOfTarget(one));
  return areOne && textOf(before, key) !== textOf(after, key);
}

/** What two objects of one kind say differently, with what is told together put together. */
export function compareFields(
  before: object,
  after: object,
  spot: Spot,
  holders: Holders = { before, after },
): PlanDifference[] {
  const [old, now] = [withShares(before as Fields), withShares(after as Fields)];
  const turned = TURNS.filter((turn) => hasTurned(turn, old, now));
  const told = turned.flatMap(({ key }) => [key(old), key(now)]);
  return [
    ...turned.map((turn) => compareTurn(turn, old, now, spot)),
    ...compareKeys(old, now, spot, holders, told),
  ];
}

/** What two objects say differently, key by key: as the later one writes them, then what is gone. */
function compareKeys(
  before: Fields,
  after: Fields,
  spot: Spot,
  holders: Holders = { before, after },
  told: readonly (string | undefined)[] = [],
): PlanDifference[] {
  const keys = [...new Set([...keysOf(after), ...keysOf(before)])].filter((key) => !told.includes(key));
  return keys.flatMap((key) => compareValues(own(before, key), own(after, key), into(spot, key, holders)));
}

/** Keys of which an object has one at most, told together when it is another one. */
interface Turn {
  readonly key: (fields: object) => string | undefined;
  /** Empty where there is nothing to tell. */
  readonly text: (fields: object) => string;
}

/** `at least 70% becomes more than 70%`, `closes everything becomes closes "Revenue"`. */
const TURNS: readonly Turn[] = [
  { key: comparatorOf, text: comparisonIn },
  { key: scopeOf, text: scopeIn },
];

function hasTurned({ key, text }: Turn, before: Fields, after: Fields): boolean {
  return key(before) !== key(after) && text(before) !== '' && text(after) !== '';
}

function compareTurn({ key, text }: Turn, before: Fields, after: Fields, spot: Spot): PlanDifference {
  const place = (side: 'before' | 'after') => {
    const found = key({ before, after }[side]);
    return found === undefined ? spot[side] : into(spot, found, { before, after })[side];
  };
  const steps = stepsTo(spot);
  const at = { ...spot, steps, label: '', before: place('before'), after: place('after') };
  return changed(at, undefined, undefined, [text(before), text(after)]);
}

/** An object whose floor and cap are shares of target, with each put together with the `of: target` beside it. */
function withShares(fields: Fields): Fields {
  if (own(fields, 'of') !== 'target') return fields;
  const ends = ['floor', 'cap'].filter(
    (key) => !isFields(own(fields, key)) && own(fields, key) !== undefined,
  );
  if (ends.length === 0) return fields;
  const { of: _, ...rest } = fields;
  const shares = ends.map((key) => [key, { shareOfTarget: fields[key] }] as const);
  return { ...rest, ...Object.fromEntries(shares) };
}
