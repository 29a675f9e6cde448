import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test, vi } from 'vitest';
import type { Accrual, AccrualTotal } from '../../src/accrual/index.js';
import { parseRates } from '../../src/data/rates.js';
import type { StoredRun } from '../../src/retro/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { accrued, CLOSINGS, estimate, paidRun, person } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 40 };

interface Somebody {
  readonly salary: number;
  readonly currency: string;
  readonly costCentre: string;
  /** Leaves after so many closings; at the fourth nobody has left. */
  readonly until: number;
}

const somebody: fc.Arbitrary<Somebody> = fc.record({
  salary: fc.integer({ min: 0, max: 99_999_999 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
  costCentre: fc.constantFrom('100', '200', '300', 'é'),
  until: fc.integer({ min: 1, max: 5 }),
});

interface World {
  readonly people: readonly Somebody[];
  readonly scores: readonly number[];
  readonly rates: readonly number[];
}

const worlds: fc.Arbitrary<World> = fc.record({
  people: fc.array(somebody, { minLength: 1, maxLength: 6 }),
  scores: fc.array(fc.integer({ min: 25, max: 65 }), { minLength: 5, maxLength: 5 }),
  rates: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 5, maxLength: 5 }),
});

const DAYS = [...CLOSINGS, '2027-01-31'];

/** Salaries in hundredths, or in yen; who is gone by a closing is left out of its people. */
function rowsOf({ people }: World, closing: number, costCentre: (one: Somebody) => string) {
  const here = people
    .map((one, index) => ({ ...one, id: `p-${index}` }))
    .filter((one, index) => one.until > closing || index === 0);
  return here.map((one) =>
    person(one.id, {
      salary: one.currency === 'JPY' ? String(one.salary) : (one.salary / 100).toFixed(2),
      currency: one.currency,
      costCentre: costCentre(one),
    }),
  );
}

function storiesOf(world: World, costCentre = (one: Somebody) => one.costCentre): StoredRun[] {
  return DAYS.map((day, index) => {
    const make = index === 4 ? paidRun : estimate;
    return make(day, world.scores[index] ?? 0, { people: rowsOf(world, index, costCentre) });
  });
}

function ratesOf({ rates }: World) {
  const rows = DAYS.flatMap((day, index) =>
    ['USD', 'JPY', 'KWD'].map((from) => ({
      from,
      to: 'EUR',
      day,
      rate: String((rates[index] ?? 1) / 10_000),
    })),
  );
  return parseRates(rows);
}

const RULES = {
  accounts: { expense: '6200', liability: '2400', exchange: '6960' },
  onCosts: [{ name: 'levy', rate: '12.34%' }],
};

function accrualOf(
  world: World,
  changes: { reportingCurrency?: string } = {},
  stories = storiesOf(world),
  by = ['costCentre'],
): Accrual {
  const rates = changes.reportingCurrency === undefined ? {} : { rates: ratesOf(world) };
  const options = { ...rates, actual: stories[4] as StoredRun, by };
  return accrued(deepFreeze(stories.slice(0, 4)), { ...RULES, ...changes }, options);
}

function sum(amounts: readonly (string | undefined)[]): Fraction {
  return amounts.reduce((all, one) => all.add(new Fraction(one ?? '0')), new Fraction(0));
}

function expectAccrued({ issues, closings }: Accrual): void {
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(closings).toHaveLength(5);
}

const DIGITS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };

test('the liability is the sum of the awards times the share of the days, rounded half up', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const stories = storiesOf(world);
      const made = accrualOf(world, {}, stories);
      expectAccrued(made);
      // Days of 2026 up to the ends of the quarters; then all.
      const shares = [90, 181, 273, 365, 365].map((days) => new Fraction(days, 365));
      for (const [index, closing] of made.closings.entries())
        for (const { currency, liability, onCost } of closing.totals.filter((one) => !one.onCost)) {
          const awards = stories[index]?.awards.filter((one) => one.currency === currency) ?? [];
          const exact = sum(awards.map(({ amount }) => amount)).mul(shares[index] ?? 0);
          const digits = DIGITS[currency] ?? 2;
          expect([onCost, liability]).toEqual([undefined, toText(exact, digits)]);
        }
    }),
    runs,
  );
});

/** Half up, in digits of its own making. */
function toText(value: Fraction, digits: number): string {
  const units = value
    .mul(10 ** digits)
    .add(new Fraction(1, 2))
    .floor().n;
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

test('expenses sum to the last liability, lines to totals, debits to credits, line by line and in all', () => {
  fc.assert(
    fc.property(worlds, fc.boolean(), (world, isReported) => {
      const made = accrualOf(world, isReported ? { reportingCurrency: 'EUR' } : {});
      expectAccrued(made);
      expect(made.holds).toBe(true);
      const last = made.closings.at(-1);
      const all = made.closings.flatMap(({ lines }) => lines);
      for (const currency of Object.keys(DIGITS)) {
        const own = all.filter((one) => one.currency === currency);
        const owed = last?.lines.filter((one) => one.currency === currency) ?? [];
        expect(sum(own.map(({ expense }) => expense))).toEqual(sum(owed.map(({ liability }) => liability)));
        const booked = sum(own.flatMap(({ reporting }) => [reporting?.expense, reporting?.exchange]));
        expect(booked).toEqual(sum(owed.map(({ reporting }) => reporting?.liability)));
      }
      for (const day of DAYS) expectBalanced(made, day);
      expect(new Set(made.journal.map(({ lineId }) => lineId)).size).toBe(made.journal.length);
    }),
    runs,
  );
});

function expectBalanced({ journal }: Accrual, day: string): void {
  const lines = journal.filter(({ date }) => date === day);
  for (const currency of new Set(lines.map((one) => one.currency))) {
    const own = lines.filter((one) => one.currency === currency);
    expect(sum(own.map(({ debit }) => debit))).toEqual(sum(own.map(({ credit }) => credit)));
  }
  for (const { debit, credit } of lines) {
    expect(`${debit}${credit}`).not.toContain('-');
    expect([debit, credit].filter((side) => /[1-9]/.test(side))).toHaveLength(1);
  }
}

/** Totals without what groups people are in. */
function totalsOf({ closings }: Accrual): readonly (readonly AccrualTotal[])[] {
  return closings.map(({ totals }) =>
    totals.filter(({ liability, expense }) => /[1-9]/.test(liability + expense)),
  );
}

test('splitting people between groups changes no total, nor what is booked in all', () => {
  fc.assert(
    fc.property(worlds, fc.boolean(), (world, isReported) => {
      const changes = isReported ? { reportingCurrency: 'EUR' } : {};
      const apart = accrualOf(world, changes);
      const together = accrualOf(world, changes, storiesOf(world), []);
      const others = accrualOf(
        world,
        changes,
        storiesOf(world, ({ salary }) => `c${salary % 3}`),
      );
      expect(totalsOf(together)).toEqual(totalsOf(apart));
      expect(totalsOf(others)).toEqual(totalsOf(apart));
    }),
    runs,
  );
});

test('what is trued up is what was paid less what was accrued, line by line', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { againstPaid, closings } = accrualOf(world);
      const [before, paid] = closings.slice(-2);
      const of = (all: typeof before, currency: string) =>
        sum(all?.lines.filter((one) => one.currency === currency).map(({ liability }) => liability) ?? []);
      for (const currency of Object.keys(DIGITS)) {
        const own = againstPaid?.lines.filter((one) => one.currency === currency) ?? [];
        const difference = of(paid, currency).sub(of(before, currency));
        expect(sum(own.map((one) => one.difference))).toEqual(difference);
        expect(sum(own.map((one) => one.accrued))).toEqual(of(before, currency));
        const totals = againstPaid?.totals.filter((one) => one.currency === currency) ?? [];
        expect(sum(totals.map((one) => one.difference))).toEqual(difference);
      }
    }),
    runs,
  );
});
