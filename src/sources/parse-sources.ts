import { readOther } from '../plan/other-document.js';
import type { Parsed } from '../plan/read-plan.js';
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
  const read = readOther<SourcesDocument>('sources', sourcesSchema, data);
  if (!read.ok) return read;
  const sources = read.document;
  const issues = sources.sources.flatMap((source, index) => settleSource(source, index).issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, sources, issues: [] };
}
