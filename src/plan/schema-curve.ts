import * as z from 'zod/mini';
import { outsides, shapes } from './document.js';
import { field, literal, strict } from './fields.js';
import { formula } from './schema-node.js';

const points = field(
  z.array(z.array(formula).check(z.minLength(2), z.maxLength(2))).check(z.minLength(1), z.maxLength(200)),
  'Points [what is read, payout], in ascending order of what is read. A point belongs to its better side; two points with one x are a jump. Either may be a formula.',
  [
    ['85%', '50%'],
    ['90%', '100%'],
    ['95%', '150%'],
  ],
);

const cap = z.optional(field(literal, 'Highest payout there.', '150%'));

const outside = z.union([
  z.enum(outsides),
  strict({
    slope: field(
      literal,
      'Payout for each unit of what is read, more towards better and less towards worse: 2 is 2 points of payout for every point.',
      '2',
    ),
    until: z.optional(field(literal, 'Where what is read counts no further.', '125%')),
    cap,
  }),
  strict({
    perStep: field(
      strict({
        each: field(literal, 'So much of what is read is a step.', '500000'),
        add: field(literal, 'Payout of each full step.', '5%'),
      }),
      'Steps that go on beyond the points.',
      { each: '500000', add: '5%' },
    ),
    cap,
  }),
]);

/** The keys of a curve of points. */
export const curveKeys = {
  points,
  shape: z.optional(
    field(
      z.enum(shapes),
      'line: straight lines between points (default); steps: the payout of the point reached; slices: each slice from a point on at the rate of that point, summed.',
      'line',
    ),
  ),
  worse: z.optional(
    field(
      outside,
      'Payout on the worse side of all points: nothing (default), hold, continue, { slope } or { perStep }.',
      'nothing',
    ),
  ),
  better: z.optional(
    field(
      outside,
      'Payout on the better side of all points: hold (default), nothing, continue, { slope } or { perStep }.',
      'hold',
    ),
  ),
};

/** A payout curve: points, points with rules, or bands. */
export const curve = z
  .union([
    points,
    strict(curveKeys),
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
