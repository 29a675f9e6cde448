/** What two versions of a plan say differently. */
export { formatPlanDifference, type PlanDifference } from './plan-difference.js';
export { planDifferences } from './plan-differences.js';
