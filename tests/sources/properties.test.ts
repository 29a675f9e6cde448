import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import type { SourcesReading } from '../../src/sources/index.js';
import type { Writing } from '../support/base.js';
import { customers, expectSum, movements, readOne, scores } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const group = fc.constantFrom('North', 'South', 'East', '', '__proto__', 'constructor');
const day = fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-12-31', '2027-01-01', 'x', '');
const score = fc.oneof(fc.integer({ min: 0, max: 10 }).map(String), fc.constantFrom('', '11', '7.5', 'good'));
const id = fc.integer({ min: 1, max: 40 }).map(String);
const answers = fc.array(fc.record({ id, score, team: group, on: day, type: fc.constantFrom('a', 'b') }), {
  maxLength: 40,
});
const soundAnswers = fc.array(
  fc.record({
    score: fc.integer({ min: 0, max: 10 }).map(String),
    team: group.filter((name) => name !== ''),
  }),
  { minLength: 1, maxLength: 60 },
);

const amount = fc
  .integer({ min: 0, max: 500 })
  .map((cents) => `${Math.floor(cents / 4)}.${(cents % 4) * 25}`);
const list = fc.uniqueArray(
  fc.record({ customer: id, start: amount, end: amount, group: group.filter(Boolean) }),
  {
    selector: (row) => row.customer,
    minLength: 1,
    maxLength: 30,
  },
);

const asked = scores({
  columns: { id: 'id', score: 'score', group: 'team', day: 'on' },
  where: { type: ['a'] },
  ...{ from: '2026-01-01', until: '2026-12-31', blankScores: 'notAnswered' },
});

const summed = (rows: SourcesReading['rows'], key: string) =>
  rows.filter((row) => row['group'] !== undefined).reduce((sum, row) => sum + Number(row[key]), 0);

describe('whatever the rows', () => {
  test.each(['refuse', 'leaveOut'])(
    'their order changes nothing, and each is accounted for: %s',
    (faulty) => {
      const shuffled = answers.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      );
      fc.assert(
        fc.property(shuffled, ([rows, other]) => {
          const [a, b] = [rows, other].map((one) => readOne({ ...asked, faulty }, { 'data.csv': one }));
          expect(b?.rows).toEqual(a?.rows);
          expect(b?.tallies).toEqual(a?.tallies);
          expectSum(a?.tallies[0]);
          const values = a?.rows.filter((row) => row['responses'] === undefined) ?? [];
          expect(values.length > 0).toBe(faulty === 'refuse' && (a?.tallies[0]?.faulty ?? 0) > 0);
        }),
        { numRuns: 300, seed: 61 },
      );
    },
  );

  test('movements too', () => {
    const move = fc.record({
      customer: fc.constantFrom('c1', 'c2', 'c3', ''),
      on: day,
      kind: fc.constantFrom('new', 'expansion', 'contraction', 'churn', 'reactivation', 'x'),
      amount: fc.constantFrom('10', '-10', '5', '-5', '0', 'n/a'),
      group,
    });
    const moves = fc.array(move, { minLength: 1, maxLength: 12 });
    const both = moves.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    const columns = { customer: 'customer', day: 'on', kind: 'kind', amount: 'amount', group: 'group' };
    const source = movements({ columns, opening: 'movements', from: '2026-01-01', until: '2026-12-31' });
    fc.assert(
      fc.property(both, ([rows, other]) => {
        const [a, b] = [rows, other].map((one) => readOne(source, { 'data.csv': one }));
        // A customer in two groups stands in both, whichever row comes first.
        expect(b?.rows).toEqual(a?.rows);
        expect(b?.tallies).toEqual(a?.tallies);
        expectSum(a?.tallies[0]);
      }),
      { numRuns: 300, seed: 62 },
    );
  });
});

describe('groups sum to the company', () => {
  test('answers', () => {
    fc.assert(
      fc.property(soundAnswers, (rows) => {
        const table = rows.map((row, index) => ({ ...row, id: `r${index}` }));
        const read = readOne(scores(), { 'data.csv': table });
        const [company] = read.rows;
        for (const key of ['promoters', 'passives', 'detractors', 'tens', 'responses'])
          expect(summed(read.rows, key)).toBe(Number(company?.[key]));
        expect(Number(company?.['responses'])).toBe(rows.length);
      }),
      { numRuns: 200, seed: 63 },
    );
  });

  test('customers and their value', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const kept = readOne(customers({ counts: 'retention' }), { 'data.csv': rows });
        const [company] = kept.rows;
        expect(summed(kept.rows, 'count')).toBe(Number(company?.['count'] ?? 0));
        expect(summed(kept.rows, 'responses')).toBe(Number(company?.['responses'] ?? 0));
        const net = readOne(customers(), { 'data.csv': rows });
        const there = rows.filter((row) => Number(row.start) > 0);
        const total = (key: 'start' | 'end', of: readonly Writing[]) =>
          of.reduce((sum, row) => sum.add(String(row[key])), new Fraction(0));
        for (const { group: name, value } of net.rows) {
          const own = there.filter((row) => name === undefined || row.group === name);
          expect(total('end', own).div(total('start', own)).equals(String(value))).toBe(true);
        }
        expect(net.rows.length > 0).toBe(there.length > 0);
      }),
      { numRuns: 200, seed: 64 },
    );
  });

  test('gross is never above net, nor above 1', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const [net, gross] = ['netRevenueRetention', 'grossRevenueRetention'].map(
          (counts) => readOne(customers({ counts }), { 'data.csv': rows }).rows,
        );
        for (const [index, row] of (gross ?? []).entries()) {
          const value = new Fraction(String(row['value']));
          expect(value.compare(String(net?.[index]?.['value']))).toBeLessThanOrEqual(0);
          expect(value.compare(1)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 200, seed: 65 },
    );
  });
});
