import type { Literal } from '../num/literal.js';
import type { Day } from '../time/day.js';
import { dayCounts } from '../time/day-count.js';
import type { MoneyLiteral, PersonField } from './document.js';

/** A named part of the period, both ends counted. */
export interface SubPeriodDocument {
  readonly start: Day;
  readonly end: Day;
}

/** Working days: a weight for each weekday from Monday on, and for single days that differ. */
export interface CalendarDocument {
  readonly week: readonly Literal[];
  readonly days?: Readonly<Record<Day, Literal>>;
}

/** Who takes part. */
export interface EligibilityDocument {
  readonly employedAt?: 'periodEnd' | 'paymentDate';
  readonly hiredBy?: Day;
  readonly minimumService?: { readonly days?: Literal; readonly months?: Literal };
  /** All must hold of an assignment for its days to count. */
  readonly where?: readonly PopulationRule[];
  /** Plans that may not pay the same days of one person as this plan. */
  readonly notWith?: readonly string[];
  readonly source?: string;
}

/** A rule over a field of the person: exactly one comparator. */
export interface PopulationRule extends PersonField {
  readonly atLeast?: Literal;
  readonly moreThan?: Literal;
  readonly atMost?: Literal;
  readonly lessThan?: Literal;
  readonly within?: readonly [Literal, Literal];
  readonly is?: string | readonly string[];
  readonly isNot?: string | readonly string[];
}

/** A value that may be overridden: the most specific rung that is filled counts. */
export type Ladder<Value> =
  | Value
  | (PersonField & { readonly otherwise?: Ladder<Value> })
  | (ByCategory & { readonly otherwise?: Ladder<Value> });

/** A value for each category of a column, such as the grade; amounts in `currency` or that of the plan. */
export interface ByCategory {
  readonly by: string;
  readonly values: Readonly<Record<string, Literal>>;
  readonly currency?: string;
}

/** Target opportunity: a percent of a basis, or an amount; and how part of a period counts. */
export type TargetDocument = PercentTarget | AmountTarget;

interface TargetRules {
  readonly prorate?: ProrationDocument;
  /** Without proration: the assignment at the end of the period counts, where several differ. */
  readonly asOf?: 'periodEnd';
  /** Whether part-timers get the part of their hours, or the whole. */
  readonly hours?: 'share' | 'full';
  readonly source?: string;
}

export interface PercentTarget extends TargetRules {
  readonly percent: Ladder<Literal>;
  readonly of: BasisDocument;
  /** The salary of this day counts for all days; without it each assignment's own. */
  readonly salaryAt?: 'periodEnd' | Day;
}

/**
 * What target percent is taken of: `salary`, the yearly salary of the assignment; a person field, an amount
 * already earned in the period; the earnings file; or a yearly amount by category, such as grade midpoints.
 */
export type BasisDocument = 'salary' | PersonField | EarningsBasis | ByCategory;

/** Pay earned, from the earnings file: the rows with these codes count. */
export interface EarningsBasis {
  readonly earnings: readonly string[];
}

export interface AmountTarget extends TargetRules {
  readonly amount: Ladder<MoneyLiteral>;
}

/** Ways to count part of the period that need nothing else. */
export const prorationNames = [...dayCounts, 'none'] as const;

/** How part of the period counts. */
export type ProrationDocument = (typeof prorationNames)[number] | WholeMonths | WorkingDays | DaysTable;

/** A stretch that begins by `startBy` counts from the 1st of its month, one that ends from `endFrom` on to its last day. */
export interface WholeMonths {
  readonly wholeMonths: { readonly startBy: Literal; readonly endFrom: Literal };
}

/** Days of a calendar: of one for all, or of the one each person's column names. */
export interface WorkingDays {
  readonly workingDays: string | PersonField;
}

/** Eligible days to the share of the period they count for: the row reached. */
export interface DaysTable {
  readonly table: readonly (readonly [Literal, Literal])[];
}

/** What a type of leave counts, from which day of the leave on; its days before count in full. */
export interface LeaveRule {
  readonly counts: Literal;
  readonly fromDay?: Literal;
}

export const treatmentWords = ['forfeit', 'prorate', 'payTarget', 'payActual', 'accelerate'] as const;
export type TreatmentWord = (typeof treatmentWords)[number];

/** What a leaver gets: for the days served or all days of the period, at actual results or at target. */
export type LeaverTreatment =
  | TreatmentWord
  | { readonly days: 'served' | 'all'; readonly results: 'actual' | 'target' };
