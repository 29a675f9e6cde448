import type {
  GateDocument,
  MetricDocument,
  PartName,
  PlanDocument,
  TargetDocument,
} from '../../../src/index.js';
import type { Formula } from '../../../src/plan/formula.js';
import type { Chance } from './chance.js';
import { condition } from './conditions.js';
import { number, proratedOf } from './numbers.js';
import { partsNamed } from './parts.js';
import type { RandomTerm, Setting, Spot } from './spot.js';
import { fields, type Measure, measures } from './vocabulary.js';

interface Periods {
  readonly period: PlanDocument['period'];
  readonly periods: Readonly<Record<string, { readonly start: string; readonly end: string }>>;
}

/** A year, a fiscal year, a leap year and a half; each with two parts of its own, which leave days out in one. */
const PERIODS: readonly Periods[] = [
  {
    period: { start: '2026-01-01', end: '2026-12-31' },
    periods: {
      first: { start: '2026-01-01', end: '2026-04-30' },
      second: { start: '2026-05-01', end: '2026-12-31' },
    },
  },
  {
    period: { start: '2025-12-01', end: '2026-11-30' },
    periods: {
      first: { start: '2025-12-01', end: '2026-05-31' },
      second: { start: '2026-06-01', end: '2026-11-30' },
    },
  },
  {
    period: { start: '2024-01-01', end: '2024-12-31' },
    periods: {
      first: { start: '2024-02-01', end: '2024-03-10' },
      second: { start: '2024-03-11', end: '2024-10-31' },
    },
  },
  {
    period: { start: '2026-01-01', end: '2026-06-30' },
    periods: {
      first: { start: '2026-01-01', end: '2026-02-28' },
      second: { start: '2026-03-01', end: '2026-06-30' },
    },
  },
];

/** A random plan whose units and places fit: the library must accept it. */
export function planBy(chance: Chance): PlanDocument {
  const { period, periods } = chance.pick(PERIODS);
  const paysOut = chance.once(4);
  const unprorated = chance.once(8);
  const target = paysOut || chance.once(3) ? targetBy(chance, unprorated) : undefined;
  const parts: PartName[] = chance.once(5) ? ['month', 'part'] : ['quarter', 'quarter', 'half', 'part'];
  const setting: Setting = {
    chance,
    terms: [],
    planned: chance.once(3),
    unprorated,
    parts,
    ...(target && { target: 'percent' in target ? 'year' : 'period' }),
  };
  const terms = termsBy(setting);
  const full = { ...setting, terms: terms.map(({ term }) => term) };
  const document = {
    plan: 'formula',
    version: 1,
    currency: 'USD',
    period,
    periods,
    fields,
    metrics: {},
    ...(target && { target }),
    terms: Object.fromEntries(terms.map(({ term, formula }) => [term.name, formula])),
    ...(paysOut ? payoutBy(full) : awardBy(full)),
  };
  return fitted(document as PlanDocument, setting);
}

function targetBy(chance: Chance, unprorated: boolean): TargetDocument {
  const prorate = unprorated
    ? ({ prorate: 'none', asOf: 'periodEnd' } as const)
    : ({ prorate: 'calendarDays' } as const);
  if (chance.once(2))
    return { percent: chance.pick(['10%', '1/3', { person: 'targetPercent' }]), of: 'salary', ...prorate };
  return { amount: chance.pick([{ money: '1000' }, { person: 'targetAmount' }]), ...prorate };
}

interface NamedTerm {
  readonly term: RandomTerm;
  readonly formula: Formula;
}

/** Named formulas, each made of those before it; usable in every part. */
function termsBy(setting: Setting): NamedTerm[] {
  const known: NamedTerm[] = [];
  for (let index = setting.chance.below(4); index > 0; index -= 1) {
    const terms = known.map(({ term }) => term);
    known.push(termBy({ ...setting, terms }, `t${known.length + 1}`));
  }
  return known;
}

function termBy(setting: Setting, name: string): NamedTerm {
  const { chance } = setting;
  const unit = chance.pick(['ratio', 'ratio', 'money', 'rate', 'points', 'condition'] as const);
  const at = unit === 'rate' || unit === 'points' || chance.once(2) ? 'stretch' : 'company';
  const plain = !chance.once(3);
  const depth = 1 + chance.below(2);
  const spot: Spot = { setting, at, part: 'any', linear: false, others: !plain, depth };
  const formula = unit === 'condition' ? condition(spot) : number(spot, unit);
  return { term: { name, unit, at, plain }, formula };
}

function spotFor(setting: Setting, at: Spot['at'], depth: number): Spot {
  return { setting, at, linear: true, others: true, depth };
}

/** Money outright: always something that is prorated, beside or inside of what is of the person. */
function awardBy(setting: Setting): Partial<PlanDocument> {
  const { chance } = setting;
  const spot = spotFor(setting, 'person', 2 + chance.below(3));
  const main = proratedOf(spot, 'money');
  const makes: (() => Formula)[] = [
    () => main,
    () => main,
    () => ({ sum: [main, number({ ...spot, depth: 2 }, 'money')] }),
    () => ({ limit: main, cap: number({ ...spot, depth: 1 }, 'money') }),
    () => ({ when: condition({ ...spot, depth: 1 }), then: main, otherwise: 0 }),
    () => ({ product: [main, number({ ...spot, depth: 1, linear: false }, 'ratio')] }),
  ];
  const gates = chance.list(0, chance.once(2) ? 2 : 0, () => gateBy(setting, 'company', {}));
  return { award: chance.pick(makes)(), ...around(setting, gates) };
}

/** A ratio of target, with what the flat form puts around it. */
function payoutBy(setting: Setting): Partial<PlanDocument> {
  const { chance } = setting;
  const gates = chance.list(0, chance.once(2) ? 2 : 0, () =>
    gateBy(setting, 'stretch', chance.once(2) ? { otherwise: chance.pick(['0%', '25%', '1/3']) } : {}),
  );
  return {
    payout: number(spotFor(setting, 'stretch', 2 + chance.below(3)), 'ratio'),
    ...around(setting, gates),
  };
}

function gateBy(setting: Setting, at: 'company' | 'stretch', closed: GateDocument): GateDocument {
  const { chance } = setting;
  const last = { value: { total: 'awards' }, atMost: { money: chance.pick(['100', '1000', '5000']) } };
  if (chance.once(4)) return last;
  return { when: condition({ ...spotFor(setting, at, 1), linear: false }), ...closed };
}

function around({ chance, target }: Setting, gates: readonly GateDocument[]): Partial<PlanDocument> {
  const awards = [
    { cap: { money: '700' } },
    { floor: { money: '-100' } },
    { floor: { money: '50.0051' } },
    ...(target
      ? [
          { cap: '150%', of: 'target' as const },
          { floor: '20%', of: 'target' as const },
        ]
      : []),
  ];
  const payout = chance.pick([
    { cap: '110%' },
    { floor: '25%' },
    { floor: '-20%', cap: '150%', per: 'segment' as const },
  ]);
  const limits = {
    ...(chance.once(2) && { award: chance.pick(awards) }),
    ...(target && chance.once(3) && { payout }),
  };
  const rounding = {
    award: { to: chance.pick(['1', '0.05']), mode: chance.pick(['halfUp', 'up', 'halfEven'] as const) },
  };
  return {
    ...(gates.length > 0 && { gates }),
    ...(Object.keys(limits).length > 0 && { limits }),
    ...(chance.once(6) && { rounding }),
  };
}

/** The plan with the metrics, fields, terms and weights that it has a use for. */
function fitted(document: PlanDocument, { chance, planned }: Setting): PlanDocument {
  const { terms = {}, limits, ...rest } = document;
  const used = usedTerms(document);
  const kept = Object.entries(terms).filter(([name]) => used.has(name));
  const { payout, ...others } = limits ?? {};
  const bounds = document.award === undefined ? limits : others;
  const trimmed = {
    ...rest,
    ...(kept.length > 0 && { terms: Object.fromEntries(kept) }),
    ...(bounds && Object.keys(bounds).length > 0 && { limits: bounds }),
  } as PlanDocument;
  const sized = weighted(trimmed, trimmed) as PlanDocument;
  const text = JSON.stringify(sized);
  const metrics = measures
    .filter(({ name }) => text.includes(`"${name}"`))
    .map((one) => [one.name, metricBy(chance, one, planned, sized)]);
  return { ...sized, metrics: Object.fromEntries(metrics) };
}

/** Terms that the plan reads, also through other terms. */
function usedTerms({ terms = {}, ...rest }: PlanDocument): Set<string> {
  const found = new Set<string>();
  const look = (text: string) => {
    for (const name of Object.keys(terms)) {
      if (found.has(name) || !new RegExp(`"(term|result)":"${name}"`).test(text)) continue;
      found.add(name);
      look(JSON.stringify(terms[name]));
    }
  };
  look(JSON.stringify(rest));
  return found;
}

/** As many weights as there are parts. */
function weighted(value: unknown, document: PlanDocument): unknown {
  if (Array.isArray(value)) return value.map((one) => weighted(one, document));
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, weighted(one, document)]));
  if (!('give' in node) || !Array.isArray(node['weights'])) return node;
  const count = partsNamed(document, node['each'] as PartName).length;
  const wishes = (node['weights'] as number[]).slice(0, count);
  const sum = wishes.reduce((all, one) => all + one, 0);
  return { ...node, weights: wishes.map((one) => (sum === 0 ? `1/${count}` : `${one}/${sum}`)) };
}

function metricBy(chance: Chance, one: Measure, planned: boolean, document: PlanDocument): MetricDocument {
  const { kind, level, each, unit, lower, named } = one;
  const parts = each === undefined ? [] : partsNamed(document, each).map(({ name }) => name);
  const able = one.marks.filter((mark) => /^[1-9]/.test(mark));
  const target = () =>
    each === undefined
      ? chance.pick(able)
      : Object.fromEntries(parts.map((part) => [part, chance.pick(able)]));
  const ways =
    unit === 'money' || unit === 'count' ? (['sum', 'last', 'mean'] as const) : (['last', 'mean'] as const);
  const formulas = lower ? (['target/value', '2 - value/target'] as const) : (['value/target'] as const);
  return {
    kind,
    level,
    ...(unit === 'money' && { currency: 'USD' }),
    ...(kind !== 'payout' && { achievement: chance.pick(formulas) }),
    ...(each && { each, accumulates: chance.pick(ways) }),
    ...(planned && kind !== 'payout' && !named && { target: target() }),
    ...(planned && named && { targets: { board: target(), plan: target() } }),
  } as MetricDocument;
}
