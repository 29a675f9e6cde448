import * as z from 'zod';
import { currency, day, field, literal } from '../plan/fields.js';

/** Files made by programs write an empty cell as '' or null; both read as absent. */
const blank = [z.literal(''), z.null()] as const;

/** A cell that may be left blank. */
export const dayCell = z.union([day, ...blank]);
export const currencyCell = z.union([currency, ...blank]);
export const numberCell = z.union([literal, ...blank]);
export const textCell = z.union([z.string(), z.number(), z.null()]);

/** The id of a person. */
export const personId = z.union([z.string().min(1), z.number()]);

/** A cell nobody knows the meaning of until a plan reads it. */
export const anyCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The address an editor finds its schema by, at the head of a file. */
export function schemaAddress(file: string) {
  const address = `./node_modules/variable-pay/schema/${file}.schema.json`;
  return field(z.string(), 'Address of this schema, for editors.', address).optional();
}
