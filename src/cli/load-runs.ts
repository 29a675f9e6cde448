import { isAuditFile } from '../cycle/index.js';
import { type Issue, issue } from '../issue/issue.js';
import { decodeText } from '../node/decode-text.js';
import { fileName, readBytes } from '../node/read-bytes.js';
import type { Parsed } from '../plan/read-plan.js';
import { readRun, readStoredRun, type StoredRun } from '../retro/index.js';
import type { Run } from '../run/run.js';
import type { Loaded } from './load.js';

/** Runs above this many bytes are refused: no text can be much longer. */
const RUN_LIMIT = 500_000_000;

/** The JSON value of a file. */
export async function loadJson(path: string): Promise<Loaded<{ readonly value: unknown }>> {
  const file = fileName(path);
  const read = await readBytes(path, RUN_LIMIT);
  if ('issue' in read) return { issues: [read.issue] };
  const decoded = decodeText(read.bytes, file);
  if ('issue' in decoded) return { issues: [decoded.issue] };
  try {
    return { loaded: { value: JSON.parse(decoded.text) }, issues: [] };
  } catch (error) {
    return { issues: [notJson(file, error)] };
  }
}

function notJson(file: string, error: unknown): Issue {
  return issue({
    code: 'file.syntax',
    at: { file },
    message: `The file is not valid JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`,
    expected: 'the run.json that was written',
    hint: 'Give the file as it was written',
  });
}

/** Reads the final runs that are followed, in order of payment. */
export async function loadPaid(paths: readonly string[]): Promise<Loaded<readonly StoredRun[]>> {
  const read: Loaded<StoredRun>[] = [];
  for (const path of paths) read.push(await loadStored(path));
  const issues = read.flatMap((one) => one.issues);
  const runs = read.flatMap((one) => (one.loaded ? [one.loaded] : []));
  return runs.length < paths.length ? { issues } : { loaded: runs, issues };
}

/** Reads a run with everything it was calculated on. */
export function loadStored(path: string): Promise<Loaded<StoredRun>> {
  return loadRun(path, readStoredRun);
}

/** Reads a run to compare with. */
export function loadPrevious(path: string): Promise<Loaded<Run>> {
  return loadRun(path, readRun);
}

/** Reads a run of a form from a file; an audit file has one in it. */
export async function loadRun<R>(
  path: string,
  read: (json: unknown) => Parsed<'run', R>,
): Promise<Loaded<R>> {
  const { loaded, issues } = await loadJson(path);
  if (!loaded) return { issues };
  const { value } = loaded;
  const parsed = read(isAuditFile(value) ? value.run : value);
  const named = parsed.issues.map((one) => ({ ...one, at: { file: path, ...one.at } }));
  return parsed.ok ? { loaded: parsed.run, issues: named } : { issues: named };
}

/** Issues of the runs that are followed, with the name of the file instead of its number. */
export function nameRuns(issues: readonly Issue[], paths: readonly string[]): Issue[] {
  return issues.map((one) => {
    const [stage, index] = one.path;
    const file = stage === 'paid' && typeof index === 'number' ? paths[index] : undefined;
    return file === undefined ? one : { ...one, path: one.path.slice(2), at: { file } };
  });
}
