import type { ActualStatus } from '../data/actuals.js';
import type { Literal } from '../num/literal.js';
import type { Day } from '../time/day.js';

/** What is counted of customer data. */
export const countNames = [
  'nps',
  'recommendationRate',
  'csat',
  'ces',
  'retention',
  'churn',
  'netRevenueRetention',
  'grossRevenueRetention',
] as const;
export type CountName = (typeof countNames)[number];

/** What a row of a file is: an answer, a customer with two values, or a change of a customer's value. */
export type Shape = 'answers' | 'customers' | 'movements';

/** What a column can be for. */
export const roles = ['id', 'score', 'group', 'day', 'customer', 'start', 'end', 'kind', 'amount'] as const;
export type Role = (typeof roles)[number];

/** The column of each role, by the name its header has. */
export type Columns = Readonly<Partial<Record<Role, string>>>;

/** How the value of a customer moves. */
export const movementKinds = ['new', 'expansion', 'reactivation', 'contraction', 'churn'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Exports whose columns are known by name. */
export const layoutNames = ['delighted', 'qualtrics', 'medallia', 'chartmogul', 'customers'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Lowest and highest score there is; from `atLeast` on an answer counts as a good one. */
export interface ScaleDocument {
  readonly from: Literal;
  readonly to: Literal;
  readonly atLeast?: Literal;
}

/** Where the values at the start stand. */
export interface OpeningDocument {
  readonly file: string;
  readonly columns: { readonly customer: string; readonly value: string; readonly group?: string };
}

/** How many surveys were sent, by group and in all. */
export interface InvitedDocument {
  readonly company?: Literal;
  readonly groups?: Readonly<Record<string, Literal>>;
}

/** One file of customer data and what is counted of it, as a person writes it. */
export interface SourceDocument {
  readonly metric: string;
  readonly file: string;
  readonly counts: CountName;
  readonly status: ActualStatus;
  readonly layout?: LayoutName;
  readonly columns?: Columns;
  readonly headerRows?: Literal;
  readonly decimal?: '.' | ',';
  readonly scale?: ScaleDocument;
  readonly groups?: Readonly<Record<string, string>>;
  readonly where?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  readonly from?: Day;
  readonly until?: Day;
  readonly measuredOn?: Day;
  readonly period?: string;
  readonly faulty?: 'refuse' | 'leaveOut';
  readonly blankScores?: 'refuse' | 'notAnswered';
  readonly invited?: 'rows' | InvitedDocument;
  readonly company?: boolean | 'true' | 'false';
  readonly opening?: 'movements' | OpeningDocument;
  readonly kinds?: Readonly<Record<string, MovementKind>>;
  readonly amounts?: 'signed' | 'unsigned';
}

/** Where customer data comes from, and what is counted of it. */
export interface SourcesDocument {
  readonly $schema?: string;
  readonly sources: readonly SourceDocument[];
}
