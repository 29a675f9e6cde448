import { describe, expect, test } from 'vitest';
import { calculate, formatIssue, parsePlan } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import { actualsOf, baseActuals, basePeople, basePlan, peopleOf, planOf } from '../support/base.js';
import { expectHelpful, expectIssue, expectNamed, expectPlaced } from '../support/expect-issue.js';
import type { IssueCase } from './case.js';
import { planCases } from './cases.js';

const severityOf = ({ code }: IssueCase) => issueCodes[code][0];
const title = ({ code, when }: IssueCase) => `${code}: ${when}`;

function read(one: IssueCase) {
  const parsed = parsePlan(one.document);
  const found = expectIssue(parsed.issues, one.code, one.where);
  expectHelpful(found);
  expectNamed(found, one.says);
  if (one.besides) expectNamed(found, one.besides);
  if (one.hint) expect(found.hint).toContain(one.hint);
  return parsed;
}

describe('a plan with errors is refused, with every error', () => {
  const errors = planCases.filter((one) => severityOf(one) === 'error');
  test.each(errors.map((one) => [title(one), one] as const))('%s', (_title, one) => {
    const parsed = read(one);
    expect(parsed.ok).toBe(false);
    for (const found of parsed.issues) {
      expectHelpful(found);
      expectPlaced(found, one.document);
    }
  });

  test('a sound plan beside it still pays everybody', () => {
    const data = { people: peopleOf(basePeople()), actuals: actualsOf(baseActuals()) };
    const run = calculate([planOf(basePlan())], data, { asOf: '2027-01-31' });
    expect(run.awards.map((award) => award.status)).toEqual(['paid', 'paid']);
    expect(run.issues).toEqual([]);
  });
});

describe('a plan with warnings pays, and the run repeats them', () => {
  const warnings = planCases.filter((one) => severityOf(one) === 'warning');
  test.each(warnings.map((one) => [title(one), one] as const))('%s', (_title, one) => {
    const parsed = read(one);
    if (!parsed.ok) throw new Error('A warning refused the plan.');
    const people = peopleOf(one.people ?? basePeople());
    const run = calculate(
      [parsed.plan],
      { people, actuals: actualsOf(baseActuals()) },
      { asOf: '2027-01-31' },
    );
    expectIssue(run.issues, one.code, one.where);
    const status = one.nobody ? 'zero' : 'paid';
    expect(run.awards.map((award) => award.status)).toEqual([status, status]);
    expect(run.reconciliation.holds).toBe(true);
  });
});

test('all faults of a plan are found at once', () => {
  const parsed = parsePlan(
    basePlan({
      goals: [
        { metric: 'revenu', weight: '40%', reads: 'achievement', curve: [['80%', '50%']] },
        {
          metric: 'nps',
          weight: '0%',
          curve: [
            [60, '150%'],
            [45, '100%'],
          ],
        },
      ],
      limits: { award: { cap: '200%' } },
      risk: { paidAnyway: '130%' },
    }),
  );
  const codes = new Set(parsed.issues.map((one) => one.code));
  expect(codes).toEqual(
    new Set([
      'plan.metric.unknown',
      'plan.metric.unused',
      'plan.weights.range',
      'plan.weights.sum',
      'plan.curve.order',
      'plan.limit.of',
      'plan.risk.range',
    ]),
  );
});

test('the clause of the plan stands in the issue', () => {
  const parsed = parsePlan(basePlan({ gates: [{ metric: 'nps', source: 'Section 4.2' }] }));
  const found = expectIssue(parsed.issues, 'plan.gate.comparator', ['gates', 0]);
  expect(formatIssue(found)).toContain('(plan clause: Section 4.2)');
});
