import type { ActualStatus } from '../data/actuals.js';
import type { Rates } from '../data/rates.js';
import type { Issue } from '../issue/issue.js';
import type { StoredRun } from '../retro/index.js';
import type { RunStatus } from '../run/run.js';
import type { Day } from '../time/day.js';
import type { Withheld } from './check-people.js';
import type { AccrualDocument } from './document.js';

/** How a cost is accrued. */
export interface AccrueOptions {
  readonly rules: AccrualDocument;
  /** Rates of exchange, where the rules name a reporting currency. */
  readonly rates?: Rates;
  /** The final run that what was accrued is compared with and trued up to. */
  readonly actual?: StoredRun;
  /** Columns of the people that lines are made by. */
  readonly by?: readonly string[];
  /** Accrue for the others where awards are withheld; they are listed all the same. */
  readonly allowWithheld?: boolean;
}

/** The values of the columns that lines are made by, by column. */
export type GroupValues = Readonly<Record<string, string>>;

/** A liability on a closing day with its expense. Plain data: money as text with the decimals of its currency. */
export interface AccrualLine {
  readonly plan: string;
  readonly currency: string;
  readonly group: GroupValues;
  /** The on-cost; absent for the awards themselves. */
  readonly onCost?: string;
  /** The rate of the on-cost, exact. */
  readonly rate?: string;
  /** How many people have an award, what it comes to for the full period, and on how sure values it rests. */
  readonly people?: number;
  readonly estimate?: string;
  readonly restsOn?: ActualStatus;
  readonly liability: string;
  readonly expense: string;
  readonly reporting?: ReportedAmounts;
}

/** The same in the reporting currency: liability = that of the closing before + expense + exchange. */
export interface ReportedAmounts {
  readonly currency: string;
  readonly rate: string;
  readonly liability: string;
  readonly expense: string;
  readonly exchange: string;
}

/** Sums of a plan and currency: for the awards, and for each on-cost. */
export interface AccrualTotal extends Omit<AccrualLine, 'group' | 'rate'> {}

/** What is recognised on a closing day. */
export interface AccrualClosing {
  readonly closing: Day;
  readonly status: RunStatus;
  /** The final run that what was accrued is compared with: everything is earned. */
  readonly paid?: true;
  readonly plans: readonly { readonly plan: string; readonly version: string; readonly earned: string }[];
  readonly totals: readonly AccrualTotal[];
  readonly lines: readonly AccrualLine[];
}

/** A line of the journal: one of debit and credit is an amount above zero, the other is zero. */
export interface JournalLine {
  /** Stable: the same closing, plan, group and account give the same id, so that importing twice books once. */
  readonly lineId: string;
  readonly date: Day;
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly group: GroupValues;
  readonly plan: string;
  readonly text: string;
}

/** What was accrued against what was paid: of a line or a total. */
export interface PaidComparison {
  readonly plan: string;
  readonly currency: string;
  /** Absent in totals. */
  readonly group?: GroupValues;
  readonly onCost?: string;
  /** The estimate of the last closing day for the full period; absent for on-costs. */
  readonly estimate?: string;
  /** Paid − estimate; absent for on-costs. */
  readonly offEstimate?: string;
  readonly accrued: string;
  readonly paid: string;
  /** Paid − accrued: what is trued up. */
  readonly difference: string;
  readonly verdict: 'over-accrued' | 'under-accrued' | 'exact';
}

/** Two sums that must be equal, added once more from what is given out. */
export interface AccrualControl {
  readonly control: 'debits and credits' | 'estimate and run' | 'expenses and liability' | 'lines and totals';
  readonly closing: Day;
  readonly currency: string;
  readonly left: string;
  readonly right: string;
  readonly holds: boolean;
}

/** A cost recognised closing by closing, with its journal. Plain data throughout. */
export interface Accrual {
  /** The columns that lines are made by. */
  readonly columns: readonly string[];
  readonly reportingCurrency?: string;
  readonly closings: readonly AccrualClosing[];
  readonly againstPaid?: {
    readonly lines: readonly PaidComparison[];
    readonly totals: readonly PaidComparison[];
  };
  readonly journal: readonly JournalLine[];
  /** People whose award is withheld: nothing is accrued for them. */
  readonly withheld: readonly Withheld[];
  readonly controls: readonly AccrualControl[];
  readonly holds: boolean;
  readonly issues: readonly Issue[];
}
