import { align, type Couple, type Entry, entriesOf, type Key } from './match.js';
import { isFields, meaningOf, own } from './meaning.js';
import { added, type Compare, changed, type PlanDifference, removed } from './plan-difference.js';
import { type Holders, itemOf, type Spot } from './spot.js';
import { textOf } from './words.js';

/** Points and bands of curves, and the rows of a table of days. */
export function isPointList(key: string): boolean {
  return key === 'points' || key === 'bands' || key === 'table';
}

/** Where a point stands: what is read, or the ends of a band. */
const standsAt: Key<unknown> = ({ value }) =>
  Array.isArray(value)
    ? meaningOf(value[0], '')
    : meaningOf([own(value, 'from') ?? 'open', own(value, 'to') ?? 'open'], '');

/** What a point pays. */
const pays: Key<unknown> = ({ value }) => meaningOf(paidAt(value), '');

function paidAt(point: unknown): unknown {
  return Array.isArray(point) ? point[1] : own(point, 'pays');
}

/**
 * What two curves say differently, point by point: a point is the same where it stands at the same value; between two
 * such points, where it pays the same; and in the end by its place.
 */
export function comparePoints(
  before: readonly unknown[],
  after: readonly unknown[],
  spot: Spot,
  holders: Holders,
  compare: Compare,
): PlanDifference[] {
  const label = spot.key === 'table' ? `${spot.label} row` : spot.label;
  return align(entriesOf(before), entriesOf(after), [standsAt, pays]).flatMap((couple) => {
    const at = itemOf(spot, '', couple.before?.index, couple.after?.index, holders);
    return comparePoint(couple, { ...at, steps: spot.steps, label }, compare);
  });
}

function comparePoint({ before, after }: Couple<unknown>, spot: Spot, compare: Compare): PlanDifference[] {
  if (!before || !after) return [after ? added(spot, after.value) : removed(spot, before?.value)];
  if (meaningOf(before.value, '') === meaningOf(after.value, '')) return [];
  const hasFormulas = [0, 1].some((index) =>
    [before, after].every(({ value }) => isFields(atIndex(value, index))),
  );
  if (!hasFormulas) return [changed(spot, before.value, after.value)];
  return [0, 1].flatMap((index) =>
    compare(atIndex(before.value, index), atIndex(after.value, index), endOf(after, index, spot)),
  );
}

function atIndex(point: unknown, index: number): unknown {
  return Array.isArray(point) ? point[index] : undefined;
}

/** Where what is read at a point, or what it pays, stands as a formula. */
function endOf({ value, index: place }: Entry<unknown>, index: number, spot: Spot): Spot {
  const read = atIndex(value, 0);
  const name = isFields(read) ? String(place + 1) : textOf(read, '');
  return {
    ...spot,
    key: '',
    label: index === 0 ? 'what is read' : '',
    steps: [...spot.steps, `in ${spot.label} ${name}`],
    before: { ...spot.before, path: [...spot.before.path, index] },
    after: { ...spot.after, path: [...spot.after.path, index] },
  };
}
