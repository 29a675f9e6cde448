import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import type { Award } from '../../src/index.js';
import { awardOf, runOf, type Setting, type Writing } from '../support/base.js';
import { shift } from '../support/calendar.js';
import type { FlatPlan } from '../support/flat-plan.js';
import { calendars, methods } from '../support/motion/plan.js';
import { type Dated, LAST, type MotionWorld, type Mover, motions, written } from '../support/motion/world.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 150 };

/** What must stay the same, whatever way it was written down. */
function result({ person, status, amount, target, safe, steps }: Award): unknown {
  const exact = steps?.find(({ name }) => name === 'award before limits')?.value;
  return { person, status, amount, target, safe, exact };
}

describe('how it is written down is irrelevant', () => {
  test('a row cut in two with the same content changes nothing', () => {
    fc.assert(
      fc.property(motions, fc.integer({ min: 1, max: 200 }), (world, offset) => {
        const day = shift(world.document.period.start, offset);
        const cut = { ...world, movers: world.movers.map((mover) => cutOn(day, mover)) };
        expect(runOf(written(cut)).awards.map(result)).toEqual(runOf(written(world)).awards.map(result));
      }),
      { ...runs, seed: 61 },
    );
  });

  test('the order of rows is irrelevant in every file', () => {
    fc.assert(
      fc.property(motions, (world) => {
        const forward = runOf(written(world));
        const backward = runOf(reversed(written(world)));
        for (const award of forward.awards)
          expect(result(awardOf(backward, award.person))).toEqual(result(award));
        expect(backward.reconciliation).toEqual(forward.reconciliation);
        expect(backward.exceptions.length).toBe(forward.exceptions.length);
      }),
      { ...runs, seed: 62 },
    );
  });

  test('a run for some people gives them what a run for everybody gives', () => {
    fc.assert(
      fc.property(motions, (world) => {
        const setting = written(world);
        const everybody = runOf(setting);
        const only = world.movers.slice(-1).map(({ id }) => id);
        const some = runOf({ ...setting, options: { ...setting.options, only } });
        expect(some.awards).toEqual(everybody.awards.filter(({ person }) => only.includes(person)));
        expect(some.reconciliation.people.in).toBe(only.length);
        expect(some.reconciliation.holds).toBe(true);
      }),
      { ...runs, seed: 63 },
    );
  });

  test('a run survives JSON', () => {
    fc.assert(
      fc.property(motions, (world) => {
        const made = runOf(written(world));
        expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
      }),
      { numRuns: 60, seed: 64 },
    );
  });
});

/** Everything that covers the day and the day before, in two rows. */
function cutOn(day: string, { stretches, leave, exceptions, ...mover }: Mover): Mover {
  return {
    ...mover,
    stretches: stretches.flatMap((one) => inTwo(one, day)),
    leave: leave.flatMap((one) => inTwo(one, day)),
    exceptions: exceptions.flatMap((one) => {
      const days =
        one.kind.startsWith('target') && one.from !== undefined && one.from < day && day <= one.until;
      return days
        ? [
            { ...one, until: shift(day, -1) },
            { ...one, from: day },
          ]
        : [one];
    }),
  };
}

function inTwo<T extends Pick<Dated, 'from' | 'to'>>(one: T, day: string): T[] {
  if (one.from >= day || day > one.to) return [one];
  return [
    { ...one, to: shift(day, -1) },
    { ...one, from: day },
  ];
}

function reversed({ people, leave, earnings, exceptions, ...setting }: Setting): Setting {
  const back = (rows: unknown) => (rows as Writing[]).toReversed();
  return {
    ...setting,
    people: back(people),
    leave: back(leave),
    earnings: back(earnings),
    exceptions: back(exceptions),
  };
}

const AMOUNT = '33333.33';

/** A plain amount at 100 %, counted in one of the ways. */
const amounts = fc
  .tuple(motions, fc.constantFrom(...methods))
  .filter(([{ document }, way]) => document.period.years === undefined || !isMonths(way))
  .map(([world, prorate]): MotionWorld => {
    const { period, leave, payment, ...rest } = world.document;
    const target = { amount: { money: AMOUNT }, hours: 'full', prorate } as FlatPlan['target'];
    const { plan, version, metrics, goals, currency } = rest;
    const kept = { plan, version, metrics, goals, ...(currency && { currency }), ...(leave && { leave }) };
    return {
      ...world,
      document: { ...kept, period, calendars, ...(payment && { payment }), target },
      results: { North: '100%', South: '100%' },
    };
  });

/** The tables pay the whole from 180 days on, which a quarter does not have. */
function isYear({ document }: MotionWorld): boolean {
  return document.period.start !== '2026-04-01';
}

function isMonths(way: unknown): boolean {
  return typeof way === 'object' && way !== null && 'wholeMonths' in way;
}

/** Without proration somebody must have one job, or the plan say which counts. */
function isProrated({ document }: MotionWorld): boolean {
  return document.target.prorate !== 'none';
}

describe('shares of the period', () => {
  test('of somebody there all the time without leave they sum to exactly 1', () => {
    fc.assert(
      fc.property(amounts.filter(isYear).filter(isProrated), (world) => {
        const movers = world.movers.map(alwaysThere);
        for (const award of runOf(written({ ...world, movers })).awards)
          expect(award.amount, JSON.stringify(award.reasons)).toBe(AMOUNT);
      }),
      { ...runs, seed: 65 },
    );
  });

  test('nobody gets more than the whole', () => {
    fc.assert(
      fc.property(amounts.filter(isProrated), (world) => {
        const movers = world.movers.map((mover) => ({ ...mover, exceptions: [] }));
        for (const { amount } of runOf(written({ ...world, movers })).awards)
          if (amount !== undefined) expect(new Fraction(amount).lte(AMOUNT), amount).toBe(true);
      }),
      { ...runs, seed: 66 },
    );
  });
});

/** The jobs of somebody, all in the plan, without days between them or an end, and nothing else. */
function alwaysThere({ id, stretches }: Mover): Mover {
  const end = stretches
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const filled = stretches.map(({ plan: _elsewhere, ...one }, index) => {
    const next = stretches[index + 1];
    if (one.to === end) return { ...one, to: LAST };
    return one.share === undefined && next ? { ...one, to: shift(next.from, -1) } : one;
  });
  return { id, stretches: filled, leave: [], earnings: [], exceptions: [] };
}
