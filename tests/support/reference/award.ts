import type Fraction from 'fraction.js';
import type { Writing } from '../base.js';
import { countDays } from '../calendar.js';
import type { FlatGate, FlatGoal, FlatModifier, FlatPlan, FlatTable } from '../flat-plan.js';
import { pays } from './curve.js';
import { clamp, exact, ONE, round, ZERO } from './number.js';
import {
  differ,
  direction,
  field,
  isOpen,
  NotKnown,
  read,
  type Stretch,
  stretchesOf,
  type World,
} from './world.js';

/** What a person should get, by the words of the plan language; `undefined` amounts are nobody's. */
export type Expected =
  | { readonly status: 'notEligible' | 'withheld' }
  | {
      readonly status: 'due';
      readonly exact: Fraction;
      readonly rounded: Fraction;
      readonly target: Fraction;
    };

const MINOR: Readonly<Record<string, string>> = { USD: '0.01', JPY: '1', KWD: '0.001' };

/** The flat plan once more, on fraction.js and without steps, outline or memo. */
export function expectedAward(world: World, person: Writing): Expected {
  try {
    const stretches = stretchesOf(world, person);
    return stretches ? due(world, stretches) : { status: 'notEligible' };
  } catch (error) {
    if (error instanceof NotKnown) return { status: 'withheld' };
    throw error;
  }
}

function due(world: World, stretches: readonly Stretch[]): Expected {
  const { document } = world;
  if (differ(world, stretches)) throw new NotKnown('which assignment counts');
  const parts = stretches.map((stretch, index) =>
    partOf(world, stretch, shareOf(document, stretches, index)),
  );
  const counted = parts.filter((part) => part !== undefined);
  const target = total(counted.map((part) => part.target));
  const before = total(counted.map((part) => part.safe)).add(atRisk(document, counted));
  const award = awardLimits(document, before, target, counted);
  const { to, mode } = document.rounding?.award ?? { to: 'currency', mode: 'halfUp' };
  const currency = document.currency ?? String(stretches[0]?.fields['currency']);
  const unit = exact(to === 'currency' ? (MINOR[currency] as string) : to);
  return {
    status: 'due',
    exact: award,
    rounded: round(award, unit, mode),
    target: round(target, unit, mode),
  };
}

/** Days of the stretch over days of the period; unprorated, what stands last counts whole. */
function shareOf({ target, period }: FlatPlan, all: readonly Stretch[], index: number): Fraction {
  if (target.prorate === 'none') return index === all.length - 1 ? ONE : ZERO;
  return exact(`${all[index]?.days}/${countDays(period.start, period.end)}`);
}

/** Everything of one stretch, already times its share. */
interface Part {
  readonly target: Fraction;
  readonly safe: Fraction;
  readonly floor: Fraction;
  readonly openStake: Fraction;
  readonly scored: Fraction;
  readonly closedPay: Fraction;
}

/** A stretch that counts for nothing is not even looked at. */
function partOf(world: World, stretch: Stretch, share: Fraction): Part | undefined {
  if (share.equals(0)) return undefined;
  const { document } = world;
  const { paidAnyway, atLeast, survives } = document.risk ?? {};
  const target = targetOf(document, stretch).mul(share);
  const stake = target.mul(ONE.sub(exact(paidAnyway ?? '0')));
  const closed = planGates(document).find((gate) => !isOpen(world, stretch, gate));
  const kept = !closed || String(survives?.closedGate ?? true) === 'true';
  return {
    target,
    safe: kept ? target.mul(exact(paidAnyway ?? '0')) : ZERO,
    floor: kept ? target.mul(exact(atLeast ?? '0')) : ZERO,
    openStake: closed ? ZERO : stake,
    scored: closed ? ZERO : stake.mul(payoutOf(world, stretch)),
    closedPay: closed ? stake.mul(exact(closed.otherwise ?? '0')) : ZERO,
  };
}

function targetOf({ target, period }: FlatPlan, stretch: Stretch): Fraction {
  if ('amount' in target)
    return exact('money' in target.amount ? target.amount.money : field(stretch, fieldIn(target.amount)));
  const percent = exact(
    typeof target.percent === 'object' ? field(stretch, fieldIn(target.percent)) : target.percent,
  );
  if (target.of !== 'salary') return percent.mul(exact(field(stretch, fieldIn(target.of))));
  return percent.mul(exact(field(stretch, 'salary'))).mul(partOfYear(period));
}

/** Random plans read columns only: no ladders, no tables by category, no earnings file. */
function fieldIn(part: object): string {
  if ('person' in part) return String(part.person);
  throw new Error(`Not a column: ${JSON.stringify(part)}`);
}

/** What the plan says, or its whole months over twelve. */
function partOfYear({ start, end, years }: FlatPlan['period']): Fraction {
  if (years !== undefined) return exact(years);
  return exact(`${Math.round(countDays(start, end) / 30.4)}/12`);
}

function planGates({ gates = [] }: FlatPlan): readonly FlatGate[] {
  return gates.filter((gate) => !gate.closes && !gate.except);
}

function payoutOf(world: World, stretch: Stretch): Fraction {
  const { document } = world;
  const blend = total(document.goals.map((goal) => goalOf(world, stretch, goal).mul(exact(goal.weight))));
  const modified = (document.modifiers ?? []).reduce((value, modifier) => {
    const factor = factorOf(world, stretch, modifier);
    return modifier.how === 'add' ? value.add(factor) : value.mul(factor);
  }, blend);
  const rule = document.rounding?.payout;
  const rounded = rule ? round(modified, exact(rule.to), rule.mode) : modified;
  const { per, floor, cap } = document.limits?.payout ?? {};
  return per === 'segment' ? clamp(rounded, optional(floor), optional(cap)) : rounded;
}

function goalOf(world: World, stretch: Stretch, goal: FlatGoal): Fraction {
  const { gates = [], limits, rounding } = world.document;
  const own = gates.filter(
    ({ closes, except }) =>
      closes?.includes(goal.name ?? '') || (except && !except.includes(goal.name ?? '')),
  );
  const closed = own.find((gate) => !isOpen(world, stretch, gate));
  if (closed) return exact(closed.otherwise ?? '0');
  const paid = clamp(goalPays(world, stretch, goal), optional(goal.floor), optional(goal.cap));
  const limited = clamp(paid, optional(limits?.goal?.floor), optional(limits?.goal?.cap));
  return rounding?.goal ? round(limited, exact(rounding.goal.to), rounding.goal.mode) : limited;
}

function goalPays(world: World, stretch: Stretch, goal: FlatGoal): Fraction {
  if (goal.table) return look(goal.table, field(stretch, goal.person as string));
  const value = read(world, stretch, goal);
  const rule = goal.reads === 'achievement' ? world.document.rounding?.achievement : undefined;
  const of = rule ? round(value, exact(rule.to), rule.mode) : value;
  return goal.curve ? pays(goal.curve, direction(world.document, goal), of) : of;
}

function look({ values, otherwise }: FlatTable, category: string): Fraction {
  const found = Object.hasOwn(values, category) ? values[category] : otherwise;
  if (found === undefined) throw new NotKnown(category);
  return exact(found);
}

function factorOf(world: World, stretch: Stretch, { from, table, curve, within }: FlatModifier): Fraction {
  if (table) return look(table, field(stretch, from.person as string));
  const value = read(world, stretch, from);
  if (curve) return pays(curve, direction(world.document, from), value);
  return clamp(value, optional(within?.[0]), optional(within?.[1]));
}

/** The payout limit binds the sum of what is open; what closed gates pay stands beside it. */
function atRisk(document: FlatPlan, parts: readonly Part[]): Fraction {
  const scored = total(parts.map((part) => part.scored));
  const closedPay = total(parts.map((part) => part.closedPay));
  const { per, floor, cap } = document.limits?.payout ?? {};
  if (per === 'segment') return scored.add(closedPay);
  const stake = total(parts.map((part) => part.openStake));
  return clamp(scored, optional(floor)?.mul(stake), optional(cap)?.mul(stake)).add(closedPay);
}

function awardLimits(
  { limits, risk }: FlatPlan,
  before: Fraction,
  target: Fraction,
  parts: readonly Part[],
): Fraction {
  const floored =
    risk?.atLeast === undefined ? before : clamp(before, total(parts.map((p) => p.floor)), undefined);
  const end = (key: 'floor' | 'cap') => {
    const stated = limits?.award?.[key];
    if (stated === undefined) return undefined;
    if (typeof stated === 'object') return exact(stated.money);
    return limits?.award?.of === 'target' ? exact(stated).mul(target) : exact(stated);
  };
  return clamp(floored, end('floor') ?? ZERO, end('cap'));
}

function optional(literal: string | number | undefined): Fraction | undefined {
  return literal === undefined ? undefined : exact(literal);
}

function total(values: readonly Fraction[]): Fraction {
  return values.reduce((sum, value) => sum.add(value), ZERO);
}
