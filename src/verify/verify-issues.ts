import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import type { Misfit } from '../retro/form.js';

/** Data that is wrong throughout need not be told throughout. */
const MOST = 20;

/** What does not belong into a run. */
export function runIssues(misfits: readonly Misfit[]): Issue[] {
  return misfits.slice(0, MOST).map(({ path, value, expected }) =>
    issue({
      code: 'verify.run.form',
      path,
      message: told(path, value, 'a run'),
      expected,
      hint: 'Verify the run.json that was written, unchanged',
    }),
  );
}

/** What does not belong into the inputs of a run. */
export function inputIssues(misfits: readonly Misfit[]): Issue[] {
  return misfits.slice(0, MOST).map(({ path, value, expected }) =>
    issue({
      code: 'verify.inputs.form',
      path,
      message: told(path, value, 'the inputs of a run'),
      expected,
      hint: 'Verify a run that was stored with its inputs; without them no award can be derived',
    }),
  );
}

/** Fingerprints that are damaged, or of which only a part is there. */
export function fingerprintIssues(misfits: readonly Misfit[]): Issue[] {
  return misfits.slice(0, MOST).map(({ path, value, expected }) =>
    issue({
      code: 'verify.fingerprints.form',
      path,
      message: told(path, value, 'the fingerprints of a run'),
      expected,
      hint: 'Compare with a copy of the run: a run is stored with its release and all fingerprints, or is older and has none of them',
    }),
  );
}

function told(path: Path, value: unknown, what: string): string {
  return value === undefined
    ? `Something is missing in ${what}: ${quote(path.at(-1) ?? 'all of it')}`
    : `This is not ${what} as it was stored: ${quote(value)} does not belong here`;
}

/** A stored plan with a fault, which is named with its place in the plan. */
export function planFaults(index: number, found: readonly Issue[]): Issue[] {
  const errors = found.filter(({ severity }) => severity === 'error').slice(0, MOST);
  return errors.map(({ code, path, message, expected }) =>
    issue({
      code: 'verify.plan.faults',
      path: ['inputs', 'plans', index, ...path],
      message: `A stored plan cannot be read: ${message} (${code})`,
      expected: expected ?? 'the plan the run was made on',
      hint: 'Verify with the release that made the run, or compare the plan with the one that was approved',
    }),
  );
}

/** A run whose awards are differences. */
export function differencesOnly(follows: unknown): Issue {
  return issue({
    code: 'verify.run.differences',
    path: ['follows'],
    message: `The awards of this run are differences to ${quote(follows)} final runs, which its inputs alone do not give`,
    expected: 'a run of whole awards',
    hint: 'Verify the stored run the differences were made for, and each of the final runs it follows',
  });
}

/** A run of before there were fingerprints. */
export function olderThanFingerprints(): Issue {
  return issue({
    code: 'verify.fingerprints.none',
    path: ['fingerprints'],
    message: 'This run has no fingerprints and does not say which release made it',
    expected: 'fingerprints of the inputs and the result',
    hint: 'That awards follow from the inputs is verified; whether inputs and awards were changed together is not: give the plan and the files beside',
  });
}

/** A run of another release. */
export function otherRelease(made: string, own: string, isNewer: boolean): Issue {
  return issue({
    code: isNewer ? 'verify.release.newer' : 'verify.release.older',
    path: ['release'],
    message: `This run was made by release ${made} and is verified by ${own}`,
    expected: `a run of release ${own}`,
    hint: isNewer
      ? 'Verify it with the release that made it: what is new in that is not known here, and explanations are not compared'
      : 'Should something differ, verify it with the release that made it; explanations are not compared',
  });
}
