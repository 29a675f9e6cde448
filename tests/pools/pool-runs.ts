import { type Actuals, calculate, parseActuals, parsePeople, parsePlan, type Run } from '../../src/index.js';

type Writing = Record<string, unknown>;

/** A plan that shares out a pool, in euros over 2026. */
export function poolPlan(pool: Writing, changes: Writing = {}): Writing {
  return {
    plan: 'pool',
    version: 1,
    currency: 'EUR',
    period: { start: '2026-01-01', end: '2026-12-31' },
    metrics: {},
    fields: { wages: { kind: 'money' } },
    pool,
    ...changes,
  };
}

export const NOTHING: Actuals = parseActuals([{ metric: 'none', value: 1 }]);

/** The run of a pool over people, who are paid in euros. */
export function poolRun(plan: Writing, people: readonly Writing[], actuals: readonly Writing[] = []): Run {
  const parsed = parsePlan(plan);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, null, 1));
  const rows = people.map((one) => ({ currency: 'EUR', ...one }));
  const data = {
    people: parsePeople(rows),
    actuals: actuals.length === 0 ? { ...NOTHING, actuals: [], issues: [] } : parseActuals(actuals),
  };
  return calculate([parsed.plan], data, { asOf: '2027-01-31', steps: 'everyone' });
}

/** What everybody gets. */
export function amountsOf({ awards }: Run): Record<string, string | undefined> {
  return Object.fromEntries(awards.map(({ person, amount }) => [person, amount]));
}
