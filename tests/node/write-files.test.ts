import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCsv, writeFiles } from '../../src/node/index.js';
import { csv, folder, places } from './support.js';

test('files are written whole, in a folder that is created', async () => {
  const directory = join(folder(), 'a', 'b');
  const issues = await writeFiles(directory, [
    { name: 'awards.csv', content: 'id,é\n' },
    { name: 'raw.bin', content: new Uint8Array([1, 0, 255]) },
  ]);
  expect(issues).toEqual([]);
  expect(readFileSync(join(directory, 'awards.csv'), 'utf8')).toBe('id,é\n');
  expect([...readFileSync(join(directory, 'raw.bin'))]).toEqual([1, 0, 255]);
  expect(readdirSync(directory).sort()).toEqual(['awards.csv', 'raw.bin']);
});

test('older files are replaced, keep their permissions, and leave nothing behind', async () => {
  const directory = folder();
  writeFileSync(join(directory, 'awards.csv'), 'old and longer');
  chmodSync(join(directory, 'awards.csv'), 0o600);
  expect(await writeFiles(directory, [{ name: 'awards.csv', content: 'new' }])).toEqual([]);
  expect(readFileSync(join(directory, 'awards.csv'), 'utf8')).toBe('new');
  expect(statSync(join(directory, 'awards.csv')).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory)).toEqual(['awards.csv']);
});

test('one file that cannot be written: none is, the older ones stay', async () => {
  const directory = folder();
  writeFileSync(join(directory, 'a.csv'), 'old');
  mkdirSync(join(directory, 'c.csv'));
  const issues = await writeFiles(directory, [
    { name: 'a.csv', content: 'new' },
    { name: 'b.csv', content: 'new' },
    { name: 'c.csv', content: 'new' },
  ]);
  expect(places(issues)).toEqual(['file.write']);
  expect(issues[0]?.at).toEqual({ file: join(directory, 'c.csv') });
  expect(readFileSync(join(directory, 'a.csv'), 'utf8')).toBe('old');
  expect(readdirSync(directory).sort()).toEqual(['a.csv', 'c.csv']);
});

test('a failure while renaming puts back the files already replaced', async () => {
  const directory = folder();
  writeFileSync(join(directory, 'a.csv'), 'old');
  const files = [
    { name: 'a.csv', content: 'new' },
    { name: 'b.csv', content: 'new' },
    { name: 'c.csv', content: 'new' },
    {
      name: 'd.csv',
      // By the time the last content is asked for, a.csv to c.csv are prepared: now a folder takes the place of c.csv.
      get content() {
        mkdirSync(join(directory, 'c.csv'));
        return 'new';
      },
    },
  ];
  const issues = await writeFiles(directory, files);
  expect(places(issues)).toEqual(['file.write']);
  expect(readFileSync(join(directory, 'a.csv'), 'utf8')).toBe('old');
  expect(existsSync(join(directory, 'b.csv'))).toBe(false);
  expect(readdirSync(directory).sort()).toEqual(['a.csv', 'c.csv']);
});

test('a folder that cannot be created', async () => {
  const directory = folder();
  writeFileSync(join(directory, 'file'), '');
  expect(places(await writeFiles(join(directory, 'file', 'out'), [{ name: 'a', content: '' }]))).toEqual([
    'file.write',
  ]);
});

test.each(['', '.', '..', 'a/b', '../a', '/etc/a', 'a\\b', 'a\0b', 'a\nb', 'C:a'])(
  'the name %j is refused',
  async (name) => {
    const directory = join(folder(), 'out');
    const issues = await writeFiles(directory, [
      { name: 'good.csv', content: '' },
      { name, content: '' },
    ]);
    expect(places(issues)).toEqual(['file.write']);
    expect(existsSync(directory)).toBe(false);
  },
);

test('one name given twice is refused, whatever its case', async () => {
  const directory = join(folder(), 'out');
  const files = [
    { name: 'Pay.csv', content: '1' },
    { name: 'pay.csv', content: '2' },
  ];
  expect(places(await writeFiles(directory, files))).toEqual(['file.write']);
  expect(existsSync(directory)).toBe(false);
});

test('two runs at once do not disturb each other', async () => {
  const directory = folder();
  const runs = Array.from({ length: 8 }, (_, run) =>
    writeFiles(directory, [{ name: 'a.csv', content: `${run}`.repeat(9) }]),
  );
  expect((await Promise.all(runs)).flat()).toEqual([]);
  expect(readFileSync(join(directory, 'a.csv'), 'utf8')).toMatch(/^(\d)\1{8}$/);
  expect(readdirSync(directory)).toEqual(['a.csv']);
});

const COLUMNS = [
  { name: 'id', text: true },
  { name: 'award', text: false },
];

test('CSV is quoted by RFC 4180 with LF', () => {
  const text = toCsv(COLUMNS, [
    ['a,b', '1'],
    ['say "x"', '-2.50'],
    ['l\ni\rn', ''],
  ]);
  expect(text).toBe('id,award\n"a,b",1\n"say ""x""",-2.50\n"l\ni\rn",\n');
});

test('what is written is read back', async () => {
  const cells = ['00123', ' x ', 'a,b;c\td', '"', '""', 'l\nm', 'l\r\nm', 'l\rm', "'", '-1'];
  const { table } = await csv(
    toCsv(
      COLUMNS,
      cells.map((cell) => [cell, '1']),
    ),
  );
  expect(table.rows.map((row) => row['id'])).toEqual(cells);
});

test('text that starts like a formula is made harmless on request, numbers never', () => {
  const rows = ['=1', '+1', '-1', '@a', '\ta', '\ra', 'a=1'].map((cell) => [cell, '-5.00']);
  expect(toCsv(COLUMNS, rows, { neutralise: true })).toBe(
    `id,award\n'=1,-5.00\n'+1,-5.00\n'-1,-5.00\n'@a,-5.00\n'\ta,-5.00\n"'\ra",-5.00\na=1,-5.00\n`,
  );
  expect(toCsv(COLUMNS, [['=1', '-5.00']])).toBe('id,award\n=1,-5.00\n');
  expect(toCsv([{ name: '=x', text: false }], [['-1']], { neutralise: true })).toBe("'=x\n-1\n");
});

test('a row of the wrong width is a mistake in the program', () => {
  expect(() => toCsv(COLUMNS, [['1']])).toThrow('Row 1 has 1 cells for 2 columns');
});
