import { partialDays } from '../concepts/leave.js';
import type { Earning } from '../data/earnings.js';
import type { PayException } from '../data/exceptions.js';
import type { Leave } from '../data/leave.js';
import type { PersonRecord } from '../data/records.js';
import { toExactText } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { add, multiply, type Ratio, ratio, ZERO } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import { exceptionsFor, isInForce } from '../run/exceptions.js';
import { addDays, earlier, later } from '../time/day.js';
import { daysIn, overlap, type Period } from '../time/period.js';
import { type Cause, cause } from './cause.js';
import { sameNumber, sameText } from './same.js';
import type { Side } from './side.js';

/** Rows of leave that differ, where the days that count differ by them. */
export function leaveCauses(before: Side, now: Side): Cause[] {
  if (!before.participant || !now.participant) return [];
  const [old, own] = [before.records.leaves, now.records.leaves];
  const matters = [before, now].some(
    ({ plan: { document } }) => leaveAsRead(old, document) !== leaveAsRead(own, document),
  );
  if (!matters) return [];
  return changedRows(old, own, ({ type }) => type, leaveText).map(([type, words, row]) =>
    cause('leave', `leave ${type}`, { ...words, at: row?.at }),
  );
}

function leaveText({ from, to }: Leave): string {
  return `${from} to ${to ?? 'further notice'}`;
}

/** The days of the period that count in part, as text: rows that follow each other are one. */
function leaveAsRead(leaves: readonly Leave[], document: PlanDocument): string {
  const { start, end } = document.period;
  const merged: { from: string; to: string; counts: string }[] = [];
  const days = partialDays(leaves, document).days.map(({ from, to, counts }) => ({
    from: later(from, start),
    to: earlier(to ?? end, end),
    counts: toExactText(counts),
  }));
  for (const one of days
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && last.counts === one.counts && addDays(last.to, 1) === one.from) last.to = one.to;
    else merged.push({ ...one });
  }
  return JSON.stringify(merged);
}

/** Codes of earnings whose sum in the period differs, or whose days do. */
export function earningsCauses(before: Side, now: Side): Cause[] {
  if (!before.participant || !now.participant) return [];
  const codes = [...new Set([...before.reads.codes, ...now.reads.codes])];
  return codes.flatMap((code) => {
    const [old, own] = [earnedBy(before, code), earnedBy(now, code)];
    const at = changedRows(old.rows, own.rows, () => code, earnedText)[0]?.[2]?.at;
    if (old.sum !== own.sum)
      return [cause('earnings', `earnings ${code}`, { before: old.sum, now: own.sum, at })];
    return old.days === own.days ? [] : [cause('earnings', `days of earnings ${code}`, { at })];
  });
}

function earnedText({ amount, currency, from, to }: Earning): string {
  return `${amount} ${currency} ${from} to ${to}`;
}

/** What was earned under a code in the period: rows that reach over its edge count by their days. */
function earnedBy({ records, inputs, plan: { document } }: Side, code: string) {
  const decimal = inputs.earnings?.decimal ?? '.';
  const rows = records.earnings.filter((row) => row.code === code && overlap(daysOf(row), document.period));
  const amounts = rows.map((row) => {
    const read = readLiteral(row.amount, { decimal });
    return { row, amount: isNumber(read) ? within(read.value, daysOf(row), document.period) : ZERO };
  });
  const days = amounts.map(({ row, amount }) => `${toExactText(amount)} ${row.from} ${row.to}`).toSorted();
  const sum =
    rows.length === 0 ? undefined : toExactText(amounts.map(({ amount }) => amount).reduce(add, ZERO));
  return { rows, sum, days: days.join('|') };
}

function daysOf({ from, to }: Earning): Period {
  return { start: from, end: to };
}

function within(amount: Ratio, days: Period, period: Period): Ratio {
  const shared = overlap(days, period);
  return shared ? multiply(amount, ratio(daysIn(shared), daysIn(days))) : ZERO;
}

/** Exceptions for the plan and its period that differ in what they set or in their days. */
export function exceptionCauses(before: Side, now: Side): Cause[] {
  const same = sameNumber({
    before: before.inputs.exceptions?.decimal ?? '.',
    now: now.inputs.exceptions?.decimal ?? '.',
  });
  const isSame = (a: PayException, b: PayException) =>
    (a.kind === 'treatment' ? sameText : same)(a.value, b.value) &&
    [a.kind, a.currency, a.from, a.until].join() === [b.kind, b.currency, b.from, b.until].join();
  const [old, own] = [inForce(before), inForce(now)];
  const gone = old.filter((one) => !own.some((other) => isSame(one, other)));
  const added = own.filter((one) => !old.some((other) => isSame(other, one)));
  return changedRows(gone, added, ({ kind }) => kind, decisionText).map(([kind, words, row]) =>
    cause('exception', `exception ${kind}`, { ...words, at: row?.at }),
  );
}

/** A treatment changes nothing for who did not leave. */
function inForce({ records, person, plan: { document } }: Side): readonly PayException[] {
  const own = exceptionsFor(records.exceptions, document).filter((one) => isInForce(one, document));
  return own.filter(({ kind }) => kind !== 'treatment' || person.left !== undefined);
}

function decisionText({ value, currency, from, until }: PayException): string {
  const amount = currency === undefined ? String(value) : `${value} ${currency}`;
  return `${amount} ${from === undefined ? '' : `from ${from} `}until ${until}`;
}

type Words = Pick<Cause, 'before' | 'now'>;

/** Rows that only one side has, by their key, the old paired with the new in their order; and the row to look at. */
function changedRows<R extends PersonRecord>(
  before: readonly R[],
  now: readonly R[],
  keyOf: (row: R) => string,
  textOf: (row: R) => string,
): (readonly [key: string, words: Words, row: R | undefined])[] {
  const without = (rows: readonly R[], others: readonly R[]) => {
    const known = new Set(others.map((row) => JSON.stringify([keyOf(row), textOf(row)])));
    return rows.filter((row) => !known.has(JSON.stringify([keyOf(row), textOf(row)])));
  };
  const [gone, added] = [without(before, now), without(now, before)];
  const keys = [...new Set([...gone, ...added].map(keyOf))];
  return keys.flatMap((key) => {
    const [old, own] = [gone, added].map((rows) => rows.filter((row) => keyOf(row) === key)) as [R[], R[]];
    return Array.from({ length: Math.max(old.length, own.length) }, (_, index) => {
      const [left, right] = [old[index], own[index]];
      const words = { ...(left && { before: textOf(left) }), ...(right && { now: textOf(right) }) };
      return [key, words, right] as const;
    });
  });
}
