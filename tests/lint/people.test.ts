import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/index.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';
import { cleanPlan, codesOf, findingsOf, foundIn } from './support.js';

const person = (id: string, changes: Writing = {}): Writing => ({
  id,
  team: 'North',
  salary: '50000',
  currency: 'USD',
  ...changes,
});

const dataOf = (rows: readonly Writing[], nps: number | string = 30, kept = '91%') => ({
  people: peopleOf(rows),
  actuals: actualsOf([
    { metric: 'nps', group: 'North', value: nps, status: 'final' },
    { metric: 'kept', group: 'North', value: kept, status: 'final' },
  ]),
  asOf: '2027-01-31',
});

describe('people who cannot move their award', () => {
  test('people who can are not told', () => {
    expect(findingsOf(cleanPlan(), { data: dataOf([person('a'), person('b')]) })).toEqual([]);
  });

  test('everything safe', () => {
    const document = cleanPlan({ risk: { paidAnyway: '100%', survives: { closedGate: true } } });
    const [one] = foundIn(document, 'lint.people.fixed', { data: dataOf([person('a'), person('b')]) });
    expect(one?.figures).toEqual({ people: '2', of: '2', why: 'safe', ids: 'a, b' });
    expect(one?.source).toBe('Plan text');
  });

  test('a floor as high as the cap, and one just below', () => {
    const limited = (floor: string) => cleanPlan({ limits: { award: { floor, cap: '100%', of: 'target' } } });
    const data = dataOf([person('a')]);
    expect(foundIn(limited('100%'), 'lint.people.fixed', { data })[0]?.figures).toMatchObject({
      why: 'limits',
    });
    expect(foundIn(limited('99%'), 'lint.people.fixed', { data })).toEqual([]);
  });

  test('no target opportunity, of one of several people; five are named', () => {
    const rows = Array.from({ length: 7 }, (_, index) => person(`n-${index}`, { salary: '0' }));
    const [one] = foundIn(cleanPlan(), 'lint.people.fixed', { data: dataOf([person('a'), ...rows]) });
    expect(one?.figures).toEqual({
      people: '7',
      of: '8',
      why: 'target',
      ids: 'n-0, n-1, n-2, n-3, n-4 and 2 more',
    });
  });

  // Beyond 60 and at 100 % kept nothing more is paid; at 59 a point more pays.
  test('every goal where a little more pays nothing', () => {
    const [one] = foundIn(cleanPlan(), 'lint.people.stuck', { data: dataOf([person('a')], 61, '100%') });
    expect(one?.figures).toEqual({ people: '1', of: '1', ids: 'a' });
    expect(foundIn(cleanPlan(), 'lint.people.stuck', { data: dataOf([person('a')], 59, '100%') })).toEqual(
      [],
    );
    expect(foundIn(cleanPlan(), 'lint.people.stuck', { data: dataOf([person('a')], 5, '50%') })).toHaveLength(
      1,
    );
    // At 79.5 % kept one point more pays.
    expect(foundIn(cleanPlan(), 'lint.people.stuck', { data: dataOf([person('a')], 5, '79.5%') })).toEqual(
      [],
    );
  });

  // Of 21 people each is less than a twentieth of the company, of 20 just that.
  test('all on results of the company', () => {
    const metrics = { nps: { kind: 'nps', level: 'company' }, kept: { kind: 'retention', level: 'company' } };
    const actuals = actualsOf([
      { metric: 'nps', value: 30, status: 'final' },
      { metric: 'kept', value: '91%', status: 'final' },
    ]);
    const data = (many: number) => ({
      people: peopleOf(Array.from({ length: many }, (_, index) => person(`c-${index}`))),
      actuals,
      asOf: '2027-01-31',
    });
    expect(foundIn(cleanPlan({ metrics }), 'lint.people.company', { data: data(21) })[0]?.figures).toEqual({
      people: '21',
      share: '1/21',
    });
    expect(foundIn(cleanPlan({ metrics }), 'lint.people.company', { data: data(20) })).toEqual([]);
    const modifiers = [{ from: { person: 'factor' }, within: ['50%', '150%'] }];
    const rated = {
      ...data(21),
      people: peopleOf(Array.from({ length: 21 }, (_, index) => person(`c-${index}`, { factor: '100%' }))),
    };
    expect(foundIn(cleanPlan({ metrics, modifiers }), 'lint.people.company', { data: rated })).toEqual([]);
  });

  test('a day that does not exist is told, and nobody is looked at', () => {
    const { issues, findings } = lint(planOf(cleanPlan()), {
      data: { ...dataOf([person('a')]), asOf: '2027-02-31' },
    });
    expect(issues.map(({ code }) => code)).toEqual(['run.as-of.form']);
    expect(codesOf(findings)).toEqual([]);
  });
});
