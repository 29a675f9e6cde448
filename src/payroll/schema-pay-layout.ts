import * as z from 'zod/mini';
import { field, flag, identity, name, strict, text } from '../plan/fields.js';
import { dateForms, letterKinds, lineFields, payEncodings } from './layout.js';

/** A count, also as text: YAML readers may give it so. */
const count = z.union([z.string().check(z.maxLength(4)), z.number()]).check(
  z.superRefine((raw, context) => {
    if (/^\d{1,4}$/.test(String(raw))) return;
    const params = {
      code: 'plan.number.form',
      expected: 'a whole number such as 6',
      hint: 'Write digits only',
    };
    context.addIssue({ code: 'custom', message: 'This is not a count', params });
  }),
);
const short = z.string().check(z.maxLength(500));
const lineField = z.enum(lineFields);
const fields = z.array(lineField).check(z.minLength(1), z.maxLength(20));

const rule = {
  letters: z.optional(
    field(
      z.enum(letterKinds),
      'The letters it may have; all but control characters unless written.',
      'digits',
    ),
  ),
  minLength: z.optional(field(count, 'Shorter texts are refused.', 6)),
  maxLength: z.optional(field(count, 'Longer texts are refused, never cut.', 6)),
};

const when = strict({
  setting: field(name, 'The setting.', 'costCentres'),
  is: z.optional(field(text, 'What it must be; given at all unless written.', 'yes')),
});

const column = strict({
  title: field(short, 'The title in the header.', 'Amount'),
  field: z.optional(field(lineField, 'The field of the pay line.', 'amount')),
  flag: z.optional(field(text, 'The flag of the pay map.', 'pensionable')),
  constant: z.optional(field(short, 'The same text in every row.', 'E')),
  setting: z.optional(field(name, 'The setting that stands in every row.', 'companyCode')),
  repeat: z.optional(
    field(name, 'The setting that names blank columns, separated by commas.', 'moreColumns'),
  ),
  suffix: z.optional(field(text, 'Text put behind.', ':value')),
  code: z.optional(field(text, 'Only amounts with this pay code.', 'bonus')),
  decimals: z.optional(field(count, 'Exactly so many decimals; those of the currency unless written.', 2)),
  decimal: z.optional(
    field(z.enum(['.', ',']), 'Decimal sign, where it differs from that of the file.', ','),
  ),
  dates: z.optional(
    field(z.enum(dateForms), 'Form of days, where it differs from that of the file.', 'YYYYMMDD'),
  ),
  firstOfMonth: z.optional(field(flag, 'The first day of the month of this day.', true)),
  ...rule,
  padStart: z.optional(
    field(
      strict({
        to: field(count, 'The length it is filled up to.', 8),
        with: field(z.string().check(z.length(1)), 'The sign it is filled up with.', '0'),
      }),
      'Fills up from the left.',
      { to: 8, with: '0' },
    ),
  ),
  required: z.optional(field(flag, 'Whether it may not be blank.', true)),
  when: z.optional(
    field(when, 'Whether the column stands in the file.', { setting: 'costCentres', is: 'yes' }),
  ),
  blankWhen: z.optional(
    field(
      strict({
        setting: field(name, 'The setting.', 'dsnType'),
        is: field(z.array(text), 'What it is, where the cell is blank.', ['028']),
      }),
      'Leaves cells blank where a setting says so.',
      { setting: 'dsnType', is: ['028'] },
    ),
  ),
});

const section = strict({
  before: z.optional(
    field(
      z
        .array(
          z.union([
            short,
            strict({
              text: field(short, 'The line.', '[Data]'),
              when: field(when, 'Whether it stands in the file.', { setting: 'costCentres', is: 'yes' }),
            }),
          ]),
        )
        .check(z.maxLength(200)),
      'Lines before the rows; {name} is a setting.',
      ['[Data]'],
    ),
  ),
  header: field(flag, 'Whether the titles of the columns stand above the rows.', true),
  columns: field(z.array(column).check(z.minLength(1), z.maxLength(200)), 'The columns, in order.', [
    { title: 'Amount', field: 'amount' },
  ]),
});

const file = strict({
  name: field(
    text,
    'Name of the file; {currency}, {legalEmployer} and {name} of a setting stand in it.',
    'bonus-{currency}.csv',
  ),
  form: z.optional(field(z.enum(['delimited', 'ndjson']), 'Rows of cells unless written.', 'delimited')),
  delimiter: z.optional(
    field(z.enum([',', ';', '|', '\t']), 'What parts cells; a comma unless written.', ';'),
  ),
  quotes: z.optional(
    field(
      z.enum(['minimal', 'always', 'never']),
      'Which cells are quoted: those that need it unless written.',
      'never',
    ),
  ),
  forbidden: z.optional(field(text, 'Signs that cannot stand in a text.', '\\')),
  encoding: field(
    z.enum(payEncodings),
    'The encoding; a letter it does not have is refused.',
    'windows-1252',
  ),
  bom: z.optional(field(flag, 'Whether a UTF-8 file begins with a byte order mark.', true)),
  lineEnd: field(z.enum(['crlf', 'lf']), 'How lines end, the last one too.', 'crlf'),
  decimal: z.optional(
    field(
      z.union([
        z.enum(['.', ',']),
        strict({ setting: field(name, 'The setting that says it.', 'decimalSign') }),
      ]),
      'Decimal sign; a point unless written.',
      ',',
    ),
  ),
  dates: z.optional(
    field(
      z.union([
        z.enum(dateForms),
        strict({ setting: field(name, 'The setting that says it.', 'dateFormat') }),
      ]),
      'How days are written; YYYY-MM-DD unless written.',
      'DD/MM/YYYY',
    ),
  ),
  sections: field(z.array(section).check(z.minLength(1), z.maxLength(20)), 'The blocks of rows.', [
    { header: true, columns: [{ title: 'Amount', field: 'amount' }] },
  ]),
});

const setting = strict({
  description: field(text, 'What it is.', 'The company code.'),
  options: z.optional(field(z.array(text).check(z.minLength(1)), 'The words it can be.', ['yes', 'no'])),
  default: z.optional(field(text, 'What it is unless given.', 'no')),
  optional: z.optional(field(flag, 'Whether it may be left out.', true)),
  day: z.optional(
    field(
      strict({
        form: field(z.enum(dateForms), 'How it is written.', 'YYYY/MM/DD'),
        notBefore: z.optional(
          field(
            z.enum(['payDate', 'periodStart', 'periodEnd']),
            'The day of a line it cannot precede.',
            'payDate',
          ),
        ),
      }),
      'It is a day that exists; others are refused.',
      { form: 'YYYY/MM/DD', notBefore: 'payDate' },
    ),
  ),
  by: z.optional(
    field(
      z.enum(['legalEmployer', 'payCode']),
      'By what it may differ; legal employers then have files of their own.',
      'legalEmployer',
    ),
  ),
  ...rule,
});

/** How a payroll system reads pay. */
export const payLayoutSchema = strict({
  $schema: z.optional(
    field(
      z.string(),
      'Address of this schema, for editors.',
      './node_modules/variable-pay/schema/pay-layout.schema.json',
    ),
  ),
  layout: field(identity, 'The id of the layout.', 'our-payroll'),
  title: field(text, 'What it is called in messages.', 'Our payroll'),
  settings: z.optional(
    field(z.record(name, setting), 'What the pay map must say.', {
      companyCode: { description: 'The company code.', maxLength: 3 },
    }),
  ),
  codes: z.optional(field(z.array(text), 'The pay codes there are, where the list is closed.', ['bonus'])),
  row: z.optional(
    field(fields, 'Lines that agree in these fields are one row; each line is one unless written.', [
      'employeeId',
      'payCode',
      'payDate',
    ]),
  ),
  unique: z.optional(
    field(fields, 'Rows that agree in these fields would replace each other.', [
      'employeeId',
      'payCode',
      'payDate',
    ]),
  ),
  sequence: z.optional(field(name, 'The setting with the number of the first of such rows.', 'sequenceFrom')),
  perFile: z.optional(
    field(z.array(z.enum(['legalEmployer', 'costCentre', 'payCode'])), 'A file for each of these.', [
      'legalEmployer',
    ]),
  ),
  numericIds: z.optional(
    field(flag, 'Ids that differ only in the zeros before them are one person, and refused.', true),
  ),
  zeros: z.optional(field(z.enum(['refused']), 'Lines of zero are refused.', 'refused')),
  negatives: z.optional(field(z.enum(['refused']), 'Negative lines are refused.', 'refused')),
  files: field(z.array(file).check(z.minLength(1), z.maxLength(10)), 'The files.', [
    {
      name: 'bonus-{currency}.csv',
      encoding: 'utf-8',
      lineEnd: 'lf',
      sections: [{ header: true, columns: [{ title: 'Amount', field: 'amount' }] }],
    },
  ]),
});
