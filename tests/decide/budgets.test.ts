import { describe, expect, test } from 'vitest';
import { formatIssue, parsePlan } from '../../src/index.js';
import { awardOf, type Writing } from '../support/base.js';
import { expectIssue } from '../support/expect-issue.js';
import { decidedPlan, decision, decisionCodes, report, runOf } from './support.js';

const people = [
  report('ann'),
  report('ben'),
  report('cy', { manager: 'm-2' }),
  report('dee', { manager: '' }),
];
const run = (decisions: readonly Writing[], budget: unknown = '100%', options = {}) =>
  runOf({ people, decisions, documents: [decidedPlan({ budget })], options });

describe('the budget of a decider', () => {
  test('is a share of what the formula gives the own people: twice 7,300 is 14,600', () => {
    // 8,000 + 6,600 = 14,600 is within; a cent more is not.
    expect(decisionCodes(run([decision('ann', '8000'), decision('ben', '6600')]))).toEqual([]);
    const over = run([decision('ann', '8000'), decision('ben', '6600.01')]);
    const found = expectIssue(over.issues, 'decisions.budget.exceeded', ['decisions', 'daily', 'm-1']);
    expect(formatIssue(found)).toContain('are 14600.01 EUR together, and the budget is 14600.00 EUR');
    expect(found.source).toBe('Section 9');
  });

  test('counts the formula for whom nothing is decided: 8,000 + 7,300 are 15,300', () => {
    expect(decisionCodes(run([decision('ann', '8000')]))).toEqual(['decisions.budget.exceeded']);
    // 104.8 % of 14,600 is 15,300.80.
    expect(decisionCodes(run([decision('ann', '8000')], '104.8%'))).toEqual([]);
  });

  test('withholds nobody: the error names who decides, and the awards are known', () => {
    const over = run([decision('ann', '8000')]);
    expect(awardOf(over, 'ann').amount).toBe('8000.00');
    expect(over.reconciliation.people).toMatchObject({ paid: 4, withheld: 0 });
  });

  test('is rounded down: a third of 14,600 is 4,866.66', () => {
    const rules = decidedPlan({ budget: '1/3', range: { from: 'unlimited', to: 'unlimited' } });
    const both = (ben: string) => [decision('ann', '2433.33'), decision('ben', ben)];
    const of = (ben: string) => runOf({ documents: [rules], decisions: both(ben) });
    expect(decisionCodes(of('2433.33'))).toEqual([]);
    expect(decisionCodes(of('2433.34'))).toEqual(['decisions.budget.exceeded']);
  });

  test('is each currency by itself', () => {
    const mixed = [report('ann'), report('ben'), report('cy', { currency: 'USD' })];
    const decisions = [decision('cy', '7300.01', { currency: 'USD' })];
    const found = runOf({ people: mixed, decisions }).issues;
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('7300.01 USD')]);
  });

  test('is not controlled where the plan states none', () => {
    const documents = [decidedPlan({ budget: undefined })];
    expect(decisionCodes(runOf({ people, documents, decisions: [decision('ann', '8760')] }))).toEqual([]);
  });

  test('is not that of a run of some people, which says so', () => {
    const found = run([decision('ann', '8760'), decision('ben', '8760')], '100%', { only: ['ann'] });
    expect(decisionCodes(found)).toEqual(['decisions.budget.unchecked']);
    expect(found.awards).toHaveLength(1);
    expect(decisionCodes(run([], '100%', { only: ['ann'] }))).toEqual([]);
  });

  test('is not told while a decision of the decider is refused: what is spent is not known yet', () => {
    // 8,000 and the 6,600 that ben was meant to get are within 14,600; 9,999 is out of range.
    const faulty = decision('ben', '9999');
    expect(decisionCodes(run([decision('ann', '8000'), faulty]))).toEqual(['decisions.amount.range']);
    // Another decider is told: cy's formula is 7,300.
    const other = decision('cy', '7300.01', { by: 'm-2' });
    expect(decisionCodes(run([other, faulty])).toSorted()).toEqual([
      'decisions.amount.range',
      'decisions.budget.exceeded',
    ]);
  });

  test('must be stated where awards come from a pool: its money is one sum', () => {
    const pool = { fund: { money: 1000 }, distribute: [{ by: 'award' }] };
    const codes = (budget?: string) =>
      parsePlan(decidedPlan({ budget }, { pool, currency: 'EUR' })).issues.map(
        ({ code, path }) => `${code} ${path.join('/')}`,
      );
    expect(codes()).toContain('plan.key.missing decisions/budget');
    expect(codes('100%')).toEqual([]);
  });

  test('below the whole is exceeded as long as a decider has decided nothing', () => {
    expect(decisionCodes(run([], '90%')).length).toBe(2);
  });
});
