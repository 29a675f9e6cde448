import * as z from 'zod/mini';
import type { Literal } from '../num/literal.js';
import type { MoneyLiteral } from './document.js';
import { currency, day, field, literal, name, strict } from './fields.js';
import type { Ladder } from './people-rules.js';
import { prorate } from './schema-people.js';
import { money, personField, source } from './schema-shared.js';

const category = z.string().check(z.minLength(1), z.maxLength(100));

const byCategory = {
  by: field(name, 'Column of people with the category, such as the grade.', 'grade'),
  values: field(z.record(category, literal), 'The value of each category.', { G5: '50000', G6: '64000' }),
  currency: z.optional(field(currency, "Currency of amounts; the plan's where none is written.", 'USD')),
};

/** A value, or an override above it: a column, or a table by category. */
function rungs<T>(value: z.ZodMiniType<T>, below: z.ZodMiniType<Ladder<T>>, example: unknown) {
  const otherwise = z.optional(
    field(below, 'What counts where the cell is blank or the category is not listed.', example),
  );
  return z.union([
    value,
    strict({ person: field(name, 'A column of the people file.', 'targetPercent'), otherwise }),
    strict({ ...byCategory, otherwise }),
  ]) as unknown as z.ZodMiniType<Ladder<T>>;
}

/** A ladder of overrides above a value: the most specific of three rungs that is filled counts. */
function ladder<T>(value: z.ZodMiniType<T>, example: unknown): z.ZodMiniType<Ladder<T>> {
  return rungs(value, rungs(value, value as z.ZodMiniType<Ladder<T>>, example), example);
}

const targetAsOf = z.optional(
  field(
    z.enum(['periodEnd']),
    'With prorate: none: the assignment at the end of the period counts. Without it assignments that differ are reported and withheld.',
    'periodEnd',
  ),
);

const shared = {
  prorate: z.optional(prorate),
  asOf: targetAsOf,
  hours: z.optional(
    field(
      z.enum(['share', 'full']),
      'Part-timers: share gives the part of their hours (default for of: salary), full the whole.',
      'share',
    ),
  ),
  source: z.optional(source),
};

const basis = z.union([
  z.enum(['salary']),
  personField,
  strict({
    earnings: field(
      z.array(category).check(z.minLength(1), z.maxLength(200)),
      'Codes of the earnings file that count.',
      ['base', 'overtime'],
    ),
  }),
  strict(byCategory),
]);

/** Target opportunity. */
export const target = z
  .union([
    strict({
      percent: field(
        ladder(literal as z.ZodMiniType<Literal>, '5%') as never,
        'Target percent, the column that holds it, or a ladder of overrides.',
        '10%',
      ),
      of: field(
        basis,
        'Basis: salary is the yearly salary of the assignment; a person field is an amount earned in the period, never prorated; earnings are rows of the earnings file; by is a yearly amount by category, such as grade midpoints.',
        'salary',
      ),
      salaryAt: z.optional(
        field(
          z.union([z.enum(['periodEnd']), day]),
          'The salary of this day counts for all days; without it that of each assignment.',
          'periodEnd',
        ),
      ),
      ...shared,
    }),
    strict({
      amount: field(
        ladder(money as z.ZodMiniType<MoneyLiteral>, { money: '5000', currency: 'USD' }) as never,
        'Target amount for the whole period, the column that holds it, or a ladder of overrides.',
        { money: '5000', currency: 'USD' },
      ),
      ...shared,
    }),
  ])
  .check(
    z.meta({
      description: 'Target opportunity: the award at exactly target.',
      examples: [{ percent: '10%', of: 'salary', prorate: 'calendarDays' }],
    }),
  );
