import { earningsCodes } from '../concepts/proration.js';
import type { Segment } from '../concepts/segment.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { addDays, type Day, later } from '../time/day.js';
import type { Participant } from './bind-people.js';
import type { Resolution } from './resolve.js';

/** Days that count of people whose pay is known for other days only: a month may be missing from the file. */
export function daysWithoutPay({ plan, participants }: Resolution): Issue[] {
  const codes = earningsCodes(plan.document);
  if (codes === undefined) return [];
  const found = participants.flatMap((one) => {
    const day = one.segments
      .map((segment) => uncovered(one, segment, codes))
      .find((first) => first !== undefined);
    return day === undefined || one.earnings.length === 0 ? [] : [{ id: one.person.id, day }];
  });
  const [first] = found;
  if (!first) return [];
  return [
    issue({
      code: 'earnings.days.missing',
      message: `Of ${found.length} of the people in ${quote(plan.id)} no row of the pay that counts covers some days, such as ${first.day} of ${quote(first.id)}`,
      expected: 'rows that cover every day that was worked',
      hint: 'Check that no month is missing; rows that only name a pay day cover that day alone',
    }),
  ];
}

/** The first day of a segment that no row covers. */
function uncovered(
  { earnings }: Participant,
  { from, to }: Segment,
  codes: readonly string[],
): Day | undefined {
  const rows = earnings
    .filter(({ code }) => codes.includes(code))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const next = rows.reduce(
    (day, row) => (row.from <= day && row.to >= day ? later(day, addDays(row.to, 1)) : day),
    from,
  );
  return next <= to ? next : undefined;
}
