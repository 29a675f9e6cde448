import * as z from 'zod/mini';
import { isCurrency } from '../num/currency.js';
import { isNumber, type Literal, literalAdvice, readLiteral } from '../num/literal.js';
import { ONE, sign } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import { isDay } from '../time/day.js';

/** A field with the words and the example that editors show. */
export function field<S extends Describable>(schema: S, description: string, example: unknown): S {
  return schema.check(z.meta({ description, examples: [example] }) as never) as S;
}

/** Any schema, of zod or of its small form. */
type Describable = z.core.$ZodType & { check(...checks: never[]): unknown };

/** What a refused value carries beside its message; `read-plan` turns it into an issue. */
export interface Refusal {
  readonly code:
    | 'plan.number.form'
    | 'plan.date.form'
    | 'plan.currency.unknown'
    | 'plan.name.form'
    | 'plan.node.form'
    | 'plan.key.missing'
    | 'plan.formula.place';
  readonly expected: string;
  readonly hint: string;
}

/** An object whose unknown keys are refused, naming the keys it knows. */
export function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (raised) => (raised.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}

function refuse<T>(context: z.core.$RefinementCtx<T>, message: string, refusal: Refusal): void {
  context.addIssue({ code: 'custom', message, params: { ...refusal } });
}

/** A number or its text, read exactly: `50%`, `0.5`, `1/2`. */
export const literal = z.union([z.string().check(z.maxLength(40)), z.number()]).check(
  z.superRefine((raw, context) => {
    const read = readLiteral(raw);
    if (isNumber(read)) return;
    const expected = 'a number such as 12.5%, 1200.00 or 2/37';
    refuse(context, 'This is not a number', {
      code: 'plan.number.form',
      expected,
      hint: literalAdvice[read.fault],
    });
  }),
);

/** Two numbers; typed as the pair that the lengths make it. */
export const pair = z.array(literal).check(z.minLength(2), z.maxLength(2)) as unknown as z.ZodMiniType<
  readonly [Literal, Literal]
>;

/** A whole number of at least 1. */
export const wholeNumber = literal.check(
  z.superRefine((raw, context) => {
    const read = readLiteral(raw);
    if (!isNumber(read) || (sign(read.value) > 0 && !read.percent && isMultipleOf(read.value, ONE))) return;
    refuse(context, 'This is not a whole number', {
      code: 'plan.number.form',
      expected: 'a whole number of at least 1, such as 90',
      hint: 'Write digits only',
    });
  }),
);

/** A civil date. */
export const day = z.string().check(
  z.superRefine((text, context) => {
    if (isDay(text)) return;
    refuse(context, 'This day does not exist', {
      code: 'plan.date.form',
      expected: 'a day of the years 1900 to 2199 as YYYY-MM-DD, such as 2026-12-31',
      hint: 'Write year, month and day in this order, with two digits for month and day',
    });
  }),
);

/** A currency of ISO 4217. */
export const currency = z.string().check(
  z.superRefine((code, context) => {
    if (isCurrency(code)) return;
    refuse(context, 'This is not a currency code', {
      code: 'plan.currency.unknown',
      expected: 'a code of ISO 4217, such as EUR',
      hint: 'Write the three capital letters',
    });
  }),
);

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const RESERVED = new Set(['constructor', 'prototype', 'company']);

/** The name of a metric or field: it stands in files as a column or value, so it is kept plain. */
export const name = z.string().check(
  z.superRefine((text, context) => {
    if (NAME.test(text) && !RESERVED.has(text)) return;
    refuse(context, 'This cannot be a name', {
      code: 'plan.name.form',
      expected: 'a letter, then letters, digits, - or _ (64 at most)',
      hint: RESERVED.has(text)
        ? 'This word is reserved; choose another'
        : 'Choose a name such as revenue or customer-retention',
    });
  }),
);

const IDENTITY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The id of a plan: it stands in file names and pay lines. */
export const identity = z.string().check(
  z.superRefine((text, context) => {
    if (IDENTITY.test(text)) return;
    refuse(context, 'This cannot be the id of a plan', {
      code: 'plan.name.form',
      expected: 'letters, digits, dots, - or _ (64 at most), beginning with a letter or digit',
      hint: 'Choose an id such as customer-incentive-2026 and put the words in title',
    });
  }),
);

/** Text for people. */
export const text = z.string().check(z.minLength(1), z.maxLength(500));

/** A truth value; YAML readers may give it as text. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false'])]);
