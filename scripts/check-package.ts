/** Packs the package, looks at what is in it, and uses it in throw-away projects as its users will. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeWorkbook from 'write-excel-file/node';
import { type Consumer, consumers } from './consumers.js';
import { ensure, inTemporaryFolder, main, root, run } from './support.js';

const DEPENDENCIES = ['date-fns', 'decimal.js', 'zod'];
const ENTRIES = [
  'index',
  'data',
  'payroll',
  'retro',
  'versions',
  'metrics',
  'sources',
  'explain',
  'whatif',
  'node',
];
const SCHEMAS = [
  ...['plan', 'people', 'actuals', 'leave', 'earnings', 'exceptions', 'sources', 'pay-map', 'pay-layout'],
  ...['explanation', 'comparison', 'verification', 'receipt'],
];
const NEEDED = [
  'package.json',
  'README.md',
  'LICENSE',
  'dist/cli.js',
  'dist/THIRD-PARTY-LICENSES.txt',
  ...ENTRIES.flatMap((entry) => ['js', 'cjs', 'd.ts', 'd.cts'].map((form) => `dist/${entry}.${form}`)),
  ...SCHEMAS.flatMap((kind) => [`schema/${kind}.schema.json`, `schema/${kind}.2020-12.schema.json`]),
];
const FOREIGN = /^(src|tests|scripts|bench|out|coverage|node_modules)\/|\.(tgz|log)$|\.tsbuildinfo$/;

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** The tarball as npm would publish it; packing builds it first. */
function pack(folder: string): string {
  run('npm', ['pack', '--silent', '--pack-destination', folder]);
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  ensure(tarball !== undefined, 'npm pack wrote no tarball');
  return join(folder, tarball);
}

function checkContents(tarball: string): void {
  const listed = run('tar', ['-tzf', tarball]).trim().split('\n');
  const files = listed.map((file) => file.replace(/^package\//, ''));
  const missing = NEEDED.filter((file) => !files.includes(file));
  const foreign = files.filter((file) => FOREIGN.test(file));
  ensure(missing.length === 0, `The package lacks ${missing.join(', ')}`);
  ensure(foreign.length === 0, `The package should not hold ${foreign.join(', ')}`);
  console.log(`contents: ${files.length} files, ${statSync(tarball).size} bytes packed`);
}

/** Declarations may name nothing a user does not have: bundled packages, zod's types or Node's. */
function checkDeclarations(): void {
  const files = readdirSync(join(root, 'dist')).filter((file) => /\.d\.c?ts$/.test(file));
  for (const file of files) {
    const text = readFileSync(join(root, 'dist', file), 'utf8');
    const names = [...text.matchAll(/(?:\bfrom\s+|\bimport\(\s*)['"]([^'"]+)['"]/g)].map(
      ([, name]) => name ?? '',
    );
    const leaks = names.filter((name) => !name.startsWith('./'));
    ensure(leaks.length === 0, `dist/${file} names types of ${leaks.join(', ')}`);
  }
  console.log(`declarations: ${files.length} files, none names another package`);
}

/** All entries but `/node` run in browsers: they, and what they share, import nothing of Node. */
function checkImports(): void {
  const allowed = new RegExp(`^(${DEPENDENCIES.map((name) => name.replace('.', '\\.')).join('|')})(/|$)`);
  for (const entry of ENTRIES.filter((name) => name !== 'node').map((name) => `${name}.js`)) {
    for (const name of importsOf(entry)) ensure(allowed.test(name), `dist/${entry} imports ${name}`);
  }
}

/** What a built file imports from outside, also through the files beside it. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, 'dist', file), 'utf8');
  const names = [...text.matchAll(/(?:from |^import )"([^"]+)";$/gm)].map(([, name]) => name ?? '');
  return names.flatMap((name) => (name.startsWith('./') ? importsOf(name) : [name]));
}

function lint(tarball: string): void {
  const bin = (name: string) => join(root, 'node_modules', '.bin', name);
  run(bin('publint'), ['run', tarball, '--strict']);
  run(bin('attw'), [tarball, '--profile', 'node16', '--no-definitely-typed', '--format', 'ascii']);
  console.log('publint --strict and attw --profile node16: no complaint');
}

/** A new project with the package, and nothing else, installed. */
async function install(folder: string, tarball: string): Promise<void> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  run('npm', ['install', ...quiet, tarball], folder);
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  const expected = [...DEPENDENCIES, 'variable-pay'];
  ensure(
    installed.sort().join() === expected.sort().join(),
    `Installed are ${installed.join(', ')}; expected ${expected.join(', ')}`,
  );
  writeFileSync(join(folder, 'people.csv'), 'id,salary\n00123,80000\n');
  const rows = [
    ['id', 'salary'],
    ['00123', 80000],
  ].map((row) => row.map((value) => ({ value })));
  await writeWorkbook(rows).toFile(join(folder, 'people.xlsx'));
}

async function tryConsumer(consumer: Consumer, folder: string, tarball: string): Promise<void> {
  await install(folder, tarball);
  for (const [file, text] of Object.entries(consumer.files)) writeFileSync(join(folder, file), text);
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  for (const line of consumer.runs) {
    run(
      process.execPath,
      line.map((word) => (word === 'tsc' ? compiler : word)),
      folder,
    );
  }
  console.log(`${consumer.name}: installed, used, right`);
}

/** The command as npx finds it, with the files it ships. */
function tryCommand(folder: string): void {
  const command = (...args: string[]) => run('npx', ['--no', '--', 'variable-pay', ...args], folder);
  const shown = command('--version').trim();
  ensure(shown === version, `variable-pay --version prints ${shown}; expected ${version}`);
  ensure(
    command('schema', 'plan').includes('urn:variable-pay:schema:plan:1'),
    'the command prints no schema',
  );
  command('demo', '--out', 'demo');
  command('init', 'started');
  console.log(`command: ${shown}; schema, demo and init run from the installed package`);
}

function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function printWeights(folder: string): void {
  for (const name of ['variable-pay', ...DEPENDENCIES]) {
    const bytes = sizeOf(join(folder, 'node_modules', name));
    console.log(`installed weight: ${name.padEnd(12)} ${String(Math.round(bytes / 1000)).padStart(6)} kB`);
  }
}

await main(() =>
  inTemporaryFolder(async (folder) => {
    const tarball = pack(folder);
    checkContents(tarball);
    checkDeclarations();
    checkImports();
    lint(tarball);
    for (const consumer of consumers) await tryConsumer(consumer, join(folder, consumer.name), tarball);
    const [first] = consumers;
    const installed = join(folder, first?.name ?? '');
    tryCommand(installed);
    printWeights(installed);
  }),
);
