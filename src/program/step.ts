import type { Ratio } from '../num/ratio.js';
import type { RoundingMode } from '../num/round.js';
import type { ExceptionNode, FieldType } from '../plan/formula.js';
import type { Direction } from '../plan/metric-kinds.js';
import type { Day } from '../time/day.js';
import type { Scope } from './scope.js';
import type { Unit } from './unit.js';

/** What an operation reads: the value of an earlier step (its number in the program), or a constant. */
export type Operand = number | Ratio;

/** What is read of a metric: its value, a target, or what the value was counted from. */
export type MetricPart =
  | 'value'
  | 'target'
  | 'responses'
  | 'promoters'
  | 'passives'
  | 'detractors'
  | 'tens'
  | 'invited';

/** A value from outside the program. */
export type Input =
  | {
      readonly from: 'metric';
      readonly metric: string;
      readonly part: MetricPart;
      /** One of several targets. */
      readonly against?: string | undefined;
    }
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
  /** An amount of the person that is never prorated, such as wages paid: that of all assignments, summed. */
  | { readonly from: 'amount'; readonly field: string; readonly type: 'money' | 'count' }
  /** What a segment weighs: its share of the period; 0 or 1 where nothing is prorated. By the plan's method, or another. */
  | { readonly from: 'share'; readonly by?: string }
  /** The share of a segment in a part of the period, over its share in the whole. */
  | { readonly from: 'partShare'; readonly part: string; readonly by?: string }
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
  /** All of them, or at least so many. */
  | { readonly op: 'all'; readonly args: readonly Operand[] }
  | { readonly op: 'any'; readonly args: readonly Operand[]; readonly least: number }
  | { readonly op: 'not' | 'present'; readonly args: readonly [Operand] }
  /** Condition, value when it holds, value when not: only the taken one is computed. */
  | { readonly op: 'select'; readonly args: readonly [Operand, Operand, Operand] }
  /** What is read, then, where they are not constant, the x and y of every point. */
  | { readonly op: 'curve'; readonly args: readonly [Operand, ...Operand[]]; readonly curve: Curve }
  /** What the rows and columns read, then the values, row by row. */
  | { readonly op: 'matrix'; readonly args: readonly Operand[]; readonly matrix: Matrix }
  /** The square root of a number that is not negative, to 40 digits. */
  | { readonly op: 'root'; readonly args: readonly [Operand] }
  /** An end of the confidence interval of a share (and responses) or of an nps (and promoters, passives, detractors). */
  | {
      readonly op: 'bound';
      readonly interval: 'wilson' | 'adjustedWald';
      readonly end: 'low' | 'high';
      /** Normal quantile of the confidence. */
      readonly z: Ratio;
      readonly args: readonly Operand[];
    }
  /** A score that is a fault where the condition does not hold: condition, score, responses, and the row to name. */
  | {
      readonly op: 'sample';
      readonly metric: string;
      readonly args: readonly [Operand, Operand, Operand, Operand];
    }
  /** Weights of a person that must sum to 1. */
  | { readonly op: 'whole'; readonly args: readonly [Operand] }
  | {
      /** The category, then the value of each key, then what another category has. */
      readonly op: 'table';
      readonly args: readonly [Operand, ...Operand[]];
      readonly keys: readonly string[];
    }
  | { readonly op: 'round'; readonly args: readonly [Operand, Operand]; readonly mode: RoundingMode }
  /** Sum over a person's segments of weight × value; a segment of weight 0 is not computed. */
  | { readonly op: 'fold'; readonly args: readonly [value: Operand, weight: Operand] }
  /** Over other people: what they have of a crossing of the program. For a rank also what the person has. */
  | { readonly op: 'across'; readonly args: readonly Operand[]; readonly crossing: Crossing }
  /** The person's part of a fund: the fund, then what the person has of everything the pool reads of people. */
  | { readonly op: 'allot'; readonly args: readonly [fund: Operand, ...Operand[]]; readonly pool: PoolRule };

/** How a fund is shared out; what is read of people is named by the keys under which it is read of everybody. */
export interface PoolRule {
  /**
   * What the fund is shared out by, each with its part of the fund; in the order of the arguments. What the plan pays
   * before the pool (`ofAward`) may be nothing for everybody.
   */
  readonly keys: readonly { readonly key: string; readonly part: Ratio; readonly ofAward: boolean }[];
  /** What everybody gets first, at least and at most, where the plan says so; in this order behind the keys. */
  readonly first?: string;
  readonly floor?: string;
  readonly ceiling?: string;
  /** Whether what ceilings leave goes to the others. */
  readonly redistribute: boolean;
  /** Groups of groups through which the fund goes down, the widest first, with what each gets where that is stated. */
  readonly levels: readonly { readonly to: Scope; readonly shares?: Readonly<Record<string, Ratio>> }[];
  /** Amounts are whole multiples of it. */
  readonly unit: Ratio;
  readonly leaveOut: boolean;
}

/** What is read of which other people, and what is made of it. */
export interface Crossing {
  /** Names what is read of each of them, the same in every variant of a plan. */
  readonly key: string;
  /** A group of peers, everybody (`company`), or the one person with these fields. */
  readonly among: Scope | Readonly<Record<string, string>>;
  readonly take: Take;
  readonly leaveOut: boolean;
}

export type Take =
  | { readonly fold: 'sum' | 'mean' | 'lowest' | 'highest' | 'count' | 'only' }
  | {
      readonly fold: 'meanOfTop';
      readonly part: Ratio;
      readonly count: 'up' | 'nearest' | 'down';
      readonly direction: Direction;
    }
  | { readonly fold: 'rank'; readonly ties: 'best' | 'mean' | 'worst'; readonly direction: Direction };

/** What a curve pays outside its points; `slope` and `perStep` go on from the last point. */
export type OutsideRule =
  | 'nothing'
  | 'hold'
  | 'continue'
  | { readonly slope: Ratio; readonly until?: Ratio; readonly cap?: Ratio }
  | { readonly each: Ratio; readonly add: Ratio; readonly cap?: Ratio };

/** An axis of a matrix: where its lines stand, ascending, and which side a line belongs to. */
export interface Axis {
  readonly at: readonly Ratio[];
  readonly side: 'left' | 'right';
}

export interface Matrix {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly shape: 'line' | 'level';
}

/** A curve over ascending x; `below` and `above` say what it pays outside. */
export interface Curve {
  /** Empty where the points are operands. */
  readonly points: readonly (readonly [Ratio, Ratio])[];
  readonly shape: 'line' | 'steps' | 'slices';
  readonly below: OutsideRule;
  readonly above: OutsideRule;
  /** Which side a point belongs to: with `right`, x at a point is already in the piece that begins there. */
  readonly side: 'left' | 'right';
}

/** One step: an operation with the unit and scope of its value. */
export type Step = Operation & { readonly unit: Unit; readonly scope: Scope };

/** Whether a step reads what other people have. */
export function readsOthers({ op }: Step): boolean {
  return op === 'across' || op === 'allot';
}

/** The keys under which a step reads other people. */
export function keysOfOthers(step: Step): readonly string[] {
  if (step.op === 'across') return [step.crossing.key];
  if (step.op !== 'allot') return [];
  const { keys, first, floor, ceiling } = step.pool;
  return [...keys.map(({ key }) => key), first, floor, ceiling].filter((key) => key !== undefined);
}
