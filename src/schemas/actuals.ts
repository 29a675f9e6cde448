import * as z from 'zod';
import { actualStatuses } from '../data/actuals.js';
import { field, literal, name } from '../plan/fields.js';
import { currencyCell, dayCell, numberCell, schemaAddress, textCell } from './cells.js';

/**
 * The actuals file, for editors only. Stricter than `parseActuals` in one point: a column it does not know
 * is refused, where reading warns and goes on.
 */
const row = z.strictObject({
  metric: field(name, 'Name of the metric in the plan.', 'retention'),
  group: field(
    textCell,
    'The team, country or person the value is for; blank for the company.',
    'North',
  ).optional(),
  period: field(
    textCell,
    'The part of the period the value is for, as the plan names it; blank for the whole.',
    'Q1',
  ).optional(),
  kind: field(textCell, 'What was counted: it must be the kind of the metric.', 'retention').optional(),
  value: field(
    literal,
    'The measured value; a share in percent carries its percent sign. Blank where counts say it.',
    '91.5%',
  ),
  target: field(numberCell, 'Target value, where the plan states none.', '90%').optional(),
  currency: field(currencyCell, 'ISO 4217 code of a money value.', 'USD').optional(),
  status: field(
    z.enum(actualStatuses),
    'How sure the value is; awards say on which status they rest.',
    'final',
  ),
  measuredOn: field(
    dayCell,
    'Day of the measurement: of several values the latest by the as-of date counts.',
    '2027-01-12',
  ).optional(),
  responses: field(numberCell, 'Answers or customers behind the value.', 412).optional(),
  count: field(
    numberCell,
    'Of a share: how many of the responses count (customers kept, satisfied answers); value is then count ÷ responses and may be blank.',
    389,
  ).optional(),
  promoters: field(numberCell, 'Of an nps: answers of 9 and 10; value may then be blank.', 240).optional(),
  passives: field(numberCell, 'Of an nps: answers of 7 and 8.', 130).optional(),
  detractors: field(numberCell, 'Of an nps: answers of 0 to 6.', 42).optional(),
  tens: field(numberCell, 'Of an nps: answers of exactly 10.', 150).optional(),
  invited: field(numberCell, 'How many were asked to answer.', 1800).optional(),
});

/** A row whose counts say the value, or that says that nobody responded. */
const counted = row.extend({
  value: field(numberCell, 'Blank, or the value that the counts give.', '').optional(),
});

const actual = z
  .union([
    row,
    counted.required({ count: true, responses: true }),
    counted.required({ promoters: true, passives: true, detractors: true }),
    counted.extend({ responses: field(z.enum(['0']), 'Nobody responded.', '0') }),
    counted.extend({ responses: field(z.literal(0), 'Nobody responded.', 0) }),
  ])
  .meta({ id: 'actual', description: 'One measured value.' });

const list = z.array(actual);

export const actualsSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('actuals'),
    actuals: field(list, 'The values.', [{ metric: 'retention', value: '91.5%', status: 'final' }]),
  }),
]);
