import * as z from 'zod';
import { planSchema } from '../plan/schema.js';
import { actualsSchema } from './actuals.js';
import { earningsSchema } from './earnings.js';
import { exceptionsSchema } from './exceptions.js';
import { leaveSchema } from './leave.js';
import { patternOf } from './patterns.js';
import { peopleSchema } from './people.js';

/** A JSON Schema as data. */
export type JsonSchema = Record<string, unknown>;

const NUMBERS = 'Numbers are JSON numbers or texts such as "1200.00", "12.5%" or "2/37".';

const kinds = {
  plan: {
    schema: planSchema,
    title: 'variable-pay plan',
    description: `An incentive plan. ${NUMBERS}`,
  },
  people: {
    schema: peopleSchema,
    title: 'variable-pay people',
    description: `The people of a calculation: a list of records, or an object with the list under people. ${NUMBERS}`,
  },
  actuals: {
    schema: actualsSchema,
    title: 'variable-pay actuals',
    description: `Measured values: a list of records, or an object with the list under actuals. ${NUMBERS}`,
  },
  leave: {
    schema: leaveSchema,
    title: 'variable-pay leave',
    description: 'Leave: a list of records, or an object with the list under leave.',
  },
  earnings: {
    schema: earningsSchema,
    title: 'variable-pay earnings',
    description: `Pay that was earned: a list of records, or an object with the list under earnings. ${NUMBERS}`,
  },
  exceptions: {
    schema: exceptionsSchema,
    title: 'variable-pay exceptions',
    description: `Exceptions: a list of records, or an object with the list under exceptions. ${NUMBERS}`,
  },
};
export type SchemaKind = keyof typeof kinds;
export const schemaKinds = Object.keys(kinds) as SchemaKind[];

/** The drafts that are published: editors know draft 7, validators of services the newer one. */
const drafts = { 'draft-7': '', 'draft-2020-12': '.2020-12' } as const;
export type Draft = keyof typeof drafts;

/** The JSON Schema of a file a person writes. */
export function jsonSchema(kind: SchemaKind, draft: Draft): JsonSchema {
  const { schema, title, description } = kinds[kind];
  const { $schema, ...written } = z.toJSONSchema(schema, {
    target: draft,
    io: 'input',
    override: addPattern,
  });
  const $id = `urn:variable-pay:schema:${kind}:1${drafts[draft].replace('.', ':')}`;
  return { $schema, $id, title, description, ...written };
}

/** Every published file by name, as text. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const files = schemaKinds.flatMap((kind) =>
    (Object.keys(drafts) as Draft[]).map((draft): [string, string] => [
      `${kind}${drafts[draft]}.schema.json`,
      `${JSON.stringify(jsonSchema(kind, draft), null, 2)}\n`,
    ]),
  );
  return new Map(files);
}

/** Writes the pattern where the text stands: numbers may also be JSON numbers, which have none. */
function addPattern({ zodSchema, jsonSchema: node }: Parameters<Override>[0]): void {
  const pattern = patternOf(zodSchema);
  if (pattern === undefined) return;
  const texts = [node, ...(node.anyOf ?? [])].filter((one) => one.type === 'string');
  for (const text of texts) text.pattern = pattern;
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;
