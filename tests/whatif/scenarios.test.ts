import { describe, expect, test } from 'vitest';
import {
  awardsWith,
  backTest,
  parseScenarios,
  prepareWhatIf,
  type Scenario,
  sweep,
  tornado,
  whatIf,
} from '../../src/whatif/index.js';
import { planOf } from '../support/base.js';
import { AS_OF, dataOf, starter, starterActuals, starterPeople, starterPlan, twoPeople } from './support.js';

const one = (scenario: unknown, prepared = starter()) => whatIf(prepared, { q: scenario as Scenario })[0];

// README: 2,400 safe, and 5,600 × (50 % × 125 % + 25 % × 110 % + 25 % × 120 %) = 6,720.
describe('a scenario on actuals', () => {
  test('a score of 60 pays 150 %: 25 % × 30 % × 5,600 = 420 more, on the line of the score', () => {
    const answer = one({ actuals: { recommendation: 60 } });
    expect(answer?.totals[0]).toMatchObject({
      before: '9120.00',
      now: '9540.00',
      difference: '420.00',
      otherwise: '0.00',
    });
    expect(answer?.people[0]).toMatchObject({ person: 'e-1', fate: 'wins', difference: '420.00' });
    expect(answer?.people[0]?.lines).toEqual([
      { stage: 'goal', name: 'recommendation', before: '1680.00', now: '2100.00', difference: '420.00' },
    ]);
    expect(answer?.totals[0]?.atRiskNow).toEqual({ target: '8000.00', atRisk: '5600.00', share: '0.7' });
  });

  // 5 points of 15 are a third of 50 %: 25 % × 16 2/3 % × 5,600 = 233.33; −21 falls to 30, which pays 50 %: −980.
  test('plus, times, per group, and several in their order', () => {
    expect(one({ actuals: { recommendation: { plus: 5 } } })?.totals[0]?.difference).toBe('233.33');
    expect(one({ actuals: { recommendation: { group: 'North', plus: -21 } } })?.totals[0]?.difference).toBe(
      '-980.00',
    );
    expect(
      one({ actuals: { recommendation: { groups: { North: { plus: 5 } } } } })?.totals[0]?.difference,
    ).toBe('233.33');
    expect(one({ actuals: { recommendation: [45, { plus: 15 }] } })?.totals[0]?.difference).toBe('420.00');
    // 126 × 20/21 = 120 million: 100 %, so 50 % × 25 % × 5,600 = 700 less.
    expect(one({ actuals: { revenue: { times: '20/21' } } })?.totals[0]?.difference).toBe('-700.00');
  });

  test('who is in another group does not move; the spread has everybody', () => {
    const answer = one(
      { actuals: { recommendation: { group: 'North', is: 60 } } },
      starter({ people: twoPeople }),
    );
    expect(answer?.totals[0]?.people).toMatchObject({ wins: 1, loses: 0, unchanged: 1 });
    expect(answer?.totals[0]?.spread).toEqual({ lowest: '0.00', median: '210.00', highest: '420.00' });
  });

  test('a value that was not measured can be given; what is withheld is told', () => {
    const prepared = starter({ people: twoPeople, actuals: starterActuals.slice(0, 3) });
    const answer = one({ actuals: { recommendation: { group: 'South', is: 45 } } }, prepared);
    // 2,850 + 6,650 × (62.5 % + 27.5 % + 25 %) = 10,497.50
    expect(answer?.people[0]).toMatchObject({ person: 'e-3', fate: 'withheldBefore', now: '10497.50' });
    expect(answer?.totals[0]).toMatchObject({ difference: '10497.50', otherwise: '10497.50' });
  });

  test('what it was calculated on stays as it was', () => {
    const prepared = starter();
    const before = JSON.stringify([prepared.data, prepared.plans.map(({ document }) => document)]);
    one(
      { actuals: { revenue: 0 }, people: { salary: { times: 2 } }, plan: { 'target/percent': '20%' } },
      prepared,
    );
    expect(JSON.stringify([prepared.data, prepared.plans.map(({ document }) => document)])).toBe(before);
  });
});

describe('a scenario on people and plans', () => {
  test('a raise of 3 % raises all lines by 3 %: 273.60', () => {
    const answer = one(
      { people: { salary: { times: '103%', where: { team: ['North'] } } } },
      starter({ people: twoPeople }),
    );
    expect(answer?.totals[0]?.difference).toBe('273.60');
    expect(answer?.people.map(({ person }) => person)).toEqual(['e-1']);
    expect(answer?.people[0]?.lines.map(({ difference }) => difference)).toEqual([
      '105.00',
      '46.20',
      '50.40',
      '72.00',
    ]);
  });

  test('a place of the plan: 12 % instead of 10 % is a fifth more; both sides of a weight', () => {
    expect(one({ plan: { 'target/percent': '12%' } })?.totals[0]?.difference).toBe('1824.00');
    expect(one({ plan: { '/target/percent': { times: '120%' } } })?.totals[0]?.difference).toBe('1824.00');
    // 10 % of weight from 125 % to 110 %: 5,600 × 10 % × −15 % = −84.
    const answer = one({ plan: { 'goals/0/weight': { plus: '-10%' }, 'goals/1/weight': '35%' } });
    expect(answer?.totals[0]?.difference).toBe('-84.00');
  });

  test('another plan on the same people', () => {
    const answer = one({ plan: { ...starterPlan, version: 2, risk: { paidAnyway: '100%' } } });
    expect(answer?.totals[0]).toMatchObject({ now: '8000.00', difference: '-1120.00' });
    expect(answer?.people[0]?.fate).toBe('loses');
    expect(answer?.totals[0]?.atRiskNow?.share).toBe('0');
  });

  // Alone the score brings 420, the raise 10 % of 9,120 = 912; together 9,540 × 110 % = 10,494: 1,374. Shapley halves the 42.
  test('what each input brought sums to the difference', () => {
    const scenario: Scenario = { actuals: { recommendation: 60 }, people: { salary: { times: '110%' } } };
    const [answer] = whatIf(starter(), { both: scenario }, { inputs: true });
    expect(answer?.totals[0]?.difference).toBe('1374.00');
    const inputs = answer?.comparison?.people[0]?.inputs.map(({ inputs: [input], amount }) => [
      input?.name,
      amount,
    ]);
    expect(Object.fromEntries(inputs ?? [])).toEqual({ recommendation: '441.00', salary: '933.00' });
  });
});

describe('what is refused, alone, with the place and the nearest name', () => {
  const sums = {
    kind: 'money',
    currency: 'USD',
    level: 'company',
    target: 120000000,
    each: 'quarter',
    accumulates: 'sum',
  };
  const quarters = [1, 2, 3, 4].map((part) => ({
    metric: 'revenue',
    period: `Q${part}`,
    value: 30000000,
    status: 'final',
  }));
  const inParts = starter({
    plan: { metrics: { ...(starterPlan['metrics'] as object), revenue: sums } },
    actuals: [...quarters, ...starterActuals.slice(1)],
  });

  test.each([
    ['whatif.scenario.form', { actual: {} }, 'Did you mean "actuals"?'],
    ['whatif.scenario.form', { actuals: { revenue: {} } }, 'Compare'],
    ['whatif.scenario.form', 7, 'Compare'],
    ['whatif.metric.unknown', { actuals: { revenu: 1 } }, 'Did you mean "revenue"?'],
    ['whatif.metric.unknown', { actuals: JSON.parse('{ "__proto__": 1 }') }, 'nothing is guessed'],
    [
      'whatif.group.unknown',
      { actuals: { recommendation: { group: 'Nort', is: 3 } } },
      'Did you mean "North"?',
    ],
    ['whatif.period.unknown', { actuals: { revenue: { period: 'Q1', is: 3 } } }, 'nothing is guessed'],
    ['whatif.column.unknown', { people: { salry: 3 } }, 'Did you mean "salary"?'],
    [
      'whatif.column.unknown',
      { people: { salary: { is: 3, where: { team: 'Nort' } } } },
      'Did you mean "North"?',
    ],
    ['whatif.person.unknown', { people: { salary: { is: 3, person: 'e-2' } } }, 'Did you mean "e-1"?'],
    [
      'whatif.plan.unknown',
      { plans: { 'customer-incentiv': { version: 2 } } },
      'Did you mean "customer-incentive"?',
    ],
    ['whatif.path.unknown', { plan: { 'goals/0/wieght': '40%' } }, 'Did you mean "weight"?'],
    ['whatif.path.unknown', { plan: { '__proto__/x': '40%' } }, 'nothing is guessed'],
    ['whatif.value.number', { actuals: { revenue: 'much' } }, 'Only numbers'],
    ['whatif.value.number', { people: { team: { plus: 1 } } }, 'Only numbers'],
    ['whatif.value.refused', { actuals: { recommendation: 101 } }, 'Correct the value'],
    ['whatif.plan.invalid', { plan: { 'goals/0/weight': '40%' } }, 'Change what goes with it'],
  ])('%s: %j', (code, scenario, hint) => {
    const [refused, fine] = whatIf(starter(), {
      bad: scenario as Scenario,
      fine: { actuals: { recommendation: 60 } },
    });
    expect(refused).toMatchObject({ refused: true, totals: [], people: [] });
    expect(refused?.issues.map((found) => found.code)).toContain(code);
    expect(refused?.issues.find((found) => found.code === code)?.hint).toContain(hint);
    expect(fine?.totals[0]?.difference).toBe('420.00');
  });

  test('what was not measured does not grow, and no quarter is guessed', () => {
    const missing = starter({ people: twoPeople, actuals: starterActuals.slice(0, 3) });
    expect(one({ actuals: { recommendation: { group: 'South', plus: 5 } } }, missing)?.issues[0]?.code).toBe(
      'whatif.value.none',
    );
    expect(one({ actuals: { revenue: 126000000 } }, inParts)?.issues[0]?.code).toBe('whatif.period.unsaid');
    // 36 + 3 × 30 = 126 million: 105 %, as README has it.
    const answer = one({ actuals: { revenue: { periods: { Q4: 36000000 } } } }, inParts);
    expect(answer?.totals[0]?.now).toBe('9120.00');
  });

  test('a document without scenarios', () => {
    expect(parseScenarios({ scenario: {} }).issues[0]?.code).toBe('whatif.scenario.form');
    expect(parseScenarios(undefined).issues[0]?.code).toBe('whatif.scenario.form');
    expect(Object.keys(parseScenarios({ scenarios: { a: {} } }).scenarios)).toEqual(['a']);
  });

  test('a run that is refused', () => {
    const prepared = prepareWhatIf([planOf(starterPlan)], dataOf(starterPeople, starterActuals), {
      asOf: 'soon',
    });
    expect(one({ actuals: { recommendation: 60 } }, prepared)?.issues[0]?.code).toBe('run.as-of.form');
    expect(awardsWith(prepared, {}).issues[0]?.code).toBe('run.as-of.form');
  });
});

describe('sweeps and tornado', () => {
  test('scores of 30, 45 and 60 pay 50, 100 and 150 %: 8,140, 8,840 and 9,540', () => {
    const axis = { input: { metric: 'recommendation' }, values: { from: 30, to: 60, step: 15 } };
    const made = sweep(starter(), [axis], { person: 'e-1' });
    expect(made.cells.map(({ values, totals }) => [values[0], totals[0]?.amount])).toEqual([
      ['30', '8140.00'],
      ['45', '8840.00'],
      ['60', '9540.00'],
    ]);
    expect(made.cells[2]?.awards?.[0]?.amount).toBe('9540.00');
    const two = sweep(starter(), [axis, { input: { metric: 'retention' }, values: ['85%', '90%'] }]);
    expect(two.cells.map(({ totals }) => totals[0]?.amount)).toEqual([
      '7300.00',
      '8000.00',
      '8000.00',
      '8700.00',
      '8700.00',
      '9400.00',
    ]);
  });

  test('a million steps are refused before any is made; so are values that are none', () => {
    const million = { input: { metric: 'recommendation' }, values: { from: 0, to: 1, step: '0.000001' } };
    expect(sweep(starter(), [million]).issues[0]).toMatchObject({
      code: 'whatif.sweep.size',
      message: 'The sweep has 1000001 cells',
    });
    for (const values of [
      [],
      { from: 5, to: 1, step: 1 },
      { from: 1, to: 5, step: 0 },
      { from: 'a', to: 5, step: 1 },
      undefined,
    ])
      expect(
        sweep(starter(), [{ input: { metric: 'recommendation' }, values: values as never }]).issues[0]?.code,
      ).toBe('whatif.sweep.form');
    expect(sweep(starter(), []).issues[0]?.code).toBe('whatif.sweep.form');
    expect(sweep(starter(), [million], { person: 'x' }).issues.map(({ code }) => code)).toContain(
      'whatif.person.unknown',
    );
  });

  // 1 % of 126 million is 1.05 % of target, 5.25 % more payout, half of it on 5,600: 147; a point of retention 10 % × 25 %: 140;
  // 1 % of salary 91.20; a point of the score 3 1/3 % × 25 %: 46.67.
  test('what moves most comes first', () => {
    const bars = tornado(starter()).map(({ input, totals }) => [input, totals[0]?.downBy, totals[0]?.upBy]);
    expect(bars).toEqual([
      ['revenue', '-147.00', '147.00'],
      ['retention', '-140.00', '140.00'],
      ['salary', '-91.20', '91.20'],
      ['recommendation', '-46.67', '46.67'],
    ]);
  });

  test('a side that cannot be has an issue instead', () => {
    const actuals = starterActuals.with(1, { metric: 'retention', value: '100%', status: 'final' });
    const bar = tornado(starter({ actuals })).find(({ input }) => input === 'retention');
    expect(bar?.totals[0]).not.toHaveProperty('up');
    expect(bar?.issues[0]?.code).toBe('whatif.value.refused');
  });
});

describe('a plan on past years', () => {
  const gated = planOf({
    ...starterPlan,
    risk: { paidAnyway: '30%', survives: { closedGate: true } },
    gates: [{ metric: 'revenue', reads: 'achievement', atLeast: '90%' }],
  });
  const year = (revenue: number, score: number) =>
    dataOf(starterPeople, [
      { metric: 'revenue', value: revenue, status: 'final' },
      { metric: 'retention', value: '91%', status: 'final' },
      { metric: 'recommendation', group: 'North', value: score, status: 'final' },
    ]);

  test('cost, share of target, gates closed, thresholds never met', () => {
    const test = backTest(
      [gated],
      [
        { name: 'good', data: year(126000000, 29), asOf: AS_OF },
        { name: 'bad', data: year(100000000, 10), asOf: AS_OF },
        { name: 'wrong', data: year(1, 1), asOf: AS_OF, plan: { 'target/persent': '1%' } },
      ],
    );
    const [good, bad, wrong] = test.years;
    // 2,400 + 5,600 × (62.5 % + 27.5 %) = 7,440; the gate at 83 1/3 % is closed in the bad year: the goals pay nothing.
    expect(good?.totals[0]).toMatchObject({ amount: '7440.00', target: '8000.00', ofTarget: '0.93' });
    expect(good?.gatesClosed).toEqual([{ name: expect.any(String), people: 1, count: 0 }]);
    expect(bad?.gatesClosed).toEqual([{ name: expect.any(String), people: 1, count: 1 }]);
    expect(wrong?.issues[0]?.code).toBe('whatif.path.unknown');
    expect(test.neverMet).toEqual(['recommendation']);
    expect(test.alwaysMet).toContain('retention');
  });
});
