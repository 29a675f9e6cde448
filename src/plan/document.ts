import type { Literal } from '../num/literal.js';
import type { RoundingMode } from '../num/round.js';
import type { Day } from '../time/day.js';
import type { SubPeriodMaker } from '../time/sub-periods.js';
import type { CurveDocument, TableDocument } from './curves.js';
import type { DecisionsDocument } from './decision-rules.js';
import type { Comparison, Condition, Formula, MissingRule } from './formula.js';
import type { Direction, MetricKindName } from './metric-kinds.js';
import type {
  CalendarDocument,
  EligibilityDocument,
  LeaveRule,
  LeaverTreatment,
  SubPeriodDocument,
  TargetDocument,
} from './people-rules.js';
import type { PoolDocument } from './pool.js';
import type { SampleDocument } from './sample-rules.js';

export * from './curves.js';
export * from './decision-rules.js';

/** A truth value; YAML readers may give it as text. */
export type Flag = boolean | 'true' | 'false';

/** A field of the person, in the assignment at hand: `{ person: targetPercent }`. */
export interface PersonField {
  readonly person: string;
}

/** An amount of money with its currency; the plan's own currency where none is written. */
export interface MoneyLiteral {
  readonly money: Literal;
  readonly currency?: string;
}

/**
 * A plan: JSON data, the same whether it came from JSON, YAML or `definePlan`. What is paid is stated once: by goals
 * (the flat form), or by a formula: `payout`, a ratio of target, or `award`, money outright.
 */
export interface PlanDocument<Metric extends string = string> {
  readonly $schema?: string;
  readonly plan: string;
  readonly version: Literal;
  readonly title?: string;
  readonly source?: string;
  readonly currency?: string;
  /** Amounts of people in other currencies count at the rate of this day. */
  readonly conversion?: ConversionDocument;
  readonly period: PeriodDocument;
  readonly periods?: SubPeriodMaker | Readonly<Record<string, SubPeriodDocument>>;
  readonly payment?: PaymentDocument;
  readonly calendars?: Readonly<Record<string, CalendarDocument>>;
  readonly eligibility?: EligibilityDocument;
  readonly inForce?: InForceDocument;
  /** Needed but for plans that state the award itself, or share out a pool alone. */
  readonly target?: TargetDocument;
  readonly metrics: Readonly<Record<Metric, MetricDocument>>;
  /** Columns of people that formulas read as numbers, and what they hold. */
  readonly fields?: Readonly<Record<string, FieldDocument>>;
  /** Named formulas, reused with `{ term: name }`. */
  readonly terms?: Readonly<Record<string, Formula>>;
  readonly goals?: readonly GoalDocument<Metric>[];
  /** What the weights of the goals are shares of: target (they sum to 1), or salary (they sum to the target percent). */
  readonly weightsOf?: 'target' | 'salary';
  /** What becomes of the weight of neutralised goals. */
  readonly missing?: MissingRule;
  readonly payout?: Formula;
  readonly award?: Formula;
  readonly gates?: readonly GateDocument<Metric>[];
  readonly modifiers?: readonly ModifierDocument<Metric>[];
  readonly limits?: LimitsDocument;
  /** The pot that is shared out, where awards come from one. */
  readonly pool?: PoolDocument;
  readonly leave?: Readonly<Record<string, LeaveRule>>;
  readonly leavers?: Readonly<Record<string, LeaverTreatment>>;
  readonly risk?: RiskDocument;
  readonly rounding?: RoundingDocument;
  readonly decisions?: DecisionsDocument;
}

/** The days the plan covers, both ends counted. `years` only where the period is not whole months. */
export interface PeriodDocument {
  readonly start: Day;
  readonly end: Day;
  readonly years?: Literal;
}

/** The day whose rates of exchange count: the last of the period, or another. */
export interface ConversionDocument {
  readonly on: 'periodEnd' | Day;
  readonly source?: string;
}

/** When awards are paid. */
export interface PaymentDocument {
  readonly date: Day;
}

/** The days of the period on which a version of the plan is in force, where it was amended within. */
export interface InForceDocument {
  readonly from?: Day;
  readonly until?: Day;
}

export const fieldKinds = ['ratio', 'money', 'points', 'count', 'category', 'yesNo'] as const;
/** What a column of people holds: money or a count per year or per period is prorated with the days; without `per` it is an amount that never is. */
export interface FieldDocument {
  readonly kind: (typeof fieldKinds)[number];
  readonly per?: 'year' | 'period';
  readonly title?: string;
  /** Of a result: where it neither raises nor lowers pay; a column without it is a basis. */
  readonly neutral?: Literal | boolean;
}

/** Parts of the period by their length, or those named under `periods`. */
export const partNames = ['month', 'quarter', 'half', 'part'] as const;
export type PartName = (typeof partNames)[number];

export const accumulations = ['sum', 'last', 'mean', 'pooled'] as const;
/** A target: one number, or one for each part of the period. */
export type TargetValue = Literal | Readonly<Record<string, Literal>>;

/** A thing measured. */
export interface MetricDocument {
  readonly kind: MetricKindName;
  /** `company`, `person`, or the field of people that names their group, such as `team`. */
  readonly level: string;
  readonly currency?: string;
  readonly direction?: Direction;
  readonly target?: TargetValue;
  /** Several targets by name, such as the board's and the sales plan's. */
  readonly targets?: Readonly<Record<string, TargetValue>>;
  readonly achievement?: AchievementFormula;
  /** Measured in each of these parts of the period; the whole is made of them as `accumulates` says. */
  readonly each?: PartName;
  readonly accumulates?: (typeof accumulations)[number];
  /** Where the metric neither raises nor lowers pay; without it its target, or where its curve pays 100 %. */
  readonly neutral?: Literal;
  /** What a score must rest on before pay hangs on it, and what pays then. */
  readonly sample?: SampleDocument;
  readonly title?: string;
  readonly source?: string;
}

export const achievementFormulas = ['value/target', 'target/value', '2 - value/target'] as const;
export type AchievementFormula = (typeof achievementFormulas)[number];

export const readings = ['achievement', 'value', 'aboveTarget'] as const;
/** What a goal or gate reads of a metric: the value itself, value against target, or the difference. */
export type Reading = (typeof readings)[number];

/** A metric used in the plan, with its weight and what it pays. */
export interface GoalDocument<Metric extends string = string> {
  readonly name?: string;
  readonly metric?: Metric;
  readonly person?: string;
  readonly weight: Literal;
  readonly reads?: Reading;
  /** The named part of the period whose values are read; without it those of the whole. */
  readonly during?: string;
  /** A formula that is the payout of the goal, instead of a metric or field. */
  readonly payout?: Formula;
  /** Judged once in each part of the period; the weights say how much each part counts. */
  readonly each?: PartName;
  readonly weights?: readonly Literal[];
  /** Why the goal does not count this time. */
  readonly neutralised?: string;
  readonly curve?: CurveDocument;
  readonly table?: TableDocument;
  readonly floor?: Literal;
  readonly cap?: Literal;
  readonly source?: string;
}

/** A condition that closes goals or the whole payout when it is not met. */
export interface GateDocument<Metric extends string = string> extends Comparison {
  readonly name?: string;
  readonly metric?: Metric;
  readonly person?: string;
  /** A formula that is compared, instead of a metric or field. */
  readonly value?: Formula;
  /** A whole condition, instead of something read and a comparator. */
  readonly when?: Condition;
  readonly reads?: Reading;
  readonly during?: string;
  readonly closes?: readonly string[];
  readonly except?: readonly string[];
  readonly otherwise?: Literal;
  readonly source?: string;
}

/** A factor or addend after the blend. */
export interface ModifierDocument<Metric extends string = string> {
  readonly name?: string;
  readonly from: {
    readonly person?: string;
    readonly metric?: Metric;
    /** A formula. */
    readonly value?: Formula;
    readonly reads?: Reading;
    readonly during?: string;
  };
  readonly within?: readonly [Literal, Literal];
  readonly table?: TableDocument;
  readonly curve?: CurveDocument;
  readonly how?: 'multiply' | 'add';
  readonly source?: string;
}

/** Floors and ceilings, each at its place. */
export interface LimitsDocument {
  readonly goal?: RatioLimit;
  readonly payout?: RatioLimit & { readonly per?: 'person' | 'segment' };
  readonly award?: AwardLimit;
  readonly source?: string;
}

export interface RatioLimit {
  readonly floor?: Literal;
  readonly cap?: Literal;
}

/** A limit of the award: a ratio with `of: target`, or money. */
export interface AwardLimit {
  readonly floor?: Literal | MoneyLiteral;
  readonly cap?: Literal | MoneyLiteral;
  readonly of?: 'target';
}

/** What part of target is safe: paid anyway, with the formula on the rest; or a floor under the whole. */
export interface RiskDocument {
  readonly paidAnyway?: Literal;
  readonly atLeast?: Literal;
  readonly survives?: { readonly closedGate?: Flag; readonly leaving?: Flag };
  readonly basePay?: BasePayDocument;
  readonly source?: string;
}

/** Part of base pay put at risk: given up, and paid back by the results. */
export interface BasePayDocument {
  /** Of yearly salary. */
  readonly share: Literal;
  /** What is paid at target for each unit given up; 1 where nothing is said. */
  readonly repaid?: Literal;
}

export interface RoundingRule {
  readonly to: Literal;
  readonly mode: RoundingMode;
}

/** Where the plan rounds; nowhere else. `to: currency` is the minor unit of the award's currency. */
export interface RoundingDocument {
  readonly achievement?: RoundingRule;
  readonly goal?: RoundingRule;
  readonly payout?: RoundingRule;
  readonly award?: RoundingRule;
  readonly source?: string;
}

/** Under which name a metric's values of a named part of the period are kept; names have no blanks. */
export function metricKey(metric: string, during: string | undefined): string {
  return during === undefined ? metric : `${metric} during ${during}`;
}

/** The metric of such a key. */
export function metricOfKey(key: string): string {
  return key.split(' ')[0] as string;
}

/** A metric of a plan by name; undefined when there is none, whatever the name. */
export function metricIn({ metrics }: PlanDocument, name: string | undefined): MetricDocument | undefined {
  return name !== undefined && Object.hasOwn(metrics, name) ? metrics[name] : undefined;
}

/** Columns of people with a meaning of their own; every other column is a field that plans may read. */
export const structureColumns = [
  'id',
  'name',
  'hired',
  'left',
  'leftReason',
  'from',
  'to',
  'currency',
  'plans',
  'share',
  'assignments',
] as const;
