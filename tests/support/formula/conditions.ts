import type { Comparison, Condition, Formula } from '../../../src/plan/formula.js';
import { number } from './numbers.js';
import { closed, measured, numberOf, type Spot } from './spot.js';
import { marks, type Unit } from './vocabulary.js';

/** A random condition that can be asked at the spot. */
export function condition(spot: Spot): Condition {
  const { chance, terms } = spot.setting;
  const inner = closed(spot, { linear: false });
  const named = terms.filter(
    ({ unit, at, plain }) =>
      unit === 'condition' && (at === 'company' || spot.at === 'stretch') && (plain || spot.others),
  );
  if (named.length > 0 && chance.once(8)) return { term: chance.pick(named).name };
  if (spot.at === 'stretch' && chance.once(6)) return fieldIs(spot);
  if (spot.depth <= 0 || chance.once(2)) return compared(inner);
  const list = () => chance.list(1, 3, () => condition(inner));
  const makes: (() => Condition)[] = [
    () => ({ all: list() }),
    () => ({ any: list() }),
    () => ({ not: condition(inner) }),
    () => atLeastOf(list(), spot),
    () => ({ present: presentOf(spot) }),
  ];
  return chance.pick(makes)();
}

function atLeastOf(of: Condition[], { setting: { chance } }: Spot): Condition {
  return { atLeastOf: 1 + chance.below(of.length), of } as Condition;
}

function fieldIs({ setting: { chance } }: Spot): Condition {
  const choices: Condition[] = [
    { person: 'ready', is: chance.once(2) },
    { person: 'grade', is: chance.pick(['A', 'B']) },
    { person: 'team', is: 'North' },
    { person: 'role', is: 'ceo' },
  ];
  return chance.pick(choices);
}

function presentOf(spot: Spot): Formula {
  const able = (['ratio', 'money'] as const).flatMap((unit) => measured(spot, unit));
  return spot.setting.chance.pick(able);
}

/** A value beside a bound; a node that is compound stands under value. */
function compared(spot: Spot): Condition {
  const { chance } = spot.setting;
  const units: readonly Unit[] =
    spot.at === 'stretch' ? ['ratio', 'money', 'rate', 'points', 'count'] : ['ratio', 'money'];
  const unit = chance.pick(units);
  const value = number(spot, unit);
  const bound = () => (chance.once(4) ? number({ ...spot, depth: 0 }, unit) : chance.pick(marks[unit]));
  const key = chance.pick(['atLeast', 'moreThan', 'atMost', 'lessThan'] as const);
  const comparison: Comparison = chance.once(5) ? { within: range(spot, unit) } : { [key]: bound() };
  const wrapped = typeof value !== 'object' || chance.once(3);
  return { ...(wrapped ? { value } : value), ...comparison } as Condition;
}

function range({ setting: { chance } }: Spot, unit: Unit): readonly [string, string] {
  const [a, b] = [chance.pick(marks[unit]), chance.pick(marks[unit])];
  return numberOf(a) <= numberOf(b) ? [a, b] : [b, a];
}
