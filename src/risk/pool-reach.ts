import { unitsOf } from '../exact/allot.js';
import { poolReader } from '../exact/allot-cell.js';
import type { Rows } from '../exact/rows.js';
import { add, equal, higher, type Ratio, subtract, ZERO } from '../num/ratio.js';
import { keysOfOthers, type Step } from '../program/step.js';
import { ANYTHING, exactly, type Range } from './range.js';

type Allot = Step & { readonly op: 'allot' };

/**
 * What a person can get of a pool. Where only the fund moves: between the parts of the least and of the greatest fund, a
 * unit either way, as largest remainders can fall otherwise. Where the person's own moves: between the floor, or nothing,
 * and the ceiling, or the whole fund.
 */
export function partOfPool(
  step: Allot,
  [fund, ...own]: readonly [(row: number) => Range, ...((row: number) => Range)[]],
  rows: Rows,
): (person: number) => Range {
  const { unit } = step.pool;
  const pool = poolReader(step, rows);
  const keys = keysOfOthers(step);
  return (person) => {
    const whole = fund(person);
    const ends = own.map((reach) => reach(person));
    const entitled = pool.entitled();
    if ('fault' in entitled) return ANYTHING;
    const place = entitled.people.indexOf(person);
    if (place < 0) return exactly(ZERO);
    const isHeld = ends.every(
      ({ low, high }) => low !== undefined && high !== undefined && subtract(high, low).n === 0n,
    );
    const partOf = (of: Ratio | undefined) => {
      const shared = of === undefined ? undefined : pool.shared(of);
      return shared === undefined || 'fault' in shared
        ? undefined
        : unitsOf(shared.amounts[place] as bigint, unit);
    };
    const least = endOf('floor')?.low ?? endOf('first')?.low ?? ZERO;
    if (!isHeld) return { low: higher(least, ZERO), high: lowerOf(whole.high, mostOf()) };
    if (whole.low && whole.high && equal(whole.low, whole.high)) {
      const part = partOf(whole.low);
      return part === undefined ? ANYTHING : exactly(part);
    }
    const [low, high] = [partOf(whole.low && higher(whole.low, ZERO)), partOf(whole.high)];
    return {
      low: low === undefined ? ZERO : higher(subtract(low, unit), ZERO),
      high: lowerOf(high === undefined ? whole.high : add(high, unit), mostOf()),
    };

    function endOf(name: 'first' | 'floor' | 'ceiling'): Range | undefined {
      const key = step.pool[name];
      return key === undefined ? undefined : ends[keys.lastIndexOf(key)];
    }

    /** A floor above the ceiling wins. */
    function mostOf(): Ratio | undefined {
      const ceiling = endOf('ceiling');
      if (ceiling?.high === undefined) return undefined;
      const others = [endOf('floor'), endOf('first')].filter((end) => end !== undefined);
      if (others.some(({ high }) => high === undefined)) return undefined;
      return others.reduce((most, { high }) => higher(most, high as Ratio), ceiling.high);
    }
  };
}

function lowerOf(a: Ratio | undefined, b: Ratio | undefined): Ratio | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return subtract(a, b).n < 0n ? a : b;
}
