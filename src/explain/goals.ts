import { literalValue } from '../concepts/check.js';
import type { Reader } from '../concepts/concept.js';
import { comparatorsOf, comparisonName } from '../concepts/condition.js';
import type { Fact } from '../concepts/fact.js';
import { compare, type Ratio } from '../num/ratio.js';
import { metricOfKey } from '../plan/document.js';
import type { Comparison, CurveNode, Formula } from '../plan/formula.js';
import type { Worded as Outline } from '../program/outline.js';
import { isFault } from '../program/value.js';
import type { StakeStep } from '../risk/setting.js';
import type { Readers } from '../trace/reader.js';
import { nameIn } from '../words/words.js';
import type { GoalExplained, NextThreshold } from './explanation.js';

/** Where the goals, curves and gates of a plan stand in its outline, found once. */
export interface Places {
  readonly goals: readonly { readonly stake: StakeStep; readonly node: Outline | undefined }[];
  readonly curves: readonly CurvePlace[];
  readonly gates: readonly Outline[];
  /** Where scores of metrics are read. */
  readonly scores: readonly { readonly metric: string; readonly outline: Outline }[];
}

/** A curve, and the goal or named part it belongs to. */
interface CurvePlace {
  readonly owner: Outline;
  readonly curve: Outline;
}

/** Finds the goals, the curves with numbers for points, and the gates. */
export function placesOf(award: Outline, stakes: readonly StakeStep[]): Places {
  const seen = new Set<Outline>();
  const curves: CurvePlace[] = [];
  const gates: Outline[] = [];
  const named = new Map<string, Outline>();
  const scores: { metric: string; outline: Outline }[] = [];
  walk(award, award);
  return { goals: stakes.map((stake) => ({ stake, node: named.get(stake.name) })), curves, gates, scores };

  function walk(outline: Outline, owner: Outline): void {
    if (seen.has(outline)) return;
    seen.add(outline);
    const own = outline.name === undefined ? owner : outline;
    if (outline.name !== undefined && !named.has(outline.name)) named.set(outline.name, outline);
    if (outline.role === 'curve' && outline.children.length === 1)
      curves.push({ owner: own, curve: outline });
    if (outline.role === 'when' && outline.name !== undefined && outline.name !== '') gates.push(outline);
    const { fact } = (outline.node ?? {}) as { readonly fact?: Fact };
    if (fact) scores.push({ metric: metricOfKey(fact.key), outline });
    for (const child of outline.children) walk(child, own);
  }
}

/** Each goal with what counted of it and what that pays; in each stretch of days where they differ. */
export function goalsExplained({ goals }: Places, readers: Readers): GoalExplained[] {
  return goals.flatMap(({ stake: { name, source }, node }) => {
    if (!node) return [];
    const counted = readOf(node);
    const shown = (outline: Outline) =>
      [...new Set(readersAt(outline, readers).map((reader) => reader.show(outline)))].join(' / ');
    return [
      {
        name,
        ...(source !== undefined && { source }),
        counted: counted ? shown(counted) : '',
        pays: shown(node),
      },
    ];
  });
}

/** The readers that see a value: the person's, or one for each stretch of days. */
function readersAt({ scope }: Outline, { person, segments }: Readers): readonly Reader[] {
  return scope === 'company' || scope === 'person' || segments.length === 0 ? [person] : segments;
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

/** The next point of each curve that pays more, and the bound of each closed gate; each once. */
export function nextThresholds({ curves, gates }: Places, readers: Readers): NextThreshold[] {
  const points = curves.flatMap(({ owner, curve }) =>
    readersAt(curve, readers).flatMap((reader) => nextPoint(owner, curve, reader)),
  );
  const closed = gates.flatMap((gate) =>
    readersAt(gate.children[0] as Outline, readers).flatMap((reader) => openingOf(gate, reader)),
  );
  const all = [...points, ...closed];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

type Point = readonly [x: Formula, y: Formula];

/** The nearest point on the better side that pays more than what was reached. */
function nextPoint(owner: Outline, outline: Outline, reader: Reader): NextThreshold[] {
  const { curve } = outline.node as CurveNode;
  const of = outline.children[0] as Outline;
  const [x, paid] = [reader.value(of.operand), reader.value(outline.operand)];
  if (curve.shape === 'slices' || !isNumber(x) || !isNumber(paid) || reader.hides(of)) return [];
  const isBetter = (at: Ratio) => (curve.direction === 'lower' ? compare(at, x) < 0 : compare(at, x) > 0);
  const next = (curve.points as readonly Point[]).find(([at, pays]) => {
    const [place, more] = [literalValue(at), literalValue(pays)];
    return place && more && isBetter(place) && compare(more, paid) > 0;
  });
  if (!next) return [];
  return [{ ...labelsOf(owner), now: reader.show(of), at: String(next[0]), pays: String(next[1]) }];
}

function isNumber(value: ReturnType<Reader['value']>): value is Ratio {
  return typeof value === 'object' && !isFault(value);
}

function labelsOf({ name = '', source }: Outline) {
  return { name, ...(source !== undefined && { source }) };
}

/** What opens a closed gate, where one number decides. */
function openingOf(gate: Outline, reader: Reader): NextThreshold[] {
  const [condition] = gate.children as [Outline];
  const of = condition.children[0];
  if (reader.value(condition.operand) !== false || condition.role !== 'condition' || !of || reader.hides(of))
    return [];
  const node = condition.node as Comparison;
  if (comparatorsOf(node).length !== 1) return [];
  return [{ ...labelsOf(gate), now: reader.show(of), at: nameIn(reader.words, comparisonName(node)) }];
}

/** Whether a score of a metric may not be shown: what a point of it would have added would tell it. */
export function isHidden(metric: string, { scores }: Places, readers: Readers): boolean {
  return scores.some(
    (one) =>
      one.metric === metric && readersAt(one.outline, readers).some((reader) => reader.hides(one.outline)),
  );
}
