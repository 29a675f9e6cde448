import * as z from 'zod';
import { field, identity } from '../plan/fields.js';
import { currencyCell, dayCell, numberCell, personId, schemaAddress, textCell } from './cells.js';

const told = (description: string, example: unknown) =>
  field(textCell, `${description} Of the worksheet; not read.`, example).optional();

/** The decisions file, for editors only. A column it does not know is refused, where reading warns and goes on. */
const decision = z
  .strictObject({
    id: field(personId, 'Id of the person, as in the people file.', '00123'),
    name: told('Name of the person.', 'Ana Silva'),
    plan: field(identity, 'Id of the plan.', 'annual'),
    target: told('Target opportunity.', '8000.00'),
    formula: field(
      numberCell,
      'What the formula gave when the worksheet was made; a decision on another amount is refused.',
      '8600.00',
    ).optional(),
    currency: field(currencyCell, 'ISO 4217 code of the award.', 'USD'),
    lowest: told('The least that may be decided.', '6880.00'),
    highest: told('The most that may be decided.', '10320.00'),
    amount: field(numberCell, 'The amount that was decided; blank: the formula stands.', '9000.00'),
    reason: field(textCell, 'Why it was decided.', 'Led the launch').optional(),
    by: field(textCell, 'Id of who decided.', 'm-1').optional(),
    on: field(dayCell, 'Day of the decision.', '2027-01-20').optional(),
    budget: told('What all awards of the decider may reach.', '52000.00'),
    left: told('What was left of the budget.', '1400.00'),
  })
  .meta({ id: 'decision', description: 'What was decided on one award.' });

const list = z.array(decision);
const example = {
  ...{ id: '00123', plan: 'annual', formula: '8600.00', currency: 'USD', amount: '9000.00' },
  ...{ reason: 'Led the launch', by: 'm-1', on: '2027-01-20' },
};

export const decisionsSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('decisions'),
    decisions: field(list, 'The decisions.', [example]),
  }),
]);
