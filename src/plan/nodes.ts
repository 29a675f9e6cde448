import type { Literal } from '../num/literal.js';
import type { RoundingMode } from '../num/round.js';
import type { Day } from '../time/day.js';
import type { Name } from '../words/words.js';
import type { CurvePoint, CurveShape, Outside } from './curves.js';
import type { PartName } from './document.js';
import type { Condition, Formula, Labels } from './formula.js';
import type { Direction } from './metric-kinds.js';
import type { ProrationDocument } from './people-rules.js';
import type { PoolLevelDocument } from './pool.js';

/** When, where and against what a metric is read. */
export interface MetricOptions {
  /** A part of the period, `yearToDate` (up to the part at hand) or `whole`. */
  readonly during?: string;
  /** Another level than the metric's own. */
  readonly level?: string;
}

export interface MoneyNode extends Labels {
  readonly money: Literal;
  readonly currency?: string;
  /** An amount for each of what is counted, such as hours or units sold. */
  readonly per?: 'count';
}
export interface MetricNode extends Labels, MetricOptions {
  readonly metric: string;
  /** The mean of so many periods, the one at hand and those before it. */
  readonly rolling?: Literal;
}
/** Whether a score rests on enough responses to count as it is. */
export interface EnoughNode extends Labels, MetricOptions {
  readonly enough: string;
}
/** What a goal pays by whether its score rests on enough responses: made by the flat form. */
export interface OnEnoughNode extends Labels {
  readonly onEnough: Formula;
  readonly condition: Condition;
  readonly otherwise: Literal;
}
export interface AchievementNode extends Labels, MetricOptions {
  readonly achievement: string;
  /** One of several named targets. */
  readonly against?: string;
}
export interface AboveTargetNode extends Labels, MetricOptions {
  readonly aboveTarget: string;
  readonly against?: string;
}
/** How much a metric has changed since an earlier period. */
export interface ChangeNode extends Labels, MetricOptions {
  readonly change: string;
  readonly since: Since;
}
export const earlierPeriods = ['previousPeriod', 'sameLastYear'] as const;
/** The period before, the same period a year before, or the mean of the last so many periods. */
export type Since = (typeof earlierPeriods)[number] | { readonly meanOfLast: Literal };

/** A field of the person; `as` says what its text is read as where the plan does not declare it. */
export interface PersonNode extends Labels {
  readonly person: string;
  readonly as?: FieldType;
}
export type FieldType =
  | 'ratio'
  | 'percent'
  | 'number'
  | 'points'
  | 'count'
  | 'money'
  | 'money per year'
  | 'count per year'
  | 'category'
  | 'yesNo';

/** Yearly salary: of each assignment or of the one at a day; for the hours of part-timers, or the full-time salary. */
export interface SalaryNode extends Labels {
  readonly salary: 'share' | 'full';
  readonly at?: Day;
}
/** Pay earned in the assignment at hand: the rows of the earnings file with these codes. */
export interface EarningsNode extends Labels {
  readonly earnings: readonly string[];
}
/** The part of full time that the person works. */
export interface HoursNode extends Labels {
  readonly hours: 'share';
}
/** What an exception states for the person; per year beside yearly amounts. */
export interface ExceptionNode extends Labels {
  readonly exception: 'targetPercent' | 'targetAmount' | 'guarantee';
  readonly per?: 'year';
}
/** The first of these that is filled: an override above what it overrides. */
export interface FirstOfNode extends Labels {
  readonly firstOf: readonly Formula[];
}
export interface TermNode extends Labels {
  readonly term: string;
}
/** Another person's named term: of the one person whose fields are these. */
export interface ResultNode extends Labels {
  readonly result: string;
  readonly of: Readonly<Record<string, string>>;
}
/** A sum over everybody eligible: of a field, or of `awards` before the gate that reads it. */
export interface TotalNode extends Labels {
  readonly total: string;
  readonly missing?: 'leaveOut';
}
/** What peers have in common. */
interface Among {
  /** A column of people that groups peers, or `company`. */
  readonly among: string;
  /** Leave out peers whose value cannot be had; without it one of them makes the result faulty for everybody. */
  readonly missing?: 'leaveOut';
}
export const peerFolds = ['sum', 'mean', 'lowest', 'highest', 'count'] as const;
/** One number over the peers in a group. */
export interface PeersNode extends Labels, Among {
  readonly peers: (typeof peerFolds)[number];
  readonly of: Formula;
}
export const counts = ['up', 'nearest', 'down'] as const;
/** The mean of the best part of the peers in a group. */
export interface MeanOfTopNode extends Labels, Among {
  readonly meanOfTop: Literal;
  readonly of: Formula;
  /** How the number of peers that counts is rounded to whole people. */
  readonly count: (typeof counts)[number];
  readonly direction?: Direction;
}
export const tieRules = ['best', 'mean', 'worst'] as const;
/** The place among peers, 1 is best. */
export interface RankNode extends Labels, Among {
  readonly rank: Formula;
  /** Peers with one value share the best of their places, their mean, or the worst. */
  readonly ties: (typeof tieRules)[number];
  readonly direction?: Direction;
}
/** Whether a value could be measured. */
export interface PresentNode extends Labels {
  readonly present: Formula;
}
export interface SumNode extends Labels {
  readonly sum: readonly Formula[];
}
export interface ProductNode extends Labels {
  readonly product: readonly Formula[];
}
/** The first less all others. */
export interface DifferenceNode extends Labels {
  readonly difference: readonly Formula[];
}
/** The first divided by the second. */
export interface QuotientNode extends Labels {
  readonly quotient: readonly [Formula, Formula];
}
export interface HighestNode extends Labels {
  readonly highest: readonly Formula[];
}
export interface LowestNode extends Labels {
  readonly lowest: readonly Formula[];
}
export interface MeanNode extends Labels {
  readonly mean: readonly Formula[];
}
export interface CurveNode extends Labels {
  readonly curve: {
    readonly of: Formula;
    readonly points: readonly CurvePoint<Formula>[];
    readonly shape?: CurveShape;
    readonly worse?: Outside;
    readonly better?: Outside;
    readonly direction?: Direction;
  };
}
/** An axis of a matrix: what is read, and where its lines stand. */
export interface AxisNode {
  readonly of: Formula;
  readonly at: readonly Literal[];
  readonly direction?: Direction;
}
export const matrixShapes = ['line', 'level'] as const;
export interface MatrixNode extends Labels {
  readonly matrix: {
    readonly rows: AxisNode;
    readonly columns: AxisNode;
    /** One list per row, one value per column. */
    readonly values: readonly (readonly Formula[])[];
    readonly shape: (typeof matrixShapes)[number];
  };
}
export interface TableNode extends Labels {
  readonly table: {
    readonly of: Formula;
    readonly values: Readonly<Record<string, Formula>>;
    readonly otherwise?: Formula;
    /** Of a table of amounts: their currency, and whether they are yearly. */
    readonly money?: { readonly currency: string; readonly per?: 'year' };
  };
}
export const missingRules = ['reweight', 'zero', 'target'] as const;
/** What becomes of the weight of an item that does not count: spread over the others, paid nothing, or paid as at target. */
export type MissingRule = (typeof missingRules)[number];
export interface WeightedItem extends Labels {
  readonly weight: Formula;
  readonly payout: Formula;
  /** The item counts only where this holds. */
  readonly countsWhen?: Condition;
  /** Why the item does not count this time. */
  readonly neutralised?: string;
}
export interface WeightedNode extends Labels {
  readonly weighted: readonly WeightedItem[];
  /** What the weights are shares of: the whole (they sum to 1), or salary (they sum to the target percent). */
  readonly of?: 'whole' | 'salary';
  readonly missing?: MissingRule;
}
export interface WhenNode extends Labels {
  readonly when: Condition;
  readonly then: Formula;
  readonly otherwise: Formula;
}
export interface AllNode extends Labels {
  readonly all: readonly Condition[];
}
export interface AnyNode extends Labels {
  readonly any: readonly Condition[];
}
export interface NotNode extends Labels {
  readonly not: Condition;
}
/** At least so many of the conditions hold. */
export interface AtLeastOfNode extends Labels {
  readonly atLeastOf: Literal;
  readonly of: readonly Condition[];
}
/** A compound value in front of a comparator. */
export interface ValueWrapper extends Labels {
  readonly value: Formula;
}
/** A formula of the plan in the place of a payout or factor, and the key it stands under. */
export interface StatedNode extends Labels {
  readonly stated: Formula;
  readonly under: 'payout' | 'value';
}
/** The part of a pool that a person gets: made by the flat form. */
export interface AllotNode extends Labels {
  readonly allot: Formula;
  readonly keys: readonly {
    readonly by: Formula;
    readonly part: Literal;
    readonly name: Name;
    /** What is paid before the pool, which may be nothing for everybody. */
    readonly ofAward: boolean;
  }[];
  readonly first?: Formula;
  readonly floor: Formula;
  readonly ceiling?: Formula;
  readonly redistribute: boolean;
  readonly levels: readonly PoolLevelDocument[];
  readonly leaveOut: boolean;
}
export interface LimitNode extends Labels {
  readonly limit: Formula;
  readonly floor?: Formula;
  readonly cap?: Formula;
  /** Floor and cap are shares of target opportunity. */
  readonly of?: 'target';
}
export interface RoundNode extends Labels {
  readonly round: Formula;
  readonly to: Literal;
  readonly mode: RoundingMode;
}
/** Once for every part of the period, summed; inside, metrics and targets are those of the part. */
export interface EachNode extends Labels {
  readonly each: PartName;
  readonly give: Formula;
  /** One per part; without them every part counts as it is. */
  readonly weights?: readonly Literal[];
}
export interface ProratedNode extends Labels {
  readonly prorated: Formula;
  /** How stretches of days are counted; without it as the target says. `earned`: pay already earned, each stretch its own. */
  readonly by?: ProrationDocument | 'earned';
  /** With `by: none`: the assignment of this day counts. */
  readonly asOf?: 'periodEnd';
}
