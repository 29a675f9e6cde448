import { expect } from 'vitest';
import { tableFromBytes } from '../../src/node/index.js';
import {
  readSources,
  type SourceRow,
  type SourcesReading,
  type Tables,
  type Tally,
} from '../../src/sources/index.js';
import type { Writing } from '../support/base.js';

/** A CSV text as a table, as the command reads it. */
export async function csv(text: string, file = 'data.csv') {
  const { table, issues } = await tableFromBytes(new TextEncoder().encode(text.trim()), file, 'csv');
  return { ...table, issues };
}

/** A source of scores, as far as a test does not say otherwise. */
export const scores = (more: Writing = {}): Writing => ({
  metric: 'recommendation',
  file: 'data.csv',
  columns: { id: 'id', score: 'score', group: 'team' },
  counts: 'nps',
  status: 'final',
  ...more,
});

/** A source of customers with two values. */
export const customers = (more: Writing = {}): Writing => ({
  metric: 'revenueKept',
  file: 'data.csv',
  layout: 'customers',
  counts: 'netRevenueRetention',
  status: 'final',
  ...more,
});

/** A source of movements, with the values at the start in a file of their own. */
export const movements = (more: Writing = {}): Writing => ({
  metric: 'revenueKept',
  file: 'data.csv',
  columns: { customer: 'customer', day: 'on', kind: 'kind', amount: 'amount' },
  opening: { file: 'opening.csv', columns: { customer: 'customer', value: 'value', group: 'group' } },
  counts: 'netRevenueRetention',
  status: 'final',
  ...more,
});

/** Reads one source. */
export function readOne(source: Writing, tables: Tables): SourcesReading {
  return readSources({ sources: [source] }, tables);
}

/** Rows by their group, without the cells that are the same in all of them. */
export function byGroup(rows: readonly SourceRow[]): Record<string, Writing> {
  return Object.fromEntries(
    rows.map(({ metric: _metric, kind: _kind, status: _status, group = 'company', ...cells }) => [
      group,
      cells,
    ]),
  );
}

/** Codes with row and column, short enough to state by hand. */
export function told({ issues }: Pick<SourcesReading, 'issues'>): string[] {
  return issues.map(({ code, at }) =>
    [code, at?.row, at?.column].filter((part) => part !== undefined).join(' '),
  );
}

/** Every row of a file became something, and one thing only. */
export function expectSum(tally: Tally | undefined): void {
  const { rows, counted, blank, filtered, outside, duplicates, unanswered, faulty } = tally as Tally;
  expect(counted + blank + filtered + outside + duplicates + unanswered + faulty).toBe(rows);
}
