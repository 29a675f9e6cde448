import type { AllNode, Comparison, Condition, Formula } from '../../../src/plan/formula.js';
import { NotKnown } from '../reference/world.js';
import { NotMeasured } from './measured.js';
import { asNode } from './units.js';
import { worthOf } from './value.js';
import { fieldOf, known, type Place, type Stretch } from './world.js';

/** Whether a condition holds. */
export function holds(condition: Condition, place: Place): boolean {
  if (typeof condition !== 'object') throw new Error('Not a condition');
  if ('all' in condition) return atLeastOf(condition.all.length, (condition as AllNode).all, place);
  if ('any' in condition) return atLeastOf(1, condition.any, place);
  if ('not' in condition) return !holds(condition.not, place);
  if ('atLeastOf' in condition)
    return atLeastOf(Number(condition.atLeastOf), condition.of as readonly Condition[], place);
  if ('present' in condition) return isPresent(condition.present, place);
  const { is } = condition;
  if (typeof is === 'boolean') return (category(condition, place) === 'true') === is;
  if (is !== undefined) return category(condition, place) === is;
  if (isCompared(condition)) return compares(condition, place);
  const { document } = place.model.world;
  if ('term' in condition) return holds(document.terms?.[condition.term] as Condition, place);
  if ('when' in condition)
    return holds(holds(condition.when, place) ? condition.then : condition.otherwise, place);
  throw new Error(`Not a condition: ${JSON.stringify(condition)}`);
}

/** At least so many hold; what is not known matters only where the others do not decide. */
function atLeastOf(count: number, conditions: readonly Condition[], place: Place): boolean {
  const found = conditions.map((one) => known(() => holds(one, place)));
  const unknown = found.filter((one) => one instanceof NotKnown);
  const holding = found.filter((one) => one === true).length;
  if (holding >= count) return true;
  if (holding + unknown.length >= count) throw unknown[0];
  return false;
}

const COMPARATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'within'] as const;

function isCompared(condition: object): boolean {
  return COMPARATORS.some((key) => key in condition);
}

function compares(condition: Comparison & Condition, place: Place): boolean {
  const { atLeast, moreThan, atMost, lessThan, within, ...node } = condition as Comparison & object;
  const value = worthOf(node as Formula, place);
  const at = (bound: Formula) => worthOf(bound, place);
  if (within) {
    const [least, most] = within.map(at);
    return value.gte(least ?? 0) && value.lte(most ?? 0);
  }
  if (atLeast !== undefined) return value.gte(at(atLeast));
  if (moreThan !== undefined) return value.gt(at(moreThan));
  if (atMost !== undefined) return value.lte(at(atMost));
  return value.lt(at(lessThan as Formula));
}

/** What was not measured is absent; what is wrong is no answer either way. */
function isPresent(formula: Formula, place: Place): boolean {
  try {
    worthOf(formula, place);
    return true;
  } catch (error) {
    if (error instanceof NotMeasured) return false;
    throw error;
  }
}

/** The text of a field, or of a term that names one. */
export function category(formula: Formula, place: Place): string {
  const { person, term, value } = asNode(formula);
  if (term !== undefined) return category(place.model.world.document.terms?.[String(term)] as Formula, place);
  if (value !== undefined) return category(value as Formula, place);
  return fieldOf(place.stretch as Stretch, String(person));
}
