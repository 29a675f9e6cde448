import { expect, test } from 'vitest';
import { readCase } from './case-file.js';
import { differences, run } from './run-case.js';

/** Every order of a list. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, index) =>
    orders(items.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

test('ex10-float-order: all 120 orders of the goals pay 86.82', () => {
  const one = readCase('ex10-float-order');
  const all = orders(one.plan['goals'] as unknown[]);
  expect(all).toHaveLength(120);
  const differing = all.flatMap((goals) =>
    differences(run({ ...one, plan: { ...one.plan, goals } }), one.expect),
  );
  expect(differing).toEqual([]);
});

test('ex10-float-order: in doubles the orders differ, so this test can fail', () => {
  const products = [94.2 * 0.25, 86.7 * 0.35, 75.5 * 0.2, 85.8 * 0.1, 92.4 * 0.1];
  const sums = orders(products).map((order) => order.reduce((sum, one) => sum + one, 0));
  expect(new Set(sums).size).toBe(3);
});
