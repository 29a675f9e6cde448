/**
 * Statistics of customer metrics: scores from answers and customers, how far they can be trusted, and how much of what
 * is paid on them is luck. All of it is shown and none of it paid, so it has an entry of its own; what a plan may pay
 * on is part of the core.
 */
export type { Issue } from '../issue/issue.js';
export type { Literal } from '../num/literal.js';
export {
  type RollingOptions,
  type RollingScore,
  rollingScore,
  type ScoreIndex,
  type ScoreWithResponses,
  scoreIndex,
  type WeightedScore,
} from './average.js';
export { type Blended, buhlmann, type Credibility } from './buhlmann.js';
export { buhlmannStraub, type WeightedCredibility } from './buhlmann-straub.js';
export { confidenceLevels } from './confidence.js';
export type { EstimatedInterval } from './estimate.js';
export { type FullCredibility, type FullCredibilityInput, limitedFluctuation } from './full-credibility.js';
export { chanceOfTarget, type TargetChance, type TargetChanceInput } from './luck.js';
export { type NoiseInput, type NoiseShare, noiseShare } from './noise.js';
export { type AnswerCounts, type Confidence, type Nps, npsFromCounts, npsFromScores } from './nps.js';
export {
  type NpsChange,
  npsChange,
  npsSampleSize,
  type SampleSizeInput,
  type TwoPeriods,
} from './nps-change.js';
export type { PersonValues, WeightedPersonValues } from './people-values.js';
export { type BetaPrior, type BlendedScore, blendedNps, blendedRate, type TeamPrior } from './prior.js';
export { type Rate, type RateCounts, rateFromCounts } from './rate.js';
export type { Scored } from './read.js';
export { customerRetention, type Retention } from './retention.js';
export {
  annualised,
  type MonthlyChurn,
  type RetentionTotals,
  retentionFromTotals,
} from './retention-totals.js';
export { type ScaleCounts, type ScaleScore, scaleScore } from './scale.js';
