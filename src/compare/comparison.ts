import type { Issue } from '../issue/issue.js';
import type { Cause } from '../retro/cause.js';
import type { AwardDecision, AwardStatus, RunStatus } from '../run/run.js';
import type { Day } from '../time/day.js';

/** The earlier and the later of something. */
export interface Both<T> {
  readonly before: T;
  readonly now: T;
}

/**
 * What became of a person in a plan between two runs. `new` and `gone` are in one of the runs only; of who is withheld
 * in one, or was not looked at because a run was limited to others, no move is known.
 */
export const comparisonStatuses = ['moved', 'same', 'new', 'gone', 'withheld', 'notCompared'] as const;
export type ComparisonStatus = (typeof comparisonStatuses)[number];

/** What can move an award. `employment` is which days and assignments count; `others` is what other people have. */
export const inputKinds = [
  'employment',
  'person',
  'leave',
  'earnings',
  'exceptions',
  'decision',
  'rates',
  'actual',
  'asOf',
  'plan',
  'others',
] as const;
export type InputKind = (typeof inputKinds)[number];

/** An input that moved: a column of the person, the actuals of a metric, the plan. */
export interface MovedInput {
  readonly kind: InputKind;
  /** The column or metric; absent where the kind says it all. */
  readonly name?: string;
}

/** Part of a difference, and the inputs that brought it. Money as decimal strings. */
export interface Attribution {
  /** One input; several where only their joint effect is known; none where no input is known to have moved. */
  readonly inputs: readonly MovedInput[];
  readonly amount: string;
  /** What the inputs were and are. */
  readonly causes: readonly Cause[];
  /** What the plan says differently, in sentences; only with the plan. */
  readonly details?: readonly string[];
}

/**
 * How far a difference could be told apart: each input has its part, inputs are grouped, or all stand together.
 * Parts are the average over all orders in which the inputs could have moved.
 */
export type AttributionLevel = 'each' | 'grouped' | 'together';

/** A person in a plan, in two runs. Money as decimal strings. */
export interface PersonComparison {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly status: ComparisonStatus;
  /** What became of the person in each run; absent where the run does not have the person in the plan. */
  readonly statusBefore?: AwardStatus;
  readonly statusNow?: AwardStatus;
  readonly currency?: string;
  /** The currency of before, where it was another one: there is no difference then. */
  readonly currencyBefore?: string;
  /** Absent where no award is known. */
  readonly before?: string;
  readonly now?: string;
  /** now − before; absent where one of them is not known, or is in another currency. */
  readonly difference?: string;
  /** The decisions that the awards of the two runs are; absent where neither was decided. */
  readonly decided?: Partial<Both<AwardDecision>>;
  readonly attribution?: AttributionLevel;
  /** Their amounts sum to the difference. Only of who moved. */
  readonly inputs: readonly Attribution[];
}

/** Why the sum of a plan moved: inputs of people in both runs, or people and awards that are in one run only. */
export interface TotalMove {
  readonly why: 'inputs' | 'new' | 'gone' | 'withheld' | 'notCompared' | 'currency';
  /** Of `inputs`; none where no input is known to have moved. */
  readonly inputs: readonly MovedInput[];
  readonly people: number;
  readonly amount: string;
}

/** Sums of one plan in one currency, as both runs state them: before + moves = now. */
export interface ComparisonTotal {
  readonly plan: string;
  readonly currency: string;
  readonly before: string;
  readonly now: string;
  readonly difference: string;
  /** The largest first. */
  readonly moves: readonly TotalMove[];
}

/** Two runs, person by person and plan by plan. Plain data throughout. */
export interface Comparison {
  readonly runs: Both<{ readonly asOf: Day; readonly status: RunStatus }>;
  /** Everybody of either run once for each plan. */
  readonly people: readonly PersonComparison[];
  readonly totals: readonly ComparisonTotal[];
  readonly counts: Readonly<Record<ComparisonStatus, number>>;
  readonly issues: readonly Issue[];
}

export interface CompareOptions {
  /** Only these people, their totals included; everybody without it. */
  readonly only?: readonly string[];
}
