import type { Award, Run } from '../../src/index.js';
import { awardOf, runOf, type Setting, type Writing } from './base.js';

/** A plan of one payout for everybody: 36,500 a year, so that a day is 100; changes by key. */
export function plainPlan(changes: Writing = {}): Writing {
  return {
    plan: 'plain',
    version: 1,
    currency: 'USD',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { amount: { money: 36_500 }, hours: 'full', prorate: 'calendarDays' },
    metrics: { result: { kind: 'payout', level: 'company' } },
    goals: [{ name: 'Result', metric: 'result', weight: 1 }],
    ...changes,
  };
}

/** A person of the plain plan, in as many rows as there are changes. */
export function plainPerson(...rows: Writing[]): Writing[] {
  return (rows.length === 0 ? [{}] : rows).map((row) => ({ id: 'ann', currency: 'USD', ...row }));
}

/** A run of the plain plan, with a result of 80 %. */
export function plainRun({ document = plainPlan(), people = plainPerson(), ...setting }: Setting = {}): Run {
  const actuals = [{ metric: 'result', value: '80%', status: 'final' }];
  return runOf({ document, people, actuals, ...setting, options: { steps: 'everyone', ...setting.options } });
}

/** What Ann gets. */
export function plainAward(setting: Setting = {}): Award {
  return awardOf(plainRun(setting), 'ann');
}

/** An exception of Ann for the whole year. */
export function decided(kind: string, value: string, changes: Writing = {}): Writing {
  const money = kind === 'guarantee' || kind === 'targetAmount';
  const currency = money ? { currency: 'USD' } : {};
  const base = { id: 'ann', kind, value, until: '2026-12-31', reason: 'agreed', approver: 'CFO' };
  return { ...base, ...currency, ...changes };
}
