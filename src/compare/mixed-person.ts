import type { Assignment, Person } from '../data/people.js';
import { addDays, type Day } from '../time/day.js';
import type { Both } from './comparison.js';

/** Which inputs of a person are taken from the later run. */
export interface Taken {
  /** Employment, and which rows there are, with their plans and shares of time. */
  readonly isCoverageNow: boolean;
  isColumnNow(column: string): boolean;
}

/**
 * A person as the inputs of two runs would make them together: both timelines are cut wherever a row begins or ends on
 * either side; where exactly one row stands on both, its columns are mixed, everywhere else the rows are those of the
 * side that the employment is taken from.
 */
export function mixedPerson({ before, now }: Both<Person>, taken: Taken): Person {
  const facts = taken.isCoverageNow ? now : before;
  const pieces = spansOf([...before.assignments, ...now.assignments]).flatMap((span) => {
    const [old, own] = [before, now].map(({ assignments }) => assignments.filter((one) => covers(one, span)));
    const [[left, ...more] = [], [right, ...others] = []] = [old, own];
    if (left && right && more.length + others.length === 0)
      return [within(mixedRow(left, right, taken), span)];
    return (taken.isCoverageNow ? own : old)?.map((one) => within(one, span)) ?? [];
  });
  return { ...facts, assignments: joined(pieces) };
}

/** Days without a beginning or an end are open. */
interface Span {
  readonly from?: Day;
  readonly to?: Day;
}

/** The stretches between all days on which some row begins or has just ended. */
function spansOf(rows: readonly Assignment[]): Span[] {
  const starts = rows.flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [addDays(to, 1)]),
  ]);
  const days = [undefined, ...[...new Set(starts)].toSorted()];
  return days.map((from, index) => {
    const next = days[index + 1];
    return { ...(from !== undefined && { from }), ...(next !== undefined && { to: addDays(next, -1) }) };
  });
}

/** No row begins or ends within a span, so it covers all of it or none. */
function covers(row: Assignment, span: Span): boolean {
  const beginsInTime = row.from === undefined || (span.from !== undefined && row.from <= span.from);
  const endsInTime = row.to === undefined || (span.to !== undefined && row.to >= span.to);
  return beginsInTime && endsInTime;
}

function within({ from: _, to: __, ...row }: Assignment, span: Span): Assignment {
  return { ...row, ...span };
}

function mixedRow(before: Assignment, now: Assignment, { isCoverageNow, isColumnNow }: Taken): Assignment {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(now.fields)])];
  const fields = names.flatMap((name) => {
    const source = isColumnNow(name) ? now.fields : before.fields;
    return Object.hasOwn(source, name) ? [[name, source[name]] as const] : [];
  });
  const { plans, share, at } = isCoverageNow ? now : before;
  const { currency } = isColumnNow('currency') ? now : before;
  return {
    ...(currency !== undefined && { currency }),
    ...(plans !== undefined && { plans }),
    ...(share !== undefined && { share }),
    // Entries make own properties, also of a column called __proto__.
    fields: Object.fromEntries(fields) as Assignment['fields'],
    at,
  };
}

/** Pieces that follow each other and say the same are one row, as they were. */
function joined(pieces: readonly Assignment[]): Assignment[] {
  const rows: Assignment[] = [];
  const keyOf = ({ fields, currency, plans, share }: Assignment) =>
    JSON.stringify([Object.entries(fields).toSorted(), currency, plans, share]);
  for (const piece of pieces) {
    const key = keyOf(piece);
    const index = rows.findIndex(
      ({ to, ...row }) => to !== undefined && addDays(to, 1) === piece.from && keyOf(row) === key,
    );
    const { to: _, ...row } = rows[index] ?? piece;
    const longer = { ...row, ...(piece.to !== undefined && { to: piece.to }) };
    if (index < 0) rows.push(longer);
    else rows[index] = longer;
  }
  return rows;
}
