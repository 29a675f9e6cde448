import type { Writing } from './base.js';

/** Metrics that formulas of tests read: two currencies, two scores, and a count that is measured each quarter. */
export const formulaMetrics: Writing = {
  revenue: { kind: 'money', currency: 'USD', level: 'company', target: '1000000' },
  abroad: { kind: 'money', currency: 'EUR', level: 'company', target: '1000000' },
  nps: { kind: 'nps', level: 'team' },
  retention: { kind: 'retention', level: 'team' },
  sales: { kind: 'count', level: 'team', each: 'quarter' },
};

/** Columns of people that formulas of tests read: one of every kind. */
export const formulaFields: Writing = {
  wages: { kind: 'money' },
  potential: { kind: 'money', per: 'period' },
  factor: { kind: 'ratio' },
  other: { kind: 'ratio' },
  score: { kind: 'points' },
  units: { kind: 'count' },
  role: { kind: 'category' },
  onNotice: { kind: 'yesNo' },
};

const frame: Writing = {
  plan: 'formula',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  fields: formulaFields,
  metrics: formulaMetrics,
};
const target = { percent: '10%', of: 'salary', prorate: 'calendarDays' };

/** A plan that states the award itself, in dollars. */
export function awardPlan(award: unknown, changes: Writing = {}): Writing {
  return { ...frame, currency: 'USD', award, ...changes };
}

/** The same, where everything belongs to stretches of days. */
export function proratedPlan(prorated: unknown, changes: Writing = {}): Writing {
  return awardPlan({ prorated, by: 'calendarDays' }, changes);
}

/** A plan that states the payout by a formula. */
export function payoutPlan(payout: unknown, changes: Writing = {}): Writing {
  return { ...frame, target, payout, ...changes };
}

/** A payout that depends on a condition, which stands at `payout/when`. */
export function conditionPlan(when: unknown, changes: Writing = {}): Writing {
  return payoutPlan({ when, then: '100%', otherwise: '50%' }, changes);
}

/** A plan of goals; one goal that always pays target where none is given. */
export function goalsPlan(changes: Writing): Writing {
  return { ...frame, target, goals: [{ name: 'all', payout: '100%', weight: '100%' }], ...changes };
}
