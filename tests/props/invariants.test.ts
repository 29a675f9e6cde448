import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import { type Award, calculate, type Run } from '../../src/index.js';
import { actualsOf, awardOf, basePlan, peopleOf, planOf, runOf, type Writing } from '../support/base.js';
import { shift } from '../support/calendar.js';
import { deepFreeze } from '../support/deep-freeze.js';
import type { FlatCurve, FlatPlan } from '../support/flat-plan.js';
import { curveOn } from '../support/random-curve.js';
import { AS_OF } from '../support/random-data.js';
import { type RandomWorld, worlds } from '../support/random-world.js';
import { ACHIEVEMENT, written } from '../support/scale.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const options = { asOf: AS_OF };
const runs = { numRuns: 200 };

function run({ document, rows, measured }: RandomWorld, more: object = {}): Run {
  return runOf({ document, people: rows, actuals: measured, options: { ...options, ...more } });
}

describe('runs of random programs', () => {
  test('everybody is accounted for: in = paid + zero + not eligible + withheld', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { reconciliation, awards } = run(world);
        const { people, plans } = reconciliation;
        expect(reconciliation.holds).toBe(true);
        expect(people.in).toBe(world.rows.length);
        expect(people.paid + people.zero + people.notEligible + people.withheld).toBe(people.in);
        expect(plans).toEqual([{ plan: 'random', ...people }]);
        expect(awards.map((award) => award.person)).toEqual(world.rows.map((row) => row['id']));
      }),
      { ...runs, seed: 21 },
    );
  });

  test('totals are the sums of the awards, to the smallest unit', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const { totals, awards } = run(world);
        for (const total of totals) {
          const own = awards.filter((award) => award.amount && award.currency === total.currency);
          const sum = own.reduce((value, award) => value.add(String(award.amount)), new Fraction(0));
          expect(sum.equals(total.amount)).toBe(true);
          expect(total.people).toBe(own.length);
          expect(
            new Fraction(String(total.safe)).add(String(total.atRisk)).equals(String(total.target)),
          ).toBe(true);
        }
      }),
      { ...runs, seed: 22 },
    );
  });

  test('the order of people is irrelevant', () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const forward = run(world);
        const backward = run({ ...world, rows: world.rows.toReversed() });
        for (const award of forward.awards) {
          const { reasons: _mine, ...mine } = award;
          const { reasons: _theirs, ...theirs } = awardOf(backward, award.person);
          expect(theirs).toEqual(mine);
        }
        expect(backward.reconciliation).toEqual(forward.reconciliation);
      }),
      { ...runs, seed: 23 },
    );
  });

  test('splitting an assignment in two with the same content changes nothing', () => {
    fc.assert(
      fc.property(worlds(2), fc.integer({ min: 1, max: 200 }), (world, offset) => {
        const rows = world.rows.map((row) => splitLast(row, shift(world.document.period.start, offset)));
        const whole = run(world);
        const split = run({ ...world, rows });
        expect(split.awards.map(reasonsOnce)).toEqual(whole.awards.map(reasonsOnce));
      }),
      { ...runs, seed: 24 },
    );
  });

  test('calculate is pure: frozen inputs work, and twice gives the same', () => {
    fc.assert(
      fc.property(worlds(2), ({ document, rows, measured }) => {
        const plan = planOf(deepFreeze(structuredClone(document)));
        const data = deepFreeze({
          people: peopleOf(deepFreeze(structuredClone(rows))),
          actuals: actualsOf(deepFreeze(structuredClone(measured))),
        });
        const asked = deepFreeze({ ...options, steps: 'everyone' as const });
        const first = calculate([deepFreeze(plan)], data, asked);
        expect(calculate([plan], data, asked)).toEqual(first);
      }),
      { numRuns: 100, seed: 25 },
    );
  });

  test('a run survives JSON, steps and parts included', () => {
    fc.assert(
      fc.property(worlds(2), (world) => {
        const made = run(world, { steps: 'everyone' });
        expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
      }),
      { numRuns: 100, seed: 26 },
    );
  });

  test('asking for steps changes no award', () => {
    fc.assert(
      fc.property(worlds(2), (world) => {
        const bare = run(world);
        const traced = run(world, { steps: 'everyone' });
        const awards = traced.awards.map(
          ({ steps: _steps, parts: _parts, segments: _segments, ...award }) => award,
        );
        expect(awards).toEqual(bare.awards);
      }),
      { numRuns: 100, seed: 27 },
    );
  });
});

/** The assignment that goes on, cut on a day: both parts hold the same. */
function splitLast(row: Writing, day: string): Writing {
  const all = row['assignments'] as Writing[];
  const last = all.at(-1) as Writing;
  if (String(last['from']) >= day) return row;
  return {
    ...row,
    assignments: [...all.slice(0, -1), { ...last, to: shift(day, -1) }, { ...last, from: day }],
  };
}

/** A fault of two assignments may be told twice. */
function reasonsOnce(award: Award): Award {
  return { ...award, reasons: [...new Map(award.reasons.map((one) => [one.message, one])).values()] };
}

describe('what a plan promises', () => {
  const curve = curveOn(ACHIEVEMENT, 'higher').filter(rises);
  const marks = fc.tuple(fc.integer({ min: 0, max: 44 }), fc.integer({ min: 0, max: 44 }));

  test('a curve that rises gives an award that rises', () => {
    fc.assert(
      fc.property(curve, marks, (points, [a, b]) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((mark) => revenueAward(points, mark));
        expect(low?.lte(high as Fraction)).toBe(true);
      }),
      { numRuns: 400, seed: 31 },
    );
  });

  test('the payout cap is never exceeded, nor the award cap', () => {
    fc.assert(
      fc.property(worlds(), ({ document, rows, measured }) => {
        const { goal, ...kept } = document.limits ?? {};
        const { award: _rounding, ...rounding } = document.rounding ?? {};
        const { risk: _risk, ...plain } = document;
        const capped: FlatPlan = {
          ...plain,
          rounding,
          gates: (document.gates ?? []).map(({ otherwise: _pays, ...gate }) => gate),
          limits: { ...(goal && { goal }), payout: { ...kept.payout, cap: '130%' } },
        };
        for (const award of run({ document: capped, rows, measured }).awards) {
          if (award.amount === undefined) continue;
          const most = new Fraction(String(award.target)).mul('1.3').add('1.3');
          expect(new Fraction(award.amount).lte(most), `${award.amount} of ${award.target}`).toBe(true);
        }
      }),
      { ...runs, seed: 32 },
    );
  });

  test('behind a closed gate, without a safe part, nothing is paid', () => {
    fc.assert(
      fc.property(worlds(), ({ document, rows, measured }) => {
        const { risk: _risk, limits, ...plain } = document;
        const { award: _award, ...kept } = limits ?? {};
        const closed: FlatPlan = {
          ...plain,
          limits: kept,
          gates: [{ person: 'rating', is: 'nobody' }, ...(document.gates ?? [])],
        };
        const made = run({ document: closed, rows, measured });
        for (const award of made.awards.filter((one) => one.amount !== undefined)) {
          expect(new Fraction(String(award.amount)).equals(0)).toBe(true);
          expect(award.reasons.length).toBeGreaterThan(0);
        }
      }),
      { ...runs, seed: 33 },
    );
  });

  test('paidAnyway 100 % pays exactly target', () => {
    fc.assert(
      fc.property(worlds(), ({ document, rows, measured }) => {
        const { limits: _limits, ...plain } = document;
        const safe: FlatPlan = { ...plain, risk: { paidAnyway: '100%', survives: { closedGate: true } } };
        for (const award of run({ document: safe, rows, measured }).awards) {
          expect(award.amount).toBe(award.target);
          expect(award.safe).toBe(award.target);
        }
      }),
      { ...runs, seed: 34 },
    );
  });

  test('atLeast is a floor under every award', () => {
    fc.assert(
      fc.property(worlds(), ({ document, rows, measured }) => {
        const { limits: _limits, ...plain } = document;
        const floored: FlatPlan = { ...plain, risk: { atLeast: '30%', survives: { closedGate: true } } };
        for (const award of run({ document: floored, rows, measured }).awards) {
          if (award.amount === undefined) continue;
          expect(new Fraction(award.amount).gte(String(award.safe))).toBe(true);
        }
      }),
      { ...runs, seed: 35 },
    );
  });
});

/** Payouts that never fall, also on the better side of all points. */
function rises(curve: FlatCurve): boolean {
  if ('better' in curve && curve.better === 'nothing') return false;
  if ('worse' in curve && curve.worse === 'hold') return risesIn(curve.points.map(([, y]) => y));
  if ('points' in curve && curve.worse === 'continue') return false;
  if ('bands' in curve) return risesIn(curve.bands.map((band) => band.pays));
  return risesIn(('points' in curve ? curve.points : curve).map(([, y]) => y));
}

function risesIn(payouts: readonly (string | number)[]): boolean {
  const values = payouts.map((one) =>
    Number.parseFloat(String(one).replace('1/3', '33').replace('2/3', '67')),
  );
  const known = values.map((one, index) => (String(payouts[index]) === '7/6' ? 116.7 : one));
  return known.every((one, index) => index === 0 || one >= (known[index - 1] as number));
}

/** What Ann is awarded for revenue alone, at a mark of achievement. */
function revenueAward(curve: unknown, mark: number): Fraction {
  const document = basePlan({ goals: [{ metric: 'revenue', weight: 1, reads: 'achievement', curve }] });
  const value = new Fraction(written(ACHIEVEMENT, mark).replace('%', '')).mul(10_000);
  const rows = [{ id: 'ann', salary: 85000, currency: 'USD', targetPercent: '10%', team: 'North' }];
  const measured = [{ metric: 'revenue', value: value.toString(), status: 'final' }];
  const made = runOf({ document, people: rows, actuals: measured });
  return new Fraction(String(awardOf(made, 'ann').amount));
}
