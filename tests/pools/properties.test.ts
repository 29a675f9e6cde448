import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainEveryone, explanationText, verify } from '../../src/explain/index.js';
import { calculate, type Data, type Plan, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { storeRun } from '../../src/retro/index.js';
import { poolPlan } from './pool-runs.js';

/** Cents of an amount. */
const cents = (amount = '0') => Number(amount.replace('.', ''));

const share = fc.constantFrom('0%', '25%', '1/3', '50%', '100%');
const money = fc.nat(400).map((amount) => ({ money: amount }));

const keys = fc.oneof(
  fc.constantFrom('equally', 'presence', 'salary', 'award').map((by) => [{ by }]),
  fc.constant([{ by: { person: 'wages' } }]),
  fc.constant([
    { by: 'equally', part: '30%' },
    { by: 'award', part: '1/5' },
    { by: { person: 'wages' }, part: '50%' },
  ]),
);

const levels = fc.constantFrom([], [{ to: 'team' }], [{ to: 'division' }, { to: 'team' }]);

const anyPool = fc.record({
  base: fc.nat(3000),
  distribute: keys,
  floor: fc.option(money, { nil: undefined }),
  ceiling: fc.option(fc.oneof(money, fc.constant({ term: 'beforePool' })), { nil: undefined }),
  remainder: fc.constantFrom('redistribute', 'keep'),
  first: fc.option(
    share.map((part) => ({ product: [{ term: 'beforePool' }, part] })),
    { nil: undefined },
  ),
  cascade: levels,
});

const anyPerson = fc.record({
  wages: fc.integer({ min: 1, max: 90 }),
  salary: fc.integer({ min: 1000, max: 90000 }),
  team: fc.constantFrom('N1', 'N2', 'S1'),
  hired: fc.constantFrom('2020-01-01', '2026-03-01', '2026-12-31'),
});

const anyPeople = fc.array(anyPerson, { minLength: 1, maxLength: 7 }).map((people) =>
  people.map((one, index) => ({
    id: `e-${index}`,
    currency: 'EUR',
    division: one.team.slice(0, 1),
    ...one,
  })),
);

const GOALS = {
  target: { percent: '1%', of: 'salary', prorate: 'calendarDays' },
  goals: [
    {
      metric: 'nps',
      weight: '100%',
      curve: [
        ['0', '0%'],
        ['50', '100%'],
        ['100', '150%'],
      ],
    },
  ],
};

type AnyPool = typeof anyPool extends fc.Arbitrary<infer Pool> ? Pool : never;

function planOf({ base, ceiling, remainder, floor, first, cascade, distribute }: AnyPool): Plan {
  const pool = {
    fund: { product: [{ money: base }, { metric: 'profit' }] },
    distribute,
    ...(floor && { floor }),
    ...(first && { first }),
    ...(ceiling && { ceiling, remainder }),
    ...(cascade.length > 0 && { cascade }),
  };
  const readsAward = JSON.stringify(pool).match(/award|beforePool/) !== null;
  const metrics = { profit: { kind: 'payout', level: 'company' }, nps: { kind: 'nps', level: 'team' } };
  const parsed = parsePlan(poolPlan(pool, { metrics, ...(readsAward && GOALS) }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.plan;
}

function dataOf(people: readonly object[], profit: string, scores: readonly number[]): Data {
  const groups = ['N1', 'N2', 'S1'].map((group, index) => ({
    metric: 'nps',
    group,
    value: scores[index] ?? 0,
    status: 'final',
  }));
  return {
    people: parsePeople(people as never),
    actuals: parseActuals([{ metric: 'profit', value: profit, status: 'final' }, ...groups]),
  };
}

const anyResults = fc.tuple(
  fc.constantFrom('0%', '12.34%', '100%', '200%'),
  fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 }),
);

const OPTIONS = { asOf: '2027-01-31', steps: 'everyone' } as const;

describe('any pool', () => {
  test('is never overspent; what is paid and what is left are the fund, in all and in every group', () => {
    fc.assert(
      fc.property(anyPool, anyPeople, anyResults, (pool, people, [profit, scores]) => {
        const run = calculate([planOf(pool)], dataOf(people, profit, scores), OPTIONS);
        expect(run.reconciliation.holds).toBe(true);
        const paid = run.awards.reduce((sum, { amount }) => sum + cents(amount), 0);
        const use = run.pools?.[0];
        if (use === undefined) {
          // Nobody in the pool has anything, or the fund does not cover what comes first.
          expect(run.awards.every(({ status }) => status === 'withheld')).toBe(true);
          expect(run.issues.map(({ code }) => code)).toContainEqual(expect.stringMatching(/^pool\./));
          return;
        }
        expect(cents(use.paid)).toBe(paid);
        expect(cents(use.paid) + cents(use.left)).toBe(cents(use.fund));
        expect(cents(use.left)).toBeGreaterThanOrEqual(0);
        const widest = (use.groups ?? []).filter(({ level }) => level === pool.cascade[0]?.to);
        for (const one of use.groups ?? []) expect(cents(one.paid) + cents(one.left)).toBe(cents(one.fund));
        if (widest.length > 0) expect(widest.reduce((sum, one) => sum + cents(one.paid), 0)).toBe(paid);
        for (const { parts = [], amount } of run.awards)
          expect(parts.reduce((sum, part) => sum + cents(part.amount), 0)).toBe(cents(amount));
      }),
      { numRuns: 250 },
    );
  });

  test('is the same whatever the order of people', () => {
    fc.assert(
      fc.property(anyPool, anyPeople, anyResults, (pool, people, [profit, scores]) => {
        const plan = planOf(pool);
        const amounts = (rows: readonly object[]) =>
          calculate([plan], dataOf(rows, profit, scores), OPTIONS)
            .awards.map(({ person, amount }) => `${person} ${amount}`)
            .toSorted();
        expect(amounts(people.toReversed())).toEqual(amounts(people));
      }),
      { numRuns: 60 },
    );
  });

  test('is verified, explained in both languages, and lies within its bounds whatever the fund', () => {
    fc.assert(
      fc.property(
        anyPool,
        anyPeople,
        anyResults,
        fc.constantFrom('0%', '55%', '300%'),
        (pool, people, [profit, scores], other) => {
          const plan = planOf(pool);
          const data = dataOf(people, profit, scores);
          const stored = storeRun(calculate([plan], data, OPTIONS), { plans: [plan], ...data });
          expect(verify(stored).holds).toBe(true);
          const changed = calculate([plan], dataOf(people, other, scores), OPTIONS);
          const explained = [...explainEveryone(stored)];
          expect([...explainEveryone(stored, { language: 'fr' })].length).toBe(explained.length);
          for (const one of explained) {
            expect(explanationText(one, { full: true })).not.toContain('undefined');
            const { minimum, maximum } = one.risk ?? {};
            const { amount } = changed.awards.find(({ person }) => person === one.award.person) ?? {};
            for (const paid of [one.award.amount, amount]) {
              if (paid === undefined) continue;
              if (minimum) expect(cents(paid)).toBeGreaterThanOrEqual(cents(minimum.amount));
              if (maximum) expect(cents(paid)).toBeLessThanOrEqual(cents(maximum.amount));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
