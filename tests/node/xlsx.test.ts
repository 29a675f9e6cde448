import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { unzip } from '../../src/node/unzip.js';
import { zip } from '../../src/node/zip.js';
import { places, utf8, workbook, xlsx } from './support.js';

const day = (text: string) => ({ value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' });
const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>pay</t></is></c></row>';

test('a workbook becomes text: ids, numbers, dates and truth values', async () => {
  const bytes = await writeXlsxFile([
    ['id', 'salary', 'hired', 'active', 'note'],
    ['00123', 1234.56, day('2026-03-01'), true, ' a '],
    [124, 4.35, day('1999-12-31'), false, null],
  ]).toBuffer();
  const { table, issues, notes } = await xlsx(bytes);
  expect(issues).toEqual([]);
  expect(notes).toEqual([]);
  expect(table).toEqual({
    file: 'people.xlsx',
    rows: [
      { id: '00123', salary: '1234.56', hired: '2026-03-01', active: 'true', note: ' a ' },
      { id: '124', salary: '4.35', hired: '1999-12-31', active: 'false' },
    ],
    numbers: [2, 3],
  });
});

test('blank rows are skipped but counted, empty cells are absent', async () => {
  const bytes = await writeXlsxFile([[null], ['id', 'pay'], [null, null], ['1', null], [null, 5]]).toBuffer();
  const { table } = await xlsx(bytes);
  expect(table.rows).toEqual([{ id: '1' }, { pay: '5' }]);
  expect(table.numbers).toEqual([4, 5]);
});

test('the first sheet is read and the others are told of; a named one is read when asked for', async () => {
  const bytes = await writeXlsxFile([
    { data: [['id'], ['1']], sheet: 'March' },
    { data: [['id'], ['2']], sheet: 'April' },
  ]).toBuffer();
  const first = await xlsx(bytes);
  expect(first.table.rows).toEqual([{ id: '1' }]);
  expect(first.notes).toEqual(['people.xlsx: the first of 2 sheets was read; name a sheet to read another']);
  const named = await xlsx(bytes, { sheet: 'April' });
  expect(named.table.rows).toEqual([{ id: '2' }]);
  expect(named.notes).toEqual([]);
  const none = await xlsx(bytes, { sheet: 'May' });
  expect(none.table.rows).toEqual([]);
  expect(places(none.issues)).toEqual(['file.syntax']);
  expect(none.issues[0]?.expected).toBe('one of "March", "April"');
});

test('headers of a workbook are checked as those of CSV are', async () => {
  const twice = await xlsx(
    await writeXlsxFile([
      ['id', 'id'],
      ['1', '2'],
    ]).toBuffer(),
  );
  expect(places(twice.issues)).toEqual(['file.column.duplicate 1 id']);
  const nameless = await xlsx(
    await writeXlsxFile([
      ['id', null],
      ['1', 'checked by Ana'],
    ]).toBuffer(),
  );
  expect(places(nameless.issues)).toEqual(['file.column.name 1 B']);
  expect(nameless.table.rows).toEqual([{ id: '1' }]);
  const empty = await xlsx(workbook(''));
  expect(places(empty.issues)).toEqual(['file.syntax 1']);
});

test('numbers are the shortest text and have no exponent', async () => {
  const values = ['4.3499999999999996', '1E-7', '-2.5E-9', '1.5E+21', '1e2', '-0.1', '0'];
  const rows = values.map(
    (value, index) => `<row r="${index + 2}"><c r="B${index + 2}"><v>${value}</v></c></row>`,
  );
  const { table } = await xlsx(workbook(head + rows.join('')));
  expect(table.rows.map((row) => row['pay'])).toEqual([
    '4.35',
    '0.0000001',
    '-0.0000000025',
    '#MORE-THAN-15-DIGITS',
    '100',
    '-0.1',
    '0',
  ]);
});

test('dates come from the serial number; a time of day stays visible and is told of', async () => {
  // 46082 is 1 March 2026 in the 1900 system; .5 is noon; 61 is 1 March 1900.
  const values = ['46082', '46082.5', '46081.999999999', '61', '1', '0.25', '1e300'];
  const rows = values.map(
    (value, index) => `<row r="${index + 2}"><c r="B${index + 2}" s="1"><v>${value}</v></c></row>`,
  );
  const { table, issues, notes } = await xlsx(workbook(head + rows.join('')));
  expect(issues).toEqual([]);
  expect(table.rows.map((row) => row['pay'])).toEqual([
    '2026-03-01',
    '2026-03-01T12:00:00',
    '2026-03-01',
    '1900-03-01',
    '1899-12-31T00:00:00',
    '1899-12-30T06:00:00',
    '#NOT-A-DATE',
  ]);
  expect(notes).toEqual([
    'people.xlsx: 4 cells hold a time of day or a date before March 1900 (B3, B6, B7, ...) and cannot be read as a day',
  ]);
});

test.each(['1', 'true'])('dates of the 1904 system (date1904="%s")', async (flag) => {
  // 44620 days after 1 January 1904 is 1 March 2026.
  const row = '<row r="2"><c r="B2" s="1"><v>44620</v></c></row>';
  const { table } = await xlsx(workbook(head + row, { properties: `<workbookPr date1904="${flag}"/>` }));
  expect(table.rows).toEqual([{ pay: '2026-03-01' }]);
});

test('an error of a formula stays as text, so that its field refuses it', async () => {
  const row = '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="e"><f>VLOOKUP(1,X,2)</f><v>#N/A</v></c></row>';
  const { table } = await xlsx(workbook(head + row));
  expect(table.rows).toEqual([{ id: '7', pay: '#N/A' }]);
});

test('a formula that was never calculated is not an empty cell', async () => {
  const row =
    '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2" s="0" t="n"><f ref="B2:B3" t="shared"/></c></row>' +
    '<row r="3"><c r="A3"><f>6+1</f><v>7</v></c><c r="B3" t="str"><f>""</f><v></v></c></row>';
  const { table } = await xlsx(workbook(head + row));
  expect(table.rows).toEqual([{ id: '#NOT-CALCULATED', pay: '#NOT-CALCULATED' }, { id: '7' }]);
});

test('text in CDATA and around comments is kept', async () => {
  const row = '<row r="2"><c r="A2"><v><![CDATA[12]]></v></c><c r="B2" t="s"><v>0</v></c></row>';
  const strings = '<si><t>R<!-- x -->&amp;<![CDATA[D <b>]]></t></si>';
  const { table } = await xlsx(workbook(head + row, { strings }));
  expect(table.rows).toEqual([{ id: '12', pay: 'R&D <b>' }]);
});

test.each([
  ['a row beyond the last', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'],
  ['a column beyond the last', '<row r="2"><c r="ZZZZZZZ2"><v>1</v></c></row>'],
  ['a column just beyond the last', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
  ['a position in a second attribute', '<row r="2"><c r="A2" x:r="ZZZZZZZ2"><v>1</v></c></row>'],
  ['a position written as an entity', '<row r="2"><c r="&#90;ZZZZZZ2"><v>1</v></c></row>'],
  ['no position', '<row r="2"><c><v>1</v></c></row>'],
  ['a cell that is not closed', '<row r="2"><c r="A2" <v>1</v></c></row>'],
  ['a comment that is not closed', '<!-- <row>'],
  ['an unknown style', '<row r="2"><c r="A2" s="99"><v>1</v></c></row>'],
  ['a number that is none', '<row r="2"><c r="A2"><v>abc</v></c></row>'],
  ['rows out of order', '<row r="9"><c r="A9"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>'],
])('%s is refused, not a crash', async (_, sheet) => {
  const { table, issues } = await xlsx(workbook(head + sheet));
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.syntax']);
});

test('a sheet that spans too many cells is refused by its size', async () => {
  const sheet = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  expect(places((await xlsx(workbook(head + sheet))).issues)).toEqual(['file.size']);
});

test('cells that are only a format do not widen the sheet', async () => {
  const sheet = '<row r="2"><c r="A2"><v>7</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>';
  const { table, issues } = await xlsx(workbook(head + sheet));
  expect(issues).toEqual([]);
  expect(table.rows).toEqual([{ id: '7' }]);
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['text', utf8('id,name\n1,Ana\n')],
  ['a zip of something else', zip([{ name: 'a.txt', bytes: utf8('a') }])],
  ['a zip of nothing', zip([])],
  ['half a workbook', workbook(head).subarray(0, 900)],
  ['the end of a workbook', workbook(head).subarray(200)],
  ['an old or locked workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['a part that is not UTF-8', zip([{ name: 'xl/workbook.xml', bytes: new Uint8Array([0xff, 0xfe, 0x3c]) }])],
])('%s is not a workbook', async (_, bytes) => {
  const { table, issues } = await xlsx(bytes);
  expect(table.rows).toEqual([]);
  expect(places(issues)).toEqual(['file.syntax']);
});

test('a workbook with any one byte changed is read the same, or refused', async () => {
  const whole = workbook(`${head}<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>100</v></c></row>`);
  for (let at = 0; at < whole.length; at += 7) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0x15;
    const { table, issues } = await xlsx(damaged);
    if (issues.length === 0) expect(table.rows).toEqual([{ id: '7', pay: '100' }]);
  }
});

/** A zip of one part, packed, whose listed size and checksum can be made to lie. */
function packed(
  content: Uint8Array,
  listed: { size?: number; checksum?: number; method?: number; flags?: number },
): Buffer {
  const honest = zip([{ name: 'a.xml', bytes: content }]);
  const data = deflateRawSync(content);
  const directoryAt = honest.readUInt32LE(honest.length - 6);
  const directory = Buffer.from(honest.subarray(directoryAt, directoryAt + 51));
  directory.writeUInt16LE(listed.flags ?? 0, 8);
  directory.writeUInt16LE(listed.method ?? 8, 10);
  directory.writeUInt32LE(listed.checksum ?? directory.readUInt32LE(16), 16);
  directory.writeUInt32LE(data.length, 20);
  directory.writeUInt32LE(listed.size ?? content.length, 24);
  const end = Buffer.from(honest.subarray(honest.length - 22));
  end.writeUInt32LE(35 + data.length, 16);
  return Buffer.concat([honest.subarray(0, 35), data, directory, end]);
}

test('packed parts are unpacked and checked', () => {
  const content = utf8('x'.repeat(5000));
  const read = (listed: Parameters<typeof packed>[1]) => unzip(packed(content, listed), 10_000, () => true);
  expect(read({})).toEqual({ entries: [{ name: 'a.xml', bytes: Buffer.from(content) }] });
  expect(read({ size: 10 })).toEqual({ fault: 'syntax', reason: 'its part a.xml is damaged' });
  expect(read({ size: 6000 })).toEqual({ fault: 'syntax', reason: 'its part a.xml is damaged' });
  expect(read({ checksum: 1 })).toEqual({ fault: 'syntax', reason: 'its part a.xml is damaged' });
  expect(read({ method: 99 })).toEqual({
    fault: 'syntax',
    reason: 'its part a.xml is packed in an unknown way',
  });
  expect(read({ flags: 1 })).toEqual({ fault: 'syntax', reason: 'its part a.xml is locked with a password' });
  expect(read({ size: 4_000_000_000 })).toEqual({ fault: 'size', reason: 'it unpacks to too much' });
});

test('a bomb is refused before it is unpacked', async () => {
  const bomb = packed(new Uint8Array(300_000_000), {});
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(places((await xlsx(bomb)).issues)).toEqual(['file.size']);
});

test('two parts of one name are refused', () => {
  const archive = zip([
    { name: 'a.xml', bytes: utf8('1') },
    { name: 'a.xml', bytes: utf8('2') },
  ]);
  expect(unzip(archive, 100, () => true)).toEqual({ fault: 'syntax', reason: 'two parts have one name' });
});
