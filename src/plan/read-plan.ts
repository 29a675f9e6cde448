import type * as z from 'zod';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { PlanDocument } from './document.js';
import type { Refusal } from './fields.js';
import { guardDocument } from './guard.js';
import { planSchema } from './schema.js';

/** A value, or every issue that kept it from being one. */
export type Parsed<Key extends string, T> =
  | ({ readonly ok: true; readonly issues: readonly Issue[] } & { readonly [K in Key]: T })
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads unknown data as a plan document: form only, the meaning is checked afterwards. All issues are
 * collected, each with its path.
 *
 * Issues:   plan.depth, plan.size, plan.key.*, plan.value.*, plan.number.form, plan.date.form,
 *           plan.currency.unknown, plan.name.form
 */
export function readPlanDocument(data: unknown): Parsed<'document', PlanDocument> {
  const guarded = guardDocument(data);
  if (guarded.length > 0) return { ok: false, issues: guarded };
  const read = planSchema.safeParse(data);
  // Plain data of its own: an object that stands in two places, as YAML anchors give it, has a place for each.
  if (read.success)
    return { ok: true, document: JSON.parse(JSON.stringify(read.data)) as PlanDocument, issues: [] };
  return { ok: false, issues: schemaIssues(read.error.issues, data) };
}

type Raised = z.core.$ZodIssue;

/** What a schema found in a document, as issues with the place, what belongs there and what to do. */
export function schemaIssues(found: readonly Raised[], data: unknown): Issue[] {
  return found.flatMap((raised) => translate(raised, [], data));
}

/** An issue of the schema in our words, below `base`; `root` is the document, or the key when a key is at fault. */
function translate(raised: Raised, base: Path, root: unknown): Issue[] {
  const path = [...base, ...(raised.path as Path)];
  if (raised.code === 'invalid_union') return translateUnion(raised, path, root);
  if (raised.code === 'unrecognized_keys')
    return raised.keys.map((key) => unknownKey(key, raised.message, path));
  if (raised.code === 'invalid_key')
    return raised.issues.flatMap((inner) => translate({ ...inner, path: [] }, path, path.at(-1)));
  if (raised.code === 'custom' && raised.params)
    return [refused(raised.message, raised.params as unknown as Refusal, path, root)];
  return [wrongValue(raised, path, root)];
}

/** Of several forms, the one the writer meant: the form whose issues lie inside it, not at its root. */
function translateUnion(raised: z.core.$ZodIssueInvalidUnion, path: Path, root: unknown): Issue[] {
  const isObject = typeof valueAt(root, path) === 'object';
  const isOtherForm = ({ path: at, code }: Raised) =>
    at.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && isObject));
  const inside = raised.errors.filter((issues) => !issues.some(isOtherForm));
  const meant = [...inside].sort((a, b) => badness(a) - badness(b))[0];
  if (meant) return meant.flatMap((inner) => translate(inner, path, root));
  const expected = raised.errors.map((issues) => expectedOf(issues[0])).filter(Boolean);
  const value = valueAt(root, path);
  return [typeIssue(path, value, [...new Set(expected)].join(' or '))];
}

/** Among forms of one type, a missing or unknown key weighs more than a wrong value. */
function badness(issues: readonly Raised[]): number {
  return issues.reduce(
    (sum, one) =>
      sum + (one.code === 'unrecognized_keys' ? 3 * one.keys.length : one.code === 'invalid_type' ? 2 : 1),
    0,
  );
}

function expectedOf(raised: Raised | undefined): string {
  if (raised?.code === 'custom') return (raised.params as unknown as Refusal | undefined)?.expected ?? '';
  if (raised?.code === 'invalid_value') return raised.values.map((value) => JSON.stringify(value)).join(', ');
  return raised?.code === 'invalid_type' ? kindName(raised.expected) : '';
}

function kindName(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    array: 'a list',
    tuple: 'a list',
    object: 'an object with keys',
    record: 'an object with keys',
    number: 'a number',
    boolean: 'true or false',
  };
  return names[expected] ?? expected;
}

function wrongValue(raised: Raised, path: Path, root: unknown): Issue {
  const value = valueAt(root, path);
  if (raised.code === 'invalid_type' && value === undefined)
    return missingKey(path, kindName(raised.expected));
  if (raised.code === 'invalid_value') return notAnOption(path, value, raised.values);
  if (raised.code === 'invalid_type') return typeIssue(path, value, kindName(raised.expected));
  return issue({
    code: 'plan.value.size',
    path,
    message: `${quote(value)} has the wrong size`,
    expected: sizeOf(raised),
    hint: 'Shorten or complete it',
  });
}

function sizeOf(raised: Raised): string {
  if (raised.code === 'too_small')
    return `at least ${raised.minimum} ${raised.origin === 'string' ? 'letters' : 'entries'}`;
  if (raised.code === 'too_big')
    return `at most ${raised.maximum} ${raised.origin === 'string' ? 'letters' : 'entries'}`;
  return 'the form the schema describes: variable-pay schema plan';
}

function typeIssue(path: Path, value: unknown, expected: string): Issue {
  if (value === undefined) return missingKey(path, expected);
  return issue({
    code: 'plan.value.type',
    path,
    message: `${quote(value)} is not what belongs here`,
    expected,
    hint: 'Compare with the schema: variable-pay schema plan',
  });
}

function missingKey(path: Path, expected: string): Issue {
  return issue({
    code: 'plan.key.missing',
    path,
    message: `The key ${quote(path.at(-1))} is missing`,
    expected,
    hint: 'Add it; nothing is assumed',
  });
}

function notAnOption(path: Path, value: unknown, options: readonly unknown[]): Issue {
  if (value === undefined) return missingKey(path, `one of ${options.join(', ')}`);
  const near = typeof value === 'string' ? nearest(value, options.map(String)) : undefined;
  return issue({
    code: 'plan.value.option',
    path,
    message: `${quote(value)} is not one of the words that belong here`,
    expected: `one of ${options.join(', ')}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Choose one of them',
  });
}

function unknownKey(key: string, known: string, path: Path): Issue {
  const near = nearest(key, known.split(', '));
  return issue({
    code: 'plan.key.unknown',
    path: [...path, key],
    message: `The key ${quote(key)} is not known here`,
    expected: `one of ${known}`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Remove it; unknown keys are never ignored',
  });
}

function refused(message: string, refusal: Refusal, path: Path, root: unknown): Issue {
  const value = typeof root === 'string' ? root : valueAt(root, path);
  const isWhole = value === undefined || refusal.code === 'plan.formula.place';
  return issue({
    code: refusal.code,
    path,
    message: isWhole ? message : `${message}: ${quote(value)}`,
    expected: refusal.expected,
    hint: refusal.hint,
  });
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}
