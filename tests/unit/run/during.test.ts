import { describe, expect, test } from 'vitest';
import type { Award } from '../../../src/index.js';
import type { Writing } from '../../support/base.js';
import { plainAward, plainPerson, plainPlan } from '../../support/plain.js';

const CURVE = [
  [100, '50%'],
  [200, '100%'],
];
const goal = (changes: Writing = {}) => ({
  metric: 'profit',
  reads: 'value',
  curve: CURVE,
  weight: '50%',
  ...changes,
});
const profit = (value: number | string, changes: Writing = {}): Writing => ({
  metric: 'profit',
  value,
  status: 'final',
  ...changes,
});
const inPart = (period: string, value: number | string, changes: Writing = {}) =>
  profit(value, { period, ...changes });

/** A plan over one metric, in parts of the year. */
const parted = (changes: Writing = {}) =>
  plainPlan({
    periods: 'halves',
    metrics: { profit: { kind: 'money', currency: 'USD', level: 'company' } },
    goals: [goal({ name: 'First', during: 'H1' }), goal({ name: 'Second', during: 'H2' })],
    ...changes,
  });

const award = (actuals: unknown, changes: Writing = {}, people = plainPerson()) =>
  plainAward({ document: parted(changes), actuals, people });

function exactOf({ steps = [] }: Award, name: string): string {
  return String(steps.find((step) => step.name === name)?.value);
}

const both = [inPart('H1', 150), inPart('H2', 200)];

describe('goals that read a part of the period', () => {
  test('read the values of their parts, in any order of rows', () => {
    // 75 % and 100 %: 36,500 x 87.5 %
    for (const rows of [both, both.toReversed()]) expect(award(rows).amount).toBe('31937.50');
  });

  test('do not read values of the whole or of parts that no goal reads', () => {
    const goals = [goal({ weight: 1, during: 'H2' })];
    const rows = [profit(100), inPart('H1', 100), inPart('H2', 200)];
    expect(award(rows, { goals }).amount).toBe('36500.00');
    expect(award(rows.slice(0, 2), { goals }).status).toBe('withheld');
  });

  test('stand beside goals that read the whole, which do not read parts', () => {
    const goals = [goal({ name: 'Year' }), goal({ name: 'Half', during: 'H1' })];
    // 100 % and 75 %
    expect(award([profit(200), ...both], { goals }).amount).toBe('31937.50');
    expect(award(both, { goals }).status).toBe('withheld');
  });

  test('count in each part the latest value by the as-of date', () => {
    const rows = [
      inPart('H1', 100, { measuredOn: '2026-07-10' }),
      inPart('H1', 150, { measuredOn: '2026-08-10' }),
      inPart('H1', 200, { measuredOn: '2027-02-10' }),
      inPart('H2', 200, { measuredOn: '2026-06-10' }),
    ];
    expect(award(rows).amount).toBe('31937.50');
  });

  test('read achievements against the target of the part', () => {
    const curve = [
      ['50%', '50%'],
      ['100%', '100%'],
      ['150%', '150%'],
    ];
    const goals = ['H1', 'H2'].map((during) => goal({ name: during, during, reads: 'achievement', curve }));
    const rows = [inPart('H1', 90, { target: 100 }), inPart('H2', 60, { target: 50 })];
    // 90 % and 120 %: 36,500 x 105 %
    const made = award(rows, { goals });
    expect(made.amount).toBe('38325.00');
    expect([exactOf(made, 'H1'), exactOf(made, 'H2')]).toEqual(['0.9', '1.2']);
  });

  test('read the part of each team', () => {
    const metrics = { profit: { kind: 'money', currency: 'USD', level: 'team' } };
    const rows = [
      inPart('H1', 150, { group: 'North' }),
      inPart('H2', 200, { group: 'North' }),
      inPart('H1', 100, { group: 'South' }),
      inPart('H2', 100, { group: 'South' }),
    ];
    const people = plainPerson({ team: 'North', from: '2026-01-01' }, { team: 'South', from: '2026-07-01' });
    // 181 days of 100 at 87.5 % and 184 at 50 %: 15,837.50 + 9,200
    expect(award(rows, { metrics }, people).amount).toBe('25037.50');
  });

  test('are said with the part, and where the value comes from', () => {
    const { steps = [] } = award([inPart('H1', 150, { measuredOn: '2026-07-10' }), inPart('H2', 200)]);
    const measured = steps.filter(({ name }) => name.endsWith('measured'));
    expect(measured.map(({ name, how }) => `${name}: ${how}`)).toEqual([
      'profit in H1, measured: as reported (final, 2026-07-10)',
      'profit in H2, measured: as reported (final)',
    ]);
  });

  test('make an award rest on the values they read, and on no others', () => {
    const forecast = [inPart('H1', 150), inPart('H2', 200, { status: 'forecast' })];
    expect(award(forecast).restsOn).toBe('forecast');
    expect(award(forecast, { goals: [goal({ weight: 1, during: 'H1' })] }).restsOn).toBe('final');
  });
});

describe('gates and modifiers that read a part', () => {
  const year = { goals: [goal({ name: 'Year', weight: 1 })] };
  const rows = [profit(200), ...both];

  test('close and open by that part', () => {
    const gated = (during: string) =>
      award(rows, { ...year, gates: [{ metric: 'profit', during, atLeast: 151 }] });
    expect(gated('H1').amount).toBe('0.00');
    expect(gated('H1').reasons.map(({ code }) => code)).toEqual(['gate-closed']);
    expect(gated('H2').amount).toBe('36500.00');
  });

  test('are a factor by that part', () => {
    const modified = (during: string) =>
      award(rows, {
        ...year,
        modifiers: [{ from: { metric: 'profit', reads: 'value', during }, curve: CURVE }],
      });
    // 75 % of it by the first half
    expect(modified('H1').amount).toBe('27375.00');
    expect(modified('H2').amount).toBe('36500.00');
  });
});

describe('the names of parts', () => {
  const paidFor = (name: string, changes: Writing) =>
    award([inPart(name, 150)], { goals: [goal({ weight: 1, during: name })], ...changes }).amount;

  test.each([
    ['months', 'M12'],
    ['quarters', 'Q4'],
    ['halves', 'H2'],
  ])('of a year in %s reach to %s', (periods, last) => {
    expect(paidFor(last, { periods })).toBe('27375.00');
  });

  test.each([['4-4-5'], ['4-5-4'], ['5-4-4']])('of 52 weeks by %s reach to P12', (periods) => {
    const period = { start: '2025-12-29', end: '2026-12-27', years: 1 };
    expect(paidFor('P12', { period, periods })).toBe('27375.00');
  });

  test('are those the plan gives them, with their dates', () => {
    const periods = { spring: { start: '2026-03-01', end: '2026-05-31' } };
    expect(paidFor('spring', { periods })).toBe('27375.00');
  });
});
