import * as z from 'zod/mini';
import { currency, day, field, literal, strict, text } from '../plan/fields.js';
import { straightLines } from './document.js';

const until = z.union([z.enum(['paymentDate']), day]);

const point = strict({
  closing: field(day, 'Closing day: the as-of day of a run.', '2026-03-31'),
  share: field(literal, 'Share of the full period that is earned by then.', '23%'),
});

const earned = z.union([
  z.enum(['straightLine']),
  strict({
    straightLine: field(
      z.enum(straightLines),
      'By the days of the period, or by its parts, each of which earns as much.',
      'quarters',
    ),
    until: z.optional(
      field(
        until,
        'The day until which people must serve, where it lies after the period: paymentDate is that of the plan.',
        'paymentDate',
      ),
    ),
  }),
  strict({
    byMetric: field(z.array(point).check(z.minLength(1), z.maxLength(400)), 'Shares by closing day.', [
      { closing: '2026-03-31', share: '23%' },
    ]),
  }),
]);

const ACCOUNTS = {
  expense: field(text, 'Account of the expense.', '6200'),
  liability: field(text, 'Account of the liability.', '2400'),
};

const onCost = strict({
  name: field(text, 'What it is; rates of one name follow or complement each other.', 'social security'),
  rate: field(literal, 'In percent of the liability for awards.', '20.5%'),
  accounts: z.optional(
    field(strict(ACCOUNTS), 'Accounts of its own; those of the awards unless written.', {
      expense: '6210',
      liability: '2410',
    }),
  ),
  where: z.optional(
    field(z.record(text, text), 'Only for people with these values in these columns of the people file.', {
      legalEmployer: 'DE01',
    }),
  ),
  from: z.optional(field(day, 'First closing day it is in force on.', '2026-01-01')),
  until: z.optional(field(day, 'Last closing day it is in force on.', '2026-12-31')),
}).check(
  z.meta({
    description: 'What the employer pays beside the awards.',
    examples: [{ name: 'social security', rate: '20.5%' }],
  }),
);

/** How the cost of awards is recognised and booked. */
export const accrualSchema = strict({
  $schema: z.optional(
    field(
      z.string(),
      'Address of this schema, for editors.',
      './node_modules/variable-pay/schema/accrual.schema.json',
    ),
  ),
  earned: field(earned, 'How the cost of the full period is earned.', 'straightLine'),
  accounts: field(
    strict({
      ...ACCOUNTS,
      exchange: z.optional(
        field(text, 'Account of exchange differences; needed with a reporting currency.', '6960'),
      ),
    }),
    'The accounts of the ledger.',
    { expense: '6200', liability: '2400' },
  ),
  onCosts: z.optional(
    field(z.array(onCost).check(z.minLength(1), z.maxLength(500)), 'On-costs of the employer.', [
      { name: 'social security', rate: '20.5%' },
    ]),
  ),
  reportingCurrency: z.optional(
    field(currency, 'The currency that is booked in; without it each award is booked in its own.', 'EUR'),
  ),
});
