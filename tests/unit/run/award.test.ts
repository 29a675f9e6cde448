import { describe, expect, test } from 'vitest';
import { awardsOf, calculate } from '../../../src/index.js';
import {
  actualsOf,
  awardOf,
  baseActuals,
  baseGoals,
  basePeople,
  basePlan,
  peopleOf,
  planOf,
  runOf,
  type Writing,
} from '../../support/base.js';

/** A plan of one metric per team that is already a payout, on 10,000 of target. */
function payoutPlan(changes: Writing = {}): Writing {
  return {
    plan: 'payouts',
    version: '2.10',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
    metrics: { result: { kind: 'payout', level: 'team' } },
    goals: [{ metric: 'result', weight: 1 }],
    ...changes,
  };
}

const _cents = (amount: string | undefined) => BigInt(String(amount).replace('.', ''));

const results: Writing[] = [
  { metric: 'result', group: 'A', value: '250%', status: 'final' },
  { metric: 'result', group: 'B', value: '50%', status: 'provisional' },
  { metric: 'result', group: 'C', value: '0%', status: 'forecast' },
];
const person = (changes: Writing): Writing => ({
  id: 'x',
  salary: 100000,
  currency: 'USD',
  team: 'A',
  ...changes,
});
const mover: Writing[] = [
  person({ from: '2026-01-01', to: '2026-06-30', team: 'A' }),
  person({ from: '2026-07-01', team: 'B' }),
];

function paid(plan: Writing, people: Writing[]): string | undefined {
  return awardOf(runOf({ document: payoutPlan(plan), people, actuals: results }), 'x').amount;
}

describe('awards by hand', () => {
  // 110 % of revenue pays 150 %; 52 points pay 100 % + 7/15 × 50 %; 93 % pay 130 %:
  // 40 % × 150 % + 30 % × 123.33… % + 30 % × 130 % = 136 % of 8,500.
  test('the base plan pays Ann 11,560.00', () => {
    const ann = awardOf(runOf(), 'ann');
    expect(ann).toEqual({
      person: 'ann',
      name: 'Ann Adler',
      plan: 'customer-incentive',
      version: '1',
      period: { start: '2026-01-01', end: '2026-12-31' },
      status: 'paid',
      reasons: [],
      currency: 'USD',
      amount: '11560.00',
      target: '8500.00',
      safe: '0.00',
      atRisk: '8500.00',
      restsOn: 'final',
    });
  });

  // 40 % × 150 % + 30 % × 100 % + 30 % × 100 % = 120 % of 7,500.
  test('the base plan pays Ben 9,000.00', () => {
    expect(awardOf(runOf(), 'ben').amount).toBe('9000.00');
  });

  // Source: FEATURES EX04: 92/365 × 10,000 = 2,520.547945…
  test('hired on 1 October', () => {
    expect(paid({ limits: { payout: { cap: '100%' } } }, [person({ hired: '2026-10-01' })])).toBe('2520.55');
  });

  // 1 March to 31 December 2024 are 306 of 366 days: 10,000 × 2.5 × 306 / 366 = 20,901.639344…
  test('a leap year has 366 days', () => {
    const period = { start: '2024-01-01', end: '2024-12-31' };
    expect(paid({ period }, [person({ hired: '2024-03-01' })])).toBe('20901.64');
  });

  // A quarter is 3/12 of a year: 25,000 × 10 % × 250 %, for 30 of its 91 days.
  test('a yearly salary counts for the part of a year that the period is', () => {
    const period = { start: '2026-04-01', end: '2026-06-30' };
    expect(paid({ period }, [person({})])).toBe('6250.00');
    expect(paid({ period }, [person({ hired: '2026-06-01' })])).toBe('2060.44');
  });

  // Source: TRIAL section 2 and PLAN-LANGUAGE section 5, "one person, team A 250 % half the year, team B 50 %".
  test('a cap on the sum of a mover is not a cap on each half', () => {
    expect(paid({ limits: { payout: { cap: '200%' } } }, mover)).toBe('14917.81');
    expect(paid({ limits: { payout: { cap: '200%', per: 'segment' } } }, mover)).toBe('12438.36');
  });

  // Source: TRIAL section 7, "guaranteed": 30 % safe, payout 250 %, cap 200 %: 17,000 on the score, 20,000 on the award.
  test('a limit of the payout binds the part at risk, a limit of the award the whole', () => {
    const risk = { paidAnyway: '30%' };
    expect(paid({ risk, limits: { payout: { cap: '200%' } } }, [person({})])).toBe('17000.00');
    expect(paid({ risk, limits: { award: { cap: '200%', of: 'target' } } }, [person({})])).toBe('20000.00');
  });

  // The docstring of the limit: "where both bind the floor wins".
  test('where a floor in percent lies above a cap in money the floor wins', () => {
    const limits = { award: { floor: '50%', of: 'target', cap: { money: 1000, currency: 'USD' } } };
    expect(paid({ limits }, [person({})])).toBe('5000.00');
  });

  test('a floor under the whole, and a safe part beside the rest', () => {
    const low = [person({ team: 'C' })];
    expect(paid({ risk: { atLeast: '30%' } }, low)).toBe('3000.00');
    expect(paid({ risk: { paidAnyway: '30%' } }, low)).toBe('3000.00');
    expect(paid({ risk: { atLeast: '30%' } }, [person({ team: 'B' })])).toBe('5000.00');
    expect(paid({ risk: { paidAnyway: '30%' } }, [person({ team: 'B' })])).toBe('6500.00');
  });

  // Source: TRIAL section 7, "Cingular + a gate": a closed gate leaves nothing for an addend to raise or push below 0.
  test('a gate closes modifiers too', () => {
    const parts = { gates: [{ metric: 'result', atLeast: '60%' }] };
    const add = (bonus: string) => [person({ team: 'B', bonus })];
    const modifiers = [{ from: { person: 'bonus' }, within: ['-10%', '10%'], how: 'add' }];
    expect(paid({ ...parts, modifiers }, add('10%'))).toBe('0.00');
    expect(paid({ ...parts, modifiers }, add('-10%'))).toBe('0.00');
    expect(paid({ modifiers }, add('-20%'))).toBe('4000.00');
  });

  test('an award is not below zero unless the plan says so', () => {
    const modifiers = [{ from: { person: 'malus' }, within: ['-100%', '0%'], how: 'add' }];
    const people = [person({ team: 'C', malus: '-25%' })];
    expect(paid({ modifiers }, people)).toBe('0.00');
    const limits = { award: { floor: { money: '-1000', currency: 'USD' } } };
    expect(paid({ modifiers, limits }, people)).toBe('-1000.00');
  });

  test('a person exactly on a threshold is through', () => {
    const gate = (key: string) => ({ gates: [{ metric: 'result', [key]: '250%' }] });
    expect(paid(gate('atLeast'), [person({})])).toBe('25000.00');
    expect(paid(gate('moreThan'), [person({})])).toBe('0.00');
    expect(paid(gate('atMost'), [person({})])).toBe('25000.00');
    expect(paid(gate('lessThan'), [person({})])).toBe('0.00');
    expect(paid({ gates: [{ metric: 'result', within: ['50%', '250%'] }] }, [person({})])).toBe('25000.00');
  });

  test.each([
    ['JPY', '25000'],
    ['KWD', '25000.000'],
    ['USD', '25000.00'],
  ])('amounts of %s have its decimals', (currency, amount) => {
    expect(paid({}, [person({ currency })])).toBe(amount);
  });
});

describe('what became of each', () => {
  const plan = (changes: Writing) => basePlan(changes);
  const reason = (document: Writing, ann: Writing = {}, actuals = baseActuals()) => {
    const award = awardOf(runOf({ document, people: basePeople(ann), actuals }), 'ann');
    return [award.status, award.reasons[0]?.code];
  };
  const closed = { gates: [{ metric: 'nps', atLeast: 60 }] };

  test.each([
    ['gate-closed', plan(closed), {}],
    ['target-zero', plan({}), { salary: 0 }],
    ['rounded-to-zero', plan({}), { salary: '0.01' }],
    ['payout-zero', plan({ goals: [{ metric: 'nps', weight: 1, curve: [[60, '100%']] }] }), {}],
  ] as const)('paid nothing: %s', (code, document, ann) => {
    expect(reason(document, ann)).toEqual(['zero', code]);
  });

  test.each([
    ['left-before-period-end', { employedAt: 'periodEnd' }, { left: '2026-12-30' }],
    ['hired-too-late', { hiredBy: '2026-09-30' }, { hired: '2026-10-01' }],
    ['service-too-short', { minimumService: { days: 92 } }, { hired: '2026-10-02' }],
    ['service-too-short', { minimumService: { months: 3 } }, { hired: '2026-10-02' }],
    ['not-employed', {}, { left: '2025-12-31' }],
    ['not-employed', {}, { hired: '2027-01-01' }],
    ['not-in-plan', {}, { plans: 'executives' }],
  ])('not eligible: %s by %j', (code, eligibility, ann) => {
    expect(reason(plan({ eligibility }), ann)).toEqual(['notEligible', code]);
  });

  test.each([
    [{ employedAt: 'periodEnd' }, { left: '2026-12-31' }],
    [{ hiredBy: '2026-09-30' }, { hired: '2026-09-30' }],
    [{ minimumService: { days: 92 } }, { hired: '2026-10-01' }],
    [{ minimumService: { months: 3 } }, { hired: '2026-10-01' }],
    [{}, { plans: 'executives customer-incentive' }],
  ])('eligible on the last day by %j', (eligibility, ann) => {
    expect(reason(plan({ eligibility }), ann)[0]).toBe('paid');
  });

  // Without proration and as of the end of the period only the last team counts, and its gate is what closes.
  test('a closed gate of the assignment that counts is the reason', () => {
    const document = payoutPlan({
      target: { percent: '10%', of: 'salary', prorate: 'none', asOf: 'periodEnd' },
      gates: [{ metric: 'result', atLeast: '60%' }],
    });
    const award = awardOf(runOf({ document, people: mover, actuals: results }), 'x');
    expect([award.status, award.reasons[0]?.code]).toEqual(['zero', 'gate-closed']);
  });

  test('a fault of both assignments is told once', () => {
    const people = mover.map((row) => ({ ...row, salary: 'n/a' }));
    const award = awardOf(runOf({ document: payoutPlan(), people, actuals: results }), 'x');
    expect(award.reasons.length).toBe(1);
  });

  // legal entities, which no plan reads, withholds the mover.
  test('a column called company is nobody’s business', () => {
    const rows = [
      person({ from: '2026-01-01', to: '2026-06-30', company: 'Acme AG' }),
      person({ from: '2026-07-01', company: 'Acme SE' }),
    ];
    const document = payoutPlan({
      target: { percent: '10%', of: 'salary', prorate: 'none' },
      metrics: { result: { kind: 'payout', level: 'company' } },
    });
    const actuals = [{ metric: 'result', value: '100%', status: 'final' }];
    expect(awardOf(runOf({ document, people: rows, actuals }), 'x').status).toBe('paid');
  });

  test('a plan that rounds more finely than the currency pays nobody, whatever the amount', () => {
    const document = basePlan({
      rounding: { award: { to: '0.001', mode: 'halfUp' } },
      risk: { paidAnyway: '30%', survives: { closedGate: false } },
      ...closed,
    });
    const award = awardOf(runOf({ document, people: basePeople({ salary: '1000.05' }) }), 'ann');
    expect([award.status, award.reasons[0]?.message]).toEqual([
      'withheld',
      expect.stringContaining('run.rounding.finer'),
    ]);
  });

  test('an award rests on the least sure of its actuals', () => {
    expect(awardOf(runOf({ document: payoutPlan(), people: mover, actuals: results }), 'x').restsOn).toBe(
      'provisional',
    );
  });

  test('of several measurements the latest by the as-of date counts', () => {
    const rows = [
      { metric: 'result', group: 'A', value: '100%', status: 'forecast' },
      { metric: 'result', group: 'A', value: '110%', status: 'provisional', measuredOn: '2026-12-31' },
      { metric: 'result', group: 'A', value: '120%', status: 'final', measuredOn: '2027-01-20' },
    ];
    const at = (asOf: string) => {
      const run = runOf({ document: payoutPlan(), people: [person({})], actuals: rows, options: { asOf } });
      return [awardOf(run, 'x').amount, awardOf(run, 'x').restsOn];
    };
    expect(at('2026-12-30')).toEqual(['10000.00', 'forecast']);
    expect(at('2026-12-31')).toEqual(['11000.00', 'provisional']);
    expect(at('2027-01-20')).toEqual(['12000.00', 'final']);
  });
});

describe('a run of several plans', () => {
  const data = {
    people: peopleOf(basePeople({ plans: 'customer-incentive' })),
    actuals: actualsOf([...baseActuals(), ...results]),
  };
  const second = planOf(payoutPlan({ metrics: { result: { kind: 'payout', level: 'company' } } }));
  const run = calculate([planOf(basePlan({ title: 'Customers' })), second], data, { asOf: '2027-01-31' });

  test('awards stand plan by plan in the order of people', () => {
    expect(run.awards.map(({ plan, person: who, status }) => `${plan} ${who} ${status}`)).toEqual([
      'customer-incentive ann paid',
      'customer-incentive ben paid',
      'payouts ann notEligible',
      'payouts ben withheld',
    ]);
    expect(run.plans.map(({ plan, version, title }) => [plan, version, title])).toEqual([
      ['customer-incentive', '1', 'Customers'],
      ['payouts', '2.10', undefined],
    ]);
  });

  test('something withheld matters most about a person', () => {
    expect(run.reconciliation).toEqual({
      people: { in: 2, paid: 1, zero: 0, notEligible: 0, withheld: 1 },
      plans: [
        { plan: 'customer-incentive', in: 2, paid: 2, zero: 0, notEligible: 0, withheld: 0 },
        { plan: 'payouts', in: 2, paid: 0, zero: 0, notEligible: 1, withheld: 1 },
      ],
      holds: true,
    });
  });

  test('totals per plan and currency, and the awards of one person', () => {
    expect(run.totals).toEqual([
      {
        plan: 'customer-incentive',
        currency: 'USD',
        people: 2,
        target: '16000.00',
        safe: '0.00',
        atRisk: '16000.00',
        amount: '20560.00',
      },
    ]);
    expect(awardsOf(run, 'ann').map((award) => award.plan)).toEqual(['customer-incentive', 'payouts']);
    expect(awardsOf(run, 'nobody')).toEqual([]);
  });

  test('a metric of another plan is not unknown', () => {
    expect(run.issues.map((one) => one.code)).not.toContain('actuals.metric.unknown');
  });

  test('each finding stands once, whichever plan came upon it', () => {
    const twin = planOf(
      basePlan({
        plan: 'twin',
        goals: baseGoals(
          {},
          {
            curve: [
              [30, '150%'],
              [60, '100%'],
            ],
          },
        ),
      }),
    );
    const people = peopleOf(basePeople({}, { salary: 'n/a' }));
    const both = calculate([planOf(basePlan()), twin], { ...data, people }, { asOf: '2027-01-31' });
    const found = both.issues.filter((one) => one.code === 'people.field.number');
    expect(found.length).toBe(1);
  });
});
