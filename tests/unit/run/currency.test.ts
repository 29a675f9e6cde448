import { describe, expect, test } from 'vitest';
import type { Writing } from '../../support/base.js';
import { plainPerson, plainPlan, plainRun } from '../../support/plain.js';

/** A plan without a currency of its own; the result is 80 %. */
const outcome = (target: Writing, person: Writing) => {
  const { currency: _none, ...document } = plainPlan({
    target: { hours: 'full', prorate: 'none', ...target },
  });
  const run = plainRun({ document, people: plainPerson(person) });
  const [award] = run.awards;
  return award?.amount === undefined ? run.issues.map(({ code }) => code) : [award.amount, award.currency];
};

const byGrade = { by: 'grade', values: { G5: 5000 }, currency: 'EUR' };

describe('the currency of an award, where the plan states none', () => {
  test('is that of the amounts of its target, whatever pay is in', () => {
    for (const currency of ['', 'USD'])
      expect(outcome({ amount: byGrade }, { grade: 'G5', currency })).toEqual(['4000.00', 'EUR']);
  });

  test('is that of the midpoints of its target', () => {
    // 10 % of 50,000 at 80 %
    const of = { by: 'grade', values: { G5: 50_000 }, currency: 'EUR' };
    expect(outcome({ percent: '10%', of }, { grade: 'G5', currency: '' })).toEqual(['4000.00', 'EUR']);
  });

  test('is that of every rung of its ladder', () => {
    const amount = { ...byGrade, otherwise: { money: 1000, currency: 'EUR' } };
    expect(outcome({ amount }, { grade: 'G9', currency: '' })).toEqual(['800.00', 'EUR']);
  });

  test('is that of pay where a rung is a column, and then amounts must be in it', () => {
    const amount = { person: 'potential', otherwise: byGrade };
    expect(outcome({ amount }, { potential: 2000, grade: 'G5', currency: 'USD' })).toEqual([
      '1600.00',
      'USD',
    ]);
    expect(outcome({ amount }, { potential: '', grade: 'G5', currency: 'EUR' })).toEqual(['4000.00', 'EUR']);
    expect(outcome({ amount }, { potential: '', grade: 'G5', currency: 'USD' })).toEqual([
      'run.currency.mixed',
    ]);
  });

  test('is that of pay where rungs are in two currencies', () => {
    const amount = { ...byGrade, otherwise: { money: 1000, currency: 'USD' } };
    expect(outcome({ amount }, { grade: 'G9', currency: 'USD' })).toEqual(['800.00', 'USD']);
    expect(outcome({ amount }, { grade: 'G5', currency: 'USD' })).toEqual(['run.currency.mixed']);
  });
});
