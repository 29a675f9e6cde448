import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test, vi } from 'vitest';
import { compare } from '../../src/compare/index.js';
import { worksheets } from '../../src/decide/index.js';
import { readStoredRun } from '../../src/retro/index.js';
import { verify } from '../../src/verify/index.js';
import type { Writing } from '../support/base.js';
import { decidedPlan, decision, report, runOf, storedOf } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const RULES = { range: { from: '50%', to: '150%' }, budget: '110%' };

/** Amounts near and in the range of 7,300, with and without faults; who decides, when and why. */
const row = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'nobody'),
  amount: fc.oneof(
    fc
      .integer({ min: 300_000, max: 1_200_000 })
      .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
    fc.constantFrom('', '3650', '10950.00', '-1', '7300.001', 'x', '=1', '__proto__'),
  ),
  by: fc.constantFrom('m-1', 'm-1', 'm-2', ''),
  on: fc.constantFrom('2027-01-20', '2027-01-20', '2027-02-20', '2027-13-01'),
  reason: fc.constantFrom('Led the launch', 'Led the launch', '', '\u0000\ud800'),
  formula: fc.constantFrom('7300', '', '7300.00', '7299'),
});
const people = ['a', 'b', 'c', 'd'].map((id) => report(id, { manager: id === 'd' ? 'm-2' : 'm-1' }));
const made = (rows: readonly Writing[]) => ({
  people,
  documents: [decidedPlan(RULES)],
  decisions: rows.map((one) => decision(String(one['id']), one['amount'], one)),
});

/** What is right about a row, by the rules as the plan states them; written down apart from the code. */
function isRight({ amount, by, on, reason, formula, id }: Writing): boolean {
  const isMoney = /^\d+(\.\d{1,2})?$/.test(String(amount));
  const isWithin = isMoney && Number(amount) >= 3650 && Number(amount) <= 10950;
  const isTheirs = by === (id === 'd' ? 'm-2' : 'm-1');
  return isWithin && isTheirs && on === '2027-01-20' && reason !== '' && formula !== '7299';
}

test('a decision is applied exactly, or there is an issue and the person is withheld; sums are those of the awards', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const run = runOf({ ...made(rows), options: { steps: 'everyone' } });
      const decided = rows.filter(({ amount }) => amount !== '');
      for (const award of run.awards) {
        const own = decided.filter(({ id }) => id === award.person);
        const [one] = own;
        if (one === undefined) expect(award).toMatchObject({ amount: '7300.00', status: 'paid' });
        else if (own.length === 1 && isRight(one))
          expect(award).toMatchObject({
            amount: Number(one.amount).toFixed(2),
            decided: { formula: '7300.00' },
          });
        else expect(award).toMatchObject({ status: 'withheld' });
        const parts = (award.parts ?? []).reduce((sum, part) => sum.add(part.amount), new Fraction(0));
        expect(parts.equals(award.amount ?? '0')).toBe(true);
      }
      const withheld = run.awards.some(({ status }) => status === 'withheld');
      if (withheld || decided.some(({ id }) => id === 'nobody'))
        expect(run.issues.some(({ severity }) => severity === 'error')).toBe(true);
      for (const total of run.totals) {
        const known = run.awards.filter(({ amount }) => amount !== undefined);
        const sum = known.reduce((all, { amount = '0' }) => all.add(amount), new Fraction(0));
        expect(sum.equals(total.amount)).toBe(true);
        const formulas = new Fraction(7300).mul(known.length);
        expect(formulas.equals(total.formula ?? total.amount)).toBe(true);
      }
      expect(run.reconciliation.holds).toBe(true);
    }),
  );
});

test('a stored run with decisions is read, verified and made into worksheets; budgets are those of its awards', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
      const stored = JSON.parse(JSON.stringify(storedOf(made(rows))));
      const read = readStoredRun(stored);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      expect(verify(stored)).toMatchObject({ holds: true, differences: [] });
      const sheets = worksheets(read.run).worksheets;
      for (const { rows: own, budgets } of sheets) {
        const known = own.map(({ amount, formula }) => new Fraction(amount ?? formula));
        const spent = known.reduce((sum, amount) => sum.add(amount), new Fraction(0));
        expect(spent.equals(budgets[0]?.amount ?? '')).toBe(true);
        const left = new Fraction(7300).mul(own.length).mul('1.1').sub(spent);
        expect(left.equals(budgets[0]?.left ?? '')).toBe(true);
        const isRefused = read.run.awards.some(
          ({ person, status }) => status === 'withheld' && (person === 'd' ? 'm-2' : 'm-1') === own[0]?.by,
        );
        const isOver = left.compare(0) < 0 && rows.length > 0 && !isRefused;
        const told = read.run.issues.filter(
          ({ code, path }) => code === 'decisions.budget.exceeded' && path[2] === own[0]?.by,
        );
        expect(told.length > 0).toBe(isOver);
      }
    }),
    { numRuns: 60 },
  );
});

test('two runs compared: what is attributed sums to the difference', () => {
  const scored = fc.constantFrom(40, 45, 52, 60);
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 4 }),
      fc.array(row, { maxLength: 4 }),
      scored,
      (before, now, score) => {
        const actuals = [{ metric: 'score', group: 'North', value: score, status: 'final' }];
        const compared = compare(storedOf(made(before)), storedOf({ ...made(now), actuals }));
        for (const { difference, inputs, status } of compared.people) {
          if (status !== 'moved' || difference === undefined) continue;
          const sum = inputs.reduce((all, { amount }) => all.add(amount), new Fraction(0));
          expect(sum.equals(difference)).toBe(true);
        }
      },
    ),
    { numRuns: 40 },
  );
});
