import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/index.js';
import { calculate, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { correct, type StoredRun, storeRun } from '../../src/retro/index.js';

const period = { start: '2026-01-01', end: '2026-12-31' };

function stored(document: object, people: object[], actuals: object[] = []): StoredRun {
  const parsed = parsePlan({ plan: 'mended', version: 1, currency: 'EUR', period, ...document });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const data = { people: parsePeople(people as never), actuals: parseActuals(actuals as never) };
  return storeRun(calculate([parsed.plan], data, { asOf: '2027-01-31' }), { plans: [parsed.plan], ...data });
}

function outcomeOf(run: StoredRun, person: string) {
  const [one] = explain(run, person).explanations;
  if (!one) throw new Error('Nobody was explained.');
  return one;
}

const target = { percent: '10%', of: 'salary', prorate: 'calendarDays' };

describe('what was found by trying to break explanations', () => {
  test('a goal that pays a formula is one line against what hung on it', () => {
    // 60,000 × 10 % = 6,000, all at risk; 50 % × 150 % at 60 points is 4,500, 3,000 at target.
    const curve = {
      curve: {
        of: { metric: 'nps' },
        points: [
          [30, '50%'],
          [45, '100%'],
          [60, '150%'],
        ],
      },
    };
    const goals = [
      { name: 'Recommendation', weight: '50%', payout: curve },
      { name: 'Result', metric: 'result', weight: '50%' },
    ];
    const metrics = { nps: { kind: 'nps', level: 'company' }, result: { kind: 'payout', level: 'company' } };
    const actuals = [
      { metric: 'nps', value: 60, status: 'final' },
      { metric: 'result', value: '100%', status: 'final' },
    ];
    const { outcome } = outcomeOf(
      stored({ target, metrics, goals }, [{ id: 'ann', salary: 60000, currency: 'EUR' }], actuals),
      'ann',
    );
    expect(outcome?.lines.map(({ name, atTarget, brought }) => [name, atTarget, brought])).toEqual([
      ['Recommendation', '3000.00', '4500.00'],
      ['Result', '3000.00', '3000.00'],
    ]);
  });

  test('days counted otherwise than the target counts them', () => {
    // Nothing is prorated in the target; the award is 4 % of both salaries by days: 60,000 × 181/365 + 72,000 × 184/365.
    const run = stored(
      {
        target: { amount: { money: 2000 }, prorate: 'none', asOf: 'periodEnd' },
        metrics: {},
        award: { prorated: { product: [{ person: 'salary' }, '4%'] }, by: 'calendarDays' },
      },
      [
        { id: 'ann', salary: 60000, currency: 'EUR' },
        { id: 'ann', salary: 72000, currency: 'EUR', from: '2026-07-01' },
      ],
    );
    const { award } = outcomeOf(run, 'ann');
    // 2,400 × 181 ÷ 365 + 2,880 × 184 ÷ 365 = 1,190.1369… + 1,451.8356… = 2,641.97.
    expect(award.amount).toBe('2641.97');
    expect(award.parts?.map(({ amount }) => amount)).toEqual(['2641.97']);
  });

  test('a payout made of others for a leaver who is paid at target', () => {
    const run = stored(
      {
        target,
        metrics: {},
        fields: { rate: { kind: 'ratio' } },
        terms: { top: { meanOfTop: '50%', of: { person: 'rate' }, among: 'company', count: 'up' } },
        payout: { term: 'top' },
        leavers: { died: 'payTarget' },
      },
      [
        { id: 'ann', salary: 60000, currency: 'EUR', rate: '100%', left: '2026-08-31', leftReason: 'died' },
        {
          id: 'ann',
          salary: 61000,
          currency: 'EUR',
          rate: '100%',
          from: '2026-07-01',
          left: '2026-08-31',
          leftReason: 'died',
        },
        { id: 'ben', salary: 70000, currency: 'EUR', rate: '50%' },
        { id: 'ben', salary: 70000, currency: 'EUR', rate: '60%', from: '2026-07-01' },
      ],
    );
    expect(run.awards.map(({ status }) => status)).toEqual(['paid', 'paid']);
  });

  test('somebody withheld is told the reason of the run, also alone', () => {
    const metrics = { result: { kind: 'payout', level: 'company' } };
    const goals = [{ metric: 'result', weight: '100%' }];
    const modifiers = [{ from: { person: 'factor' }, within: ['0%', '150%'] }];
    const people = [
      { id: 'ann', salary: 60000, currency: 'EUR' },
      { id: 'ben', salary: 60000, currency: 'EUR', factor: '110%' },
    ];
    const run = stored({ target, metrics, goals, modifiers }, people, [
      { metric: 'result', value: '100%', status: 'final' },
    ]);
    const { explanations, issues } = explain(run, 'ann');
    expect(issues).toEqual([]);
    expect(explanations[0]?.award.reasons).toEqual(run.awards[0]?.reasons);
    expect(explanations[0]?.award.reasons[0]?.message).toContain('people.field.missing');
  });

  test('what is no run is told, and nothing is thrown', () => {
    for (const nothing of [{}, { awards: [] }, { awards: [], plans: [], inputs: {} }])
      expect(explain(nothing as never, 'ann').issues[0]?.code).toBe('explain.run.form');
  });

  test('a correction names a score that may not be shown, and says that it changed', () => {
    const nps = { kind: 'nps', level: 'company', sample: { shownFrom: 8 } };
    const goals = [
      {
        metric: 'nps',
        weight: '100%',
        reads: 'value',
        curve: [
          [30, '50%'],
          [45, '100%'],
        ],
      },
    ];
    const make = (value: number, responses: number) =>
      stored(
        { target, metrics: { nps }, goals },
        [{ id: 'ann', salary: 60000, currency: 'EUR' }],
        [{ metric: 'nps', value, responses, status: 'final' }],
      );
    const of = (run: StoredRun): StoredRun => ({ ...run, status: 'final' });
    const { differences } = correct([of(make(37, 6))], of(make(41, 7)));
    expect(differences[0]?.causes).toMatchObject([{ kind: 'actual', input: 'nps' }]);
    expect(JSON.stringify(differences[0]?.causes)).not.toMatch(/37|41/);
  });
});

test('a fault in the row of somebody else is not told with that row', () => {
  const run = stored(
    {
      target,
      metrics: {},
      fields: { rate: { kind: 'ratio' } },
      payout: { peers: 'mean', of: { person: 'rate' }, among: 'company' },
    },
    [
      { id: 'ann', salary: 60000, currency: 'EUR', rate: '100%' },
      { id: 'ben', salary: 70000, currency: 'EUR', rate: 'oops9' },
    ],
  );
  const { award } = outcomeOf(run, 'ann');
  expect(award.status).toBe('withheld');
  expect(JSON.stringify(award)).not.toMatch(/oops9|ben/);
  expect(JSON.stringify(outcomeOf(run, 'ben').award)).toMatch(/oops9/);
});

test('where others hang on the same metric no point of it is told, and no bound is called exact', () => {
  // Four people of 6,000 on one score; above 18,000 together nothing is paid. At 31 points it would be 4 × 4,650.
  const run = stored(
    {
      target,
      metrics: { nps: { kind: 'nps', level: 'company' } },
      goals: [
        {
          metric: 'nps',
          weight: '100%',
          reads: 'value',
          curve: [
            [0, '0%'],
            [40, '100%'],
            [80, '200%'],
          ],
        },
      ],
      gates: [{ value: { total: 'awards' }, atMost: { money: 18000 } }],
    },
    ['a', 'b', 'c', 'd'].map((id) => ({ id, salary: 60000, currency: 'EUR' })),
    [{ metric: 'nps', value: 30, status: 'final' }],
  );
  const { onePoint, risk } = outcomeOf(run, 'a');
  expect(onePoint).toEqual([]);
  expect(risk?.maximum).toEqual({ amount: '12000.00', exact: false });
});

test('money made of what one other person has is not shown (a lid of 90 % of the boss)', () => {
  const own = { prorated: { product: [{ person: 'salary' }, '10%'] }, by: 'calendarDays' };
  const boss = { result: 'own', of: { role: 'boss' } };
  const run = stored(
    {
      target,
      metrics: {},
      terms: { own },
      award: { lowest: [{ term: 'own' }, { product: [boss, '90%'], name: 'Boss lid' }] },
    },
    [
      { id: 'ann', salary: 45000, currency: 'EUR', role: 'agent' },
      { id: 'zoe', salary: 91234, currency: 'EUR', role: 'boss' },
    ],
  );
  const told = JSON.stringify(outcomeOf(run, 'ann'));
  expect(outcomeOf(run, 'ann').award.amount).toBe('4500.00');
  // 9,123.40 × 90 % = 8,211.06
  expect(told).not.toMatch(/9123|9,123|8211|8,211|91234/);
});
