import fc from 'fast-check';

/** Random choices, made one by one. */
export interface Chance {
  /** A whole number from 0 to below the end. */
  readonly below: (end: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True once in so many times. */
  readonly once: (inTimes: number) => boolean;
  readonly list: <T>(least: number, most: number, make: (index: number) => T) => T[];
  /** Some of a list in its order, at least one. */
  readonly some: <T>(list: readonly T[], most: number) => T[];
}

/** Something made by choices. */
export function chosen<T>(make: (chance: Chance) => T): fc.Arbitrary<T> {
  return fc.gen().map((gen) => make(chanceOf((end) => gen(fc.nat, end - 1))));
}

function chanceOf(below: (end: number) => number): Chance {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return {
    below,
    pick,
    once: (inTimes) => below(inTimes) === 0,
    list: (least, most, make) =>
      Array.from({ length: least + below(most - least + 1) }, (_, index) => make(index)),
    some: (list, most) => {
      const count = 1 + below(Math.min(most, list.length));
      const left = list.map((_, index) => index);
      const taken = Array.from({ length: count }, () => left.splice(below(left.length), 1)[0] as number);
      return taken.toSorted((a, b) => a - b).map((index) => list[index] as (typeof list)[number]);
    },
  };
}
