import { expect, test } from 'vitest';
import { tableFromBytes } from '../../src/node/index.js';
import { columnLetters } from '../../src/node/table-from-grid.js';
import { csv, places, utf8 } from './support.js';

test('every cell stays the text written', async () => {
  const { table, issues, notes } = await csv('id,salary,hired,active\n00123,1200.50,2026-03-01,true\n');
  expect(table).toEqual({
    file: 'people.csv',
    rows: [{ id: '00123', salary: '1200.50', hired: '2026-03-01', active: 'true' }],
    numbers: [2],
  });
  expect(issues).toEqual([]);
  expect(notes).toEqual([]);
});

test('a byte order mark is not part of the first name', async () => {
  const { table } = await csv('\ufeffid,name\n1,Ana\n');
  expect(table.rows).toEqual([{ id: '1', name: 'Ana' }]);
});

test('cells are not trimmed, names are', async () => {
  const { table } = await csv(' id ,\u00a0name\n 1 , Ana \n');
  expect(table.rows).toEqual([{ id: ' 1 ', name: ' Ana ' }]);
});

test('quoted cells hold delimiters, quotes and line breaks, and rows keep their numbers', async () => {
  const { table } = await csv('id,note\r\n1,"a, ""b""\r\nc"\r\n2,d\r\n');
  expect(table.rows).toEqual([
    { id: '1', note: 'a, "b"\r\nc' },
    { id: '2', note: 'd' },
  ]);
  expect(table.numbers).toEqual([2, 3]);
});

test('mixed line ends, the last one missing', async () => {
  const { table } = await csv('id\r\n1\n2\r3');
  expect(table.rows.map((row) => row['id'])).toEqual(['1', '2', '3']);
});

test('blank rows are skipped but counted', async () => {
  const { table, issues } = await csv('\n\nid,name\n\n1,Ana\n,\n  \n2,Bo\n\n');
  expect(table.rows).toEqual([
    { id: '1', name: 'Ana' },
    { id: '2', name: 'Bo' },
  ]);
  expect(table.numbers).toEqual([5, 8]);
  expect(issues).toEqual([]);
});

test.each([
  [';', 'id;salary\n1;12,5\n', 'people.csv: cells are separated by a semicolon, as the header line shows'],
  ['tab', 'id\tsalary\n1\t12,5\n', 'people.csv: cells are separated by a tab, as the header line shows'],
])('the delimiter %s is found from the header line and reported', async (_, text, note) => {
  const { table, notes } = await csv(text);
  expect(table.rows).toEqual([{ id: '1', salary: '12,5' }]);
  expect(notes).toEqual([note]);
});

test('delimiters in quotes, or below the header, do not count', async () => {
  const { table } = await csv('id,"a;b;c;d"\n1,"x;y"\n2;;;;;;,z\n');
  expect(table.rows).toEqual([
    { id: '1', 'a;b;c;d': 'x;y' },
    { id: '2;;;;;;', 'a;b;c;d': 'z' },
  ]);
});

test('a delimiter that is given is used and needs no note', async () => {
  const { table, notes } = await csv('id;a,b,c\n1;2\n', { delimiter: ';' });
  expect(table.rows).toEqual([{ id: '1', 'a,b,c': '2' }]);
  expect(notes).toEqual([]);
});

test('TSV is separated by tabs', async () => {
  const { table, notes } = await tableFromBytes(utf8('id\tname, full\n1\tAna\n'), 'people.tsv', 'tsv');
  expect(table.rows).toEqual([{ id: '1', 'name, full': 'Ana' }]);
  expect(notes).toEqual([]);
});

test('cells that a row does not have are absent; empty ones are empty', async () => {
  const { table, issues } = await csv('id,a,b\n1\n2,,\n');
  expect(table.rows).toEqual([{ id: '1' }, { id: '2', a: '', b: '' }]);
  expect(issues).toEqual([]);
});

test('trailing empty cells are tolerated', async () => {
  const { table, issues } = await csv('id,name,,\n1,Ana,,,, \n');
  expect(table.rows).toEqual([{ id: '1', name: 'Ana' }]);
  expect(issues).toEqual([]);
});

test('a row wider than the header is named, marked and kept, so that nobody is lost', async () => {
  const { table, issues } = await csv('id,salary\n1,100\n2,1,200\n3,300\n');
  expect(table.rows.map((row) => row['id'])).toEqual(['1', '2', '3']);
  expect(table.numbers).toEqual([2, 3, 4]);
  expect(table.faults?.map((one) => one?.code)).toEqual([undefined, 'file.row.width', undefined]);
  expect(places(issues)).toEqual(['file.row.width 3']);
  expect(issues[0]?.path).toEqual([]);
  expect(issues[0]?.message).toBe('Row 3 has 3 cells, but the header has 2 columns; the row was not read');
});

test('two columns of one name: no rows', async () => {
  const { table, issues } = await csv('id,salary, salary,id\n1,2,3,4\n');
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.column.duplicate 1 id', 'file.column.duplicate 1 salary']);
  expect(issues[1]?.message).toBe('The columns B and C are all named "salary", so no row was read');
});

test('a column with values and no name is left out and named once', async () => {
  const { table, issues } = await csv('id,,name\n1,x,Ana\n2,y,Bo\n');
  expect(table.rows).toEqual([
    { id: '1', name: 'Ana' },
    { id: '2', name: 'Bo' },
  ]);
  expect(places(issues)).toEqual(['file.column.name 1 B']);
});

test.each(['__proto__', 'constructor', 'prototype'])('a column named %s is refused', async (name) => {
  const { table, issues } = await csv(`id,${name}\n1,polluted\n`);
  expect(table.rows).toEqual([{ id: '1' }]);
  expect(Object.keys(table.rows[0] ?? {})).toEqual(['id']);
  expect(places(issues)).toEqual([`file.column.name 1 ${name}`]);
});

test.each([
  ['never closed', 'id,name\n1,Ana\n2,"Bo\n3,Cy\n', 3, 'a quote is opened and never closed'],
  ['followed by text', 'id,name\n"a\nb",x\n2,"B"o\n', 3, 'text follows a closing quote'],
  ['inside a cell', 'id,name\n\n1,6" nail\n', 3, 'a quote stands inside a cell that is not quoted'],
])('a quote %s: no rows, and the row is named', async (_, text, row, reason) => {
  const { table, issues } = await csv(text);
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual([`file.syntax ${row}`]);
  expect(issues[0]?.message).toBe(`Row ${row} is not valid CSV: ${reason}; no row was read`);
});

test.each(['', '\n\n', ' , ,\n'])('a file without a header is refused: %j', async (text) => {
  const { table, issues } = await csv(text);
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.syntax 1']);
});

test('a header alone is a table without rows', async () => {
  const { table, issues } = await csv('id,name\n');
  expect(table.rows).toEqual([]);
  expect(issues).toEqual([]);
});

test('a header of a hundred thousand names does not take long', async () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `c${index}`);
  const { table } = await csv(`${names.join(',')}\n1\n`);
  expect(table.rows).toEqual([{ c0: '1' }]);
});

test('columns are lettered as a spreadsheet letters them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
