import type { Explanation } from '../../src/explain/index.js';
import type { Setting, Writing } from './base.js';
import { explainedOf } from './explained.js';

/** 80 % → 50 %, 100 % → 100 %, 120 % → 200 %, nothing below and no more above: curve C1 of the risk notes. */
export const USUAL = [
  ['80%', '50%'],
  ['100%', '100%'],
  ['120%', '200%'],
];

/** A plan of one goal on revenue against a million, for one year. */
export function stakePlan(changes: Writing = {}): Writing {
  return {
    plan: 'stake',
    version: 1,
    currency: 'USD',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: '25%', of: 'salary', prorate: 'calendarDays' },
    metrics: { revenue: REVENUE, ...(changes['metrics'] as object) },
    goals: [REVENUE_GOAL],
    ...without(changes, 'metrics'),
  };
}

export const REVENUE = { kind: 'money', currency: 'USD', level: 'company', target: '1000000' };
export const REVENUE_GOAL = { metric: 'revenue', weight: '100%', reads: 'achievement', curve: USUAL };

function without(changes: Writing, key: string): Writing {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => name !== key));
}

/** A row of actuals for each value, final. */
export function finals(values: Readonly<Record<string, string | number>>): Writing[] {
  return Object.entries(values).map(([metric, value]) => ({ metric, value, status: 'final' }));
}

/** Ada has a base pay of 80,000 and a target of 20,000; changes go to her row. */
export function explainedAda(
  { people = {}, ...setting }: Omit<Setting, 'people'> & { readonly people?: Writing },
  attribution = false,
): Explanation {
  const row = { id: 'ada', salary: '80000', currency: 'USD', ...people };
  const actuals = setting.actuals ?? finals({ revenue: '1000000' });
  const [explanation] = explainedOf({ ...setting, people: [row], actuals }, { attribution });
  if (!explanation?.risk)
    throw new Error(`Nothing is at risk: ${JSON.stringify(explanation?.award.reasons)}`);
  return explanation;
}
