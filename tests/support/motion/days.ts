import type Fraction from 'fraction.js';
import type { PopulationRule } from '../../../src/index.js';
import { shift } from '../calendar.js';
import type { FlatPlan } from '../flat-plan.js';
import { exact, ONE, ZERO } from '../reference/number.js';
import { type Decision, LAST, type Mover, type Stretch } from './world.js';

/** One day of one assignment that counts: the smallest thing a person can be paid for. */
export interface Cell {
  readonly day: string;
  readonly stretch: Stretch;
  /** The part of the person's time in the assignment. */
  readonly time: Fraction;
  /** What the day counts where somebody is on leave. */
  readonly leave: Fraction;
  readonly decisions: readonly Decision[];
}

export interface Leaver {
  readonly days: 'served' | 'all';
  readonly results: 'actual' | 'target' | 'nothing';
}

/** Every day of the period that counts for a person, walked one by one. */
export function cellsOf(document: FlatPlan, mover: Mover, leaver: Leaver | undefined): Cell[] {
  const { start, end } = document.period;
  const { hired = start, left = LAST } = mover;
  const own = ownOf(document, mover).filter((one) => belongs(document, one));
  const away = leaveDays(document, mover);
  const cells: Cell[] = [];
  let last: readonly Stretch[] = [];
  for (let day = start; day <= end; day = shift(day, 1)) {
    const employed = day >= hired && day <= left;
    const served = employed ? own.filter((one) => covers(one, day)) : [];
    // Who is paid for all days goes on in the assignments of the day of leaving, if there are any.
    const counted = leaver?.days === 'all' && day > left ? last : served;
    if (employed) last = served;
    const decisions = mover.exceptions.filter(({ from = start, until }) => from <= day && day <= until);
    for (const stretch of counted)
      cells.push({ day, stretch, time: timeIn(stretch), leave: away.get(day) ?? ONE, decisions });
  }
  return cells;
}

/** The assignments of the plan, also those outside its population. */
function ownOf({ plan }: FlatPlan, { stretches }: Mover): readonly Stretch[] {
  return stretches.filter((one) => (one.plan ?? plan) === plan);
}

function covers({ from, to }: Stretch, day: string): boolean {
  return from <= day && day <= to;
}

/** The part of the person's time in an assignment. */
export function timeIn({ share }: Stretch): Fraction {
  return exact(share ?? 1);
}

/**
 * The jobs of a day: those of the plan; where it has none that day those of other plans; on days without any those
 * of the last day before, else of the first day after.
 */
export function inForceOn(day: string, document: FlatPlan, mover: Mover): readonly Stretch[] {
  const own = ownOf(document, mover);
  const before = own.map(({ to }) => to).filter((to) => to < day);
  const latest = before.toSorted().at(-1);
  const first = own.map(({ from }) => from).toSorted()[0];
  const choices = [
    own.filter((one) => covers(one, day)),
    mover.stretches.filter((one) => covers(one, day)),
    own.filter(({ to }) => to === latest),
    own.filter(({ from }) => from === first),
  ];
  return choices.find((some) => some.length > 0) ?? [];
}

/** Something of several jobs at once, by the time in each. */
export function byTime(some: readonly Stretch[], worth: (one: Stretch) => Fraction): Fraction {
  const all = some.reduce((sum, one) => sum.add(timeIn(one)), ZERO);
  return some.reduce((sum, one) => sum.add(worth(one).mul(timeIn(one))), ZERO).div(all);
}

function belongs({ eligibility }: FlatPlan, { fields }: Stretch): boolean {
  return (eligibility?.where ?? []).every((rule) => holds(rule, fields[rule.person] as string));
}

function holds({ is, isNot, within }: PopulationRule, cell: string): boolean {
  if (is !== undefined) return [is].flat().includes(cell);
  if (isNot !== undefined) return ![isNot].flat().includes(cell);
  const [least, most] = within as readonly [string, string];
  return exact(cell).gte(exact(least)) && exact(cell).lte(exact(most));
}

/** What each day of leave counts, by its day of the leave, which goes on over rows of one type. */
function leaveDays({ period, leave: rules }: FlatPlan, { leave }: Mover): Map<string, Fraction> {
  const counts = new Map<string, Fraction>();
  const first = leave.map(({ from }) => from).toSorted()[0];
  if (!rules || first === undefined) return counts;
  let before: string | undefined;
  let dayOfLeave = 0;
  for (let day = first; day <= period.end; day = shift(day, 1)) {
    const type = leave.find(({ from, to }) => from <= day && day <= to)?.type;
    dayOfLeave = type === before ? dayOfLeave + 1 : 1;
    before = type;
    if (type === undefined) continue;
    const rule = rules[type] ?? rules['otherwise'];
    if (!rule) throw new Error(`No rule for ${type}`);
    counts.set(day, dayOfLeave >= Number(rule.fromDay ?? 1) ? exact(rule.counts) : ONE);
  }
  return counts;
}
