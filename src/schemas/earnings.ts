import * as z from 'zod';
import { currency, day, field, literal } from '../plan/fields.js';
import { dayCell, personId, schemaAddress } from './cells.js';

/** The earnings file, for editors only. A column it does not know is refused, where reading warns and goes on. */
const earning = z
  .strictObject({
    id: field(personId, 'Id of the person, as in the people file.', '00123'),
    code: field(z.string().min(1), 'Kind of pay; plans name the codes that count.', 'overtime'),
    amount: field(literal, 'Amount, without a percent sign; negative for a correction.', '412.50'),
    currency: field(currency, 'ISO 4217 code of the amount.', 'USD'),
    from: field(day, 'First day it was earned on.', '2026-03-01'),
    to: field(dayCell, 'Last day it was earned on, counted; blank for one day.', '2026-03-31').optional(),
  })
  .meta({ id: 'earning', description: 'An amount of pay and the days it was earned on.' });

const list = z.array(earning);

export const earningsSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('earnings'),
    earnings: field(list, 'The earnings.', [
      {
        id: '00123',
        code: 'overtime',
        amount: '412.50',
        currency: 'USD',
        from: '2026-03-01',
        to: '2026-03-31',
      },
    ]),
  }),
]);
