import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { type Draft, jsonSchema, type SchemaKind } from '../../src/schemas/published.js';

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
