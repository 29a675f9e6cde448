import type { PlanDocument } from '../../src/index.js';
import { formatPlanDifference, type PlanDifference, planDifferences } from '../../src/versions/index.js';
import { basePlan, type Writing } from '../support/base.js';

/** What two documents say differently, whatever the types say of their keys. */
export function differencesOf(before: unknown, after: unknown): PlanDifference[] {
  return planDifferences(before as PlanDocument, after as PlanDocument);
}

/** The sentences alone. */
export function wordsOf(before: unknown, after: unknown): string[] {
  return differencesOf(before, after).map(({ words }) => words);
}

/** The lines of the command. */
export function linesOf(before: unknown, after: unknown): string[] {
  return differencesOf(before, after).map(formatPlanDifference);
}

/** The sentences on the base plan with some keys, and the same with others. */
export function wordsOfKeys(before: Writing, after: Writing): string[] {
  return wordsOf(basePlan(before), basePlan(after));
}

/** The sentences on a plan whose one term was one formula and is another; without the words of the part. */
export function wordsOfTerm(before: unknown, after: unknown): string[] {
  return wordsOfKeys({ terms: { corporate: before } }, { terms: { corporate: after } });
}

/** The base plan with goals of one metric each. */
export function goalsNamed(...names: readonly string[]): Writing {
  return basePlan({ goals: names.map((name) => ({ name, metric: `of-${name}`, weight: 1 })) });
}

/** The base plan with gates, each named by its threshold. */
export function gatesAt(...thresholds: readonly number[]): Writing {
  return basePlan({ gates: thresholds.map((atLeast) => ({ name: `G${atLeast}`, metric: 'nps', atLeast })) });
}
