import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable, tableFromBytes } from '../../src/node/index.js';
import { folder, places, utf8, workbook } from './support.js';

const FILES: readonly (readonly [string, string])[] = [
  ['people.csv', 'id,name\n00123,Ana\n'],
  ['people.CSV', 'id,name\n00123,Ana\n'],
  ['people.txt', 'id;name\n00123;Ana\n'],
  ['people.tsv', 'id\tname\n00123\tAna\n'],
  ['people.json', '[{"id":"00123","name":"Ana"}]'],
  ['people.ndjson', '{"id":"00123","name":"Ana"}\n'],
  ['people.jsonl', '\ufeff{"id":"00123","name":"Ana"}\n'],
];

test.each(FILES)('%s is read by its name', async (name, text) => {
  const path = join(folder(), name);
  writeFileSync(path, text);
  const { table, issues } = await readTable(path);
  expect(issues).toEqual([]);
  expect(table.file).toBe(path);
  expect(table.rows).toEqual([{ id: '00123', name: 'Ana' }]);
});

test('a workbook is read by its name', async () => {
  const path = join(folder(), 'people.xlsx');
  await writeXlsxFile([['id'], ['00123']]).toFile(path);
  expect((await readTable(path)).table.rows).toEqual([{ id: '00123' }]);
});

test('a format that is given outranks the name', async () => {
  const path = join(folder(), 'people.dat');
  writeFileSync(path, '{"id":"1"}\n');
  expect((await readTable(path, { format: 'ndjson' })).table.rows).toEqual([{ id: '1' }]);
});

test.each(['people.xls', 'people.pdf', 'people', '.csv'])(
  '%s is not of a format that is read',
  async (name) => {
    const { table, issues } = await readTable(name);
    expect(table).toEqual({ file: name, rows: [], numbers: [] });
    expect(places(issues)).toEqual(['file.format']);
  },
);

test('a workbook named as text, and text named as a workbook, are refused', async () => {
  const misnamed = await tableFromBytes(workbook(''), 'people.csv', 'csv');
  expect(places(misnamed.issues)).toEqual(['file.format']);
  const text = await tableFromBytes(utf8('id\n1\n'), 'people.xlsx', 'xlsx');
  expect(places(text.issues)).toEqual(['file.syntax']);
});

test('a file that is missing, a folder, an impossible path', async () => {
  const directory = folder();
  mkdirSync(join(directory, 'folder.csv'));
  for (const path of [join(directory, 'none.csv'), join(directory, 'folder.csv'), 'a\0b.csv']) {
    const { issues } = await readTable(path);
    expect(places(issues)).toEqual(['file.read']);
    expect(issues[0]?.at).toEqual({ file: path });
  }
});

test('a file above 200 MB is refused before it is read', async () => {
  const path = join(folder(), 'large.csv');
  writeFileSync(path, '');
  truncateSync(path, 200_000_001);
  expect(places((await readTable(path)).issues)).toEqual(['file.size']);
});

test('bytes above 200 MB are refused', async () => {
  const { issues } = await tableFromBytes(new Uint8Array(200_000_001), 'large.csv', 'csv');
  expect(places(issues)).toEqual(['file.size']);
});

test.each([
  ['{}', 'id,name\n00123,Ana\n'],
  ["{ format: 'ndjson' }", '{"id":"00123","name":"Ana"}\n'],
])('standard input, with the options %s', (options, input) => {
  const program = `import { readTable } from './src/node/read-table.js';
    readTable('-', ${options}).then(({ table }) => console.log(JSON.stringify(table)));`;
  const arguments_ = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = spawnSync(process.execPath, arguments_, { input, encoding: 'utf8' });
  const numbers = options === '{}' ? [2] : [1];
  expect(JSON.parse(stdout)).toEqual({
    file: 'standard input',
    rows: [{ id: '00123', name: 'Ana' }],
    numbers,
  });
});
