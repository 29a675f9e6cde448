import type {
  BandsCurve,
  CurvePoint,
  CurveShape,
  GateDocument,
  GoalDocument,
  Literal,
  ModifierDocument,
  Outside,
  PlanDocument,
  PointsCurve,
  TableDocument,
  TargetDocument,
} from '../../src/index.js';

/** A plan stated by goals, with a target and plain numbers: what random plans are and the reference models read. */
export interface FlatPlan extends PlanDocument {
  readonly target: TargetDocument;
  readonly goals: readonly FlatGoal[];
  readonly gates?: readonly FlatGate[];
  readonly modifiers?: readonly FlatModifier[];
}

export interface FlatGoal extends GoalDocument {
  readonly curve?: FlatCurve;
  readonly table?: FlatTable;
}

export interface FlatGate extends GateDocument {
  readonly atLeast?: Literal;
  readonly moreThan?: Literal;
  readonly atMost?: Literal;
  readonly lessThan?: Literal;
  readonly within?: readonly [Literal, Literal];
  readonly is?: string;
}

export interface FlatModifier extends ModifierDocument {
  readonly curve?: FlatCurve;
  readonly table?: FlatTable;
}

export type FlatPoint = CurvePoint<Literal>;
/** Rules in one word. */
export type FlatOutside = Extract<Outside, string>;
export type FlatShape = Exclude<CurveShape, 'slices'>;

export type FlatCurve = readonly FlatPoint[] | FlatPoints | BandsCurve;

export interface FlatPoints extends PointsCurve {
  readonly points: readonly FlatPoint[];
  readonly shape?: FlatShape;
  readonly worse?: FlatOutside;
  readonly better?: FlatOutside;
}

export interface FlatTable extends TableDocument {
  readonly values: Readonly<Record<string, Literal>>;
  readonly otherwise?: Literal;
}
