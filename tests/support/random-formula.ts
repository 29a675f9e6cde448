import fc from 'fast-check';

const number = fc.constantFrom('5%', '0.5', 2, '1/3', '150%', -1);
const leaf = fc.oneof(
  number,
  fc.constantFrom('nps', 'revenue').map((metric) => ({ metric })),
  fc.constantFrom('nps', 'revenue').map((metric) => ({ achievement: metric, during: 'Q1' })),
  fc.constantFrom('rating', 'factor').map((person) => ({ person })),
  number.map((money) => ({ money, currency: 'EUR' })),
);

/** Any formula of nested nodes, sound or not: whatever two documents may hold. */
export const formula: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => {
  const node = tie('node');
  const list = fc.array(node, { minLength: 1, maxLength: 3 });
  const point = fc.tuple(
    number,
    fc.oneof({ weight: 3, arbitrary: number as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: node }),
  );
  const points = fc.array(point, { maxLength: 4 });
  return {
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom('sum', 'product', 'mean', 'difference', 'highest'), list)
        .map(([key, all]) => ({ [key]: all })),
      fc.record({ limit: node, cap: node, of: fc.constantFrom('target', undefined) }).map(said),
      fc.record({ round: node, to: number, mode: fc.constantFrom('up', 'down') }),
      fc.record({ when: node.map((value) => ({ value, atLeast: '1' })), then: node, otherwise: node }),
      fc.record({ of: node, points }).map((curve) => ({ curve })),
      fc
        .dictionary(fc.constantFrom('a', 'b', 'name', 'toString'), node)
        .chain((values) => fc.record({ of: node, values: fc.constant(values) }).map((table) => ({ table }))),
      fc
        .array(
          fc.record({ name: fc.constantFrom('A', 'B', undefined), weight: number, payout: node }).map(said),
          { maxLength: 3 },
        )
        .map((weighted) => ({ weighted })),
    ),
  };
}).node;

/** Leaves out what is undefined. */
function said<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
