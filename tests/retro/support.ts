import { parseEarnings, parseExceptions, parseLeave } from '../../src/data/index.js';
import { type CalculateOptions, calculate, type Data, type PlanDocument } from '../../src/index.js';
import { type Correction, causeText, type StoredRun, storeRun } from '../../src/retro/index.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';

/**
 * A plan whose awards can be made in the head: 10 % of 73,000 is 7,300 a year, 20 for each of the 365 days of 2026.
 * A score of 45 pays 100 %, of 60 it pays 150 %.
 */
export function dayPlan(changes: Writing = {}): Writing {
  return {
    plan: 'daily',
    version: 1,
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
    metrics: { score: { kind: 'nps', level: 'team' } },
    goals: [
      {
        metric: 'score',
        weight: 1,
        curve: [
          [30, '50%'],
          [45, '100%'],
          [60, '150%'],
        ],
      },
    ],
    ...changes,
  };
}

/** Somebody with 73,000 in team North. */
export function person(id: string, changes: Writing = {}): Writing {
  return { id, salary: '73000', currency: 'EUR', team: 'North', ...changes };
}

/** The scores of the two teams. */
export function scores(north: unknown = 45, south: unknown = 45, more: Writing = {}): Writing[] {
  return [
    { metric: 'score', group: 'North', value: north, status: 'final', ...more },
    { metric: 'score', group: 'South', value: south, status: 'final' },
  ];
}

/** What a run is made of; everybody has scores that pay 100 % where nothing else is said. */
export interface Made {
  readonly people: readonly Writing[];
  readonly actuals?: readonly Writing[];
  readonly leave?: readonly Writing[];
  readonly earnings?: readonly Writing[];
  readonly exceptions?: readonly Writing[];
  readonly documents?: readonly (Writing | PlanDocument)[];
  readonly options?: Partial<CalculateOptions>;
  readonly paid?: readonly StoredRun[];
}

/** A stored draft. */
export function draft({ documents = [dayPlan()], options = {}, paid = [], ...made }: Made): StoredRun {
  const plans = documents.map(planOf);
  const data = dataOf(made);
  const run = calculate(plans, data, { asOf: '2027-01-31', ...options });
  return storeRun(run, { plans, ...data }, paid);
}

/** A stored run that was paid on. */
export function final({ options = {}, ...made }: Made): StoredRun {
  return draft({ ...made, options: { ...options, status: 'final' } });
}

function dataOf({ people, actuals = scores(), leave, earnings, exceptions }: Omit<Made, 'documents'>): Data {
  return {
    people: peopleOf(people),
    actuals: actualsOf(actuals),
    ...(leave && { leave: parseLeave(leave) }),
    ...(earnings && { earnings: parseEarnings(earnings) }),
    ...(exceptions && { exceptions: parseExceptions(exceptions) }),
  };
}

/** Person, amount and currency of each difference. */
export function amountsOf({ differences }: Correction): string[] {
  return differences.map(({ person: id, amount, currency }) => `${id} ${amount} ${currency}`);
}

/** The causes of the differences of a person, in words. */
export function causesIn({ differences }: Correction, id: string): string[] {
  return differences.filter((one) => one.person === id).flatMap(({ causes }) => causes.map(causeText));
}

/** The codes of what was found. */
export function codesOf({ issues }: Pick<Correction, 'issues'>): string[] {
  return issues.map(({ code }) => code);
}
