import { expect, test } from 'vitest';
import { decodeWindows1252 } from '../../src/data/windows-1252.js';
import { tableFromBytes } from '../../src/node/index.js';
import { places, utf8 } from './support.js';

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)])));
const read = (data: Uint8Array, encoding?: 'utf-8' | 'windows-1252') =>
  tableFromBytes(data, 'people.csv', 'csv', encoding === undefined ? {} : { encoding });

test('letters of UTF-8 are kept', async () => {
  expect((await read(utf8('id,name\n1,Zoë €œŸ 張\n'))).table.rows).toEqual([{ id: '1', name: 'Zoë €œŸ 張' }]);
});

test('bytes that are not UTF-8 are refused with the line and the advice to declare', async () => {
  const { table, issues } = await read(bytes('id,name\n1,Ana\n2,Jos', 0xe9, '\n'));
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.encoding 3']);
  expect(issues[0]?.message).toBe('Line 3 holds bytes that are not UTF-8');
  expect(issues[0]?.hint).toContain('declare the encoding windows-1252');
});

test('declared windows-1252 is decoded by the fixed table', async () => {
  const data = bytes('id,name\n1,', 0x80, 0x9c, 0x9f, 0xe9, 0x96, 0x92, 0xff, '\n');
  expect((await read(data, 'windows-1252')).table.rows).toEqual([{ id: '1', name: '€œŸé–’ÿ' }]);
});

test('all of windows-1252, against the published table', () => {
  const defined = [...Array(256).keys()].filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte));
  const decoded = decodeWindows1252(new Uint8Array(defined));
  expect('text' in decoded && decoded.text.slice(128, 155)).toBe('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
  expect('text' in decoded && decoded.text.slice(155, 159)).toBe('\u00a0¡¢£');
});

test.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])(
  'the undefined byte %i is refused with its offset',
  async (byte) => {
    const { issues } = await read(bytes('id,name\n1,A', byte, '\n'), 'windows-1252');
    expect(places(issues)).toEqual(['file.encoding 2']);
    expect(issues[0]?.message).toBe(
      `Byte ${byte.toString(16).toUpperCase()} at offset 11 (line 2) means nothing in windows-1252`,
    );
  },
);

test('an undefined byte far into a file is found at its place', () => {
  const data = new Uint8Array(20_000).fill(65);
  data[15_001] = 0x81;
  expect(decodeWindows1252(data)).toEqual({ undefinedAt: 15_001 });
});

test('windows-1252 declared for a file marked as UTF-8 is refused', async () => {
  const { issues } = await read(bytes(0xef, 0xbb, 0xbf, 'id\n1\n'), 'windows-1252');
  expect(places(issues)).toEqual(['file.encoding 1']);
});

test.each([
  ['with its mark', new Uint8Array([0xff, 0xfe, 0x69, 0, 0x64, 0])],
  ['big-endian with its mark', new Uint8Array([0xfe, 0xff, 0, 0x69, 0, 0x64])],
  ['without a mark', new Uint8Array([0x69, 0, 0x64, 0, 0x0a, 0])],
])('UTF-16 %s is refused with advice', async (_, data) => {
  const { table, issues } = await read(data);
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.encoding 1']);
  expect(issues[0]?.hint).toBe('Save it again as "CSV UTF-8", or as an .xlsx workbook');
});
