import { groupBy } from '../data/group.js';
import { type Issue, issue, type Severity } from '../issue/issue.js';
import type { ControlTotal } from '../payroll/pay-line.js';
import type { Parsed } from '../plan/read-plan.js';
import { canonicalText } from '../retro/canonical.js';
import { fileBytesFingerprint, fingerprintOf } from '../retro/fingerprint.js';
import { type Fingerprints, fingerprintsOf } from '../retro/fingerprints.js';
import type { StoredRun } from '../retro/stored-run.js';
import type { ExceptionUse } from '../run/exceptions.js';
import type { PoolUse } from '../run/pool-use.js';
import type { Award, Reconciliation, Run, Total } from '../run/run.js';
import { runFaults } from './check-run.js';

/** A file that was made of a run for payroll, with its control totals; the content is only fingerprinted. */
export interface PayFileGiven {
  /** The layout it is in, such as `canonical`. */
  readonly layout: string;
  readonly name: string;
  /** Lines and amount of each currency in it. */
  readonly controls: readonly ControlTotal[];
  readonly content: Uint8Array | string;
}

/** A pay file as a receipt names it. */
export interface PayFileReceipt extends Omit<PayFileGiven, 'content'> {
  /** SHA-256 of its bytes. */
  readonly fingerprint: string;
}

/** How often something was found. */
export interface IssueCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

/** What somebody decided beside the formula: both amounts, who, when and why. */
export interface DecisionReceipt {
  readonly person: string;
  readonly plan: string;
  readonly formula: string;
  readonly amount: string;
  readonly currency: string;
  readonly by: string;
  readonly on: string;
  readonly reason?: string;
}

/**
 * What a run was and came to, on one page: to be kept apart from the run, so that a run that was changed is found out.
 * Plain JSON data.
 */
export interface Receipt {
  readonly format: 'variable-pay/receipt';
  readonly formatVersion: 1;
  /** The release of variable-pay that made the run; absent where an old run does not say it. */
  readonly release?: string;
  readonly status: Run['status'];
  readonly asOf: string;
  /** How many people the run was limited to; absent where everybody was looked at. */
  readonly only?: number;
  /** How many final runs were paid before: only the differences to them are paid. */
  readonly after?: number;
  /** True where ids, names and texts are pseudonyms. */
  readonly pseudonymised?: true;
  readonly plans: readonly (Run['plans'][number] & { readonly fingerprint: string })[];
  /** Fingerprints of the files it was calculated on. */
  readonly inputs: Omit<Fingerprints, 'plans' | 'result'>;
  /** Fingerprint of the result. */
  readonly result: string;
  readonly totals: readonly Total[];
  /** What became of each pool; absent where no plan has one. */
  readonly pools?: readonly PoolUse[];
  readonly reconciliation: Reconciliation;
  readonly issues: readonly IssueCount[];
  /** Exceptions that were applied, with who approved them. */
  readonly exceptions: readonly Omit<ExceptionUse, 'status'>[];
  readonly decisions: readonly DecisionReceipt[];
  readonly files: readonly PayFileReceipt[];
  /** Fingerprint of all of the above. */
  readonly fingerprint: string;
}

/**
 * The receipt of a run: which release, plans and inputs made it, what it came to, what was found, excepted and decided,
 * and the files made of it. The same run gives the same receipt; a run that differs anywhere, but for the words of findings
 * and explanations, gives another.
 *
 * Units:    money of each currency; totals are those of the run
 * Issues:   cycle.run.form, cycle.run.differences, cycle.run.changed
 * @example  receiptOf(run, [{ layout: 'canonical', name: 'pay-EUR.csv', controls, content }])
 */
export function receiptOf(run: StoredRun, files: readonly PayFileGiven[] = []): Parsed<'receipt', Receipt> {
  const named = files.map(({ content, ...file }) => ({
    ...file,
    fingerprint: fileBytesFingerprint(content),
  }));
  return receiptNaming(run, named);
}

/** The receipt of a run and of files whose fingerprints are known already. */
export function receiptNaming(run: StoredRun, files: readonly PayFileReceipt[]): Parsed<'receipt', Receipt> {
  const faults = runFaults(run);
  if (faults.length > 0) return { ok: false, issues: faults };
  const found = fingerprintsNow(run);
  if (!found || !isAsStored(run.fingerprints, found)) return { ok: false, issues: [changedSince()] };
  const receipt = { ...headOf(run), ...printsOf(run, found), ...resultOf(run), files };
  return { ok: true, receipt: { ...receipt, fingerprint: fingerprintOf(receipt) }, issues: [] };
}

function headOf(run: StoredRun) {
  const { release, status, asOf, only, after } = run;
  return {
    format: 'variable-pay/receipt' as const,
    formatVersion: 1 as const,
    ...(release !== undefined && { release }),
    status,
    asOf,
    ...(only && { only: only.length }),
    ...(after !== undefined && { after }),
    ...(Object.hasOwn(run, 'pseudonymised') && { pseudonymised: true as const }),
  };
}

function printsOf(run: StoredRun, { plans, result, ...inputs }: Fingerprints) {
  const named = run.plans.map((one, index) => ({ ...one, fingerprint: plans[index]?.fingerprint ?? '' }));
  return { plans: named, inputs, result };
}

function resultOf({ totals, pools, reconciliation, issues, exceptions, awards }: StoredRun) {
  const applied = exceptions.filter(({ status }) => status === 'applied');
  return {
    totals,
    ...(pools && { pools }),
    reconciliation,
    issues: countsOf(issues),
    exceptions: applied.map(({ status: _status, ...use }) => use),
    decisions: awards.flatMap(decisionOf),
  };
}

/** Errors first, then by code. */
function countsOf(issues: readonly Issue[]): IssueCount[] {
  const groups = groupBy(issues, ({ code, severity }) => JSON.stringify([severity, code]));
  return [...groups.keys()].toSorted().map((key) => {
    const [severity, code] = JSON.parse(key) as [Severity, string];
    return { code, severity, count: groups.get(key)?.length ?? 0 };
  });
}

/** What was decided of an award, where the run has decisions. */
function decisionOf({ person, plan, amount = '', currency = '', decided }: Award): DecisionReceipt[] {
  return decided === undefined ? [] : [{ person, plan, amount, currency, ...decided }];
}

/** The fingerprints of a run as it is; a plan nested deeper than any has none. */
function fingerprintsNow(run: StoredRun): Fingerprints | undefined {
  try {
    return fingerprintsOf(run, run.inputs, run.release);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isAsStored(stored: Fingerprints | undefined, found: Fingerprints): boolean {
  return stored === undefined || canonicalText(stored) === canonicalText(found);
}

function changedSince(): Issue {
  return issue({
    code: 'cycle.run.changed',
    path: ['fingerprints'],
    message: 'This run, its inputs or its fingerprints were changed after it was stored',
    expected: 'a run as it was stored',
    hint: 'Run verify on it: it lists everything that differs',
  });
}
