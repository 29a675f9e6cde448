import { describe, expect, test } from 'vitest';
import { parseRates } from '../../src/data/index.js';
import { compare, explain, explanationText, verify } from '../../src/explain/index.js';
import { calculate, type Data, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { storeRun } from '../../src/retro/index.js';
import { amountsOf, NOTHING, poolPlan } from './pool-runs.js';

const people = parsePeople([
  { id: 'fr', currency: 'EUR', salary: 60000, wages: 50000 },
  { id: 'us', currency: 'USD', salary: 80000, wages: 62500 },
]);
const rates = parseRates([{ from: 'USD', to: 'EUR', day: '2026-12-31', rate: '0.8' }]);
const data: Data = { people, actuals: { ...NOTHING, actuals: [], issues: [] }, rates };

function planOf(document: object) {
  const parsed = parsePlan(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.plan;
}

const pool = { fund: { product: [{ total: 'wages' }, '4%'] }, distribute: [{ by: { person: 'wages' } }] };
const plan = planOf(poolPlan(pool, { conversion: { on: 'periodEnd' } }));
const run = (given: Data, of = plan) => calculate([of], given, { asOf: '2027-01-31', steps: 'everyone' });

describe('a plan that converts', () => {
  test('shares a pool out over people paid in several currencies', () => {
    // 62,500 × 0.8 = 50,000: two equal wages, and a fund of 4 % of 100,000.
    expect(amountsOf(run(data))).toEqual({ fr: '2000.00', us: '2000.00' });
    expect(run(data).awards.map(({ currency }) => currency)).toEqual(['EUR', 'EUR']);
    const step = run(data).awards[1]?.steps?.find(({ name }) => name === 'wages');
    expect(step).toMatchObject({ shown: '50,000.00 EUR', how: '62500 USD × 0.8, the rate of 2026-12-31' });
  });

  test('pays a target of a converted salary, rounded once', () => {
    const bonus = planOf({
      plan: 'bonus',
      version: 1,
      currency: 'EUR',
      conversion: { on: '2026-12-31' },
      period: { start: '2026-01-01', end: '2026-12-31' },
      target: { percent: '1.23456%', of: 'salary', prorate: 'calendarDays' },
      metrics: { result: { kind: 'payout', level: 'company' } },
      goals: [{ metric: 'result', weight: '100%' }],
    });
    const actuals = parseActuals([{ metric: 'result', value: '100%', status: 'final' }]);
    // 80,000 × 0.8 × 1.23456 % = 790.1184
    expect(amountsOf(run({ ...data, actuals }, bonus))['us']).toBe('790.12');
  });

  test('without a rate of the day, or without rates, withholds who is paid in the currency', () => {
    const solo = planOf({ ...poolPlan({ ...pool, missing: 'leaveOut' }), conversion: { on: '2026-12-30' } });
    for (const given of [data, { people, actuals: data.actuals }]) {
      const { awards, issues } = run(given, solo);
      expect(awards.map(({ status }) => status)).toContain('withheld');
      expect(issues.map(({ code }) => code)).toContain('rates.rate.missing');
    }
  });

  test('and does not say so withholds them, as before; without a currency it is refused', () => {
    const mixed = run(data, planOf(poolPlan(pool)));
    expect(mixed.issues.map(({ code }) => code)).toContain('run.currency.mixed');
    const { currency: _, ...bare } = poolPlan(pool, { conversion: { on: 'periodEnd' } });
    expect(parsePlan(bare).issues.map(({ code }) => code)).toContain('plan.currency.missing');
  });

  test('is stored with its rates, verified, explained, and compared with another rate', () => {
    const stored = storeRun(run(data), { plans: [plan], ...data });
    expect(verify(stored).holds).toBe(true);
    const forged = {
      ...stored,
      inputs: {
        ...stored.inputs,
        rates: parseRates([{ from: 'USD', to: 'EUR', day: '2026-12-31', rate: '0.9' }]),
      },
    };
    expect(verify(forged).holds).toBe(false);
    const [why] = explain(stored, 'us').explanations;
    expect(why && explanationText(why, { full: true })).toContain('62500 USD × 0.8');

    const now = { ...data, rates: forged.inputs.rates };
    const compared = compare(stored, storeRun(run(now), { plans: [plan], ...now }));
    const us = compared.people.find(({ person }) => person === 'us');
    // Of a fund of 4 % of 106,250 the wages of 56,250 have 2,250.
    expect([us?.before, us?.now, us?.difference]).toEqual(['2000.00', '2250.00', '250.00']);
    const named = us?.inputs.flatMap(({ inputs }) => inputs.map(({ kind }) => kind));
    expect(named).toContain('rates');
  });
});
