import { constants } from 'node:fs';
import { copyFile, type FileHandle, link, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Issue, issue } from '../issue/issue.js';
import { nameIssues } from './file-names.js';
import { errorCode } from './read-bytes.js';

/** A file to write: a plain name, without a folder, and what it shall hold. */
export interface OutputFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** A file on its way: written beside its place, with the older file kept aside until all are in place. */
interface Pending {
  readonly name: string;
  readonly target: string;
  temporary?: string;
  backup?: string;
  placed?: boolean;
}

const ATTEMPTS = 1000;

/**
 * Writes all of the files or none. Each is first written whole beside its place and flushed to the disk; then all
 * are renamed into place. On any failure the temporary files are removed and the older files are put back, so a
 * payroll folder never holds half of one run and half of another. The folder is created if it is missing (and then
 * stays, empty, after a failure). A file that is replaced keeps its permissions.
 *
 * Issues:   file.write
 * @example  await writeFiles('out', [{ name: 'awards.csv', content: 'id,award\n' }]) // [] when all is written
 */
export async function writeFiles(directory: string, files: readonly OutputFile[]): Promise<Issue[]> {
  const wrong = nameIssues(
    directory,
    files.map(({ name }) => name),
  );
  if (wrong.length > 0) return wrong;
  const pending: Pending[] = files.map(({ name }) => ({ name, target: join(directory, name) }));
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    return [notWritten(directory, error)];
  }
  const failure = (await prepareAll(directory, files, pending)) ?? (await placeAll(directory, pending));
  const lost = failure ? await undo(pending) : [];
  await removeAll(pending);
  await flushFolder(directory);
  return failure ? [failure, ...lost] : [];
}

async function prepareAll(
  directory: string,
  files: readonly OutputFile[],
  pending: readonly Pending[],
): Promise<Issue | undefined> {
  for (const [index, one] of pending.entries()) {
    try {
      await prepare(directory, one, files[index]?.content ?? '');
    } catch (error) {
      return notWritten(one.target, error);
    }
  }
  return undefined;
}

async function prepare(directory: string, one: Pending, content: string | Uint8Array): Promise<void> {
  const older = await lstat(one.target).catch(() => undefined);
  if (older?.isDirectory()) throw new Error('a folder has this name');
  const { handle, path } = await createBeside(directory, one.name);
  one.temporary = path;
  try {
    if (older?.isFile()) await handle.chmod(older.mode);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates a file that did not exist, in the same folder so that renaming it is one step. */
async function createBeside(directory: string, name: string): Promise<{ handle: FileHandle; path: string }> {
  for (let count = 1; ; count += 1) {
    const path = besidePath(directory, name, count, 'new');
    try {
      return { handle: await open(path, 'wx'), path };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || count >= ATTEMPTS) throw error;
    }
  }
}

async function placeAll(directory: string, pending: readonly Pending[]): Promise<Issue | undefined> {
  for (const one of pending) {
    try {
      await keepOlder(directory, one);
      if (one.temporary !== undefined) await rename(one.temporary, one.target);
      delete one.temporary;
      one.placed = true;
    } catch (error) {
      return notWritten(one.target, error);
    }
  }
  return undefined;
}

/** Keeps the older file under a second name, so that its place is never empty, not even for a moment. */
async function keepOlder(directory: string, one: Pending): Promise<void> {
  const older = await lstat(one.target).catch(() => undefined);
  if (older === undefined) return;
  for (let count = 1; one.backup === undefined; count += 1) {
    const path = besidePath(directory, one.name, count, 'old');
    try {
      // Some disks know no second names; a copy serves them.
      await link(one.target, path).catch((error) => {
        if (errorCode(error) === 'EEXIST') throw error;
        return copyFile(one.target, path, constants.COPYFILE_EXCL);
      });
      one.backup = path;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || count >= ATTEMPTS) throw error;
    }
  }
}

function besidePath(directory: string, name: string, count: number, kind: string): string {
  return join(directory, `.${name}.${process.pid}.${count}.${kind}`);
}

/** Puts the older files back; a file that cannot be put back is kept under its second name, which is reported. */
async function undo(pending: readonly Pending[]): Promise<Issue[]> {
  const lost: Issue[] = [];
  for (const one of pending.filter(({ placed }) => placed)) {
    try {
      if (one.backup === undefined) await rm(one.target, { force: true });
      else await rename(one.backup, one.target);
    } catch (error) {
      lost.push(notRestored(one, error));
      delete one.backup;
    }
  }
  return lost;
}

/** Makes the renames last through a power cut, where the system can do so. */
async function flushFolder(directory: string): Promise<void> {
  const folder = await open(directory).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function removeAll(pending: readonly Pending[]): Promise<void> {
  const paths = pending
    .flatMap(({ temporary, backup }) => [temporary, backup])
    .filter((path) => path !== undefined);
  await Promise.all(paths.map((path) => rm(path, { force: true }).catch(() => undefined)));
}

function notWritten(file: string, error: unknown): Issue {
  const code = errorCode(error);
  return issue({
    code: 'file.write',
    at: { file },
    message: `The file cannot be written (${code}), so none of the files was; the older ones are kept`,
    expected: 'a folder that may be written to, with room on the disk',
    hint: 'Check the folder, its permissions and the space left, and run again',
  });
}

function notRestored({ target, backup }: Pending, error: unknown): Issue {
  return issue({
    code: 'file.write',
    at: { file: target },
    message: `The file was replaced and cannot be put back (${errorCode(error)})`,
    expected: 'the file as it was',
    hint:
      backup === undefined
        ? 'Delete it: it is of a run that failed'
        : `The older file is ${backup}: rename it`,
  });
}
