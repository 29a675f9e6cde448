/** What-if questions: scenarios, sweeps, what moves most, plans on past years, and values that are sought. */
export type {
  AtRiskOf,
  Fate,
  LineMove,
  Move,
  PersonMove,
  ScenarioAnswer,
  Spread,
  TotalMove,
} from './answer.js';
export { type BackTest, backTest, type Held, type PastYear, type YearAnswer } from './back-test.js';
export { awardsWith, type BareAnswer } from './bare.js';
export type { ChangeKind, ColumnInput, MetricInput, PathInput, WhatIfInput } from './input.js';
export { type Prepared, prepareWhatIf } from './prepared.js';
export type { SeekAnswer, SeekQuestion, Solution, SoughtValue, Wanted } from './question.js';
export type { ActualChange, ColumnChange, Scenario, WrittenChange } from './scenario.js';
export { parseScenarios, type ReadScenarios } from './scenarios-document.js';
export { seek } from './seek.js';
export {
  type Sweep,
  type SweepAward,
  type SweepAxis,
  type SweepCell,
  type SweepOptions,
  type SweepValues,
  sweep,
} from './sweep.js';
export { type TornadoBar, type TornadoStep, type TornadoTotal, tornado } from './tornado.js';
export { type WhatIfOptions, whatIf } from './what-if.js';
