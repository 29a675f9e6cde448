import type { Path } from '../issue/issue.js';
import { hasOwnNames, isFields, isTextKey, keyWithin, own } from './meaning.js';
import { quoted, spaced } from './words.js';

/** A part of a plan in words: as a heading, and as sentences on it begin. */
export interface Part {
  readonly name: string;
  readonly said: string;
}

/** Where a value stands in one of the two documents, and the clause nearest to it. */
export interface Place {
  readonly path: Path;
  readonly source?: string;
}

/** Two values of which one has become the other: where they stand, in both documents and in words. */
export interface Spot {
  readonly part: Part;
  /** From the part to what holds the values: `in sum 2`. */
  readonly steps: readonly string[];
  /** What the values are called there: `cap`; empty for the part itself and for items of lists. */
  readonly label: string;
  /** The key they stand under, which says what they are. */
  readonly key: string;
  /** Whether texts here are never numbers. */
  readonly isText: boolean;
  readonly before: Place;
  readonly after: Place;
}

/** The spot of a whole part; a part that stands elsewhere in the later plan has a path of its own there. */
export function spotOf(part: Part, before: Path, after = before): Spot {
  return {
    part,
    steps: [],
    label: '',
    key: '',
    isText: false,
    before: { path: before },
    after: { path: after },
  };
}

/** The two objects or lists that hold what is looked at. */
export interface Holders {
  readonly before: unknown;
  readonly after: unknown;
}

/** Where the value of a key stands. */
export function into(spot: Spot, key: string, holders: Holders): Spot {
  const holder = isFields(holders.after) ? holders.after : holders.before;
  const within = keyWithin(holder, spot.key, key);
  const isNamed = hasOwnNames(holder, spot.key);
  return {
    ...spot,
    key: within,
    steps: isNamed || PREFIXES.has(spot.key) ? spot.steps : stepsTo(spot),
    label: isNamed ? `${spot.label} ${quoted(key)}` : labelOf(spot, key, holders),
    isText: spot.isText || isTextKey(within),
    before: placeIn(spot.before, key, holders.before, isNamed),
    after: placeIn(spot.after, key, holders.after, isNamed),
  };
}

/** Where an item of a list stands, with a name for it; one that stands in only one list has one place. */
export function itemOf(
  spot: Spot,
  name: string,
  before: number | undefined,
  after: number | undefined,
  holders: Holders,
): Spot {
  return {
    ...spot,
    label: '',
    steps: name === '' ? stepsTo(spot) : [...spot.steps, `in ${name}`],
    before: before === undefined ? spot.before : placeIn(spot.before, before, holders.before),
    after: after === undefined ? spot.after : placeIn(spot.after, after, holders.after),
  };
}

/** The steps to what holds values, which is then no longer the last word. */
export function stepsTo({ steps, label }: Spot): readonly string[] {
  return label === '' ? steps : [...steps, `in ${label}`];
}

/** Keys that go before the word of what stands in them: `curve shape`, `table "meets"`. */
const PREFIXES: ReadonlySet<string> = new Set(['curve', 'table', 'matrix']);

function labelOf(spot: Spot, key: string, holders: Holders): string {
  if (key === 'of') return ofLabel(spot, holders);
  if (!PREFIXES.has(spot.key)) return key === 'values' ? 'value' : spaced(key);
  return key === 'values' ? spot.label : `${spot.label} ${spaced(key)}`;
}

/** What `of` means beside other keys, where it does not say what is read. */
const OF_BESIDE: readonly (readonly [key: string, label: string])[] = [
  ['weighted', 'share of'],
  ['atLeastOf', 'condition'],
  ['result', 'person'],
  ['limit', 'share of'],
  ['floor', 'share of'],
  ['cap', 'share of'],
];

function ofLabel(spot: Spot, { before, after }: Holders): string {
  if (PREFIXES.has(spot.key)) return `what the ${spot.label} reads`;
  if (spot.part.name === 'target') return 'basis';
  const beside = OF_BESIDE.find(([key]) => [before, after].some((one) => own(one, key) !== undefined));
  return beside?.[1] ?? 'what it reads';
}

/**
 * A place inside another, with the clause that what holds it names. A list that stands for an object with one key has
 * no place for the key.
 */
function placeIn(place: Place, key: string | number, holder: unknown, isNamed = false): Place {
  const isThere = typeof key === 'number' ? Array.isArray(holder) : !Array.isArray(holder);
  const path = isThere ? [...place.path, key] : place.path;
  return withClause({ ...place, path }, isNamed ? undefined : holder);
}

/** A place with the clause that the value there names itself. */
export function withClause(place: Place, value: unknown): Place {
  const source = own(value, 'source');
  return typeof source === 'string' ? { ...place, source } : place;
}
