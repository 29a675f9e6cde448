import type { Writing } from '../base.js';
import { countDays, shift } from '../calendar.js';
import { earlier, type FormulaWorld, later } from './world.js';

/** A way to write the same plan or the same people otherwise; undefined where there is nothing to rewrite. */
export interface Rewriting {
  readonly name: string;
  readonly seed: number;
  readonly rewrite: (world: FormulaWorld, wish: number) => FormulaWorld | undefined;
}

type Step = string | number;
type Place = readonly Step[];

const CONDITIONS = ['all', 'any', 'not', 'atLeastOf', 'present', 'is'];
const COMPARATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'within'];
const NAMING = [
  ...[
    'money',
    'metric',
    'achievement',
    'aboveTarget',
    'change',
    'person',
    'prorated',
    'each',
    'term',
    'result',
  ],
  ...['total', 'peers', 'meanOfTop', 'rank', 'sum', 'product', 'difference', 'quotient', 'highest', 'lowest'],
  ...['mean', 'curve', 'matrix', 'table', 'weighted', 'when', 'limit', 'round'],
];

/** A value that is more than a plain number: a node without a comparator. */
function isValue(value: unknown): value is Writing {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const condition = keys.some((key) => CONDITIONS.includes(key) || COMPARATORS.includes(key));
  // A name may stand for a condition.
  const named = (value as Writing)['term'] !== undefined && (value as Writing)['term'] !== 'target';
  return !condition && !named && keys.some((key) => NAMING.includes(key));
}

/** Where a value may be wrapped: not where a field or metric must stand by itself. */
function places(value: unknown, at: Place, fits: (value: unknown, at: Place) => boolean): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = fits(value, at) ? [at] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, stepOf(value, key)], fits)),
  ];
}

function stepOf(parent: object, key: string): Step {
  return Array.isArray(parent) ? Number(key) : key;
}

/** Axes, tables and folds read their value as it stands: what it is decides on more than its number. */
function isFree(_: unknown, at: Place): boolean {
  const last = at.at(-1);
  return !['of', 'rank', 'present', 'rows', 'columns', 'perStep'].includes(String(last));
}

function replaced(value: unknown, [first, ...others]: Place, change: (inner: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  const inner = replaced((value as Record<Step, unknown>)[first], others, change);
  if (Array.isArray(value)) return value.with(Number(first), inner);
  return { ...(value as object), [first]: inner };
}

/** One value of the plan, chosen by the wish, written otherwise. */
function changed(
  world: FormulaWorld,
  wish: number,
  fits: (value: unknown, at: Place) => boolean,
  change: (value: unknown) => unknown,
): FormulaWorld | undefined {
  const key = world.document.award === undefined ? 'payout' : 'award';
  const { terms = {} } = world.document;
  const roots = { [key]: world.document[key], terms };
  const found = places(roots, [], (value, at) => at.length > 0 && at[0] !== undefined && fits(value, at));
  const chosen = found[wish % Math.max(1, found.length)];
  if (chosen === undefined) return undefined;
  const rewritten = replaced(roots, chosen, change) as object;
  const kept = world.document.terms === undefined ? { [key]: (rewritten as Writing)[key] } : rewritten;
  return { ...world, document: { ...world.document, ...kept } as FormulaWorld['document'] };
}

const freeValue = (value: unknown, at: Place): boolean => isValue(value) && isFree(value, at);

const asSum: Rewriting['rewrite'] = (world, wish) =>
  changed(world, wish, freeValue, (value) => ({ sum: [value] }));

const asBranch: Rewriting['rewrite'] = (world, wish) =>
  changed(world, wish, freeValue, (value) => ({
    when: { value: '50%', atLeast: wish % 2 === 0 ? '10%' : '90%' },
    then: value,
    otherwise: value,
  }));

const turned: Rewriting['rewrite'] = (world, wish) =>
  changed(
    world,
    wish,
    (value) => isValue(value) && Array.isArray(value['product']),
    (value) => ({
      ...(value as Writing),
      product: ((value as Writing)['product'] as unknown[]).toReversed(),
    }),
  );

/** The value under a name of its own, added to the terms. */
const asTerm: Rewriting['rewrite'] = (world, wish) => {
  const taken: unknown[] = [];
  const other = changed(world, wish, freeValue, (value) => {
    taken.push(value);
    return { term: 'named' };
  });
  if (other === undefined) return undefined;
  const { document } = other;
  return {
    ...other,
    document: { ...document, terms: { ...document.terms, named: taken[0] } } as FormulaWorld['document'],
  };
};

/** Amounts are for the days worked: of two rows the second has none of them. */
const NOTHING = { wages: '0', items: '0' };

/** Somebody has two rows for one assignment, which differ in nothing that the plan reads. */
const split: Rewriting['rewrite'] = (world, wish) => {
  const { period, limits } = world.document;
  // A limit of each stretch by itself may bind in one half and not in the other.
  if (limits?.payout?.per === 'segment') return undefined;
  const index = wish % world.people.length;
  const person = world.people[index] as Writing;
  const assignments = person['assignments'] as Writing[];
  const at = wish % assignments.length;
  const own = assignments[at] as Writing;
  const from = later(later(period.start, person['hired']), own['from']);
  const to = earlier(earlier(period.end, person['left']), own['to']);
  const days = countDays(from, to);
  if (days < 2) return undefined;
  const cut = shift(from, 1 + (wish % (days - 1)));
  const parts = [
    { ...own, to: shift(cut, -1), note: 'before' },
    { ...own, ...NOTHING, from: cut, note: 'after' },
  ];
  return {
    ...world,
    people: world.people.with(index, { ...person, assignments: assignments.toSpliced(at, 1, ...parts) }),
  };
};

/** What must change nothing. */
export const rewritings: readonly Rewriting[] = [
  { name: 'a value as the only one of a sum', seed: 81, rewrite: asSum },
  { name: 'a condition with one value on both sides', seed: 82, rewrite: asBranch },
  { name: 'factors in another order', seed: 83, rewrite: turned },
  { name: 'a value under a name', seed: 84, rewrite: asTerm },
  { name: 'an assignment in two equal rows', seed: 85, rewrite: split },
];
