import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentFromText, readDocument } from '../../src/node/index.js';
import { folder, places } from './support.js';

const yaml = (text: string) => documentFromText(text, 'plan.yaml');
const json = (text: string) => documentFromText(text, 'plan.json');

test('every scalar of YAML stays the text written', () => {
  const { document, issues } = yaml(
    'rate: 0.10\nbig: 12345678901234567890.12\nid: "012"\nempty:\non: 2026-03-01\nlist: [1, -2.50, true, false]\ntext: |\n  no\n'.replace(
      'on:',
      'from:',
    ),
  );
  expect(issues).toEqual([]);
  expect(document).toEqual({
    rate: '0.10',
    big: '12345678901234567890.12',
    id: '012',
    empty: '',
    from: '2026-03-01',
    list: ['1', '-2.50', 'true', 'false'],
    text: 'no\n',
  });
});

test.each([
  'yes',
  'No',
  'ON',
  'off',
  'y',
  'N',
  'True',
  'FALSE',
  'tRuE',
  '~',
  'null',
  'Null',
  'NULL',
  '=',
  '012',
  '-007',
  '08',
  '00.5',
  '0x1F',
  '0o17',
  '0b101',
  '1_000',
  '1_000.50',
  '12:30:00',
  '1:30',
  '-190:20:30.15',
  '.inf',
  '-.Inf',
  '.NaN',
])('%s must be quoted, as a value and as a key', (word) => {
  for (const [text, place] of [
    [`a: 1\nb:  ${word}\n`, 'file.syntax 2 5'],
    [`a: 1\n? ${word}\n: x\n`, 'file.syntax 2 3'],
    [`a: 1\nb: [x, ${word}]\n`, 'file.syntax 2 8'],
  ] as const) {
    expect(places(yaml(text).issues)).toEqual([place]);
    expect(yaml(text.replace(word, `'${word}'`)).issues).toEqual([]);
    expect(yaml(text.replace(word, `"${word}"`)).issues).toEqual([]);
  }
});

test.each([
  '0',
  '0.5',
  '-0.10',
  '10',
  '1.00',
  'note',
  'yesterday',
  'none',
  'on-time',
  '50%',
  '2/37',
  '2026-03-01',
  '_a',
  '1-2',
  'a:b',
  'Q1',
])('%s needs no quotes as a value', (word) => {
  expect(yaml(`a: ${word}\n`)).toEqual({ document: { a: word }, issues: [] });
});

test.each(['2026-03-01', '1.0', '0.10', '1e3'])('%s must be quoted as a key only', (word) => {
  expect(places(yaml(`${word}: x\n`).issues)).toEqual(['file.syntax 1 1']);
  expect(yaml(`'${word}': x\n`).issues).toEqual([]);
});

test.each(['90', '1.5', 'true', 'red'])('%s needs no quotes as a key', (word) => {
  expect(yaml(`${word}: x\n`)).toEqual({ document: { [word]: 'x' }, issues: [] });
});

test('whatever is let through means the same to a YAML 1.1 reader', () => {
  const pieces = fc.constantFrom(
    ...'0123456789_.:-+xobeEnNyYtTfF~=',
    'true',
    'no',
    'null',
    '.inf',
    '0x',
    '12:30',
    '1_0',
    'null',
  );
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 5 }), (parts) => {
      const text = parts.join('');
      const { document, issues } = yaml(`a: ${text}\n`);
      if (issues.length > 0) return;
      const other = (parse(`a: ${text}\n`, { version: '1.1' }) as { a: unknown }).a;
      const same =
        typeof other === 'string' ||
        (typeof other === 'boolean' && String(other) === text) ||
        (typeof other === 'number' && Number(text) === other) ||
        other instanceof Date ||
        // A slip of the reference reader, which takes E0 for a number without digits; YAML 1.1 does not.
        /^[-+]?e[-+]?\d+$/i.test(text);
      expect([text, (document as { a: unknown }).a, other, same]).toEqual([text, text, other, true]);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});

test('a word that must be quoted is returned too, so that the rest can be checked', () => {
  const { document, issues } = yaml('a: no\n');
  expect(document).toEqual({ a: 'no' });
  expect(issues[0]?.message).toBe(
    'Line 1, column 4: "no" is not quoted: a YAML 1.1 reader takes it for a truth value',
  );
  expect(issues[0]?.hint).toBe("Quote it: 'no', if the text is meant");
});

test.each([
  ['a key given twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', 'file.syntax 4 3'],
  ['a key given twice, once quoted', '{a: 1, "a": 2}', 'file.syntax 1 8'],
  ['a second document', 'a: 1\n---\nb: 1\n', 'file.syntax 2 1'],
  ['an alias', 'a: &x 1\nb: *x\n', 'file.syntax 2 4'],
  ['an alias of itself', '&x [*x]', 'file.syntax 1 5'],
  ['a directive', '%YAML 1.1\n---\na: 1\n', 'file.syntax 1 1'],
  ['a tag of a type', 'a: !!int 5\n', 'file.syntax 1 4'],
  ['a tag of its own', 'a: !run x\n', 'file.syntax 1 4'],
  ['a key that is a list', '? [a]\n: 1\n', 'file.syntax 1 3'],
  ['__proto__', 'a:\n  __proto__: {admin: yes}\n', 'file.syntax 2 3'],
  ['nothing', '', 'file.syntax 1 1'],
  ['only a comment', '# plan\n', 'file.syntax 1 1'],
  ['only a document mark', '---\n', 'file.syntax 1 1'],
  ['a tab as indentation', 'a:\n\tb: 1\n', 'file.syntax 2 1'],
  ['a list that is not closed', 'a: [1\n', 'file.syntax 2 1'],
  ['a quote that is not closed', 'a: "x\n', 'file.syntax 2 1'],
])('%s is refused with its place, and there is no document', (_, text, place) => {
  const { document, issues } = yaml(text);
  expect(document).toBeUndefined();
  expect(places(issues)).toEqual([place]);
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

test('a merge key is an ordinary key, for the schema to refuse', () => {
  expect(yaml('<<: {a: 1}\n').document).toEqual({ '<<': { a: '1' } });
});

test('an explicit text tag is as good as quotes', () => {
  expect(yaml('a: !!str no\n')).toEqual({ document: { a: 'no' }, issues: [] });
});

test('a bomb of aliases is refused quickly', () => {
  const names = 'abcdefghij'.split('');
  const lines = names.map(
    (name, at) => `${name}: &${name} [${at === 0 ? 'lol' : Array(10).fill(`*${names[at - 1]}`)}]`,
  );
  const { document, issues } = yaml(lines.join('\n'));
  expect(document).toBeUndefined();
  expect(issues).toHaveLength(90);
});

test.each(['[', '{a: ', '- ', '? ', '[[', '{? ', '- {a: ['])(
  'ten thousand times %j is an issue at once, not a crash',
  (piece) => {
    const start = performance.now();
    const { document, issues } = yaml(piece.repeat(10_000));
    expect(document).toBeUndefined();
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toContain('Nested more than 100 deep');
    expect(performance.now() - start).toBeLessThan(1000);
  },
);

test('nesting of a hundred is read', () => {
  expect(yaml(`a: ${'['.repeat(90)}${']'.repeat(90)}`).issues).toEqual([]);
  expect(json('['.repeat(100) + ']'.repeat(100)).issues).toEqual([]);
});

test('many keys do not take long', () => {
  const text = Array.from({ length: 30_000 }, (_, index) => `k${index}: v\n`).join('');
  const start = performance.now();
  expect(Object.keys(yaml(text).document as object)).toHaveLength(30_000);
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each([
  ['closing brackets', ']'],
  ['empty elements', '- \n'],
  ['quotes', '"'],
  ['directives', '%A\n'],
  ['keys given twice', 'a: 1\n'],
  ['aliases', '- *a\n'],
  ['documents', '---\n'],
  ['anchors', '&a '],
])('two megabytes of %s are refused in good time', (_, piece) => {
  const start = performance.now();
  const { document, issues } = yaml(piece.repeat(2_000_000 / piece.length));
  expect(document).toBeUndefined();
  expect(places(issues)[0]).toMatch(/^file\.size/);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('of very many issues the first two hundred are given', () => {
  expect(yaml('- no\n'.repeat(1000)).issues).toHaveLength(200);
  const twice = yaml('a: 1\n'.repeat(10_000));
  expect(twice.document).toBeUndefined();
  expect(twice.issues).toHaveLength(200);
});

test('numbers of JSON stay the digits written; texts, truth values and null are what they are', () => {
  expect(
    json(
      '\ufeff{"rate": 0.10, "big": 12345678901234567890.12, "on": true, "x": null, "t": "\\u0041\\n\\ud83d\\ude00"}',
    ),
  ).toEqual({
    document: { rate: '0.10', big: '12345678901234567890.12', on: true, x: null, t: 'A\n😀' },
    issues: [],
  });
});

test.each([
  ['a key given twice', '{"a": 1,\n "b": {"c": 1, "c": 2}}', 'file.syntax 2 16'],
  ['a key given twice, once escaped', '{"a": 1, "\\u0061": 2}', 'file.syntax 1 10'],
  ['a comma too many', '{"a": 1,\n}', 'file.syntax 2 1'],
  ['a comment', '// plan\n{}', 'file.syntax 1 1'],
  ['__proto__', '{"__proto__": {"admin": true}}', 'file.syntax 1 2'],
  ['depth', '['.repeat(10_000), 'file.syntax 1 101'],
  ['nothing', '', 'file.syntax 1 1'],
])('JSON with %s is refused with its place', (_, text, place) => {
  const { document, issues } = json(text);
  expect(document).toBeUndefined();
  expect(places(issues)).toEqual([place]);
});

test('documents above 2 MB are refused before they are parsed', async () => {
  expect(places(yaml(`a: ${'é'.repeat(1_000_000)}`).issues)).toEqual(['file.size']);
  const path = join(folder(), 'plan.yml');
  writeFileSync(path, '');
  truncateSync(path, 2_000_001);
  expect(places((await readDocument(path)).issues)).toEqual(['file.size']);
});

test('files are read by their names', async () => {
  const directory = folder();
  for (const [name, text] of [
    ['plan.yaml', '\ufeffa: 0.10\n'],
    ['plan.YML', 'a: 0.10'],
    ['plan.json', '{"a": 0.10}'],
  ] as const) {
    writeFileSync(join(directory, name), text);
    expect(await readDocument(join(directory, name))).toEqual({ document: { a: '0.10' }, issues: [] });
  }
  writeFileSync(join(directory, 'latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
  expect(places((await readDocument(join(directory, 'latin.yaml'))).issues)).toEqual(['file.encoding 1']);
  expect(places((await readDocument(join(directory, 'none.yaml'))).issues)).toEqual(['file.read']);
  expect(places((await readDocument(join(directory, 'plan.toml'))).issues)).toEqual(['file.format']);
  expect(places(documentFromText('a: 1', 'plan').issues)).toEqual(['file.format']);
});
