import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableFromBytes } from '../../src/node/index.js';
import { readJson } from '../../src/node/json-text.js';
import { places, utf8 } from './support.js';

const json = (text: string) => tableFromBytes(utf8(text), 'people.json', 'json');
const ndjson = (text: string) => tableFromBytes(utf8(text), 'people.ndjson', 'ndjson');

test('a list of objects, nested values kept', async () => {
  const { table, issues } = await json(
    '[{"id":"00123","assignments":[{"target":"1000.00"}]},{"id":"2","n":0.5,"x":null}]',
  );
  expect(table).toEqual({
    file: 'people.json',
    rows: [
      { id: '00123', assignments: [{ target: '1000.00' }] },
      { id: '2', n: 0.5, x: null },
    ],
    numbers: [1, 2],
  });
  expect(issues).toEqual([]);
});

test.each(['people', 'actuals', 'rows'])('a list under %s; other keys are told of', async (key) => {
  const { table, notes } = await json(`{"$schema":"s","asOf":"2026-01-01","${key}":[{"id":"1"}]}`);
  expect(table.rows).toEqual([{ id: '1' }]);
  expect(notes).toEqual(['people.json: not read: "asOf"']);
});

test.each(['{"staff":[]}', '"x"', '7', 'null', '{"people":{}}', '{"people":[],"actuals":[]}'])(
  'anything else is refused: %s',
  async (text) => {
    const { table, issues } = await json(text);
    expect(table.rows).toEqual([]);
    expect(places(issues)).toEqual(['file.syntax']);
  },
);

test('an element that is not an object is named, the others are kept', async () => {
  const { table, issues } = await json('[{"id":"1"},7,["x"],null,{"id":"5"}]');
  expect(table.rows).toEqual([{ id: '1' }, {}, {}, {}, { id: '5' }]);
  expect(table.numbers).toEqual([1, 2, 3, 4, 5]);
  expect(table.faults?.map((one) => one?.at?.row)).toEqual([undefined, 2, 3, 4, undefined]);
  expect(places(issues)).toEqual(['file.syntax 2', 'file.syntax 3', 'file.syntax 4']);
});

test('a number of too many digits is left for the core to refuse', async () => {
  const { table } = await json('[{"salary":123456789012345678}]');
  expect(table.rows).toEqual([{ salary: Number('123456789012345678') }]);
});

test('a key given twice refuses the file, with the place', async () => {
  const { table, issues } = await json('[{"id":"1"},\n {"id":"2","salary":"1",\n  "salary":"2"}]');
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.syntax 3 3']);
  expect(issues[0]?.message).toContain('the key "salary" is given twice');
});

test('a key that names a part of JavaScript is refused', async () => {
  expect(places((await json('[{"__proto__":{"admin":true}}]')).issues)).toEqual(['file.syntax 1 3']);
  expect(places((await json('[{"id":"1","constructor":"x"}]')).issues)).toEqual([
    'file.column.name 1 constructor',
  ]);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test.each([
  ['[{"id":"1"}', 'file.syntax 1 12'],
  ['[{"id":"1"},]', 'file.syntax 1 13'],
  ['[{"id":1,}]', 'file.syntax 1 10'],
  ["[{'id':1}]", 'file.syntax 1 3'],
  ['[{"id":01}]', 'file.syntax 1 8'],
  ['[{"id":1}]\n]', 'file.syntax 2 1'],
  ['[{"a":"x\ny"}]', 'file.syntax 1 7'],
  ['[NaN]', 'file.syntax 1 2'],
  ['', 'file.syntax 1 1'],
])('broken JSON is refused with its place: %j', async (text, place) => {
  expect(places((await json(text)).issues)).toEqual([place]);
});

test('a hundred thousand nested lists are refused, not a crash', async () => {
  expect(places((await json('['.repeat(100_000))).issues)).toEqual(['file.syntax 1 101']);
  expect(places((await ndjson('{"a":'.repeat(100_000))).issues)).toEqual(['file.syntax 1 501']);
});

test('NDJSON: bad lines are named, the others are kept', async () => {
  const { table, issues } = await ndjson('{"id":"1"}\r\n\n{"id":\n7\n{"id":"5"}\n{"id":"6","id":"7"}');
  expect(table.rows).toEqual([{ id: '1' }, {}, {}, { id: '5' }, {}]);
  expect(table.numbers).toEqual([1, 3, 4, 5, 6]);
  expect(places(issues)).toEqual(['file.syntax 3 7', 'file.syntax 4', 'file.syntax 6 11']);
});

test('the strict reader agrees with JSON.parse on whatever both accept', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'));
      for (const text of [JSON.stringify(value), JSON.stringify(value, null, '\t')]) {
        expect(readJson(text, { numbers: 'number' })).toEqual({ value: JSON.parse(text) });
      }
    }),
    { seed: 1 },
  );
});

test('the strict reader refuses what JSON.parse refuses, and nothing else but repeated keys', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'null',
    'true',
    ' ',
    '\\',
    '"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const text = parts.join('');
      const read = readJson(text, { numbers: 'number' });
      if ('fault' in read && read.fault.message.endsWith('given twice')) return;
      let accepted = true;
      try {
        JSON.parse(text);
      } catch {
        accepted = false;
      }
      expect('value' in read).toBe(accepted);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});
