import { type Issue, issue, quote } from '../issue/issue.js';
import type { Award, Run } from '../run/run.js';
import { overlap } from '../time/period.js';
import type { StoredRun } from './stored-run.js';

/** What a final run states of a person in a plan and period: paid, paid nothing, or not eligible. */
export interface Statement {
  readonly award: Award;
  readonly run: StoredRun;
}

/** What the final runs say of a person in a plan and period. */
export interface Known {
  /** The last statement; withheld is none, so an earlier one stands. */
  readonly statement?: Statement;
  /** The award in the last run that has the person, withheld or not. */
  readonly last: Award;
}

/** One person in one plan and period. */
export function keyOf({ person, plan, period }: Pick<Award, 'person' | 'plan' | 'period'>): string {
  return JSON.stringify([plan, period.start, period.end, person]);
}

/** What was paid, by `keyOf`: of several final runs the last that states an award counts. */
export function knownOf(paid: readonly StoredRun[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const run of paid) {
    for (const award of run.awards) {
      const key = keyOf(award);
      const before = known.get(key)?.statement;
      const statement = award.status === 'withheld' ? before : { award, run };
      known.set(key, { last: award, ...(statement && { statement }) });
    }
  }
  return known;
}

/**
 * What is wrong with the runs that are to be followed. With an error nothing can be said about what was paid.
 *
 * Issues:   retro.run.form, retro.run.draft, retro.run.order, retro.run.twice, retro.plan.period
 */
export function checkPaid(paid: readonly StoredRun[], now: StoredRun): Issue[] {
  const found = paid.flatMap((run, index) => [
    ...(run.status === 'final' ? [] : [draft(index)]),
    ...(run.follows === undefined ? [] : [differencesOnly(index)]),
    ...((run.after ?? 0) > index ? [outOfOrder(run, index)] : []),
    ...otherPeriods(run, index, now),
  ]);
  return found.length > 0 ? found : paidTwice(paid);
}

function draft(index: number): Issue {
  return issue({
    code: 'retro.run.draft',
    path: ['paid', index],
    message: `Run ${index + 1} of those to follow is a draft, and nobody was paid on it`,
    expected: 'final runs, in the order of payment',
    hint: 'Leave it out, or make it final if it was paid on; nothing is calculated until then',
  });
}

function differencesOnly(index: number): Issue {
  return issue({
    code: 'retro.run.form',
    path: ['paid', index, 'follows'],
    message: `Run ${index + 1} of those to follow holds differences, not awards`,
    expected: 'the stored run that the differences were made for',
    hint: 'Give its run.json; nothing is calculated until then',
  });
}

function outOfOrder({ after = 0 }: Run, index: number): Issue {
  return issue({
    code: 'retro.run.order',
    path: ['paid', index],
    message: `Run ${index + 1} of those to follow was made after ${after} final run${after === 1 ? '' : 's'}, and only ${index} of them stand${index === 1 ? 's' : ''} before it`,
    expected: 'all final runs, in the order of payment',
    hint: 'Give the missing runs, or put them in order: the last one says what somebody was paid',
  });
}

/** The same plan for days that only partly agree: some would be paid twice, or never. */
function otherPeriods(run: StoredRun, index: number, now: StoredRun): Issue[] {
  return now.plans.flatMap(({ plan, period }) => {
    const before = run.plans.find((one) => one.plan === plan)?.period;
    const isSame = before?.start === period.start && before.end === period.end;
    if (!before || isSame || !overlap(before, period)) return [];
    return [
      issue({
        code: 'retro.plan.period',
        path: ['paid', index, 'plans', plan],
        message: `Run ${index + 1} of those to follow paid ${quote(plan)} for ${before.start} to ${before.end}, which shares days with ${period.start} to ${period.end}`,
        expected: 'the period that was paid, or one that shares no day with it',
        hint: 'Calculate the plan for the period that was paid; nothing is calculated until then',
      }),
    ];
  });
}

/** Whole awards in two runs of which neither knows the other: both were paid. */
function paidTwice(paid: readonly StoredRun[]): Issue[] {
  const seen = new Set<string>();
  return paid.flatMap((run, index) => {
    const awards = run.awards.filter(({ status }) => status === 'paid');
    const twice = run.after === undefined ? awards.filter((award) => seen.has(keyOf(award))) : [];
    for (const award of awards) seen.add(keyOf(award));
    return twice.length === 0 ? [] : [twiceIn(index, twice)];
  });
}

function twiceIn(index: number, awards: readonly Award[]): Issue {
  return issue({
    code: 'retro.run.twice',
    path: ['paid', index],
    message: `Run ${index + 1} of those to follow has whole awards of ${awards.length} people whom an earlier one paid, such as ${quote(awards[0]?.person)}`,
    expected: 'runs that were made to follow each other, where only differences were paid',
    hint: 'Store a run with those it follows (--follows does); if both were paid in full, take one payment back by hand',
  });
}
