import { type Accrual, type AccrualDocument, type AccrueOptions, accrue } from '../../src/accrual/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { dayPlan, draft, final, type Made, person } from '../retro/support.js';
import type { Writing } from '../support/base.js';

/** One share of a year for each quarter's end. */
export const CLOSINGS = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'] as const;

/** The rules of most tests. */
export function rulesOf(changes: Partial<AccrualDocument> = {}): AccrualDocument {
  return { earned: 'straightLine', accounts: { expense: '6200', liability: '2400' }, ...changes };
}

/**
 * Somebody whose award is 100,000 at a score of 45: 10 % of a million. The curve of the plan pays 50 % at 30, 100 % at 45
 * and 150 % at 60, so a point is 1/30 or 3,333.33 of it: 51 pays 120 %, 39 pays 80 %, 33 pays 60 %.
 */
export const MILLION = person('ann', { salary: '1000000' });

/** The score of the one team, as it is expected on a day. */
export function forecast(value: number, status = 'forecast'): Writing[] {
  return [
    { metric: 'score', group: 'North', value, status },
    { metric: 'score', group: 'South', value, status },
  ];
}

/** A run as of a day with the score that is expected then. */
export function estimate(asOf: string, score: number, made: Partial<Made> = {}): StoredRun {
  const { options = {}, ...rest } = made;
  return draft({ people: [MILLION], actuals: forecast(score), options: { asOf, ...options }, ...rest });
}

/** The run that was paid on. */
export function paidRun(asOf: string, score: number, made: Partial<Made> = {}): StoredRun {
  const { options = {}, ...rest } = made;
  const actuals = forecast(score, 'final');
  return final({ people: [MILLION], actuals, options: { asOf, ...options }, ...rest });
}

/** The four quarters with these scores. */
export function quarters(scores: readonly number[], made: Partial<Made> = {}): StoredRun[] {
  return scores.map((score, index) => estimate(CLOSINGS[index] ?? '', score, made));
}

/** Accrues by rules with these changes. */
export function accrued(
  runs: readonly StoredRun[],
  changes: Partial<AccrualDocument> = {},
  options: Partial<AccrueOptions> = {},
): Accrual {
  return accrue(runs, { rules: rulesOf(changes), ...options });
}

/** Liabilities and expenses of the awards by closing. */
export function recognised({ closings }: Accrual) {
  const ofAwards = closings.map(({ totals }) => totals.filter(({ onCost }) => onCost === undefined));
  return {
    liability: ofAwards.flatMap((totals) => totals.map(({ liability }) => liability)),
    expense: ofAwards.flatMap((totals) => totals.map(({ expense }) => expense)),
  };
}

/** Lines of the journal as text: `6200 Dr 25000.00 EUR`. */
export function journalIn({ journal }: Accrual, date?: string): string[] {
  return journal
    .filter((one) => date === undefined || one.date === date)
    .map(({ account, debit, credit, currency, group }) => {
      const side = /[1-9]/.test(debit) ? `Dr ${debit}` : `Cr ${credit}`;
      return [account, side, currency, ...Object.values(group)].join(' ');
    });
}

/** The codes of what was found. */
export function codesIn({ issues }: Pick<Accrual, 'issues'>): string[] {
  return issues.map(({ code }) => code);
}

export { dayPlan, person };
