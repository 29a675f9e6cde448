import type { Literal } from '../num/literal.js';
import type { Day } from '../time/day.js';
import { subPeriodMakers } from '../time/sub-periods.js';

/** What a straight line goes by: the days of the period, or its named parts, each of which earns as much. */
export const straightLines = ['days', ...subPeriodMakers] as const;
export type StraightLine = (typeof straightLines)[number];

/** The share of the full period's cost that is earned by a closing day. */
export interface SharePoint {
  readonly closing: Day;
  readonly share: Literal;
}

/** How the cost is earned: `straightLine` alone goes by days. */
export type EarnedRule =
  | 'straightLine'
  | { readonly straightLine: StraightLine; readonly until?: 'paymentDate' | Day }
  | { readonly byMetric: readonly SharePoint[] };

/** Where an expense is booked, and the liability against it. */
export interface CostAccounts {
  readonly expense: string;
  readonly liability: string;
}

/** What the employer pays beside the awards, in percent of them. */
export interface OnCostDocument {
  readonly name: string;
  readonly rate: Literal;
  /** Those of the awards unless written. */
  readonly accounts?: CostAccounts;
  /** Only of people with these values in these columns. */
  readonly where?: Readonly<Record<string, string>>;
  /** First and last closing day it is in force on. */
  readonly from?: Day;
  readonly until?: Day;
}

/** How the cost of awards is recognised and booked, as a person writes it. */
export interface AccrualDocument {
  readonly $schema?: string;
  readonly earned: EarnedRule;
  readonly accounts: CostAccounts & { readonly exchange?: string };
  readonly onCosts?: readonly OnCostDocument[];
  readonly reportingCurrency?: string;
}
