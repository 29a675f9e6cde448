import * as z from 'zod';
import { accrualSchema } from '../accrual/schema.js';
import { payLayoutSchema } from '../payroll/schema-pay-layout.js';
import { payMapSchema } from '../payroll/schema-pay-map.js';
import { literal } from '../plan/fields.js';
import { planSchema } from '../plan/schema.js';
import { formulaNodes } from '../plan/schema-formula.js';
import { formula } from '../plan/schema-node.js';
import { sourcesSchema } from '../sources/schema.js';
import { actualsSchema } from './actuals.js';
import { comparisonSchema } from './comparison.js';
import { decisionsSchema } from './decisions.js';
import { earningsSchema } from './earnings.js';
import { exceptionsSchema } from './exceptions.js';
import { explanationFileSchema } from './explanation.js';
import { leaveSchema } from './leave.js';
import { patternOf } from './patterns.js';
import { peopleSchema } from './people.js';
import { receiptSchema } from './receipt.js';
import { scenariosSchema } from './scenarios.js';
import { verificationSchema } from './verification.js';

/** A JSON Schema as data. */
export type JsonSchema = Record<string, unknown>;

const NUMBERS = 'Numbers are JSON numbers or texts such as "1200.00", "12.5%" or "2/37".';
const MONEY =
  'Money is text with the decimals of its currency; other exact numbers are text too, "2/37" where decimals do not end.';

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
  decisions: {
    schema: decisionsSchema,
    title: 'variable-pay decisions',
    description: `Decisions of managers, as worksheets have them: a list of records, or an object with the list under decisions. ${NUMBERS}`,
  },
  sources: {
    schema: sourcesSchema,
    title: 'variable-pay sources',
    description: `Where customer data comes from, and what is counted of it into actuals. ${NUMBERS}`,
  },
  'pay-map': {
    schema: payMapSchema,
    title: 'variable-pay pay map',
    description: 'How a run becomes pay: the codes, ids and settings of a payroll.',
  },
  'pay-layout': {
    schema: payLayoutSchema,
    title: 'variable-pay pay layout',
    description: 'How a payroll system reads pay: files, columns, bytes and rules.',
  },
  accrual: {
    schema: accrualSchema,
    title: 'variable-pay accrual',
    description: `How the cost of awards is recognised and booked: share earned, accounts, on-costs. ${NUMBERS}`,
  },
  scenarios: {
    schema: scenariosSchema,
    title: 'variable-pay scenarios',
    description: `What-if questions by name: overlays on actuals, people and plans. ${NUMBERS}`,
  },
  explanation: {
    schema: explanationFileSchema,
    title: 'variable-pay explanation',
    description: `Why an award is what it is: one explanation, or an object with a list of them. ${MONEY}`,
  },
  comparison: {
    schema: comparisonSchema,
    title: 'variable-pay comparison',
    description: `Two runs compared: who moved, by how much, and which inputs brought it. ${MONEY}`,
  },
  verification: {
    schema: verificationSchema,
    title: 'variable-pay verification',
    description: 'A stored result derived once more from its stored inputs, with everything that differs.',
  },
  receipt: {
    schema: receiptSchema,
    title: 'variable-pay receipt',
    description: `What a run was and came to, with fingerprints, to be kept apart from it. ${MONEY}`,
  },
};
export type SchemaKind = keyof typeof kinds;
export const schemaKinds = Object.keys(kinds) as SchemaKind[];

/** The drafts that are published: editors know draft 7, validators of services the newer one. */
const drafts = { 'draft-7': '', 'draft-2020-12': '.2020-12' } as const;
export type Draft = keyof typeof drafts;

/** The JSON Schema of a file a person writes, or the library. */
export function jsonSchema(kind: SchemaKind, draft: Draft): JsonSchema {
  const { schema, title, description } = kinds[kind];
  const { $schema, ...written } = write(schema, draft);
  const $id = `urn:variable-pay:schema:${kind}:1${drafts[draft].replace('.', ':')}`;
  const more = kind === 'plan' ? { oneOf: STATED, [DEFINITIONS[draft]]: formulaDefinitions(draft) } : {};
  return { $schema, $id, title, description, ...written, ...more };
}

const needing = (required: readonly string[]) => ({
  properties: Object.fromEntries(required.map((key) => [key, true])),
  required,
});

/** What is paid is stated once, or by a pool alone; only goals and a payout need a target. */
const STATED = [
  ...[['goals', 'target'], ['payout', 'target'], ['award']].map(needing),
  { ...needing(['pool']), not: { anyOf: ['goals', 'payout', 'award'].map((key) => needing([key])) } },
];

/** Where each draft keeps what is referred to. */
const DEFINITIONS = { 'draft-7': 'definitions', 'draft-2020-12': '$defs' } as const;

function write(schema: z.core.$ZodType, draft: Draft): JsonSchema {
  const override: Override = (context) => {
    addPattern(context);
    referToFormula(context, draft);
  };
  return z.toJSONSchema(schema, { target: draft, io: 'input', override }) as JsonSchema;
}

/** A formula, and each of its nodes by its naming key: they hold each other, so they are written once. */
function formulaDefinitions(draft: Draft): JsonSchema {
  const nodes = Object.entries(formulaNodes).map(([key, schema]) => {
    const { $schema: _draft, ...written } = write(schema, draft);
    return [`node-${key}`, written] as const;
  });
  const { $schema: _draft, ...number } = write(literal, draft);
  const anyOf = [number, ...nodes.map(([name]) => ({ $ref: `#/${DEFINITIONS[draft]}/${name}` }))];
  const formula = { description: 'A number, or a node that is known by its one naming key.', anyOf };
  return { formula, ...Object.fromEntries(nodes) };
}

/** A formula stands as a reference; its words stay beside it. */
function referToFormula({ zodSchema, jsonSchema: node }: Parameters<Override>[0], draft: Draft): void {
  for (let one: z.core.$ZodType | undefined = zodSchema; one; one = one._zod.parent)
    if (one === formula) node.allOf = [{ $ref: `#/${DEFINITIONS[draft]}/formula` }];
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
