import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../src/num/decimal.js';
import { add, multiply, type Ratio, ratio, subtract } from '../../src/num/ratio.js';
import { hasPlayer, shapley } from '../../src/risk/shapley.js';

const text = (values: readonly Ratio[] | undefined) => values?.map(toExactText);
const has = hasPlayer;

describe('figures by hand', () => {
  test('the result of a plan with two goals and a modifier, from everything at target', () => {
    // 20000 × (0.6 × revenue + 0.4 × customer) × modifier, from 1, 1, 1 to 1.25, 0.7, 1.1: 22660, so +2660.
    // Revenue adds 3000 without the modifier and 3300 with it, whatever customer is: half of the orders each, +3150.
    // Customer takes 0.12 × 20000 = 2400, or 2640 with the modifier: −2520.
    // The modifier adds 10 % of 20000, 23000, 17600 or 20600: 2000/3 + 2300/6 + 1760/6 + 2060/3 = +2030.
    const value = (set: number) => {
      const [revenue, customer, modifier] = [
        has(set, 0) ? ratio(5n, 4n) : ratio(1n),
        has(set, 1) ? ratio(7n, 10n) : ratio(1n),
        has(set, 2) ? ratio(11n, 10n) : ratio(1n),
      ] as const;
      const blend = add(multiply(ratio(3n, 5n), revenue), multiply(ratio(2n, 5n), customer));
      return multiply(multiply(ratio(20000n), blend), modifier);
    };
    expect(text(shapley(3, value))).toEqual(['3150', '-2520', '2030']);
  });

  test('the glove game: one left glove is worth more than either of two right ones', () => {
    // A pair is worth 1. The left glove waits for a right one unless it is first: 4 of 6 orders, 2/3; the rest is shared.
    const value = (set: number) => ratio(has(set, 0) && (has(set, 1) || has(set, 2)) ? 1n : 0n);
    expect(text(shapley(3, value))).toEqual(['2/3', '1/6', '1/6']);
  });

  test('nobody, and one alone', () => {
    expect(shapley(0, () => ratio(7n))).toEqual([]);
    expect(text(shapley(1, (set) => ratio(set === 0 ? 100n : 93n)))).toEqual(['-7']);
  });
});

describe('what has no value', () => {
  test('one set without a value leaves all without', () => {
    expect(shapley(2, (set) => (set === 2 ? undefined : ratio(set)))).toBeUndefined();
    expect(shapley(0, () => undefined)).toBeUndefined();
  });

  test('each set is valued once', () => {
    const asked: number[] = [];
    shapley(4, (set) => {
      asked.push(set);
      return ratio(set);
    });
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, set) => set));
  });

  test.each([-1, 1.5, 21, Number.NaN])('%s players are a fault of the program', (players) => {
    expect(() => shapley(players, () => ratio(0n))).toThrow(RangeError);
  });
});

describe('the axioms of Shapley (1953)', () => {
  const amount = fc.tuple(
    fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
    fc.bigInt({ min: 1n, max: 9999n }),
  );
  const game = fc.integer({ min: 1, max: 5 }).chain((players) =>
    fc
      .array(
        amount.map(([n, d]) => ratio(n, d)),
        { minLength: 2 ** players, maxLength: 2 ** players },
      )
      .map((values) => ({ players, values })),
  );
  const worthOf = (values: readonly Ratio[]) => (set: number) => values[set];
  const sum = (values: readonly Ratio[]) => values.reduce(add, ratio(0n));

  test('efficiency: the values sum to the effect of all', () => {
    fc.assert(
      fc.property(game, ({ players, values }) => {
        const found = shapley(players, worthOf(values)) as readonly Ratio[];
        const effect = subtract(values.at(-1) as Ratio, values[0] as Ratio);
        expect(toExactText(sum(found))).toBe(toExactText(effect));
      }),
    );
  });

  test('symmetry: who is called differently has the same value', () => {
    fc.assert(
      fc.property(game, fc.nat(), ({ players, values }, turn) => {
        const place = (player: number) => (player + turn) % players;
        const turned = (set: number) => {
          const own = Array.from({ length: players }, (_, player) => player).filter((one) =>
            has(set, place(one)),
          );
          return values[own.reduce((mask, one) => mask + 2 ** one, 0)];
        };
        const [plain, other] = [shapley(players, worthOf(values)), shapley(players, turned)];
        const back = other && Array.from({ length: players }, (_, player) => other[place(player)] as Ratio);
        expect(text(back)).toEqual(text(plain));
      }),
    );
  });

  test('null player: who changes nothing has nothing, and changes nothing for others', () => {
    fc.assert(
      fc.property(game, ({ players, values }) => {
        const without = (set: number) => values[set % 2 ** players];
        const found = text(shapley(players + 1, without));
        expect(found).toEqual([...(text(shapley(players, worthOf(values))) ?? []), '0']);
      }),
    );
  });

  test('additivity: of two games at once each has the sum', () => {
    fc.assert(
      fc.property(game, fc.array(amount, { minLength: 32, maxLength: 32 }), ({ players, values }, others) => {
        const other = (set: number) => ratio(...(others[set] as [bigint, bigint]));
        const both = shapley(players, (set) => add(values[set] as Ratio, other(set)));
        const [one, two] = [shapley(players, worthOf(values)), shapley(players, other)];
        expect(text(both)).toEqual(text(one?.map((value, player) => add(value, two?.[player] as Ratio))));
      }),
    );
  });
});
