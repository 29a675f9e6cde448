import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { type Draft, jsonSchema, type SchemaKind } from '../../src/schemas/published.js';
import type { Writing } from '../support/base.js';

export const drafts: readonly Draft[] = ['draft-7', 'draft-2020-12'];

/** Strict in everything but union types: a cell is text, a number or null. */
const options: Options = { strict: true, allowUnionTypes: true, allErrors: true };

/** A validator of a draft. */
export function validatorOf(draft: Draft) {
  return draft === 'draft-7' ? new Ajv(options) : new Ajv2020(options);
}

/** What both drafts say of a document; they must say the same. */
export function accepts(kind: SchemaKind): (document: unknown) => boolean {
  const both = drafts.map((draft) => validatorOf(draft).compile(jsonSchema(kind, draft)));
  return (document) => {
    const [first, second] = both.map((validate) => validate(document));
    expect(second).toBe(first);
    return first === true;
  };
}

/** What a schema has against a document, a line each: nothing where it is as it should be. */
export function faultsOf(kind: SchemaKind): (document: unknown) => string[] {
  const both = drafts.map((draft) => validatorOf(draft).compile(jsonSchema(kind, draft)));
  return (document) =>
    both.flatMap((validate) =>
      validate(document) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`),
    );
}

/** Data as a file gives them back. */
export const file = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

/** Keys and list positions from the root. */
export type Place = readonly (string | number)[];

/** The places of all values in JSON data. */
export function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** A copy of JSON data in which the value of one place is another one. */
export function withValue(json: unknown, place: Place, value: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  const copy = (Array.isArray(json) ? [...json] : { ...(json as Writing) }) as Writing;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}
