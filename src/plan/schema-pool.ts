import * as z from 'zod/mini';
import { field, literal, name, strict } from './fields.js';
import { poolKeys, poolRemainders } from './pool.js';
import { formula } from './schema-node.js';
import { label, source } from './schema-shared.js';

const distribute = z.array(
  strict({
    by: field(
      z.union([z.enum(poolKeys), formula]),
      'What this part is shared out by: equally, salary (for the days that count), presence (the days that count), award (what the plan pays before the pool), or a formula of the person, such as { person: wages }.',
      'salary',
    ),
    part: z.optional(field(literal, 'Its part of the fund; the parts of several keys sum to 1.', '50%')),
  }),
);

const level = strict({
  to: field(name, 'The column of people that names the groups of this level.', 'division'),
  shares: z.optional(
    field(
      z.record(z.string().check(z.minLength(1), z.maxLength(100)), literal),
      'What each group gets, of the fund above it; without them in proportion to what its people bring.',
      { North: '60%', South: '40%' },
    ),
  ),
});

/** A pool. */
export const pool = field(
  strict({
    fund: field(formula, 'How much there is: money of the company. It is cut down to whole cents.', {
      product: [{ total: 'wages' }, '4%'],
    }),
    distribute: field(
      distribute.check(z.minLength(1), z.maxLength(10)),
      'What the fund is shared out by; with several keys each has its part of the fund.',
      [
        { by: 'salary', part: '50%' },
        { by: 'presence', part: '50%' },
      ],
    ),
    first: z.optional(
      field(formula, 'What each person gets first; only the rest of the fund is shared out.', {
        product: [{ term: 'beforePool' }, '50%'],
      }),
    ),
    floor: z.optional(
      field(formula, 'What each person gets at least; the others bear it.', { money: '100.00' }),
    ),
    ceiling: z.optional(
      field(
        formula,
        'What each person gets at most. { term: beforePool } is what the plan pays before the pool, so that a pool only scales down.',
        { money: '36045.00' },
      ),
    ),
    remainder: z.optional(
      field(
        z.enum(poolRemainders),
        'What becomes of what ceilings leave: redistribute (to the others, by the same keys) or keep. Needed with a ceiling.',
        'redistribute',
      ),
    ),
    cascade: z.optional(
      field(
        z.array(level).check(z.minLength(1), z.maxLength(8)),
        'The groups through which the fund goes down, the widest first: each has a budget of whole cents.',
        [{ to: 'division' }, { to: 'team' }],
      ),
    ),
    missing: z.optional(
      field(
        z.enum(['leaveOut']),
        'Leave out people of whom something is not known; without it one of them keeps the pool from being shared out.',
        'leaveOut',
      ),
    ),
    name: z.optional(label),
    source: z.optional(source),
  }),
  'The pot that awards come from, shared out over everybody who takes part.',
  {
    fund: { product: [{ metric: 'profit' }, '5%'] },
    distribute: [{ by: 'award' }],
    ceiling: { term: 'beforePool' },
    remainder: 'keep',
  },
);
