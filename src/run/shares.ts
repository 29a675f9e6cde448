import { percentText } from '../concepts/check.js';
import { numberOf } from '../concepts/concept.js';
import type { ReadCell } from '../concepts/population.js';
import { prorationOf } from '../concepts/proration.js';
import type { Segment } from '../concepts/segment.js';
import { toExactText } from '../num/decimal.js';
import { add, compare, divide, multiply, ONE, type Ratio, ratio, reduce, ZERO } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { DaysTable, WholeMonths } from '../plan/people-rules.js';
import { isFault, type Value } from '../program/value.js';
import { addDays, type Day, later } from '../time/day.js';
import { amountOf, type DayCount, monthAfterLast, monthOfFirst, positionOf } from '../time/day-count.js';
import { daysIn, overlap, type Period } from '../time/period.js';
import type { Words } from '../words/words.js';
import type { Participant } from './bind-people.js';
import { workingDayShares } from './working-days.js';

/** What a segment weighs, and in words how that was counted. */
export interface Share {
  readonly value: Value;
  readonly text: string;
}

/** Counts the segments of one person by the method of the plan, before leave and shares of time. */
export type CountDays = (participant: Counted) => readonly Share[];

/** How cells are read, and the words for what was counted. */
export interface Counting {
  readonly read: ReadCell;
  readonly words: Words;
}

/** What of a person is needed to count days. */
export type Counted = Pick<Participant, 'person' | 'segments' | 'exceptions' | 'decided'>;

/**
 * What each segment of a person weighs: its share of the period, times what leave on its days counts, times the
 * share of time of one of several assignments at once. Cutting a segment in two changes nothing in all.
 *
 * Formula:  calendarDays: days ÷ days of the period; act/act, 30/360 and calendarMonths: their amount of the
 *           segment ÷ that of the period; wholeMonths: whole months after snapping ÷ months of the period;
 *           workingDays: weights ÷ weights of the period; table: the share of the person's eligible days, spread
 *           over the segments by days; none: 1 on the last day's assignment; earned: 1 each. An exception to
 *           proration scales all of it to the share it states
 */
export function sharesOf(
  document: PlanDocument,
  { read, words }: Counting,
  method = prorationOf(document),
): CountDays {
  const count = countOf(document, method, { read, words });
  const inPart = method !== 'none' && method !== 'earned';
  return (participant) => {
    const shares = count(participant).map((share, index) =>
      weighed(share, participant.segments[index] as Segment, inPart, words),
    );
    const decided = participant.exceptions.find((one) => one.kind === 'proration');
    const stated = decided && participant.decided.get(decided);
    return stated === undefined ? shares : scaled(shares, participant.segments, stated, words);
  };
}

/**
 * How the segments of a person lie in a part of the period.
 *
 * Formula:  share of the part ÷ share of the period, each of the segment by itself, before leave and shares of time,
 *           which are the same in both; a segment that counts nothing in the period counts by its days
 */
export function partSharesOf(
  document: PlanDocument,
  counting: Counting,
  method: Method,
): (participant: Counted, part: Period) => readonly Value[] {
  const whole = countOf(document, method, counting);
  const days = byDays(daysIn(document.period), counting.words);
  return (participant, part) => {
    const inside = participant.segments.map((segment) =>
      overlap({ start: segment.from, end: segment.to }, part),
    );
    const clipped = participant.segments.flatMap((segment, index) => {
      const own = inside[index];
      return own ? [{ ...segment, from: own.start, to: own.end, days: daysIn(own) }] : [];
    });
    const within = { ...participant, segments: clipped };
    const counts = [
      whole(participant),
      countOf({ ...document, period: part }, method, counting)(within),
    ] as const;
    const byDay = [days(participant), byDays(daysIn(part), counting.words)(within)] as const;
    let at = -1;
    return inside.map((own, index) => {
      if (!own) return ZERO;
      at += 1;
      const [all, some] = weighs(counts[0][index] as Share) ? counts : byDay;
      const [of, share] = [(all[index] as Share).value, (some[at] as Share).value];
      if (isFault(of)) return of;
      return isFault(share) ? share : reduce(divide(share as Ratio, of as Ratio));
    });
  };
}

type Method = ReturnType<typeof prorationOf>;

function countOf(document: PlanDocument, method: Method, counting: Counting): CountDays {
  const { words } = counting;
  if (method === 'calendarDays') return byDays(daysIn(document.period), words);
  if (method === 'none') return onLastDay(words);
  if (method === 'earned') return ({ segments }) => segments.map(() => EARNED);
  if (typeof method === 'string') return byPosition(method, document, words);
  if ('wholeMonths' in method) return byMonths(method, document, words);
  return 'table' in method ? byTable(method, words) : workingDayShares(method, document, counting);
}

const EARNED: Share = { value: ONE, text: '' };

/** Kept as days of days, which explanations show; the whole period is 1, which costs nothing to multiply by. */
function byDays(periodDays: number, { shares: told }: Words): CountDays {
  const whole: Share = { value: ONE, text: told.all };
  const all = String(periodDays);
  return ({ segments }) =>
    segments.map(({ days }) =>
      days === periodDays
        ? whole
        : { value: ratio(BigInt(days), BigInt(periodDays)), text: told.days(String(days), all) },
    );
}

function onLastDay({ shares: told }: Words): CountDays {
  const counts: Share = { value: ONE, text: told.notProrated };
  return ({ segments }) => {
    const last = segments.reduce((latest, { to }) => later(latest, to), '');
    return segments.map(({ to }) => (to === last ? counts : { value: ZERO, text: told.notLast }));
  };
}

function byPosition(method: DayCount, { period }: PlanDocument, words: Words): CountDays {
  const { shares: told } = words;
  const position = positionOf(method);
  const whole = amountOf(position, period);
  const months = multiply(whole, ratio(12));
  return ({ segments }) =>
    segments.map(({ from, to }) => {
      const value = reduce(divide(amountOf(position, { start: from, end: to }), whole));
      return {
        value,
        text: isOne(value) ? told.all : told.by(partText(value, method, months, words), method),
      };
    });
}

/** A part of the period, in days of 30 or months where that is what is counted. */
function partText(value: Ratio, method: string, months: Ratio, { shares: told, number }: Words): string {
  const all = multiply(months, ratio(method === '30/360' ? 30 : 1));
  if (method === 'act/act' || all.n % all.d !== 0n) return told.ofPeriod(number(toExactText(value)));
  const counted = method === '30/360' ? told.days : told.months;
  return counted(number(toExactText(multiply(value, all))), number(toExactText(all)));
}

function isOne({ n, d }: Ratio): boolean {
  return n === d;
}

/** The ends of a stretch without a gap are snapped by their own rules, a change inside it as a beginning. */
function byMonths(
  { wholeMonths }: WholeMonths,
  { period }: PlanDocument,
  { shares: told }: Words,
): CountDays {
  const [startBy, endFrom] = [wholeMonths.startBy, wholeMonths.endFrom].map((day) =>
    Number(numberOf(day).n),
  ) as [number, number];
  const all = monthAfterLast(period.end, 31) - monthOfFirst(period.start, 1);
  return ({ segments }) => {
    const stretches = stretchesOf(segments);
    return segments.map(({ from, to }) => {
      const stretch = stretches.find(({ end }) => from <= end) as Period;
      const first = monthOfFirst(stretch.start, startBy);
      const last = Math.max(first, monthAfterLast(stretch.end, endFrom));
      const at = (day: Day) => Math.min(Math.max(monthOfFirst(day, startBy), first), last);
      const months = (to < stretch.end ? at(addDays(to, 1)) : last) - at(from);
      return { value: ratio(months, all), text: told.months(String(months), String(all)) };
    });
  };
}

/** The stretches of days without a gap that segments make up. */
function stretchesOf(segments: readonly Segment[]): Period[] {
  const stretches: Period[] = [];
  for (const { from, to } of segments.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1);
    if (last && from <= addDays(last.end, 1))
      stretches[stretches.length - 1] = { start: last.start, end: later(last.end, to) };
    else stretches.push({ start: from, end: to });
  }
  return stretches;
}

/** The share for all eligible days of the person, spread over the segments by their days. */
function byTable({ table }: DaysTable, { shares: told, number }: Words): CountDays {
  const rows = table.map(([days, share]) => [numberOf(days), numberOf(share)] as const);
  return ({ segments }) => {
    const days = segments.map((segment) => multiply(ratio(segment.days), partOf(segment)));
    const counted = days.reduce(add, ZERO);
    const reached = rows.findLast(([least]) => compare(counted, least) >= 0)?.[1] ?? ZERO;
    const perDay = counted.n === 0n ? ZERO : divide(reached, counted);
    return segments.map((segment) => ({
      value: multiply(ratio(segment.days), perDay),
      text: told.table(number(percentText(reached)), number(toExactText(counted)), String(segment.days)),
    }));
  };
}

/** What the days of a segment count: of leave in part, of one of several assignments its share. */
function partOf({ leave, time = ONE }: Segment): Ratio {
  return leave === undefined ? time : multiply(time, leave.counts);
}

function weighed(
  { value, text }: Share,
  { leave, time = ONE }: Segment,
  inPart: boolean,
  { shares: told, number }: Words,
): Share {
  if (isFault(value) || (leave === undefined && time === ONE)) return { value, text };
  const counts = leave === undefined || !inPart ? ONE : leave.counts;
  const words = [
    text !== '' && text,
    counts !== ONE && told.leave(number(percentText(counts)), String(leave?.type)),
    time !== ONE && told.time(number(percentText(time))),
  ];
  return {
    value: multiply(multiply(value as Ratio, counts), time),
    text: words.filter((word) => word !== false).join(' × '),
  };
}

/**
 * The share an exception states, spread over the segments as they count without it; by their days, where none of
 * them would count.
 */
function scaled(
  shares: readonly Share[],
  segments: readonly Segment[],
  stated: Ratio,
  { shares: told, number }: Words,
): readonly Share[] {
  const numbers = shares.map(({ value }) => value).filter((value): value is Ratio => !isFault(value));
  if (numbers.length < shares.length) return shares;
  const counts = numbers.some(({ n }) => n !== 0n);
  const keys = counts ? numbers : segments.map(({ days, time = ONE }) => multiply(ratio(days), time));
  const all = keys.reduce(add, ZERO);
  return keys.map((key) => {
    const part = reduce(divide(key, all));
    const text = told.exception(number(percentText(stated)));
    return {
      value: reduce(multiply(part, stated)),
      text: isOne(part) ? text : `${text} × ${number(toExactText(part))}`,
    };
  });
}

/** Whether a segment counts for anything; a share that could not be counted is of consequence, too. */
export function weighs({ value }: Share): boolean {
  return isFault(value) || typeof value !== 'object' || value.n !== 0n;
}
