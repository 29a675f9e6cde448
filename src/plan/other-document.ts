import type * as z from 'zod';
import type { IssueCode } from '../issue/codes.js';
import { type Issue, issue } from '../issue/issue.js';
import { guardDocument } from './guard.js';
import { type Parsed, schemaIssues } from './read-plan.js';

/** A document beside the plan: what its issues are called, and the schema that describes it. */
export interface OtherDocument {
  readonly stage: 'sources' | 'payroll' | 'accrual';
  readonly name: string;
  /** As `variable-pay schema` calls it. */
  readonly schema: string;
}

/** A schema, of zod or of its small form. */
interface DocumentSchema {
  safeParse(
    data: unknown,
  ):
    | { readonly success: true; readonly data: unknown }
    | { readonly success: false; readonly error: { readonly issues: readonly z.core.$ZodIssue[] } };
}

/**
 * Reads unknown data as a document other than a plan: form only. All issues are collected, each with its path.
 *
 * Issues:   <stage>.key.unknown, <stage>.key.missing, <stage>.value.form
 */
export function readOtherDocument(
  data: unknown,
  schema: DocumentSchema,
  told: OtherDocument,
): Parsed<'document', unknown> {
  const guarded = guardDocument(data);
  const refused = (issues: readonly Issue[]) => ({
    ok: false as const,
    issues: issues.map((one) => inItsWords(one, told)),
  });
  if (guarded.length > 0) return refused(guarded);
  const read = schema.safeParse(data);
  if (!read.success) return refused(schemaIssues(read.error.issues, data));
  return { ok: true, document: JSON.parse(JSON.stringify(read.data)) as unknown, issues: [] };
}

/** Faults of form are told of a plan; here the document is another one. */
function inItsWords(
  { code, message, expected, hint, ...one }: Issue,
  { stage, name, schema }: OtherDocument,
): Issue {
  const codes: Readonly<Partial<Record<IssueCode, IssueCode>>> = {
    'plan.key.unknown': `${stage}.key.unknown`,
    'plan.key.missing': `${stage}.key.missing`,
  };
  return issue({
    ...one,
    code: codes[code] ?? `${stage}.value.form`,
    message: message.replace(/^The plan /, `The ${name} `),
    ...(expected !== undefined && { expected: expected.replace('schema plan', `schema ${schema}`) }),
    ...(hint !== undefined && { hint: hint.replace('schema plan', `schema ${schema}`) }),
  });
}
