import * as z from 'zod/mini';
import { readings } from './document.js';
import { currency, field, literal, name, pair, strict, text } from './fields.js';

/** The clause a part of the plan renders. */
export const source = field(
  text,
  'Clause of the plan document that this part renders; explanations cite it.',
  'Section 4.2',
);

/** The name of a part in explanations. */
export const label = field(text, 'Name shown in explanations.', 'Customer retention');

/** A field of the person. */
export const personField = strict({
  person: field(name, 'A column of the people file.', 'targetPercent'),
}).check(
  z.meta({
    description: 'A field of the person, in the assignment at hand.',
    examples: [{ person: 'targetPercent' }],
  }),
);

/** An amount of money. */
export const money = strict({
  money: field(literal, 'The amount.', '20000.00'),
  currency: z.optional(field(currency, "ISO 4217 code; the plan's currency where none is written.", 'USD')),
}).check(z.meta({ description: 'An amount of money.', examples: [{ money: '20000.00', currency: 'USD' }] }));

/** What is read of a metric. */
export const reads = field(
  z.enum(readings),
  'What is read: achievement (value against target), value, or aboveTarget (value less target). A metric in percent must say it.',
  'achievement',
);

/** A named part of the period. */
export const during = field(
  name,
  'A part of the period named under periods: its values are read, from rows of the actuals with that period.',
  'Q1',
);

/** A metric of the plan. */
export const metricName = field(name, 'Name of a metric of this plan.', 'revenue');

/** A range. */
export const within = field(pair, 'Lowest and highest, both included.', ['0%', '150%']);
