import {
  type GateDocument,
  type GoalDocument,
  type ModifierDocument,
  metricIn,
  type PlanDocument,
} from '../plan/document.js';
import type { Condition } from '../plan/formula.js';
import { english } from '../words/english.js';
import { type Name, nameIn, told } from '../words/words.js';
import { comparatorsOf, comparisonName, conditionName } from './condition.js';
import { nameOfFormula } from './describe.js';

/** What a goal is called in explanations: its own name, or that of what it reads. */
export function goalLabel({ name, metric, person, during }: GoalDocument, document: PlanDocument): Name {
  if (name !== undefined) return name;
  const read = metricIn(document, metric)?.title ?? metric ?? person ?? '';
  return during === undefined ? read : told('in', read, during);
}

/** The name by which gates and issues know a goal. */
export function goalName(goal: GoalDocument, document: PlanDocument): string {
  return nameIn(english, goalLabel(goal, document));
}

/** The name of a gate: its own, or its condition in words. */
export function gateName(gate: GateDocument, document: PlanDocument): Name {
  if (gate.name !== undefined) return gate.name;
  if (gate.when !== undefined) return told('gate:', nameOfCondition(gate.when));
  const read = gate.value === undefined ? readName(gate, document) : nameOfFormula(gate.value);
  return told('gate:', told('condition', read, comparisonName(gate)));
}

/** What a gate reads. */
function readName({ metric, person, during, reads }: GateDocument, document: PlanDocument): Name {
  const title = metricIn(document, metric)?.title ?? metric ?? person ?? '';
  const read = during === undefined ? title : told('in', title, during);
  if (reads === 'achievement') return told('readsAchievement', read);
  return reads === 'aboveTarget' ? told('readsAboveTarget', read) : read;
}

function nameOfCondition(condition: Condition): Name {
  if (typeof condition !== 'object') return String(condition);
  return comparatorsOf(condition).length > 0 ? conditionName(condition) : nameOfFormula(condition);
}

/** The name of a modifier: its own, or that of what it comes from. */
export function modifierName({ name, from }: ModifierDocument, document: PlanDocument): Name {
  if (from.value !== undefined) return name ?? nameOfFormula(from.value);
  return name ?? metricIn(document, from.metric)?.title ?? from.metric ?? from.person ?? '';
}
