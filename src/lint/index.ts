/** What-if questions, what speaks against a plan, and what an improvement of customer results is worth. */
export * from '../whatif/index.js';
export type { Judged } from './before-pool.js';
export type { Finding } from './finding.js';
export type { LintLimits } from './limits.js';
export { type LintOptions, type LintReport, lint } from './lint.js';
export type { MetricModel } from './models.js';
export type { LintData } from './people-seen.js';
export {
  type CustomerChange,
  costOfImprovement,
  type Improvement,
  type ImprovementCost,
  type ImprovementCosts,
  type ImprovementInput,
  type ImprovementYear,
  improvementWorth,
} from './revenue.js';
