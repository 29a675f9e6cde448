/**
 * Customer data as tools export it, counted into rows of the actuals file. In an entry of its own, as many plans are
 * fed with values somebody else counted.
 */
export type * from './document.js';
export type { Tally } from './fact.js';
export type { SourceRow } from './group-rows.js';
export { type Layout, layouts } from './layouts.js';
export { parseSources } from './parse-sources.js';
export { readSources, type SourcesOptions, type SourcesReading, type Tables } from './read-sources.js';
