import type { DecisionBudget } from '../run/decider.js';
import type { Run } from '../run/run.js';

/** What one decider decides on in a run: everybody's award with what is allowed, and the budget. Plain data. */
export interface Worksheet {
  /** As the column of people names who decides. */
  readonly decider: string;
  readonly run: Pick<Run, 'status' | 'asOf'>;
  /** One for each plan and currency. */
  readonly budgets: readonly DecisionBudget[];
  /** In the order of people, plan by plan. */
  readonly rows: readonly WorksheetRow[];
}

/** An award to decide on. Money as decimal strings. */
export interface WorksheetRow {
  readonly id: string;
  readonly name?: string;
  readonly plan: string;
  /** Absent where the plan states no target. */
  readonly target?: string;
  /** What the formula gives. */
  readonly formula: string;
  readonly currency: string;
  readonly lowest: string;
  /** Absent where nothing limits it. */
  readonly highest?: string;
  /** What stands decided already, why and since when; absent where the formula stands. */
  readonly amount?: string;
  readonly reason?: string;
  readonly on?: string;
  readonly by: string;
}
