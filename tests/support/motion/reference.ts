import type Fraction from 'fraction.js';
import type { AwardLimit, ByCategory, Ladder } from '../../../src/index.js';
import { countDays } from '../calendar.js';
import type { FlatPlan } from '../flat-plan.js';
import { exact, ONE, round, ZERO } from '../reference/number.js';
import { byTime, type Cell, cellsOf, inForceOn, type Leaver } from './days.js';
import { touches, weightsOf } from './weights.js';
import { LAST, type MotionWorld, type Mover, type Stretch } from './world.js';

/** What somebody in motion should get. */
export type Due =
  | { readonly status: 'notEligible' | 'withheld' }
  | {
      readonly status: 'due';
      /** Before limits; a leaver who keeps the safe part alone has no such step. */
      readonly exact: Fraction | undefined;
      readonly amount: Fraction;
      readonly target: Fraction;
    };

const WITHHELD = { status: 'withheld' } as const;
const NOT_ELIGIBLE = { status: 'notEligible' } as const;

/** The words of the plan language about people in motion, day by day on fraction.js. */
export function dueTo({ document, results }: MotionWorld, mover: Mover): Due {
  const { start, end } = document.period;
  const { hired = start, left = LAST } = mover;
  if (hired > end || left < start || hired > left) return NOT_ELIGIBLE;
  const leaver = leaverOf(document, mover);
  if (leaver && 'status' in leaver) return leaver;
  const cells = cellsOf(document, mover, leaver);
  if (cells.length === 0) return NOT_ELIGIBLE;
  const { target } = document;
  if (target.asOf !== undefined && !leaver && cells.at(-1)?.day !== end) return NOT_ELIGIBLE;
  if (target.prorate === undefined && isUnpaid(document, mover, cells)) return WITHHELD;
  if (cells.some(({ decisions }) => decisions.filter(({ kind }) => kind.startsWith('target')).length > 1))
    return WITHHELD;
  const weights = weightsOf(document, mover, cells);
  const parts = cells.map((cell, index) => {
    const opportunity = targetOf(document, mover, cell).mul(weights[index] as Fraction);
    return { opportunity, payout: exact(results[cell.stretch.fields['team'] as string] as string), cell };
  });
  return paid(document, mover, leaver?.results ?? 'actual', parts);
}

/** Nothing earned in the period at all, or corrections greater than what they correct. */
function isUnpaid({ period, target }: FlatPlan, mover: Mover, cells: readonly Cell[]): boolean {
  if (!mover.earnings.some(({ from, to }) => from <= period.end && to >= period.start)) return true;
  const { earnings } = (target as { readonly of: { readonly earnings: readonly string[] } }).of;
  const all = cells.reduce((sum, { day, time }) => sum.add(earnedOn(day, earnings, mover).mul(time)), ZERO);
  return all.lt(0);
}

interface Part {
  readonly opportunity: Fraction;
  readonly payout: Fraction;
  readonly cell: Cell;
}

function paid(document: FlatPlan, mover: Mover, results: Leaver['results'], parts: readonly Part[]): Due {
  const { risk, gates, limits } = document;
  const safe = exact(risk?.paidAnyway ?? 0);
  const open = parts.filter(
    ({ cell }) => results === 'target' || !gates || cell.stretch.fields['rating'] === 'good',
  );
  const survivors = String(risk?.survives?.closedGate ?? true) === 'true' ? parts : open;
  const stake = sum(open).mul(ONE.sub(safe));
  const scored = open
    .reduce(
      (all, { opportunity, payout }) => all.add(opportunity.mul(results === 'target' ? 1 : payout)),
      ZERO,
    )
    .mul(ONE.sub(safe));
  const cap = results === 'target' ? undefined : limits?.payout?.cap;
  const capped = cap === undefined || scored.lte(stake.mul(exact(cap))) ? scored : stake.mul(exact(cap));
  const kept = sum(survivors).mul(safe);
  const award = kept.add(capped);
  const due = { status: 'due', target: cents(sum(parts)) } as const;
  // Who forfeits keeps the safe part and nothing else: no floor and no guarantee lifts it.
  if (results === 'nothing')
    return { ...due, exact: undefined, amount: cents(lowest(kept, moneyOf(limits?.award?.cap))) };
  const limited = highest(lowest(award, moneyOf(limits?.award?.cap)), moneyOf(limits?.award?.floor) ?? ZERO);
  const guarantee = mover.exceptions.find((one) => one.kind === 'guarantee' && touches(document, one));
  return { ...due, exact: award, amount: cents(highest(limited, exact(guarantee?.value ?? 0))) };
}

function moneyOf(limit: AwardLimit['cap']): Fraction | undefined {
  return typeof limit === 'object' ? exact(limit.money) : undefined;
}

function lowest(value: Fraction, cap: Fraction | undefined): Fraction {
  return cap !== undefined && value.gt(cap) ? cap : value;
}

function highest(value: Fraction, floor: Fraction): Fraction {
  return value.lt(floor) ? floor : value;
}

function cents(value: Fraction): Fraction {
  return round(value, exact('0.01'), 'halfUp');
}

function sum(parts: readonly Part[]): Fraction {
  return parts.reduce((all, { opportunity }) => all.add(opportunity), ZERO);
}

const WORDS: Readonly<Record<string, Leaver>> = {
  forfeit: { days: 'served', results: 'nothing' },
  prorate: { days: 'served', results: 'actual' },
  payTarget: { days: 'served', results: 'target' },
  payActual: { days: 'all', results: 'actual' },
  accelerate: { days: 'all', results: 'target' },
};

/** How a leaver is treated; undefined for who stays, and where the plan says nothing of leavers. */
function leaverOf(document: FlatPlan, mover: Mover): Leaver | Due | undefined {
  const { period, payment, eligibility, leavers, risk } = document;
  const { employedAt } = eligibility ?? {};
  const until = employedAt === 'paymentDate' ? (payment?.date as string) : period.end;
  if (mover.left === undefined || mover.left >= until) return undefined;
  const decided = mover.exceptions.find((one) => one.kind === 'treatment' && touches(document, one));
  const listed = leavers?.[mover.leftReason as string] ?? leavers?.['otherwise'];
  const rule = decided?.value ?? listed;
  if (rule === undefined && employedAt !== undefined) return NOT_ELIGIBLE;
  if (rule === undefined) return leavers === undefined ? undefined : WITHHELD;
  const leaver = typeof rule === 'string' ? (WORDS[rule] as Leaver) : rule;
  const survives = String(risk?.survives?.leaving ?? false) === 'true';
  return leaver.results === 'nothing' && !survives ? NOT_ELIGIBLE : leaver;
}

/** Target of an assignment on a day for the whole period, or what was earned on the day. */
function targetOf(document: FlatPlan, mover: Mover, { stretch, day, decisions }: Cell): Fraction {
  const { target } = document;
  const decided = (kind: string) => decisions.find((one) => one.kind === kind)?.value;
  const instead = decided('targetAmount');
  if (instead !== undefined) return exact(instead);
  const years = partOfYear(document);
  const hours = target.hours === 'share' ? exact(stretch.fields['hoursShare'] ?? 1) : ONE;
  if ('amount' in target) return money(target.amount, stretch).mul(hours);
  const percent = exact(decided('targetPercent') ?? ratio(target.percent, stretch));
  const { of } = target;
  if (of === 'salary') {
    const at = target.salaryAt === 'periodEnd' ? document.period.end : target.salaryAt;
    const paidOn = at === undefined ? [stretch] : inForceOn(at, document, mover);
    return percent.mul(byTime(paidOn, (one) => salary(one, target.hours ?? 'share'))).mul(years);
  }
  if ('earnings' in of) return percent.mul(earnedOn(day, of.earnings, mover));
  return percent
    .mul(exact((of as ByCategory).values[stretch.fields['grade'] as string] as string))
    .mul(hours)
    .mul(years);
}

function partOfYear({ period }: FlatPlan): Fraction {
  if (period.years !== undefined) return exact(period.years);
  return exact(`${Math.round(countDays(period.start, period.end) / 30.4)}/12`);
}

/** What is filled counts, the most specific first. */
function ratio(rung: Ladder<string | number>, stretch: Stretch): string {
  if (typeof rung !== 'object') return String(rung);
  const cell = stretch.fields['person' in rung ? rung.person : rung.by] ?? '';
  const value = 'person' in rung ? cell : rung.values[cell];
  return value !== undefined && value !== ''
    ? String(value)
    : ratio(rung.otherwise as Ladder<string>, stretch);
}

function money(rung: Ladder<{ readonly money: string | number }>, stretch: Stretch): Fraction {
  if ('money' in rung) return exact(rung.money);
  const cell = stretch.fields['person' in rung ? rung.person : rung.by] ?? '';
  return cell !== '' ? exact(cell) : money(rung.otherwise as typeof rung, stretch);
}

function salary({ fields }: Stretch, hours: 'share' | 'full'): Fraction {
  const yearly = exact(fields['salary'] as string).mul(exact(fields['salaryTimes'] ?? 1));
  const share = exact(fields['hoursShare'] ?? 1);
  const full = fields['salaryIs'] === 'actual' ? yearly.div(share) : yearly;
  return hours === 'full' ? full : full.mul(share);
}

function earnedOn(day: string, codes: readonly string[], { earnings }: Mover): Fraction {
  return earnings
    .filter(({ code, from, to }) => codes.includes(code) && from <= day && day <= to)
    .reduce((all, { amount, from, to }) => all.add(exact(amount).div(countDays(from, to))), ZERO);
}
