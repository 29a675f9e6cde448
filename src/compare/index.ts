/** Two runs compared: who moved, by how much, and which inputs brought it. */
export { compare } from './compare.js';
export type {
  Attribution,
  AttributionLevel,
  Both,
  CompareOptions,
  Comparison,
  ComparisonStatus,
  ComparisonTotal,
  InputKind,
  MovedInput,
  PersonComparison,
  TotalMove,
} from './comparison.js';
export {
  type ComparisonLanguage,
  type ComparisonTextOptions,
  comparisonLanguages,
  comparisonText,
} from './text.js';
