import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/index.js';
import { ONE, type Ratio, ratio, reduce } from '../../src/num/ratio.js';
import type { PlanDocument } from '../../src/plan/document.js';
import { type Neutral, neutralOfField, neutralOfMetric } from '../../src/risk/neutral.js';

const base = {
  plan: 'gates',
  version: 1,
  currency: 'EUR',
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
  metrics: {
    result: { kind: 'payout', level: 'company' },
    savings: { kind: 'money', currency: 'EUR', level: 'company' },
    margin: { kind: 'ratio', level: 'company' },
    reputation: { kind: 'ratio', level: 'company' },
  },
  goals: [{ name: 'Result', metric: 'result', weight: '100%' }],
};

function documentOf(changes: object): PlanDocument {
  const parsed = parsePlan({ ...base, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.plan.document;
}

function neutralValue(neutral: Neutral | undefined): Ratio | string | undefined {
  const value = neutral && 'value' in neutral ? neutral.value : undefined;
  return typeof value === 'object' ? reduce(value) : value;
}

describe('what only gates and modifiers read is neutral where it changes nothing', () => {
  test('a gate on its bound; beyond a bound that does not count itself', () => {
    const document = documentOf({
      gates: [
        { metric: 'savings', moreThan: 0 },
        { metric: 'margin', reads: 'value', atLeast: '10%' },
        { person: 'rating', moreThan: 1 },
      ],
    });
    expect(neutralValue(neutralOfMetric('savings', undefined, document))).toEqual(ONE);
    expect(neutralValue(neutralOfMetric('margin', undefined, document))).toEqual(ratio(1, 10));
    expect(neutralValue(neutralOfField('rating', document))).toEqual(ratio(2));
  });

  test('an addend of nothing (reputation, −10 to +10 points: Cingular 2005)', () => {
    const modifiers = [
      { from: { metric: 'reputation', reads: 'value' }, within: ['-10%', '10%'], how: 'add' },
    ];
    expect(neutralValue(neutralOfMetric('reputation', undefined, documentOf({ modifiers })))).toEqual(
      ratio(0),
    );
  });
});
