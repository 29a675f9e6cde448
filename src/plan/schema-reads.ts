import * as z from 'zod/mini';
import { field, name, strict, wholeNumber } from './fields.js';
import { earlierPeriods } from './formula.js';
import { valueNode } from './schema-node.js';
import { metricName } from './schema-shared.js';

/** When and where a metric is read. */
export const measured = {
  during: z.optional(
    field(
      name,
      'A part of the period; yearToDate: all parts up to the one at hand; whole: the whole period, inside each.',
      'Q1',
    ),
  ),
  level: z.optional(
    field(
      z.union([name, z.enum(['company'])]),
      "Another level than the metric's own: its values are rows of the actuals for that level.",
      'company',
    ),
  ),
};
const against = z.optional(field(name, 'One of several named targets.', 'board'));
/** Nodes that read a metric or a field of the person. */
export const readNodes = {
  metric: valueNode({
    metric: metricName,
    rolling: z.optional(
      field(
        wholeNumber,
        'The mean of so many periods: the one at hand and those before it (rows of the actuals with period previous, previous-2 …).',
        4,
      ),
    ),
    ...measured,
  }).check(z.meta({ description: 'The measured value of a metric.', examples: [{ metric: 'nps' }] })),
  achievement: valueNode({ achievement: metricName, against, ...measured }).check(
    z.meta({
      description: 'A metric against its target, 1 is target.',
      examples: [{ achievement: 'revenue', against: 'board', atLeast: '100%' }],
    }),
  ),
  aboveTarget: valueNode({ aboveTarget: metricName, against, ...measured }).check(
    z.meta({
      description: 'A metric less its target, in its own unit; for metrics that can be negative.',
      examples: [{ aboveTarget: 'netAdds' }],
    }),
  ),
  change: valueNode({
    change: metricName,
    since: field(
      z.union([
        z.enum(earlierPeriods),
        strict({ meanOfLast: field(wholeNumber, 'How many periods before.', 4) }),
      ]),
      'previousPeriod, sameLastYear, or { meanOfLast: 4 }. Values before the period are rows of the actuals with period previous, previous-2 … or lastYear, lastYear-Q1 ….',
      'sameLastYear',
    ),
    ...measured,
  }).check(
    z.meta({
      description: 'How much a metric has changed since an earlier period, in its own unit.',
      examples: [{ change: 'satisfaction', since: 'sameLastYear', atLeast: 1 }],
    }),
  ),
  person: valueNode({
    person: field(
      name,
      'A column of people, declared under fields unless it is salary or only compared with is or looked up in a table.',
      'individualFactor',
    ),
  }).check(
    z.meta({
      description: 'A field of the person, in the assignment at hand; salary is the yearly salary.',
      examples: [{ person: 'salary' }],
    }),
  ),
};
