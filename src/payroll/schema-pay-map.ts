import * as z from 'zod/mini';
import { roundingModes } from '../num/round.js';
import { currency, field, identity, strict, text } from '../plan/fields.js';

const fromColumn = strict({ column: field(text, 'The column of the people file.', 'payrollId') });
const textOrColumn = z.union([text, fromColumn]);
const words = z.record(text, text);

const flag = z.union([
  text,
  fromColumn,
  strict({ plans: field(words, 'What it says, by plan.', { 'retention-2026': 'no' }) }),
  strict({ codes: field(words, 'What it says, by pay code.', { BONUS: 'yes' }) }),
]);

/** How a run becomes pay: codes, ids and settings of the payroll. */
export const payMapSchema = strict({
  $schema: z.optional(
    field(
      z.string(),
      'Address of this schema, for editors.',
      './node_modules/variable-pay/schema/pay-map.schema.json',
    ),
  ),
  codes: field(
    z.union([text, z.record(identity, z.union([text, words]))]),
    'The pay code of the payroll: one for all plans, one for each plan, or for each by legal employer.',
    { 'annual-2026': 'BONUS', 'sales-2026': { 'Acme GmbH': '2000', 'Acme SAS': 'EV-A01' } },
  ),
  employeeId: z.optional(
    field(fromColumn, 'The column with the id payroll knows; the id of the people file unless written.', {
      column: 'payrollId',
    }),
  ),
  legalEmployer: z.optional(
    field(textOrColumn, 'Who pays: a text for everybody, or a column of people.', { column: 'company' }),
  ),
  costCentre: z.optional(
    field(textOrColumn, 'The cost centre: a text for everybody, or a column of people.', {
      column: 'costCentre',
    }),
  ),
  offCycleReason: z.optional(field(text, 'Why it is paid outside of the usual payroll.', 'correction')),
  note: z.optional(field(text, 'A note on every line.', 'Incentive 2026')),
  flags: z.optional(
    field(
      z.record(text, flag),
      'What payroll is told beside, passed through: a text, a column of people, or by plan or pay code.',
      { pensionable: 'yes', union: { column: 'union' } },
    ),
  ),
  convert: z.optional(
    field(
      strict({
        to: field(currency, 'The currency all lines are paid in.', 'EUR'),
        rounding: field(z.enum(roundingModes), 'How each converted line is rounded.', 'halfUp'),
      }),
      'Pays all lines in one currency, at the rate of the pay date.',
      { to: 'EUR', rounding: 'halfUp' },
    ),
  ),
  zeros: z.optional(
    field(
      z.enum(['keep']),
      'Keeps lines of zero; left out unless written, as some payrolls take zero for an order.',
      'keep',
    ),
  ),
  negatives: z.optional(
    field(z.enum(['allow']), 'Lets negative lines through; refused unless written.', 'allow'),
  ),
  settings: z.optional(
    field(
      z.record(text, z.union([text, words])),
      'What the layout needs to know; by legal employer or pay code where it says so.',
      { companyCode: { 'Acme Inc': 'AB', 'Acme LLC': 'CD' }, batchId: '2026Q4' },
    ),
  ),
});
