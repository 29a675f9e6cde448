import { cellIssue } from '../data/cells.js';
import type { Leave } from '../data/leave.js';
import type { Person } from '../data/people.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { LeaveRule } from '../plan/people-rules.js';
import { addDays, type Day, later } from '../time/day.js';
import { numberOf } from './concept.js';
import { prorationOf } from './proration.js';

/** Days of leave that count in part. */
export interface PartialDays {
  readonly from: Day;
  /** Absent while the leave lasts. */
  readonly to?: Day;
  readonly type: string;
  readonly counts: Ratio;
}

/**
 * Leave: the share that days of leave count, by type and from a day of the leave on.
 *
 * Formula:  the first `fromDay` − 1 days of a leave count in full, the others at `counts`; days are counted from
 *           the first of the leave, also where that lies before the period. Rows of one type that follow each
 *           other day by day are one leave
 * Issues:   run.leave.type, leave.outside
 */
export function partialDays(
  leaves: readonly Leave[],
  document: PlanDocument,
): { readonly days: readonly PartialDays[]; readonly faults: readonly Issue[] } {
  const { leave } = document;
  if (leave === undefined || !countsLeave(document)) return { days: [], faults: [] };
  const faults: Issue[] = [];
  const days: PartialDays[] = [];
  for (const { row, first } of withFirstDays(leaves)) {
    const rule = ruleFor(leave, row.type);
    if (!rule) faults.push(...(touches(row, document) ? [unknownType(row, Object.keys(leave))] : []));
    else days.push(...partOf(row, first, rule));
  }
  return { days, faults };
}

/** Whether days of leave can count less: pay earned is for days worked already, and without proration no days count. */
export function countsLeave(document: PlanDocument): boolean {
  const method = prorationOf(document);
  return document.leave !== undefined && method !== 'none' && method !== 'earned';
}

function touches({ from, to }: Leave, { period }: PlanDocument): boolean {
  return from <= period.end && (to === undefined || to >= period.start);
}

function ruleFor(rules: Readonly<Record<string, LeaveRule>>, type: string): LeaveRule | undefined {
  return Object.hasOwn(rules, type) ? rules[type] : rules['otherwise'];
}

function partOf({ type, from, to }: Leave, first: Day, { counts, fromDay }: LeaveRule): PartialDays[] {
  const start = fromDay === undefined ? from : later(from, addDays(first, Number(numberOf(fromDay).n) - 1));
  if (to !== undefined && start > to) return [];
  return [{ from: start, ...(to !== undefined && { to }), type, counts: numberOf(counts) }];
}

/** Each row with the first day of the leave it belongs to. */
function withFirstDays(leaves: readonly Leave[]): { row: Leave; first: Day }[] {
  const sorted = leaves.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found: { row: Leave; first: Day }[] = [];
  for (const row of sorted) {
    const before = found.findLast((one) => one.row.type === row.type);
    const goesOn = before?.row.to !== undefined && addDays(before.row.to, 1) === row.from;
    found.push({ row, first: goesOn ? before.first : row.from });
  }
  return found;
}

function unknownType({ person, type, at }: Leave, known: readonly string[]): Issue {
  return cellIssue(at, 'type', {
    code: 'run.leave.type',
    message: `The plan does not say what leave of the type ${quote(type)} counts (person ${quote(person)})`,
    expected: `one of ${known.join(', ')}`,
    hint: 'Correct the type, or add it (or otherwise) to leave in the plan; the person is withheld until then',
  });
}

/** Leave on days outside the employment: one of the dates is wrong, and pay depends on which. */
export function leaveOutside({ hired, left }: Person, leaves: readonly Leave[]): Issue[] {
  const outside = leaves.filter(
    ({ from, to }) => (hired !== undefined && from < hired) || (left !== undefined && (to ?? from) > left),
  );
  return outside.map(({ person, from, to, at }) =>
    issue({
      code: 'leave.outside',
      at,
      message: `The leave of ${quote(person)} from ${from} to ${to ?? 'further notice'} lies outside the employment${hired === undefined ? '' : ` from ${hired}`}${left === undefined ? '' : ` to ${left}`}`,
      expected: 'leave between hire and leaving',
      hint: 'Correct one of the days; the person is withheld until then',
    }),
  );
}
