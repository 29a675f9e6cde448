import type { Reason } from '../concepts/eligibility.js';
import type { ActualStatus } from '../data/actuals.js';
import type { AwardPart } from '../explain/parts.js';
import type { StepLine } from '../explain/steps.js';
import type { Issue } from '../issue/issue.js';
import type { Day } from '../time/day.js';
import type { Period } from '../time/period.js';

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
  /** Target opportunity for the days that count, rounded as the award is. */
  readonly target?: string;
  /** The part of target paid anyway, or the floor; and the rest, which moves with the results. */
  readonly safe?: string;
  readonly atRisk?: string;
  /** The least sure of the actuals it rests on. */
  readonly restsOn?: ActualStatus;
  /** What each goal, gate, modifier, limit and rounding brought or took; sums to the amount. Only when asked for. */
  readonly parts?: readonly AwardPart[];
  /** The stretches of days that count; steps name them by their place here. Only when steps are asked for. */
  readonly segments?: readonly { readonly from: Day; readonly to: Day; readonly days: number }[];
  /** Every named value in the order of the stages. Only when asked for. */
  readonly steps?: readonly StepLine[];
}

/** Sums of one plan in one currency, over awards that are paid or zero. */
export interface Total {
  readonly plan: string;
  readonly currency: string;
  readonly people: number;
  readonly target: string;
  readonly safe: string;
  readonly atRisk: string;
  readonly amount: string;
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

/** The result of a calculation. Plain data throughout. */
export interface Run {
  readonly asOf: Day;
  readonly plans: readonly {
    readonly plan: string;
    readonly version: string;
    readonly title?: string;
    readonly period: Period;
  }[];
  readonly awards: readonly Award[];
  readonly totals: readonly Total[];
  readonly reconciliation: Reconciliation;
  readonly issues: readonly Issue[];
}
