import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep, win32 } from 'node:path';
import type { Table } from '../data/table.js';
import { hasErrors, type Issue, issue, quote } from '../issue/issue.js';
import { readDocument, readTable } from '../node/index.js';
import {
  parseSources,
  readSources,
  type SourcesDocument,
  type SourcesReading,
  type Tables,
} from '../sources/index.js';
import { type FileOptions, type Loaded, tableOptions } from './load.js';
import { printMessage } from './print.js';

/**
 * Reads a sources document and the files it names, which lie in its folder or below it, and counts them into rows of
 * actuals. A file that cannot be read keeps only the sources that need it from being counted.
 *
 * Issues:   sources.file.outside, those of the readers of files, and all of `readSources`
 * @example  const { loaded, issues } = await loadSources('customers/sources.yaml');
 */
export async function loadSources(path: string, options: FileOptions = {}): Promise<Loaded<SourcesReading>> {
  const { document, issues: found } = await readDocument(path);
  if (hasErrors(found)) return { issues: found };
  const named = (one: Issue): Issue => ({ ...one, at: { file: path, ...one.at } });
  const parsed = parseSources(document);
  if (!parsed.ok) return { issues: [...found, ...parsed.issues.map(named)] };
  const files = await readFiles(path, parsed.sources, options);
  const { decimal } = options;
  const loaded = readSources(parsed.sources, files.tables, decimal === undefined ? {} : { decimal });
  // Why a table is not there was told when its file was read.
  const counted = loaded.issues.filter((one) => one.code !== 'sources.table.missing');
  return { loaded, issues: [...new Set([...found, ...files.issues, ...counted])] };
}

/** The tables of all files that can be read, each once, by the name the document has. */
async function readFiles(
  path: string,
  { sources }: SourcesDocument,
  options: FileOptions,
): Promise<{ tables: Tables; issues: Issue[] }> {
  const names = sources.flatMap(({ file, opening }) =>
    typeof opening === 'object' ? [file, opening.file] : [file],
  );
  const tables = new Map<string, Table>();
  const issues: Issue[] = [];
  for (const name of new Set(names)) {
    const inside = await pathInside(dirname(path), name);
    const read = inside === undefined ? undefined : await readTable(inside, tableOptions(options));
    read?.notes.forEach(printMessage);
    issues.push(...(read?.issues ?? [outside(path, name)]));
    if (read && !(hasErrors(read.issues) && read.table.rows.length === 0)) tables.set(name, read.table);
  }
  return { tables: Object.fromEntries(tables), issues };
}

/**
 * The path of a file that lies in a folder or below it, undefined for any other: a document somebody sent cannot
 * have files of this machine read by an absolute path, by .. or through a link.
 */
async function pathInside(folder: string, name: string): Promise<string | undefined> {
  const parts = name.split(/[/\\]/);
  // On Windows C:a.csv and \a.csv begin elsewhere; - is standard input.
  if (win32.isAbsolute(name) || /^[A-Za-z]:|^-$/.test(name) || parts.includes('..')) return undefined;
  const path = join(folder, ...parts);
  try {
    const [root, file, { isFile }] = await Promise.all([realpath(folder), realpath(path), kindOf(path)]);
    const way = relative(root, file);
    return !isFile || way.split(sep)[0] === '..' || isAbsolute(way) ? undefined : path;
  } catch {
    // A file that is not there is told of by its reader.
    return path;
  }
}

/** A pipe would be waited for. */
async function kindOf(path: string): Promise<{ readonly isFile: boolean }> {
  return { isFile: (await stat(path)).isFile() };
}

function outside(path: string, name: string): Issue {
  return issue({
    code: 'sources.file.outside',
    at: { file: path },
    message: `The file ${quote(name)} may not be read: it is no file in the folder of this document`,
    expected: 'a path such as exports/delighted.csv, in the folder of this document or below it',
    hint: 'Copy the file there, or move the document',
  });
}
