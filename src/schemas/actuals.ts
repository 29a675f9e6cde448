import * as z from 'zod';
import { actualStatuses } from '../data/actuals.js';
import { field, literal, name } from '../plan/fields.js';
import { currencyCell, dayCell, numberCell, schemaAddress, textCell } from './cells.js';

/**
 * The actuals file, for editors only. Stricter than `parseActuals` in one point: a column it does not know
 * is refused, where reading warns and goes on.
 */
const actual = z
  .strictObject({
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
    value: field(literal, 'The measured value; a share in percent carries its percent sign.', '91.5%'),
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
  })
  .meta({ id: 'actual', description: 'One measured value.' });

const list = z.array(actual);

export const actualsSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('actuals'),
    actuals: field(list, 'The values.', [{ metric: 'retention', value: '91.5%', status: 'final' }]),
  }),
]);
