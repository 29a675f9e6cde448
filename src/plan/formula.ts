import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { english } from '../words/english.js';
import { isPhrase, type Name, nameIn } from '../words/words.js';
import type {
  AboveTargetNode,
  AchievementNode,
  AllNode,
  AllotNode,
  AnyNode,
  AtLeastOfNode,
  ChangeNode,
  CurveNode,
  DifferenceNode,
  EachNode,
  EarningsNode,
  EnoughNode,
  ExceptionNode,
  FirstOfNode,
  HighestNode,
  HoursNode,
  LimitNode,
  LowestNode,
  MatrixNode,
  MeanNode,
  MeanOfTopNode,
  MetricNode,
  MoneyNode,
  NotNode,
  OnEnoughNode,
  PeersNode,
  PersonNode,
  PresentNode,
  ProductNode,
  ProratedNode,
  QuotientNode,
  RankNode,
  ResultNode,
  RoundNode,
  SalaryNode,
  StatedNode,
  SumNode,
  TableNode,
  TermNode,
  TotalNode,
  ValueWrapper,
  WeightedNode,
  WhenNode,
} from './nodes.js';

export * from './nodes.js';

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
  'pool',
  'decision',
] as const;
export type Stage = (typeof stages)[number];

/** What every node of a formula may carry for its reader: a name, the clause it renders, its stage. */
export interface Labels {
  /** As the plan wrote it, or a phrase of the library's own. */
  readonly name?: Name;
  readonly source?: string;
  readonly stage?: Stage;
  /** Shown only where it changed something. */
  readonly quiet?: true;
  /** Where the part of the flat form stands that it was lowered from. */
  readonly path?: Path;
}

/**
 * A formula: what the flat form lowers to, and what a plan may write itself. Plain data; a node is known by its one
 * naming key, its other keys are options of that node. `concepts/` has one file for what each node means, computes
 * and says.
 */
export type Formula = Literal | Node;

/** A node that is not a plain number. With a comparator any value becomes a condition. */
export type Node = (ValueNode | ConditionNode) & Labels & Comparison;

type ValueNode =
  | MoneyNode
  | MetricNode
  | AchievementNode
  | AboveTargetNode
  | ChangeNode
  | PersonNode
  | SalaryNode
  | EarningsNode
  | HoursNode
  | ExceptionNode
  | FirstOfNode
  | TermNode
  | ResultNode
  | TotalNode
  | PeersNode
  | MeanOfTopNode
  | RankNode
  | SumNode
  | ProductNode
  | DifferenceNode
  | QuotientNode
  | HighestNode
  | LowestNode
  | MeanNode
  | CurveNode
  | MatrixNode
  | TableNode
  | WeightedNode
  | WhenNode
  | OnEnoughNode
  | LimitNode
  | AllotNode
  | RoundNode
  | EachNode
  | ProratedNode
  | ValueWrapper
  | StatedNode;

type ConditionNode = PresentNode | EnoughNode | AllNode | AnyNode | NotNode | AtLeastOfNode;

/** A condition: a value with one comparator, or conditions put together. */
export type Condition = Formula;

/** Exactly one of these makes a value a condition; the bound may be a formula. */
export interface Comparison {
  readonly atLeast?: Formula;
  readonly moreThan?: Formula;
  readonly atMost?: Formula;
  readonly lessThan?: Formula;
  /** Both ends count. */
  readonly within?: readonly [Formula, Formula];
  readonly is?: string | boolean;
}

/** A plan lowered to formula nodes: what `check --expand` prints. */
export interface FormulaDocument {
  readonly plan: string;
  readonly version: Literal;
  readonly terms: Readonly<Record<string, Formula>>;
  readonly award: Formula;
}

const MARKS = new Set(['stage', 'quiet', 'path']);

/** The formula without the marks the library adds for explanations, for people to read. */
export function withoutStages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStages);
  if (typeof value !== 'object' || value === null) return value;
  if (isPhrase(value)) return nameIn(english, value);
  const kept = Object.entries(value).filter(([key]) => !MARKS.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutStages(inner)]));
}
