import * as z from 'zod';
import type { IssueCode } from '../issue/codes.js';
import { day, field } from '../plan/fields.js';
import { FINGERPRINT } from '../retro/fingerprint.js';

/** A field that may be absent; where it is there, it says something. */
export function maybe<S extends z.core.$ZodType & { check(...checks: never[]): unknown }>(
  schema: S,
  description: string,
  example: unknown,
) {
  return z.exactOptional(field(schema, description, example));
}

/** Money: a decimal numeral with the decimals of its currency. */
export const money = z.string().regex(/^-?[0-9]+(\.[0-9]+)?$/);

/** An exact number: a decimal numeral, or a fraction where decimals do not end. */
export const exactNumber = z.string().regex(/^-?[0-9]+(\.[0-9]+|\/[0-9]+)?$/);

/** A fingerprint of data. */
export const fingerprint = z.string().regex(FINGERPRINT);

/** How many of something. */
export const count = z.int().min(0);

export const planId = field(z.string(), 'Id of the plan.', 'annual');
export const personIdOut = field(z.string(), 'Id of the person, as in the people file.', 'e-1001');
export const personName = field(
  z.string(),
  'Name of the person, where the people file has one.',
  'Ana Silva',
);
export const clause = maybe(
  z.string(),
  "Clause of the plan's own document, where the plan names it.",
  'Section 3.1',
);

/** A decision on an award, beside what the formula gave. */
export const decision = z.strictObject({
  formula: field(money, 'What the formula gave.', '8600.00'),
  by: field(z.string(), 'Id of who decided.', 'm-1'),
  on: field(day, 'Day of the decision.', '2027-01-20'),
  reason: maybe(z.string(), 'Why it was decided.', 'Led the launch'),
});

/** A stretch of days. */
export const period = z.strictObject({
  start: field(day, 'First day.', '2026-01-01'),
  end: field(day, 'Last day, counted.', '2026-12-31'),
});

/** Where something stands in a table. */
export const tablePlace = z.strictObject({
  file: maybe(z.string(), 'Name of the file.', 'people.csv'),
  row: maybe(count, 'Number of the row, as a spreadsheet shows it.', 14),
  column: maybe(z.string(), 'Name of the column.', 'salary'),
});

/** Every code has this form; the list of them grows, and is in the README. */
const issueCode = z.string().regex(/^[a-z]+(\.[a-z-]+)+$/) as unknown as z.ZodType<IssueCode>;

const issue = z
  .strictObject({
    code: field(issueCode, 'Stable code, stage.subject.fault; the README lists all.', 'people.salary.number'),
    severity: field(
      z.enum(['error', 'warning']),
      'An error keeps something from being used, a warning asks for a look.',
      'error',
    ),
    path: field(
      z.array(z.union([z.string(), z.number()])),
      'Place in a document: keys and list positions from the root; empty where it is in a table.',
      ['goals', 1, 'weight'],
    ),
    at: maybe(tablePlace, 'Place in a table.', {
      file: 'people.csv',
      row: 14,
      column: 'salary',
    }),
    message: field(z.string(), 'What is wrong, or worth a look.', '"n/a" is not a number'),
    expected: maybe(z.string(), 'What belongs there.', 'a number such as 85000.00'),
    received: maybe(z.string(), 'What stands there.', 'n/a'),
    hint: maybe(z.string(), 'What to do about it.', 'Write digits only'),
    source: clause,
  })
  .meta({ id: 'issue', description: 'Something wrong, or worth a look.' });

/** What was found, as every result lists it. */
export const issues = field(z.array(issue), 'What was found on the way; empty where nothing was.', [
  {
    code: 'people.salary.number',
    severity: 'error',
    path: [],
    at: { file: 'people.csv', row: 14, column: 'salary' },
    message: '"n/a" is not a number',
  },
]);

/** What stands at the head of every file of a kind. */
export function head<Kind extends string>(kind: Kind) {
  return {
    format: field(
      z.literal(`variable-pay/${kind}` as const),
      'What kind of file it is.',
      `variable-pay/${kind}`,
    ),
    formatVersion: field(z.literal(1), 'Raised when a key changes its meaning.', 1),
  };
}
