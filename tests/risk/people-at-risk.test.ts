import { describe, expect, test } from 'vitest';
import { explainedAda, finals, REVENUE_GOAL, stakePlan } from '../support/stake-plan.js';

const riskOf = (...given: Parameters<typeof explainedAda>) => {
  const { risk } = explainedAda(...given);
  if (!risk) throw new Error('nothing at risk');
  return risk;
};
const amounts = ({ goals }: ReturnType<typeof riskOf>) =>
  Object.fromEntries(goals.map(({ name, amount }) => [name, amount]));

describe('who is there for a part of the year', () => {
  test('hired in July: amounts for the days that count, and the share of pay is that of everybody', () => {
    // 2 July to 31 December: 183 of 365 days.
    const risk = riskOf({
      document: stakePlan({ risk: { paidAnyway: '40%' } }),
      people: { hired: '2026-07-02' },
    });
    // 20,000 × 183/365 = 10,027.397…; × 40 % = 4,010.958…; the rest by difference.
    expect(risk).toMatchObject({ target: '10027.40', safe: '4010.96', atRisk: '6016.44' });
    // 4,010.9589… + 6,016.4383… × 200 % = 16,043.8356….
    expect(risk.minimum).toEqual({ amount: '4010.96', exact: true });
    expect(risk.maximum).toEqual({ amount: '16043.84', exact: true });
    // 80,000 × 183/365 = 40,109.589…; with target 50,136.986….
    expect(risk.totalPay).toEqual({ base: '40109.59', atTarget: '50136.99', atRiskShare: '0.12' });
  });

  test('two stretches of days: a raise in April', () => {
    const { salary: _salary, ...people } = {
      salary: undefined,
      assignments: [
        { from: '2026-01-01', to: '2026-03-31', salary: '80000', currency: 'USD' },
        { from: '2026-04-01', salary: '90000', currency: 'USD' },
      ],
    };
    const risk = riskOf({
      document: stakePlan(),
      people: { ...people, salary: undefined, currency: undefined },
    });
    // 80,000 × 90/365 + 90,000 × 275/365 = 19,726.027… + 67,808.219… = 87,534.246…; a quarter of it is 21,883.561….
    expect(risk.totalPay).toEqual({ base: '87534.25', atTarget: '109417.81', atRiskShare: '0.2' });
    expect(risk).toMatchObject({ target: '21883.56', atRisk: '21883.56' });
    expect(risk.maximum).toEqual({ amount: '43767.12', exact: true });
  });

  test('a leaver paid at target cannot lose or win', () => {
    const document = stakePlan({ leavers: { retirement: 'payTarget' } });
    const people = { hired: '2010-01-01', left: '2026-06-30', leftReason: 'retirement' };
    const risk = riskOf({ document, people, actuals: finals({ revenue: '1200000' }) });
    // 181 of 365 days: 20,000 × 181/365 = 9,917.808….
    expect(risk).toMatchObject({ target: '9917.81', canBeZero: false, cannotBeZero: ['atTarget'] });
    expect(risk.minimum).toEqual({ amount: '9917.81', exact: true });
    expect(risk.maximum).toEqual({ amount: '9917.81', exact: true });
    expect(risk.leverage).toBeUndefined();
    expect(risk.absent).toEqual([{ term: 'leverage', why: 'noDownside' }]);
  });

  test('who forfeits keeps the safe part, where it survives leaving, and nothing more', () => {
    const document = stakePlan({
      risk: { paidAnyway: '40%', survives: { leaving: true } },
      leavers: { resignation: 'forfeit' },
    });
    const people = { hired: '2010-01-01', left: '2026-06-30', leftReason: 'resignation' };
    const risk = riskOf({ document, people, actuals: finals({ revenue: '1200000' }) });
    // 9,917.808… × 40 %.
    expect(risk.minimum).toEqual({ amount: '3967.12', exact: true });
    expect(risk.maximum).toEqual({ amount: '3967.12', exact: true });
  });

  test('a guarantee is a floor that one person has', () => {
    const exception = {
      ...{ id: 'ada', kind: 'guarantee', value: '12500', currency: 'USD' },
      ...{ until: '2026-12-31', reason: 'Hired with it', approver: 'Head of pay' },
    };
    const risk = riskOf({ document: stakePlan(), exceptions: [exception] });
    expect(risk.minimum).toEqual({ amount: '12500.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '40000.00', exact: true });
    // 20,000 to win for 7,500 to lose.
    expect(risk).toMatchObject({ canBeZero: false, cannotBeZero: ['guarantee'], leverage: '8/3' });
  });

  test('pay that is no salary: the part at risk of pay cannot be told', () => {
    const document = stakePlan({ target: { amount: { money: '20000' }, prorate: 'calendarDays' } });
    const risk = riskOf({ document, people: { salary: undefined } });
    expect(risk).toMatchObject({ target: '20000.00', leverage: '1' });
    expect(risk.totalPay).toBeUndefined();
    expect(risk.absent).toEqual([{ term: 'totalPay', why: 'noSalary' }]);
  });
});

describe('goals that do not count', () => {
  const METRICS = {
    nps: { kind: 'nps', level: 'company' },
    retention: { kind: 'retention', level: 'company' },
  };
  const nps = {
    metric: 'nps',
    weight: '30%',
    reads: 'value',
    curve: [
      [30, '50%'],
      [45, '100%'],
      [60, '150%'],
    ],
  };
  const retention = {
    metric: 'retention',
    weight: '20%',
    reads: 'value',
    curve: [
      ['85%', '50%'],
      ['90%', '100%'],
      ['95%', '150%'],
    ],
  };
  const goals = (changes = {}) => [{ ...REVENUE_GOAL, weight: '50%' }, { ...nps, ...changes }, retention];
  const actuals = finals({ revenue: '1000000', nps: 45, retention: '90%' });

  test('the weight of a neutralised goal hangs on the others', () => {
    const document = stakePlan({
      metrics: METRICS,
      goals: goals({ neutralised: 'network outage' }),
      missing: 'reweight',
    });
    const risk = riskOf({ document, actuals });
    // 20,000 × 50/70 and 20,000 × 20/70.
    expect(amounts(risk)).toEqual({ revenue: '14285.71', nps: '0.00', retention: '5714.29' });
    // (50 % × 200 % + 20 % × 150 %) ÷ 70 % = 1.3/0.7 of 20,000 = 37,142.857….
    expect(risk.maximum).toEqual({ amount: '37142.86', exact: true });
  });

  test('a neutralised goal that pays as at target can be neither lost nor won', () => {
    const document = stakePlan({
      metrics: METRICS,
      goals: goals({ neutralised: 'network outage' }),
      missing: 'target',
    });
    const risk = riskOf({ document, actuals });
    expect(amounts(risk)).toEqual({ revenue: '10000.00', nps: '6000.00', retention: '4000.00' });
    // 30 % × 100 % of 20,000; and 50 % × 200 % + 30 % + 20 % × 150 % = 160 %.
    expect(risk.minimum).toEqual({ amount: '6000.00', exact: true });
    expect(risk.maximum).toEqual({ amount: '32000.00', exact: true });
    expect(risk).toMatchObject({ canBeZero: false, cannotBeZero: ['results'] });
  });

  test('a neutralised goal that pays nothing is lost', () => {
    const document = stakePlan({
      metrics: METRICS,
      goals: goals({ neutralised: 'network outage' }),
      missing: 'zero',
    });
    const risk = riskOf({ document, actuals });
    // 50 % × 200 % + 20 % × 150 % = 130 %.
    expect(risk.maximum).toEqual({ amount: '26000.00', exact: true });
  });

  const few = [
    ...finals({ revenue: '1000000', retention: '90%' }),
    { metric: 'nps', value: 45, responses: 4, status: 'final' },
  ];
  const sampled = (tooFew: unknown) => ({
    document: stakePlan({
      metrics: { ...METRICS, nps: { ...METRICS.nps, sample: { atLeast: 30, tooFew } } },
      goals: goals(),
    }),
    actuals: few,
  });

  test.each([
    // 50 % × 200 % + 30 % × 150 % + 20 % × 150 % = 175 %.
    ['payTarget', { revenue: '10000.00', nps: '6000.00', retention: '4000.00' }, '0.00', '35000.00'],
    ['payZero', { revenue: '10000.00', nps: '6000.00', retention: '4000.00' }, '0.00', '35000.00'],
    // What does not count hangs on nothing this time. The mean is greatest without it: (50 % × 200 % + 20 % × 150 %) ÷ 70 %.
    ['spread', { revenue: '14285.71', nps: '0.00', retention: '5714.29' }, '0.00', '37142.86'],
  ])('too few responses: %s', (tooFew, at, minimum, maximum) => {
    const risk = riskOf(sampled(tooFew));
    expect(amounts(risk)).toEqual(at);
    expect(risk.minimum?.amount).toBe(minimum);
    expect(risk.maximum?.amount).toBe(maximum);
    expect(risk.absent).toEqual([]);
  });

  test('too few responses, and the score of a wider level', () => {
    const metrics = {
      ...METRICS,
      nps: { kind: 'nps', level: 'team', sample: { atLeast: 30, tooFew: { use: 'company' } } },
    };
    const rows = [
      ...finals({ revenue: '1000000', retention: '90%' }),
      { metric: 'nps', group: 'North', value: 45, responses: 4, status: 'final' },
      { metric: 'nps', value: 45, responses: 400, level: 'company', status: 'final' },
    ];
    const risk = riskOf({
      document: stakePlan({ metrics, goals: goals() }),
      actuals: rows,
      people: { team: 'North' },
    });
    expect(amounts(risk)).toEqual({ revenue: '10000.00', nps: '6000.00', retention: '4000.00' });
    expect(risk.maximum).toEqual({ amount: '35000.00', exact: true });
  });
});
