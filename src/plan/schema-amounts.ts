import * as z from 'zod/mini';
import { roundingModes } from '../num/round.js';
import { field, flag, literal, strict } from './fields.js';
import { money, source } from './schema-shared.js';

const ratioLimit = {
  floor: z.optional(field(literal, 'Lowest value.', '0%')),
  cap: z.optional(field(literal, 'Highest value.', '200%')),
};

/** Floors and ceilings. */
export const limits = strict({
  source: z.optional(source),
  goal: z.optional(
    field(strict(ratioLimit), 'On the payout of every goal, before weighting.', {
      cap: '200%',
    }),
  ),
  payout: z.optional(
    field(
      strict({
        ...ratioLimit,
        per: z.optional(
          field(
            z.enum(['person', 'segment']),
            "person: on the person's sum (default); segment: on each stretch of days by itself.",
            'person',
          ),
        ),
      }),
      'On the payout after modifiers; it binds the part at risk.',
      { cap: '200%' },
    ),
  ),
  award: z.optional(
    field(
      strict({
        floor: z.optional(
          field(
            z.union([literal, money]),
            'Lowest award: a ratio with of: target, or money. 0 by default.',
            '0',
          ),
        ),
        cap: z.optional(
          field(
            z.union([literal, money]),
            'Highest award: a ratio with of: target, or money (never prorated).',
            '200%',
          ),
        ),
        of: z.optional(field(z.enum(['target']), 'What ratios here are a part of.', 'target')),
      }),
      'On the award, safe part included.',
      { cap: '200%', of: 'target' },
    ),
  ),
});

/** The declared risk split. */
export const risk = strict({
  source: z.optional(source),
  paidAnyway: z.optional(
    field(literal, 'Share of target that is safe and paid anyway; the formula pays on the rest.', '30%'),
  ),
  atLeast: z.optional(field(literal, 'Floor under the whole award, as a share of target.', '30%')),
  survives: z.optional(
    field(
      strict({
        closedGate: z.optional(
          field(flag, 'Whether the safe part is paid when a gate of the whole payout is closed.', true),
        ),
        leaving: z.optional(
          field(flag, 'Whether the safe part is paid, for the days served, to leavers who forfeit.', false),
        ),
      }),
      'What the safe part survives; needed where a gate could close the whole payout, or leavers forfeit.',
      { closedGate: true },
    ),
  ),
  basePay: z.optional(
    field(
      strict({
        share: field(literal, 'Share of yearly salary that is given up.', '5%'),
        repaid: z.optional(
          field(literal, 'What is paid at target for each unit given up; 1 without it.', '1.2'),
        ),
      }),
      'Part of base pay put at risk: payroll reduces salary by it, and the award pays it back by the results.',
      { share: '5%', repaid: '1.2' },
    ),
  ),
});

/** To what and how a value is rounded. */
export const rule = strict({
  to: field(
    z.union([literal, z.enum(['currency'])]),
    'The unit: 0.01, 1, 0.1%, or currency for its minor unit (award only).',
    'currency',
  ),
  mode: field(
    z.enum(roundingModes),
    'halfUp settles ties away from zero, also below zero; halfEven to the even unit.',
    'halfUp',
  ),
});

/** Where the plan rounds. */
export const rounding = strict({
  source: z.optional(source),
  achievement: z.optional(field(rule, 'Of each achievement a goal reads.', { to: '0.1%', mode: 'halfUp' })),
  goal: z.optional(
    field(rule, 'Of the payout of each goal, before weighting.', {
      to: '0.1%',
      mode: 'halfUp',
    }),
  ),
  payout: z.optional(
    field(rule, 'Of the payout after modifiers, per stretch of days.', {
      to: '0.1%',
      mode: 'halfUp',
    }),
  ),
  award: z.optional(
    field(rule, "Of the award; the currency's minor unit, half up, by default.", {
      to: 'currency',
      mode: 'halfUp',
    }),
  ),
});
