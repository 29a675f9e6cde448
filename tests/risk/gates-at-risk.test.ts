import { describe, expect, test } from 'vitest';
import type { Writing } from '../support/base.js';
import { explainedAda, finals, REVENUE_GOAL, stakePlan } from '../support/stake-plan.js';

// Target of 20,000. Two goals, 60 % revenue and 40 % recommendation.
const GOALS = [
  { ...REVENUE_GOAL, weight: '60%' },
  {
    metric: 'nps',
    weight: '40%',
    reads: 'value',
    curve: [
      [30, '50%'],
      [45, '100%'],
      [60, '150%'],
    ],
  },
];
const METRICS = { nps: { kind: 'nps', level: 'company' } };
const REVENUE_GATE = { name: 'entry', metric: 'revenue', reads: 'achievement', atLeast: '70%' };

function holds(gate: Writing, risk?: Writing): (string | undefined)[] {
  const document = stakePlan({
    metrics: METRICS,
    goals: GOALS,
    gates: [{ ...REVENUE_GATE, ...gate }],
    ...(risk && { risk }),
  });
  const found = explainedAda({ document, actuals: finals({ revenue: '1000000', nps: 45 }) });
  // At target everything is paid, so what the gate holds is what a closed one takes: the award is compared below.
  expect(found.award.amount).toBe('20000.00');
  const closed = explainedAda({ document, actuals: finals({ revenue: '690000', nps: 45 }) }).award.amount;
  return [found.risk?.gates[0]?.holds, closed];
}

describe('what a gate holds is what it takes of an award at target', () => {
  test('without a safe part: everything', () => {
    expect(holds({})[0]).toBe('20000.00');
  });

  test('with something paid behind it: the rest', () => {
    // 20,000 × 75 %; behind it a quarter of target is paid.
    expect(holds({ otherwise: '25%' })).toEqual(['15000.00', '5000.00']);
  });

  test('a safe part that survives, and one that does not', () => {
    // 30 % safe: 14,000 hang on the goals.
    const risk = (closedGate: boolean) => ({ paidAnyway: '30%', survives: { closedGate } });
    expect(holds({}, risk(true))).toEqual(['14000.00', '6000.00']);
    expect(holds({}, risk(false))).toEqual(['20000.00', '0.00']);
    // A quarter of the part at risk is paid behind the gate: 3,500.
    expect(holds({ otherwise: '25%' }, risk(true))).toEqual(['10500.00', '9500.00']);
    expect(holds({ otherwise: '25%' }, risk(false))).toEqual(['16500.00', '3500.00']);
  });

  test('under a floor no more than what lies above it', () => {
    const risk = (closedGate: boolean) => ({ atLeast: '30%', survives: { closedGate } });
    expect(holds({}, risk(true))).toEqual(['14000.00', '6000.00']);
    expect(holds({}, risk(false))).toEqual(['20000.00', '0.00']);
    // A quarter of target is less than the floor of 6,000; half of target is more.
    expect(holds({ otherwise: '25%' }, risk(true))).toEqual(['14000.00', '6000.00']);
    expect(holds({ otherwise: '50%' }, risk(true))).toEqual(['10000.00', '10000.00']);
    expect(holds({ otherwise: '25%' }, risk(false))).toEqual(['15000.00', '5000.00']);
  });

  test('of one goal what hangs on it', () => {
    // Revenue below its curve pays nothing itself: what the gate takes of recommendation is seen in the award.
    expect(holds({ closes: ['nps'] })).toEqual(['8000.00', '0.00']);
    expect(holds({ except: ['nps'] })).toEqual(['12000.00', '8000.00']);
    expect(holds({ closes: ['nps'], otherwise: '50%' })).toEqual(['4000.00', '4000.00']);
    // 40 % of the 14,000 at risk.
    expect(holds({ closes: ['nps'] }, { paidAnyway: '30%' })).toEqual(['5600.00', '6000.00']);
    // Under a floor of 30 % all of target hangs on the goals: 12,000 or 8,000, which is above the floor in both.
    expect(holds({ except: ['nps'] }, { atLeast: '30%' })).toEqual(['12000.00', '8000.00']);
    // Under one of 50 % no more than 10,000 can be lost.
    expect(holds({ except: ['nps'] }, { atLeast: '50%' })).toEqual(['10000.00', '10000.00']);
  });

  test('a gate on awards, which comes last, takes everything but what survives', () => {
    const gate = { name: 'affordable', value: { total: 'awards' }, atMost: { money: '15000' } };
    const document = stakePlan({
      metrics: METRICS,
      goals: GOALS,
      gates: [gate],
      risk: { paidAnyway: '30%', survives: { closedGate: true } },
    });
    const { risk, award } = explainedAda({ document, actuals: finals({ revenue: '1000000', nps: 45 }) });
    expect(risk?.gates).toEqual([{ name: 'affordable', holds: '14000.00' }]);
    // 20,000 of awards are more than 15,000.
    expect(award.amount).toBe('6000.00');
  });

  test('it says which goals it closes, and where it is written', () => {
    const gates = [{ ...REVENUE_GATE, closes: ['nps'], source: 'Section 4' }];
    const document = stakePlan({ metrics: METRICS, goals: GOALS, gates });
    const { risk } = explainedAda({ document, actuals: finals({ revenue: '1000000', nps: 45 }) });
    expect(risk?.gates).toEqual([{ name: 'entry', source: 'Section 4', holds: '8000.00', closes: ['nps'] }]);
  });
});
