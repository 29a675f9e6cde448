import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import type { Award, PlanDocument } from '../../src/index.js';
import { type Correction, correct, movers, readStoredRun, type StoredRun } from '../../src/retro/index.js';
import type { Writing } from '../support/base.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { AS_OF, actuals, people } from '../support/random-data.js';
import { plan } from '../support/random-plan.js';
import { draft, final } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 120 };

/** What was known at one time: the ids of people repeat from state to state. */
interface State {
  readonly rows: Writing[];
  readonly measured: Writing[];
}

interface History {
  readonly document: PlanDocument;
  readonly states: readonly [State, State, State];
}

/** One plan, and three states of its people and of what was measured. */
const histories: fc.Arbitrary<History> = plan.chain((document) => {
  const state = people(document, 4).chain((rows) =>
    actuals(document, rows).map((measured): State => ({ rows, measured })),
  );
  return fc.tuple(state, state, state).map((states) => ({ document, states }));
});

function made(make: typeof draft, document: PlanDocument, { rows, measured }: State, paid: StoredRun[] = []) {
  return make({ people: rows, actuals: measured, documents: [document], paid, options: { asOf: AS_OF } });
}

/** The award a chain states of a person; withheld is no statement. */
function stated(paid: readonly StoredRun[], person: string): Award | undefined {
  const awards = paid.flatMap((run) => run.awards.filter((award) => award.person === person));
  return awards.filter(({ status }) => status !== 'withheld').at(-1);
}

function sumOf(
  amounts: readonly { readonly amount?: string; readonly currency?: string }[],
  currency: string,
) {
  const own = amounts.filter((one) => one.currency === currency && one.amount !== undefined);
  return own.reduce((sum, one) => sum.add(String(one.amount)), new Fraction(0));
}

const CURRENCIES = ['USD', 'JPY', 'KWD'];

function expectComplete(correction: Correction, paid: readonly StoredRun[], now: StoredRun): void {
  for (const award of now.awards) {
    const own = correction.differences.filter(({ person }) => person === award.person);
    if (award.status === 'withheld') {
      expect(own).toEqual([]);
      continue;
    }
    const before = stated(paid, award.person);
    for (const currency of CURRENCIES) {
      const due = sumOf(own, currency).add(sumOf(before ? [before] : [], currency));
      expect(due.equals(sumOf([award], currency)), `${award.person} ${currency}`).toBe(true);
    }
  }
}

describe('corrections of random histories', () => {
  test('what was paid and the differences are the new awards, for everybody looked at', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b, c] }) => {
        const first = made(final, document, a);
        const second = made(final, document, b, [first]);
        const third = made(draft, document, c);
        expectComplete(correct([first], second), [first], second);
        expectComplete(correct([first, second], third), [first, second], third);
      }),
      { ...runs, seed: 91 },
    );
  });

  test('everybody is accounted for, and totals are sums', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b] }) => {
        const paid = made(final, document, a);
        const { reconciliation, differences, held, unchanged, totals, run } = correct(
          [paid],
          made(draft, document, b),
        );
        const { people: all } = reconciliation;
        expect(reconciliation.holds).toBe(true);
        expect(all.changed + all.unchanged + all.withheld + all.missing).toBe(all.in);
        expect([all.unchanged, all.withheld + all.missing]).toEqual([unchanged, held.length]);
        for (const { currency, before, now, amount } of totals) {
          expect(new Fraction(before).add(amount).equals(now)).toBe(true);
          expect(sumOf(differences, currency).equals(amount)).toBe(true);
          expect(sumOf(run.awards, currency).equals(amount)).toBe(true);
        }
      }),
      { ...runs, seed: 92 },
    );
  });

  test('every difference of somebody who was paid has a cause', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b] }) => {
        const correction = correct([made(final, document, a)], made(draft, document, b));
        expect(correction.issues.filter(({ code }) => code === 'retro.cause.unknown')).toEqual([]);
      }),
      { ...runs, seed: 93 },
    );
  });

  test('a raise of one person is the one cause of the one difference', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a] }) => {
        const [first, ...others] = a.rows as [Writing, ...Writing[]];
        const assignments = (first['assignments'] as Writing[]).map((one) => ({
          ...one,
          salary: String(Number(one['salary']) + 1000),
        }));
        const raised = { ...a, rows: [{ ...first, assignments }, ...others] };
        const { differences } = correct([made(final, document, a)], made(draft, document, raised));
        for (const { person: id, causes } of differences) {
          expect(id).toBe('e-1');
          expect(causes.map(({ input }) => input).every((input) => input === 'salary')).toBe(true);
        }
      }),
      { ...runs, seed: 98 },
    );
  });

  test('following the same run gives nothing', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b] }) => {
        const first = made(final, document, a);
        expect(correct([first], first).differences).toEqual([]);
        const second = made(final, document, b, [first]);
        const again = correct([first, second], second);
        expect(again.differences).toEqual([]);
        expect(again.issues.filter(({ code }) => code.startsWith('retro.person.never'))).toEqual([]);
      }),
      { ...runs, seed: 94 },
    );
  });

  test('the order of people is irrelevant', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b] }) => {
        const turned = ({ rows, measured }: State) => ({ rows: rows.toReversed(), measured });
        const forward = correct([made(final, document, a)], made(draft, document, b));
        const backward = correct([made(final, document, turned(a))], made(draft, document, turned(b)));
        expect(byPerson(backward)).toEqual(byPerson(forward));
        expect(backward.reconciliation).toEqual(forward.reconciliation);
        const sorted = ({ totals }: Correction) =>
          totals.toSorted((x, y) => (x.currency < y.currency ? -1 : 1));
        expect(sorted(backward)).toEqual(sorted(forward));
      }),
      { ...runs, seed: 95 },
    );
  });

  test('it is pure, and every stored run can be read again', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b] }) => {
        const paid = deepFreeze(made(final, document, a));
        const now = deepFreeze(made(draft, document, b));
        const read = readStoredRun(JSON.parse(JSON.stringify(paid)));
        expect(read.issues).toEqual([]);
        expect(read.ok && correct([read.run], now)).toEqual(correct([paid], now));
      }),
      { ...runs, seed: 96 },
    );
  });

  test('movers are the largest differences of two runs, in each currency', () => {
    fc.assert(
      fc.property(histories, ({ document, states: [a, b] }) => {
        const [before, after] = [made(draft, document, a), made(draft, document, b)];
        const all = movers(before, after, 99);
        for (const currency of CURRENCIES) {
          const own = all.filter((one) => one.currency === currency);
          const sizes = own.map(({ amount }) => new Fraction(amount).abs());
          expect(sizes.every((size, at) => at === 0 || size.lte(sizes[at - 1] as Fraction))).toBe(true);
          const top = movers(before, after, 2).filter((one) => one.currency === currency);
          expect(top).toEqual(own.slice(0, 2));
        }
      }),
      { ...runs, seed: 97 },
    );
  });
});

/** Differences without the rows they stand in, which move when people do. */
function byPerson({ differences }: Correction) {
  return differences
    .map(({ causes, ...one }) => ({ ...one, causes: causes.map(({ at: _, ...cause }) => cause) }))
    .toSorted((x, y) => (x.person + x.currency < y.person + y.currency ? -1 : 1));
}
