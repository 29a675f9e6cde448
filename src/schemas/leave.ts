import * as z from 'zod';
import { day, field } from '../plan/fields.js';
import { dayCell, personId, schemaAddress } from './cells.js';

/** The leave file, for editors only. A column it does not know is refused, where reading warns and goes on. */
const absence = z
  .strictObject({
    id: field(personId, 'Id of the person, as in the people file.', '00123'),
    type: field(z.string().min(1), 'Type of leave; the plan says what each type counts.', 'parental'),
    from: field(day, 'First day of the leave, also where it lies before the period.', '2026-03-01'),
    to: field(dayCell, 'Last day of the leave, counted; blank while it lasts.', '2026-05-31').optional(),
  })
  .meta({ id: 'absence', description: 'Days somebody did not work.' });

const list = z.array(absence);

export const leaveSchema = z.union([
  list,
  z.strictObject({
    $schema: schemaAddress('leave'),
    leave: field(list, 'The leave.', [
      { id: '00123', type: 'parental', from: '2026-03-01', to: '2026-05-31' },
    ]),
  }),
]);
