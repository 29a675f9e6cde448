import Fraction from 'fraction.js';
import type { MetricDocument, PlanDocument } from '../../../src/index.js';
import type { AboveTargetNode, AchievementNode, ChangeNode, MetricNode } from '../../../src/plan/formula.js';
import type { Writing } from '../base.js';
import { exact } from '../reference/number.js';
import { NotKnown } from '../reference/world.js';
import { type Part, partCalled, partsNamed, partsWithin } from './parts.js';
import { divided, fieldOf, type Place, total } from './world.js';

/** Raised where nothing was measured: `present` asks for it. */
export class NotMeasured extends NotKnown {}

type Options = Pick<MetricNode, 'during' | 'level'>;

/** What is read of one metric at one place: the value, or a target. */
interface Reading {
  readonly place: Place;
  readonly name: string;
  readonly metric: MetricDocument;
  readonly level: string;
  /** The column, or the target as the plan names it. */
  readonly what: 'value' | { readonly against: string | undefined };
}

/** The measured value of a metric. */
export function metric(place: Place, node: MetricNode): Fraction {
  return over(readingOf(place, node.metric, node, 'value'), node.during);
}

/** A metric against its target, by the formula of the metric. */
export function achievement(place: Place, node: AchievementNode): Fraction {
  const { value, target, document } = both(place, node.achievement, node, node.against);
  if (document.achievement === 'target/value') return divided(target, value);
  const part = divided(value, target);
  return document.achievement === '2 - value/target' ? part.neg().add(2) : part;
}

/** A metric less its target. */
export function aboveTarget(place: Place, node: AboveTargetNode): Fraction {
  const { value, target } = both(place, node.aboveTarget, node, node.against);
  return value.sub(target);
}

function both(place: Place, name: string, options: Options, against: string | undefined) {
  const reading = readingOf(place, name, options, 'value');
  const value = over(reading, options.during);
  const target = over({ ...reading, what: { against } }, options.during);
  return { value, target, document: reading.metric };
}

function readingOf(place: Place, name: string, options: Options, what: Reading['what']): Reading {
  const metric = place.model.world.document.metrics[name] as MetricDocument;
  return { place, name, metric, level: options.level ?? metric.level, what };
}

/** Over the part at hand or the one that is asked for; values of parts make the whole as the metric says. */
function over(reading: Reading, during: string | undefined): Fraction {
  const { place, metric } = reading;
  const { document } = place.model.world;
  const part = partOf(document, place.part, during);
  if (during === 'yearToDate') return madeOf(reading, upTo(document, place.part as Part, metric));
  if (metric.each === undefined) return cell(reading, part?.name);
  // A target that the plan states once is that of the whole period.
  if (part === undefined && reading.what !== 'value' && stated(reading, undefined) !== undefined)
    return cell(reading, undefined);
  return madeOf(reading, partsWithin(partsNamed(document, metric.each), part));
}

function partOf(document: PlanDocument, at: Part | undefined, during: string | undefined): Part | undefined {
  if (during === undefined) return at;
  return during === 'whole' || during === 'yearToDate' ? undefined : partCalled(document, during);
}

/** All parts in which the metric is measured, up to the one at hand. */
function upTo(document: PlanDocument, at: Part, { each }: MetricDocument): Part[] {
  return partsNamed(document, each ?? 'quarter').filter(({ end }) => end <= at.end);
}

/** What parts make together. */
function madeOf(reading: Reading, parts: readonly Part[]): Fraction {
  const how = reading.metric.accumulates;
  const read = how === 'last' ? parts.slice(-1) : parts;
  const values = read.map(({ name }) => cell(reading, name));
  return how === 'mean' ? total(values).div(values.length) : total(values);
}

/** One value or target of a row; a target may stand in the plan. */
function cell(reading: Reading, period: string | undefined): Fraction {
  const { what } = reading;
  if (what === 'value') return exact(rowOf(reading, period)['value'] as string);
  const planned = stated(reading, period);
  if (planned !== undefined) return exact(planned as string);
  const column = what.against === undefined ? 'target' : `target.${what.against}`;
  const found = rowOf(reading, period)[column];
  if (found === undefined) throw new NotKnown(`target of ${reading.name}`);
  return exact(found as string);
}

/** The target as the plan states it for a part, or once for the whole. */
function stated({ metric, what }: Reading, period: string | undefined): unknown {
  const against = what === 'value' ? undefined : what.against;
  const target = against === undefined ? metric.target : metric.targets?.[against];
  if (typeof target !== 'object') return period === undefined ? target : undefined;
  return period === undefined ? undefined : target[period];
}

function rowOf({ place, name, level }: Reading, period: string | undefined): Writing {
  const group = groupOf(place, level);
  const found = place.model.world.actuals.find(
    (row) => row['metric'] === name && row['group'] === group && row['period'] === period,
  );
  if (!found) throw new NotMeasured(`${name} of ${group} in ${period}`);
  return found;
}

function groupOf({ person, stretch }: Place, level: string): string | undefined {
  if (level === 'company') return undefined;
  if (level === 'person') return person?.id;
  if (stretch === undefined) throw new Error(`${level} is read outside prorated`);
  return fieldOf(stretch, level);
}

/** The value less an earlier one: of the period before, of the year before, or the mean of some before. */
export function change(place: Place, node: ChangeNode): Fraction {
  const reading = readingOf(place, node.change, node, 'value');
  const { document } = place.model.world;
  const part = partOf(document, place.part, node.during);
  const now = over(reading, node.during);
  const { since } = node;
  if (since === 'sameLastYear')
    return now.sub(cell(reading, part === undefined ? 'lastYear' : `lastYear-${part.name}`));
  const before = periodsBefore(document, part);
  const count = since === 'previousPeriod' ? 1 : Number(since.meanOfLast);
  const earlier = before.slice(0, count).map((name) => cell(reading, name));
  return now.sub(total(earlier).div(new Fraction(count)));
}

/** Names of what came before, the latest first: parts of the period, then the rows before it. */
function periodsBefore(document: PlanDocument, part: Part | undefined): string[] {
  const rows = ['previous', ...Array.from({ length: 11 }, (_, index) => `previous-${index + 2}`)];
  if (part === undefined) return rows;
  const kinds = ['month', 'quarter', 'half'] as const;
  const named = typeof document.periods === 'object' ? [partsNamed(document, 'part')] : [];
  const all = [...named, ...kinds.map((kind) => partsNamed(document, kind))].find((parts) =>
    parts.some(({ name }) => name === part.name),
  );
  const own = (all ?? []).filter(({ end }) => end < part.start).map(({ name }) => name);
  return [...own.toReversed(), ...rows];
}
