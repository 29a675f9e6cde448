import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { PlanDifference } from '../../src/versions/index.js';
import { readCases } from '../cases/case-file.js';
import { basePlan, type Writing } from '../support/base.js';
import { formula } from '../support/random-formula.js';
import { plan } from '../support/random-plan.js';
import { fractionOf, respelled } from '../support/respelled.js';
import { differencesOf } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 150 };
const published = readCases().map(({ case: id, plan: document }) => [id, document] as const);

/** Plans in both forms: the flat one, and formulas in its place. */
const anyPlan: fc.Arbitrary<Writing> = fc.oneof(
  plan as unknown as fc.Arbitrary<Writing>,
  fc
    .record({ payout: formula, a: formula, b: formula })
    .map(({ payout, a, b }) => basePlan({ payout, terms: { a, b } })),
);

type Path = (string | number)[];

/** Every place in a document where a text, number or truth value stands. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every place at which a key of an object stands. */
function keysOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [at]), ...keysOf(inner, at)];
  });
}

/** A copy with what stands at a place changed by a function; undefined takes it away. */
function changedAt(value: unknown, [key, ...rest]: Path, change: (leaf: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const at = copy as Record<string | number, unknown>;
  const inner = changedAt(at[key], rest, change);
  if (inner === undefined) delete at[key];
  else at[key] = inner;
  return copy;
}

/** Another value of the same kind. */
function another(leaf: unknown): unknown {
  if (typeof leaf === 'boolean') return !leaf;
  const number = fractionOf(leaf);
  return number === undefined || /\/(360|365)$/.test(String(leaf))
    ? `${leaf}x`
    : number.add('1/7').toFraction();
}

function isWithin(path: readonly (string | number)[], leaf: Path): boolean {
  return path.every((key, index) => key === leaf[index]);
}

describe.each(published)('the plan of %s', (_id, document) => {
  test('says the same as itself, however its numbers are written and its keys are ordered', () => {
    expect(differencesOf(document, document)).toEqual([]);
    fc.assert(
      fc.property(respelled(document), (other) => {
        expect(differencesOf(document, other)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('says something else when anything in it is something else, and it is told where', () => {
    for (const leaf of leavesOf(document)) {
      const found = differencesOf(document, changedAt(document, leaf, another));
      expect([leaf, found.length > 0]).toEqual([leaf, true]);
      for (const { path, words } of found)
        expect([words, isWithin(path, leaf) || isRebuilt(path, leaf)]).toEqual([words, true]);
    }
  });

  test('says something else when any key is taken away', () => {
    // A plan always has metrics, if none.
    for (const at of keysOf(document).filter((one) => one.join() !== 'metrics')) {
      expect([
        at,
        differencesOf(
          document,
          changedAt(document, at, () => undefined),
        ).length > 0,
      ]).toEqual([at, true]);
    }
  });
});

/**
 * A goal that reads another metric is another goal: it stands where the leaf stands, in its list. In another currency
 * the plan has other amounts everywhere.
 */
function isRebuilt(path: readonly (string | number)[], leaf: Path): boolean {
  return (path[0] === leaf[0] && path.length <= 2) || leaf.join() === 'currency';
}

test('a respelled plan is written otherwise: the tests above compare two texts', () => {
  const written = new Set(fc.sample(respelled(basePlan()), 20).map((one) => JSON.stringify(one)));
  expect(written.size).toBe(20);
  expect([...written].some((text) => text.includes('"2/5"'))).toBe(true);
});

describe('any plan', () => {
  test('says the same as itself, respelled', () => {
    fc.assert(
      fc.property(
        anyPlan.chain((one) => fc.tuple(fc.constant(one), respelled(one))),
        ([one, other]) => {
          expect(differencesOf(one, one)).toEqual([]);
          expect(differencesOf(one, other)).toEqual([]);
        },
      ),
      runs,
    );
  });

  test('with one leaf changed says something else', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), (one, pick) => {
        const leaves = leavesOf(one);
        const leaf = leaves[pick % leaves.length] as Path;
        expect(differencesOf(one, changedAt(one, leaf, another))).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('compared the other way round: new is gone, before is after', () => {
    fc.assert(
      fc.property(fc.tuple(anyPlan, anyPlan), ([one, other]) => {
        expect(differencesOf(other, one).map(side).toSorted()).toEqual(
          differencesOf(one, other).map(turned).map(side).toSorted(),
        );
      }),
      runs,
    );
  });

  test('with goals in another order says the same, with gates in another order that they moved', () => {
    fc.assert(
      fc.property(plan as unknown as fc.Arbitrary<Writing>, fc.nat(), (one, turn) => {
        const rotate = (list: unknown) => {
          const all = (list ?? []) as unknown[];
          return [...all.slice(turn % (all.length || 1)), ...all.slice(0, turn % (all.length || 1))];
        };
        expect(differencesOf(one, { ...one, goals: rotate(one['goals']) })).toEqual([]);
        const gates = differencesOf(one, { ...one, gates: rotate(one['gates']) });
        expect(gates.every(({ kind }) => kind === 'moved')).toBe(true);
      }),
      runs,
    );
  });

  test('is told in one line each, with both texts where something changed', () => {
    fc.assert(
      fc.property(fc.tuple(anyPlan, anyPlan), ([one, other]) => {
        for (const { kind, before, after, words, part } of differencesOf(one, other)) {
          expect(words).not.toMatch(/undefined|\[object|NaN|\n/);
          expect(part).not.toBe('');
          if (kind === 'changed') expect(before).not.toBe(after);
          expect([before === undefined, after === undefined]).toEqual([kind === 'added', kind === 'removed']);
        }
      }),
      runs,
    );
  });
});

/** What is the same from both sides: the part may have another name, the place is in the other document. */
function side({ kind, before, after }: PlanDifference): string {
  return JSON.stringify([kind, before, after]);
}

function turned({ before, after, ...one }: PlanDifference): PlanDifference {
  const kinds = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
  return { ...one, kind: kinds[one.kind], ...(after && { before: after }), ...(before && { after: before }) };
}
