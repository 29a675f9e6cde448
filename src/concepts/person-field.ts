import type { FieldType, PersonNode } from '../plan/formula.js';
import { MONEY, MONEY_PER_YEAR, RATIO, type Unit } from '../program/unit.js';
import { type Concept, compiled } from './concept.js';

const UNITS: Record<FieldType, Unit> = {
  ratio: RATIO,
  percent: RATIO,
  number: 'any',
  money: MONEY,
  'money per year': MONEY_PER_YEAR,
  category: 'category',
};

/**
 * A field of the person in the assignment at hand: salary, target percent, rating, individual factor.
 *
 * Units:    what the plan reads it as; a yearly salary is money per year until it is prorated
 * Issues:   people.field.missing, people.field.number, people.field.percent
 */
export const personField: Concept<PersonNode> = {
  role: 'person',
  compile(node, compiler) {
    const unit = UNITS[node.as];
    const operand = compiler.add(
      { op: 'input', input: { from: 'person', field: node.person, type: node.as } },
      unit,
      'segment',
    );
    return compiled('person', { name: node.person, ...node }, { operand, unit, scope: 'segment' });
  },
  say: () => 'from the people file',
};
