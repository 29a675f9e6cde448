import type { Assignment } from '../data/people.js';
import type { Literal } from '../num/literal.js';
import { type Cause, cause } from '../retro/cause.js';
import { columnsRead, decimalsOf, fieldColumn } from '../retro/person-columns.js';
import { SALARY } from '../retro/reads.js';
import { type Same, wordOf } from '../retro/same.js';
import type { Side } from '../retro/side.js';
import type { Stretch } from '../retro/stretches.js';
import type { Both } from './comparison.js';

/** A column of the people file: what stands in a row, and whether two cells say the same. */
export interface RowColumn {
  readonly cellOf: (row: Assignment) => Literal | undefined;
  readonly same: Same;
}

/** A column by name, as it is written: where it is read as text, another spelling of a number is the same one. */
export function rowColumn(name: string, { before, now }: Both<Side>): RowColumn {
  const column = fieldColumn(name, false, decimalsOf(before, now));
  return name === 'currency' ? { ...column, cellOf: ({ currency }) => currency } : column;
}

/**
 * What differs in the rows of a person between runs of two periods, such as last year's and this year's: what each file
 * says of the days of the later one, as no day counts in both.
 */
export function yearCauses(sides: Both<Side>, single: readonly Stretch[]): Cause[] {
  const { before, now } = sides;
  const dayed = [before, now].some(({ reads }) => reads.salaryDays.length > 0) ? SALARY : [];
  const names = new Set([...columnsRead(before, now).map(({ name }) => name), ...dayed]);
  return [...names].flatMap((name) => {
    const { cellOf, same } = rowColumn(name, sides);
    for (const { from, before: old, now: own } of single) {
      const [left, right] = [old.rows[0], own.rows[0]];
      if (!left || !right || same(cellOf(left), cellOf(right))) continue;
      const words = { before: wordOf(cellOf(left)), now: wordOf(cellOf(right)) };
      const begins = right.from === from ? from : undefined;
      return [cause('person', name, { ...words, from: begins, at: { ...right.at, column: name } })];
    }
    return [];
  });
}
