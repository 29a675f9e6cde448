import { expect, test } from 'vitest';
import { parsePlan } from '../../src/index.js';
import { expectIssue } from '../support/expect-issue.js';

function planWith(field: object) {
  return parsePlan({
    plan: 'declared',
    version: 1,
    currency: 'EUR',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
    metrics: { result: { kind: 'payout', level: 'company' } },
    fields: { own: field },
    payout: {
      product: [
        { metric: 'result' },
        (field as { kind: string }).kind === 'ratio'
          ? { person: 'own' }
          : { when: { person: 'own', is: 'true' }, then: '100%', otherwise: '50%' },
      ],
    },
  });
}

test('a neutral value is one that the column can hold', () => {
  for (const field of [
    { kind: 'ratio', neutral: '100%' },
    { kind: 'yesNo', neutral: true },
    { kind: 'yesNo', neutral: 'false' },
    { kind: 'category', neutral: 'meets' },
  ])
    expect(planWith(field).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const where = ['fields', 'own', 'neutral'];
  expectIssue(planWith({ kind: 'ratio', neutral: true }).issues, 'plan.number.form', where);
  expectIssue(planWith({ kind: 'ratio', neutral: 100 }).issues, 'plan.number.percent', where);
  expectIssue(planWith({ kind: 'yesNo', neutral: '50%' }).issues, 'plan.number.form', where);
});
