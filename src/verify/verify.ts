import { hasErrors, type Issue } from '../issue/issue.js';
import type { Fingerprints } from '../retro/fingerprints.js';
import type { Misfit } from '../retro/form.js';
import { RELEASE } from '../retro/release.js';
import { fingerprintsForm, releaseForm, runForm } from '../retro/run-form.js';
import {
  type FoundFingerprints,
  fingerprintChecks,
  foundFingerprints,
  type GivenInputs,
  givenChecks,
} from './fingerprint-checks.js';
import { type LooseRun, looseMisfits, misfitsOf, own } from './loose-run.js';
import { isNewer } from './release-order.js';
import { derive, derivedChecks, ownChecks, type ResultChecks } from './result-checks.js';
import { type StoredInputs, storedInputs } from './stored-inputs.js';
import type { Check, CheckNote, Verification, VerifiedRun } from './verification.js';
import {
  differencesOnly,
  fingerprintIssues,
  olderThanFingerprints,
  otherRelease,
  runIssues,
} from './verify-issues.js';

/**
 * Verifies a stored result: derives every award once more from the inputs stored with it, and tells everything that
 * comes out otherwise than it is stored; compares inputs and result with their fingerprints; and compares the plan
 * and files given beside with those the run was made on. Whatever cannot be verified is said with the reason, and the
 * rest is. Never throws for JSON data.
 *
 * Not compared are the words of findings and where rows stood in their files.
 *
 * Issues:   verify.*
 * @example  verify(JSON.parse(text), { plans: [plan] }).holds // true
 */
export function verify(run: unknown, given: GivenInputs = {}): Verification {
  const misfits = looseMisfits(run);
  if (misfits.length > 0) return noRun(misfits);
  // The lists and names that are read have their form, as was just looked at.
  const known = run as LooseRun;
  const inputs = storedInputs(known);
  const { release, fingerprints, issues } = releaseOf(known);
  const found = foundFingerprints(known, inputs);
  const ofFingerprints = fingerprints ? fingerprintChecks(fingerprints, found) : [];
  const ofGiven = givenChecks(given, known, found, fingerprints);
  const result = resultChecks(known, inputs, release);
  const checks = [
    verdictOf('fingerprints', ofFingerprints, 'holds', 'noFingerprints'),
    ...(ofGiven.length > 0 ? [verdictOf('given', ofGiven, 'same')] : []),
    ...result.checks,
    ...(known['after'] === undefined ? [] : [notVerified('payments', 'paidAfter')]),
  ];
  const all = [...runIssues(strictMisfits(known)), ...inputs.issues, ...issues, ...followsIssues(known)];
  return {
    holds: !hasErrors(all) && checks.every(({ verdict }) => verdict !== 'differs') && isDerived(checks),
    release: RELEASE,
    run: verifiedRun(known, release, found),
    checks,
    fingerprints: ofFingerprints,
    given: ofGiven,
    differences: result.differences,
    issues: all,
  };
}

function noRun(misfits: readonly Misfit[]): Verification {
  const nothing = { checks: [], fingerprints: [], given: [], differences: [] };
  return { holds: false, release: RELEASE, ...nothing, issues: runIssues(misfits) };
}

/** What a run says of itself; without a sound release or fingerprints these are as if it had none. */
function releaseOf(run: LooseRun) {
  const [release, fingerprints] = [own(run, 'release'), own(run, 'fingerprints')];
  const isOld = release === undefined && fingerprints === undefined;
  const ofRelease = isOld ? [] : misfitsOf(release, releaseForm, ['release']);
  const ofFingerprints = isOld ? [] : misfitsOf(fingerprints, fingerprintsForm, ['fingerprints']);
  const made = ofRelease.length === 0 ? (release as string | undefined) : undefined;
  const sound = ofFingerprints.length === 0 ? (fingerprints as Fingerprints | undefined) : undefined;
  const issues: Issue[] = [
    ...fingerprintIssues([...ofRelease, ...ofFingerprints]),
    ...(isOld ? [olderThanFingerprints()] : []),
    ...(made === undefined || made === RELEASE ? [] : [otherRelease(made, RELEASE, isNewer(made, RELEASE))]),
  ];
  return { release: made, fingerprints: sound, issues };
}

/** What has another form than in any run, but for what is told elsewhere. */
function strictMisfits(run: LooseRun): Misfit[] {
  return misfitsOf(run, runForm).filter(({ path: [key] }) => key !== 'release' && key !== 'fingerprints');
}

function followsIssues(run: LooseRun): Issue[] {
  const follows = own(run, 'follows');
  return follows === undefined ? [] : [differencesOnly(follows)];
}

function resultChecks(
  run: LooseRun,
  { plans, data, documents }: StoredInputs,
  release?: string,
): ResultChecks {
  if (own(run, 'follows') !== undefined) return ownChecks(run, 'differencesOnly');
  if (own(run, 'inputs') === undefined) return ownChecks(run, 'noInputs');
  if (!plans || !data || !documents) return ownChecks(run, 'brokenInputs');
  // A run older than releases was made by an older one.
  return derivedChecks(run, derive(run, plans, data), release === RELEASE);
}

function isDerived(checks: readonly Check[]): boolean {
  return checks.some(({ of, verdict }) => of === 'awards' && verdict === 'holds');
}

function verdictOf(
  of: 'fingerprints' | 'given',
  list: readonly { readonly verdict: string }[],
  good: string,
  none: CheckNote = 'noFingerprints',
): Check {
  if (list.length === 0) return notVerified(of, none);
  const isGood = list.every(({ verdict }) => verdict === good);
  return { of, verdict: isGood ? 'holds' : 'differs', compared: list.length };
}

function notVerified(of: Check['of'], note: CheckNote): Check {
  return { of, verdict: 'notVerified', compared: 0, note };
}

function verifiedRun(run: LooseRun, release: string | undefined, found: FoundFingerprints): VerifiedRun {
  const count = (key: 'follows' | 'after') => {
    const value = own(run, key);
    return typeof value === 'number' ? { [key]: value } : {};
  };
  return {
    asOf: run.asOf,
    status: run.status,
    ...(release !== undefined && { release }),
    awards: run.awards.length,
    ...(run.only && { only: run.only.length }),
    ...count('follows'),
    ...count('after'),
    ...(found.result !== undefined && { fingerprint: found.result }),
  };
}
