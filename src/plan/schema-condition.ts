import * as z from 'zod/mini';
import { field, wholeNumber } from './fields.js';
import { conditionNode, formula, formulas } from './schema-node.js';
import { measured } from './schema-reads.js';
import { metricName } from './schema-shared.js';

/** Conditions put together from others. */
export const conditionNodes = {
  present: conditionNode({ present: field(formula, 'A value.', { metric: 'nps' }) }).check(
    z.meta({
      description:
        'A condition: whether the value could be measured. A value that is wrong is a fault, not absent.',
      examples: [{ present: { metric: 'nps' } }],
    }),
  ),
  enough: conditionNode({ enough: metricName, ...measured }).check(
    z.meta({
      description:
        'A condition: whether a score rests on as many responses as the sample rules of its metric ask for.',
      examples: [{ enough: 'nps' }],
    }),
  ),
  all: conditionNode({ all: field(formulas, 'Conditions.', [{ metric: 'nps', atLeast: 40 }]) }).check(
    z.meta({
      description: 'Holds when all conditions hold.',
      examples: [{ all: [{ metric: 'nps', atLeast: 40 }] }],
    }),
  ),
  any: conditionNode({ any: field(formulas, 'Conditions.', [{ metric: 'nps', atLeast: 40 }]) }).check(
    z.meta({
      description: 'Holds when one of the conditions holds.',
      examples: [{ any: [{ metric: 'nps', atLeast: 40 }] }],
    }),
  ),
  not: conditionNode({ not: field(formula, 'A condition.', { person: 'onNotice', is: true }) }).check(
    z.meta({
      description: 'Holds when the condition does not.',
      examples: [{ not: { person: 'onNotice', is: true } }],
    }),
  ),
  atLeastOf: conditionNode({
    atLeastOf: field(wholeNumber, 'How many.', 3),
    of: field(formulas, 'Conditions.', [{ metric: 'nps', atLeast: 40 }]),
  }).check(
    z.meta({
      description: 'Holds when at least so many of the conditions hold.',
      examples: [{ atLeastOf: 1, of: [{ metric: 'nps', atLeast: 40 }] }],
    }),
  ),
};
