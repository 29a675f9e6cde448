import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRecord } from '../data/table.js';
import { type Issue, issue } from '../issue/issue.js';
import { loadJson } from './load-runs.js';

/**
 * Whether a folder holds a final run, or one that cannot be read and may be final. It is never overwritten: what
 * was paid must stay known.
 *
 * Issues:   retro.run.kept
 */
export async function finalRunIn(folder: string): Promise<Issue[]> {
  // On many disks two names that differ only in case are one file.
  const name = (await namesIn(folder)).find((one) => one.toLowerCase() === 'run.json');
  if (name === undefined) return [];
  const file = join(folder, name);
  const { loaded } = await loadJson(file);
  const status = isRecord(loaded?.value) ? loaded.value['status'] : undefined;
  if (loaded && status !== 'final') return [];
  return [
    issue({
      code: 'retro.run.kept',
      at: { file },
      message: loaded
        ? 'The folder holds a final run, which is never overwritten'
        : 'The folder holds a run that cannot be read and may be final, so it is not overwritten',
      expected: 'a folder without a final run',
      hint: loaded
        ? `Write to another folder, with --follows ${file} if something is to be corrected`
        : 'Write to another folder',
    }),
  ];
}

/**
 * Files of an earlier run that a new one does not replace: a pay file among them would be taken for the new one's.
 *
 * Issues:   retro.file.left
 */
export async function filesLeft(folder: string, written: readonly string[]): Promise<Issue[]> {
  const names = await namesIn(folder);
  const left = names.filter((name) => OURS.test(name) && !written.includes(name));
  return left.toSorted().map((name) =>
    issue({
      code: 'retro.file.left',
      at: { file: join(folder, name) },
      message: 'This file is of an earlier run, and the one that was written has none of this name',
      expected: 'files of one run',
      hint: 'Remove it, or write to another folder',
    }),
  );
}

/**
 * Whether a folder has files in it already: an older table among them would be taken for part of an audit file.
 *
 * Issues:   cycle.folder.used
 */
export async function usedFolder(folder: string): Promise<Issue[]> {
  const names = await namesIn(folder);
  if (names.length === 0) return [];
  return [
    issue({
      code: 'cycle.folder.used',
      at: { file: folder },
      message: 'The folder is not empty',
      expected: 'a new or empty folder',
      hint: 'Write to another folder',
    }),
  ];
}

const OURS = /^(pay-[A-Z]{3}|differences|exceptions)\.csv$/;

/** The names in a folder; none where there is no folder. One that cannot be listed may hold anything. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ENOTDIR'
    )
      return [];
    return ['run.json'];
  }
}

/**
 * Writes into a folder that no other run writes to meanwhile: two final runs at once would leave one of them.
 *
 * Issues:   retro.run.kept
 */
export async function alone(folder: string, write: () => Promise<Issue[]>): Promise<Issue[]> {
  const lock = `${folder.replace(/[\\/]+$/, '')}.writing`;
  try {
    await mkdir(dirname(lock), { recursive: true });
    await mkdir(lock);
  } catch {
    return [busy(lock)];
  }
  try {
    const kept = await finalRunIn(folder);
    return kept.length > 0 ? kept : await write();
  } finally {
    await rmdir(lock);
  }
}

function busy(lock: string): Issue {
  return issue({
    code: 'retro.run.kept',
    at: { file: lock },
    message: 'Another run is writing to this folder, or was stopped while it did',
    expected: 'one run at a time',
    hint: `Wait for it; if none is running, remove ${lock}`,
  });
}
