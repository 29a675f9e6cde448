import type { PartName } from '../../../src/index.js';
import type { Formula } from '../../../src/plan/formula.js';
import type { Chance } from './chance.js';
import { type Measure, marks, measures, type Unit } from './vocabulary.js';

/** A named formula that may be read. */
export interface RandomTerm {
  readonly name: string;
  readonly unit: Unit | 'condition';
  readonly at: 'company' | 'stretch';
  /** Reads nobody else, so that others may read it. */
  readonly plain: boolean;
}

/** What a random plan has decided as a whole. */
export interface Setting {
  readonly chance: Chance;
  readonly terms: readonly RandomTerm[];
  /** Targets stand in the plan; then parts of a period have none but those of metrics with parts. */
  readonly planned: boolean;
  readonly unprorated: boolean;
  /** What target opportunity is, if there is any. */
  readonly target?: 'year' | 'period';
  readonly parts: readonly PartName[];
}

/** Where a formula is to stand: what it may read there. */
export interface Spot {
  readonly setting: Setting;
  readonly at: 'stretch' | 'person' | 'company';
  /** `any`: a term, which may be read in every part and outside. */
  readonly part?: PartName | 'any';
  /** Parts may be gone through here: what comes of it is only added up and multiplied. */
  readonly linear: boolean;
  /** Other people may be read. */
  readonly others: boolean;
  readonly depth: number;
}

/** One level further down. */
export function below(spot: Spot, changes: Partial<Spot> = {}): Spot {
  return { ...spot, depth: spot.depth - 1, ...changes };
}

/** Where a value is looked at as a whole: no parts are gone through inside. */
export function closed(spot: Spot, changes: Partial<Spot> = {}): Spot {
  return below(spot, { linear: spot.at !== 'stretch' && spot.linear, ...changes });
}

/** A number of a unit, or text that stands for it beside another value. */
export function literalOf({ setting: { chance } }: Spot, unit: Unit): Formula {
  const mark = chance.pick(marks[unit]);
  if (unit === 'money' && chance.once(2)) return { money: mark };
  return mark;
}

/** Ascending marks of a unit, none twice. */
export function ascending(chance: Chance, unit: Unit, most: number): string[] {
  const sorted = [...new Set(marks[unit])].toSorted((a, b) => numberOf(a) - numberOf(b));
  return chance.some(sorted, most);
}

/** Near enough to put marks in order. */
export function numberOf(mark: string): number {
  if (mark.endsWith('%')) return Number(mark.slice(0, -1)) / 100;
  const [n, d = '1'] = mark.split('/');
  return Number(n) / Number(d);
}

/** Whether a metric can be read at the place at all. */
function stands(spot: Spot, { level }: Measure): boolean {
  if (spot.at === 'company') return level === 'company';
  return spot.at === 'stretch' || level !== 'team';
}

function inPart({ part }: Spot, { each }: Measure): boolean {
  return each === undefined || part === undefined || part === 'quarter' || part === 'half';
}

/** A metric read in one of the ways that give the unit. */
export function measured(spot: Spot, unit: Unit): Formula[] {
  const able = measures.filter((one) => stands(spot, one) && inPart(spot, one));
  return able.flatMap((one) => [
    ...(one.unit === unit ? valuesOf(spot, one) : []),
    ...(unit === 'ratio' && one.kind !== 'payout' ? against(spot, one, 'achievement') : []),
    ...(unit === one.unit && one.kind !== 'payout' ? against(spot, one, 'aboveTarget') : []),
  ]);
}

function valuesOf(spot: Spot, one: Measure): Formula[] {
  const { chance } = spot.setting;
  const level = spot.at === 'stretch' && one.level === 'team' && chance.once(4) ? { level: 'company' } : {};
  const since = chance.pick([
    'previousPeriod',
    'sameLastYear',
    { meanOfLast: 2 },
    { meanOfLast: 3 },
  ] as const);
  const options = { ...level, ...duringOf(spot, one) };
  // Changes of payouts, of halves made of quarters, and of other parts than the one at hand are not asked for.
  const simple = one.kind !== 'payout' && !(one.each && spot.part === 'half');
  return [{ metric: one.name, ...options }, ...(simple ? [{ change: one.name, since, ...level }] : [])];
}

function against(spot: Spot, one: Measure, key: 'achievement' | 'aboveTarget'): Formula[] {
  const { chance, planned } = spot.setting;
  const during = duringOf(spot, one);
  const ofPart = (spot.part !== undefined && during.during !== 'whole') || during.during !== undefined;
  if (planned && one.each === undefined && ofPart && during.during !== 'whole') return [];
  const node = { [key]: one.name, ...(one.named && { against: chance.pick(['board', 'plan']) }), ...during };
  return [node as unknown as Formula];
}

function duringOf({ setting, part }: Spot, one: Measure): { during?: string } {
  const { chance } = setting;
  if (part === 'any' || !chance.once(4)) return {};
  if (part === undefined) return { during: chance.pick(one.each ? ['Q1', 'Q2'] : ['first', 'second']) };
  if (!one.each) return { during: 'whole' };
  return { during: chance.pick(['yearToDate', 'whole', 'Q1', 'Q2']) };
}

/** Whether lower values of a formula are better, where a metric says it. */
export function saysLower(formula: Formula): boolean | undefined {
  if (typeof formula !== 'object') return undefined;
  const node = formula as unknown as Record<string, unknown>;
  const name = node['metric'] ?? node['aboveTarget'] ?? node['change'];
  return name === undefined ? undefined : name === 'churn';
}
