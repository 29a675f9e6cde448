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
 * Issues:   retro.plan.new, retro.run.form, retro.run.draft, retro.run.order, retro.run.twice, retro.run.decisions,
 *           retro.plan.period
 */
export function checkPaid(paid: readonly StoredRun[], now: StoredRun): Issue[] {
  const strange = paid.length === 0 ? [] : now.plans.filter((one) => !isAmong(one, paid));
  const found = paid.flatMap((run, index) => [
    ...(run.status === 'final' ? [] : [draft(index)]),
    ...(run.follows === undefined ? [] : [differencesOnly(index)]),
    ...((run.after ?? 0) > index ? [outOfOrder(run, index)] : []),
    ...otherPeriods(run, index, now),
    ...(isForgotten(run, now) ? [noDecisions(index)] : []),
  ]);
  return found.length > 0 ? found : [...paidTwice(paid), ...strange.map(neverPaidPlan)];
}

/** Decisions that were paid on, and none given now: whoever forgot the file would take them all back. */
function isForgotten({ inputs: { decisions } }: StoredRun, now: StoredRun): boolean {
  return (decisions?.decisions.length ?? 0) > 0 && now.inputs.decisions === undefined;
}

function noDecisions(index: number): Issue {
  return issue({
    code: 'retro.run.decisions',
    path: ['paid', index],
    message: `Run ${index + 1} of those to follow was paid on decisions, and none are given now: all of them would be taken back`,
    expected: 'the decisions, as they were or as they are now',
    hint: 'Give them: --decisions, or data.decisions; a file whose amounts are blank takes them back',
  });
}

function isAmong(one: Run['plans'][number], paid: readonly StoredRun[]): boolean {
  const key = keyOf({ ...one, person: '' });
  return paid.some(({ plans }) => plans.some((other) => keyOf({ ...other, person: '' }) === key));
}

/** A plan or period in none of the runs: a new one, or one that was renamed, which would be paid a second time. */
function neverPaidPlan({ plan, period }: Run['plans'][number]): Issue {
  return issue({
    code: 'retro.plan.new',
    path: ['plans', plan],
    message: `None of the runs to follow paid ${quote(plan)} for ${period.start} to ${period.end}, so its whole awards are due`,
    expected: 'a plan and period that were paid, or new ones',
    hint: 'If the plan was renamed or the year is wrong, correct it: everything would be paid a second time',
  });
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

/** Awards in two runs of which the later does not follow the earlier: both were paid, or one was named twice. */
function paidTwice(paid: readonly StoredRun[]): Issue[] {
  return paid.flatMap((run, index) => {
    const unknown = paid.slice(run.after ?? 0, index);
    const seen = new Set(unknown.flatMap((one) => one.awards.filter(isPaid).map(keyOf)));
    const twice = run.awards.filter((award) => isPaid(award) && seen.has(keyOf(award)));
    return twice.length === 0 ? [] : [twiceIn(index, twice)];
  });
}

function isPaid({ status }: Award): boolean {
  return status === 'paid';
}

function twiceIn(index: number, awards: readonly Award[]): Issue {
  return issue({
    code: 'retro.run.twice',
    path: ['paid', index],
    message: `Run ${index + 1} of those to follow does not follow an earlier one that paid the same awards (${awards.length}, such as that of ${quote(awards[0]?.person)})`,
    expected: 'every final run once, each made to follow all before it',
    hint: 'Store a correcting run with the runs it follows: --follows, or the last argument of storeRun; nothing is calculated until then',
  });
}
