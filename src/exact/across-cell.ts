import { type Ratio, ZERO } from '../num/ratio.js';
import type { Scope } from '../program/scope.js';
import type { Step } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { foldOver, knownOf, placesOf } from './across.js';
import { nobody } from './faults.js';
import type { Rows } from './rows.js';

/** A value, asked for a row. */
type Cell = (row: number) => Value;

/** What other people have, made into one number; of a rank the place of what the person has. */
export function acrossCell({ crossing, scope }: Across, [own]: readonly Cell[], rows: Rows): Cell {
  const { take, leaveOut, among } = crossing;
  const known = (row: number) => knownOf(rows.across(crossing, row), leaveOut);
  if (take.fold !== 'rank' || own === undefined)
    return (row) => {
      const values = known(row);
      if (!isList(values)) return values;
      const made = take.fold === 'rank' ? undefined : foldOver(take, values);
      return made ?? { fault: [nobody(crossing, values.length, rows, scope === 'company' ? 0 : row)] };
    };
  const places: (ReturnType<typeof placesOf> | Value)[] = [];
  return (person) => {
    const value = own(person);
    if (isFault(value)) return value;
    const row = among === 'company' ? 0 : rows.groupOf(among as Scope, rows.lastSegment(person));
    const values = places[row] === undefined ? known(row) : undefined;
    if (values !== undefined) places[row] = isList(values) ? placesOf(take, values) : values;
    const place = places[row] as ReturnType<typeof placesOf> | Value;
    return typeof place === 'function' ? (place(value as Ratio) ?? ZERO) : place;
  };
}

type Across = Step & { readonly op: 'across' };

function isList(values: readonly Ratio[] | Value): values is readonly Ratio[] {
  return Array.isArray(values);
}
