import type { Reason } from '../concepts/eligibility.js';
import type { Issue } from '../issue/issue.js';
import type { AwardDecision, AwardStatus, Run, RunStatus } from '../run/run.js';
import type { Day } from '../time/day.js';
import type { Period } from '../time/period.js';
import type { Cause } from './cause.js';
import type { OutcomeStatus } from './outcome.js';

/** What is still to be paid to a person in a plan, or to be taken back, and why. Money as decimal strings. */
export interface Difference {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly version: string;
  readonly period: Period;
  readonly currency: string;
  /** What was paid; absent where no final run states anything. */
  readonly before?: string;
  /** What the award is now. */
  readonly now: string;
  /** now − before. */
  readonly amount: string;
  /** The decisions that the two awards are; absent where neither was decided. */
  readonly decided?: { readonly before?: AwardDecision; readonly now?: AwardDecision };
  /** What became of the person in the new calculation. */
  readonly status: AwardStatus;
  /** Why nothing is due any more; empty when something is. */
  readonly reasons: readonly Reason[];
  /** Which inputs are others than they were; empty for who was never paid. */
  readonly causes: readonly Cause[];
}

/** Somebody no difference is made for, and why. What was paid stands. */
export interface Held {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly period: Period;
  readonly status: 'withheld' | 'missing';
  readonly reasons: readonly Reason[];
  /** What was paid, where a final run states it. */
  readonly before?: { readonly amount: string; readonly currency: string };
}

/** Sums of a plan in a currency over everybody whose award is known: before + amount = now. */
export interface CorrectionTotal {
  readonly plan: string;
  readonly currency: string;
  readonly people: number;
  readonly before: string;
  readonly now: string;
  readonly amount: string;
}

/** in = changed + unchanged + withheld + missing. */
export type CorrectionHeadcount = { readonly in: number } & { readonly [Status in OutcomeStatus]: number };

/** Nobody is lost: the count of the people looked at over all plans, and of each plan. */
export interface CorrectionReconciliation {
  readonly people: CorrectionHeadcount;
  readonly plans: readonly (CorrectionHeadcount & { readonly plan: string })[];
  readonly holds: boolean;
}

/** The differences of a new calculation to what was paid. Plain data throughout. */
export interface Correction {
  readonly asOf: Day;
  readonly status: RunStatus;
  readonly differences: readonly Difference[];
  /** How many awards are as they were paid. */
  readonly unchanged: number;
  readonly held: readonly Held[];
  readonly totals: readonly CorrectionTotal[];
  readonly reconciliation: CorrectionReconciliation;
  readonly issues: readonly Issue[];
  /** A run whose awards are the differences, for `payLines`. */
  readonly run: Run;
}
