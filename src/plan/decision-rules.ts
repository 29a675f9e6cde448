import type { Literal } from '../num/literal.js';
import type { MoneyLiteral } from './document.js';

/** When a decision needs a reason: always, where it is not what the formula gives, or never. */
export const decisionReasons = ['required', 'whenChanged', 'optional'] as const;

/** An end of what may be decided: a share of what the formula gives, an amount, or no end at all. */
export type DecisionBound = Literal | MoneyLiteral | 'unlimited';

/** Who may decide an award after the formula, and within what. */
export interface DecisionsDocument {
  /** The column of people that names who decides. */
  readonly by: string;
  /** Both ends are said, also that there is none. */
  readonly range: { readonly from: DecisionBound; readonly to: DecisionBound };
  /** What all awards of one decider may reach, as a share of what the formula gives them; absent: no control. */
  readonly budget?: Literal;
  readonly reason: (typeof decisionReasons)[number];
  readonly source?: string;
}
