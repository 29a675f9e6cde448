import { describe, expect, test } from 'vitest';
import { allocate } from '../../../src/num/allocate.js';
import { ratio } from '../../../src/num/ratio.js';

/** Shares of a total by weights, exactly. */
function shares(total: number, weights: readonly number[]) {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => ratio(total * weight, sum));
}

function allocated(total: number, weights: readonly number[]): number[] {
  return allocate(BigInt(total), shares(total, weights)).map(Number);
}

/**
 * Source: shared vectors e_mechanics.json, "largest remainder …": Hamilton method; ties to the lower index;
 * sign handled by symmetry. The last two: "Alabama paradox".
 */
const VECTORS: readonly [total: number, weights: number[], parts: number[]][] = [
  [10000, [1, 1, 1], [3334, 3333, 3333]],
  [100, [1, 1, 1, 1, 1, 1, 1], [15, 15, 14, 14, 14, 14, 14]],
  [1, [1, 1], [1, 0]],
  [12345, [50, 30, 20, 0], [6173, 3703, 2469, 0]],
  [1000003, [1, 2, 3, 4], [100000, 200001, 300001, 400001]],
  [999, [333333, 333333, 333334], [333, 333, 333]],
  [10, [6, 6, 2], [4, 4, 2]],
  [11, [6, 6, 2], [5, 5, 1]],
];

describe('largest remainder', () => {
  test.each(VECTORS)('%i over %j is %j', (total, weights, parts) => {
    expect(allocated(total, weights)).toEqual(parts);
  });

  // Source: the same file, "-10000 minor units over [1, 1, 1]"; RISK E2: "sign by symmetry, the mirror image".
  test('a negative total is the mirror image', () => {
    expect(allocated(-10000, [1, 1, 1])).toEqual([-3334, -3333, -3333]);
  });

  test('parts always sum to the total, above and below zero', () => {
    for (let total = -40; total <= 40; total += 1) {
      const parts = allocated(total, [3, 5, 7, 11]);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }
  });

  test('shares of both signs', () => {
    expect(allocate(1n, [ratio(5, 2), ratio(-3, 2)])).toEqual([3n, -2n]);
  });

  test('nobody to give to, nothing to give', () => {
    expect(allocate(0n, [])).toEqual([]);
    expect(() => allocate(5n, [ratio(1), ratio(1)])).toThrow(RangeError);
  });
});
