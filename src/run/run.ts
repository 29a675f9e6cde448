import type { Reason } from '../concepts/eligibility.js';
import type { ActualStatus } from '../data/actuals.js';
import type { Issue } from '../issue/issue.js';
import type { Day } from '../time/day.js';
import type { Period } from '../time/period.js';
import type { AwardPart } from '../trace/parts.js';
import type { StepLine } from '../trace/steps.js';
import type { ExceptionUse } from './exceptions.js';
import type { PoolUse } from './pool-use.js';

/** What became of a person in a plan. */
export const awardStatuses = ['paid', 'zero', 'notEligible', 'withheld'] as const;
export type AwardStatus = (typeof awardStatuses)[number];

/** What a plan yields for a person. Plain data: money as decimal strings. */
export interface Award {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly version: string;
  readonly period: Period;
  readonly status: AwardStatus;
  /** Why nothing is paid; empty when something is. */
  readonly reasons: readonly Reason[];
  readonly currency?: string;
  readonly amount?: string;
  /** The decision that `amount` is, beside what the formula gave; absent where the formula stands. */
  readonly decided?: AwardDecision;
  /** Target opportunity for the days that count, rounded as the award is; absent where the plan states no target. */
  readonly target?: string;
  /** The part of target paid anyway, or the floor; and the rest, which moves with the results. */
  readonly safe?: string;
  readonly atRisk?: string;
  /** The least sure of the actuals it rests on. */
  readonly restsOn?: ActualStatus;
  /** What is particular about the person: how a leaver is treated, exceptions. */
  readonly notes?: readonly string[];
  /** What each goal, gate, modifier, limit and rounding brought or took; sums to the amount. Only when asked for. */
  readonly parts?: readonly AwardPart[];
  /** The stretches of days of the person, also those that count nothing; steps name them by their place here. Only when steps are asked for. */
  readonly segments?: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly days: number;
    /** Leave that counts in part on these days. */
    readonly leave?: string;
    /** What the days count, in words: `92/365 days × 50% (leave: sick)`. */
    readonly share: string;
  }[];
  /** Every named value in the order of the stages. Only when asked for. */
  readonly steps?: readonly StepLine[];
}

/** A decision on an award: what the formula gave, and who decided, when and why. */
export interface AwardDecision {
  readonly formula: string;
  readonly by: string;
  readonly on: Day;
  readonly reason?: string;
}

/** Sums of one plan in one currency, over awards that are paid or zero. */
export interface Total {
  readonly plan: string;
  readonly currency: string;
  readonly people: number;
  /** Absent where the plan states no target. */
  readonly target?: string;
  readonly safe?: string;
  readonly atRisk?: string;
  readonly amount: string;
  /** What the formula gave; absent where nothing was decided. */
  readonly formula?: string;
}

/** How many people a plan was given and what became of each: in = paid + zero + not eligible + withheld. */
export interface Headcount {
  readonly in: number;
  readonly paid: number;
  readonly zero: number;
  readonly notEligible: number;
  readonly withheld: number;
}

/** Nobody is lost: the count of people over all plans, and of each plan. */
export interface Reconciliation {
  readonly people: Headcount;
  readonly plans: readonly (Headcount & { readonly plan: string })[];
  readonly holds: boolean;
}

/** A draft may change; a final run is what was paid on, and is followed by differences only. */
export const runStatuses = ['draft', 'final'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** The result of a calculation. Plain data throughout. */
export interface Run {
  readonly status: RunStatus;
  readonly asOf: Day;
  /** The people it was limited to; absent where everybody was looked at. */
  readonly only?: readonly string[];
  /** How many final runs were paid before: its awards are the differences to them. */
  readonly follows?: number;
  /** How many final runs were paid before one whose awards are whole: only the differences to them are paid. */
  readonly after?: number;
  readonly plans: readonly {
    readonly plan: string;
    readonly version: string;
    readonly title?: string;
    readonly period: Period;
    /** Where the period is only the part of the plan's own in which this version is in force. */
    readonly amended?: true;
  }[];
  readonly awards: readonly Award[];
  readonly totals: readonly Total[];
  /** What became of each pool; absent where no plan has one. */
  readonly pools?: readonly PoolUse[];
  readonly reconciliation: Reconciliation;
  /** Every exception of the people and plans of the run, with what became of it. */
  readonly exceptions: readonly ExceptionUse[];
  readonly issues: readonly Issue[];
}
