import {
  type GateDocument,
  type GoalDocument,
  type ModifierDocument,
  metricIn,
  type PlanDocument,
} from '../plan/document.js';
import type { Condition } from '../plan/formula.js';
import { comparatorsOf, comparisonText, conditionText } from './condition.js';
import { describe } from './describe.js';

/** The name of a goal in explanations and gates: its own, or that of what it reads. */
export function goalName(goal: GoalDocument, document: PlanDocument): string {
  const read = metricIn(document, goal.metric)?.title ?? goal.metric ?? goal.person ?? '';
  return goal.name ?? `${read}${goal.during === undefined ? '' : ` in ${goal.during}`}`;
}

/** The name of a gate: its own, or its condition in words. */
export function gateName(gate: GateDocument, document: PlanDocument): string {
  if (gate.name !== undefined) return gate.name;
  if (gate.when !== undefined) return `gate: ${conditionName(gate.when)}`;
  if (gate.value !== undefined) return `gate: ${describe(gate.value)} ${comparisonText(gate)}`;
  const reads = gate.reads === undefined || gate.reads === 'value' ? '' : ` ${gate.reads}`;
  return `gate: ${metricIn(document, gate.metric)?.title ?? gate.metric ?? gate.person}${gate.during === undefined ? '' : ` in ${gate.during}`}${reads} ${comparisonText(gate)}`;
}

function conditionName(condition: Condition): string {
  if (typeof condition !== 'object') return String(condition);
  return comparatorsOf(condition).length > 0 ? conditionText(condition) : describe(condition);
}

/** The name of a modifier: its own, or that of what it comes from. */
export function modifierName({ name, from }: ModifierDocument, document: PlanDocument): string {
  if (from.value !== undefined) return name ?? describe(from.value);
  return name ?? metricIn(document, from.metric)?.title ?? from.metric ?? from.person ?? '';
}
