/** Customer metrics: scores from counts and rows, how sure they are, and what counts of them for pay. */
export * from '../metrics/index.js';
export { checkSampling } from './check-samples.js';
export type { MetricScore, Policy, ScoreReport, ShownInterval } from './score-report.js';
export { type ScoreData, type ScoreOptions, scores } from './scores.js';
