import { describe, expect, test } from 'vitest';
import { type Award, calculate, type Run } from '../../src/index.js';
import { actualsOf, baseActuals, basePeople, basePlan, peopleOf, planOf, runOf } from '../support/base.js';
import { expectHelpful, expectIssue, expectNamed } from '../support/expect-issue.js';
import { peopleTwice } from './actuals-cases.js';
import type { IssueCase } from './case.js';
import { dataCases } from './cases.js';

function expectAccounted({ reconciliation, awards }: Run): void {
  const { people } = reconciliation;
  expect(reconciliation.holds).toBe(true);
  expect(people.paid + people.zero + people.notEligible + people.withheld).toBe(people.in);
  for (const one of awards) expect(one.status === 'paid' || one.reasons.length > 0, one.person).toBe(true);
}

function expectOthersPaid(awards: readonly Award[], { withheld = [], nobody }: IssueCase): void {
  const without = awards.filter((award) => award.status === 'withheld').map((award) => award.person);
  if (!nobody) expect(without.toSorted()).toEqual(withheld.toSorted());
  for (const award of awards.filter((one) => without.includes(one.person)))
    expect(award.amount).toBeUndefined();
  const others = awards.filter((award) => !without.includes(award.person));
  for (const award of others) expect(award.status, award.person).toBe('paid');
  if (!nobody) expect(others.length).toBeGreaterThan(0);
}

describe('a fault of the data is named, and costs nobody else the award', () => {
  test.each(dataCases.map((one) => [`${one.code}: ${one.when}`, one] as const))('%s', (_title, one) => {
    const run = runOf(one);
    const found = expectIssue(run.issues, one.code, one.where);
    expectHelpful(found);
    expectNamed(found, one.says);
    for (const issue of run.issues) expectHelpful(issue);
    expectAccounted(run);
    expectOthersPaid(run.awards, one);
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  });

  test('who is withheld is told why, with the code', () => {
    const run = runOf({ people: basePeople({}, { salary: 'n/a' }) });
    const reason = run.awards[1]?.reasons[0];
    expect(reason?.code).toBe('withheld');
    expect(reason?.message).toContain('[people.field.number]');
  });

  test('the hint of a salary with separators says to remove them', () => {
    const run = runOf({ people: basePeople({}, { salary: '12,500.00 ' }) });
    expect(expectIssue(run.issues, 'people.field.number', { column: 'salary' }).hint).toContain('12500.00');
  });
});

describe('calls that cannot be answered', () => {
  const data = { people: peopleOf(basePeople()), actuals: actualsOf(baseActuals()) };
  const options = { asOf: '2027-01-31' };
  const plan = planOf(basePlan());

  test('run.plans.none: no plan', () => {
    const run = calculate([], data, options);
    expectHelpful(expectIssue(run.issues, 'run.plans.none', []));
    expect(run.reconciliation.people).toEqual({ in: 2, paid: 0, zero: 0, notEligible: 0, withheld: 2 });
    expect(run.reconciliation.holds).toBe(true);
  });

  test('run.plans.same: one plan twice', () => {
    const run = calculate([plan, plan], data, options);
    const found = expectIssue(run.issues, 'run.plans.same', []);
    expectHelpful(found);
    expect(found.message).toContain('customer-incentive');
    expect(run.awards).toEqual([]);
    expect(run.reconciliation.people.withheld).toBe(2);
  });

  test('run.reconciliation: one person twice, as no reader gives it', () => {
    const run = calculate([plan], { ...data, people: peopleTwice() }, options);
    expectHelpful(expectIssue(run.issues, 'run.reconciliation', []));
    expect(run.reconciliation.holds).toBe(false);
  });
});
