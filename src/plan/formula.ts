import type { Literal } from '../num/literal.js';
import type { RoundingMode } from '../num/round.js';
import type { Day } from '../time/day.js';
import type { Comparators, CurvePoint, CurveShape, Outside } from './document.js';
import type { Direction } from './metric-kinds.js';
import type { ProrationDocument } from './people-rules.js';

/**
 * The order of the stages of a calculation, and of every explanation. A stage is where a line of the
 * explanation belongs; adding a pay term adds its stage here, once.
 */
export const stages = [
  'target opportunity',
  'goal',
  'blend',
  'modifier',
  'payout limit',
  'gate',
  'risk split',
  'proration',
  'award limit',
  'rounding',
] as const;
export type Stage = (typeof stages)[number];

/** What every node of a formula may carry for its reader: a name, the clause it renders, its stage. */
export interface Labels {
  readonly name?: string;
  readonly source?: string;
  readonly stage?: Stage;
  /** Shown only where it changed something. */
  readonly quiet?: true;
}

/**
 * A plan's formula: what the flat form lowers to, as plain data. A node is known by its one naming key.
 * `concepts/` has one file for what each node means, computes and says.
 */
export type Formula =
  | Literal
  | MoneyNode
  | MetricNode
  | AchievementNode
  | AboveTargetNode
  | PersonNode
  | SalaryNode
  | EarningsNode
  | HoursNode
  | ExceptionNode
  | FirstOfNode
  | TermNode
  | SumNode
  | ProductNode
  | CurveNode
  | TableNode
  | WeightedNode
  | WhenNode
  | LimitNode
  | RoundNode
  | ProratedNode;

export interface MoneyNode extends Labels {
  readonly money: Literal;
  readonly currency?: string;
}
export interface MetricNode extends Labels {
  readonly metric: string;
  /** A named part of the period. */
  readonly during?: string;
}
export interface AchievementNode extends Labels {
  readonly achievement: string;
  readonly during?: string;
}
export interface AboveTargetNode extends Labels {
  readonly aboveTarget: string;
  readonly during?: string;
}
/** A field of the person, and what its text is read as. */
export interface PersonNode extends Labels {
  readonly person: string;
  readonly as: FieldType;
}
export type FieldType = 'ratio' | 'percent' | 'number' | 'money' | 'money per year' | 'category';

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
export interface SumNode extends Labels {
  readonly sum: readonly Formula[];
}
export interface ProductNode extends Labels {
  readonly product: readonly Formula[];
}
export interface CurveNode extends Labels {
  readonly curve: {
    readonly of: Formula;
    readonly points: readonly CurvePoint[];
    readonly shape: CurveShape;
    readonly worse: Outside;
    readonly better: Outside;
    readonly direction: Direction;
  };
}
export interface TableNode extends Labels {
  readonly table: {
    readonly of: Formula;
    readonly values: Readonly<Record<string, Literal>>;
    readonly otherwise?: Literal;
    /** Of a table of amounts: their currency, and whether they are yearly. */
    readonly money?: { readonly currency: string; readonly per?: 'year' };
  };
}
export interface WeightedNode extends Labels {
  readonly weighted: readonly { readonly name: string; readonly weight: Literal; readonly payout: Formula }[];
}
/** A value with one comparator: `{ achievement: revenue, atLeast: 90% }`. */
export type Condition = (MetricNode | AchievementNode | AboveTargetNode | PersonNode) & Comparators;

export interface WhenNode extends Labels {
  readonly when: Condition;
  readonly then: Formula;
  readonly otherwise: Formula;
}
export interface LimitNode extends Labels {
  readonly limit: Formula;
  readonly floor?: Formula;
  readonly cap?: Formula;
}
export interface RoundNode extends Labels {
  readonly round: Formula;
  readonly to: Literal;
  readonly mode: RoundingMode;
}
export interface ProratedNode extends Labels {
  readonly prorated: Formula;
  /** `earned`: pay already earned, each stretch its own. */
  readonly by: ProrationDocument | 'earned';
}

/** A plan lowered to formula nodes: what `check --expand` prints. */
export interface FormulaDocument {
  readonly plan: string;
  readonly version: Literal;
  readonly terms: Readonly<Record<string, Formula>>;
  readonly award: Formula;
}

/** The formula without the marks the library adds for explanations, for people to read. */
export function withoutStages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStages);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'stage' && key !== 'quiet');
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutStages(inner)]));
}
