import type Fraction from 'fraction.js';
import type { GateDocument, Literal, MoneyLiteral, PlanDocument } from '../../../src/index.js';
import type { Condition, Formula } from '../../../src/plan/formula.js';
import { clamp, exact, round, ZERO } from '../reference/number.js';
import { NotKnown } from '../reference/world.js';
import { holds } from './condition.js';
import { targetAt, targetOf } from './target.js';
import { worthOf } from './value.js';
import {
  type FormulaWorld,
  known,
  type Model,
  modelOf,
  type Place,
  type Someone,
  shareOf,
  total,
} from './world.js';

/** The award of everybody who takes part, by id; what is not known is why somebody is withheld. */
export function expectedAwards(world: FormulaWorld): Map<string, Fraction | NotKnown> {
  const model = modelOf(world);
  const { document } = world;
  const before = model.everybody.map((person) => known(() => rounded(document, award(model, person))));
  const last = (document.gates ?? []).filter(readsAwards);
  const awards = last.reduce((found, gate) => {
    const place = { model: { ...model, awards: found } };
    return found.map((one) =>
      known(() => {
        if (!isOpen(gate, place)) return ZERO;
        if (one instanceof NotKnown) throw one;
        return one;
      }),
    );
  }, before);
  return new Map(
    model.everybody.map((person, index) => [person.id, reported(model, person, awards[index] as Fraction)]),
  );
}

/** Target opportunity is reported beside every award: nobody is paid without. */
function reported(model: Model, person: Someone, award: Fraction | NotKnown): Fraction | NotKnown {
  const target = known(() => (model.world.document.target ? targetAt({ model, person }) : ZERO));
  return target instanceof NotKnown ? target : award;
}

function rounded({ rounding }: PlanDocument, value: Fraction): Fraction {
  const { to, mode } = rounding?.award ?? { to: 'currency', mode: 'halfUp' };
  return round(value, exact(to === 'currency' ? '0.01' : to), mode);
}

/** Gates that read the awards come last, around what is rounded. */
function readsAwards(gate: GateDocument): boolean {
  return JSON.stringify(gate).includes('"total":"awards"');
}

function isOpen(gate: GateDocument, place: Place): boolean {
  const {
    when,
    value,
    metric,
    person,
    reads,
    during,
    closes,
    except,
    otherwise,
    name,
    source,
    ...comparison
  } = gate;
  if (when !== undefined) return holds(when, place);
  if (value !== undefined) return holds({ value, ...comparison } as Condition, place);
  const options = during === undefined ? comparison : { ...comparison, during };
  if (person !== undefined) return holds({ person, ...comparison } as Condition, place);
  if (reads === 'achievement') return holds({ achievement: metric, ...options } as Condition, place);
  if (reads === 'aboveTarget') return holds({ aboveTarget: metric, ...options } as Condition, place);
  return holds({ metric, ...options } as Condition, place);
}

function award(model: Model, person: Someone): Fraction {
  const { document } = model.world;
  const place: Place = { model, person };
  const value = document.award === undefined ? payout(place, person) : outright(place, document.award);
  const { floor, cap } = document.limits?.award ?? {};
  const end = (stated: Literal | MoneyLiteral | undefined) => {
    if (stated === undefined) return undefined;
    if (typeof stated === 'object') return exact(stated.money);
    return document.limits?.award?.of === 'target' ? exact(stated).mul(targetAt(place)) : exact(stated);
  };
  return clamp(value, end(floor) ?? ZERO, end(cap));
}

/** Money outright; behind a closed gate there is nothing, and nothing is looked at. */
function outright(place: Place, formula: Formula): Fraction {
  const gates = (place.model.world.document.gates ?? []).filter((gate) => !readsAwards(gate));
  return gates.every((gate) => isOpen(gate, place)) ? worthOf(formula, place) : ZERO;
}

/** A ratio of target, stretch by stretch; the payout limit binds the sum of what is open. */
function payout({ model }: Place, person: Someone): Fraction {
  const { document } = model.world;
  const { per, floor, cap } = document.limits?.payout ?? {};
  const parts = person.stretches.map((stretch) => {
    const place: Place = { model, person, stretch };
    const gates = (document.gates ?? []).filter((gate) => !readsAwards(gate));
    const closed = gates.find((gate) => !isOpen(gate, place));
    if (closed && exact(closed.otherwise ?? 0).equals(0)) return { target: ZERO, scored: ZERO, closed: ZERO };
    const target = targetOf(place, stretch).mul(shareOf(model, stretch, undefined));
    if (closed) return { target: ZERO, scored: ZERO, closed: target.mul(exact(closed.otherwise ?? 0)) };
    const value = worthOf(document.payout as Formula, place);
    const bound = per === 'segment' ? clamp(value, optional(floor), optional(cap)) : value;
    return { target, scored: target.mul(bound), closed: ZERO };
  });
  const scored = total(parts.map((part) => part.scored));
  const open = total(parts.map((part) => part.target));
  const limited =
    per === 'segment' ? scored : clamp(scored, optional(floor)?.mul(open), optional(cap)?.mul(open));
  return limited.add(total(parts.map((part) => part.closed)));
}

function optional(literal: Literal | undefined): Fraction | undefined {
  return literal === undefined ? undefined : exact(literal);
}
