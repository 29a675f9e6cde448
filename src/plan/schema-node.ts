import * as z from 'zod/mini';
import { quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { field, literal, strict, text } from './fields.js';
import type { Formula } from './formula.js';

const nodeSchemas = new Map<string, z.ZodMiniType>();

/**
 * A schema that holds formulas, told which nodes there are: nodes hold formulas themselves, so they are told to them
 * afterwards, by name.
 */
export function knowing<T>(nodes: Readonly<Record<string, z.ZodMiniType>>, schema: T): T {
  for (const [key, node] of Object.entries(nodes)) nodeSchemas.set(key, node);
  return schema;
}

/**
 * A formula: a number, or a node that is known by its one naming key. The key is looked up, never a union tried, so
 * that a misspelt key or a wrong option is named where it stands, however deep.
 */
export const formula = z.unknown().check((context) => {
  if (context.value === undefined) {
    context.issues.push({ code: 'invalid_type', expected: 'a formula' as never, input: undefined });
    return;
  }
  const found = schemaOf(context.value);
  if (typeof found === 'string') {
    context.issues.push({
      code: 'custom',
      message: found,
      input: context.value,
      params: { code: 'plan.node.form', expected: EXPECTED, hint: hintOf(context.value) },
    });
    return;
  }
  const read = found.safeParse(context.value);
  if (!read.success)
    for (const one of read.error.issues) context.issues.push({ ...one, input: context.value } as never);
}) as unknown as z.ZodMiniType<Formula>;

const EXPECTED = 'a number such as 50%, or an object with one of the keys that name a node';

/** The schema a value is meant to have, or in words why there is none. */
function schemaOf(value: unknown): z.ZodMiniType | string {
  if (typeof value === 'string' || typeof value === 'number') return literal as unknown as z.ZodMiniType;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'This is not a formula';
  const naming = Object.keys(value).filter((key) => nodeSchemas.has(key));
  if (naming.length > 1) return `${naming.join(' and ')} each name a node, and a node has one name`;
  const keys = Object.keys(value).map((key) => key.slice(0, 40));
  return nodeSchemas.get(naming[0] ?? '') ?? `None of the keys ${keys.slice(0, 8).join(', ')} names a node`;
}

/** What the writer may have meant. */
function hintOf(value: unknown): string {
  const known = [...nodeSchemas.keys()];
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.filter((key) => known.includes(key)).length > 1)
    return 'Put one node inside the other, or in a list';
  const options = new Set([...nodeSchemas.values()].flatMap(optionsOf));
  const strange = keys.filter((key) => !options.has(key));
  const near = strange.map((key) => nearest(key, known)).find((one) => one !== undefined);
  return near === undefined ? `Nodes are ${known.join(', ')}` : `Did you mean ${quote(near)}?`;
}

/** The options of a node, which name no node themselves. */
function optionsOf(schema: z.ZodMiniType): string[] {
  return Object.keys((schema._zod.def as { readonly shape?: object }).shape ?? {}).filter(
    (key) => !nodeSchemas.has(key),
  );
}

const labels = {
  name: z.optional(field(text, 'Name shown in explanations.', 'corporate result')),
  source: z.optional(field(text, 'Clause of the plan document that this part renders.', 'Section 4.2')),
};

const comparators = {
  atLeast: z.optional(
    field(formula, 'With it the value is a condition: it holds at this value or above.', '90%'),
  ),
  moreThan: z.optional(field(formula, 'A condition: holds above this value.', '0')),
  atMost: z.optional(field(formula, 'A condition: holds at this value or below.', '5%')),
  lessThan: z.optional(field(formula, 'A condition: holds below this value.', '5%')),
  within: z.optional(
    field(
      z.array(formula).check(z.minLength(2), z.maxLength(2)),
      'A condition: holds from the first to the second value, both included.',
      ['90%', '110%'],
    ),
  ),
  is: z.optional(
    field(
      z.union([z.string().check(z.minLength(1), z.maxLength(100)), z.boolean()]),
      'A condition: holds when a field has this text; true and false are for fields of kind yesNo.',
      'ceo',
    ),
  ),
};

/** The schema of a condition put together from others. */
export function conditionNode<Shape extends z.core.$ZodShape>(shape: Shape) {
  return strict({ ...shape, ...labels });
}

/** The schema of a value; with a comparator it is a condition. */
export function valueNode<Shape extends z.core.$ZodShape>(shape: Shape) {
  return strict({ ...shape, ...labels, ...comparators });
}

/** Whether more of what is read is better. */
export const direction = z.optional(
  field(
    z.enum(['higher', 'lower']),
    'Whether higher or lower is better; a metric says it by itself.',
    'higher',
  ),
);

/** A list of formulas. */
export const formulas = z.array(formula).check(z.minLength(1), z.maxLength(200));

/** What a part of a weighted node or a point may carry for its reader. */
export { labels };
