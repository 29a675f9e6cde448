import type { Issue } from '../issue/issue.js';
import type { FingerprintedFile } from '../retro/fingerprints.js';
import type { Day } from '../time/day.js';

/** What came of deriving a stored result once more. Plain JSON data. */
export interface Verification {
  /** Every award was derived and came out as stored, and nothing else that could be looked at differs. */
  readonly holds: boolean;
  /** The release of this library that verified. */
  readonly release: string;
  /** The run that was verified; absent where the data given are no run. */
  readonly run?: VerifiedRun;
  /** What was looked at and what could not be, each with what came of it. */
  readonly checks: readonly Check[];
  /** Whether each input, and the result, is what it was when the run was stored; empty for runs older than fingerprints. */
  readonly fingerprints: readonly FingerprintCheck[];
  /** Whether the inputs given beside are those the run was made on. */
  readonly given: readonly GivenCheck[];
  /** Everything that comes out otherwise than it is stored. */
  readonly differences: readonly Difference[];
  /** What kept something from being verified, or limits what was. */
  readonly issues: readonly Issue[];
}

/** The run that was verified, in short. */
export interface VerifiedRun {
  readonly asOf: Day;
  readonly status: string;
  /** The release that made it, where it says so. */
  readonly release?: string;
  readonly awards: number;
  /** How many people it was limited to; absent where everybody was looked at. */
  readonly only?: number;
  /** How many final runs its differences follow; absent where its awards are whole. */
  readonly follows?: number;
  /** How many final runs were paid before: only the differences to them were paid. */
  readonly after?: number;
  /** The fingerprint of the result as it is now, to compare with one that was kept apart; absent where it has none. */
  readonly fingerprint?: string;
}

/** What is looked at, in this order. */
export const checkNames = [
  'fingerprints',
  'given',
  'plans',
  'awards',
  'explanations',
  'totals',
  'pools',
  'reconciliation',
  'exceptions',
  'payments',
] as const;
export type CheckName = (typeof checkNames)[number];

/** Why something was not verified, or against what; `order` says that the same awards stand in another order. */
export type CheckNote =
  | 'noFingerprints'
  | 'noInputs'
  | 'brokenInputs'
  | 'differencesOnly'
  | 'paidAfter'
  | 'otherRelease'
  | 'ownAwards'
  | 'order';

/** One thing that was looked at. */
export interface Check {
  readonly of: CheckName;
  readonly verdict: 'holds' | 'differs' | 'notVerified';
  /** How many fingerprints, awards, totals and so on were compared. */
  readonly compared: number;
  readonly note?: CheckNote;
}

/** What has a fingerprint. */
export type FingerprintOf = 'plan' | FingerprintedFile | 'result';

/** A fingerprint that was stored with the run, and what the data have now. */
export interface FingerprintCheck {
  readonly of: FingerprintOf;
  /** The id of a plan. */
  readonly plan?: string;
  readonly verdict: 'holds' | 'differs';
  /** As stored; absent where the run states none for it. */
  readonly stored?: string;
  /** Of the data as they are; absent where they are not there, or are no such data any more. */
  readonly found?: string;
}

/** An input given beside the run, compared with the one it was made on. */
export interface GivenCheck {
  readonly of: 'plan' | FingerprintedFile;
  /** The id of a plan. */
  readonly plan?: string;
  /** `asStored`: fits the fingerprint stored with the run, while the input in the run was changed. */
  readonly verdict: 'same' | 'other' | 'asStored' | 'notInRun';
  readonly fingerprint: string;
}

/** A value as the run has it, and as it comes out; absent where it has or there is none. */
export interface FieldDifference {
  readonly field: string;
  readonly stored?: string;
  readonly derived?: string;
}

/** Something that comes out otherwise than it is stored, is missing in the run, or should not be in it. */
export interface Difference {
  readonly of: 'plan' | 'award' | 'total' | 'headcount' | 'exception' | 'pool';
  readonly kind: 'changed' | 'missing' | 'extra';
  readonly plan?: string;
  readonly person?: string;
  readonly currency?: string;
  /** Which values differ; empty for what is missing or extra. */
  readonly fields: readonly FieldDifference[];
}
