import * as z from 'zod/mini';
import { decisionReasons } from './decision-rules.js';
import { field, literal, name, strict } from './fields.js';
import { money, source } from './schema-shared.js';

const bound = z.union([literal, z.enum(['unlimited']), money]);

/** Who may decide an award after the formula, and within what. */
export const decisions = field(
  strict({
    by: field(name, 'The column of people that names who decides.', 'manager'),
    range: field(
      strict({
        from: field(
          bound,
          'The least that may be decided: a share of what the formula gives, money, or unlimited. Never below zero.',
          '80%',
        ),
        to: field(
          bound,
          'The most that may be decided: a share of what the formula gives, money, or unlimited.',
          '120%',
        ),
      }),
      'What may be decided, both ends included.',
      { from: '80%', to: '120%' },
    ),
    budget: z.optional(
      field(
        literal,
        'What all awards of one decider together may reach, as a share of what the formula gives them. Without it nothing is controlled.',
        '100%',
      ),
    ),
    reason: field(
      z.enum(decisionReasons),
      'When a decision needs a reason: required, whenChanged (it is not what the formula gives) or optional.',
      'required',
    ),
    source: z.optional(source),
  }),
  'Who may decide an award after the formula, and within what; without it decisions are refused.',
  { by: 'manager', range: { from: '80%', to: '120%' }, budget: '100%', reason: 'required' },
);
