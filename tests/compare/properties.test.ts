import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import { type Comparison, compare, type PersonComparison } from '../../src/compare/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { draft } from '../retro/support.js';
import type { Writing } from '../support/base.js';
import { deepFreeze } from '../support/deep-freeze.js';
import type { FlatPlan } from '../support/flat-plan.js';
import { motions, written } from '../support/motion/world.js';
import { AS_OF, actuals, people } from '../support/random-data.js';
import { plan } from '../support/random-plan.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 80 };

/** Two runs of a plan. */
type Pair = readonly [before: StoredRun, now: StoredRun];

/** People and actuals differ; in one of three pairs the plan does, too. */
const pairs: fc.Arbitrary<Pair> = fc
  .tuple(plan, plan, fc.nat(2))
  .chain(([one, other, which]) =>
    fc.tuple(runOf(one), runOf(which === 0 ? { ...other, plan: one.plan, period: one.period } : one)),
  );

function runOf(document: FlatPlan): fc.Arbitrary<StoredRun> {
  return people(document, 4).chain((rows) =>
    actuals(document, rows).map((measured) =>
      draft({ people: rows, actuals: measured, documents: [document], options: { asOf: AS_OF } }),
    ),
  );
}

/** People who are hired, move, leave, are on leave or have an exception, twice under the same plan. */
const moving: fc.Arbitrary<Pair> = fc.tuple(motions, motions).map(([one, other]) => {
  const { document } = one;
  const [before, now] = [one, { ...other, document }].map((world) => {
    const { people: rows, actuals: measured, leave, earnings, exceptions } = written(world) as Files;
    const made = { people: rows, actuals: measured, leave, earnings, exceptions };
    return draft({ ...made, documents: [document], options: { asOf: '2027-12-31' } });
  });
  return [before, now] as Pair;
});

type Files = Readonly<Record<'people' | 'actuals' | 'leave' | 'earnings' | 'exceptions', Writing[]>>;

const sum = (amounts: readonly (string | undefined)[]) =>
  amounts.reduce((all, amount) => all.add(amount ?? '0'), new Fraction(0));

/** Everybody once for each plan, and every difference the sum of what it is attributed to. */
function expectComplete({ people: all, totals, counts }: Comparison, [before, now]: Pair): void {
  const keys = all.map(({ person, plan: id }) => `${id} ${person}`);
  const awards = [...before.awards, ...now.awards].map(({ person, plan: id }) => `${id} ${person}`);
  expect(keys.toSorted()).toEqual([...new Set(awards)].toSorted());
  expect(Object.values(counts).reduce((many, count) => many + count, 0)).toBe(all.length);
  for (const one of all) expectSum(one);
  for (const { plan: id, currency, moves, ...total } of totals) {
    const isOwn = (own: { readonly plan: string; readonly currency: string }) =>
      own.plan === id && own.currency === currency;
    expect(sum([before.totals.find(isOwn)?.amount]).equals(total.before)).toBe(true);
    expect(sum([now.totals.find(isOwn)?.amount]).equals(total.now)).toBe(true);
    expect(sum(moves.map(({ amount }) => amount)).equals(total.difference)).toBe(true);
  }
  const stated = [...before.totals, ...now.totals].map((total) => `${total.plan} ${total.currency}`);
  const told = totals.map((total) => `${total.plan} ${total.currency}`);
  expect(stated.filter((key) => !told.includes(key))).toEqual([]);
}

function expectSum({ status, difference, before, now, inputs }: PersonComparison): void {
  if (difference === undefined) expect(inputs).toEqual([]);
  else
    expect(
      sum([now])
        .sub(sum([before]))
        .equals(difference),
    ).toBe(true);
  if (status !== 'moved' || difference === undefined) return;
  expect(inputs.length).toBeGreaterThan(0);
  expect(sum(inputs.map(({ amount }) => amount)).equals(difference)).toBe(true);
}

/** Amounts by person and inputs, each with its sign turned where asked. */
function amountsOf({ people: all }: Comparison, isTurned: boolean): Record<string, string> {
  const turned = (amount: string) => new Fraction(amount).mul(isTurned ? -1 : 1).toFraction();
  return Object.fromEntries(
    all
      .filter(({ status }) => status === 'moved')
      .flatMap(({ person, attribution, inputs }) =>
        inputs.map((one) => [`${person} ${attribution} ${JSON.stringify(one.inputs)}`, turned(one.amount)]),
      ),
  );
}

describe.each([
  ['random plans', pairs, 71],
  ['people in motion', moving, 75],
] as const)('%s', (_name, some, seed) => {
  test('everybody is compared once, and what is attributed sums to the difference and the totals', () => {
    fc.assert(
      fc.property(some, (pair) => expectComplete(compare(...pair), pair)),
      { ...runs, seed },
    );
  });

  test('a run compared with itself has not moved', () => {
    fc.assert(
      fc.property(some, ([before]) => {
        const { people: all, issues } = compare(before, before);
        expect(all.every(({ status }) => status === 'same' || status === 'withheld')).toBe(true);
        expect(issues).toEqual([]);
      }),
      { ...runs, seed: seed + 1 },
    );
  });

  test('the other way round every amount has the other sign', () => {
    fc.assert(
      fc.property(some, ([before, now]) => {
        expect(amountsOf(compare(now, before), true)).toEqual(amountsOf(compare(before, now), false));
      }),
      { ...runs, seed: seed + 2 },
    );
  });

  test('it is pure, and every move of an award has an input', () => {
    fc.assert(
      fc.property(some, ([before, now]) => {
        const comparison = compare(deepFreeze(before), deepFreeze(now));
        expect(comparison.issues.filter(({ code }) => code === 'compare.cause.unknown')).toEqual([]);
        expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
      }),
      { ...runs, seed: seed + 3 },
    );
  });

  test('who else is compared changes nothing', () => {
    fc.assert(
      fc.property(some, ([before, now]) => {
        const [first] = compare(before, now).people;
        if (!first) return;
        expect(compare(before, now, { only: [first.person] }).people).toEqual([first]);
      }),
      { ...runs, seed: seed + 4 },
    );
  });
});
