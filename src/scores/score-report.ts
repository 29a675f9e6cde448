import type { ActualStatus } from '../data/actuals.js';
import type { Issue } from '../issue/issue.js';

/** What became of a score by the sample rules of its metric. */
export const policies = [
  'measured',
  'bound',
  'blended',
  'widerLevel',
  'spread',
  'payTarget',
  'payZero',
  'unknown',
] as const;
export type Policy = (typeof policies)[number];

/** Where the true score may well lie: estimated, and shown as numbers. */
export interface ShownInterval {
  readonly method: string;
  readonly confidence: string;
  readonly low: number;
  readonly high: number;
}

/** One score: of a metric, for the company, a group or a person, in the whole period or a part of it. */
export interface MetricScore {
  readonly plan: string;
  readonly metric: string;
  readonly title?: string;
  readonly kind: string;
  /** `company`, `person` or the column of people that names the group. */
  readonly level: string;
  readonly group?: string;
  /** Groups of wider levels that its people belong to, where the plan reads the metric there, too. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly period?: string;
  readonly status?: ActualStatus;
  readonly measuredOn?: string;
  /** Answers or customers behind the score. */
  readonly responses?: number;
  /** The score as measured: what it would have been without any rule. Exact: a decimal, or p/q. */
  readonly measured?: string;
  /** What counts for pay, exactly; absent where a goal pays without it, or nobody is paid on it. */
  readonly counts?: string;
  readonly policy: Policy;
  /** How what counts came about, in the words of explanations. */
  readonly how: string;
  /** First the interval that could pay, then others, which never do. */
  readonly intervals: readonly ShownInterval[];
  /** What is worth a look, by the flags of the plan. */
  readonly flags: readonly string[];
  /** The group is too small for its score to be shown: responses are told, and nothing that follows from the score. */
  readonly masked?: true;
  /** Why there is no score, or none that counts. */
  readonly issues: readonly Issue[];
}

/** Every score of one or more plans at a date. JSON-safe. */
export interface ScoreReport {
  readonly format: 'variable-pay/scores';
  readonly formatVersion: 1;
  readonly asOf: string;
  readonly scores: readonly MetricScore[];
  readonly issues: readonly Issue[];
}
