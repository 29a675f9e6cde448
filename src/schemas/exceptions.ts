import * as z from 'zod';
import { exceptionKinds } from '../data/exceptions.js';
import { day, field, identity, literal } from '../plan/fields.js';
import { treatmentWords } from '../plan/people-rules.js';
import { currencyCell, dayCell, personId, schemaAddress } from './cells.js';

/** The exceptions file, for editors only. A column it does not know is refused, where reading warns and goes on. */
const exception = z
  .strictObject({
    id: field(personId, 'Id of the person, as in the people file.', '00123'),
    plan: field(
      z.union([identity, z.literal(''), z.null()]),
      'Id of the plan it is for; blank for every plan.',
      'everyone-in-the-game',
    ).optional(),
    kind: field(z.enum(exceptionKinds), 'What is set for this person.', 'guarantee'),
    value: field(
      z.union([z.enum(treatmentWords), literal]),
      'The value: a percentage for targetPercent and proration, an amount for targetAmount and guarantee, a word of the leavers for treatment.',
      '8000.00',
    ),
    currency: field(currencyCell, 'ISO 4217 code of an amount.', 'USD').optional(),
    from: field(dayCell, 'First day it holds; blank from the start.', '2026-01-01').optional(),
    until: field(day, 'Last day it holds, counted.', '2026-12-31'),
    reason: field(z.string().min(1), 'Why it was decided.', 'Guaranteed in the first year'),
    approver: field(z.string().min(1), 'Who approved it.', 'Chief People Officer'),
  })
  .meta({ id: 'exception', description: 'What was decided for one person against the rule.' });

const list = z.array(exception);

export const exceptionsSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('exceptions'),
    exceptions: field(list, 'The exceptions.', [
      {
        id: '00123',
        kind: 'guarantee',
        value: '8000.00',
        currency: 'USD',
        until: '2026-12-31',
        reason: 'Guaranteed in the first year',
        approver: 'Chief People Officer',
      },
    ]),
  }),
]);
