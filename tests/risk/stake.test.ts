import { describe, expect, test } from 'vitest';
import { explainedAda, finals, REVENUE_GOAL, stakePlan, USUAL } from '../support/stake-plan.js';

const riskOf = (...given: Parameters<typeof explainedAda>) => {
  const { risk } = explainedAda(...given);
  if (!risk) throw new Error('nothing at risk');
  return risk;
};
const amounts = ({ goals }: ReturnType<typeof riskOf>) =>
  Object.fromEntries(goals.map(({ name, amount }) => [name, amount]));

describe('RISK.md A1: base pay 80,000, target 20,000, 80 % → 50 %, 100 % → 100 %, 120 % → 200 %', () => {
  test('all of it at risk: a fifth of pay, from nothing to twice the target, leverage 1', () => {
    const risk = riskOf({ document: stakePlan() });
    expect(risk).toMatchObject({ target: '20000.00', safe: '0.00', atRisk: '20000.00' });
    expect(risk.minimum).toEqual({ amount: '0.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '40000.00', exact: true });
    expect(risk.totalPay).toEqual({ base: '80000.00', atTarget: '100000.00', atRiskShare: '0.2' });
    expect(risk).toMatchObject({ leverage: '1', maximumOfTarget: '2', canBeZero: true, cannotBeZero: [] });
    expect(amounts(risk)).toEqual({ revenue: '20000.00' });
    expect(risk.absent).toEqual([]);
  });

  test('60 % at risk: 12 % of pay, from 88,000 to 112,000 with base pay, leverage 1', () => {
    const risk = riskOf({ document: stakePlan({ risk: { paidAnyway: '40%' } }) });
    expect(risk).toMatchObject({ target: '20000.00', safe: '8000.00', atRisk: '12000.00' });
    // 8,000 + 12,000 × 200 % = 32,000.
    expect(risk.minimum).toEqual({ amount: '8000.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '32000.00', exact: true });
    expect(risk.totalPay?.atRiskShare).toBe('0.12');
    // 12,000 to win for 12,000 to lose.
    expect(risk).toMatchObject({ leverage: '1', maximumOfTarget: '1.6' });
    expect(risk).toMatchObject({ canBeZero: false, cannotBeZero: ['safePart'] });
    expect(risk.safePart).toEqual({
      stated: 'paidAnyway',
      share: '40%',
      survivesClosedGate: true,
      survivesLeaving: false,
    });
  });
});

describe('minimum and maximum of very different plans, by hand', () => {
  test('a curve that goes on has no maximum, and it is said why', () => {
    const curve = { points: USUAL, better: 'continue' };
    const risk = riskOf({ document: stakePlan({ goals: [{ ...REVENUE_GOAL, curve }] }) });
    expect(risk.maximum).toBeUndefined();
    expect(risk.minimum).toEqual({ amount: '0.00', exact: true });
    expect(risk.absent).toEqual([
      { term: 'maximum', why: 'noCap' },
      { term: 'leverage', why: 'noCap' },
    ]);
  });

  test('the same under a cap in money, which nobody exceeds', () => {
    const curve = { points: USUAL, better: 'continue' };
    const limits = { award: { cap: { money: '33000' } } };
    const risk = riskOf({ document: stakePlan({ goals: [{ ...REVENUE_GOAL, curve }], limits }) });
    expect(risk.maximum).toEqual({ amount: '33000.00', exact: true });
    // 13,000 to win, 20,000 to lose.
    expect(risk).toMatchObject({ leverage: '0.65', maximumOfTarget: '1.65' });
  });

  test('a floor of 30 % under the whole: all of target moves, and 6,000 is the least', () => {
    const risk = riskOf({ document: stakePlan({ risk: { atLeast: '30%' } }) });
    expect(risk).toMatchObject({ target: '20000.00', safe: '6000.00', atRisk: '14000.00' });
    expect(risk.minimum).toEqual({ amount: '6000.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '40000.00', exact: true });
    // 20,000 to win for 14,000 to lose: 10/7.
    expect(risk).toMatchObject({ leverage: '10/7', cannotBeZero: ['safeFloor'] });
    expect(amounts(risk)).toEqual({ revenue: '14000.00' });
  });

  test('an award stated as money has no target, and it is said what that leaves open', () => {
    const award = {
      by: 'calendarDays',
      prorated: {
        product: [
          { person: 'salary' },
          {
            curve: {
              of: { metric: 'margin' },
              points: [
                ['2%', '3%'],
                ['4%', '9%'],
              ],
            },
          },
        ],
      },
    };
    const metrics = { margin: { kind: 'ratio', level: 'company' } };
    const { target: _target, goals: _goals, ...plan } = stakePlan();
    const { risk, outcome } = explainedAda({
      document: { ...plan, metrics, award },
      actuals: finals({ margin: '3%' }),
    });
    // 80,000 × 9 %.
    expect(risk?.maximum).toEqual({ amount: '7200.00', exact: true });
    expect(risk?.minimum).toEqual({ amount: '0.00', exact: true });
    expect(risk).toMatchObject({ goals: [], canBeZero: true });
    expect(risk?.absent).toEqual(
      ['target', 'goals', 'totalPay', 'leverage'].map((term) => ({ term, why: 'noTarget' })),
    );
    expect(risk?.target).toBeUndefined();
    expect(outcome).toBeUndefined();
  });

  test('lower is better: no customers lost pays most', () => {
    const metrics = { churn: { kind: 'churn', level: 'company' } };
    const curve = {
      points: [
        ['5%', '150%'],
        ['10%', '100%'],
        ['15%', '50%'],
      ],
      better: { slope: 2 },
    };
    const goals = [{ metric: 'churn', weight: '100%', reads: 'value', curve }];
    const risk = riskOf({ document: stakePlan({ metrics, goals }), actuals: finals({ churn: '10%' }) });
    // At no churn 150 % + 5 points × 2 = 160 %; above 15 % nothing.
    expect(risk.maximum).toEqual({ amount: '32000.00', exact: true });
    expect(risk.minimum).toEqual({ amount: '0.00', exact: true });
    // 12,000 to win for 20,000 to lose.
    expect(risk.leverage).toBe('0.6');
  });

  test('target ÷ value has no end: a cost of nearly nothing, and a cap that ends it', () => {
    const metrics = {
      cost: {
        kind: 'money',
        currency: 'USD',
        level: 'company',
        target: '500000',
        direction: 'lower',
        achievement: 'target/value',
      },
    };
    const goal = {
      metric: 'cost',
      weight: '100%',
      reads: 'achievement',
      curve: { points: USUAL, better: 'continue' },
    };
    const given = { actuals: finals({ cost: '500000' }) };
    expect(riskOf({ document: stakePlan({ metrics, goals: [goal] }), ...given }).maximum).toBeUndefined();
    const capped = riskOf({ document: stakePlan({ metrics, goals: [{ ...goal, cap: '150%' }] }), ...given });
    expect(capped.maximum).toEqual({ amount: '30000.00', exact: true });
  });

  test('a modifier added in points takes from the least and adds to the most, and never below zero', () => {
    const modifiers = [{ from: { person: 'conduct' }, within: ['-10%', '10%'], how: 'add' }];
    const document = stakePlan({
      goals: [{ ...REVENUE_GOAL, curve: { points: USUAL, worse: 'hold' } }],
      modifiers,
    });
    const risk = riskOf({ document, people: { conduct: '0%' } });
    // 50 % − 10 % and 200 % + 10 % of 20,000.
    expect(risk.minimum).toEqual({ amount: '8000.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '42000.00', exact: true });
    expect(risk).toMatchObject({ canBeZero: false, cannotBeZero: ['results'] });
  });

  test('a payout decided person by person has no end above; below it takes nothing from the safe part', () => {
    const document = stakePlan({
      goals: [{ person: 'factor', weight: '100%' }],
      risk: { paidAnyway: '40%' },
    });
    const risk = riskOf({ document, people: { factor: '110%' } });
    expect(risk.minimum).toEqual({ amount: '8000.00', exact: true });
    expect(risk.absent).toContainEqual({ term: 'maximum', why: 'noCap' });
    // Somebody has a factor below zero: then nothing is safe from it but the floor under every award.
    const below = explainedAda({ document, people: { factor: '-20%' } });
    // 8,000 + 12,000 × −20 %.
    expect(below.award.amount).toBe('5600.00');
    expect(below.risk?.minimum?.amount).toBe('0.00');
  });

  test('a modifier by rating is as good as the best category, whatever the person has', () => {
    const values = { A: '120%', B: '100%', C: '50%' };
    const modifiers = [{ from: { person: 'rating' }, table: { values } }];
    const risk = riskOf({ document: stakePlan({ modifiers }), people: { rating: 'B' } });
    // 200 % × 120 %.
    expect(risk.maximum).toEqual({ amount: '48000.00', exact: true });
    // A table without a category that changes nothing moves pay all the same.
    const uneven = [{ from: { person: 'rating' }, table: { values: { A: '120%', C: '50%' } } }];
    expect(riskOf({ document: stakePlan({ modifiers: uneven }), people: { rating: 'C' } }).maximum).toEqual({
      amount: '48000.00',
      exact: true,
    });
  });

  test('a mean of those that count lies between them: nothing it is divided by opens the maximum', () => {
    const item = (metric: string, weight: string) => ({
      name: metric,
      weight,
      payout: { curve: { of: { achievement: metric }, points: USUAL } },
      countsWhen: { achievement: metric, atLeast: '85%' },
    });
    const payout = { weighted: [item('revenue', '80%'), item('profit', '20%')], missing: 'reweight' };
    const metrics = { profit: { kind: 'money', currency: 'USD', level: 'company', target: '100000' } };
    const { goals: _goals, ...plan } = stakePlan({ metrics });
    const risk = riskOf({
      document: { ...plan, payout },
      actuals: finals({ revenue: '1000000', profit: '80000' }),
    });
    // Profit at 80 % does not count, so revenue carries all; both at their best pay 200 %.
    expect(amounts(risk)).toEqual({ revenue: '20000.00', profit: '0.00' });
    expect(risk.minimum).toEqual({ amount: '0.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '40000.00', exact: true });
  });

  test('quarters by their weights', () => {
    const quarters = { Q1: '200000', Q2: '200000', Q3: '300000', Q4: '300000' };
    const metrics = {
      revenue: {
        kind: 'money',
        currency: 'USD',
        level: 'company',
        each: 'quarter',
        accumulates: 'sum',
        target: quarters,
      },
    };
    const goals = [{ ...REVENUE_GOAL, each: 'quarter', weights: ['25%', '25%', '25%', '25%'] }];
    const actuals = Object.entries(quarters).map(([period, value]) => ({
      metric: 'revenue',
      period,
      value,
      status: 'final',
    }));
    const risk = riskOf({ document: stakePlan({ metrics, goals }), actuals });
    expect(risk.minimum).toEqual({ amount: '0.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '40000.00', exact: true });
    expect(amounts(risk)).toEqual({ revenue: '20000.00' });
  });
});
