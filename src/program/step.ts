import type { Ratio } from '../num/ratio.js';
import type { RoundingMode } from '../num/round.js';
import type { ExceptionNode, FieldType } from '../plan/formula.js';
import type { Day } from '../time/day.js';
import type { Scope } from './scope.js';
import type { Unit } from './unit.js';

/** What an operation reads: the value of an earlier step (its number in the program), or a constant. */
export type Operand = number | Ratio;

/** A value from outside the program. */
export type Input =
  | { readonly from: 'metric'; readonly metric: string; readonly part: 'value' | 'target' }
  | { readonly from: 'person'; readonly field: string; readonly type: FieldType }
  /** Yearly salary, for the hours worked or full time; of the assignment at a day, or at hand. */
  | { readonly from: 'salary'; readonly hours: 'share' | 'full'; readonly at?: Day }
  /** Part of full time. */
  | { readonly from: 'hours' }
  /** Pay earned on the days of a segment, of these codes. */
  | { readonly from: 'earnings'; readonly codes: readonly string[] }
  /** What an exception states, or whether there is one. */
  | {
      readonly from: 'exception';
      readonly kind: ExceptionNode['exception'];
      readonly part: 'present' | 'value';
    }
  /** Whether a field is filled, with one of these texts where there are any. */
  | { readonly from: 'present'; readonly field: string; readonly among?: readonly string[] }
  /** What a segment weighs: its share of the period; 0 or 1 where nothing is prorated. */
  | { readonly from: 'share' }
  /** Money of the plan: it counts only for an award in the same currency. */
  | { readonly from: 'money'; readonly amount: Ratio; readonly currency: string }
  /** Smallest unit of the award's currency. */
  | { readonly from: 'minorUnit' };

export type Relation = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan';

/**
 * The closed set of operations. A step carries no pay term, no name and no clause: equal steps are shared,
 * so names live in the outline.
 */
export type Operation =
  | { readonly op: 'input'; readonly input: Input }
  | { readonly op: 'add' | 'multiply' | 'lowest' | 'highest'; readonly args: readonly Operand[] }
  | { readonly op: 'divide'; readonly args: readonly [Operand, Operand] }
  | { readonly op: 'compare'; readonly relation: Relation; readonly args: readonly [Operand, Operand] }
  | { readonly op: 'is'; readonly args: readonly [Operand]; readonly category: string }
  | { readonly op: 'all'; readonly args: readonly Operand[] }
  /** Condition, value when it holds, value when not: only the taken one is computed. */
  | { readonly op: 'select'; readonly args: readonly [Operand, Operand, Operand] }
  | { readonly op: 'curve'; readonly args: readonly [Operand]; readonly curve: Curve }
  | {
      readonly op: 'table';
      readonly args: readonly [Operand];
      readonly values: readonly (readonly [string, Ratio])[];
      readonly otherwise?: Ratio;
    }
  | { readonly op: 'round'; readonly args: readonly [Operand, Operand]; readonly mode: RoundingMode }
  /** Sum over a person's segments of weight × value; a segment of weight 0 is not computed. */
  | { readonly op: 'fold'; readonly args: readonly [value: Operand, weight: Operand] };

/** What a curve pays outside its points. */
export type OutsideRule = 'nothing' | 'hold' | 'continue';

/** A curve over ascending x; `below` and `above` say what it pays outside. */
export interface Curve {
  readonly points: readonly (readonly [Ratio, Ratio])[];
  readonly shape: 'line' | 'steps';
  readonly below: OutsideRule;
  readonly above: OutsideRule;
  /** Which side a point belongs to: with `right`, x at a point is already in the piece that begins there. */
  readonly side: 'left' | 'right';
}

/** One step: an operation with the unit and scope of its value. */
export type Step = Operation & { readonly unit: Unit; readonly scope: Scope };
