import * as z from 'zod/mini';
import { field } from './fields.js';
import { formula, formulas, valueNode } from './schema-node.js';

/** Nodes that make one value of several. */
export const arithmeticNodes = {
  sum: valueNode({
    sum: field(formulas, 'The values, in order.', [{ metric: 'rivalA' }, { metric: 'rivalB' }]),
  }).check(z.meta({ description: 'All added.', examples: [{ sum: [{ term: 'corporate' }, '5%'] }] })),
  product: valueNode({
    product: field(formulas, 'The values, in order.', [{ metric: 'rivalA' }, { metric: 'rivalB' }]),
  }).check(z.meta({ description: 'All multiplied.', examples: [{ product: [{ person: 'salary' }, '5%'] }] })),
  difference: valueNode({
    difference: field(formulas, 'The values, in order.', [{ metric: 'rivalA' }, { metric: 'rivalB' }]),
  }).check(
    z.meta({
      description: 'The first less all others.',
      examples: [{ difference: [{ metric: 'ebitda' }, { total: 'awards' }] }],
    }),
  ),
  quotient: valueNode({
    quotient: field(z.array(formula).check(z.minLength(2), z.maxLength(2)), 'What is divided, and by what.', [
      { metric: 'renewed' },
      { metric: 'due' },
    ]),
  }).check(
    z.meta({
      description: 'The first divided by the second.',
      examples: [{ quotient: [{ metric: 'renewed' }, { metric: 'due' }] }],
    }),
  ),
  highest: valueNode({
    highest: field(formulas, 'The values, in order.', [{ metric: 'rivalA' }, { metric: 'rivalB' }]),
  }).check(
    z.meta({
      description: 'The highest of them.',
      examples: [{ highest: [{ metric: 'rivalA' }, { metric: 'rivalB' }] }],
    }),
  ),
  lowest: valueNode({
    lowest: field(formulas, 'The values, in order.', [{ metric: 'rivalA' }, { metric: 'rivalB' }]),
  }).check(
    z.meta({
      description: 'The lowest of them.',
      examples: [{ lowest: [{ term: 'store' }, { term: 'region' }] }],
    }),
  ),
  mean: valueNode({
    mean: field(formulas, 'The values, in order.', [{ metric: 'rivalA' }, { metric: 'rivalB' }]),
  }).check(
    z.meta({
      description: 'Their mean.',
      examples: [{ mean: [{ metric: 'unitOne' }, { metric: 'unitTwo' }] }],
    }),
  ),
};
