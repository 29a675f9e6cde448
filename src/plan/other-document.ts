import type * as z from 'zod/mini';
import { type Issue, issue } from '../issue/issue.js';
import { guardDocument } from './guard.js';
import { type Parsed, schemaIssues } from './read-plan.js';

/** Documents beside the plan: faults of their form have codes of their own, which begin with the name of the schema. */
type OtherDocument = 'sources' | 'accrual';

/** Reads unknown data as a document of a schema: its form only. All issues are collected, each with its path. */
export function readOther<T>(
  kind: OtherDocument,
  schema: z.ZodMiniType,
  data: unknown,
): Parsed<'document', T> {
  const guarded = guardDocument(data);
  if (guarded.length > 0) return { ok: false, issues: guarded.map((one) => inWordsOf(kind, one)) };
  const read = schema.safeParse(data);
  // Plain data of its own: an object that stands in two places, as YAML anchors give it, has a place for each.
  if (read.success) return { ok: true, document: JSON.parse(JSON.stringify(read.data)) as T, issues: [] };
  return { ok: false, issues: schemaIssues(read.error.issues, data).map((one) => inWordsOf(kind, one)) };
}

/** A fault of form, which is told of a plan, told of another document. */
function inWordsOf(kind: OtherDocument, { code, message, hint, ...one }: Issue): Issue {
  const isOfKey = code === 'plan.key.unknown' || code === 'plan.key.missing';
  const fault = code === 'plan.key.unknown' ? 'unknown' : 'missing';
  return issue({
    ...one,
    code: isOfKey ? `${kind}.key.${fault}` : `${kind}.value.form`,
    message: message.replace(/^The plan /, 'The document '),
    ...(hint !== undefined && { hint: hint.replace('schema plan', `schema ${kind}`) }),
  });
}
