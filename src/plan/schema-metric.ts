import * as z from 'zod/mini';
import { accumulations, achievementFormulas, partNames } from './document.js';
import { currency, field, literal, name, strict, text } from './fields.js';
import { type MetricKindName, metricKinds } from './metric-kinds.js';
import { sample } from './schema-sample.js';
import { source } from './schema-shared.js';

const kinds = Object.keys(metricKinds) as [MetricKindName, ...MetricKindName[]];

const targetValue = z.union([literal, z.record(name, literal)]);

/** What is measured. */
export const metric = strict({
  kind: field(
    z.enum(kinds),
    'What is measured; it fixes the unit, the usual direction and the possible values.',
    'retention',
  ),
  level: field(
    z.union([name, z.enum(['company'])]),
    'Where it is measured: company, person, or a column of people such as team.',
    'company',
  ),
  currency: z.optional(field(currency, 'Currency of a money metric.', 'USD')),
  direction: z.optional(
    field(
      z.enum(['higher', 'lower']),
      'Whether higher or lower is better; the kind says it by default.',
      'lower',
    ),
  ),
  target: z.optional(
    field(
      targetValue,
      'Target value, or one for each part of the period. Leave it out when the actuals file has a target column.',
      '90%',
    ),
  ),
  targets: z.optional(
    field(
      z.record(name, targetValue),
      'Several targets by name; in the actuals file their columns are target.board and so on.',
      { board: '40000000', sales: '45000000' },
    ),
  ),
  each: z.optional(
    field(
      z.enum(partNames),
      'Measured in each of these parts of the period; accumulates says how they make the whole.',
      'quarter',
    ),
  ),
  accumulates: z.optional(
    field(
      z.enum(accumulations),
      'How the values and targets of parts make the whole: their sum, the last, their mean, or pooled: the mean by responses.',
      'sum',
    ),
  ),
  achievement: z.optional(
    field(
      z.enum(achievementFormulas),
      'How achievement is calculated: value/target by default; a lower-is-better metric must choose target/value or 2 - value/target.',
      'value/target',
    ),
  ),
  neutral: z.optional(
    field(
      literal,
      'The value at which the metric neither raises nor lowers pay; without it its target, or where its curve pays 100%.',
      45,
    ),
  ),
  sample: z.optional(
    field(sample, 'What a score must rest on before pay hangs on it, and what pays then.', {
      atLeast: 30,
      tooFew: { use: 'company' },
    }),
  ),
  title: z.optional(field(text, 'Name shown in explanations.', 'Customer retention')),
  source: z.optional(source),
});
