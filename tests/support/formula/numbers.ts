import type { Formula } from '../../../src/plan/formula.js';
import { condition } from './conditions.js';
import { curve, matrix, slices } from './shapes.js';
import { below, closed, literalOf, measured, type Spot } from './spot.js';
import type { Unit } from './vocabulary.js';

type Make = () => Formula;
type Choice = readonly [weight: number, make: Make];

/** A random value of a unit that is at home at the spot; never a plain number without a unit. */
export function number(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const choices = spot.depth <= 0 ? [] : compounds(spot, unit);
  if (choices.length === 0 || chance.once(5)) return leaf(spot, unit);
  return drawn(spot, choices);
}

function drawn({ setting: { chance } }: Spot, choices: readonly Choice[]): Formula {
  let left = chance.below(choices.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, make] of choices) {
    if (left < weight) return make();
    left -= weight;
  }
  throw new Error('Nothing was drawn');
}

/** A value, or now and then a plain number that takes its unit from what it stands beside. */
export function beside(spot: Spot, unit: Unit): Formula {
  return spot.setting.chance.once(2) ? literalOf(spot, unit) : number(spot, unit);
}

const STRETCH_FIELDS: Readonly<Record<Unit, readonly string[]>> = {
  ratio: ['factor'],
  money: ['pot'],
  rate: ['salary', 'salary', 'allowance'],
  points: ['score'],
  count: ['visits'],
};

function leaf(spot: Spot, unit: Unit): Formula {
  const { chance, terms, target, unprorated } = spot.setting;
  const own = spot.at === 'stretch' ? STRETCH_FIELDS[unit].map((person) => ({ person })) : [];
  const amount = unit === 'money' ? 'wages' : unit === 'count' ? 'items' : undefined;
  const wages = spot.at === 'person' && amount !== undefined && !unprorated ? [{ person: amount }] : [];
  const able = terms.filter(
    (one) => one.unit === unit && readable(spot, one.at) && (spot.others || one.plain),
  );
  const opportunity =
    spot.at === 'stretch' &&
    ((target === 'year' && unit === 'rate') || (target === 'period' && unit === 'money'))
      ? [{ term: 'target' }]
      : [];
  const read = [...own, ...wages, ...opportunity, ...measured(spot, unit)];
  const named = able.map(({ name }) => ({ term: name }));
  if (named.length > 0 && chance.once(3)) return chance.pick(named);
  if (read.length > 0 && !chance.once(6)) return chance.pick(read);
  return unitLiteral(spot, unit) ?? chance.pick(read);
}

function readable(spot: Spot, at: 'company' | 'stretch'): boolean {
  return at === 'company' || spot.at === 'stretch';
}

/** A number that has its unit by itself. */
function unitLiteral(spot: Spot, unit: Unit): Formula | undefined {
  const { chance } = spot.setting;
  if (unit === 'ratio') return chance.pick(['0%', '50%', '100%', '120%', '37.5%', '12.5%']);
  if (unit === 'money') return { money: chance.pick(['0', '50', '100', '250', '1000', '12.3456']) };
  if (unit === 'count' && (spot.at === 'company' || spot.at === 'person'))
    return spot.others
      ? { peers: 'count', of: '100%', among: 'company' }
      : { product: [{ metric: 'board' }, '1'] };
  if (unit === 'points' && spot.at === 'company') return { total: 'score' };
  return undefined;
}

function compounds(spot: Spot, unit: Unit): Choice[] {
  const { chance } = spot.setting;
  const item = below(spot);
  const list = (one: Spot, most: number): Formula[] => [
    number(one, unit),
    ...chance.list(0, most, () => beside(one, unit)),
  ];
  const whole = closed(spot);
  return [
    [2, () => ({ sum: list(item, 2) })],
    [2, () => ({ difference: list(item, 1) })],
    [1, () => ({ highest: list(whole, 2) })],
    [1, () => ({ lowest: list(whole, 2) })],
    [1, () => ({ mean: list(item, 2) })],
    [3, () => product(spot, unit)],
    [1, () => quotient(spot, unit)],
    [3, () => curve(spot, unit)],
    [1, () => matrix(spot, unit)],
    [2, () => table(spot, unit)],
    [2, () => weighted(spot, unit)],
    [4, () => ({ when: condition(whole), then: number(item, unit), otherwise: beside(item, unit) })],
    [2, () => limit(spot, unit)],
    [1, () => rounded(spot, unit)],
    ...(unit === 'points' || unit === 'count' ? [] : [[1, () => slices(spot, unit)] as const]),
    ...goingThrough(spot, unit),
    ...(spot.others && unit !== 'rate' ? [[3, () => others(spot, unit)] as const] : []),
    ...(spot.at === 'person' && unit !== 'rate' ? [[4, () => proratedOf(spot, unit)] as const] : []),
  ];
}

function product(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const own = number(below(spot), unit);
  const factors = chance.list(1, unit === 'ratio' ? 2 : 1, () =>
    number(closed(spot, { linear: false }), 'ratio'),
  );
  return { product: chance.once(2) ? [own, ...factors] : [...factors, own] };
}

function quotient(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const one = closed(spot, { linear: false });
  if (unit !== 'ratio') return { quotient: [number(one, unit), number(one, 'ratio')] };
  const common = chance.pick(
    spot.at === 'stretch'
      ? (['money', 'rate', 'points', 'count', 'ratio'] as const)
      : (['money', 'ratio'] as const),
  );
  return { quotient: [number(one, common), number(one, common)] };
}

function table(spot: Spot, unit: Unit): Formula {
  if (spot.at !== 'stretch') return number(below(spot), unit);
  const { chance } = spot.setting;
  const of = { person: chance.pick(['grade', 'grade', 'team']) };
  const names = of.person === 'grade' ? ['A', 'B', 'C'] : ['North', 'South', 'West'];
  const listed = chance.once(6) ? names.slice(0, 2) : names;
  const values = Object.fromEntries(
    listed.map((name, index) => [name, index === 0 ? number(below(spot), unit) : beside(below(spot), unit)]),
  );
  return { table: { of, values, ...(chance.once(2) && { otherwise: beside(below(spot), unit) }) } };
}

const WEIGHTS = [['100%'], ['50%', '50%'], ['1/3', '1/3', '1/3'], ['20%', '30%', '50%'], ['60%', '0.4']];

function weighted(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const fields = [{ person: 'mainShare' }, { person: 'otherShare' }];
  const weights: readonly Formula[] = spot.at === 'stretch' && chance.once(4) ? fields : chance.pick(WEIGHTS);
  const items = weights.map((weight) => ({
    weight,
    payout: number(below(spot), unit),
    ...(chance.once(3) && { countsWhen: condition(closed(spot)) }),
  }));
  const last = items.at(-1);
  if (items.length > 1 && last && chance.once(6)) Object.assign(last, { neutralised: 'an outage' });
  const rules =
    unit === 'ratio' ? (['reweight', 'zero', 'target'] as const) : (['reweight', 'zero'] as const);
  return { weighted: items, missing: chance.pick(rules) };
}

function limit(spot: Spot, unit: Unit): Formula {
  const { chance, target } = spot.setting;
  const of = number(closed(spot), unit);
  const ofTarget = (target === 'year' && unit === 'rate') || (target === 'period' && unit === 'money');
  if (ofTarget && spot.at === 'stretch' && chance.once(2))
    return { limit: of, of: 'target', cap: chance.pick(['50%', '100%', '150%']) };
  const end = () => beside(closed(spot), unit);
  const ends = chance.pick([{ floor: end() }, { cap: end() }]);
  if (!chance.once(3)) return { limit: of, ...ends };
  const [floor, cap] = [number(closed(spot), unit), number(closed(spot), unit)];
  // Two numbers of the plan in the wrong order are refused; values may come out in any.
  const plain = [floor, cap].every((one) => typeof one !== 'object' || 'money' in one);
  return { limit: of, floor, ...(!plain && { cap }) };
}

const UNITS_OF_ROUNDING: Readonly<Record<Unit, readonly string[]>> = {
  ratio: ['0.1%', '1%', '5%', '1/3'],
  money: ['0.01', '1', '10'],
  rate: ['0.01', '1', '12'],
  points: ['1', '0.5'],
  count: ['1', '2'],
};

function rounded(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const modes = ['halfUp', 'halfEven', 'halfDown', 'up', 'down', 'floor', 'ceiling'] as const;
  const to = chance.pick(UNITS_OF_ROUNDING[unit]);
  return { round: number(closed(spot), unit), to, mode: chance.pick(modes) };
}

/** Once for every part of the period. */
function goingThrough(spot: Spot, unit: Unit): Choice[] {
  const { chance, parts } = spot.setting;
  if (!spot.linear || spot.part !== undefined) return [];
  const make = (): Formula => {
    const part = chance.pick(parts);
    const give = number(below(spot, { part }), unit);
    // Parts of a whole; a plan cuts the list to as many as it has parts.
    const weights = chance.list(12, 12, () => chance.pick([0, 1, 1, 2, 4]));
    return { each: part, give, ...((unit === 'rate' || chance.once(2)) && { weights }) };
  };
  return [[3, make]];
}

/** What is read of other people: values that are of stretches, of the person, or of money as a rate. */
export function ofOthers(spot: Spot, unit: Unit): Formula {
  const { chance, unprorated } = spot.setting;
  const part = spot.part === undefined ? {} : { part: spot.part };
  const { part: _, ...rest } = spot;
  const inside: Spot = {
    ...rest,
    ...part,
    at: 'stretch',
    linear: false,
    others: false,
    depth: chance.below(2),
  };
  if (unit !== 'money') return number(inside, unit);
  const rates: Formula[] = [{ person: 'pot' }, { person: 'salary' }, { person: 'allowance' }];
  const made: Formula[] = rates.map((rate) => ({ product: [rate, number(inside, 'ratio')] }));
  const plain: Formula[] = [
    ...(unprorated ? [] : [{ person: 'wages' }]),
    ...measured({ ...inside, at: 'stretch' }, 'money'),
  ];
  return chance.pick([...rates, ...made, ...plain]);
}

function others(spot: Spot, unit: Unit): Formula {
  const { chance, terms } = spot.setting;
  const missing = chance.once(4) ? { missing: 'leaveOut' as const } : {};
  const among = spot.at === 'stretch' ? chance.pick(['team', 'company', 'grade']) : 'company';
  const totals: Readonly<Record<string, readonly string[]>> = {
    ratio: ['factor'],
    money: ['salary', 'allowance', 'pot', ...(spot.setting.unprorated ? [] : ['wages'])],
    points: ['score'],
    count: ['visits', ...(spot.setting.unprorated ? [] : ['items'])],
  };
  const named = terms.filter((one) => one.plain && one.unit === unit);
  const folds = ['sum', 'mean', 'lowest', 'highest'] as const;
  const makes: Make[] = [
    () => ({ peers: chance.pick(folds), of: ofOthers(spot, unit), among, ...missing }),
    () => {
      const part = chance.pick(['10%', '50%', '60%', '100%']);
      const count = chance.pick(['up', 'nearest', 'down'] as const);
      const direction = chance.pick(['higher', 'lower'] as const);
      return { meanOfTop: part, of: ofOthers(spot, unit), among, count, direction, ...missing };
    },
    () => ({ total: chance.pick(totals[unit] ?? ['factor']), ...missing }),
    ...named.map(({ name }) => () => ({ result: name, of: { role: 'ceo' } })),
    ...(unit === 'count' ? [() => counted(spot, among)] : []),
  ];
  return chance.pick(makes)();
}

/** A number of people, or a place among them. */
function counted(spot: Spot, among: string): Formula {
  const { chance } = spot.setting;
  const unit = chance.pick(['ratio', 'points', 'count', 'money'] as const);
  if (spot.at === 'company' || chance.once(3)) return { peers: 'count', of: ofOthers(spot, unit), among };
  const ties = chance.pick(['best', 'mean', 'worst'] as const);
  const direction = chance.pick(['higher', 'lower'] as const);
  return { rank: ofOthers(spot, unit), among: chance.pick(['team', 'company']), ties, direction };
}

/** What belongs to stretches, brought up to the person. */
export function proratedOf(spot: Spot, unit: Unit): Formula {
  const { chance, unprorated } = spot.setting;
  const linear = spot.linear && spot.part === undefined;
  const inside = below(spot, { at: 'stretch', linear });
  const inner = unit === 'money' && spot.part === undefined && chance.once(2) ? 'rate' : unit;
  const by = unprorated ? ({ by: 'none', asOf: 'periodEnd' } as const) : ({ by: 'calendarDays' } as const);
  return { prorated: number(inside, inner), ...by };
}
