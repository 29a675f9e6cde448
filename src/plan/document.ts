import type { Literal } from '../num/literal.js';
import type { RoundingMode } from '../num/round.js';
import type { Day } from '../time/day.js';
import type { SubPeriodMaker } from '../time/sub-periods.js';
import type { Direction, MetricKindName } from './metric-kinds.js';
import type {
  CalendarDocument,
  EligibilityDocument,
  LeaveRule,
  LeaverTreatment,
  SubPeriodDocument,
  TargetDocument,
} from './people-rules.js';

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

/** A plan in its flat form: JSON data, the same whether it came from JSON, YAML or `definePlan`. */
export interface PlanDocument<Metric extends string = string> {
  readonly $schema?: string;
  readonly plan: string;
  readonly version: Literal;
  readonly title?: string;
  readonly source?: string;
  readonly currency?: string;
  readonly period: PeriodDocument;
  readonly periods?: SubPeriodMaker | Readonly<Record<string, SubPeriodDocument>>;
  readonly payment?: PaymentDocument;
  readonly calendars?: Readonly<Record<string, CalendarDocument>>;
  readonly eligibility?: EligibilityDocument;
  readonly target: TargetDocument;
  readonly metrics: Readonly<Record<Metric, MetricDocument>>;
  readonly goals: readonly GoalDocument<Metric>[];
  readonly gates?: readonly GateDocument<Metric>[];
  readonly modifiers?: readonly ModifierDocument<Metric>[];
  readonly limits?: LimitsDocument;
  readonly leave?: Readonly<Record<string, LeaveRule>>;
  readonly leavers?: Readonly<Record<string, LeaverTreatment>>;
  readonly risk?: RiskDocument;
  readonly rounding?: RoundingDocument;
}

/** The days the plan covers, both ends counted. `years` only where the period is not whole months. */
export interface PeriodDocument {
  readonly start: Day;
  readonly end: Day;
  readonly years?: Literal;
}

/** When awards are paid. */
export interface PaymentDocument {
  readonly date: Day;
}

/** A thing measured. */
export interface MetricDocument {
  readonly kind: MetricKindName;
  /** `company`, `person`, or the field of people that names their group, such as `team`. */
  readonly level: string;
  readonly currency?: string;
  readonly direction?: Direction;
  readonly target?: Literal;
  readonly achievement?: AchievementFormula;
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
  readonly curve?: CurveDocument;
  readonly table?: TableDocument;
  readonly floor?: Literal;
  readonly cap?: Literal;
  readonly source?: string;
}

/** A point of a curve: what is read, and the payout there. */
export type CurvePoint = readonly [Literal, Literal];

export const outsides = ['nothing', 'hold', 'continue'] as const;
/** What a curve pays outside its points: nothing, as at the last point, or on along the last slope. */
export type Outside = (typeof outsides)[number];

export const shapes = ['line', 'steps'] as const;
export type CurveShape = (typeof shapes)[number];

export type CurveDocument = readonly CurvePoint[] | PointsCurve | BandsCurve;

export interface PointsCurve {
  readonly points: readonly CurvePoint[];
  readonly shape?: CurveShape;
  readonly worse?: Outside;
  readonly better?: Outside;
}

/** Bands as plans print them. A boundary belongs to the better band. */
export interface BandsCurve {
  readonly bands: readonly BandDocument[];
}

export interface BandDocument {
  readonly from?: Literal;
  readonly to?: Literal;
  readonly pays: Literal;
}

/** What each category pays. A category that is not listed is a fault of the person's row unless `otherwise` pays it. */
export interface TableDocument {
  readonly values: Readonly<Record<string, Literal>>;
  readonly otherwise?: Literal;
}

/** Exactly one of these compares what a gate reads. */
export interface Comparators {
  readonly atLeast?: Literal;
  readonly moreThan?: Literal;
  readonly atMost?: Literal;
  readonly lessThan?: Literal;
  readonly within?: readonly [Literal, Literal];
  readonly is?: string;
}

/** A condition that closes goals or the whole payout when it is not met. */
export interface GateDocument<Metric extends string = string> extends Comparators {
  readonly name?: string;
  readonly metric?: Metric;
  readonly person?: string;
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
  readonly source?: string;
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
