import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualised, customerRetention, retentionFromTotals } from '../../src/metrics/index.js';
import { compare, ONE } from '../../src/num/ratio.js';
import { codesOf, exact, resultOf } from './support.js';

describe('retention of customers', () => {
  // By hand: start 300, end 250, of which 200 not above the start; one of three is gone; 40 are new.
  test('leaves new customers out and counts them', () => {
    const rows = [
      { customer: 'a', start: 100, end: 150 },
      { customer: 'b', start: 100, end: 0 },
      { customer: 'c', start: '100.00', end: '100.00' },
      { customer: 'd', start: 0, end: 40 },
      { customer: 'e', start: 0, end: 0 },
    ];
    expect(resultOf(customerRetention(rows))).toEqual({
      nrr: '5/6',
      grr: '2/3',
      logoRetention: '2/3',
      start: '300',
      end: '250',
      expansion: '50',
      contraction: '0',
      churn: '100',
      customers: 3,
      lost: 1,
      newCustomers: 1,
      newValue: '40',
    });
  });

  test('reads a table as files give it, and names file and row of a fault', () => {
    const table = {
      file: 'customers.csv',
      rows: [
        { customer: 'a', start: '1.000,50', end: '2.001', currency: 'EUR' },
        { customer: 'b', start: 'n/a', end: '-3', currency: 'EUR' },
        { customer: 'a', start: '1', end: '1', currency: 'USD' },
      ],
      numbers: [2, 3, 5],
    };
    const scored = customerRetention(table, { decimal: ',' });
    expect(scored.issues.map(({ code, at }) => [code, at?.file, at?.row, at?.column])).toEqual([
      ['metrics.value.number', 'customers.csv', 2, 'end'],
      ['metrics.value.number', 'customers.csv', 3, 'start'],
      ['metrics.value.range', 'customers.csv', 3, 'end'],
      ['metrics.row.twice', 'customers.csv', 5, 'customer'],
      ['metrics.currency.mixed', 'customers.csv', 5, 'currency'],
    ]);
  });

  const money = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100),
  );
  const rows = fc.array(fc.record({ start: money, end: money }), { minLength: 1, maxLength: 40 });

  test('gross never exceeds net or 100 %, and the parts make up the whole', () => {
    fc.assert(
      fc.property(rows, (customers) => {
        fc.pre(customers.some(({ start }) => start > 0));
        const found = resultOf(customerRetention(customers));
        expect(compare(exact(found.grr), exact(found.nrr))).toBeLessThanOrEqual(0);
        expect(compare(exact(found.grr), ONE)).toBeLessThanOrEqual(0);
        const { start, expansion, contraction, churn } = found;
        const { nrr, grr } = resultOf(retentionFromTotals({ start, expansion, contraction, churn }));
        expect([nrr, grr]).toEqual([found.nrr, found.grr]);
      }),
    );
  });

  test('of nobody is none', () => {
    expect(codesOf(customerRetention([]))).toEqual(['metrics.cohort.none']);
    expect(codesOf(customerRetention('customers.csv' as never))).toEqual(['metrics.input.form']);
  });
});

describe('retention from totals', () => {
  test('no more can be lost than there was', () => {
    const totals = { start: 100, expansion: 0, contraction: 60, churn: 50 };
    expect(codesOf(retentionFromTotals(totals))).toEqual(['metrics.counts.sum']);
    expect(codesOf(retentionFromTotals({ ...totals, start: 0 }))).toEqual(['metrics.value.range']);
  });
});

describe('a monthly churn in a year', () => {
  // By hand: 0.9² = 0.81.
  test('is compounded exactly', () => {
    expect(resultOf(annualised({ monthlyChurn: '10%', months: 2 }))).toEqual({
      retention: '0.81',
      churn: '0.19',
    });
  });

  test('is refused for parts of a month', () => {
    expect(codesOf(annualised({ monthlyChurn: '10%', months: 1.5 }))).toEqual(['metrics.value.range']);
    expect(codesOf(annualised({ monthlyChurn: 2, months: 12 }))).toEqual(['metrics.value.range']);
  });
});
