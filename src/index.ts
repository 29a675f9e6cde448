/** From a plan, people and actuals to every person's exact award, with its explanation. */
export { definePlan, isPlanError, PlanError } from './concepts/define-plan.js';
export type { Reason, ReasonCode } from './concepts/eligibility.js';
export { type Plan, parsePlan } from './concepts/parse-plan.js';
export {
  type Actual,
  type ActualStatus,
  type Actuals,
  type ActualsOptions,
  parseActuals,
} from './data/actuals.js';
export type { Decision, Decisions } from './data/decisions.js';
export type { Earning, Earnings } from './data/earnings.js';
export type { ExceptionKind, Exceptions, PayException } from './data/exceptions.js';
export type { Leave, Leaves } from './data/leave.js';
export { type Assignment, type People, type PeopleOptions, type Person, parsePeople } from './data/people.js';
export type { Row, RowOptions, Table, TableInput } from './data/table.js';
export type { IssueCode } from './issue/codes.js';
export {
  formatIssue,
  hasErrors,
  type Issue,
  type Path,
  pointer,
  type Severity,
  type TablePlace,
} from './issue/issue.js';
export type { Literal } from './num/literal.js';
export type { RoundingMode } from './num/round.js';
export type * from './plan/document.js';
export { type Formula, type FormulaDocument, type Stage, withoutStages } from './plan/formula.js';
export type { Direction, MetricKindName } from './plan/metric-kinds.js';
export type * from './plan/people-rules.js';
export type { Parsed } from './plan/read-plan.js';
export { listProgram } from './program/listing.js';
export { awardsOf, type CalculateOptions, calculate, type Data } from './run/calculate.js';
export type { ExceptionUse } from './run/exceptions.js';
export type {
  Award,
  AwardDecision,
  AwardStatus,
  Headcount,
  Reconciliation,
  Run,
  RunStatus,
  Total,
} from './run/run.js';
export type { Day } from './time/day.js';
export type { Period } from './time/period.js';
export type { SubPeriodMaker } from './time/sub-periods.js';
export type { AwardPart } from './trace/parts.js';
export type { StepLine } from './trace/steps.js';
