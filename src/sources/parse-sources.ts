import type { IssueCode } from '../issue/codes.js';
import { type Issue, issue } from '../issue/issue.js';
import { guardDocument } from '../plan/guard.js';
import { type Parsed, schemaIssues } from '../plan/read-plan.js';
import type { SourcesDocument } from './document.js';
import { sourcesSchema } from './schema.js';
import { settleSource } from './source.js';

/**
 * Reads unknown data as a sources document, and checks that each source says what its counting needs. All issues
 * are collected, each with its path.
 *
 * Issues:   sources.key.*, sources.value.form, sources.shape.form, sources.columns.form, sources.scale.form,
 *           sources.dates.form
 * @example  parseSources({ sources: [{ metric: 'nps', file: 'a.csv', layout: 'delighted', counts: 'nps', status: 'final' }] }).ok // true
 */
export function parseSources(data: unknown): Parsed<'sources', SourcesDocument> {
  const guarded = guardDocument(data);
  if (guarded.length > 0) return { ok: false, issues: guarded.map(inOurWords) };
  const read = sourcesSchema.safeParse(data);
  if (!read.success) return { ok: false, issues: schemaIssues(read.error.issues, data).map(inOurWords) };
  const sources = JSON.parse(JSON.stringify(read.data)) as SourcesDocument;
  const issues = sources.sources.flatMap((source, index) => settleSource(source, index).issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, sources, issues: [] };
}

/** Faults of form are told of a plan; here the document is another one. */
const CODES: Readonly<Partial<Record<IssueCode, IssueCode>>> = {
  'plan.key.unknown': 'sources.key.unknown',
  'plan.key.missing': 'sources.key.missing',
};

function inOurWords({ code, message, hint, ...one }: Issue): Issue {
  return issue({
    ...one,
    code: CODES[code] ?? 'sources.value.form',
    message: message.replace(/^The plan /, 'The document '),
    ...(hint !== undefined && { hint: hint.replace('schema plan', 'schema sources') }),
  });
}
