import { literalValue } from '../concepts/check.js';
import type { Reader } from '../concepts/concept.js';
import { comparatorsOf, sayNeeded } from '../concepts/condition.js';
import type { Fact } from '../concepts/fact.js';
import { isWritten } from '../concepts/gate.js';
import { compare, type Ratio } from '../num/ratio.js';
import { metricOfKey } from '../plan/document.js';
import type { Comparison, CurveNode, Formula } from '../plan/formula.js';
import type { Worded as Outline } from '../program/outline.js';
import { isFault } from '../program/value.js';
import type { StakeStep } from '../risk/setting.js';
import type { Readers } from '../trace/reader.js';
import type { GoalExplained, NextThreshold } from './explanation.js';

/** Reads something of a part of the outline for a person: once for each stretch of days, or for what people share. */
type ReadAt<T> = (readers: Readers) => readonly T[];

/** What of a plan is told of goals, thresholds and scores, found once. */
export interface Places {
  readonly goals: readonly GoalPlace[];
  /** The next point of each curve that pays more, and the bound of each closed gate. */
  readonly next: readonly ReadAt<readonly NextThreshold[]>[];
  /** Where scores of metrics are read. */
  readonly scores: readonly { readonly metric: string; readonly outline: Outline }[];
}

interface GoalPlace {
  readonly stake: StakeStep;
  readonly counted: ReadAt<string>;
  readonly pays: ReadAt<string>;
}

/** Finds the goals, the curves with numbers for points, and the gates. */
export function placesOf(award: Outline, stakes: readonly StakeStep[]): Places {
  const seen = new Set<Outline>();
  const next: ReadAt<readonly NextThreshold[]>[] = [];
  const named = new Map<string, Outline>();
  const scores: { metric: string; outline: Outline }[] = [];
  walk(award, award, undefined);
  const goals = stakes.flatMap((stake): GoalPlace[] => {
    const node = named.get(stake.name);
    return node ? [{ stake, counted: shownAt(readOf(node)), pays: shownAt(node) }] : [];
  });
  return { goals, next, scores };

  /** Within a part of the period a point is named by the part. */
  function walk(outline: Outline, owner: Outline, part: Outline | undefined): void {
    if (seen.has(outline)) return;
    seen.add(outline);
    const { role, name, children, node } = outline;
    const own = name === undefined ? owner : outline;
    if (name !== undefined && !named.has(name)) named.set(name, outline);
    const label = part?.name?.startsWith(own.name ?? '') ? part : own;
    if (role === 'curve' && children.length === 1) next.push(readAt(outline, nextPoint(label, outline)));
    const [condition] = children;
    if (role === 'when' && name !== undefined && name !== '' && condition && opens(outline, condition))
      next.push(readAt(condition, (reader) => openingOf(outline, condition, reader)));
    const { fact } = (node ?? {}) as { readonly fact?: Fact };
    if (fact) scores.push({ metric: metricOfKey(fact.key), outline });
    for (const child of children) walk(child, own, role === 'each' ? child : part);
  }
}

/** What people share is read once for each row of it. */
function readAt<T>(outline: Outline, make: (reader: Reader) => T): ReadAt<T> {
  const { scope } = outline;
  if (scope === 'person' || scope === 'segment') return (readers) => readersAt(outline, readers).map(make);
  const known: T[] = [];
  return (readers) =>
    readersAt(outline, readers).map((reader) => {
      const row = reader.rowOf(scope);
      const made = known[row] ?? make(reader);
      known[row] = made;
      return made;
    });
}

function shownAt(outline: Outline | undefined): ReadAt<string> {
  return outline ? readAt(outline, (reader) => reader.show(outline)) : () => [];
}

/** Each goal with what counted of it and what that pays; in each stretch of days where they differ. */
export function goalsExplained({ goals }: Places, readers: Readers): GoalExplained[] {
  return goals.map(({ stake: { name, source }, counted, pays }) => ({
    name,
    ...(source !== undefined && { source }),
    counted: distinct(counted(readers)),
    pays: distinct(pays(readers)),
  }));
}

function distinct(shown: readonly string[]): string {
  return shown.length < 2 ? (shown[0] ?? '') : [...new Set(shown)].join(' / ');
}

/** The readers that see a value: the person's, or one for each stretch of days that counts. */
function readersAt({ scope }: Outline, { person, segments }: Readers): readonly Reader[] {
  return scope === 'company' || scope === 'person' ? [person] : segments;
}

/** What a goal reads: what its curve, table or limits stand on. */
function readOf(node: Outline): Outline | undefined {
  if (node.role === 'curve' || node.role === 'table') return node.children[0];
  if (READING.has(node.role)) return node;
  const inner = node.role === 'when' ? node.children[1] : node.children[0];
  return inner && ['when', 'limit', 'round', 'onEnough'].includes(node.role) ? readOf(inner) : undefined;
}

const READING = new Set([
  'metric',
  'achievement',
  'aboveTarget',
  'change',
  'person',
  'sampled',
  'bound',
  'blended',
  'deadBand',
  'changeLimit',
]);

/** What is still to be reached, each once. */
export function nextThresholds({ next }: Places, readers: Readers): NextThreshold[] {
  const all = next.flatMap((read) => read(readers).flat());
  return all.length < 2
    ? all
    : [...new Map(all.map((one) => [`${one.name} ${one.now} ${one.at}`, one])).values()];
}

type Point = readonly [x: Formula, y: Formula];

/** The nearest point on the better side that pays more than what was reached. */
function nextPoint(owner: Outline, outline: Outline): (reader: Reader) => readonly NextThreshold[] {
  const { curve } = outline.node as CurveNode;
  const of = outline.children[0] as Outline;
  const points = (curve.points as readonly Point[]).flatMap(([at, pays]) => {
    const [x, y] = [literalValue(at), literalValue(pays)];
    return x && y ? [{ x, y, at: { ...of, operand: x }, pays: { ...outline, operand: y } }] : [];
  });
  const isBetter = curve.direction === 'lower' ? (order: number) => order < 0 : (order: number) => order > 0;
  const inOrder = curve.direction === 'lower' ? points.toReversed() : points;
  return (reader) => {
    const [x, paid] = [reader.value(of.operand), reader.value(outline.operand)];
    if (curve.shape === 'slices' || !isNumber(x) || !isNumber(paid) || reader.hides(of)) return [];
    const next = inOrder.find((point) => isBetter(compare(point.x, x)) && compare(point.y, paid) > 0);
    if (!next) return [];
    const { at, pays } = next;
    return [{ ...labelsOf(owner), now: reader.show(of), at: reader.show(at), pays: reader.show(pays) }];
  };
}

function isNumber(value: ReturnType<Reader['value']>): value is Ratio {
  return typeof value === 'object' && !isFault(value);
}

function labelsOf({ name = '', source }: Outline) {
  return { name, ...(source !== undefined && { source }) };
}

/** Whether one number or category opens a gate. A choice that the plan wrote is told where a number decides it. */
function opens(gate: Outline, { role, node, children }: Outline): boolean {
  if (role !== 'condition' || comparatorsOf(node as Comparison).length !== 1) return false;
  const [, ...bounds] = children;
  return !isWritten(gate) || (bounds.length > 0 && bounds.every((bound) => bound.role === 'literal'));
}

/** What opens a closed gate. */
function openingOf(gate: Outline, condition: Outline, reader: Reader): NextThreshold[] {
  const [of, ...bounds] = condition.children as [Outline, ...Outline[]];
  if (reader.value(condition.operand) !== false || [of, ...bounds].some((one) => reader.hides(one)))
    return [];
  const { is } = condition.node as Comparison;
  const { yes, no } = reader.words;
  const now = typeof is === 'boolean' ? (is ? no : yes) : reader.show(of);
  return [{ ...labelsOf(gate), now, at: sayNeeded(condition, reader) }];
}

/** Whether a score of a metric may not be shown: what a point of it would have added would tell it. */
export function isHidden(metric: string, { scores }: Places, readers: Readers): boolean {
  return scores.some(
    (one) =>
      one.metric === metric && readersAt(one.outline, readers).some((reader) => reader.hides(one.outline)),
  );
}
