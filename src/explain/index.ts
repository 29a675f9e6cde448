/** Why an award is what it is, why it changed, and whether a stored result holds. */

export * from '../compare/index.js';
export type { Attribution, AttributionLine, NoAttribution } from '../risk/attribution.js';
export { checkNeutral } from '../risk/check-neutral.js';
export type { Absent, AtRisk, Bound, GateAtRisk, GoalAtRisk, NotZero, SafePart } from '../risk/declared.js';
export type { Outcome, OutcomeLine } from '../risk/outcome.js';
export * from '../verify/index.js';
export { type Explained, type ExplainOptions, explain, explainEveryone } from './explain.js';
export {
  type Explanation,
  type GoalExplained,
  type Language,
  languages,
  type NextThreshold,
  type OnePoint,
} from './explanation.js';
export { explanationText, type TextOptions } from './explanation-text.js';
