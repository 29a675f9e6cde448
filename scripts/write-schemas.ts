/** Writes schema/*.schema.json; with --check only compares, and fails when a file is not up to date. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas } from '../src/schemas/published.js';
import { root } from './support.js';

const folder = join(root, 'schema');

function textOf(file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}

const old = [...publishedSchemas()].filter(([file, text]) => textOf(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of old) console.error(`schema/${file} is not up to date: run npm run schemas`);
  process.exitCode = old.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of old) writeFileSync(join(folder, file), text);
  console.log(
    `schema: ${old.length} of ${publishedSchemas().size} files written, the others were up to date`,
  );
}
