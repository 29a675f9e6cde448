import { equal, type Ratio, reduce, ZERO } from '../num/ratio.js';
import { keysOfOthers, type Step } from '../program/step.js';
import { type Fault, isFault, mergeFaults, type Value } from '../program/value.js';
import { type Allotment, allotted, type Entitled, entitledIn, unitsOf } from './allot.js';
import type { Rows } from './rows.js';

/** A value, asked for a row. */
type Cell = (row: number) => Value;
type Allot = Step & { readonly op: 'allot' };

/** Reads a pool: what everybody has, once; and what comes of a fund, once for each. */
export interface PoolReader {
  entitled(): Entitled | Fault;
  shared(fund: Ratio): Allotment | Fault;
}

export function poolReader(step: Allot, rows: Rows): PoolReader {
  const known = new Map<string, Allotment | Fault>();
  let read: Entitled | Fault | undefined;
  const entitled = () => {
    read ??= entitledIn(step.pool, keysOfOthers(step), rows);
    return read;
  };
  return {
    entitled,
    shared(fund) {
      const all = entitled();
      if ('fault' in all) return all;
      const { n, d } = reduce(fund);
      const key = `${n}/${d}`;
      const found = known.get(key) ?? allotted(step.pool, fund, all, rows);
      known.set(key, found);
      return found;
    },
  };
}

/**
 * What a person gets of a pool. What other people have is as it was in every world; where the person's own differs from
 * it the pool is shared out anew.
 */
export function allotCell(step: Allot, [fundOf, ...ownOf]: readonly Cell[], rows: Rows): Cell {
  const pool = poolReader(step, rows);
  let places: ReadonlyMap<number, number> | undefined;
  return (person) => {
    const [fund, ...own] = [(fundOf as Cell)(person), ...ownOf.map((cell) => cell(person))] as Value[];
    const faults = [fund as Value, ...own].filter(isFault);
    if (faults.length > 0) return mergeFaults(faults);
    const entitled = pool.entitled();
    if ('fault' in entitled) return entitled;
    places ??= new Map(entitled.people.map((one, index) => [one, index]));
    const place = places.get(person);
    // Who has no day that counts shares in nothing.
    if (place === undefined) return ZERO;
    const known = entitled.values[place] as readonly Ratio[];
    const isAsKnown = own.every((value, index) => equal(value as Ratio, known[index] as Ratio));
    const values = isAsKnown ? undefined : entitled.values.with(place, own as Ratio[]);
    const shared = values
      ? allotted(step.pool, fund as Ratio, { ...entitled, values }, rows)
      : pool.shared(fund as Ratio);
    return 'fault' in shared ? shared : unitsOf(shared.amounts[place] as bigint, step.pool.unit);
  };
}
