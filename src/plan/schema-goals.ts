import * as z from 'zod/mini';
import { partNames } from './document.js';
import { field, literal, name, strict, text } from './fields.js';
import { curve } from './schema-curve.js';
import { formula } from './schema-node.js';
import { during, label, metricName, reads, source, within } from './schema-shared.js';

const table = strict({
  values: field(
    z.record(z.string().check(z.minLength(1), z.maxLength(100)), formula),
    'Payout or factor of each category.',
    {
      exceeds: '125%',
      meets: '100%',
    },
  ),
  otherwise: z.optional(
    field(
      formula,
      'What a category that is not listed pays. Without it such a row is reported and withheld.',
      '0%',
    ),
  ),
}).check(
  z.meta({ description: 'Values by category.', examples: [{ values: { exceeds: '125%', meets: '100%' } }] }),
);

/** A goal. */
export const goal = strict({
  name: z.optional(label),
  metric: z.optional(metricName),
  person: z.optional(
    field(name, 'Column of people that holds a rating or a payout, instead of a metric.', 'rating'),
  ),
  weight: field(literal, 'Share of the payout; the weights of all goals sum to 1.', '50%'),
  reads: z.optional(reads),
  during: z.optional(during),
  payout: z.optional(
    field(formula, 'A formula that is the payout of the goal, instead of a metric or column.', {
      term: 'resolution',
    }),
  ),
  each: z.optional(
    field(
      z.enum(partNames),
      'Judged once in each part of the period, by the values of the part; needs weights.',
      'quarter',
    ),
  ),
  weights: z.optional(
    field(
      z.array(literal).check(z.minLength(1), z.maxLength(60)),
      'With each: how much each part counts; they sum to 1.',
      ['20%', '20%', '20%', '40%'],
    ),
  ),
  neutralised: z.optional(
    field(
      text,
      'Why the goal does not count this time; missing says what becomes of its weight.',
      'network outage of 6 July',
    ),
  ),
  curve: z.optional(curve),
  table: z.optional(table),
  floor: z.optional(field(literal, 'Lowest payout of this goal, before weighting.', '0%')),
  cap: z.optional(field(literal, 'Highest payout of this goal, before weighting.', '150%')),
  source: z.optional(source),
});

/** A gate. */
export const gate = strict({
  name: z.optional(label),
  metric: z.optional(metricName),
  person: z.optional(field(name, 'Column of people that is compared, instead of a metric.', 'rating')),
  reads: z.optional(reads),
  during: z.optional(during),
  value: z.optional(
    field(formula, 'A formula that is compared, instead of a metric or column.', {
      difference: [{ metric: 'ebitda' }, { total: 'awards' }],
    }),
  ),
  when: z.optional(
    field(formula, 'A whole condition, instead of something read and a comparator.', {
      any: [{ metric: 'nps', atLeast: 40 }],
    }),
  ),
  atLeast: z.optional(field(formula, 'Open at this value or above.', '70%')),
  moreThan: z.optional(field(formula, 'Open above this value.', '0')),
  atMost: z.optional(field(formula, 'Open at this value or below.', '5%')),
  lessThan: z.optional(field(formula, 'Open below this value.', '5%')),
  within: z.optional(within),
  is: z.optional(
    field(
      z.union([z.string().check(z.minLength(1), z.maxLength(100)), z.boolean()]),
      'Open when the field has this text; true and false are for fields of kind yesNo.',
      'permanent',
    ),
  ),
  closes: z.optional(
    field(z.array(text).check(z.minLength(1)), 'Names of the goals it closes; without it the whole payout.', [
      'recommendation',
    ]),
  ),
  except: z.optional(
    field(z.array(text).check(z.minLength(1)), 'Names of the goals that stay open.', ['retention']),
  ),
  otherwise: z.optional(field(literal, 'Payout when closed; 0 by default.', '0%')),
  source: z.optional(source),
});

/** A modifier. */
export const modifier = strict({
  name: z.optional(label),
  from: strict({
    person: z.optional(field(name, 'Column of people.', 'individualFactor')),
    metric: z.optional(metricName),
    value: z.optional(field(formula, 'A formula.', { term: 'leadership' })),
    reads: z.optional(reads),
    during: z.optional(during),
  }).check(
    z.meta({
      description: 'What the factor or addend comes from.',
      examples: [{ person: 'individualFactor' }],
    }),
  ),
  within: z.optional(within),
  table: z.optional(table),
  curve: z.optional(curve),
  how: z.optional(
    field(z.enum(['multiply', 'add']), 'multiply the payout (default) or add to it.', 'multiply'),
  ),
  source: z.optional(source),
});
