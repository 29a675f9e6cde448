import type { Issue } from '../issue/issue.js';
import { addDays, type Day } from '../time/day.js';
import type { Assignment, Employment } from './people.js';
import { beside, gap, overlap } from './people-issues.js';
import { sharesOf } from './shares.js';

/** Whose assignments they are, as far as it matters for their days. */
export interface Whose extends Pick<Employment, 'hired' | 'left'> {
  readonly id: string;
}

/** The assignments of a person with their days, in order, and what was found. */
export interface Timeline {
  readonly assignments: readonly Assignment[];
  readonly faults: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/**
 * The days of each assignment. One without an end lasts until the day before the next one begins, of those that
 * share a plan with it: the end is written into it. Assignments that share no plan do not meet.
 *
 * Issues:   people.assignment.gap, people.assignment.overlap, people.plans.beside, people.share.above, people.share.below
 */
export function timelineOf(whose: Whose, read: readonly Assignment[], decimal: '.' | ','): Timeline {
  if (read.length < 2 && read[0]?.share === undefined) return { assignments: read, faults: [], warnings: [] };
  const sorted = read.toSorted(byStart);
  const ends = impliedEnds(viewsOf(sorted));
  const assignments = sorted.map((one) => {
    const to = ends.get(one);
    return to === undefined ? one : { ...one, to };
  });
  const views = viewsOf(assignments);
  const overlapping = views.map(({ rows }) => firstOverlap(rows)).find((one) => one !== undefined);
  const shares = sharesOf(whose, views, decimal);
  const cut = new Set(assignments.filter((one, index) => one.to !== sorted[index]?.to));
  return {
    assignments,
    faults: [...(overlapping ? [overlap(whose.id, overlapping)] : []), ...shares.faults],
    warnings: [
      ...gapsOf(whose, [{ rows: assignments }, ...views]),
      ...views.flatMap((view) => lostEnds(whose, view, cut)),
      ...shares.warnings,
      ...goingOn(whose, assignments),
    ],
  };
}

/** True when two assignments without a day to part them meet in some plan, and do not share the time. */
export function isUndatedTwice(assignments: readonly Assignment[]): boolean {
  const undated = assignments.filter((one) => one.from === undefined);
  const isTwice = ({ rows }: View) => rows.length > 1 && rows.some((one) => one.share === undefined);
  return undated.length > 1 && viewsOf(undated).some(isTwice);
}

/** Assignments as a plan sees them, in order. */
export interface View {
  /** Absent for plans that nobody names. */
  readonly plan?: string;
  readonly rows: readonly Assignment[];
}

/**
 * A view for every plan that some assignment names, and one for the others. Without `plans` an assignment is in
 * every view; so is one with an empty list of them, as it ends the others.
 */
function viewsOf(assignments: readonly Assignment[]): View[] {
  const named = new Set(assignments.flatMap(({ plans }) => plans ?? []));
  const isSeen = ({ plans = [] }: Assignment, plan?: string) =>
    plans.length === 0 || (plan !== undefined && plans.includes(plan));
  const others = named.size === 0 ? assignments : assignments.filter((one) => isSeen(one));
  const byPlan = [...named].map((plan) => ({ plan, rows: assignments.filter((one) => isSeen(one, plan)) }));
  return [{ rows: others }, ...byPlan];
}

function byStart({ from: a = '' }: Assignment, { from: b = '' }: Assignment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day before the next assignment begins, for each that has no end; the earliest of all plans. */
function impliedEnds(views: readonly View[]): Map<Assignment, Day> {
  const ends = new Map<Assignment, Day>();
  for (const { rows } of views) {
    let next: Day | undefined;
    rows.toReversed().forEach((one, index, back) => {
      const after = back[index - 1]?.from;
      if (after !== one.from) next = after;
      const known = ends.get(one);
      const end = next === undefined ? undefined : addDays(next, -1);
      if (one.to === undefined && end !== undefined && (known === undefined || end < known))
        ends.set(one, end);
    });
  }
  return ends;
}

/** Later than every day. */
const OPEN = '9999-12-31';

/** The first assignment that begins before another has ended, unless both share the time. */
function firstOverlap(rows: readonly Assignment[]): Assignment | undefined {
  const last: { all?: Day; whole?: Day } = {};
  return rows.find(({ from = '', to = OPEN, share }) => {
    const before = share === undefined ? last.all : last.whole;
    if (last.all === undefined || to > last.all) last.all = to;
    if (share === undefined && (last.whole === undefined || to > last.whole)) last.whole = to;
    return before !== undefined && from <= before;
  });
}

/** Days of the employment between two assignments of a view; those of an earlier view are not told again. */
function gapsOf({ id, hired = '', left = OPEN }: Whose, views: readonly View[]): Issue[] {
  const gaps = new Map<string, Issue>();
  for (const { plan, rows } of views) {
    let before: Assignment | undefined;
    for (const after of rows) {
      const { to = OPEN } = before ?? {};
      const { from = '' } = after;
      const isGap = before && to < left && from > hired && to < from && addDays(to, 1) < from;
      if (before && isGap && !gaps.has(to + from)) gaps.set(to + from, gap(id, plan, before, after));
      if (!before || to < (after.to ?? OPEN)) before = after;
    }
  }
  return [...gaps.values()];
}

/** Days of the employment after the last assignment, where it ended one that would have lasted. */
function lostEnds({ id, left = OPEN }: Whose, { plan, rows }: View, cut: ReadonlySet<Assignment>): Issue[] {
  const ends = rows.map((one) => one.to ?? OPEN).toSorted();
  const last = rows.find((one) => one.to === ends.at(-1) && !cut.has(one));
  const isLost = last?.to !== undefined && last.to < left && rows.some((one) => cut.has(one));
  return isLost ? [gap(id, plan, last)] : [];
}

/** Assignments without an end beside a later one in other plans: was it a move? */
function goingOn({ id }: Whose, assignments: readonly Assignment[]): Issue[] {
  const last = assignments.at(-1);
  const open = assignments.filter(({ from = '', to }) => to === undefined && from < (last?.from ?? ''));
  return last ? open.map((one) => beside(id, one, last)) : [];
}
