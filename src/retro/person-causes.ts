import type { Assignment } from '../data/people.js';
import { type Literal, readLiteral } from '../num/literal.js';
import { inForceOn } from '../run/in-force.js';
import type { Day } from '../time/day.js';
import { type Cause, cause } from './cause.js';
import { type Column, columnsRead, countsOnBoth, decimalsOf, fieldColumn } from './person-columns.js';
import { SALARY } from './reads.js';
import { wordOf } from './same.js';
import type { Side } from './side.js';
import { type Covered, type Stretch, stretchesOf } from './stretches.js';

/**
 * What changed in the rows of a person, as timelines: each column with the first day from which it differs. Only
 * what the award reads, on days that count; where days count on one side only, what decides about that.
 */
export function personCauses(before: Side, now: Side): Cause[] {
  const columns = columnsRead(before, now);
  const stretches = stretchesOf(before, now).map((one) => inOrder(one, columns));
  const first = stretches.find(countsOnBoth)?.from;
  return [
    ...columns.flatMap((column) => timelineCauses(column, stretches, first, now)),
    ...salaryDayCauses(before, now),
  ];
}

/** Assignments at once have no order of their own: they are put into one by what is read of them. */
function inOrder(stretch: Stretch, columns: readonly Column[]): Stretch {
  const keyOf = (one: Assignment) => JSON.stringify(columns.map(({ cellOf }) => String(cellOf(one) ?? '')));
  const sorted = (all: readonly Assignment[]) =>
    all.length < 2 ? all : all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const covered = (side: Covered) => ({ ...side, counted: sorted(side.counted), rows: sorted(side.rows) });
  return { ...stretch, before: covered(stretch.before), now: covered(stretch.now) };
}

/** A cause for each first day from which a column differs in a new way. */
function timelineCauses(
  column: Column,
  stretches: readonly Stretch[],
  first: Day | undefined,
  { person }: Side,
): Cause[] {
  const causes: Cause[] = [];
  let last: string | undefined;
  for (const stretch of stretches.filter(column.isRead)) {
    const rows = column.of(stretch.now);
    const values = differing(column, column.of(stretch.before), rows);
    const key = values && JSON.stringify(values);
    if (values && key !== last) {
      const row = rows.find(({ from }) => from === stretch.from) ?? rows[0];
      const begins = row?.from === stretch.from || (first !== undefined && stretch.from > first);
      const at = { ...(row?.at ?? person.at), column: column.name };
      causes.push(cause('person', column.name, { from: begins ? stretch.from : undefined, ...values, at }));
    }
    last = key;
  }
  return causes;
}

/** What both sides say of a column on the same days, where they differ. */
function differing(
  { cellOf, same }: Pick<Column, 'cellOf' | 'same'>,
  old: readonly Assignment[],
  own: readonly Assignment[],
): Pick<Cause, 'before' | 'now'> | undefined {
  const [before, now] = [old.map(cellOf), own.map(cellOf)];
  const isSame = before.length === now.length && before.every((one, index) => same(one, now[index]));
  return isSame ? undefined : { ...wordsOf('before', before), ...wordsOf('now', now) };
}

/** Cells in words; of assignments at once all of them. */
function wordsOf(
  side: 'before' | 'now',
  cells: readonly (Literal | undefined)[],
): Pick<Cause, 'before' | 'now'> {
  const words = wordOf(cells.map((cell) => String(cell ?? '')).join(' + '));
  return words === undefined ? {} : { [side]: words };
}

/** Where the salary of one day counts for all days: that of the assignments in force then. */
function salaryDayCauses(before: Side, now: Side): Cause[] {
  if (!before.participant || !now.participant) return [];
  const days = new Set([...before.reads.salaryDays, ...now.reads.salaryDays]);
  return [...days].flatMap((day) => {
    const [old, own] = [inForce(before, day), inForce(now, day)];
    return SALARY.flatMap((name): Cause[] => {
      const column = fieldColumn(name, name === 'salaryIs', decimalsOf(before, now));
      const values = differing(column, old, own);
      const at = { ...(own[0]?.at ?? now.person.at), column: name };
      return values ? [cause('person', name, { from: own[0]?.from, ...values, at })] : [];
    });
  });
}

function inForce({ person, plan, inputs }: Side, day: Day): readonly Assignment[] {
  const { decimal } = inputs.people;
  const read = (raw: Literal) => readLiteral(raw, { decimal });
  return inForceOn(person, plan.document, { day, read }).map(({ assignment }) => assignment);
}
