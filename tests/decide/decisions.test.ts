import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/index.js';
import { awardOf, type Writing } from '../support/base.js';
import { expectIssue } from '../support/expect-issue.js';
import { decidedPlan, decision, decisionCodes, report, runOf } from './support.js';

const one = (amount: unknown, changes: Writing = {}, rules: Writing = {}): Run =>
  runOf({
    documents: [decidedPlan({ budget: '200%', ...rules })],
    decisions: [decision('ann', amount, changes)],
    options: { steps: ['ann'] },
  });

/** Withheld, with the one code, while ben is paid what the formula gives. */
function expectRefused(run: Run, code: string, column: string) {
  expect(decisionCodes(run)).toEqual([code]);
  expectIssue(run.issues, code as Parameters<typeof expectIssue>[1], { row: 1, column });
  expect(awardOf(run, 'ann')).toMatchObject({ status: 'withheld', reasons: [{ code: 'withheld' }] });
  expect(awardOf(run, 'ann').amount).toBeUndefined();
  expect(awardOf(run, 'ben').amount).toBe('7300.00');
}

describe('a decision', () => {
  test('is the award, with what the formula gave beside it', () => {
    const run = one('8000');
    expect(awardOf(run, 'ann')).toMatchObject({
      status: 'paid',
      amount: '8000.00',
      decided: { formula: '7300.00', by: 'm-1', on: '2027-01-20', reason: 'Led the launch' },
    });
    expect(awardOf(run, 'ben').decided).toBeUndefined();
    // 8,000 + 7,300, and twice 7,300.
    expect(run.totals).toMatchObject([{ amount: '15300.00', formula: '14600.00', people: 2 }]);
    expect(run.issues).toEqual([]);
  });

  test('is the last part and the last step: parts sum to the award', () => {
    const { parts = [], steps = [] } = awardOf(one('8000'), 'ann');
    expect(parts.map(({ stage, amount }) => [stage, amount])).toEqual([
      ['goal', '7300.00'],
      ['decision', '700.00'],
    ]);
    expect(steps.at(-1)).toEqual({
      stage: 'decision',
      name: 'decision',
      shown: '8,000.00 EUR',
      value: '8000.00',
      how: 'decided by m-1 on 2027-01-20 instead of 7,300.00 EUR: Led the launch',
    });
  });

  test('that confirms the formula has a step and no part', () => {
    const award = awardOf(one('7300.00'), 'ann');
    expect(award.decided?.formula).toBe('7300.00');
    expect(award.parts?.map(({ stage }) => stage)).toEqual(['goal']);
    expect(award.steps?.at(-1)?.how).toBe('confirmed by m-1 on 2027-01-20: Led the launch');
  });

  test('of nothing pays nothing, and that is the reason', () => {
    const run = one('0', {}, { range: { from: 'unlimited', to: '120%' } });
    expect(awardOf(run, 'ann')).toMatchObject({
      status: 'zero',
      amount: '0.00',
      reasons: [{ code: 'decided' }],
      decided: { formula: '7300.00' },
    });
    expect(run.reconciliation.people).toMatchObject({ paid: 1, zero: 1, withheld: 0 });
  });

  test('pays where the formula gave nothing, when the range allows it', () => {
    // A score of 20 lies below the curve: nothing. Up to 500 may be decided whatever the formula gives.
    const run = runOf({
      documents: [
        decidedPlan(
          { range: { from: 'unlimited', to: { money: 500 } }, budget: undefined },
          { currency: 'EUR' },
        ),
      ],
      actuals: [{ metric: 'score', group: 'North', value: 20, status: 'final' }],
      decisions: [decision('ann', '500')],
    });
    expect(awardOf(run, 'ann')).toMatchObject({
      status: 'paid',
      amount: '500.00',
      reasons: [],
      decided: { formula: '0.00' },
    });
    expect(awardOf(run, 'ben')).toMatchObject({ status: 'zero', reasons: [{ code: 'payout-zero' }] });
  });

  test('may be both ends of the range: 80 % and 120 % of 7,300 are 5,840 and 8,760', () => {
    for (const amount of ['5840.00', '8760']) expect(decisionCodes(one(amount))).toEqual([]);
    for (const amount of ['5839.99', '8760.01'])
      expectRefused(one(amount), 'decisions.amount.range', 'amount');
  });

  test('lies within exact ends: a third of 7,300 is 2,433.33…, so 2,433.33 is below it and 2,433.34 is not', () => {
    const third = { range: { from: '1/3', to: 'unlimited' } };
    expectRefused(one('2433.33', {}, third), 'decisions.amount.range', 'amount');
    expect(decisionCodes(one('2433.34', {}, third))).toEqual([]);
    expect(decisionCodes(one('99999', {}, { ...third, budget: undefined }))).toEqual([]);
  });

  test('is refused by somebody else, on a later day, without reason, or in another currency', () => {
    expectRefused(one('8000', { by: 'm-2' }), 'decisions.by.other', 'by');
    expectRefused(one('8000', { on: '2027-02-01' }), 'decisions.day.later', 'on');
    expectRefused(one('8000', { reason: ' ' }), 'decisions.reason.missing', 'reason');
    expectRefused(one('8000', { currency: 'USD' }), 'decisions.currency.other', 'currency');
  });

  test('needs a reason as the plan says', () => {
    const without = { reason: '' };
    expectRefused(one('7300.01', without, { reason: 'whenChanged' }), 'decisions.reason.missing', 'reason');
    expect(decisionCodes(one('7300', without, { reason: 'whenChanged' }))).toEqual([]);
    expect(decisionCodes(one('7300.01', without, { reason: 'optional' }))).toEqual([]);
  });

  test('made on another formula amount is refused; as numbers they are compared', () => {
    expectRefused(one('8000', { formula: '7299.99' }), 'decisions.formula.other', 'formula');
    for (const formula of ['7300', 7300, '7300.00', ''])
      expect(decisionCodes(one('8000', { formula }))).toEqual([]);
  });

  test('is read in its own decimals', () => {
    const refused = one('8000.001', { currency: 'EUR' });
    expect(awardOf(refused, 'ann').status).toBe('withheld');
    expectRefused(one('8000.0050'), 'decisions.amount.decimals', 'amount');
  });

  test('for a plan that lets nobody decide withholds', () => {
    const run = runOf({
      documents: [decidedPlan({}, { decisions: undefined })],
      decisions: [decision('ann', '1')],
    });
    expectRefused(run, 'decisions.plan.none', 'plan');
  });

  test('for a stranger, somebody not in the plan, or another plan is an error of its row', () => {
    const people = [report('ann'), report('ben'), report('cy', { plans: 'other' })];
    const rows = [
      decision('zoe', '8000'),
      decision('cy', '8000'),
      decision('ben', '8000', { plan: 'dayly' }),
    ];
    const run = runOf({ people, decisions: rows });
    expectIssue(run.issues, 'decisions.person.unknown', { row: 1, column: 'id' });
    expectIssue(run.issues, 'decisions.person.not-in-plan', { row: 2, column: 'id' });
    expect(expectIssue(run.issues, 'decisions.plan.unknown', { row: 3, column: 'plan' }).hint).toContain(
      'daily',
    );
    expect(awardOf(run, 'cy').status).toBe('notEligible');
    expect(awardOf(run, 'ben').amount).toBe('7300.00');
  });

  test('on somebody who is withheld anyway is a warning, and not applied', () => {
    const run = runOf({
      people: [report('ann', { salary: 'x' }), report('ben')],
      decisions: [decision('ann', '8000')],
    });
    expect(decisionCodes(run)).toEqual(['decisions.person.withheld']);
    expect(awardOf(run, 'ann')).toMatchObject({ status: 'withheld' });
  });

  test('decided twice is not applied at all', () => {
    const rows = [decision('ann', '8000'), decision('ann', '8100')];
    const run = runOf({ decisions: rows });
    expect(expectIssue(run.issues, 'decisions.award.twice', { row: 1, column: 'amount' }).message).toContain(
      'Rows 1, 2',
    );
    expect(awardOf(run, 'ann').status).toBe('withheld');
  });

  test('with a fault in a row that does not name its plan withholds as well', () => {
    const run = runOf({ decisions: [decision('ann', '8000', { plan: '' })] });
    expect(awardOf(run, 'ann').status).toBe('withheld');
  });
});

describe('who decides', () => {
  const moved = (to: string) => [
    { ...report('ann'), to: '2026-06-30' },
    { ...report('ann', { manager: to }), from: '2026-07-01' },
    report('ben'),
  ];

  test('is who the last assignment that counts names', () => {
    const decisions = [decision('ann', '7300', { by: 'm-2' })];
    expect(decisionCodes(runOf({ people: moved('m-2'), decisions }))).toEqual([]);
    expect(decisionCodes(runOf({ people: moved('m-3'), decisions }))).toEqual(['decisions.by.other']);
  });

  test('is not who decides after the period', () => {
    const people = [
      { ...report('ann'), to: '2026-12-31' },
      { ...report('ann', { manager: 'm-9' }), from: '2027-01-01' },
      report('ben'),
    ];
    expect(decisionCodes(runOf({ people, decisions: [decision('ann', '7300')] }))).toEqual([]);
  });

  test('is nobody where the column is blank, or two assignments at once name two', () => {
    const decisions = [decision('ann', '7300')];
    const shared = [
      { ...report('ann'), share: '50%' },
      { ...report('ann', { manager: 'm-2' }), share: '50%' },
      report('ben'),
    ];
    for (const people of [[report('ann', { manager: '' }), report('ben')], shared]) {
      const run = runOf({ people, decisions });
      const found = expectIssue(run.issues, 'decisions.by.other', { row: 1, column: 'by' });
      expect(found.message).toContain('names nobody, or two at once');
    }
  });

  test('may have a number for an id, and is compared as text', () => {
    const run = runOf({
      people: [report('ann', { manager: 17 }), report('ben')],
      decisions: [decision('ann', 7300, { by: 17 })],
    });
    expect(awardOf(run, 'ann').decided?.by).toBe('17');
  });
});

test('awards in another currency than a range in money cannot be decided', () => {
  const run = runOf({
    documents: [decidedPlan({ range: { from: { money: 1, currency: 'USD' }, to: 'unlimited' } })],
    decisions: [decision('ann', '7300')],
  });
  expectRefused(run, 'decisions.currency.other', 'currency');
});
