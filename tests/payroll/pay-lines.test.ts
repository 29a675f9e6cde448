import { describe, expect, test } from 'vitest';
import { payLines } from '../../src/payroll/index.js';
import type { Award, Run } from '../../src/run/run.js';

const period = { start: '2026-01-01', end: '2026-12-31' };

function award(person: string, amount: string, more: Partial<Award> = {}): Award {
  const status = Number(amount) === 0 ? 'zero' : 'paid';
  return {
    person,
    plan: 'a',
    version: '1',
    period,
    status,
    reasons: [],
    currency: 'USD',
    amount,
    restsOn: 'final',
    ...more,
  };
}

function run(awards: readonly Award[], plans: readonly string[] = ['a']): Run {
  const none = { in: 0, paid: 0, zero: 0, notEligible: 0, withheld: 0 };
  return {
    status: 'draft',
    asOf: '2027-01-31',
    plans: plans.map((plan) => ({ plan, version: '1', period })),
    awards,
    totals: [],
    reconciliation: { people: none, plans: [], holds: true },
    exceptions: [],
    issues: [],
  };
}

const options = { payDate: '2027-02-26', payCode: 'BONUS' };

describe('canonical pay lines', () => {
  test('one line an award, zero and withheld left out, ids kept as text', () => {
    const withheld: Award = { person: 'x', plan: 'a', version: '1', period, status: 'withheld', reasons: [] };
    const { lines, controls, issues } = payLines(
      run([award('00123', '10.10'), award('2', '0.00'), withheld]),
      options,
    );
    expect(issues).toEqual([]);
    expect(lines).toEqual([
      {
        lineId: 'a:00123:2027-02-26:BONUS:USD',
        employeeId: '00123',
        payCode: 'BONUS',
        amount: '10.10',
        currency: 'USD',
        payDate: '2027-02-26',
        periodStart: '2026-01-01',
        periodEnd: '2026-12-31',
        planId: 'a',
        planVersion: '1',
      },
    ]);
    expect(controls).toEqual([{ currency: 'USD', lines: 1, amount: '10.10' }]);
  });

  test('two plans under one code are one line: a second of the same day would replace the first in several payrolls', () => {
    const two = run([award('1', '10.10'), award('1', '0.95', { plan: 'b' })], ['a', 'b']);
    const { lines, controls } = payLines(two, options);
    expect(lines.map((line) => [line.amount, line.planId])).toEqual([['11.05', 'a+b']]);
    expect(controls).toEqual([{ currency: 'USD', lines: 1, amount: '11.05' }]);
    const apart = payLines(two, { ...options, payCode: { a: 'A1', b: 'B1' } });
    expect(apart.lines.map((line) => [line.payCode, line.amount])).toEqual([
      ['A1', '10.10'],
      ['B1', '0.95'],
    ]);
  });

  test('control totals by currency are exact, also without decimals and with three', () => {
    const mixed = run([
      award('1', '0.10'),
      award('2', '0.20'),
      award('3', '7', { currency: 'JPY' }),
      award('4', '1.005', { currency: 'KWD' }),
    ]);
    expect(payLines(mixed, options).controls).toEqual([
      { currency: 'JPY', lines: 1, amount: '7' },
      { currency: 'KWD', lines: 1, amount: '1.005' },
      { currency: 'USD', lines: 2, amount: '0.30' },
    ]);
  });

  test('line ids of hostile ids cannot be mistaken for each other', () => {
    const { lines } = payLines(
      run([award('1:2', '1.00'), award('1', '1.00', { plan: 'a:2' })], ['a', 'a:2']),
      { ...options, payCode: 'X' },
    );
    expect(new Set(lines.map((line) => line.lineId)).size).toBe(2);
  });

  test('a run of differences has line ids of its own, by the number of payments before', () => {
    const ids = [undefined, 1, 2].map((follows) => {
      const made = { ...run([award('1', '5.00')]), ...(follows !== undefined && { follows }) };
      return payLines(made, options).lines[0]?.lineId;
    });
    expect(ids).toEqual(['', ':2', ':3'].map((end) => `a:1:2027-02-26:BONUS:USD${end}`));
  });

  test('payroll.run.whole: whole awards of a run that follows others are not paid', () => {
    const refused = payLines({ ...run([award('1', '5.00')]), after: 1 }, options);
    expect(refused.lines).toEqual([]);
    expect(refused.issues.map((one) => one.code)).toEqual(['payroll.run.whole']);
  });

  test('negative awards are refused unless asked for: payroll.line.negative', () => {
    const negative = run([award('1', '-5.00'), award('2', '5.00')]);
    const refused = payLines(negative, options);
    expect(refused.lines).toEqual([]);
    expect(refused.issues.map((one) => one.code)).toEqual(['payroll.line.negative']);
    expect(payLines(negative, { ...options, negatives: true }).controls).toEqual([
      { currency: 'USD', lines: 2, amount: '0.00' },
    ]);
  });

  test('payroll.date.form, payroll.code.form: nothing is made', () => {
    const bad = payLines(run([award('1', '5.00')]), { payDate: '2027-02-30', payCode: '' });
    expect(bad.lines).toEqual([]);
    expect(bad.issues.map((one) => one.code)).toEqual(['payroll.date.form', 'payroll.code.form']);
    expect(payLines(run([award('1', '5.00')]), { ...options, payCode: { other: 'X' } }).issues[0]?.code).toBe(
      'payroll.code.form',
    );
    expect(payLines(run([award('1', '5.00')]), { ...options, payCode: 'A,B\n' }).issues[0]?.code).toBe(
      'payroll.code.form',
    );
  });

  test('payroll.award.not-final warns, and pays', () => {
    const open = payLines(run([award('1', '5.00', { restsOn: 'provisional' })]), options);
    expect(open.issues.map((one) => [one.code, one.severity])).toEqual([
      ['payroll.award.not-final', 'warning'],
    ]);
    expect(open.lines).toHaveLength(1);
  });
});
