import { describe, expect, test } from 'vitest';
import { type SeekQuestion, seek, whatIf } from '../../src/whatif/index.js';
import { starter, starterActuals, starterPlan, twoPeople } from './support.js';

const ask = (question: SeekQuestion, prepared = starter()) => seek(prepared, question);
const recommendation = { metric: 'recommendation' };
const revenue = { metric: 'revenue' };

// README: award = 2,400 + 5,600 × blend; the score adds 25 % of what it pays, 2,400 + 5,600 × 90 % = 7,440 without it.
describe('which score pays what', () => {
  test('one score pays 9,120: 120 %, 51', () => {
    const { solutions, now } = ask({ input: recommendation, wanted: { award: 9120, person: 'e-1' } });
    expect(now).toBe('9120.00');
    expect(solutions).toEqual([{ kind: 'point', value: '51', exact: true, figure: '9120.00' }]);
  });

  test('from 60 on every score pays 9,540', () => {
    const { solutions } = ask({ input: recommendation, wanted: { award: 9540, person: 'e-1' } });
    expect(solutions).toEqual([
      {
        kind: 'interval',
        from: '60',
        to: '100',
        fromIncluded: true,
        toIncluded: true,
        exact: true,
        figure: '9540.00',
      },
    ]);
    // Below 30 nothing is paid for the score: 7,440, and at 30 it is 50 % already.
    expect(ask({ input: recommendation, wanted: { award: 7440, person: 'e-1' } }).solutions).toMatchObject([
      { kind: 'interval', from: '-100', to: '30', fromIncluded: true, toIncluded: false },
    ]);
  });

  test('8,000 is jumped over at 30: 7,440 below, 8,140 from there on', () => {
    const { solutions } = ask({ input: recommendation, wanted: { total: 8000 } });
    expect(solutions).toEqual([
      {
        kind: 'jump',
        value: '30',
        exact: true,
        below: '7440.00',
        figure: '8140.00',
        above: '8140.00',
        reaches: ['here', 'above'],
      },
    ]);
  });

  test('20,000 cannot be reached, and the range that can is told', () => {
    const { solutions, issues, reachable } = ask({ input: recommendation, wanted: { total: 20000 } });
    expect(solutions).toEqual([]);
    expect(reachable).toEqual({ lowest: '7440.00', highest: '9540.00' });
    expect(issues[0]).toMatchObject({
      code: 'whatif.seek.range',
      message: expect.stringContaining('7440.00 to 9540.00'),
    });
  });

  test('a curve that falls again: two scores pay the same', () => {
    const goals = [
      {
        metric: 'recommendation',
        weight: '100%',
        curve: [
          [0, '0%'],
          [50, '100%'],
          [100, '0%'],
        ],
      },
    ];
    const prepared = starter({
      plan: { goals, metrics: { recommendation: { kind: 'nps', level: 'team' } } },
      actuals: starterActuals.slice(2),
    });
    // 2,400 + 5,600 × 50 % = 5,200 at 25 and at 75.
    const { solutions } = ask({ input: recommendation, wanted: { award: 5200, person: 'e-1' } }, prepared);
    expect(solutions.map((one) => 'value' in one && one.value)).toEqual(['25', '75']);
  });
});

describe('a figure is sought as it is paid', () => {
  const goal = (curve: readonly unknown[]) => ({
    risk: undefined,
    metrics: { sat: { kind: 'csat', level: 'company' } },
    goals: [{ metric: 'sat', weight: '100%', reads: 'value', curve }],
  });
  const people = [
    { id: 'e-1', salary: 50000, currency: 'USD', hired: '2026-03-05' },
    { id: 'e-2', salary: 60000, currency: 'USD' },
  ];
  const world = (curve: readonly unknown[]) =>
    starter({ plan: goal(curve), people, actuals: [{ metric: 'sat', value: '85%', status: 'final' }] });
  const capped = [
    ['60%', '50%'],
    ['80%', '100%'],
  ];
  const sat = { metric: 'sat' };

  // 302 of 365 days of 5,000 are 4,136.986…, paid 4,136.99; with 6,000 that is 10,136.99.
  test('at a cap: the total, and the award, that are paid now', () => {
    const prepared = world(capped);
    const whole = { kind: 'interval', from: '80%', to: '100%', fromIncluded: true, toIncluded: true };
    const total = ask({ input: sat, wanted: { total: '10136.99' } }, prepared);
    expect(total.now).toBe('10136.99');
    expect(total.solutions).toMatchObject([{ ...whole, figure: '10136.99' }]);
    const award = ask({ input: sat, wanted: { award: '4136.99', person: 'e-1' } }, prepared);
    expect(award.solutions).toMatchObject([{ ...whole, figure: '4136.99' }]);
    expect(ask({ input: sat, wanted: { total: '10137.00' } }, prepared).issues[0]?.message).toContain(
      '0.00 to 10136.99 can be reached',
    );
  });

  // Half of both: 2,068.493… is paid as 2,068.49, below it nothing.
  test('at a floor that is rounded down', () => {
    const flat = [
      ['60%', '50%'],
      ['70%', '50%'],
      ['80%', '100%'],
    ];
    const { solutions } = ask({ input: sat, wanted: { total: '5068.49' } }, world(flat));
    expect(solutions).toMatchObject([{ kind: 'interval', from: '60%', to: '70%', figure: '5068.49' }]);
  });

  // The top of a curve that rises and falls is one point: 10,136.986… is reached there only, rounded.
  test('at a peak', () => {
    const peak = [
      ['60%', '50%'],
      ['80%', '100%'],
      ['90%', '0%'],
    ];
    const { solutions } = ask({ input: sat, wanted: { total: '10136.99' } }, world(peak));
    expect(solutions).toMatchObject([{ kind: 'point', value: '80%', figure: '10136.99' }]);
  });

  test('where the input moves nothing, what is paid now is every value', () => {
    const level = [
      ['0%', '100%'],
      ['100%', '100%'],
    ];
    const { solutions } = ask({ input: sat, wanted: { total: '10136.99' } }, world(level));
    expect(solutions).toMatchObject([{ kind: 'interval', from: '0%', to: '100%' }]);
  });
});

describe('break-even of other inputs', () => {
  // Target, 8,000, is a blend of 100 %: revenue must pay 85 %, 94 % of target: 112.8 million.
  test('which revenue pays target', () => {
    const { solutions } = ask({ input: revenue, wanted: { ofTarget: '100%' } });
    expect(solutions).toEqual([{ kind: 'point', value: '112800000', exact: true, figure: '8000.00' }]);
  });

  // 9,120 is 10 % of 80,000 × 114 %: 10,000 = salary × 11.4 %, or 80,000 × percent × 114 %.
  test('which salary, which factor of it, which target percent', () => {
    expect(ask({ input: { column: 'salary' }, wanted: { total: 10000 } }).solutions).toMatchObject([
      { value: '5000000/57' },
    ]);
    expect(
      ask({ input: { column: 'salary' }, how: 'times', wanted: { total: 10032 } }).solutions,
    ).toMatchObject([{ value: '110%' }]);
    expect(ask({ input: { path: 'target/percent' }, wanted: { total: 10032 } }).solutions).toMatchObject([
      { value: '11%', figure: '10032.00' },
    ]);
  });

  // Safe share s: 8,000 × (s + (1 − s) × 120 %) = 9,000 gives s = 37.5 %.
  test('a number of the plan that counts twice', () => {
    expect(ask({ input: { path: 'risk/paidAnyway' }, wanted: { total: 9000 } }).solutions).toMatchObject([
      { value: '37.5%' },
    ]);
  });

  // Top payout p at 120 %: 105 % pays 100 % + (p − 100 %) ÷ 4; 10,000 needs a blend of 7,600 ÷ 5,600, so p = 2280/7 %.
  test('a point of a curve, up and across', () => {
    expect(ask({ input: { path: 'goals/0/curve/2/1' }, wanted: { total: 10000 } }).solutions).toMatchObject([
      { value: '2280/7%' },
    ]);
    // 6,600 ÷ 5,600 less 57.5 % is half of 845/7 %, 145/7 % above target: (105 % − 100 %) × 100 % ÷ (x − 100 %), x = 3600/29 %.
    expect(ask({ input: { path: 'goals/0/curve/2/0' }, wanted: { total: 9000 } }).solutions).toMatchObject([
      { value: '3600/29%' },
    ]);
  });

  // The blend for 9,000 is 6,600 ÷ 5,600: 105 % is 845/7 % less …: 126 ÷ t is 100 % + 145/7 % ÷ 5 = 729/7 %; t = 9800/81 million.
  test('a target that divides', () => {
    const { solutions } = ask({ input: { path: 'metrics/revenue/target' }, wanted: { total: 9000 } });
    expect(solutions.find(({ kind }) => kind === 'point')).toMatchObject({
      value: '9800000000/81',
      figure: '9000.00',
    });
  });

  // A factor of the score itself: 8,000 × (x/100)² = 5,000 has no ratio for a root: x = 25 × √10 = 79.0569415042…
  test('a square has no ratio for a root: it is bracketed, and said so', () => {
    const factor = { value: { quotient: [{ metric: 'recommendation' }, { metric: 'hundred' }] } };
    const plan = {
      risk: undefined,
      metrics: {
        recommendation: { kind: 'points', level: 'company' },
        hundred: { kind: 'points', level: 'company' },
      },
      goals: undefined,
      payout: { product: [factor.value, factor.value] },
    };
    const actuals = [
      { metric: 'recommendation', value: 50, status: 'final' },
      { metric: 'hundred', value: 100, status: 'final' },
    ];
    const { solutions } = ask(
      { input: recommendation, wanted: { award: 5000, person: 'e-1' }, between: [0, 100] },
      starter({ plan, actuals }),
    );
    expect(solutions).toMatchObject([{ kind: 'point', exact: false, figure: '5000.00' }]);
    const [found] = solutions as unknown as { value: string; to: string }[];
    expect(Number(found?.value)).toBeCloseTo(79.0569415042, 9);
    expect(Number(found?.to)).toBeCloseTo(79.0569415042, 9);
    // 8,000 × (x/100)² = 2,000 has one: 50.
    const even = ask(
      { input: recommendation, wanted: { award: 2000, person: 'e-1' }, between: [0, 100] },
      starter({ plan, actuals }),
    );
    expect(even.solutions).toMatchObject([{ value: '50', exact: true }]);
  });
});

describe('a number of the plan is sought only where the plan is valid', () => {
  // 85 % lies above both points: 100 % whatever the first is, up to the second at 80 %, which it may reach but not pass.
  test('a point of a curve goes no further than the next', () => {
    const curve = [
      ['60%', '50%'],
      ['80%', '100%'],
    ];
    const prepared = starter({
      plan: {
        risk: undefined,
        metrics: { sat: { kind: 'csat', level: 'company' } },
        goals: [{ metric: 'sat', weight: '100%', reads: 'value', curve }],
      },
      actuals: [{ metric: 'sat', value: '85%', status: 'final' }],
    });
    const input = { path: 'goals/0/curve/0/0' };
    const found = ask({ input, wanted: { total: 8000 } }, prepared);
    expect(found.between).toMatchObject({ to: '80%' });
    expect(found.solutions).toMatchObject([{ kind: 'interval', to: '80%', toIncluded: true }]);
    for (const [value, isRefused] of [
      ['80%', false],
      ['80.0001%', true],
    ] as const)
      expect(whatIf(prepared, { q: { plan: { [input.path]: value } } })[0]?.refused).toBe(isRefused);
    // Above 85 % nothing would be paid, but no plan has it there.
    expect(ask({ input, wanted: { total: 7000 } }, prepared)).toMatchObject({
      solutions: [],
      issues: [{ code: 'whatif.seek.still', message: expect.stringContaining('8000.00') }],
    });
    expect(ask({ input, wanted: { total: 8000 }, between: ['82%', '90%'] }, prepared).issues[0]?.code).toBe(
      'whatif.plan.invalid',
    );
  });

  // 200 % from 120 % of target on, 126 ÷ 120 % = 105 million: 2,400 + 5,600 × (100 % + 27.5 % + 30 %) = 11,220. No target is 0.
  test('an end at which the plan is not valid is left out', () => {
    const { solutions } = ask({ input: { path: 'metrics/revenue/target' }, wanted: { total: 11220 } });
    expect(solutions).toMatchObject([
      { kind: 'interval', from: '0', to: '105000000', fromIncluded: false, toIncluded: true },
    ]);
  });
});

describe('what must the fourth quarter be', () => {
  const inParts = {
    metrics: {
      ...(starterPlan['metrics'] as object),
      revenue: {
        kind: 'money',
        currency: 'USD',
        level: 'company',
        target: 120000000,
        each: 'quarter',
        accumulates: 'sum',
      },
    },
  };
  const quarters = ['Q1', 'Q2', 'Q3'].map((period) => ({
    metric: 'revenue',
    period,
    value: 30000000,
    status: 'final',
  }));
  const prepared = starter({ plan: inParts, actuals: [...quarters, ...starterActuals.slice(1)] });

  // The year must be 126 million for 9,120: 36 million are missing.
  test('for an award, for target, for an achievement', () => {
    const input = { metric: 'revenue', period: 'Q4' };
    const between = [0, 100000000] as const;
    expect(
      seek(prepared, { input, wanted: { award: 9120, person: 'e-1' }, between }).solutions,
    ).toMatchObject([{ value: '36000000', figure: '9120.00' }]);
    expect(seek(prepared, { input, wanted: { ofTarget: '100%' }, between }).solutions).toMatchObject([
      { value: '22800000' },
    ]);
    const achieved = seek(prepared, {
      input,
      wanted: { achievement: '110%', metric: 'revenue', person: 'e-1' },
      between,
    });
    expect(achieved.solutions).toMatchObject([{ value: '42000000' }]);
  });
});

describe('a share of target', () => {
  // 9,120 ÷ 8,000 is 114 %, and both grow with the percent: at 0 % both are nothing, which is no share.
  test('that is the same whatever the input is', () => {
    const input = { path: 'target/percent' };
    const { solutions, issues } = ask({ input, wanted: { ofTarget: '90%' } });
    expect(solutions).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: 'whatif.seek.still',
        message: expect.stringMatching(/is 114(\.0+)?% whatever "target\/percent"/),
      },
    ]);
    expect(ask({ input, wanted: { ofTarget: '114%' } }).solutions).toMatchObject([
      { kind: 'interval', from: '0%', fromIncluded: false },
    ]);
  });
});

describe('what cannot be sought', () => {
  test.each([
    ['whatif.value.number', { input: { column: 'team' }, wanted: { total: 1 } }],
    ['whatif.value.number', { input: recommendation, wanted: { total: 'much' } }],
    ['whatif.value.number', { input: recommendation, wanted: { total: 1 }, between: [5, 1] }],
    ['whatif.metric.unknown', { input: { metric: 'recomendation' }, wanted: { total: 1 }, between: [0, 1] }],
    ['whatif.path.unknown', { input: { path: 'target/prcent' }, wanted: { total: 1 }, between: [0, 1] }],
    ['whatif.person.unknown', { input: recommendation, wanted: { award: 1, person: 'e-2' } }],
    ['whatif.plan.unknown', { input: recommendation, wanted: { total: 1, plan: 'x' } }],
    ['whatif.plan.invalid', { input: { path: 'goals/0/weight' }, wanted: { total: 9000 } }],
    [
      'whatif.seek.still',
      { input: { metric: 'recommendation', group: 'South' }, wanted: { award: 1, person: 'e-1' } },
    ],
  ] as [string, SeekQuestion][])('%s: %j', (code, question) => {
    const { solutions, issues } = ask(question, starter({ people: twoPeople }));
    expect(solutions).toEqual([]);
    expect(issues.map((found) => found.code)).toContain(code);
  });

  // A share of 61 is 6100 %: 61..90 was meant in percent.
  test('ends that the input cannot have are named as they are written', () => {
    const { solutions, issues } = ask({
      input: { metric: 'retention' },
      wanted: { total: 9000 },
      between: ['61', '90'],
    });
    expect(solutions).toEqual([]);
    expect(issues.map(({ path }) => path)).toEqual([
      ['between', 'from'],
      ['between', 'to'],
    ]);
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining('61'),
      expect.stringContaining('90'),
    ]);
    expect(issues.map(({ message }) => message).join()).not.toContain('/');
    // One end is enough: above 100 % no share lies.
    const beyond = ask({
      input: { metric: 'retention' },
      wanted: { total: 9000 },
      between: ['50%', '110%'],
    });
    expect(beyond.issues).toMatchObject([{ path: ['between', 'to'] }]);
  });

  test('a sum of two currencies, and what other people have', () => {
    const people = [twoPeople[0] as object, { ...twoPeople[1], currency: 'EUR' }] as never;
    expect(ask({ input: recommendation, wanted: { total: 1 } }, starter({ people })).issues[0]?.code).toBe(
      'whatif.seek.total',
    );
    const plan = {
      risk: undefined,
      goals: undefined,
      payout: {
        quotient: [
          { metric: 'recommendation' },
          { peers: 'mean', of: { metric: 'recommendation' }, among: 'company' },
        ],
      },
    };
    const prepared = starter({ plan, people: twoPeople });
    expect(
      ask({ input: { metric: 'recommendation', group: 'North' }, wanted: { total: 1 } }, prepared).issues[0]
        ?.code,
    ).toBe('whatif.seek.unsolved');
  });
});
