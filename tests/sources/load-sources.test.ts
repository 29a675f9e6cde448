import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSources } from '../../src/cli/load-sources.js';
import { scores, told } from './support.js';

/** A folder with a document of sources and an export below it. */
function folderWith(files: readonly string[], document = 'sources.json') {
  const folder = mkdtempSync(join(tmpdir(), 'variable-pay-load-sources-'));
  mkdirSync(join(folder, 'plan', 'exports'), { recursive: true });
  writeFileSync(join(folder, 'plan', 'exports', 'a.csv'), 'id,score,team\n1,10,North\n2,x,South\n');
  writeFileSync(join(folder, 'secret.csv'), 'id,score,team\n1,10,North\n');
  const path = join(folder, 'plan', document);
  writeFileSync(path, JSON.stringify({ sources: files.map((file) => scores({ file })) }));
  return { folder, path };
}

test('a document and the files below its folder become rows, issues name the file', async () => {
  const { path } = folderWith([]);
  const yaml = path.replace('.json', '.yaml');
  writeFileSync(
    yaml,
    `sources:
  - metric: recommendation
    file: exports/a.csv
    counts: nps
    columns: { id: id, score: score, group: team }
    faulty: leaveOut
    company: false
    status: final
`,
  );
  const { loaded, issues } = await loadSources(yaml);
  expect(loaded?.rows).toEqual([
    {
      ...{ metric: 'recommendation', kind: 'nps', group: 'North', value: '', status: 'final' },
      ...{ promoters: '1', passives: '0', detractors: '0', tens: '1', responses: '1' },
    },
  ]);
  expect(told({ issues })).toEqual(['sources.rows.left-out 3 score']);
  expect(issues[0]?.at?.file).toBe(join(path, '..', 'exports', 'a.csv'));
});

test.each([
  '../secret.csv',
  'exports/../../secret.csv',
  '..\\secret.csv',
  '/etc/passwd',
  'C:secret.csv',
  '-',
])('%s is not read', async (file) => {
  const { path } = folderWith([file]);
  const { loaded, issues } = await loadSources(path);
  expect(loaded?.rows).toEqual([]);
  expect(issues.map((one) => [one.code, one.at?.file])).toEqual([['sources.file.outside', path]]);
});

test('a link that leads out of the folder is not followed', async () => {
  const { folder, path } = folderWith(['link.csv', 'exports/a.csv']);
  symlinkSync(join(folder, 'secret.csv'), join(folder, 'plan', 'link.csv'));
  const { issues } = await loadSources(path);
  expect(issues.map((one) => one.code)).toContain('sources.file.outside');
});

test('a file that is not there is told once, and the others are counted', async () => {
  const { path } = folderWith(['exports/b.csv', 'exports/a.csv']);
  const { loaded, issues } = await loadSources(path);
  expect(told({ issues }).slice(0, 2)).toEqual(['file.read', 'sources.score.form 3 score']);
  expect(loaded?.tallies.map((one) => one.rows)).toEqual([0, 2]);
});

test('faults of the document name it, with their places', async () => {
  const { path } = folderWith([]);
  const { loaded, issues } = await loadSources(path);
  expect(loaded).toBeUndefined();
  expect(issues.map((one) => [one.code, one.at?.file])).toEqual([['sources.value.form', path]]);
});
