import * as z from 'zod/mini';
import { outsides, shapes } from './document.js';
import { field, literal, name, pair, strict, text } from './fields.js';
import { during, label, metricName, reads, source, within } from './schema-shared.js';

const points = field(
  z.array(pair).check(z.minLength(1), z.maxLength(200)),
  'Points [what is read, payout], in ascending order of what is read. A point belongs to its better side; two points with one x are a jump.',
  [
    ['85%', '50%'],
    ['90%', '100%'],
    ['95%', '150%'],
  ],
);

const curve = z
  .union([
    points,
    strict({
      points,
      shape: z.optional(
        field(
          z.enum(shapes),
          'line: straight lines between points (default); steps: the payout of the point reached.',
          'line',
        ),
      ),
      worse: z.optional(
        field(
          z.enum(outsides),
          'Payout on the worse side of all points: nothing (default), hold or continue.',
          'nothing',
        ),
      ),
      better: z.optional(
        field(
          z.enum(outsides),
          'Payout on the better side of all points: hold (default), nothing or continue.',
          'hold',
        ),
      ),
    }),
    strict({
      bands: field(
        z
          .array(
            strict({
              from: z.optional(field(literal, 'Lower end; absent in the lowest band.', '85%')),
              to: z.optional(field(literal, 'Upper end; absent in the highest band.', '90%')),
              pays: field(literal, 'Payout in the band.', '50%'),
            }),
          )
          .check(z.minLength(1), z.maxLength(200)),
        'Bands as plans print them, in ascending order, each ending where the next begins. A boundary belongs to the better band.',
        [
          { from: '85%', to: '90%', pays: '50%' },
          { from: '90%', pays: '100%' },
        ],
      ),
    }),
  ])
  .check(
    z.meta({
      description: 'Payout curve: what each value pays; 100% pays target.',
      examples: [
        [
          ['80%', '50%'],
          ['100%', '100%'],
        ],
      ],
    }),
  );

const table = strict({
  values: field(
    z.record(z.string().check(z.minLength(1), z.maxLength(100)), literal),
    'Payout or factor of each category.',
    {
      exceeds: '125%',
      meets: '100%',
    },
  ),
  otherwise: z.optional(
    field(
      literal,
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
  atLeast: z.optional(field(literal, 'Open at this value or above.', '70%')),
  moreThan: z.optional(field(literal, 'Open above this value.', '0')),
  atMost: z.optional(field(literal, 'Open at this value or below.', '5%')),
  lessThan: z.optional(field(literal, 'Open below this value.', '5%')),
  within: z.optional(within),
  is: z.optional(
    field(
      z.string().check(z.minLength(1), z.maxLength(100)),
      'Open when the field has this text.',
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
