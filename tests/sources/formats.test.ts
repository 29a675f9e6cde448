import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { tableFromBytes } from '../../src/node/index.js';
import { readSources } from '../../src/sources/index.js';
import { scores } from './support.js';

const HEADER = ['id', 'score', 'team', 'on', 'finished'] as const;
const ROWS = [
  ['001', 10, 'North', '2026-02-01T09:30:00', true],
  ['002', 8, 'North', '2026-02-01T23:59:59', true],
  ['003', 3, 'South', '2026-12-31T00:00:01', true],
  ['004', 9, 'South', '2025-12-31T23:59:59', true],
  ['005', 9, 'South', '2026-03-01T10:00:00', false],
  ['002', 8, 'North', '2026-02-01T23:59:59', true],
] as const;

const text = (value: unknown) => new TextEncoder().encode(String(value));
const moment = (iso: string) => ({
  value: new Date(`${iso}Z`),
  type: Date,
  format: 'yyyy-mm-dd hh:mm:ss',
});

const files = {
  'data.csv': async () => text([HEADER, ...ROWS].map((row) => row.join(',')).join('\n')),
  'data.json': async () =>
    text(JSON.stringify(ROWS.map((row) => Object.fromEntries(row.map((cell, at) => [HEADER[at], cell]))))),
  'data.ndjson': async () =>
    text(
      ROWS.map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [HEADER[at], cell])))).join(
        '\n',
      ),
    ),
  'data.xlsx': async () =>
    await writeXlsxFile([
      [...HEADER],
      ...ROWS.map(([id, score, team, on, finished]) => [id, score, team, moment(on), finished]),
    ]).toBuffer(),
};

const FORMATS = {
  'data.csv': 'csv',
  'data.json': 'json',
  'data.ndjson': 'ndjson',
  'data.xlsx': 'xlsx',
} as const;

test.each(Object.keys(files) as (keyof typeof files)[])('%s gives the same rows', async (file) => {
  const { table, issues } = await tableFromBytes(await files[file](), file, FORMATS[file]);
  expect(issues).toEqual([]);
  const source = scores({
    file,
    columns: { id: 'id', score: 'score', group: 'team', day: 'on' },
    where: { finished: ['true'] },
    from: '2026-01-01',
    until: '2026-12-31',
  });
  // A decimal comma declared for text files does not touch the others.
  const read = readSources({ sources: [source] }, { [file]: table }, { decimal: ',' });
  const same = { metric: 'recommendation', kind: 'nps', value: '', status: 'final' };
  expect(read.rows).toEqual([
    { ...same, promoters: '1', passives: '1', detractors: '1', tens: '1', responses: '3' },
    { ...same, group: 'North', promoters: '1', passives: '1', detractors: '0', tens: '1', responses: '2' },
    { ...same, group: 'South', promoters: '0', passives: '0', detractors: '1', tens: '0', responses: '1' },
  ]);
  expect(read.tallies[0]).toMatchObject({ rows: 6, counted: 3, filtered: 1, outside: 1, duplicates: 1 });
});

test('values of a text file with decimal commas, and of a workbook beside it', async () => {
  const csv = await tableFromBytes(text('customer;start;end\nc1;1.000,50;500,25'), 'a.csv', 'csv');
  const bytes = await writeXlsxFile([
    ['customer', 'start', 'end'],
    ['c1', 1000.5, 500.25],
  ]).toBuffer();
  const xlsx = await tableFromBytes(bytes, 'a.xlsx', 'xlsx');
  const source = { counts: 'netRevenueRetention', status: 'final', decimal: ',' };
  const columns = { customer: 'customer', start: 'start', end: 'end' };
  const read = readSources(
    {
      sources: [
        { ...source, columns, metric: 'a', file: 'a.csv' },
        { ...source, columns, metric: 'b', file: 'a.xlsx' },
      ],
    },
    { 'a.csv': csv.table, 'a.xlsx': xlsx.table },
  );
  expect(read.rows.map((row) => [row['metric'], row['value']])).toEqual([
    ['a', '1/2'],
    ['b', '1/2'],
  ]);
});
