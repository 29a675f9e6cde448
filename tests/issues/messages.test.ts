import { describe, expect, test } from 'vitest';
import { type Issue, type IssueCode, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import {
  baseActuals,
  baseGoals,
  basePeople,
  basePlan,
  runOf,
  type Setting,
  type Writing,
} from '../support/base.js';

/** Messages must name the right thing, have a place, and nothing may be dropped in silence: each test once failed. */
const [ann, ben] = basePeople() as [Writing, Writing];

function issueOf(code: IssueCode, setting: Setting): Issue {
  const found = runOf(setting).issues.find((one) => one.code === code);
  if (!found) throw new Error(`No ${code}`);
  return found;
}

describe('messages that name the wrong thing', () => {
  test('12.5 would be 1250 %, not "12.500 %"', () => {
    const found = issueOf('people.field.percent', { people: basePeople({}, { targetPercent: '12.5' }) });
    expect(found.message).toContain('1250 %');
  });

  test('NaN is called NaN, not "null"', () => {
    const actuals = parseActuals(baseActuals({ value: Number.NaN }));
    expect(actuals.issues[0]?.message).toContain('NaN');
  });

  test('a blank currency in one of two assignments is missing, not "USD and "', () => {
    const people = [
      ann,
      { ...ben, from: '2026-01-01', to: '2026-06-30' },
      { ...ben, from: '2026-07-01', currency: '' },
    ];
    expect(issueOf('people.currency.missing', { people }).message).toContain('ben');
  });

  test('the achievement of a payout decided elsewhere is not that of "a field of the person"', () => {
    const document = basePlan({
      metrics: { board: { kind: 'payout', level: 'company' } },
      goals: [{ metric: 'board', weight: 1, reads: 'achievement' }],
    });
    expect(parsePlan(document).issues[0]?.message).toContain('board');
  });

  test('in a file of decimal commas nobody is told to write a decimal point', () => {
    const people = parsePeople(basePeople({}, { salary: '1,234.56' }), { decimal: ',' });
    expect(people.decimal).toBe(',');
    const rows = parseActuals(baseActuals({ value: '4.5' }), { decimal: ',' });
    expect(rows.issues[0]?.hint).not.toContain('decimal point');
  });

  test('a list in place of a row has no columns 0 and 1', () => {
    const codes = parseActuals([['nps', 45]] as never).issues.map((one) => one.code);
    expect(codes).not.toContain('actuals.column.unknown');
  });
});

describe('issues without a place', () => {
  const table = { values: { meets: '100%' } };

  test('a category that is not in its table has a row and a column', () => {
    const document = basePlan({ modifiers: [{ from: { person: 'rating' }, table }] });
    const found = issueOf('run.table.category', { document, people: basePeople({}, { rating: 'Meets' }) });
    expect(found.at?.row).toBe(2);
  });

  test('two people with one wrong category are two issues', () => {
    const document = basePlan({ modifiers: [{ from: { person: 'rating' }, table }] });
    const run = runOf({ document, people: basePeople({ rating: 'Meets' }, { rating: 'Meets' }) });
    expect(run.issues.filter((one) => one.code === 'run.table.category').length).toBe(2);
  });

  test('a division by zero says whose target it is', () => {
    const document = basePlan({
      metrics: { nps: { kind: 'nps', level: 'team' } },
      goals: baseGoals()
        .slice(1, 2)
        .map((goal) => ({ ...goal, weight: 1, reads: 'achievement', curve: [[0, 1]] })),
    });
    const actuals = [{ metric: 'nps', group: 'South', value: 45, target: 0, status: 'final' }];
    const found = issueOf('run.division.zero', { document, actuals });
    expect(`${found.message} ${found.at?.row ?? ''}`).toMatch(/South|1/);
  });

  test('what was expected is not empty where a plan has no metrics', () => {
    const document = basePlan({ metrics: {}, goals: [{ person: 'factor', weight: 1 }] });
    const found = issueOf('actuals.metric.unknown', { document, people: basePeople({ factor: '100%' }) });
    expect(found.expected).toBeTruthy();
  });
});

describe('what is said in silence', () => {
  test('assignments that are one object and not a list are not dropped', () => {
    const { id, name, ...rest } = ben;
    const people = parsePeople([{ id, name, assignments: rest }]);
    expect(
      people.issues.length + Object.keys(people.people[0]?.assignments[0]?.fields ?? {}).length,
    ).toBeGreaterThan(0);
  });

  test('a gate whose range is written from best to worst can never open', () => {
    const parsed = parsePlan(basePlan({ gates: [{ metric: 'nps', within: [60, 30] }] }));
    expect(parsed.issues.map((one) => one.code)).toContain('plan.limit.order');
  });

  test('a gate that excepts every goal closes nothing', () => {
    const except = ['revenue', 'nps', 'retention'];
    const parsed = parsePlan(basePlan({ gates: [{ metric: 'nps', atLeast: 30, except }] }));
    expect(parsed.issues.length).toBeGreaterThan(0);
  });

  test('a plan that reads a column of structure is told so, not that the cell is empty', () => {
    const document = basePlan({ gates: [{ person: 'currency', is: 'USD' }] });
    const parsed = parsePlan(document);
    expect(parsed.ok && runOf({ document }).awards.some((award) => award.status === 'withheld')).toBe(false);
  });

  test('two letters exchanged in a short key are still near', () => {
    expect(parsePlan(basePlan({ gaols: [] })).issues[0]?.hint).toContain('goals');
  });
});
